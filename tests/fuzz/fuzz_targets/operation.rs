//! Any bytes where an operation is expected, as another device or a damaged row may send them.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(operation) = sync::decode(bytes) {
        let again = sync::decode(&sync::encode(&operation));
        assert!(again.is_ok_and(|again| again == operation));
    }
});
