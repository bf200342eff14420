//! Stored shapes of the chunks of a stream, version 1. FROZEN: backups have them, so change nothing here; add a version instead.

use serde::{Deserialize, Serialize};

use crate::op_v1::BodyV1;
use crate::{About, Beside, Counts, RecordId};

#[derive(Serialize, Deserialize)]
pub(crate) struct StartV1 {
    made_utc_ms: i64,
    counts: CountsV1,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct CountsV1 {
    records: u64,
    operations: u64,
    pages: u64,
    unreadable: u64,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct BesideV1<'a> {
    record: [u8; 16],
    #[serde(borrow)]
    name: BodyV1<'a>,
    #[serde(borrow)]
    bytes: BodyV1<'a>,
}

impl From<&About> for StartV1 {
    fn from(about: &About) -> Self {
        Self { made_utc_ms: about.made_utc_ms, counts: (&about.counts).into() }
    }
}

impl From<StartV1> for About {
    fn from(stored: StartV1) -> Self {
        Self { made_utc_ms: stored.made_utc_ms, counts: stored.counts.into() }
    }
}

impl From<&Counts> for CountsV1 {
    fn from(counts: &Counts) -> Self {
        let Counts { records, operations, pages, unreadable } = *counts;
        Self { records, operations, pages, unreadable }
    }
}

impl From<CountsV1> for Counts {
    fn from(stored: CountsV1) -> Self {
        let CountsV1 { records, operations, pages, unreadable } = stored;
        Self { records, operations, pages, unreadable }
    }
}

impl<'a> From<&'a Beside> for BesideV1<'a> {
    fn from(page: &'a Beside) -> Self {
        Self { record: page.record.bytes(), name: BodyV1(&page.name), bytes: BodyV1(&page.bytes) }
    }
}

impl From<BesideV1<'_>> for Beside {
    fn from(stored: BesideV1<'_>) -> Self {
        Self {
            record: RecordId::from_bytes(stored.record),
            name: stored.name.0.to_vec(),
            bytes: stored.bytes.0.to_vec(),
        }
    }
}
