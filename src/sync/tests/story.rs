//! One record through its life, as the person meets it: written, changed, deleted, brought back, erased.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use sync::{Change, Clock, DeviceId, Operation, OperationId, RecordId, RecordState, Stamp, Version, Versions};

fn operation(id: u8, clock: u64, device: u8, change: Change) -> Operation {
    Operation {
        id: OperationId::from_bytes([id; 16]),
        record: RecordId::from_bytes([0xaa; 16]),
        kind: 1,
        stamp: Stamp { clock: Clock::from_bits(clock), device: DeviceId::from_bytes([device; 8]) },
        counter: u64::from(id),
        change,
    }
}

fn put(id: u8, clock: u64, body: &str) -> Operation {
    operation(id, clock, 1, Change::Put(body.into()))
}

fn versions(operations: impl IntoIterator<Item = Operation>) -> Versions {
    let mut operations = operations.into_iter();
    let mut versions = Versions::of(operations.next().unwrap());
    operations.for_each(|operation| versions.insert(operation));
    versions
}

fn ids<'a>(versions: impl Iterator<Item = &'a Version>) -> Vec<u8> {
    versions.map(|version| version.id.bytes()[0]).collect()
}

#[test]
fn an_edit_replaces_and_the_old_version_is_kept() {
    let record = versions([put(1, 10, "a 7"), put(2, 20, "an 8")]);
    assert_eq!(record.state(), RecordState::Live(b"an 8"));
    assert_eq!(ids(record.history()), [2, 1]);
    assert_eq!(ids(record.earlier()), [1]);
    assert_eq!(record.kind(), 1);
}

#[test]
fn an_older_edit_that_arrives_late_stays_in_the_history() {
    let record = versions([put(2, 20, "an 8"), put(3, 30, "a 9"), put(1, 10, "a 7")]);
    assert_eq!(record.state(), RecordState::Live(b"a 9"));
    assert_eq!(ids(record.history()), [3, 2, 1]);
}

#[test]
fn a_deleted_record_can_be_brought_back() {
    let mut record = versions([put(1, 10, "a 7"), operation(2, 20, 1, Change::Delete)]);
    let RecordState::Deleted { stamp } = record.state() else { panic!("not deleted") };
    assert_eq!(stamp.clock, Clock::from_bits(20));
    let body = record.last_body().unwrap().to_vec();
    record.insert(operation(3, 30, 1, Change::Put(body)));
    assert_eq!(record.state(), RecordState::Live(b"a 7"));
}

#[test]
fn a_record_deleted_before_it_arrived_has_no_body_to_bring_back() {
    assert_eq!(versions([operation(2, 20, 1, Change::Delete)]).last_body(), None);
}

#[test]
fn erased_is_for_ever_and_takes_every_body() {
    let erase = operation(2, 20, 1, Change::Erase);
    let record = versions([put(1, 10, "a 7"), erase, put(3, 30, "written later"), operation(4, 40, 1, Change::Delete)]);
    assert_eq!(record.state(), RecordState::Erased);
    assert_eq!(record.last_body(), None);
    assert_eq!(ids(record.history()), [2, 4, 3, 1]);
    assert!(record.history().all(|version| version.change != Change::Put(b"a 7".to_vec())));
    assert!(record.history().all(|version| version.change != Change::Put(b"written later".to_vec())));
}

#[test]
fn what_was_erased_does_not_come_back_with_a_second_delivery() {
    let erased = versions([put(1, 10, "a 7"), operation(2, 20, 1, Change::Erase)]);
    let mut again = erased.clone();
    again.insert(put(1, 10, "a 7"));
    assert_eq!(again, erased);
}

#[test]
fn two_devices_at_the_same_moment_agree_on_one() {
    let one = operation(1, 10, 1, Change::Put(b"here".to_vec()));
    let other = operation(2, 10, 2, Change::Put(b"there".to_vec()));
    let record = versions([one.clone(), other.clone()]);
    assert_eq!(record, versions([other, one]));
    assert_eq!(record.state(), RecordState::Live(b"there"));
}

#[test]
fn nothing_that_was_written_is_ever_printed() {
    let operation = put(1, 10, "saw sam");
    let record = versions([operation.clone()]);
    for printed in [format!("{operation:?}"), format!("{record:?}"), format!("{:?}", record.state())] {
        assert!(printed.contains("body") && !printed.contains("sam") && !printed.contains("115, 97"), "{printed}");
    }
}
