//! Any bytes where a calendar file is expected: always an answer, one that arrives as it was sent, and within every limit.
#![no_main]

use domain::Zone;
use domain::zones::Zones;
use interop::calendar::{MAX_EVENTS, MAX_OCCURRENCES, MAX_PROBLEMS, ReadCalendar, Window};
use libfuzzer_sys::fuzz_target;
use std::rc::Rc;

/// Every zone is six hours behind, and no rule is about that.
struct Behind;

impl Zones for Behind {
    fn offset_s(&self, _: &Zone, _: i64) -> Option<i32> {
        Some(-21_600)
    }
}

fuzz_target!(|bytes: &[u8]| {
    let zone = Zone::named_or_utc("America/Chicago");
    let read = calendar::read(bytes, Window::new(1_767_225_600_000, 1_814_486_400_000), &zone, Rc::new(Behind));
    assert!(read.events.len() <= MAX_EVENTS && read.problems.len() <= MAX_PROBLEMS);
    assert!(read.events.iter().all(|event| event.occurrences.len() <= MAX_OCCURRENCES));
    assert!(ReadCalendar::decode(&read.encode()).is_ok_and(|again| again == read));
    let _ = ReadCalendar::decode(bytes);
});
