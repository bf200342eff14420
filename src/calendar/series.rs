//! All that a file says about one UID becomes one event with its dates: the rule, what is added and left out, what is changed.
//!
//! A change to one date takes its place whatever its SEQUENCE is (RFC 5545, 3.8.4.4); between two copies of the same, the greater SEQUENCE
//! and then the later DTSTAMP decide.

use crate::alarm::minutes_before;
use crate::dates::{Line, Planned, planned};
use crate::event::{Event, Stamp};
use crate::expand::Work;
use crate::zone::ZoneBook;
use domain::{Original, Span, Standing};
use interop::calendar::{Clock, Extent, MAX_OCCURRENCES, Problem, ReadCalendar, ReadEvent, Reason, Window};

/// A change to one date, and which date that is.
pub(crate) struct Change<'a> {
    pub original: Original,
    /// All later dates are changed as well.
    pub reaches_on: bool,
    pub event: &'a Event,
    pub line: Line,
}

/// Works out one series and puts it into `read`. All of `events` have the same UID.
pub(crate) fn series(
    events: &[(&Event, &ZoneBook)],
    window: Window,
    room: &mut usize,
    work: &mut Work,
    read: &mut ReadCalendar,
) {
    let newer = |(a, _): &&(&Event, &ZoneBook)| (a.sequence, a.stamped_utc_ms);
    // `max_by_key` takes the last of equals: what stands later in a file is newer.
    let master = events.iter().filter(|(event, _)| event.changes.is_none()).max_by_key(newer);
    let mut problems: Vec<(&Event, Reason)> = Vec::new();
    let Some((head, zones)) = master.or_else(|| events.iter().min_by_key(|(event, _)| event.line)) else { return };
    problems.extend(head.problems.iter().map(|reason| (*head, *reason)));

    let line = Line::of(head, zones, &mut problems);
    let Some(line) = line else {
        tell(read, &[(*head, Reason::OutOfCalendar)]);
        return;
    };
    let mut changes: Vec<Change<'_>> = Vec::new();
    for (event, zones) in events.iter().filter(|(event, _)| event.changes.is_some()) {
        let Some((which, reaches_on)) = &event.changes else { continue };
        if !std::ptr::eq(*event, *head) {
            problems.extend(event.problems.iter().map(|reason| (*event, *reason)));
        }
        let place = line.original(which).zip(Line::of(event, zones, &mut problems));
        let Some((original, own)) = place else {
            problems.push((event, Reason::OutOfCalendar));
            continue;
        };
        let change = Change { original, reaches_on: *reaches_on, event, line: own };
        match changes.iter_mut().find(|other| other.original == original) {
            Some(other)
                if (other.event.sequence, other.event.stamped_utc_ms) <= (event.sequence, event.stamped_utc_ms) =>
            {
                *other = change;
            }
            Some(_) => {}
            None => changes.push(change),
        }
    }
    changes.sort_by_key(|change| change.original);

    let called_off = master.is_some_and(|(event, _)| event.is_called_off);
    let planned = match master {
        Some(_) if called_off => Planned::default(),
        Some((event, _)) => planned(event, &line, &changes, window, work, &mut problems),
        None => Planned::default(),
    };
    let mut occurrences = planned.found;
    for change in &changes {
        occurrences.extend(change.line.occurrence(change.original, change.event.standing, head, change.event));
    }
    occurrences.retain(|date| is_in(window, date.span));
    occurrences.sort_by_key(|date| (starts(date.span), date.original));
    occurrences.dedup_by_key(|date| date.original);
    let mut goes_on = planned.goes_on;
    if planned.is_cut || occurrences.len() > MAX_OCCURRENCES {
        problems.push((*head, Reason::TooManyDates));
        goes_on = true;
        occurrences.truncate(MAX_OCCURRENCES);
    }
    if occurrences.len() > *room {
        problems.push((*head, Reason::FileFull));
        goes_on = true;
        occurrences.truncate(*room);
    }
    *room -= occurrences.len();
    tell(read, &problems);
    if occurrences.is_empty() && !called_off {
        read.outside = read.outside.saturating_add(1);
        return;
    }
    let only =
        if occurrences.len() == 1 && !goes_on { occurrences.first().map(|date| starts(date.span)) } else { None };
    read.events.push(ReadEvent {
        uid: head.uid.clone(),
        sequence: head.sequence,
        stamped_utc_ms: head.stamped_utc_ms,
        line: head.line,
        title: head.title.clone(),
        notes: head.notes.clone(),
        place: head.place.clone(),
        link: head.link.clone(),
        standing: if called_off { Standing::Cancelled } else { head.standing },
        clock: clock(&line, zones),
        extent: match (master, called_off) {
            (None, _) => Extent::SomeDates,
            (Some(_), true) => Extent::CalledOff,
            (Some(_), false) => Extent::Whole,
        },
        goes_on,
        alarms: minutes_before(&head.alarms, line.length_s(), only),
        source: None,
        occurrences,
    });
}

fn tell(read: &mut ReadCalendar, problems: &[(&Event, Reason)]) {
    let mut told: Vec<(u32, Reason)> = Vec::new();
    for (event, reason) in problems {
        if !told.contains(&(event.line, *reason)) {
            told.push((event.line, *reason));
            let title = event.title.as_ref().and_then(|title| crate::text::short(title.as_str()));
            read.tell(Problem::of_event(event.line, title, *reason));
        }
    }
}

/// By which clock its times are shown. A calendar that has a zone shows in it also what it keeps in UTC.
fn clock(line: &Line, zones: &ZoneBook) -> Clock {
    let of_calendar = zones.has_own.then_some(zones.here.name.as_ref()).flatten();
    match (&line.start, line.zone().or(of_calendar)) {
        (Stamp::Day(_), _) => Clock::Days,
        (_, Some(zone)) => Clock::Zone(zone.clone()),
        (Stamp::Here(_), None) => Clock::Here,
        (Stamp::Zoned(..) | Stamp::Utc(_), None) => Clock::Utc,
    }
}

fn is_in(window: Window, span: Span) -> bool {
    match span {
        Span::Times { starts_utc_ms, ends_utc_ms } => window.meets(starts_utc_ms, ends_utc_ms),
        Span::Days { last, .. } => window.meets(starts(span), crate::dates::midnight_ms(last) + 86_400_000),
    }
}

/// Roughly when it starts; whole days begin at midnight in UTC here.
fn starts(span: Span) -> i64 {
    match span {
        Span::Times { starts_utc_ms, .. } => starts_utc_ms,
        Span::Days { first, .. } => crate::dates::midnight_ms(first),
    }
}

/// What one date has of its own; none where it has what its event has.
pub(crate) fn different<T: PartialEq + Clone>(own: Option<&T>, usual: Option<&T>) -> Option<T> {
    own.filter(|own| Some(*own) != usual).cloned()
}
