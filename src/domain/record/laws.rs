//! What holds for all bytes: a record comes back as it went, and no damage does worse than make one entry unreadable.

use super::{Kind, PREAMBLE_LENGTH, Read, Record, preamble, read_any};
use crate::Note;
use crate::samples::record::any_record;
use crate::samples::{craving_of, now};
use proptest::collection::vec;
use proptest::prelude::*;

/// The kinds that are about a time.
const DATED: [Kind; 8] = [
    Kind::Craving,
    Kind::Visit,
    Kind::CheckIn,
    Kind::Lapse,
    Kind::StrategyRun,
    Kind::ChecklistDay,
    Kind::Marks,
    Kind::Dose,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_went_in_comes_out(record in any_record()) {
        let bytes = record.encode().unwrap();
        prop_assert_eq!(preamble(&bytes), Some(record.preamble()));
        prop_assert!(read_any(&bytes) == Read::Known(record));
    }

    #[test]
    fn whatever_is_read_is_written_back_the_same(start in vec(any::<u8>(), 0..64)) {
        if let Read::Known(record) = read_any(&start) {
            prop_assert!(read_any(&record.encode().unwrap()) == Read::Known(record));
        }
    }

    #[test]
    fn no_bytes_behind_a_good_start_do_harm(kind in prop::sample::select(Kind::ALL.as_slice()), body in vec(any::<u8>(), 0..200)) {
        let at_utc_ms = DATED.contains(&kind).then_some(now().utc_ms());
        let start = super::Preamble { version: kind.version(), kind: kind.number(), at_utc_ms }.to_bytes();
        let bytes = [start.as_slice(), &body].concat();
        prop_assert!(!matches!(read_any(&bytes), Read::Newer(_)));
    }

    #[test]
    fn half_a_record_is_unreadable(record in any_record(), cut in any::<prop::sample::Index>()) {
        let bytes = record.encode().unwrap();
        prop_assert!(read_any(&bytes[..cut.index(bytes.len())]) == Read::Unreadable);
    }
}

proptest! {
    // Each case is some hundreds of records, one for every byte.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_flipped_byte_does_harm(record in any_record(), flip in 1..=255u8) {
        let bytes = record.encode().unwrap();
        for position in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[position] ^= flip;
            // A flipped letter of a note is still a note: whether bytes are whole is the seal's to know. Here, whatever
            // can be read can be stored again, and nothing panics.
            if let Read::Known(other) = read_any(&damaged) {
                prop_assert!(other.encode().is_ok());
            }
        }
    }
}

#[test]
fn a_byte_too_many_is_unreadable() {
    let mut bytes = Record::Craving(craving_of(7)).encode().unwrap();
    bytes.push(0);
    assert_eq!(read_any(&bytes), Read::Unreadable);
}

#[test]
fn an_eleven_in_a_stored_craving_is_unreadable() {
    let mut bytes = Record::Craving(craving_of(10)).encode().unwrap();
    let intensity = bytes.iter().rposition(|byte| *byte == 10).unwrap();
    bytes[intensity] = 11;
    assert_eq!(read_any(&bytes), Read::Unreadable);
}

#[test]
fn a_newer_version_or_kind_is_dated_and_kept_apart() {
    let bytes = Record::Craving(craving_of(7)).encode().unwrap();
    let mut newer_version = bytes.clone();
    newer_version[0] = Kind::Craving.version() + 1;
    let mut newer_kind = bytes.clone();
    newer_kind[1] = 99;
    for newer in [newer_version, newer_kind] {
        match read_any(&newer) {
            Read::Newer(preamble) => assert_eq!(preamble.at_utc_ms, Some(now().utc_ms())),
            Read::Known(_) | Read::Other(_) | Read::Unreadable => panic!("it was not taken for a newer record"),
        }
    }
}

#[test]
fn a_craving_without_a_time_is_unreadable_and_so_are_settings_with_one() {
    let mut bytes = Record::Craving(craving_of(7)).encode().unwrap();
    bytes[3..PREAMBLE_LENGTH].copy_from_slice(&i64::MIN.to_le_bytes());
    assert_eq!(read_any(&bytes), Read::Unreadable);
    bytes[3..PREAMBLE_LENGTH].copy_from_slice(&i64::MAX.to_le_bytes());
    assert_eq!(read_any(&bytes), Read::Unreadable);
    let mut bytes = Record::Settings(crate::Settings::default()).encode().unwrap();
    bytes[3..PREAMBLE_LENGTH].copy_from_slice(&0i64.to_le_bytes());
    assert_eq!(read_any(&bytes), Read::Unreadable);
}

#[test]
fn the_longest_note_is_stored_and_comes_back() {
    let mut craving = craving_of(7);
    craving.note = Some(Note::new(&"🫠".repeat(Note::LIMIT)).unwrap());
    let record = Record::Craving(craving);
    assert!(read_any(&record.encode().unwrap()) == Read::Known(record));
}

#[test]
fn two_taps_are_a_short_record() {
    assert!(Record::Craving(craving_of(7)).encode().unwrap().len() < 64);
}
