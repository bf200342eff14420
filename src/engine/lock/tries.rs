//! Failed tries and the waiting after them. Three cost nothing, since everybody mistypes; then it grows.

const SECOND_MS: i64 = 1_000;
const MINUTE_MS: i64 = 60 * SECOND_MS;
/// Whatever a row says, nobody waits longer for the next try.
const LONGEST_MS: i64 = 60 * MINUTE_MS;

/// How many tries failed since the lock was last opened, and until when no other one is allowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tries {
    /// In a row.
    pub failed: u32,
    /// When the waiting began, UTC milliseconds.
    pub since_utc_ms: i64,
    /// When it is over, UTC milliseconds.
    pub until_utc_ms: i64,
}

impl Tries {
    /// After one more failed try: the third is followed by 30 seconds, the next ones by one minute, five, fifteen, and an hour from then on.
    #[must_use]
    pub fn failed_at(self, now_utc_ms: i64) -> Self {
        let failed = self.failed.saturating_add(1);
        let wait_ms = match failed {
            0..=2 => 0,
            3 => 30 * SECOND_MS,
            4 => MINUTE_MS,
            5 => 5 * MINUTE_MS,
            6 => 15 * MINUTE_MS,
            _ => LONGEST_MS,
        };
        Self { failed, since_utc_ms: now_utc_ms, until_utc_ms: now_utc_ms.saturating_add(wait_ms) }
    }

    /// As if the try after which it stood like `counted` had not been made. Nobody was waiting when it was, so nobody waits after it, unless
    /// another try was counted since.
    #[must_use]
    pub fn without(self, counted: Self) -> Self {
        let failed = self.failed.saturating_sub(1);
        match (failed, self == counted) {
            (0, _) => Self::default(),
            (_, true) => Self { failed, until_utc_ms: self.since_utc_ms, ..self },
            (_, false) => Self { failed, ..self },
        }
    }

    /// The same at this moment: where the clock stands before the beginning of the waiting, it begins anew.
    #[must_use]
    pub fn seen_at(self, now_utc_ms: i64) -> Self {
        if now_utc_ms >= self.since_utc_ms || self.failed == 0 {
            return self;
        }
        Self { since_utc_ms: now_utc_ms, until_utc_ms: now_utc_ms.saturating_add(self.whole_ms()), ..self }
    }

    /// How long it takes until the next try is allowed, in milliseconds; 0 when it is.
    #[must_use]
    pub fn wait_ms(self, now_utc_ms: i64) -> i64 {
        self.until_utc_ms.saturating_sub(now_utc_ms).clamp(0, self.whole_ms())
    }

    fn whole_ms(self) -> i64 {
        self.until_utc_ms.saturating_sub(self.since_utc_ms).clamp(0, LONGEST_MS)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::*;

    const NOW: i64 = 1_795_305_600_000;

    #[test]
    fn three_tries_are_free_and_then_it_grows_to_an_hour_and_no_further() {
        let (mut tries, mut waits) = (Tries::default(), Vec::new());
        for _ in 0..10 {
            waits.push(tries.wait_ms(NOW) / SECOND_MS);
            tries = tries.failed_at(NOW);
        }
        assert_eq!(waits, [0, 0, 0, 30, 60, 300, 900, 3_600, 3_600, 3_600]);
        assert_eq!(tries.wait_ms(NOW + LONGEST_MS - 1), 1);
        assert_eq!(tries.wait_ms(NOW + LONGEST_MS), 0);
    }

    proptest! {
        #[test]
        fn a_clock_set_back_never_shortens_the_waiting_nor_makes_it_longer_than_it_was_at_first(
            failed in 1..20_u32, back in 0..i64::from(u32::MAX) * 1000, passed in 0..4_000_000_i64,
        ) {
            let mut tries = Tries { failed: failed - 1, ..Tries::default() };
            tries = tries.failed_at(NOW);
            let before = tries.wait_ms(NOW + passed);
            let set_back = NOW + passed - back;
            let seen = tries.seen_at(set_back);
            prop_assert!(seen.wait_ms(set_back) >= before);
            prop_assert!(seen.wait_ms(set_back) <= tries.wait_ms(NOW));
            prop_assert!(seen.wait_ms(set_back + LONGEST_MS) == 0);
        }

        #[test]
        fn whatever_a_row_says_nobody_waits_for_more_than_an_hour(
            failed in any::<u32>(), since in any::<i64>(), until in any::<i64>(), now in any::<i64>(),
        ) {
            let tries = Tries { failed, since_utc_ms: since, until_utc_ms: until };
            prop_assert!((0..=LONGEST_MS).contains(&tries.wait_ms(now)));
            prop_assert!((0..=LONGEST_MS).contains(&tries.seen_at(now).failed_at(now).wait_ms(now)));
        }
    }
}
