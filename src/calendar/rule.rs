//! Recurrence rules as text (RFC 5545, 3.3.10), checked number by number: a rule that is read wrongly is worse than one that is refused.

use chrono::Weekday;

/// How long a period of a rule is; from the longest to the shortest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Frequency {
    Yearly,
    Monthly,
    Weekly,
    Daily,
    Hourly,
    Minutely,
    Secondly,
}

/// A weekday in a rule: every one of them, or the one at a place, counted from the end with a minus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RuleDay {
    pub place: Option<i32>,
    pub weekday: Weekday,
}

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
    pub months: Vec<i32>,
    pub month_days: Vec<i32>,
    pub year_days: Vec<i32>,
    pub weeks: Vec<i32>,
    pub days: Vec<RuleDay>,
    pub hours: Vec<u32>,
    pub minutes: Vec<u32>,
    pub seconds: Vec<u32>,
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
                "BYMONTH" => rule.months = list(value, |text| number(text, 1, 12))?,
                "BYMONTHDAY" => rule.month_days = signed(value, 31)?,
                "BYYEARDAY" => rule.year_days = signed(value, 366)?,
                "BYWEEKNO" => rule.weeks = signed(value, 53)?,
                "BYDAY" | "BYWEEKDAY" => rule.days = list(value, day)?,
                "BYHOUR" => rule.hours = list(value, |text| number(text, 0, 23))?,
                "BYMINUTE" => rule.minutes = list(value, |text| number(text, 0, 59))?,
                "BYSECOND" => {
                    rule.seconds = list(value, |text| number::<u32>(text, 0, 60).map(|second| second.min(59)))?
                }
                "RSCALE" if value.eq_ignore_ascii_case("GREGORIAN") => {}
                "SKIP" if value.eq_ignore_ascii_case("OMIT") => {}
                name if name.starts_with("X-") => {}
                _ => return None,
            }
        }
        rule.freq = freq?;
        rule.is_possible().then_some(rule)
    }

    /// Whether its parts may stand beside each other.
    fn is_possible(&self) -> bool {
        let most = match self.freq {
            Frequency::Monthly => 5,
            Frequency::Weekly => 8,
            Frequency::Yearly | Frequency::Daily => 53,
            Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => 4,
        };
        let is_short = matches!(self.freq, Frequency::Monthly | Frequency::Weekly | Frequency::Daily);
        (self.weeks.is_empty() || self.freq == Frequency::Yearly)
            && (self.month_days.is_empty() || self.freq != Frequency::Weekly)
            && (self.year_days.is_empty() || !is_short)
            && self.days.iter().all(|day| day.place.is_none_or(|place| place.abs() <= most))
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
fn day(text: &str) -> Option<RuleDay> {
    let (place, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = weekday(name)?;
    if place.is_empty() {
        return Some(RuleDay { place: None, weekday });
    }
    let place = place.strip_prefix('+').unwrap_or(place).parse::<i32>().ok()?;
    (place != 0 && place.unsigned_abs() <= 53).then_some(RuleDay { place: Some(place), weekday })
}

fn number<T: std::str::FromStr + PartialOrd>(text: &str, least: T, most: T) -> Option<T> {
    let number = text.parse::<T>().ok()?;
    (least <= number && number <= most).then_some(number)
}

/// Numbers of which zero is none, up to `most` on both sides.
fn signed(text: &str, most: u32) -> Option<Vec<i32>> {
    list(text, |text| {
        let number = text.strip_prefix('+').unwrap_or(text).parse::<i32>().ok()?;
        (number != 0 && number.unsigned_abs() <= most).then_some(number)
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
        let days = [(None, Weekday::Mon), (Some(1), Weekday::Tue), (Some(-1), Weekday::Sun)]
            .map(|(place, weekday)| RuleDay { place, weekday });
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
