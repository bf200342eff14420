//! How a record gets its id, and how its leaf is found from it.
//!
//! An id is the clock at which the record was born (8 bytes) followed by 8 random bytes. So ids sort by birth, a leaf is a range of
//! ids, and the leaf of any record is found without an index, whatever day the entry is about. The birth never shows: ids live
//! inside ciphertext, and routes carry the random half only (`EntryKey`).

use sync::{Clock, RecordId};

/// Makes the id of a record born at `clock`.
pub(crate) fn make_record_id(clock: Clock, random: [u8; 16]) -> RecordId {
    let mut bytes = random;
    for (to, from) in bytes.iter_mut().zip(clock.bits().to_be_bytes()) {
        *to = from;
    }
    RecordId::from_bytes(bytes)
}

/// The id of a record that exists once and has no day, such as the settings. Born before any clock, so it lives on the shelf.
pub(crate) fn shelf_id(kind: u16) -> RecordId {
    let mut bytes = [0_u8; 16];
    for (to, from) in bytes.iter_mut().skip(14).zip(kind.to_be_bytes()) {
        *to = from;
    }
    RecordId::from_bytes(bytes)
}

/// The smallest id of a record that is not on the shelf.
pub(crate) fn first_after_shelf() -> RecordId {
    RecordId::from_bytes([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
}
