//! Any bytes where a stored record is expected: read, told to be newer, or told to be unreadable, and what is read is written back
//! as something that reads the same.
#![no_main]

use domain::record::{Read, preamble, read_any};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = preamble(bytes);
    match read_any(bytes) {
        Read::Known(record) => {
            let again = record.encode().expect("what was read fits into a record");
            assert!(matches!(read_any(&again), Read::Known(same) if same == record));
        }
        Read::Other(_) | Read::Newer(_) | Read::Unreadable => {}
    }
});
