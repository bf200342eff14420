//! The months of a calendar that are worked out. A rule can go on for ever; what is kept cannot.

/// Eighteen months.
pub const MAX_WINDOW_DAYS: i64 = 550;
/// Of what is past, a calendar tells the last weeks: who reads it in the middle of a program finds its beginning.
const DAYS_BACK: i64 = 61;

const DAY_MS: i64 = 86_400_000;
/// 1971-01-02 and 2199-12-30: with the widest offset of a zone, still within the years that a plan can have.
const FIRST_UTC_MS: i64 = 366 * DAY_MS;
const LAST_UTC_MS: i64 = 84_006 * DAY_MS;

/// From one instant up to another, in milliseconds since 1970 in UTC; at most [`MAX_WINDOW_DAYS`] long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    from_utc_ms: i64,
    to_utc_ms: i64,
}

impl Window {
    /// What is too long ends sooner; what ends before it begins is empty.
    pub fn new(from_utc_ms: i64, to_utc_ms: i64) -> Window {
        let from_utc_ms = from_utc_ms.clamp(FIRST_UTC_MS, LAST_UTC_MS);
        let latest = (from_utc_ms + MAX_WINDOW_DAYS * DAY_MS).min(LAST_UTC_MS);
        Window { from_utc_ms, to_utc_ms: to_utc_ms.clamp(from_utc_ms, latest) }
    }

    /// Eighteen months around now: two of them past.
    pub fn around(now_utc_ms: i64) -> Window {
        Window::new(now_utc_ms.saturating_sub(DAYS_BACK * DAY_MS), i64::MAX)
    }

    /// The first instant in it.
    pub fn from_utc_ms(self) -> i64 {
        self.from_utc_ms
    }

    /// The first instant after it.
    pub fn to_utc_ms(self) -> i64 {
        self.to_utc_ms
    }

    /// Whether something from one instant to another is in it, if only in part.
    pub fn meets(self, starts_utc_ms: i64, ends_utc_ms: i64) -> bool {
        starts_utc_ms < self.to_utc_ms && (ends_utc_ms > self.from_utc_ms || starts_utc_ms >= self.from_utc_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_never_longer_than_eighteen_months() {
        let from = 20_000 * DAY_MS;
        assert_eq!(Window::new(from, i64::MAX).to_utc_ms(), from + MAX_WINDOW_DAYS * DAY_MS);
        assert_eq!(Window::new(from, from + DAY_MS).to_utc_ms(), from + DAY_MS);
        assert_eq!(Window::new(from, i64::MIN).to_utc_ms(), from);
        let around = Window::around(from);
        assert!(around.meets(from - 60 * DAY_MS, from) && around.meets(from + 480 * DAY_MS, from + 481 * DAY_MS));
        let last = Window::new(i64::MAX, i64::MAX);
        assert_eq!(last.from_utc_ms(), last.to_utc_ms());
    }

    #[test]
    fn what_reaches_into_the_window_is_in_it() {
        let window = Window::new(20_000 * DAY_MS, 20_001 * DAY_MS);
        let day = |days: i64| days * DAY_MS;
        assert!(window.meets(day(19_999), day(20_000) + 1) && window.meets(day(20_000), day(20_000)));
        assert!(!window.meets(day(19_999), day(20_000)) && !window.meets(day(20_001), day(20_002)));
    }
}
