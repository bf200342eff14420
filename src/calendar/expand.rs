//! The dates of a rule, by the wall clock, within a stretch of time and within a limit of work.
//!
//! Which instant a time of the wall clock is, is decided afterwards, in one place, for every zone that a file can have. A rule that began
//! long ago starts near the stretch, as many whole intervals later; whether one goes on after it is looked for for a hundred years.

use crate::follow::{dates_in, period_after};
use crate::rule::{Frequency, Rule, RuleDay};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use interop::calendar::Reason;

/// As often on one day as a rule may come.
const MOST_TIMES_A_DAY: usize = 48;
/// Days, weeks, months, years or hours that are gone through for one file: well under two seconds.
const MOST_PERIODS: i64 = 3_000_000;
/// A rule that comes to no date for a hundred years does not go on. Twenty-eight have every weekday on every date, but for the year 2100.
const LOOKED_AHEAD: Months = Months::new(1_200);
/// A rule with a number of times is counted from its beginning, which must not lie further back.
const EARLIEST_COUNTED_YEAR: i32 = 1_900;

/// How much work is left for a file.
pub(crate) struct Work {
    periods: i64,
}

/// The dates of a rule.
#[derive(Default)]
pub(crate) struct Dates {
    /// In order, by the wall clock. The start is among them if the rule comes to it.
    pub found: Vec<NaiveDateTime>,
    /// Whether there are more after the stretch.
    pub goes_on: bool,
    /// Whether there are more in it than were asked for.
    pub is_cut: bool,
}

/// What is asked of a rule.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    pub stretch: Stretch,
    /// As many dates at most.
    pub limit: usize,
    /// Whether the start is one of the number of times also where the rule does not come to it. With two rules it may be the other's.
    pub counts_start: bool,
}

/// From one time up to another, by the wall clock.
#[derive(Clone, Copy)]
pub(crate) struct Stretch {
    pub from: NaiveDateTime,
    pub to: NaiveDateTime,
}

impl Work {
    /// For one file.
    pub fn new() -> Work {
        Work { periods: MOST_PERIODS }
    }

    fn spend(&mut self, periods: i64) -> Result<(), Reason> {
        self.periods -= periods;
        if self.periods < 0 { Err(Reason::RuleTooLong) } else { Ok(()) }
    }
}

/// The dates of a rule that begins at `start` and ends at `until`, both by the wall clock.
///
/// # Errors
/// Why the rule is not followed.
pub(crate) fn dates(
    rule: &Rule,
    start: NaiveDateTime,
    until: Option<NaiveDateTime>,
    asked: Asked,
    work: &mut Work,
) -> Result<Dates, Reason> {
    let Asked { stretch, limit, counts_start } = asked;
    let a_day = rule.hours.len().max(1) * rule.minutes.len().max(1) * rule.seconds.len().max(1);
    if matches!(rule.freq, Frequency::Minutely | Frequency::Secondly) || a_day > MOST_TIMES_A_DAY {
        return Err(Reason::RuleTooOften);
    }
    let last = until.map_or(stretch.to, |until| until.min(stretch.to));
    if last < start || last < stretch.from {
        return Ok(Dates::default());
    }
    let is_counted = rule.count.is_some();
    if is_counted && start.year() < EARLIEST_COUNTED_YEAR {
        return Err(Reason::RuleTooLong);
    }
    let near = if is_counted { start } else { start.max(stretch.from) };
    let base = base(rule, start, near).ok_or(Reason::RuleNotRead)?;
    work.spend(periods(rule, base, last))?;
    let rule = told_in_full(rule, start);
    let ahead = stretch.to.checked_add_months(LOOKED_AHEAD).unwrap_or(NaiveDateTime::MAX);
    let end = until.map_or(ahead, |until| until.min(ahead));

    let mut dates = Dates::default();
    let mut left = rule.count.unwrap_or(u32::MAX);
    let mut is_first = true;
    for number in (0_u64..).step_by(usize::from(rule.interval)) {
        let Some(period) = period_after(rule.freq, base, number).filter(|period| *period <= end) else { break };
        if period > last {
            work.spend(cost(rule.freq).1)?;
        }
        for date in dates_in(&rule, period).into_iter().filter(|date| *date >= start) {
            if std::mem::take(&mut is_first) && is_counted && counts_start && date != start {
                left -= 1;
            }
            if left == 0 || until.is_some_and(|until| date > until) {
                return Ok(dates);
            }
            if date >= stretch.to {
                dates.goes_on = true;
                return Ok(dates);
            }
            if is_counted {
                left -= 1;
            }
            if date >= stretch.from {
                if dates.found.len() == limit {
                    (dates.goes_on, dates.is_cut) = (true, true);
                    return Ok(dates);
                }
                dates.found.push(date);
            }
        }
    }
    Ok(dates)
}

/// A beginning of a period from which the rule can be followed: the last one that is a whole number of intervals after `start` and at
/// least one interval before `near`. A period is begun at its beginning, so that places in it are counted rightly (BYSETPOS).
fn base(rule: &Rule, start: NaiveDateTime, near: NaiveDateTime) -> Option<NaiveDateTime> {
    let every = i64::from(rule.interval);
    let whole = |periods: i64| (periods / every - 1).max(0) * every;
    let (date, time) = (start.date(), start.time());
    let first = |year: i32, month: u32| NaiveDate::from_ymd_opt(year, month, 1);
    Some(match rule.freq {
        Frequency::Yearly => {
            let years = whole(i64::from(near.year() - start.year()));
            first(start.year() + i32::try_from(years).ok()?, 1)?.and_time(time)
        }
        Frequency::Monthly => {
            let months =
                i64::from(near.year() - start.year()) * 12 + i64::from(near.month()) - i64::from(start.month());
            let months = Months::new(u32::try_from(whole(months)).ok()?);
            first(start.year(), start.month())?.checked_add_months(months)?.and_time(time)
        }
        Frequency::Weekly => {
            let monday = date.week(rule.week_start).checked_first_day()?;
            let weeks = whole((near.date() - monday).num_days() / 7);
            monday.checked_add_days(Days::new(u64::try_from(weeks).ok()? * 7))?.and_time(time)
        }
        Frequency::Daily => {
            let days = whole((near.date() - date).num_days());
            date.checked_add_days(Days::new(u64::try_from(days).ok()?))?.and_time(time)
        }
        Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => {
            start.checked_add_signed(TimeDelta::hours(whole((near - start).num_hours())))?
        }
    })
}

/// How many periods lie between two times, with those in between that an interval leaves out.
fn periods(rule: &Rule, from: NaiveDateTime, to: NaiveDateTime) -> i64 {
    let hours = (to - from).num_hours().max(0);
    let (length, cost) = cost(rule.freq);
    (hours / length / i64::from(rule.interval) + 1) * cost
}

/// How many hours a period has, and what it costs to go through it: a month or a year is a list of its days.
fn cost(freq: Frequency) -> (i64, i64) {
    match freq {
        Frequency::Yearly => (8_760, 366),
        Frequency::Monthly => (720, 31),
        Frequency::Weekly => (168, 7),
        Frequency::Daily => (24, 1),
        Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => (1, 1),
    }
}

/// The rule with everything said that it leaves to its start, since it may begin at another time than its start.
fn told_in_full(rule: &Rule, start: NaiveDateTime) -> Rule {
    let mut rule = rule.clone();
    let says_no_day = rule.days.is_empty() && rule.month_days.is_empty() && rule.year_days.is_empty();
    let number = |own: u32| i32::try_from(own).unwrap_or_default();
    let weekday = RuleDay { place: None, weekday: start.weekday() };
    match rule.freq {
        Frequency::Yearly if says_no_day && rule.weeks.is_empty() => {
            if rule.months.is_empty() {
                rule.months.push(number(start.month()));
            }
            rule.month_days.push(number(start.day()));
        }
        Frequency::Yearly if says_no_day => rule.days.push(weekday),
        Frequency::Monthly if says_no_day => rule.month_days.push(number(start.day())),
        Frequency::Weekly if rule.days.is_empty() => rule.days.push(weekday),
        _ => {}
    }
    let or_own = |list: &mut Vec<u32>, own: u32| {
        if list.is_empty() {
            list.push(own);
        }
    };
    if rule.freq < Frequency::Hourly {
        or_own(&mut rule.hours, start.hour());
    }
    or_own(&mut rule.minutes, start.minute());
    or_own(&mut rule.seconds, start.second());
    rule
}
