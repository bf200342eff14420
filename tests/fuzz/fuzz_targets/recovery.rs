//! Any text where a recovery code is expected: refused, or a code that is written and read as the same one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::RecoveryCode;

fuzz_target!(|text: &str| {
    if let Ok(code) = RecoveryCode::read(text) {
        let written = code.text();
        assert!(RecoveryCode::read(&written).is_ok_and(|again| again.text() == written));
    }
});
