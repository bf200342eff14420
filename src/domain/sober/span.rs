//! A length of time as a person counts it: years, months and days, not a number of days.

use chrono::{Datelike, Months, NaiveDate};

/// "2 years, 3 months and 4 days".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub years: u32,
    /// 0 to 11.
    pub months: u32,
    /// 0 to 30.
    pub days: u32,
}

impl Span {
    /// From one day to another; nothing when the other is not later. A month is over on the day of the same number, or on the last day of a
    /// month that is shorter: who began on the 31st of January has a month on the 28th of February.
    pub fn between(from: NaiveDate, to: NaiveDate) -> Span {
        let months_apart = (to.year() - from.year()) * 12 + month_of(to) - month_of(from);
        let after = |months: u32| from.checked_add_months(Months::new(months)).unwrap_or(to);
        let most = u32::try_from(months_apart).unwrap_or(0);
        let months = if after(most) > to { most.saturating_sub(1) } else { most };
        let days = to.signed_duration_since(after(months)).num_days();
        Span { years: months / 12, months: months % 12, days: u32::try_from(days).unwrap_or(0) }
    }
}

fn month_of(day: NaiveDate) -> i32 {
    // 1 to 12.
    i32::try_from(day.month()).unwrap_or(1)
}
