//! A clock that never runs backwards, whatever the phone's clock does: it orders what was written, and tells no one the time.
//!
//! Hybrid logical clock (Kulkarni et al., 2014): the wall clock while that moves on, else the last value plus one. When
//! something happened, in the person's words, stands in the record and has nothing to do with this.

use crate::DeviceId;

/// How far another device's clock may be ahead and still carry ours along: 24 hours, in milliseconds.
const TRUSTED_LEAD_MS: i64 = 24 * 60 * 60 * 1000;
/// A wall clock is believed up to the year 6429. Above that half of all values are left, so counting on never runs out.
const LATEST_WALL_MS: i64 = (1 << 47) - 1;

/// 48 bits of UTC milliseconds and 16 bits that count within one millisecond.
///
/// `Copy` on purpose: keep the old value until what was written with the new one is stored, and go on from the old one if not.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Clock(u64);

impl Clock {
    /// Before anything was written.
    pub const START: Self = Self(0);

    /// Takes up a stored value.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The value as it is stored.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// UTC milliseconds since 1970. Close to the wall clock of the device that wrote, or ahead of it.
    #[must_use]
    pub fn utc_ms(self) -> i64 {
        // 48 bits always fit.
        (self.0 >> 16).cast_signed()
    }

    /// The next value: that of the wall clock (UTC milliseconds) or one more than the last, whichever is greater.
    #[must_use]
    pub fn tick(self, now_ms: i64) -> Self {
        // A count that is full carries over into the milliseconds, which is still an advance.
        Self::wall(now_ms).max(self.next())
    }

    /// Takes notice of another device's clock, so that what is written next here comes after what was written there.
    ///
    /// A clock more than 24 hours ahead of `now_ms` is wrong and does not carry ours along. What it stamped counts all the same.
    #[must_use]
    pub fn observe(self, other: Self, now_ms: i64) -> Self {
        let latest_trusted = Self::believed(now_ms).saturating_add(TRUSTED_LEAD_MS);
        if other.utc_ms() > latest_trusted { self } else { self.max(other) }
    }

    /// This value, or one more than `seen` if that is not behind: the clock for an edit of a version that stamped `seen`.
    ///
    /// Without it, what someone changes here could lose to the very text they changed, if that came from a device whose clock is
    /// far ahead. The result is for the stamp only: the clock to keep is the one before `after`.
    #[must_use]
    pub fn after(self, seen: Self) -> Self {
        self.max(seen.next())
    }

    fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    fn wall(now_ms: i64) -> Self {
        Self(Self::believed(now_ms).unsigned_abs() << 16)
    }

    fn believed(now_ms: i64) -> i64 {
        now_ms.clamp(0, LATEST_WALL_MS)
    }
}

/// When and where something was written: the order in which one writing replaces another. By clock, then by device.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Stamp {
    /// The writing device's clock.
    pub clock: Clock,
    /// The writing device; it decides where two clocks are equal.
    pub device: DeviceId,
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    /// 22 November 2026, in UTC milliseconds.
    const NOW: i64 = 1_795_305_600_000;
    const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;
    const HOUR: i64 = 60 * 60 * 1000;

    #[test]
    fn the_clock_follows_the_wall() {
        assert_eq!(Clock::START.tick(NOW).utc_ms(), NOW);
        assert_eq!(Clock::START.tick(NOW).tick(NOW + 5).utc_ms(), NOW + 5);
    }

    #[test]
    fn a_wall_clock_set_back_by_a_year_does_not_turn_time_around() {
        let before = Clock::START.tick(NOW);
        let after = before.tick(NOW - YEAR);
        assert!(after > before);
        assert_eq!(after.utc_ms(), NOW);
    }

    #[test]
    fn more_than_65536_writings_in_one_millisecond_stay_in_order() {
        let first = Clock::START.tick(NOW);
        let mut last = first;
        for _ in 0..70_000 {
            let next = last.tick(NOW);
            assert!(next > last);
            last = next;
        }
        assert_eq!(last.utc_ms(), NOW + 1);
    }

    #[test]
    fn a_device_a_little_ahead_carries_us_along() {
        let theirs = Clock::START.tick(NOW + 23 * HOUR);
        assert!(Clock::START.tick(NOW).observe(theirs, NOW).tick(NOW) > theirs);
    }

    #[test]
    fn a_device_a_year_ahead_does_not() {
        let ours = Clock::START.tick(NOW);
        assert_eq!(ours.observe(Clock::START.tick(NOW + YEAR), NOW), ours);
    }

    #[test]
    fn an_edit_comes_after_what_it_edits_even_from_a_device_a_year_ahead() {
        let theirs = Clock::START.tick(NOW + YEAR);
        assert!(Clock::START.tick(NOW).after(theirs) > theirs);
        let earlier = Clock::START.tick(NOW - YEAR);
        assert_eq!(Clock::START.tick(NOW).after(earlier), Clock::START.tick(NOW));
    }

    #[test]
    fn a_wall_clock_that_is_nonsense_does_no_harm() {
        assert_eq!(Clock::START.tick(i64::MIN).utc_ms(), 0);
        let far = Clock::START.tick(i64::MAX);
        assert_eq!(far.utc_ms(), LATEST_WALL_MS);
        assert!(far.tick(i64::MAX) > far);
    }

    proptest! {
        #[test]
        fn the_clock_only_ever_advances(walls in vec(any::<i64>(), 1..50), heard in vec(any::<u64>(), 50)) {
            let mut clock = Clock::START;
            for (wall, other) in walls.into_iter().zip(heard) {
                let observed = clock.observe(Clock::from_bits(other), wall);
                prop_assert!(observed >= clock);
                let next = observed.tick(wall);
                prop_assert!(next > observed);
                clock = next;
            }
        }

        #[test]
        fn no_other_clock_pushes_ours_more_than_a_day_ahead(ours in 0..NOW, other in any::<u64>()) {
            let clock = Clock::START.tick(ours).observe(Clock::from_bits(other), NOW);
            prop_assert!(clock.utc_ms() <= NOW + TRUSTED_LEAD_MS);
        }

        #[test]
        fn a_stored_clock_is_taken_up_again(bits in any::<u64>()) {
            prop_assert_eq!(Clock::from_bits(bits).bits(), bits);
        }
    }
}
