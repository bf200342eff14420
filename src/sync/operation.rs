//! One writing: a new version of one record, or its deletion. The journal is nothing but these.

use core::fmt;

use crate::op_v1::OperationV1;
use crate::{DecodeError, OperationId, RecordId, Stamp, codec};

/// Version of the stored shape. A new shape gets a new number and a module of its own; released ones are never edited.
const VERSION: u8 = 1;

/// One entry of the journal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Operation {
    /// Names this operation among all; the same one may arrive any number of times.
    pub id: OperationId,
    /// The record it is about.
    pub record: RecordId,
    /// What kind of record that is, numbered by the domain. Kinds of a newer app are kept like any other.
    pub kind: u16,
    /// When and where it was written; decides which version is the record's current one.
    pub stamp: Stamp,
    /// Counts the operations of one device without gaps, so that a missing one is noticed.
    pub counter: u64,
    /// What was done.
    pub change: Change,
}

/// What an operation does to its record.
#[derive(Clone, Eq, Ord, PartialEq, PartialOrd)]
pub enum Change {
    /// The record is now this body. The body's meaning is the domain's.
    Put(Vec<u8>),
    /// The record is gone from sight and can be brought back.
    Delete,
    /// The record and all its bodies are gone for good, whatever else arrives.
    Erase,
}

impl fmt::Debug for Change {
    /// Never the body: a person wrote it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Put(_) => "Put(body)",
            Self::Delete => "Delete",
            Self::Erase => "Erase",
        })
    }
}

/// The operation as it is sealed and stored: a version byte and the shape of that version.
#[must_use]
pub fn encode(operation: &Operation) -> Vec<u8> {
    codec::write(VERSION, &OperationV1::from(operation))
}

/// Reads what [`encode`] wrote, in this release or an earlier one.
///
/// # Errors
/// [`DecodeError::Newer`] for a version of a newer app (keep the bytes), [`DecodeError::Broken`] for anything else.
pub fn decode(bytes: &[u8]) -> Result<Operation, DecodeError> {
    codec::read::<OperationV1<'_>>(VERSION, bytes).map(Operation::from)
}
