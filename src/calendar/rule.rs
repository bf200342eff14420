//! Recurrence rules as text (RFC 5545, 3.3.10), checked number by number: a rule that is read wrongly is worse than one that is refused.

use chrono::{Month, Weekday};
use rrule::{Frequency, NWeekday};

/// A rule as written.
#[derive(Clone)]
pub(crate) struct Rule {
    pub freq: Frequency,
    pub interval: u16,
    pub count: Option<u32>,
    /// As text; what it means depends on the zone of the event.
    pub until: Option<String>,
    pub week_start: Weekday,
    pub set_pos: Vec<i32>,
    pub months: Vec<Month>,
    pub month_days: Vec<i8>,
    pub year_days: Vec<i16>,
    pub weeks: Vec<i8>,
    pub days: Vec<NWeekday>,
    pub hours: Vec<u8>,
    pub minutes: Vec<u8>,
    pub seconds: Vec<u8>,
}

/// Longer lists than any calendar needs are no rule. The year has 366 days.
const LONGEST_LIST: usize = 400;

impl Rule {
    /// None for what is no rule, or one with a number that no rule has.
    pub fn read(text: &str) -> Option<Rule> {
        let mut freq = None;
        let mut rule = Rule {
            freq: Frequency::Daily,
            interval: 1,
            count: None,
            until: None,
            week_start: Weekday::Mon,
            set_pos: Vec::new(),
            months: Vec::new(),
            month_days: Vec::new(),
            year_days: Vec::new(),
            weeks: Vec::new(),
            days: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
        };
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let value = value.trim();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => freq = Some(frequency(value)?),
                "INTERVAL" => rule.interval = number::<u16>(value, 1, 1_000)?,
                "COUNT" => rule.count = Some(number::<u32>(value, 1, u32::MAX)?),
                "UNTIL" => rule.until = Some(value.to_owned()),
                "WKST" => rule.week_start = weekday(value)?,
                "BYSETPOS" => rule.set_pos = signed(value, 366)?,
                "BYMONTH" => {
                    let months = list(value, |text| number::<u8>(text, 1, 12))?;
                    rule.months = months.into_iter().filter_map(|month| Month::try_from(month).ok()).collect();
                }
                "BYMONTHDAY" => rule.month_days = signed(value, 31)?,
                "BYYEARDAY" => rule.year_days = signed(value, 366)?,
                "BYWEEKNO" => rule.weeks = signed(value, 53)?,
                "BYDAY" | "BYWEEKDAY" => rule.days = list(value, day)?,
                "BYHOUR" => rule.hours = list(value, |text| number(text, 0, 23))?,
                "BYMINUTE" => rule.minutes = list(value, |text| number(text, 0, 59))?,
                "BYSECOND" => {
                    rule.seconds = list(value, |text| number::<u8>(text, 0, 60).map(|second| second.min(59)))?
                }
                "RSCALE" if value.eq_ignore_ascii_case("GREGORIAN") => {}
                "SKIP" if value.eq_ignore_ascii_case("OMIT") => {}
                name if name.starts_with("X-") => {}
                _ => return None,
            }
        }
        rule.freq = freq?;
        Some(rule)
    }
}

fn frequency(text: &str) -> Option<Frequency> {
    Some(match text.to_ascii_uppercase().as_str() {
        "YEARLY" => Frequency::Yearly,
        "MONTHLY" => Frequency::Monthly,
        "WEEKLY" => Frequency::Weekly,
        "DAILY" => Frequency::Daily,
        "HOURLY" => Frequency::Hourly,
        "MINUTELY" => Frequency::Minutely,
        "SECONDLY" => Frequency::Secondly,
        _ => return None,
    })
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

/// `MO`, `1MO`, `-1SU`.
fn day(text: &str) -> Option<NWeekday> {
    let (place, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = weekday(name)?;
    if place.is_empty() {
        return Some(NWeekday::Every(weekday));
    }
    let place = place.strip_prefix('+').unwrap_or(place).parse::<i16>().ok()?;
    (place != 0 && place.abs() <= 53).then_some(NWeekday::Nth(place, weekday))
}

fn number<T: std::str::FromStr + PartialOrd>(text: &str, least: T, most: T) -> Option<T> {
    let number = text.parse::<T>().ok()?;
    (least <= number && number <= most).then_some(number)
}

/// Numbers of which zero is none, up to `most` on both sides.
fn signed<T: TryFrom<i32>>(text: &str, most: i32) -> Option<Vec<T>> {
    list(text, |text| {
        let number = text.strip_prefix('+').unwrap_or(text).parse::<i32>().ok()?;
        if number == 0 || number.abs() > most { None } else { T::try_from(number).ok() }
    })
}

fn list<T>(text: &str, one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let found: Vec<T> = text.split(',').map(|part| one(part.trim())).collect::<Option<_>>()?;
    (found.len() <= LONGEST_LIST).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_as_it_is_written_or_not_at_all() {
        let rule = Rule::read("freq=weekly;INTERVAL=2;WKST=SU;BYDAY=MO, +1TU,-1SU;X-ODD=1;").unwrap();
        assert_eq!((rule.freq, rule.interval, rule.week_start), (Frequency::Weekly, 2, Weekday::Sun));
        let days = [NWeekday::Every(Weekday::Mon), NWeekday::Nth(1, Weekday::Tue), NWeekday::Nth(-1, Weekday::Sun)];
        assert_eq!(rule.days, days);
        for bad in [
            "",
            "BYDAY=MO",
            "FREQ=FORTNIGHTLY",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;INTERVAL=65536",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;COUNT=-1",
            "FREQ=DAILY;COUNT=4294967297",
            "FREQ=DAILY;BYHOUR=300",
            "FREQ=DAILY;BYMONTHDAY=0",
            "FREQ=DAILY;BYDAY=XX",
            "FREQ=DAILY;BYDAY=é",
            "FREQ=YEARLY;RSCALE=HEBREW;BYMONTH=5L",
            "FREQ=DAILY;NONSENSE",
        ] {
            assert!(Rule::read(bad).is_none(), "{bad}");
        }
    }
}
