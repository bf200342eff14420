//! Ten thousand meetings: how much room they take, how long a keystroke waits, and whether every zone's week is the database's.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a story that cannot be set up is a failing test"
)]

use chrono_tz::TZ_VARIANTS;
use domain::Zone;
use domain::meeting::{Fellowship, Listing, NearZone, Timeline, Wish, find, kinds_of};
use domain::zones::Zones;
use interop::meetings::{Packed, ReadList, Unpacking, pack};
use std::time::{Duration, Instant};
use stories_native::Database;
use vault::{LocalKey, Place, Purpose, RootKey};

const DAY_MS: i64 = 86_400_000;
/// Sunday, 22 November 2026, 15:30 UTC.
const NOW_MS: i64 = 1_795_361_400_000;

fn los_angeles() -> Zone {
    Zone::named("America/Los_Angeles").unwrap()
}

fn ten_thousand() -> ReadList {
    meetings::read(stories_native::feed(10_000).as_bytes(), Fellowship::AlcoholicsAnonymous, &los_angeles())
}

fn listing(packed: &Packed) -> Listing {
    let mut unpacking = Unpacking::begin(&packed.index[0]).unwrap();
    packed.index[1..].iter().for_each(|page| unpacking.add(page).unwrap());
    unpacking.finish(Fellowship::AlcoholicsAnonymous, los_angeles()).unwrap()
}

#[test]
fn ten_thousand_meetings_take_less_than_four_megabytes_sealed() {
    let list = ten_thousand();
    assert_eq!((list.meetings.len(), list.left_out, list.problems.len()), (10_000, 0, 0));
    let packed = pack(&list);
    let key = LocalKey::derive(&RootKey::from_bytes(&[7; 32]).unwrap());
    let sealed = |page: &Vec<u8>| {
        let place = Place { purpose: Purpose::Leaf, row: b"row", device: [0; 8] };
        vault::seal(&key, &place, page).unwrap().len()
    };
    let index: usize = packed.index.iter().map(sealed).sum();
    let details: usize = packed.details.iter().map(sealed).sum();
    assert!(index + details < 4_000_000, "{index} and {details} bytes");
    // What opening the finder reads.
    assert!(index < 1_500_000, "{index} bytes");
}

#[test]
fn a_keystroke_in_ten_thousand_meetings_waits_for_next_to_nothing() {
    let listing = listing(&pack(&ten_thousand()));
    let begun = Instant::now();
    let timeline = Timeline::of(&[&listing], &Database, &los_angeles(), NOW_MS);
    assert_eq!(timeline.upcoming.len(), 10_000);
    // Far more than it takes, in a build without any optimisation: it fails when something grows with the square.
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    let begun = Instant::now();
    for typed in ["s", "se", "ser", "sere", "serenity", "serenity anaheim", "penon", "nobody at all"] {
        let wish = Wish { words: Wish::words(typed), ..Wish::default() };
        let found = find(&[&listing], &timeline, &wish);
        assert_eq!(found.upcoming.is_empty(), typed == "nobody at all", "{typed}");
    }
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    assert!(kinds_of(&[&listing]).len() >= 16);
}

#[test]
fn the_next_week_of_every_zone_is_the_database_s_in_any_week_of_fifteen_years() {
    let mut zones = TZ_VARIANTS.to_vec();
    zones.sort_by_key(|zone| zone.name());
    for zone in zones {
        let name = Zone::named(zone.name()).unwrap();
        let offset = |utc_ms: i64| Database.offset_s(&name, utc_ms).unwrap();
        for week in 0..(15 * 52) {
            // From 2020 on; every week another time of day.
            let now = 1_577_836_800_000 + week * 7 * DAY_MS + week * 977_777;
            let quiet = (-3..=10).all(|day| offset(now + day * DAY_MS) == offset(now));
            let near = NearZone::around(&Database, &name, now).unwrap();
            // Where nothing changes one look is enough; around a change every quarter of an hour is looked at.
            let step = if quiet { DAY_MS } else { DAY_MS / 96 };
            let mut at = now - 2 * DAY_MS;
            while at < now + 9 * DAY_MS {
                assert_eq!(near.offset_s(&name, at), Some(offset(at)), "{} at {at}, now {now}", zone.name());
                at += step;
            }
        }
    }
}
