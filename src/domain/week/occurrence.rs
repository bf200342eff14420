//! One occurrence of a session: an instant, the clock of its zone, and what is different about it.

use crate::moment::{Moment, Zone};
use crate::session::{About, Membership, SeriesId};
use crate::visit::VisitKey;
use crate::words::unspoken;
use crate::zones::{Zones, civil_of};
use chrono::NaiveDateTime;

/// Where and when a session is on one date.
#[derive(Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The record it comes from.
    pub series: SeriesId,
    /// Its name, under which a visit is kept.
    pub key: VisitKey,
    /// Milliseconds since 1970 in UTC, like the end.
    pub starts_utc_ms: i64,
    /// Not before the start.
    pub ends_utc_ms: i64,
    /// Start and end by the clock of `zone`.
    pub times: Times,
    /// The program's zone; of a calendar's, the zone it has there; the person's own where neither has one that the device knows.
    pub zone: Zone,
    /// With the place of this date, if it has its own.
    pub about: About,
    pub phase: Option<Membership>,
    pub shown: Shown,
    /// Whole days: the times are the first midnight and the last.
    pub is_all_day: bool,
    /// When it would have been, by the clock of `zone`; none when it was not moved.
    pub moved_from: Option<NaiveDateTime>,
    /// Whether the place is another one than usual.
    pub has_other_place: bool,
    /// Whether its hours are the program's.
    pub counts: bool,
    /// Whether it came from a calendar file.
    pub is_imported: bool,
}

/// Start and end by one clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Times {
    pub start: NaiveDateTime,
    pub end: NaiveDateTime,
}

/// How an occurrence stands before anybody was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shown {
    Planned,
    /// A calendar says that it is not settled.
    Tentative,
    /// Kept in sight, struck through.
    Cancelled,
}

unspoken!(Occurrence);

impl Occurrence {
    /// Start and end by the clock of where the person is, when it shows anything else than the program's. None at home, for whole
    /// days, and for a zone that the device does not know.
    pub fn times_here(&self, zones: &dyn Zones, here: &Zone) -> Option<Times> {
        if self.is_all_day || *here == self.zone {
            return None;
        }
        let start = civil_of(zones, here, self.starts_utc_ms)?;
        let end = civil_of(zones, here, self.ends_utc_ms)?;
        let times = Times { start, end };
        (times != self.times).then_some(times)
    }

    /// How long it is, in minutes.
    pub fn minutes(&self) -> u32 {
        let minutes = self.ends_utc_ms.saturating_sub(self.starts_utc_ms) / 60_000;
        u32::try_from(minutes).unwrap_or_default()
    }

    /// When it begins, for a visit. By the clock of its zone.
    pub fn at(&self) -> Moment {
        let shown_ms = self.times.start.and_utc().timestamp_millis();
        let minutes = shown_ms.saturating_sub(self.starts_utc_ms) / 60_000;
        Moment::of_device(self.starts_utc_ms, i16::try_from(minutes).unwrap_or_default(), self.zone.clone())
    }
}
