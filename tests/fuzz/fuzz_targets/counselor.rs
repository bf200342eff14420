//! Any bytes where the counselor's page expects a file, a program to go on with among them, and where it expects its own keys behind the seal: told what
//! they are, never a crash, and keys that are read are written as the same bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use viewer::found::what;
use viewer::ring::Ring;

fuzz_target!(|bytes: &[u8]| {
    let _ = what(bytes);
    let _ = viewer::program::out::open(bytes);
    if let Ok(ring) = Ring::decode(bytes)
        && let Ok(written) = ring.encode()
    {
        assert!(Ring::decode(&written).is_ok());
    }
});
