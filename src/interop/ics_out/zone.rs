//! The rules of a zone for the years of its events, as VTIMEZONE (RFC 5545, 3.6.5).
//!
//! We have no rules, only offsets, so the changes of the clock are found by looking once a week and then closer. Where a change comes on
//! the same weekday of the same month in all the years looked at, it is written as a yearly rule; else date by date.

use super::lines::Lines;
use super::rule::wall;
use super::{OutChange, OutEnds, OutError, OutEvent, OutTime};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::{Zone, zones::Zones};
use std::ops::RangeInclusive;

const WEEK_MS: i64 = 7 * 86_400_000;
/// Looked at at least: in fewer years the fourth Sunday may be the last one each time.
const FEWEST_YEARS: i32 = 7;
/// And at most.
const MOST_YEARS: i32 = 40;
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// One change of the clock.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Onset {
    /// What the clock showed when it was changed.
    at: NaiveDateTime,
    from_s: i32,
    to_s: i32,
}

/// On which weekday of which month something comes every year.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Yearly {
    month: u32,
    /// −1 is the last one.
    which: i32,
    weekday: u32,
    time: NaiveTime,
}

/// Every zone of some events, in the order of their first use, with the years of its events.
pub(super) fn needed(events: &[OutEvent]) -> Vec<(Zone, RangeInclusive<i32>)> {
    let mut found: Vec<(Zone, RangeInclusive<i32>)> = Vec::new();
    for event in events {
        let OutTime::Zoned { zone, start, .. } = &event.time else { continue };
        let years = years(event, *start);
        match found.iter_mut().find(|(other, _)| other == zone) {
            Some((_, all)) => *all = *all.start().min(years.start())..=*all.end().max(years.end()),
            None => found.push((zone.clone(), years)),
        }
    }
    found
}

fn years(event: &OutEvent, start: NaiveDateTime) -> RangeInclusive<i32> {
    let last = match event.rule.map(|rule| (rule.ends, rule.every)) {
        None | Some((OutEnds::Never, _)) => start.year(),
        Some((OutEnds::On(last), _)) => last.year(),
        Some((OutEnds::After(times), every)) => {
            let weeks = i64::from(times) * i64::from(every.max(1));
            start.checked_add_signed(TimeDelta::weeks(weeks)).unwrap_or(start).year()
        }
    };
    let moved = event.exceptions.iter().filter_map(|exception| match &exception.change {
        OutChange::Moved { start, .. } => Some(start.year()),
        OutChange::LeftOut | OutChange::Cancelled => None,
    });
    let others = moved.chain(event.dates.iter().map(|date| date.year()));
    others.fold(start.year()..=last, |years, year| *years.start().min(&year)..=*years.end().max(&year))
}

/// Writes one zone.
pub(super) fn put(out: &mut Lines, zone: &Zone, years: RangeInclusive<i32>, zones: &dyn Zones) -> Result<(), OutError> {
    let first = years.start() - 1;
    let last = (*years.end()).max(years.start() + FEWEST_YEARS).min(years.start() + MOST_YEARS);
    let begins = NaiveDate::from_ymd_opt(first, 1, 1).ok_or(OutError::OutOfCalendar)?.and_time(NaiveTime::MIN);
    let ends = NaiveDate::from_ymd_opt(last, 12, 31).ok_or(OutError::OutOfCalendar)?.and_time(NaiveTime::MIN);
    let offset = |utc_ms: i64| zones.offset_s(zone, utc_ms).ok_or_else(|| OutError::UnknownZone(zone.clone()));
    let from_ms = begins.and_utc().timestamp_millis();
    let before = offset(from_ms)?;
    let onsets = onsets(from_ms, ends.and_utc().timestamp_millis(), &offset)?;

    out.put("BEGIN", "VTIMEZONE");
    out.text("TZID", zone.name());
    // What holds before the first change that we know.
    observance(out, &[Onset { at: begins, from_s: before, to_s: before }], None, is_summer(before, &onsets));
    let mut left = onsets;
    while let Some(one) = left.first().copied() {
        let is_alike = |other: &Onset| (other.from_s, other.to_s) == (one.from_s, one.to_s);
        let (alike, others): (Vec<Onset>, Vec<Onset>) = left.into_iter().partition(is_alike);
        let rule = if one.is_every_year(&alike, last) { yearly(&alike) } else { None };
        observance(out, &alike, rule, one.to_s > one.from_s);
        left = others;
    }
    out.put("END", "VTIMEZONE");
    Ok(())
}

/// Whether an offset is the one of the summer: some change leads from a smaller one to it.
fn is_summer(offset_s: i32, onsets: &[Onset]) -> bool {
    onsets.iter().any(|onset| onset.to_s == offset_s && onset.from_s < offset_s)
}

fn observance(out: &mut Lines, onsets: &[Onset], rule: Option<Yearly>, is_summer: bool) {
    let Some((first, others)) = onsets.split_first() else { return };
    let name = if is_summer { "DAYLIGHT" } else { "STANDARD" };
    out.put("BEGIN", name);
    out.put("DTSTART", &wall(first.at));
    out.put("TZOFFSETFROM", &offset_text(first.from_s));
    out.put("TZOFFSETTO", &offset_text(first.to_s));
    match rule {
        Some(rule) => out.put("RRULE", &rule.text()),
        None => others.iter().for_each(|other| out.put("RDATE", &wall(other.at))),
    }
    out.put("END", name);
}

/// Every change from one instant to another. Two changes within a week would be missed; no zone of our years has them.
fn onsets(from_ms: i64, to_ms: i64, offset: &dyn Fn(i64) -> Result<i32, OutError>) -> Result<Vec<Onset>, OutError> {
    let mut found = Vec::new();
    let (mut at_ms, mut before) = (from_ms, offset(from_ms)?);
    while at_ms < to_ms {
        let next_ms = at_ms + WEEK_MS;
        let after = offset(next_ms)?;
        if after != before {
            let (mut low, mut high) = (at_ms, next_ms);
            while high - low > 1_000 {
                let middle = low + (high - low) / 2;
                if offset(middle)? == before { low = middle } else { high = middle }
            }
            let shown = DateTime::from_timestamp_millis(high / 1_000 * 1_000).ok_or(OutError::OutOfCalendar)?;
            let at = shown.naive_utc() + TimeDelta::seconds(i64::from(before));
            found.push(Onset { at, from_s: before, to_s: after });
        }
        (at_ms, before) = (next_ms, after);
    }
    Ok(found)
}

impl Onset {
    /// Whether it comes once in each year up to the last one that was looked at.
    fn is_every_year(&self, alike: &[Onset], last: i32) -> bool {
        let years = (self.at.year()..=last).collect::<Vec<_>>();
        years.len() > 2 && alike.iter().map(|onset| onset.at.year()).eq(years)
    }
}

/// The weekday on which all of them come, if it is one.
fn yearly(onsets: &[Onset]) -> Option<Yearly> {
    let first = onsets.first()?.at;
    let rule = |which: i32| Yearly {
        month: first.month(),
        which,
        weekday: first.weekday().num_days_from_monday(),
        time: first.time(),
    };
    let place = |at: NaiveDateTime| i32::try_from(at.day0() / 7 + 1).unwrap_or_default();
    [rule(-1), rule(place(first))].into_iter().find(|rule| {
        onsets.iter().all(|onset| {
            let at = onset.at;
            let same_day =
                (at.month(), at.weekday().num_days_from_monday(), at.time()) == (rule.month, rule.weekday, rule.time);
            let is_last = at.checked_add_signed(TimeDelta::days(7)).is_some_and(|next| next.month() != at.month());
            same_day && if rule.which == -1 { is_last } else { place(at) == rule.which }
        })
    })
}

impl Yearly {
    fn text(&self) -> String {
        let weekday = WEEKDAYS.get(self.weekday as usize).copied().unwrap_or("MO");
        format!("FREQ=YEARLY;BYMONTH={};BYDAY={}{weekday}", self.month, self.which)
    }
}

/// `-0600`; with seconds where there are any.
fn offset_text(offset_s: i32) -> String {
    let sign = if offset_s < 0 { '-' } else { '+' };
    let seconds = offset_s.unsigned_abs();
    let text = format!("{sign}{:02}{:02}", seconds / 3_600, seconds / 60 % 60);
    if seconds.is_multiple_of(60) { text } else { format!("{text}{:02}", seconds % 60) }
}
