//! Days of use, as the check-ins and lapses together tell them.

use super::counts_for;
use crate::substance::Substance;
use crate::words::unspoken;
use chrono::NaiveDate;

/// That something was used on a day.
#[derive(Clone, PartialEq, Eq)]
pub struct UsedOn {
    pub day: NaiveDate,
    /// What it was, as far as it was named. A check-in names nothing.
    pub substance: Option<Substance>,
}

unspoken!(UsedOn);

/// The days of use for who counts `counted` (none: everything). What a lapse names on a day is also what the check-in of that day spoke of;
/// use that nobody named counts for everybody.
pub fn days_of_use(used: &[UsedOn], counted: Option<&Substance>) -> Vec<NaiveDate> {
    let is_named = |day: NaiveDate| used.iter().any(|other| other.day == day && other.substance.is_some());
    let counts = |one: &&UsedOn| match &one.substance {
        None => counted.is_none() || !is_named(one.day),
        named @ Some(_) => counts_for(counted, named.as_ref()),
    };
    let mut days: Vec<NaiveDate> = used.iter().filter(counts).map(|one| one.day).collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KnownSubstance;

    fn on(day: u32, substance: Option<KnownSubstance>) -> UsedOn {
        UsedOn { day: NaiveDate::from_ymd_opt(2026, 11, day).unwrap(), substance: substance.map(Substance::Known) }
    }

    fn days(used: &[UsedOn], counted: Option<KnownSubstance>) -> Vec<u32> {
        use chrono::Datelike;
        let counted = counted.map(Substance::Known);
        days_of_use(used, counted.as_ref()).iter().map(NaiveDate::day).collect()
    }

    #[test]
    fn a_day_counts_once_and_for_what_was_named() {
        let (beer, powder) = (Some(KnownSubstance::Alcohol), Some(KnownSubstance::Cocaine));
        // The second was told in the check-in and as a lapse; of the fourth only the check-in knows.
        let used = [on(4, None), on(2, None), on(2, beer), on(3, powder)];
        assert_eq!(days(&used, None), [2, 3, 4]);
        assert_eq!(days(&used, beer), [2, 4]);
        assert_eq!(days(&used, powder), [3, 4]);
        assert!(days(&[], None).is_empty());
    }
}
