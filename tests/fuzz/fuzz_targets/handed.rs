//! Any bytes where the content of a package is expected: read, told to be newer, or refused, and what is read is written back as the same bytes.
#![no_main]

use domain::share::Handed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(handed) = Handed::decode(bytes) {
        let again = handed.encode().expect("what was read can be written");
        assert!(Handed::decode(&again) == Ok(handed));
    }
});
