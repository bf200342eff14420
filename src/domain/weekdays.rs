//! The days of the week on which something comes again.

use chrono::Weekday;

/// One to seven days of the week. Never empty: what comes on no day does not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weekdays(u8);

/// Monday first, as weeks are counted (ISO 8601, and the default of RFC 5545).
const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
const ALL: u8 = 0b111_1111;

impl Weekdays {
    pub const EVERY_DAY: Weekdays = Weekdays(ALL);

    /// None when there is no day among them.
    pub fn of(days: &[Weekday]) -> Option<Weekdays> {
        Weekdays::from_bits(days.iter().fold(0, |bits, day| bits | bit(*day)))
    }

    /// Monday is the lowest bit. None for no day, or for more than seven.
    pub fn from_bits(bits: u8) -> Option<Weekdays> {
        (1..=ALL).contains(&bits).then_some(Weekdays(bits))
    }

    pub fn bits(self) -> u8 {
        self.0
    }

    pub fn contains(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// Monday first.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        DAYS.into_iter().filter(move |day| self.contains(*day))
    }

    /// 1 to 7.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// With one day put in or taken out; None when it was the only one.
    pub fn toggled(self, day: Weekday) -> Option<Weekdays> {
        Weekdays::from_bits(self.0 ^ bit(day))
    }

    /// The first so many of them, at least one.
    #[must_use]
    pub fn first(self, count: usize) -> Weekdays {
        let bits = self.days().take(count.max(1)).fold(0, |bits, day| bits | bit(day));
        Weekdays(bits)
    }

    /// The last of them.
    #[must_use]
    pub fn last(self) -> Weekdays {
        self.days().last().map_or(self, |day| Weekdays(bit(day)))
    }

    /// These days after a first date went from one day of the week to another: a lone day that was only the date's goes along, and days that
    /// somebody chose stay.
    #[must_use]
    pub fn after_date_moved(self, from: Weekday, to: Weekday) -> Weekdays {
        if self.0 == bit(from) { Weekdays(bit(to)) } else { self }
    }

    /// Those that are in both.
    pub fn both(self, other: Weekdays) -> Option<Weekdays> {
        Weekdays::from_bits(self.0 & other.0)
    }

    /// Each of them a day later.
    #[must_use]
    pub fn next_days(self) -> Weekdays {
        Weekdays(((self.0 << 1) | (self.0 >> 6)) & ALL)
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_evenings_are_three_days_in_the_order_of_the_week() {
        let evenings = Weekdays::of(&[Weekday::Thu, Weekday::Mon, Weekday::Tue]).unwrap();
        assert_eq!(evenings.days().collect::<Vec<_>>(), [Weekday::Mon, Weekday::Tue, Weekday::Thu]);
        assert_eq!((evenings.count(), evenings.first(2).count()), (3, 2));
        assert!(evenings.last().contains(Weekday::Thu));
        assert_eq!(evenings.next_days(), Weekdays::of(&[Weekday::Tue, Weekday::Wed, Weekday::Fri]).unwrap());
    }

    #[test]
    fn another_first_date_takes_its_own_day_along_and_no_chosen_one() {
        let monday = Weekdays::of(&[Weekday::Mon]).unwrap();
        assert_eq!(monday.after_date_moved(Weekday::Mon, Weekday::Thu), Weekdays::of(&[Weekday::Thu]).unwrap());
        assert_eq!(monday.after_date_moved(Weekday::Tue, Weekday::Thu), monday);
        let evenings = Weekdays::of(&[Weekday::Mon, Weekday::Wed]).unwrap();
        assert_eq!(evenings.after_date_moved(Weekday::Mon, Weekday::Thu), evenings);
    }

    #[test]
    fn the_day_after_sunday_is_monday_and_no_day_is_no_week() {
        let sunday = Weekdays::of(&[Weekday::Sun]).unwrap();
        assert_eq!(sunday.next_days(), Weekdays::of(&[Weekday::Mon]).unwrap());
        assert_eq!(sunday.toggled(Weekday::Sun), None);
        assert_eq!((Weekdays::of(&[]), Weekdays::from_bits(0x80)), (None, None));
        assert_eq!(Weekdays::EVERY_DAY.next_days(), Weekdays::EVERY_DAY);
    }
}
