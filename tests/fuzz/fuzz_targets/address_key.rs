//! Any text where the key of a counselor is expected: refused, or a key that is written as it was read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::AddressKey;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else { return };
    if let Ok(key) = AddressKey::read(text) {
        assert!(AddressKey::read(&key.text()) == Ok(key));
    }
});
