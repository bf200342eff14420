//! Many records with all their versions as one run of bytes: what a sealed page of the journal holds.

use crate::page_v1::{PageV1, RecordV1};
use crate::{DecodeError, RecordId, Versions, codec};

/// Version of the stored shape. A new shape gets a new number and a module of its own; released ones are never edited.
const VERSION: u8 = 1;

/// The records in the order given, each with every version, stamp and counter.
#[must_use]
pub fn encode_all(records: &[(RecordId, Versions)]) -> Vec<u8> {
    codec::write(VERSION, &PageV1(records.iter().map(|(id, versions)| RecordV1::of(*id, versions)).collect()))
}

/// Reads what [`encode_all`] wrote, in this release or an earlier one.
///
/// # Errors
/// [`DecodeError::Newer`] for a version of a newer app (keep the bytes), [`DecodeError::Broken`] for anything else.
pub fn decode_all(bytes: &[u8]) -> Result<Vec<(RecordId, Versions)>, DecodeError> {
    let page = codec::read::<PageV1<'_>>(VERSION, bytes)?;
    page.0.into_iter().map(|record| record.read().ok_or(DecodeError::Broken)).collect()
}
