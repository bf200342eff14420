//! Any bytes where a stored record is expected: read, told to be newer, or told to be unreadable, and what is read is written back
//! as something that reads the same.
#![no_main]

use domain::record::{Decoded, decode, encode, preamble};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = preamble(bytes);
    match decode(bytes) {
        Decoded::Known(record) => {
            let again = encode(&record).expect("what was read fits into a record");
            assert!(matches!(decode(&again), Decoded::Known(same) if same == record));
        }
        Decoded::Newer(_) | Decoded::Unreadable => {}
    }
});
