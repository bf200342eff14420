//! Entries as a person remembers them: by day, the latest first.

use crate::moment::Moment;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// One calendar day of the person's own, and what was logged on it, latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day<T> {
    pub date: NaiveDate,
    pub entries: Vec<T>,
}

/// Groups entries by the day it was for the person when each happened, latest day first, latest entry first in each.
/// Entries of the same instant keep the order in which they came. `when` says when an entry happened.
pub fn by_day<T>(entries: impl IntoIterator<Item = T>, when: impl Fn(&T) -> &Moment) -> Vec<Day<T>> {
    let mut dated: Vec<(NaiveDate, i64, T)> = entries
        .into_iter()
        .map(|entry| {
            let at = when(&entry);
            (at.day(), at.utc_ms(), entry)
        })
        .collect();
    // By day first: after a flight west, the later instant can be on the earlier day.
    dated.sort_by_key(|(date, utc_ms, _)| Reverse((*date, *utc_ms)));

    let mut days: Vec<Day<T>> = Vec::new();
    for (date, _, entry) in dated {
        match days.last_mut() {
            Some(day) if day.date == date => day.entries.push(entry),
            Some(_) | None => days.push(Day { date, entries: vec![entry] }),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Zone;

    fn at(utc_ms: i64, offset_minutes: i16) -> Moment {
        Moment::new(utc_ms, offset_minutes, Zone::utc()).unwrap()
    }

    const HOUR: i64 = 3_600_000;

    #[test]
    fn the_latest_day_and_the_latest_entry_come_first() {
        let entries = [("a", at(HOUR, 0)), ("c", at(30 * HOUR, 0)), ("b", at(20 * HOUR, 0)), ("c2", at(30 * HOUR, 0))];
        let days = by_day(entries, |(_, at)| at);
        let names: Vec<Vec<&str>> =
            days.iter().map(|day| day.entries.iter().map(|(name, _)| *name).collect()).collect();
        assert_eq!(names, [vec!["c", "c2"], vec!["b", "a"]]);
    }

    #[test]
    fn a_day_is_the_persons_own_and_not_utcs() {
        // 2 am in UTC on the second is still the evening of the first in Chicago.
        let days = by_day([at(26 * HOUR, -360), at(20 * HOUR, -360)], |at| at);
        assert_eq!(days.len(), 1);
        assert_eq!(days[0].date, NaiveDate::from_ymd_opt(1970, 1, 1).unwrap());
    }
}
