//! How a record gets its id, and how its leaf is found from it.
//!
//! An id is the clock at which the record was born (8 bytes) followed by 8 random bytes. So ids sort by birth, a leaf is a range of
//! ids, and the leaf of any record is found without an index, whatever day the entry is about. The birth never shows: ids live
//! inside ciphertext, and routes carry the random half only (`EntryKey`).

use chrono::NaiveDate;
use domain::{VisitKey, check_in_mark, marks_mark};
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

/// The id of one of many records that lie on the shelf, such as sessions: no birth, and a half of its own. The half is what routes carry.
pub(crate) fn shelf_record(half: [u8; 8]) -> RecordId {
    let mut bytes = [0_u8; 16];
    for (to, from) in bytes.iter_mut().skip(8).zip(half) {
        *to = from;
    }
    RecordId::from_bytes(bytes)
}

/// A half for a new record of the shelf. Its highest bit keeps it apart from the records that exist once, which are numbered from 1.
pub(crate) fn make_shelf_half(random: [u8; 16]) -> [u8; 8] {
    let mut half = half_of(RecordId::from_bytes(random));
    if let Some(first) = half.first_mut() {
        *first |= 0x80;
    }
    half
}

/// The half of a record's id that is its own.
pub(crate) fn half_of(id: RecordId) -> [u8; 8] {
    let mut half = [0_u8; 8];
    for (to, from) in half.iter_mut().zip(id.bytes().into_iter().skip(8)) {
        *to = from;
    }
    half
}

/// The id of the visit to an occurrence: made of the occurrence's name and of nothing else, so that two tabs, or two devices, which have
/// never heard of each other write versions of one record. In place of its birth stands the day it was planned for, so it lies
/// among what was logged around then.
pub(crate) fn visit_id(key: &VisitKey) -> RecordId {
    named_id(key.about_utc_ms(), key.mark())
}

/// The id of the check-in of a day, made of the day alone for the same reason.
pub(crate) fn check_in_id(day: NaiveDate) -> RecordId {
    named_on(day, check_in_mark(day))
}

/// The id of what is about a day, made of a mark that depends on what it is and on the day.
pub(crate) fn named_on(day: NaiveDate, mark: [u8; 8]) -> RecordId {
    named_id(day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis(), mark)
}

/// The id of the marks of an entry: born with it, so they lie beside it.
pub(crate) fn marks_id(entry: RecordId) -> RecordId {
    let mut bytes = shelf_record(marks_mark(entry.bytes())).bytes();
    for (to, from) in bytes.iter_mut().zip(entry.bytes()).take(8) {
        *to = from;
    }
    RecordId::from_bytes(bytes)
}

/// `about_utc_ms` stands in place of the birth.
fn named_id(about_utc_ms: i64, mark: [u8; 8]) -> RecordId {
    let about_ms = about_utc_ms.max(1).unsigned_abs();
    let mut bytes = shelf_record(mark).bytes();
    for (to, from) in bytes.iter_mut().zip((about_ms << 16).to_be_bytes()) {
        *to = from;
    }
    RecordId::from_bytes(bytes)
}

/// The smallest id of a record that is not on the shelf.
pub(crate) fn first_after_shelf() -> RecordId {
    RecordId::from_bytes([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
}
