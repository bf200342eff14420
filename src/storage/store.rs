//! The trait every home of the journal implements: one consistent read, one atomic commit.

use std::fmt;

use crate::{Area, Batch, StoreError, batch::Hex};

/// Which rows to read.
#[derive(Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The row under this key, if there is one.
    One {
        /// Where.
        area: Area,
        /// The row's key.
        key: Vec<u8>,
    },
    /// Every row of the area.
    All {
        /// Where.
        area: Area,
    },
    /// Every row with a key from `from` to `to`, both included. Empty when `from` comes after `to`.
    Range {
        /// Where.
        area: Area,
        /// The first key that belongs.
        from: Vec<u8>,
        /// The last key that belongs.
        to: Vec<u8>,
    },
}

impl Wanted {
    /// The area to look in.
    #[must_use]
    pub const fn area(&self) -> Area {
        match self {
            Wanted::One { area, .. } | Wanted::All { area } | Wanted::Range { area, .. } => *area,
        }
    }
}

/// A stored row.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// Its key within its area.
    pub key: Vec<u8>,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A home of the journal. Every promise about it is a function in `storage::contract` (feature `contract`).
///
/// One thread: neither the futures nor the store need be `Send`, since a page's JavaScript objects cannot be.
#[expect(async_fn_in_trait, reason = "pages are single-threaded; no caller needs the futures to be Send")]
pub trait Store {
    /// Reads rows as they were at one moment, answering each wish in turn, rows in key order.
    ///
    /// The answer has as many elements as `wanted`; a wish that matches nothing gets an empty one.
    ///
    /// # Errors
    /// [`StoreError::Lost`], [`StoreError::Newer`] after another tab upgraded, or [`StoreError::Failed`].
    async fn read(&self, wanted: &[Wanted]) -> Result<Vec<Vec<Row>>, StoreError>;

    /// Carries out the batch whole or not at all. Once it returns `Ok`, the batch is as durable as it asked to be.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if a guard no longer holds, [`StoreError::Full`], [`StoreError::Lost`],
    /// [`StoreError::Newer`] or [`StoreError::Failed`].
    async fn commit(&self, batch: Batch) -> Result<(), StoreError>;
}

/// Keys and lengths only: whatever the bytes are, a log is no place for them.
impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row {{ {}, {} bytes }}", Hex(&self.key), self.bytes.len())
    }
}

impl fmt::Debug for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wanted::One { area, key } => write!(f, "One {{ {} {} }}", area.name(), Hex(key)),
            Wanted::All { area } => write!(f, "All {{ {} }}", area.name()),
            Wanted::Range { area, from, to } => {
                write!(f, "Range {{ {} {}..={} }}", area.name(), Hex(from), Hex(to))
            }
        }
    }
}
