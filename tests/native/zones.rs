//! Every time zone there is, from 1970 to 2040: what we make of a wall-clock time is what the zone database makes of it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a story that cannot be set up is a failing test")]

use chrono::{DateTime, NaiveDateTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::Zone;
use domain::zones::{Zones, civil_of, instant_of};
use std::cell::Cell;

const DAY_S: i64 = 86_400;
/// 1970-01-03, so that no question reaches further back than the years we promise, and the end of 2040.
const FROM_S: i64 = 2 * DAY_S;
const TO_S: i64 = 2_240_524_800;

/// One zone of the database, which counts how often it is asked.
struct Database {
    zone: Tz,
    asked: Cell<u32>,
}

impl Zones for Database {
    fn offset_s(&self, _: &Zone, utc_ms: i64) -> Option<i32> {
        self.asked.set(self.asked.get() + 1);
        Some(offset_s(self.zone, utc_ms.div_euclid(1_000)))
    }
}

fn naive(utc_s: i64) -> NaiveDateTime {
    DateTime::from_timestamp(utc_s, 0).unwrap().naive_utc()
}

fn offset_s(zone: Tz, utc_s: i64) -> i32 {
    zone.offset_from_utc_datetime(&naive(utc_s)).fix().local_minus_utc()
}

/// Every instant from which on the zone has another offset, with the offset before it. Found by looking once a day.
fn changes(zone: Tz) -> Vec<(i64, i32)> {
    let mut found = Vec::new();
    let (mut before_s, mut before) = (FROM_S, offset_s(zone, FROM_S));
    while before_s < TO_S {
        let after_s = before_s + DAY_S;
        let after = offset_s(zone, after_s);
        if after != before {
            let (mut low, mut high) = (before_s, after_s);
            while high - low > 1 {
                let middle = low + (high - low) / 2;
                if offset_s(zone, middle) == before { low = middle } else { high = middle }
            }
            found.push((high, before));
        }
        (before_s, before) = (after_s, after);
    }
    found
}

/// What the database says: the first coming of a time, and, where a clock jumps over it, the offset before the jump.
fn expected(zone: Tz, changes: &[(i64, i32)], civil: NaiveDateTime) -> i64 {
    if let Some(first) = zone.offset_from_local_datetime(&civil).earliest() {
        return civil.and_utc().timestamp() - i64::from(first.fix().local_minus_utc());
    }
    let shown_s = civil.and_utc().timestamp();
    let jumped = changes.iter().find(|(at, before)| {
        let after = offset_s(zone, *at);
        (at + i64::from(*before)..at + i64::from(after)).contains(&shown_s)
    });
    shown_s - i64::from(jumped.expect("a time that never was lies in a jump").1)
}

fn check(database: &Database, changes: &[(i64, i32)], civil: NaiveDateTime) {
    let zone = Zone::named(database.zone.name()).expect("a name of a zone");
    database.asked.set(0);
    let instant = instant_of(database, &zone, civil);
    assert!(database.asked.get() <= 3, "{} was asked {} times", zone.name(), database.asked.get());
    let expected = expected(database.zone, changes, civil);
    assert_eq!(instant, Some(expected * 1_000), "{civil} in {}", zone.name());
    let shown = civil_of(database, &zone, expected * 1_000);
    assert_eq!(shown, Some(naive(expected + i64::from(offset_s(database.zone, expected)))), "{}", zone.name());
}

#[test]
fn every_change_of_every_clock_is_read_as_the_database_reads_it() {
    let mut seen = 0;
    for zone in TZ_VARIANTS {
        let database = Database { zone, asked: Cell::new(0) };
        let changes = changes(zone);
        for (at, before) in &changes {
            let after = offset_s(zone, *at);
            for local in [at + i64::from(*before), at + i64::from(after)] {
                for minutes in
                    [-1_500, -780, -90, -61, -60, -59, -31, -30, -1, 0, 1, 29, 30, 59, 60, 61, 90, 660, 1_500]
                {
                    check(&database, &changes, naive(local + minutes * 60));
                }
            }
            seen += 1;
        }
    }
    assert!(seen > 20_000, "only {seen} changes were found");
}

#[test]
fn any_evening_of_any_year_is_read_as_the_database_reads_it() {
    // A fixed sequence (Knuth's multiplier), so that a failure can be seen again.
    let mut random: u64 = 20_261_122;
    for zone in TZ_VARIANTS {
        let database = Database { zone, asked: Cell::new(0) };
        let changes = changes(zone);
        for _ in 0..100 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let minutes = (random >> 33) as i64 % ((TO_S - FROM_S) / 60);
            check(&database, &changes, naive(FROM_S + DAY_S + minutes * 60));
        }
    }
}
