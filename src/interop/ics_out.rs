//! Writing a calendar (RFC 5545): sessions as a phone's own calendar takes them in, with reminders that need no server and no app.
//!
//! What stands in it is seen by whoever sees that calendar: the title is the caller's, and neutral unless the person wants it otherwise. The
//! UID must stay the same and SEQUENCE must rise, or the phone will have the session twice; both are the caller's as well.

mod component;
mod evening;
mod lines;
mod listed;
mod planned;
mod rule;
mod telling;
mod zone;

pub use evening::every_evening;
pub use listed::of_imported;
pub use planned::of_session;
pub use telling::{Saying, Telling, sequence_at};

use crate::unspoken;
use chrono::{NaiveDate, NaiveDateTime};
use domain::{Link, Standing, Uid, Weekdays, Zone, zones::Zones};
use thiserror::Error;

/// As many reminders of one event as are written.
pub const MAX_ALARMS: usize = 10;

/// One event as it is to stand in the file.
#[derive(Clone, PartialEq, Eq)]
pub struct OutEvent {
    /// The same in every file.
    pub uid: Uid,
    /// Greater in every file in which something changed.
    pub sequence: u32,
    /// When this was written, in milliseconds since 1970 in UTC.
    pub stamped_utc_ms: i64,
    pub time: OutTime,
    /// None: once, and on whatever `dates` there are.
    pub rule: Option<OutRule>,
    /// When it is besides, by its own clock.
    pub dates: Vec<NaiveDateTime>,
    /// What is different on single dates; at most one for each.
    pub exceptions: Vec<OutException>,
    /// "Appointment", in the person's language.
    pub summary: String,
    pub location: Option<String>,
    pub link: Option<Link>,
    /// What there is to say at length.
    pub description: Option<String>,
    /// In minutes before the start; the first [`MAX_ALARMS`] of them.
    pub alarms: Vec<u32>,
    /// Of the whole event; nobody is reminded of what is called off.
    pub standing: Standing,
}

/// When an event is, the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutTime {
    /// By the clock of a zone.
    Zoned { zone: Zone, start: NaiveDateTime, minutes: u32 },
    /// In UTC.
    Utc { start: NaiveDateTime, minutes: u32 },
    /// Whole days: at least one.
    Days { first: NaiveDate, days: u32 },
}

/// Every so many weeks on some weekdays. Weeks begin on Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutRule {
    pub on: Weekdays,
    /// 1 for every week.
    pub every: u8,
    pub ends: OutEnds,
}

/// When a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutEnds {
    Never,
    /// The last day on which it can be, by the event's own clock.
    On(NaiveDate),
    After(u16),
}

/// What is different on one date.
#[derive(Clone, PartialEq, Eq)]
pub struct OutException {
    /// When it would be by the rule, by the event's own clock. Of whole days: any time of the first of them.
    pub original: NaiveDateTime,
    pub change: OutChange,
    /// None: as the event. What is [`OutChange::Cancelled`] is called off in any case.
    pub standing: Option<Standing>,
    /// None: what the event is called.
    pub summary: Option<String>,
}

/// How it is different.
#[derive(Clone, PartialEq, Eq)]
pub enum OutChange {
    /// It is not there.
    LeftOut,
    /// It is there, struck through.
    Cancelled,
    /// It is at another time (by the event's own clock), for so long, and perhaps in another place. Of whole days: the minutes are not used.
    Moved { start: NaiveDateTime, minutes: u32, location: Option<String> },
}

/// Why no calendar could be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OutError {
    /// A calendar without an event is none.
    #[error("there is nothing to write")]
    Nothing,
    /// The device does not know the zone, so that its rules cannot be written.
    #[error("the device does not know the zone {}", .0.name())]
    UnknownZone(Zone),
    /// A date beyond what a calendar can have.
    #[error("a date is out of the calendar")]
    OutOfCalendar,
}

unspoken!(OutEvent, OutException, OutChange);

impl OutEvent {
    fn repeats(&self) -> bool {
        self.rule.is_some() || !self.dates.is_empty()
    }
}

/// A calendar as text, with the zones it needs. `product` is who wrote it, such as `-//Handrail//EN`.
///
/// # Errors
/// [`OutError`]; nothing is written in part.
pub fn write(product: &str, events: &[OutEvent], zones: &dyn Zones) -> Result<String, OutError> {
    if events.is_empty() {
        return Err(OutError::Nothing);
    }
    let mut out = lines::Lines::new();
    out.put("BEGIN", "VCALENDAR");
    out.put("VERSION", "2.0");
    out.text("PRODID", product);
    out.put("CALSCALE", "GREGORIAN");
    for (zone, years) in zone::needed(events) {
        zone::put(&mut out, &zone, years, zones)?;
    }
    for event in events {
        component::put(&mut out, event, zones)?;
    }
    out.put("END", "VCALENDAR");
    Ok(out.finish())
}
