//! How a calendar travels from the worker to the app: postcard, after one byte that names the layout. Both are always of the same build,
//! so there is one layout only; nothing of this is ever stored. What arrives is checked like anything that arrives.

use super::{
    Clock, Extent, MAX_ALARM_MINUTES, MAX_ALARMS, MAX_EVENTS, MAX_OCCURRENCES, MAX_PROBLEMS, Problem, ReadCalendar,
    ReadEvent, ReadLink, ReadOccurrence, Reason, Window,
};
use chrono::{Datelike, NaiveDate};
use domain::{Label, Line, Link, Listed, MAX_SOURCE_BYTES, Note, Original, PhoneNumber, Span, Standing, Uid, Zone};
use serde::{Deserialize, Serialize};
use thiserror::Error;

const LAYOUT: u8 = 1;

/// Why bytes are no calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WireError {
    /// Written by another build, or by something else.
    #[error("this is not what this build writes")]
    NotOurs,
    /// Damaged, or beyond the limits that the worker keeps.
    #[error("what the worker handed over cannot be read")]
    Damaged,
}

#[derive(Serialize, Deserialize)]
struct WireCalendar {
    from_utc_ms: i64,
    to_utc_ms: i64,
    name: Option<String>,
    events: Vec<WireEvent>,
    outside: u32,
    other_kinds: u32,
    problems: Vec<WireProblem>,
    more_problems: u32,
}

#[derive(Serialize, Deserialize)]
struct WireEvent {
    uid: String,
    sequence: u32,
    stamped_utc_ms: Option<i64>,
    line: u32,
    title: Option<String>,
    notes: Option<String>,
    place: Option<String>,
    link: Option<WireLink>,
    standing: u8,
    clock: WireClock,
    extent: u8,
    goes_on: bool,
    occurrences: Vec<WireOccurrence>,
    alarms: Vec<u32>,
    source: Option<String>,
}

#[derive(Serialize, Deserialize)]
enum WireLink {
    Web(String),
    Call(String),
    Write(String),
}

#[derive(Serialize, Deserialize)]
enum WireClock {
    Days,
    Zone(String),
    Utc,
    Here,
}

/// Whole days are counted from the first day of the common era, and both are included.
#[derive(Serialize, Deserialize)]
struct WireOccurrence {
    is_days: bool,
    starts: i64,
    ends: i64,
    original_is_day: bool,
    original: i64,
    standing: u8,
    title: Option<String>,
    place: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct WireProblem {
    line: Option<u32>,
    title: Option<String>,
    reason: u8,
}

const STANDINGS: [Standing; 3] = [Standing::Confirmed, Standing::Tentative, Standing::Cancelled];
const EXTENTS: [Extent; 3] = [Extent::Whole, Extent::SomeDates, Extent::CalledOff];

impl ReadCalendar {
    /// As bytes, for the app.
    pub fn encode(&self) -> Vec<u8> {
        let wire = WireCalendar {
            from_utc_ms: self.window.from_utc_ms(),
            to_utc_ms: self.window.to_utc_ms(),
            name: owned(self.name.as_ref().map(Label::as_str)),
            events: self.events.iter().map(event_out).collect(),
            outside: self.outside,
            other_kinds: self.other_kinds,
            problems: self.problems.iter().map(problem_out).collect(),
            more_problems: self.more_problems,
        };
        // Writing to memory cannot fail; if it did, nothing is what the app refuses.
        postcard::to_extend(&wire, vec![LAYOUT]).unwrap_or_default()
    }

    /// What [`ReadCalendar::encode`] wrote.
    ///
    /// # Errors
    /// [`WireError`], for anything else.
    pub fn decode(bytes: &[u8]) -> Result<ReadCalendar, WireError> {
        let Some((&LAYOUT, rest)) = bytes.split_first() else { return Err(WireError::NotOurs) };
        let (wire, rest) = postcard::take_from_bytes::<WireCalendar>(rest).map_err(|_| WireError::Damaged)?;
        let calendar = if rest.is_empty() { calendar_in(wire) } else { None };
        calendar.ok_or(WireError::Damaged)
    }
}

fn event_out(event: &ReadEvent) -> WireEvent {
    WireEvent {
        uid: event.uid.as_str().to_owned(),
        sequence: event.sequence,
        stamped_utc_ms: event.stamped_utc_ms,
        line: event.line,
        title: owned(event.title.as_ref().map(Label::as_str)),
        notes: owned(event.notes.as_ref().map(Note::as_str)),
        place: owned(event.place.as_ref().map(Line::as_str)),
        link: event.link.as_ref().map(|link| match link {
            ReadLink::Web(link) => WireLink::Web(link.as_str().to_owned()),
            ReadLink::Call(number) => WireLink::Call(number.as_str().to_owned()),
            ReadLink::Write(address) => WireLink::Write(address.as_str().to_owned()),
        }),
        standing: place_of(&STANDINGS, &event.standing),
        clock: match &event.clock {
            Clock::Days => WireClock::Days,
            Clock::Zone(zone) => WireClock::Zone(zone.name().to_owned()),
            Clock::Utc => WireClock::Utc,
            Clock::Here => WireClock::Here,
        },
        extent: place_of(&EXTENTS, &event.extent),
        goes_on: event.goes_on,
        occurrences: event.occurrences.iter().map(occurrence_out).collect(),
        alarms: event.alarms.clone(),
        source: event.source.clone(),
    }
}

fn occurrence_out(date: &ReadOccurrence) -> WireOccurrence {
    let (is_days, starts, ends) = match date.span {
        Span::Times { starts_utc_ms, ends_utc_ms } => (false, starts_utc_ms, ends_utc_ms),
        Span::Days { first, last } => (true, number(first), number(last)),
    };
    let (original_is_day, original) = match date.original {
        Original::At(utc_ms) => (false, utc_ms),
        Original::On(day) => (true, number(day)),
    };
    WireOccurrence {
        is_days,
        starts,
        ends,
        original_is_day,
        original,
        standing: place_of(&STANDINGS, &date.standing),
        title: owned(date.title.as_ref().map(Label::as_str)),
        place: owned(date.place.as_ref().map(Line::as_str)),
    }
}

fn problem_out(problem: &Problem) -> WireProblem {
    WireProblem {
        line: problem.line,
        title: owned(problem.title.as_ref().map(Label::as_str)),
        reason: place_of(&Reason::ALL, &problem.reason),
    }
}

fn calendar_in(wire: WireCalendar) -> Option<ReadCalendar> {
    let window = Window::new(wire.from_utc_ms, wire.to_utc_ms);
    let is_window = (window.from_utc_ms(), window.to_utc_ms()) == (wire.from_utc_ms, wire.to_utc_ms);
    if !is_window || wire.events.len() > MAX_EVENTS || wire.problems.len() > MAX_PROBLEMS {
        return None;
    }
    Some(ReadCalendar {
        window,
        name: checked(wire.name, Label::new)?,
        events: wire.events.into_iter().map(event_in).collect::<Option<_>>()?,
        outside: wire.outside,
        other_kinds: wire.other_kinds,
        problems: wire.problems.into_iter().map(problem_in).collect::<Option<_>>()?,
        more_problems: wire.more_problems,
    })
}

fn event_in(wire: WireEvent) -> Option<ReadEvent> {
    let alarms_fit = wire.alarms.len() <= MAX_ALARMS && wire.alarms.iter().all(|alarm| *alarm <= MAX_ALARM_MINUTES);
    let source_fits = wire.source.as_ref().is_none_or(|source| (1..=MAX_SOURCE_BYTES).contains(&source.len()));
    if wire.occurrences.len() > MAX_OCCURRENCES || !alarms_fit || !source_fits {
        return None;
    }
    Some(ReadEvent {
        uid: Uid::new(&wire.uid)?,
        sequence: wire.sequence,
        stamped_utc_ms: wire.stamped_utc_ms,
        line: wire.line,
        title: checked(wire.title, Label::new)?,
        notes: checked(wire.notes, Note::new)?,
        place: checked(wire.place, Line::new)?,
        link: match wire.link {
            None => None,
            Some(WireLink::Web(link)) => Some(ReadLink::Web(Link::new(&link).ok()?)),
            Some(WireLink::Call(number)) => Some(ReadLink::Call(PhoneNumber::new(&number).ok()?)),
            Some(WireLink::Write(address)) => Some(ReadLink::Write(Line::new(&address).ok()?)),
        },
        standing: *STANDINGS.get(usize::from(wire.standing))?,
        clock: match wire.clock {
            WireClock::Days => Clock::Days,
            WireClock::Zone(name) => Clock::Zone(Zone::named(&name)?),
            WireClock::Utc => Clock::Utc,
            WireClock::Here => Clock::Here,
        },
        extent: *EXTENTS.get(usize::from(wire.extent))?,
        goes_on: wire.goes_on,
        occurrences: wire.occurrences.into_iter().map(occurrence_in).collect::<Option<_>>()?,
        alarms: wire.alarms,
        source: wire.source,
    })
}

fn occurrence_in(wire: WireOccurrence) -> Option<ReadOccurrence> {
    let span = if wire.is_days {
        Span::Days { first: day(wire.starts)?, last: day(wire.ends)? }
    } else {
        Span::Times { starts_utc_ms: wire.starts, ends_utc_ms: wire.ends }
    };
    let original = if wire.original_is_day { Original::On(day(wire.original)?) } else { Original::At(wire.original) };
    let standing = *STANDINGS.get(usize::from(wire.standing))?;
    // The domain says what a date may be: in the calendar, and not ending before it starts.
    Listed::new(span, original, standing)?;
    Some(ReadOccurrence {
        span,
        original,
        standing,
        title: checked(wire.title, Label::new)?,
        place: checked(wire.place, Line::new)?,
    })
}

fn problem_in(wire: WireProblem) -> Option<Problem> {
    let reason = *Reason::ALL.get(usize::from(wire.reason))?;
    Some(Problem { line: wire.line, title: checked(wire.title, Label::new)?, reason })
}

/// Some(None) for nothing, None for what is no such text.
fn checked<T, E>(text: Option<String>, new: impl FnOnce(&str) -> Result<T, E>) -> Option<Option<T>> {
    match text {
        None => Some(None),
        Some(text) => new(&text).ok().map(Some),
    }
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

fn place_of<T: PartialEq>(all: &[T], one: &T) -> u8 {
    let place = all.iter().position(|other| other == one).unwrap_or(all.len());
    u8::try_from(place).unwrap_or(u8::MAX)
}

fn number(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce())
}

fn day(number: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(number).ok()?)
}

#[cfg(test)]
mod tests {
    use super::super::samples::{calendar, evenings};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_calendar_arrives_as_it_was_sent() {
        let mut whole_days = evenings("b");
        let first = NaiveDate::from_ymd_opt(2027, 1, 15).unwrap();
        whole_days.clock = Clock::Days;
        whole_days.source = Some("BEGIN:VCALENDAR".to_owned());
        whole_days.link = Some(ReadLink::Write(Line::new("desk@clinic.example").unwrap()));
        whole_days.occurrences.truncate(1);
        whole_days.occurrences[0].span = Span::Days { first, last: first };
        whole_days.occurrences[0].original = Original::On(first);
        whole_days.occurrences[0].title = Label::new("Another").ok();
        let mut sent = calendar(vec![evenings("a"), whole_days]);
        for reason in Reason::ALL {
            sent.tell(Problem::of_event(7, Label::new("Group").ok(), reason));
        }
        assert!(ReadCalendar::decode(&sent.encode()) == Ok(sent));
    }

    #[test]
    fn an_end_before_the_start_and_too_many_alarms_do_not_arrive() {
        let mut sent = calendar(vec![evenings("a")]);
        sent.events[0].occurrences[0].span = Span::Times { starts_utc_ms: 1_800_000_000_000, ends_utc_ms: 0 };
        assert_eq!(ReadCalendar::decode(&sent.encode()), Err(WireError::Damaged));
        let mut sent = calendar(vec![evenings("a")]);
        sent.events[0].alarms = vec![1; MAX_ALARMS + 1];
        assert_eq!(ReadCalendar::decode(&sent.encode()), Err(WireError::Damaged));
        let mut sent = calendar(vec![evenings("a")]);
        sent.events[0].source = Some(" ".repeat(MAX_SOURCE_BYTES + 1));
        assert_eq!(ReadCalendar::decode(&sent.encode()), Err(WireError::Damaged));
        assert_eq!(ReadCalendar::decode(&[]), Err(WireError::NotOurs));
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_calendar_or_an_error(mut bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = ReadCalendar::decode(&bytes);
            bytes.insert(0, LAYOUT);
            let _ = ReadCalendar::decode(&bytes);
        }

        #[test]
        fn one_damaged_byte_is_never_a_crash(place in 0_usize..400, byte in any::<u8>()) {
            let mut bytes = calendar(vec![evenings("a")]).encode();
            if let Some(at) = bytes.get_mut(place) {
                *at = byte;
            }
            let _ = ReadCalendar::decode(&bytes);
        }
    }
}
