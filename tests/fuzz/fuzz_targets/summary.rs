//! Any bytes where a counselor's page expects a summary: read, told to be newer, or refused, and what is read is written back as something
//! that reads the same.
#![no_main]

use domain::summary::Sheet;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(sheet) = Sheet::decode(bytes) {
        let again = sheet.encode().expect("what was read fits onto a page");
        assert!(Sheet::decode(&again) == Ok(sheet));
    }
});
