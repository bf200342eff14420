//! Any bytes as records: what can be read of them is written in every form, and never a stop.
#![no_main]

use domain::record::{Read, read_any};
use domain::zones::Zones;
use domain::{Language, Moment, Zone};
use exports::{Facts, Including, Item};
use libfuzzer_sys::fuzz_target;

/// No zone is known.
struct Nowhere;

impl Zones for Nowhere {
    fn offset_s(&self, _: &Zone, _: i64) -> Option<i32> {
        None
    }
}

fuzz_target!(|bytes: &[u8]| {
    let (one, two) = bytes.split_at(bytes.len() / 2);
    let mut items = Vec::new();
    for (id, record) in [([1; 16], bytes), ([2; 16], one), ([3; 16], two)] {
        if let Read::Known(record) = read_any(record) {
            items.push(Item { id, record });
        }
    }
    let now = Moment::of_device(1_795_361_400_000, -360, Zone::utc());
    let facts = Facts { now, language: Language::Es, zones: &Nowhere, including: Including::EVERYTHING, left_out: 0 };
    assert!(!exports::json(&facts, &items).is_empty());
    assert!(!exports::page(&facts, &items).is_empty());
    assert!(exports::zipped(&facts, &exports::tables(&facts, &items)).is_some());
});
