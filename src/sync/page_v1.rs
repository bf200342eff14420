//! Stored shape of a page of records, version 1. FROZEN: released journals have it, so change nothing here; add a version instead.

use serde::{Deserialize, Serialize};

use crate::op_v1::ChangeV1;
use crate::{Clock, DeviceId, OperationId, RecordId, Stamp, Version, Versions};

#[derive(Serialize, Deserialize)]
pub(crate) struct PageV1<'a>(#[serde(borrow)] pub(crate) Vec<RecordV1<'a>>);

#[derive(Serialize, Deserialize)]
pub(crate) struct RecordV1<'a> {
    id: [u8; 16],
    kind: u16,
    #[serde(borrow)]
    versions: Vec<VersionV1<'a>>,
}

#[derive(Serialize, Deserialize)]
struct VersionV1<'a> {
    id: [u8; 16],
    clock: u64,
    device: [u8; 8],
    counter: u64,
    #[serde(borrow)]
    change: ChangeV1<'a>,
}

impl<'a> RecordV1<'a> {
    pub(crate) fn of(id: RecordId, versions: &'a Versions) -> Self {
        Self { id: id.bytes(), kind: versions.kind(), versions: versions.history().map(Into::into).collect() }
    }

    /// `None` for a record without a version: nobody writes that.
    pub(crate) fn read(self) -> Option<(RecordId, Versions)> {
        let versions = Versions::gather(self.kind, self.versions.into_iter().map(Version::from))?;
        Some((RecordId::from_bytes(self.id), versions))
    }
}

impl<'a> From<&'a Version> for VersionV1<'a> {
    fn from(version: &'a Version) -> Self {
        Self {
            id: version.id.bytes(),
            clock: version.stamp.clock.bits(),
            device: version.stamp.device.bytes(),
            counter: version.counter,
            change: (&version.change).into(),
        }
    }
}

impl From<VersionV1<'_>> for Version {
    fn from(stored: VersionV1<'_>) -> Self {
        Self {
            id: OperationId::from_bytes(stored.id),
            stamp: Stamp { clock: Clock::from_bits(stored.clock), device: DeviceId::from_bytes(stored.device) },
            counter: stored.counter,
            change: stored.change.into(),
        }
    }
}
