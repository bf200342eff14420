//! Journals for the stories: one of every golden file there is, and arbitrary ones.

use crate::Including;
use crate::{Facts, Item};
use chrono::{DateTime, Offset};
use domain::record::{Read, Record, read_any};
use domain::samples::record::any_record;
use domain::zones::Zones;
use domain::{Language, Moment, Zone};
use proptest::prelude::*;
use std::path::PathBuf;

/// The world's zones, as chrono-tz knows them.
pub struct World;

impl Zones for World {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        let zone: chrono_tz::Tz = zone.name().parse().ok()?;
        let at = DateTime::from_timestamp_millis(utc_ms)?.with_timezone(&zone);
        Some(at.offset().fix().local_minus_utc())
    }
}

/// 22 November 2026, 9:30 in the morning in Chicago, everything included.
pub fn facts() -> Facts<'static> {
    let now = Moment::new(1_795_361_400_000, -360, Zone::named_or_utc("America/Chicago")).unwrap();
    Facts { now, language: Language::En, zones: &World, including: Including::EVERYTHING, left_out: 0 }
}

/// Numbered records, so that each has an id of its own.
pub fn items(records: impl IntoIterator<Item = Record>) -> Vec<Item> {
    let number = |(place, record): (usize, Record)| {
        let mut id = [0x11; 16];
        id[14..].copy_from_slice(&u16::try_from(place).unwrap().to_be_bytes());
        Item { id, record }
    };
    records.into_iter().enumerate().map(number).collect()
}

/// One record of every golden file: everything that any version ever wrote.
pub fn golden() -> Vec<Item> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../domain/record/golden");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "bin"));
    paths.sort();
    let read = |path: &PathBuf| match read_any(&std::fs::read(path).unwrap()) {
        Read::Known(record) => record,
        other => panic!("{}: {other:?}", path.display()),
    };
    items(paths.iter().map(read))
}

/// A few records of any kinds; sometimes one is marked.
pub fn any_items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec(any_record(), 0..8).prop_map(items)
}

/// What may be let in, and in which language.
pub fn any_facts() -> impl Strategy<Value = Facts<'static>> {
    (any::<[bool; 3]>(), prop::sample::select(Language::ALL)).prop_map(|(choices, language)| {
        let [private, use_of_substances, medication] = choices;
        Facts { language, including: Including { private, use_of_substances, medication }, ..facts() }
    })
}

/// Words that would do harm where they are taken for anything but words.
pub const HOSTILE: [&str; 12] = [
    "\"quoted\", 'twice' and \\",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "=HYPERLINK(\"https://evil.example\")",
    "+1 @SUM(A1) -2",
    "a;b,c\td",
    "U+2028 \u{2028} and \u{2029} there",
    "\u{301}\u{20dd} marks of nobody",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "\u{202e}שלום \u{2066}كيف",
    "&lt;b&gt; &amp; ]]> --> %3Cscript",
    "{{asset:x}} ${y} `z`",
];
