//! The laws of the merge: whatever order, repetition or clock, all devices end up with the same, and no writing disappears.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::Index;
use sync::{
    Change, Clock, DeviceId, Operation, OperationId, RecordId, RecordState, Stamp, Versions, decode, decode_all,
    encode, encode_all,
};

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        8 => vec(any::<u8>(), 0..4).prop_map(Change::Put),
        3 => Just(Change::Delete),
        1 => Just(Change::Erase),
    ]
}

/// Operations on one record from a small world: the same ids, clocks and devices turn up again, even with other content.
fn operation() -> impl Strategy<Value = Operation> {
    (0..6_u8, 0..3_u16, 0..5_u64, 0..3_u8, 0..3_u64, change()).prop_map(|(id, kind, clock, device, counter, change)| {
        Operation {
            id: OperationId::from_bytes([id; 16]),
            record: RecordId::from_bytes([0xaa; 16]),
            kind,
            stamp: Stamp { clock: Clock::from_bits(clock), device: DeviceId::from_bytes([device; 8]) },
            counter,
            change,
        }
    })
}

fn versions() -> impl Strategy<Value = Versions> {
    vec(operation(), 1..8).prop_map(gathered)
}

fn gathered(operations: Vec<Operation>) -> Versions {
    let mut operations = operations.into_iter();
    let mut versions = Versions::of(operations.next().unwrap());
    operations.for_each(|operation| versions.insert(operation));
    versions
}

fn merged(mut one: Versions, other: &Versions) -> Versions {
    one.merge(other.clone());
    one
}

/// A phone: what it wrote and heard, and its own clocks.
struct Device {
    id: DeviceId,
    clock: Clock,
    counter: u64,
    records: BTreeMap<RecordId, Versions>,
}

#[derive(Clone, Debug)]
enum Act {
    /// Someone writes on a device whose wall clock shows this.
    Write { device: Index, wall_ms: i64, record: u8, change: Change },
    /// Any operation that exists so far reaches any device, perhaps again.
    Deliver { device: Index, wall_ms: i64, operation: Index },
}

fn act() -> impl Strategy<Value = Act> {
    let wall_ms = || prop_oneof![4 => 0..10_i64, 1 => any::<i64>(), 1 => Just(i64::MAX)];
    let write = (any::<Index>(), wall_ms(), 0..2_u8, change())
        .prop_map(|(device, wall_ms, record, change)| Act::Write { device, wall_ms, record, change });
    let deliver = (any::<Index>(), wall_ms(), any::<Index>()).prop_map(|(device, wall_ms, operation)| Act::Deliver {
        device,
        wall_ms,
        operation,
    });
    prop_oneof![write, deliver]
}

impl Device {
    fn new(id: u8) -> Self {
        Self { id: DeviceId::from_bytes([id; 8]), clock: Clock::START, counter: 0, records: BTreeMap::new() }
    }

    fn write(&mut self, wall_ms: i64, record: u8, change: Change) -> Operation {
        let record = RecordId::from_bytes([record; 16]);
        self.clock = self.clock.tick(wall_ms);
        self.counter += 1;
        let seen = self.records.get(&record).map_or(Clock::START, |versions| versions.winner().stamp.clock);
        let mut id = [0; 16];
        id[..8].copy_from_slice(&self.id.bytes());
        id[8..].copy_from_slice(&self.counter.to_be_bytes());
        let operation = Operation {
            id: OperationId::from_bytes(id),
            record,
            kind: 1,
            stamp: Stamp { clock: self.clock.after(seen), device: self.id },
            counter: self.counter,
            change,
        };
        self.take_in(operation.clone());
        operation
    }

    fn hear(&mut self, wall_ms: i64, operation: Operation) {
        self.clock = self.clock.observe(operation.stamp.clock, wall_ms);
        self.take_in(operation);
    }

    fn take_in(&mut self, operation: Operation) {
        match self.records.get_mut(&operation.record) {
            Some(versions) => versions.insert(operation),
            None => drop(self.records.insert(operation.record, Versions::of(operation))),
        }
    }
}

proptest! {
    #[test]
    fn it_does_not_matter_who_merges_into_whom(one in versions(), other in versions()) {
        prop_assert_eq!(merged(one.clone(), &other), merged(other, &one));
    }

    #[test]
    fn it_does_not_matter_who_meets_first(one in versions(), two in versions(), three in versions()) {
        prop_assert_eq!(merged(merged(one.clone(), &two), &three), merged(one, &merged(two, &three)));
    }

    #[test]
    fn meeting_again_changes_nothing(one in versions(), other in versions()) {
        let once = merged(one.clone(), &other);
        prop_assert_eq!(&merged(once.clone(), &other), &once);
        prop_assert_eq!(&merged(one.clone(), &one), &one);
    }

    #[test]
    fn any_order_of_arrival_leads_to_the_same(
        (first, second) in vec(operation(), 1..12).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        repeated in any::<Index>(),
    ) {
        let mut again = second.clone();
        again.push(second[repeated.index(second.len())].clone());
        prop_assert_eq!(gathered(first), gathered(again));
    }

    #[test]
    fn erased_stays_erased(before in vec(operation(), 0..8), after in vec(operation(), 0..8), mut erasure in operation()) {
        erasure.change = Change::Erase;
        let record = gathered(before.into_iter().chain([erasure]).chain(after).collect());
        prop_assert_eq!(record.state(), RecordState::Erased);
        for version in record.history() {
            prop_assert!(version.change == Change::Put(Vec::new()) || !matches!(version.change, Change::Put(_)));
        }
    }

    #[test]
    fn three_devices_end_up_alike_and_no_writing_disappears(acts in vec(act(), 1..40), order in any::<u64>()) {
        let mut devices = [Device::new(1), Device::new(2), Device::new(3)];
        let mut written: Vec<Operation> = Vec::new();
        for act in acts {
            match act {
                Act::Write { device, wall_ms, record, change } => {
                    let device = &mut devices[device.index(3)];
                    let before = device.clock;
                    let operation = device.write(wall_ms, record, change);
                    prop_assert!(device.clock > before);
                    // Whoever writes sees at once what they wrote, whatever the clocks of the others.
                    let versions = &device.records[&operation.record];
                    if versions.state() != RecordState::Erased {
                        prop_assert_eq!(versions.winner().id, operation.id);
                    }
                    written.push(operation);
                }
                Act::Deliver { device, wall_ms, operation } => {
                    if !written.is_empty() {
                        let operation = operation.get(&written).clone();
                        devices[device.index(3)].hear(wall_ms, operation);
                    }
                }
            }
        }
        for (turn, device) in devices.iter_mut().enumerate() {
            let mut last_delivery = written.clone();
            let length = last_delivery.len().max(1);
            last_delivery.rotate_left((order as usize).wrapping_mul(turn + 1) % length);
            last_delivery.into_iter().for_each(|operation| device.hear(0, operation));
        }
        prop_assert_eq!(&devices[0].records, &devices[1].records);
        prop_assert_eq!(&devices[0].records, &devices[2].records);
        for operation in &written {
            let versions = &devices[0].records[&operation.record];
            let kept = versions.history().find(|version| version.id == operation.id).unwrap();
            prop_assert_eq!(kept.counter, operation.counter);
            prop_assert_eq!(kept.stamp, operation.stamp);
            if versions.state() != RecordState::Erased {
                prop_assert_eq!(&kept.change, &operation.change);
            }
        }
    }

    #[test]
    fn an_operation_is_read_as_it_was_written(operation in operation(), clock in any::<u64>(), kind in any::<u16>()) {
        let stamp = Stamp { clock: Clock::from_bits(clock), ..operation.stamp };
        let operation = Operation { stamp, kind, ..operation };
        prop_assert_eq!(decode(&encode(&operation)), Ok(operation));
    }

    #[test]
    fn a_page_is_read_as_it_was_written(records in vec((any::<[u8; 16]>(), versions()), 0..6)) {
        let records: Vec<_> = records.into_iter().map(|(id, versions)| (RecordId::from_bytes(id), versions)).collect();
        prop_assert_eq!(decode_all(&encode_all(&records)), Ok(records));
    }

    #[test]
    fn any_bytes_are_read_or_refused(mut bytes in vec(any::<u8>(), 0..200), known in any::<bool>()) {
        if let (Some(version), true) = (bytes.first_mut(), known) {
            *version = 1;
        }
        let _ = decode(&bytes);
        let _ = decode_all(&bytes);
    }

    #[test]
    fn a_damaged_page_is_read_or_refused(records in vec(versions(), 1..4), at in any::<Index>(), flip in 1_u8..) {
        let id = RecordId::from_bytes([0xaa; 16]);
        let mut bytes = encode_all(&records.into_iter().map(|versions| (id, versions)).collect::<Vec<_>>());
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        let _ = decode_all(&bytes);
    }
}
