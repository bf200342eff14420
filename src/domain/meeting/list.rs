//! A list of meetings as the person keeps it: its name, where it comes from, how old it is. The meetings themselves are no records;
//! they are packed pages beside it, read only when somebody looks for a meeting.

use super::Fellowship;
use crate::code::{Code, Kept, coded};
use crate::contact::Link;
use crate::moment::Zone;
use crate::name::name;
use crate::words::{Label, unspoken};
use thiserror::Error;

const HOUR_MS: i64 = 3_600_000;

name! {
    /// By which the journal knows a list. Random; a route may carry it.
    #[derive(Debug)]
    pub struct ListId;
}

/// One list. Changed only by [`MeetingList::apply`] and [`MeetingList::holding`].
#[derive(Clone, PartialEq, Eq)]
pub struct MeetingList {
    pub(crate) name: Label,
    pub(crate) fellowship: Kept<Fellowship>,
    pub(crate) origin: Origin,
    /// For meetings that name none.
    pub(crate) zone: Zone,
    pub(crate) refresh: Kept<Refresh>,
    pub(crate) held: Held,
}

/// Where it comes from.
#[derive(Clone, PartialEq, Eq)]
pub enum Origin {
    /// Read from the net, and again when it is too old.
    Address(Link),
    /// A file somebody had; a newer one has to be brought.
    File,
}

coded! {
    /// When a list from an address is read again by itself, on opening the meetings.
    pub enum Refresh {
        Daily = "daily",
        Weekly = "weekly",
        Monthly = "monthly",
        /// Only when asked.
        ByHand = "by-hand",
    }
}

/// What was read last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// When, in milliseconds since 1970 in UTC.
    pub read_utc_ms: i64,
    /// Names the pages of this reading; the next reading has others.
    pub batch: [u8; 8],
    /// How many pages the finder reads, and how many hold the rest.
    pub index_pages: u16,
    pub detail_pages: u16,
    pub meetings: u32,
    /// How many entries could not be read.
    pub left_out: u32,
    /// The latest change that an entry tells of, in milliseconds since 1970 in UTC.
    pub updated_utc_ms: Option<i64>,
}

/// One change.
#[derive(Clone, PartialEq, Eq)]
pub enum ListEdit {
    SetName(Label),
    SetRefresh(Refresh),
}

/// Why a list cannot be what somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ListError {
    /// Not `https`: on the way anybody could read and change it.
    #[error("only https addresses are read")]
    NotSafe,
    /// Its query says where somebody is.
    #[error("the address tells a place")]
    TellsPlace,
    /// More lists than a phone should carry.
    #[error("no more than {limit} lists")]
    TooMany { limit: usize },
}

unspoken!(MeetingList, Origin, ListEdit);

impl Held {
    /// As many pages of either kind as a list can have.
    pub const MAX_PAGES: u16 = 1_000;
}

impl Refresh {
    /// How old a list may become before it is read again; None: as old as it likes.
    pub fn after_ms(self) -> Option<i64> {
        match self {
            Refresh::Daily => Some(24 * HOUR_MS),
            Refresh::Weekly => Some(7 * 24 * HOUR_MS),
            Refresh::Monthly => Some(30 * 24 * HOUR_MS),
            Refresh::ByHand => None,
        }
    }
}

impl Origin {
    /// An address that may be asked.
    ///
    /// # Errors
    /// [`ListError::NotSafe`], or [`ListError::TellsPlace`] when its query has a place in it: whoever answers would learn where somebody
    /// is who looks for a meeting.
    pub fn address(link: Link) -> Result<Origin, ListError> {
        let lower = link.as_str().to_ascii_lowercase();
        if !lower.starts_with("https://") {
            return Err(ListError::NotSafe);
        }
        let query = lower.split_once('?').map_or("", |(_, query)| query);
        let tells = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            PLACES.contains(&name) && !value.is_empty()
        };
        if query.split(['&', ';', '#']).any(tells) { Err(ListError::TellsPlace) } else { Ok(Origin::Address(link)) }
    }
}

/// Names under which a query tells a place: those of BMLT, of TSML, and what others call it.
const PLACES: [&str; 18] = [
    "lat",
    "lon",
    "lng",
    "long",
    "latitude",
    "longitude",
    "lat_val",
    "long_val",
    "geo_width",
    "geo_width_km",
    "coordinates",
    "coords",
    "near",
    "location",
    "distance",
    "address",
    "zip",
    "postal_code",
];

impl MeetingList {
    /// A list as it was read for the first time.
    pub fn new(name: Label, fellowship: Fellowship, origin: Origin, zone: Zone, held: Held) -> MeetingList {
        MeetingList {
            name,
            fellowship: Kept::Known(fellowship),
            refresh: Kept::Known(match origin {
                Origin::Address(_) => Refresh::Weekly,
                Origin::File => Refresh::ByHand,
            }),
            origin,
            zone,
            held,
        }
    }

    pub fn name(&self) -> &Label {
        &self.name
    }

    /// [`Fellowship::Other`] for one that a newer build offered.
    pub fn fellowship(&self) -> Fellowship {
        self.fellowship.known().unwrap_or(Fellowship::Other)
    }

    /// The code of a fellowship that this build has no word for.
    pub fn unknown(&self) -> Option<&Code> {
        self.fellowship.unknown()
    }

    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// For meetings that name none.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// One that a newer build offered counts as by hand.
    pub fn refresh(&self) -> Refresh {
        self.refresh.known().unwrap_or(Refresh::ByHand)
    }

    pub fn held(&self) -> &Held {
        &self.held
    }

    /// Whether it should be read again now. A clock that was set back makes no list young.
    pub fn is_due(&self, now_utc_ms: i64) -> bool {
        let age_ms = now_utc_ms.saturating_sub(self.held.read_utc_ms);
        let is_old = self.refresh().after_ms().is_some_and(|after| age_ms >= after || age_ms < 0);
        matches!(self.origin, Origin::Address(_)) && is_old
    }

    /// Whether so many meetings are so few that something is wrong with the new reading: less than half, of a list of ten and more.
    pub fn would_shrink(&self, meetings: u32) -> bool {
        meetings == 0 || (self.held.meetings >= 10 && u64::from(meetings) * 2 < u64::from(self.held.meetings))
    }

    /// With one thing changed.
    #[must_use]
    pub fn apply(&self, edit: ListEdit) -> MeetingList {
        let mut list = self.clone();
        match edit {
            ListEdit::SetName(name) => list.name = name,
            ListEdit::SetRefresh(refresh) => list.refresh = Kept::Known(refresh),
        }
        list
    }

    /// With what was read anew.
    #[must_use]
    pub fn holding(&self, held: Held) -> MeetingList {
        MeetingList { held, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(origin: Origin) -> MeetingList {
        let held = Held {
            read_utc_ms: 1_000_000,
            batch: [1; 8],
            index_pages: 1,
            detail_pages: 1,
            meetings: 100,
            left_out: 0,
            updated_utc_ms: None,
        };
        MeetingList::new(
            Label::new("Orange County").unwrap(),
            Fellowship::AlcoholicsAnonymous,
            origin,
            Zone::utc(),
            held,
        )
    }

    fn address(text: &str) -> Result<Origin, ListError> {
        Origin::address(Link::new(text).unwrap())
    }

    #[test]
    fn nobody_is_told_where_somebody_is() {
        assert!(address("https://meetings.example/feed.json").is_ok());
        assert!(address("https://b.example/client_interface/json/?switcher=GetSearchResults&services=7").is_ok());
        for tells in ["?switcher=x&lat_val=33.7&long_val=-117", "?LATITUDE=1", "?a=b;near=me", "?geo_width=5"] {
            let found = address(&format!("https://b.example/{tells}"));
            assert_eq!(found.map(|_| ()), Err(ListError::TellsPlace), "{tells}");
        }
        assert_eq!(address("http://meetings.example/feed.json").map(|_| ()), Err(ListError::NotSafe));
    }

    #[test]
    fn a_list_from_an_address_is_read_again_after_a_week_and_a_file_never() {
        let week = 7 * 24 * HOUR_MS;
        let kept = list(address("https://meetings.example/feed.json").unwrap());
        assert!(!kept.is_due(1_000_000 + week - 1) && kept.is_due(1_000_000 + week) && kept.is_due(0));
        assert!(!kept.apply(ListEdit::SetRefresh(Refresh::ByHand)).is_due(i64::MAX));
        assert!(!list(Origin::File).apply(ListEdit::SetRefresh(Refresh::Daily)).is_due(i64::MAX));
    }

    #[test]
    fn a_list_that_lost_half_its_meetings_is_asked_about() {
        let kept = list(Origin::File);
        assert!(kept.would_shrink(0) && kept.would_shrink(49) && !kept.would_shrink(50) && !kept.would_shrink(400));
        let small = kept.holding(Held { meetings: 9, ..*kept.held() });
        assert!(!small.would_shrink(1) && small.would_shrink(0));
    }
}
