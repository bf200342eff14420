//! A session that came from a calendar, as an event again. It has no rule, only dates, because its rule may be one that we have no words
//! for. Most of them are weekly all the same, and are written so: not every calendar takes a list of dates.

use super::telling::{Telling, sequence_at, uid_of};
use super::{OutChange, OutEnds, OutEvent, OutException, OutRule, OutTime};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use domain::zones::{Zones, civil_of, instant_of};
use domain::{Imported, Listed, Original, SeriesId, Span, Standing, Uid, Weekdays, Zone};

/// One date by the clock of its event.
struct Dated<'a> {
    original: NaiveDateTime,
    start: NaiveDateTime,
    minutes: u32,
    listed: &'a Listed,
}

/// What an event takes over besides its dates.
#[derive(Clone, Copy)]
struct Head<'a> {
    id: SeriesId,
    imported: &'a Imported,
    changed_utc_ms: i64,
}

/// An imported session as another calendar is to have it. One event; more where some dates are whole days and others are not, or are so
/// many days.
///
/// It has a name of ours: under its own, which may name the clinic, it would tell what is not to be told, and would take the place of what
/// the clinic wrote where that calendar is on the phone as well.
pub fn of_imported(
    (id, imported): (SeriesId, &Imported),
    changed_utc_ms: i64,
    telling: &Telling<'_>,
    zones: &dyn Zones,
) -> Vec<OutEvent> {
    let head = Head { id, imported, changed_utc_ms };
    let mut groups: Vec<(Option<i64>, Vec<&Listed>)> = Vec::new();
    for listed in imported.occurrences() {
        let days = days_of(listed.span());
        match groups.iter_mut().find(|(there, _)| *there == days) {
            Some((_, group)) => group.push(listed),
            None => groups.push((days, vec![listed])),
        }
    }
    let numbered = groups.into_iter().enumerate();
    numbered.filter_map(|(number, (_, group))| event(head, (number, &group), telling, zones)).collect()
}

/// How many whole days; None for times.
fn days_of(span: Span) -> Option<i64> {
    match span {
        Span::Times { .. } => None,
        Span::Days { first, last } => Some(last.signed_duration_since(first).num_days() + 1),
    }
}

fn event(
    Head { id, imported, changed_utc_ms }: Head<'_>,
    (number, group): (usize, &[&Listed]),
    telling: &Telling<'_>,
    zones: &dyn Zones,
) -> Option<OutEvent> {
    let zone = imported.zone().filter(|zone| group.iter().all(|listed| is_told_by(listed, zone, zones)));
    let dated: Vec<Dated<'_>> = group.iter().filter_map(|listed| dated(listed, zone, zones)).collect();
    let (first, others) = dated.split_first()?;
    let told = telling.about(imported.about(), imported.notes());
    let begins = if others.is_empty() { first.start } else { dated.iter().map(|date| date.original).min()? };
    let length = first.minutes;
    let mut event = OutEvent {
        uid: if number == 0 { uid_of(id)? } else { Uid::new(&format!("{number}-{}", uid_of(id)?.as_str()))? },
        sequence: sequence_at(changed_utc_ms),
        stamped_utc_ms: changed_utc_ms,
        time: match (first.listed.span(), zone) {
            (Span::Days { .. }, _) => OutTime::Days {
                first: begins.date(),
                days: u32::try_from(days_of(first.listed.span()).unwrap_or(1)).unwrap_or(1),
            },
            (Span::Times { .. }, Some(zone)) => OutTime::Zoned { zone: zone.clone(), start: begins, minutes: length },
            (Span::Times { .. }, None) => OutTime::Utc { start: begins, minutes: length },
        },
        rule: None,
        dates: Vec::new(),
        exceptions: Vec::new(),
        summary: told.summary,
        location: told.location,
        link: told.link,
        description: told.description,
        alarms: telling.minutes(),
        standing: Standing::Confirmed,
    };
    if others.is_empty() {
        let alone = differs(&event, first, telling);
        event.standing = first.listed.standing();
        event.summary = alone.summary.unwrap_or(event.summary);
        if let OutChange::Moved { location: Some(location), .. } = alone.change {
            event.location = Some(location);
        }
        return Some(event);
    }
    let originals: Vec<NaiveDateTime> = dated.iter().map(|date| date.original).collect();
    match weekly(begins, &originals) {
        Some((rule, missing)) => {
            event.rule = Some(rule);
            event.exceptions = missing.into_iter().map(left_out).collect();
        }
        None => event.dates = originals.into_iter().filter(|original| *original != begins).collect(),
    }
    let is_usual = |date: &&Dated<'_>| {
        let (is_said, listed) = (telling.saying.is_some(), date.listed);
        let says_more = is_said && (listed.title().is_some() || listed.place().is_some());
        let is_there = (date.start, date.minutes, listed.standing()) == (date.original, length, Standing::Confirmed);
        is_there && !says_more
    };
    let different: Vec<OutException> =
        dated.iter().filter(|date| !is_usual(date)).map(|date| differs(&event, date, telling)).collect();
    event.exceptions.extend(different);
    Some(event)
}

/// Whether a clock in that zone tells the instants of a date so that they are found again.
fn is_told_by(listed: &Listed, zone: &Zone, zones: &dyn Zones) -> bool {
    let is_told = |utc_ms| civil_of(zones, zone, utc_ms).and_then(|at| instant_of(zones, zone, at)) == Some(utc_ms);
    match (listed.span(), listed.original()) {
        (Span::Times { starts_utc_ms, .. }, Original::At(original)) => is_told(starts_utc_ms) && is_told(original),
        (Span::Times { starts_utc_ms, .. }, Original::On(_)) => is_told(starts_utc_ms),
        (Span::Days { .. }, _) => true,
    }
}

fn dated<'a>(listed: &'a Listed, zone: Option<&Zone>, zones: &dyn Zones) -> Option<Dated<'a>> {
    let clock = |utc_ms: i64| match zone {
        Some(zone) => civil_of(zones, zone, utc_ms),
        None => DateTime::from_timestamp_millis(utc_ms).map(|at| at.naive_utc()),
    };
    match listed.span() {
        Span::Times { starts_utc_ms, ends_utc_ms } => {
            let start = clock(starts_utc_ms)?;
            let original = match listed.original() {
                Original::At(utc_ms) => clock(utc_ms)?,
                Original::On(_) => start,
            };
            let minutes = u32::try_from(ends_utc_ms.saturating_sub(starts_utc_ms) / 60_000).ok()?;
            Some(Dated { original, start, minutes, listed })
        }
        Span::Days { first, .. } => {
            let original = match listed.original() {
                Original::On(date) => date,
                Original::At(_) => first,
            };
            Some(Dated { original: midnight(original), start: midnight(first), minutes: 0, listed })
        }
    }
}

/// One date as an exception of its event.
fn differs(event: &OutEvent, date: &Dated<'_>, telling: &Telling<'_>) -> OutException {
    let listed = date.listed;
    let own = |words: Option<&str>| telling.saying.and(words).map(str::to_owned);
    let title = own(listed.title().map(|title| title.as_str()));
    let is_off = listed.standing() == Standing::Cancelled;
    let summary = if is_off { Some((telling.called_off)(title.as_ref().unwrap_or(&event.summary))) } else { title };
    let location = own(listed.place().map(|place| place.as_str()));
    let change = OutChange::Moved { start: date.start, minutes: date.minutes, location };
    OutException { original: date.original, change, standing: Some(listed.standing()), summary }
}

fn left_out(original: NaiveDateTime) -> OutException {
    OutException { original, change: OutChange::LeftOut, standing: None, summary: None }
}

/// Dates as a weekly rule, and those of its dates on which there is nothing. None where that says more about what is not than about what is.
fn weekly(begins: NaiveDateTime, originals: &[NaiveDateTime]) -> Option<(OutRule, Vec<NaiveDateTime>)> {
    if originals.iter().any(|original| original.time() != begins.time()) {
        return None;
    }
    let last = originals.iter().max()?.date();
    let days = originals.iter().fold(0, |days: u8, date| days | 1 << date.weekday().num_days_from_monday());
    let on = Weekdays::from_bits(days)?;
    let weeks = last.signed_duration_since(begins.date()).num_days() / 7 + 1;
    if weeks * i64::from(days.count_ones()) > 2 * i64::try_from(originals.len()).ok()? + 7 {
        return None;
    }
    let between = std::iter::successors(Some(begins.date()), |date| date.checked_add_days(Days::new(1)));
    let planned = between.take_while(|date| *date <= last).filter(|date| on.contains(date.weekday()));
    let planned = planned.map(|date| date.and_time(begins.time()));
    let missing: Vec<NaiveDateTime> = planned.filter(|date| !originals.contains(date)).collect();
    let is_rule = missing.len() <= originals.len();
    is_rule.then_some((OutRule { on, every: 1, ends: OutEnds::On(last) }, missing))
}

fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN)
}
