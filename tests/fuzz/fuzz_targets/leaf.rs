//! Any bytes where a leaf is expected: all versions of some records. What is read merges with itself without a change.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(records) = sync::decode_all(bytes) {
        for (_, versions) in &records {
            let mut twice = versions.clone();
            twice.merge(versions.clone());
            assert!(twice == *versions);
        }
        assert!(sync::decode_all(&sync::encode_all(&records)).is_ok());
    }
});
