//! A mutual-help meeting as a public list tells it: when and where it is, how one joins, and whom it is for.
//!
//! Lists come from anywhere. What is in here was checked when it was read: a text has its length, a link leads to the web, a number
//! can be dialled. Meetings are weekly; what has no day is by appointment.

mod dial_in;
mod fellowship;
mod finder;
mod in_week;
mod kinds;
mod list;
mod listing;
mod near_zones;
mod provider;
mod upcoming;
mod ways;
mod wish;

#[cfg(test)]
mod laws;
#[cfg(any(test, feature = "samples"))]
#[cfg_attr(not(test), allow(dead_code, reason = "its own tests use more of it than others do"))]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "nothing but tests ever has it")]
pub(crate) mod samples;

use crate::contact::Link;
use crate::moment::Zone;
use crate::name::name;
use crate::session::SeriesId;
use crate::slot::{Length, StartTime};
use crate::words::{Label, Line, Note, unspoken};
use chrono::Weekday;
pub use dial_in::DialIn;
pub use fellowship::Fellowship;
pub use finder::{Choice, Found, Position, Remembered, find, find_next, kinds_of};
pub use kinds::{KindGroup, MeetingKind};
pub use list::{Held, ListEdit, ListError, ListId, MeetingList, Origin, Refresh};
pub use listing::{Listing, Row, Text};
pub use near_zones::NearZone;
pub use provider::{host_of, provider_of};
pub use upcoming::{Timeline, Upcoming};
pub use ways::{Standing, Ways};
pub use wish::{DayPart, JoinBy, Near, Wish};

name! {
    /// By which a list knows one of its meetings: eight bytes made of its slug and, for one that is on several days, of the day. A route
    /// may carry it; what the slug says stays in the list.
    #[derive(Debug)]
    pub struct MeetingKey;
}

/// When a meeting is, every week, by the clock of its own zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MeetingTime {
    pub day: Weekday,
    pub start: StartTime,
    /// To the end, also past midnight.
    pub length: Length,
}

/// One meeting on one day of the week.
#[derive(Clone, PartialEq, Eq)]
pub struct Meeting {
    pub key: MeetingKey,
    pub name: Line,
    /// None: by appointment.
    pub time: Option<MeetingTime>,
    /// Its own zone; None: the list's.
    pub zone: Option<Zone>,
    /// Places in the list's kinds.
    pub kinds: Vec<u16>,
    pub ways: Ways,
    /// The name of the place: a church, a club.
    pub place: Option<Line>,
    pub address: Option<Line>,
    /// From the general to the particular, joined by [`Meeting::REGION_JOINT`]; of any depth.
    pub region: Option<Line>,
    pub position: Option<Position>,
    pub group: Option<Line>,
    pub more: MeetingMore,
}

/// What is said about a meeting besides, and only shown on its own page.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct MeetingMore {
    pub notes: Option<Note>,
    pub place_notes: Option<Note>,
    pub group_notes: Option<Note>,
    /// Opens the meeting.
    pub link: Option<Link>,
    /// A password, mostly.
    pub link_notes: Option<Note>,
    pub phone: Option<DialIn>,
    pub phone_notes: Option<Note>,
    /// Its page on the web.
    pub page: Option<Link>,
    /// At most three.
    pub contacts: Vec<MeetingContact>,
    /// Whoever looks after the list: name, number, page.
    pub host: Option<MeetingContact>,
    /// When its entry was changed last, in milliseconds since 1970 in UTC.
    pub updated_utc_ms: Option<i64>,
}

/// Somebody to ask. First names only, as the fellowships have it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct MeetingContact {
    pub name: Option<Label>,
    pub phone: Option<DialIn>,
    pub email: Option<Label>,
    pub page: Option<Link>,
}

unspoken!(Meeting, MeetingMore, MeetingContact);

impl MeetingKey {
    /// The key of a slug. The same slug has the same key for ever, so that a meeting that is saved into the week is known again.
    pub fn of(slug: &str) -> MeetingKey {
        MeetingKey(crate::visit::mark_of(slug.as_bytes()))
    }

    /// The sessions in the week that this meeting of this list can be when it is saved. Made of both names alone, so that two tabs that save
    /// the same meeting save one session. There are several, because the name of one that was erased for good is used up.
    pub fn series(self, list: ListId) -> [SeriesId; 4] {
        [0, 1, 2, 3].map(|turn: u8| {
            let mut name = list.bytes().to_vec();
            name.extend_from_slice(&self.0);
            name.push(turn);
            let mut half = crate::visit::mark_of(&name);
            // As for every record of the shelf that there are many of.
            half[0] |= 0x80;
            SeriesId::from_bytes(half)
        })
    }
}

impl Meeting {
    /// Stands between the parts of a region.
    pub const REGION_JOINT: &'static str = " > ";
    /// In bytes; longer slugs are refused.
    pub const MAX_SLUG: usize = 200;

    /// The place that a map is asked for: the address, or the point.
    pub fn directions(&self) -> Option<String> {
        let told = |line: &Line| line.as_str().to_owned();
        let at = |point: Position| format!("{},{}", point.latitude(), point.longitude());
        self.address.as_ref().map(told).or(self.position.map(at))
    }
}
