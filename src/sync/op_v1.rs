//! Stored shape of an operation, version 1. FROZEN: released journals have it, so change nothing here; add a version instead.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Change, Clock, DeviceId, Operation, OperationId, RecordId, Stamp};

#[derive(Serialize, Deserialize)]
pub(crate) struct OperationV1<'a> {
    id: [u8; 16],
    record: [u8; 16],
    kind: u16,
    clock: u64,
    device: [u8; 8],
    counter: u64,
    #[serde(borrow)]
    change: ChangeV1<'a>,
}

#[derive(Serialize, Deserialize)]
pub(crate) enum ChangeV1<'a> {
    Put(#[serde(borrow)] BodyV1<'a>),
    Delete,
    Erase,
}

/// The same bytes as a sequence of `u8`, but copied in one go: opening a page is mostly this.
pub(crate) struct BodyV1<'a>(pub(crate) &'a [u8]);

impl Serialize for BodyV1<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for BodyV1<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'a [u8]>::deserialize(deserializer).map(Self)
    }
}

impl<'a> From<&'a Operation> for OperationV1<'a> {
    fn from(operation: &'a Operation) -> Self {
        Self {
            id: operation.id.bytes(),
            record: operation.record.bytes(),
            kind: operation.kind,
            clock: operation.stamp.clock.bits(),
            device: operation.stamp.device.bytes(),
            counter: operation.counter,
            change: (&operation.change).into(),
        }
    }
}

impl From<OperationV1<'_>> for Operation {
    fn from(stored: OperationV1<'_>) -> Self {
        Self {
            id: OperationId::from_bytes(stored.id),
            record: RecordId::from_bytes(stored.record),
            kind: stored.kind,
            stamp: Stamp { clock: Clock::from_bits(stored.clock), device: DeviceId::from_bytes(stored.device) },
            counter: stored.counter,
            change: stored.change.into(),
        }
    }
}

impl<'a> From<&'a Change> for ChangeV1<'a> {
    fn from(change: &'a Change) -> Self {
        match change {
            Change::Put(body) => Self::Put(BodyV1(body)),
            Change::Delete => Self::Delete,
            Change::Erase => Self::Erase,
        }
    }
}

impl From<ChangeV1<'_>> for Change {
    fn from(stored: ChangeV1<'_>) -> Self {
        match stored {
            ChangeV1::Put(body) => Self::Put(body.0.to_vec()),
            ChangeV1::Delete => Self::Delete,
            ChangeV1::Erase => Self::Erase,
        }
    }
}
