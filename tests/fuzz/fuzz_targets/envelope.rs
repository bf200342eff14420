//! Any bytes where an envelope is expected: never opened, never a crash.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::{LocalKey, Purpose, RootKey};

fuzz_target!(|bytes: &[u8]| {
    let Ok(root) = RootKey::from_bytes(&[7; 32]) else { return };
    let key = LocalKey::derive(&root);
    for purpose in [Purpose::Operation, Purpose::Leaf, Purpose::Directory, Purpose::Head] {
        assert!(vault::open(&key, purpose, b"row", bytes).is_err());
    }
});
