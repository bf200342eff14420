//! The dates that a rule has in one of its periods, by the wall clock (RFC 5545, 3.3.10).
//!
//! A period is a year, a month, a week, a day or an hour, as the rule's frequency has it. Every day of it is asked whether all parts
//! of the rule want it; what is left is counted off by BYSETPOS. Nothing here knows of zones or of where the rule began.

use crate::rule::{Frequency, Rule, RuleDay};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Weekday};

/// The beginning of the period that is so many periods after the one that begins at `first`. None beyond the calendar.
pub(crate) fn period_after(freq: Frequency, first: NaiveDateTime, periods: u64) -> Option<NaiveDateTime> {
    let months = |months: u64| Some(Months::new(u32::try_from(months).ok()?));
    match freq {
        Frequency::Yearly => first.checked_add_months(months(periods.checked_mul(12)?)?),
        Frequency::Monthly => first.checked_add_months(months(periods)?),
        Frequency::Weekly => first.checked_add_days(Days::new(periods.checked_mul(7)?)),
        Frequency::Daily => first.checked_add_days(Days::new(periods)),
        Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => {
            first.checked_add_signed(TimeDelta::try_hours(i64::try_from(periods).ok()?)?)
        }
    }
}

/// The dates of the period that begins at `first`, in order. The rule has to say everything: what it leaves to its start is not known here.
pub(crate) fn dates_in(rule: &Rule, first: NaiveDateTime) -> Vec<NaiveDateTime> {
    let date = first.date();
    let length = match rule.freq {
        Frequency::Yearly => usize::from(days_of_year(date.year())),
        Frequency::Monthly => usize::from(date.num_days_in_month()),
        Frequency::Weekly => 7,
        Frequency::Daily | Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => 1,
    };
    let this_hour = [first.hour()];
    let hours: &[u32] = if rule.freq < Frequency::Hourly {
        &rule.hours
    } else if rule.hours.is_empty() || rule.hours.contains(&first.hour()) {
        &this_hour
    } else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for day in date.iter_days().take(length).filter(|day| wants(rule, *day)) {
        for hour in hours {
            for minute in &rule.minutes {
                found.extend(rule.seconds.iter().filter_map(|second| day.and_hms_opt(*hour, *minute, *second)));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    if rule.set_pos.is_empty() { found } else { places(&found, &rule.set_pos) }
}

/// What stands at these places, counted from the front from 1, or from the back from -1.
fn places(dates: &[NaiveDateTime], places: &[i32]) -> Vec<NaiveDateTime> {
    let length = i64::try_from(dates.len()).unwrap_or(i64::MAX);
    let is_meant =
        |index: i64| places.iter().any(|place| i64::from(*place) == index + 1 || i64::from(*place) == index - length);
    (0_i64..).zip(dates).filter(|(index, _)| is_meant(*index)).map(|(_, date)| *date).collect()
}

/// Whether every part of the rule wants this day. Lengths are looked up only where something is counted by them: this is asked of every day.
fn wants(rule: &Rule, day: NaiveDate) -> bool {
    is_counted(&rule.months, day.month(), || 12)
        && is_counted(&rule.month_days, day.day(), || day.num_days_in_month().into())
        && is_counted(&rule.year_days, day.ordinal(), || days_of_year(day.year()).into())
        && (rule.days.is_empty() || rule.days.iter().any(|wanted| is_day(rule, *wanted, day)))
        && (rule.weeks.is_empty() || {
            let (week, weeks) = week_of(day, rule.week_start);
            is_counted(&rule.weeks, week, || weeks)
        })
}

/// Whether a number is in the list, counted from the front or (with a minus) from the back. An empty list has them all.
fn is_counted(list: &[i32], number: u32, length: impl Fn() -> i64) -> bool {
    let is_it = |wanted: i64| wanted == number.into() || (wanted < 0 && length() + 1 + wanted == number.into());
    list.is_empty() || list.iter().any(|wanted| is_it((*wanted).into()))
}

/// `MO` is every Monday; `2MO` the second one of the month, or of the year where the rule names no month.
fn is_day(rule: &Rule, wanted: RuleDay, day: NaiveDate) -> bool {
    if wanted.weekday != day.weekday() {
        return false;
    }
    let Some(place) = wanted.place.filter(|_| rule.freq < Frequency::Weekly) else {
        return true;
    };
    let (number, length) = if rule.freq == Frequency::Monthly || !rule.months.is_empty() {
        (i64::from(day.day()), i64::from(day.num_days_in_month()))
    } else {
        (i64::from(day.ordinal()), i64::from(days_of_year(day.year())))
    };
    let at = if place > 0 { (number - 1) / 7 + 1 } else { -((length - number) / 7 + 1) };
    i64::from(place) == at
}

/// The number of a day's week, and how many weeks its year has. A week belongs to the year in which most of its days are.
fn week_of(day: NaiveDate, week_start: Weekday) -> (u32, i64) {
    let into_week = i64::from(day.weekday().days_since(week_start));
    // The fourth day of a week is in the year of the week.
    let Some(fourth) = day.checked_add_signed(TimeDelta::days(3 - into_week)) else { return (0, 0) };
    let number = fourth.ordinal0() / 7 + 1;
    // Weeks before and after this one, as long as their fourth day is in the same year.
    let after = (i64::from(days_of_year(fourth.year())) - i64::from(fourth.ordinal())) / 7;
    (number, i64::from(number) + after)
}

fn days_of_year(year: i32) -> u16 {
    if NaiveDate::from_yo_opt(year, 366).is_some() { 366 } else { 365 }
}
