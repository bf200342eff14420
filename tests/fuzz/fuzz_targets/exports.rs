//! Any bytes as what is asked of the worker that writes exports, and any bytes as records in it: answered or refused, and never a stop.
#![no_main]

use domain::zones::Zones;
use domain::{Language, Moment, Zone};
use interop::exports::{Asked, Form, Including};
use libfuzzer_sys::fuzz_target;

/// No zone is known.
struct Nowhere;

impl Zones for Nowhere {
    fn offset_s(&self, _: &Zone, _: i64) -> Option<i32> {
        None
    }
}

fuzz_target!(|bytes: &[u8]| {
    let _ = exports::answer(bytes, &Nowhere);
    // The same bytes as two records.
    let (one, two) = bytes.split_at(bytes.len() / 2);
    let records = vec![([1; 16], one.to_vec()), ([2; 16], two.to_vec())];
    let now = Moment::of_device(1_795_361_400_000, -360, Zone::utc());
    for form in [Form::Json, Form::Tables, Form::Page] {
        let including = Including::EVERYTHING;
        let asked = Asked { form, now: now.clone(), language: Language::Es, including, records: records.clone() };
        assert!(exports::answer(&asked.encode(), &Nowhere).is_some());
    }
});
