//! The dates of a rule, by the wall clock, within a stretch of time and within a limit of work.
//!
//! `rrule` counts in UTC here, and what it calls UTC is the wall clock: which instant a time of the wall clock is, is decided afterwards,
//! in one place, for every zone that a file can have. A rule that began long ago starts near the stretch, as many whole intervals later;
//! a rule that never comes to a date costs a hundred thousand steps, so only so many of those are looked at in one file.

use crate::rule::Rule;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Timelike};
use interop::calendar::Reason;
use rrule::{Frequency, NWeekday, RRule, RRuleSet, Tz, Unvalidated};

/// As often on one day as a rule may come.
const MOST_TIMES_A_DAY: usize = 48;
/// Days, weeks, months, years or hours that are gone through for one file: well under two seconds.
const MOST_PERIODS: i64 = 3_000_000;
/// Rules without a date in the stretch that are looked at in one file, at some ten milliseconds each.
const MOST_IDLE_RULES: u32 = 100;
/// A rule with a number of times is counted from its beginning, which must not lie further back.
const EARLIEST_COUNTED_YEAR: i32 = 1_900;

/// How much work is left for a file.
pub(crate) struct Work {
    periods: i64,
    idle_rules: u32,
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
        Work { periods: MOST_PERIODS, idle_rules: MOST_IDLE_RULES }
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
    work.periods -= periods(rule, base, last);
    if work.periods < 0 || work.idle_rules == 0 {
        return Err(Reason::RuleTooLong);
    }
    let base = shown(base);
    let set = RRuleSet::new(base).rrule(engine_rule(rule, start).validate(base).map_err(|_| Reason::RuleNotRead)?);

    let mut dates = Dates::default();
    let mut left = rule.count.unwrap_or(u32::MAX);
    let mut is_idle = true;
    let mut is_first = true;
    for date in set.limit().into_iter().map(|date| date.naive_utc()).filter(|date| *date >= start) {
        if std::mem::take(&mut is_first) && is_counted && counts_start && date != start {
            left -= 1;
        }
        if left == 0 || until.is_some_and(|until| date > until) {
            is_idle = false;
            break;
        }
        if date >= stretch.to {
            (dates.goes_on, is_idle) = (true, false);
            break;
        }
        if is_counted {
            left -= 1;
        }
        if date >= stretch.from {
            if dates.found.len() == limit {
                (dates.goes_on, dates.is_cut) = (true, true);
                break;
            }
            dates.found.push(date);
        }
    }
    if is_idle && dates.found.is_empty() {
        work.idle_rules -= 1;
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
    // A month or a year is a list of its days.
    let (length, cost) = match rule.freq {
        Frequency::Yearly => (8_760, 366),
        Frequency::Monthly => (720, 31),
        Frequency::Weekly => (168, 7),
        Frequency::Daily => (24, 1),
        Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => (1, 1),
    };
    (hours / length / i64::from(rule.interval) + 1) * cost
}

/// The rule with everything said that it leaves to its start, since it may begin at another time than its start.
fn engine_rule(rule: &Rule, start: NaiveDateTime) -> RRule<Unvalidated> {
    let mut days = rule.days.clone();
    let mut months = rule.months.clone();
    let mut month_days = rule.month_days.clone();
    let says_no_day = days.is_empty() && month_days.is_empty() && rule.year_days.is_empty();
    let day = i8::try_from(start.day()).unwrap_or(1);
    match rule.freq {
        Frequency::Yearly if says_no_day && rule.weeks.is_empty() => {
            if months.is_empty() {
                months.extend(u8::try_from(start.month()).ok().and_then(|month| chrono::Month::try_from(month).ok()));
            }
            month_days.push(day);
        }
        Frequency::Yearly if says_no_day => days.push(NWeekday::Every(start.weekday())),
        Frequency::Monthly if says_no_day => month_days.push(day),
        Frequency::Weekly if days.is_empty() => days.push(NWeekday::Every(start.weekday())),
        _ => {}
    }
    // "The first Monday" of a week or a day is a Monday.
    if rule.freq >= Frequency::Weekly {
        for day in &mut days {
            if let NWeekday::Nth(_, weekday) = *day {
                *day = NWeekday::Every(weekday);
            }
        }
    }
    let or = |list: &[u8], own: u32| {
        if list.is_empty() { vec![u8::try_from(own).unwrap_or_default()] } else { list.to_vec() }
    };
    let hours = if rule.freq < Frequency::Hourly { or(&rule.hours, start.hour()) } else { rule.hours.clone() };
    RRule::new(rule.freq)
        .interval(rule.interval)
        .week_start(rule.week_start)
        .by_set_pos(rule.set_pos.clone())
        .by_month(&months)
        .by_month_day(month_days)
        .by_year_day(rule.year_days.clone())
        .by_week_no(rule.weeks.clone())
        .by_weekday(days)
        .by_hour(hours)
        .by_minute(or(&rule.minutes, start.minute()))
        .by_second(or(&rule.seconds, start.second()))
}

fn shown(wall: NaiveDateTime) -> DateTime<Tz> {
    Tz::UTC.from_utc_datetime(&wall)
}
