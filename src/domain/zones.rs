//! Between an instant and a zone's wall clock. The rules of the zones live in the browser; here is only what one does with an offset.
//!
//! A session begins at six in the evening in the program's own zone, in summer and in winter. Which instant that is takes two or
//! three questions to whoever knows the zone, because each of them may travel to the browser and back. What the questions assume
//! (no zone changes its mind twice within a day, none is further from UTC than now) is tested against every zone from 1970 to 2040.

use crate::moment::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta};

const HOUR_MS: i64 = 3_600_000;
/// No wall clock has been further ahead of UTC since 1970 (Kiritimati, and Samoa in its summers).
const FURTHEST_AHEAD_MS: i64 = 14 * HOUR_MS;
/// Nor further behind.
const FURTHEST_BEHIND_MS: i64 = 12 * HOUR_MS;

/// Whoever knows the rules of the time zones.
pub trait Zones {
    /// What a clock in `zone` shows, minus UTC, in seconds, at an instant in milliseconds since 1970: −21,600 for Chicago in winter.
    /// None for a zone that is not known.
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32>;
}

/// The instant (milliseconds since 1970 in UTC) at which a clock in `zone` shows `civil`. None for a zone that is not known.
///
/// As calendars have it (RFC 5545, 3.3.5): a time that the clock jumps over is read with the offset before the jump, so 2:30
/// is 3:30; a time that comes twice is its first coming.
pub fn instant_of(zones: &dyn Zones, zone: &Zone, civil: NaiveDateTime) -> Option<i64> {
    let shown_ms = civil.and_utc().timestamp_millis();
    let with = |utc_ms: i64| Some(shown_ms.saturating_sub(offset_ms(zones, zone, utc_ms)?));
    // Wherever the zone is, the instant lies between these two, and so does the change that matters, if there is one.
    let before = with(shown_ms.saturating_sub(FURTHEST_AHEAD_MS))?;
    let after = with(shown_ms.saturating_add(FURTHEST_BEHIND_MS))?;
    if before == after {
        return Some(before);
    }
    // If the earlier one holds at its own instant, it is the first coming, or the only one. If not, the clock either has not been
    // changed yet (and the earlier one is wrong) or jumps over this time (and the earlier one is the reading after the jump).
    let earlier = before.min(after);
    if with(earlier)? == earlier { Some(earlier) } else { Some(before.max(after)) }
}

/// What a clock in `zone` shows at an instant, to the second. None for a zone that is not known, or beyond the calendar.
pub fn civil_of(zones: &dyn Zones, zone: &Zone, utc_ms: i64) -> Option<NaiveDateTime> {
    let utc = DateTime::from_timestamp(utc_ms.div_euclid(1_000), 0)?.naive_utc();
    utc.checked_add_signed(TimeDelta::milliseconds(offset_ms(zones, zone, utc_ms)?))
}

/// The offset in seconds of a clock that shows "11/22/2026, 18:05:09" (month first, as browsers write it for the United States) at an
/// instant in seconds since 1970. No browser tells an offset to the second, but each tells what such a clock shows. None for other text.
pub fn offset_shown(shown: &str, utc_s: i64) -> Option<i32> {
    let mut numbers = shown.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse::<u32>().ok());
    let mut next = || numbers.next();
    let (month, day, year) = (next()?, next()?, next()?);
    // Some older browsers call midnight 24.
    let (hour, minute, second) = (next()? % 24, next()?, next()?);
    let civil = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?.and_hms_opt(hour, minute, second)?;
    i32::try_from(civil.and_utc().timestamp().checked_sub(utc_s)?).ok()
}

fn offset_ms(zones: &dyn Zones, zone: &Zone, utc_ms: i64) -> Option<i64> {
    zones.offset_s(zone, utc_ms).map(|seconds| i64::from(seconds) * 1_000)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::from_field;

    /// A zone whose clock goes from one offset to another at one instant, and how often it was asked.
    struct Changing {
        at_utc_ms: i64,
        from_s: i32,
        to_s: i32,
        asked: Cell<u32>,
    }

    impl Zones for Changing {
        fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
            self.asked.set(self.asked.get() + 1);
            (zone.name() == "America/Chicago").then_some(if utc_ms < self.at_utc_ms { self.from_s } else { self.to_s })
        }
    }

    fn chicago() -> Zone {
        Zone::named_or_utc("America/Chicago")
    }

    fn utc(field: &str) -> i64 {
        from_field(field).unwrap().and_utc().timestamp_millis()
    }

    #[track_caller]
    fn check(zones: &Changing, civil: &str, expected: &str) {
        zones.asked.set(0);
        let instant = instant_of(zones, &chicago(), from_field(civil).unwrap());
        assert_eq!(instant, Some(utc(expected)), "{civil}");
        assert!(zones.asked.get() <= 3, "asked {} times", zones.asked.get());
    }

    #[test]
    fn six_in_the_evening_is_six_in_the_evening_before_and_after_november() {
        let autumn =
            Changing { at_utc_ms: utc("2026-11-01T07:00"), from_s: -18_000, to_s: -21_600, asked: Cell::new(0) };
        check(&autumn, "2026-10-30T18:00", "2026-10-30T23:00");
        check(&autumn, "2026-10-31T18:00", "2026-10-31T23:00");
        check(&autumn, "2026-11-01T00:59", "2026-11-01T05:59");
        check(&autumn, "2026-11-01T01:30", "2026-11-01T06:30");
        check(&autumn, "2026-11-01T02:00", "2026-11-01T08:00");
        check(&autumn, "2026-11-01T18:00", "2026-11-02T00:00");
    }

    #[test]
    fn a_time_that_the_clock_jumps_over_is_read_an_hour_later() {
        let spring =
            Changing { at_utc_ms: utc("2026-03-08T08:00"), from_s: -21_600, to_s: -18_000, asked: Cell::new(0) };
        check(&spring, "2026-03-08T01:59", "2026-03-08T07:59");
        check(&spring, "2026-03-08T02:30", "2026-03-08T08:30");
        check(&spring, "2026-03-08T03:00", "2026-03-08T08:00");
        check(&spring, "2026-03-08T18:00", "2026-03-08T23:00");
        assert_eq!(civil_of(&spring, &chicago(), utc("2026-03-08T08:30")), from_field("2026-03-08T03:30"));
    }

    #[test]
    fn what_a_clock_shows_tells_how_far_it_is_from_utc() {
        let at_s = utc("2026-11-23T00:05") / 1_000;
        assert_eq!(offset_shown("11/22/2026, 18:05:00", at_s), Some(-21_600));
        let midnight_s = utc("2026-11-22T06:05") / 1_000;
        assert_eq!(offset_shown("11/22/2026, 24:05:00", midnight_s), Some(-21_600));
        assert_eq!(offset_shown("2/30/2026, 18:05:00", at_s), None);
        assert_eq!(offset_shown("22. November", at_s), None);
    }

    #[test]
    fn a_zone_nobody_knows_has_no_time() {
        let zones = Changing { at_utc_ms: 0, from_s: 0, to_s: 0, asked: Cell::new(0) };
        let moon = Zone::named_or_utc("Moon/Tranquility");
        assert_eq!(instant_of(&zones, &moon, from_field("2026-03-08T02:30").unwrap()), None);
        assert_eq!(civil_of(&zones, &moon, 0), None);
    }
}
