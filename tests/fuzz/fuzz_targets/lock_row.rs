//! Any bytes where the row of the lock is expected. It is read before anything is open, so it must never be in the way.
#![no_main]

use engine::lock::Lock;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(lock) = Lock::decode(bytes) {
        assert!(lock.encode().is_ok_and(|bytes| Lock::decode(&bytes) == Ok(lock.clone())));
        assert!(lock.tries.seen_at(0).wait_ms(0) <= 3_600_000);
    }
});
