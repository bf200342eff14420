//! The one way to change what is stored: a batch, decided beforehand and then carried out whole or not at all.

use std::fmt;

/// One of the places rows are kept. Keys are unique within an area, and areas never mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Few, small rows about the journal itself: its format, this device, wrapped keys, the head.
    Meta,
    /// The newest operations, one row each, not yet packed.
    Tail,
    /// Packed pages of older operations and their summaries.
    Leaves,
}

impl Area {
    /// Every area, in the order in which [`crate::Memory::rows`] lists them.
    pub const ALL: [Area; 3] = [Area::Meta, Area::Tail, Area::Leaves];

    /// The stored name of the area: the IndexedDB object store. Never changes once released.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Area::Meta => "meta",
            Area::Tail => "tail",
            Area::Leaves => "leaves",
        }
    }
}

/// One change to one row. Keys order byte by byte, a shorter key before the longer one it begins.
#[derive(Clone, PartialEq, Eq)]
pub enum Change {
    /// Write the row, replacing what was there.
    Put {
        /// Where.
        area: Area,
        /// The row's key; may be empty.
        key: Vec<u8>,
        /// The whole new content of the row; may be empty.
        bytes: Vec<u8>,
    },
    /// Remove the row. Removing a row that is not there is fine.
    Delete {
        /// Where.
        area: Area,
        /// The row's key.
        key: Vec<u8>,
    },
}

impl Change {
    /// The row this change is about.
    #[must_use]
    pub fn place(&self) -> (Area, &[u8]) {
        match self {
            Change::Put { area, key, .. } | Change::Delete { area, key } => (*area, key),
        }
    }
}

/// What must still be true when the batch is carried out, or nothing of it is written.
///
/// Checked inside the same transaction as the changes, so another tab cannot slip in between.
#[derive(Clone, PartialEq, Eq)]
pub struct Guard {
    /// Where.
    pub area: Area,
    /// The row's key.
    pub key: Vec<u8>,
    /// Exactly what the row holds, or `None` if there must be no such row.
    pub expected: Option<Vec<u8>>,
}

/// How sure the home must be before it says that a batch is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// It has reached the disk. For everything a person saves.
    Strict,
    /// The system has it, and will write it soon. For what can be made again.
    Relaxed,
}

/// Changes that happen together or not at all. Changes to the same row apply in the order they are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// What must still hold. All are checked before anything is written.
    pub guards: Vec<Guard>,
    /// What to do.
    pub changes: Vec<Change>,
    /// When the commit may report success.
    pub durability: Durability,
}

impl Batch {
    /// An empty batch for what a person just saved.
    #[must_use]
    pub const fn strict() -> Self {
        Self { guards: Vec::new(), changes: Vec::new(), durability: Durability::Strict }
    }

    /// An empty batch for what could be made again.
    #[must_use]
    pub const fn relaxed() -> Self {
        Self { guards: Vec::new(), changes: Vec::new(), durability: Durability::Relaxed }
    }

    /// Adds a guard: the row must still be exactly `expected` (`None`: absent).
    #[must_use]
    pub fn expecting(mut self, area: Area, key: impl Into<Vec<u8>>, expected: Option<Vec<u8>>) -> Self {
        self.guards.push(Guard { area, key: key.into(), expected });
        self
    }

    /// Adds a change: write the row.
    #[must_use]
    pub fn put(mut self, area: Area, key: impl Into<Vec<u8>>, bytes: impl Into<Vec<u8>>) -> Self {
        self.changes.push(Change::Put { area, key: key.into(), bytes: bytes.into() });
        self
    }

    /// Adds a change: remove the row.
    #[must_use]
    pub fn delete(mut self, area: Area, key: impl Into<Vec<u8>>) -> Self {
        self.changes.push(Change::Delete { area, key: key.into() });
        self
    }
}

/// Keys and lengths only: whatever the bytes are, a log is no place for them.
impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Change::Put { area, key, bytes } => {
                write!(f, "Put {{ {} {}, {} bytes }}", area.name(), Hex(key), bytes.len())
            }
            Change::Delete { area, key } => write!(f, "Delete {{ {} {} }}", area.name(), Hex(key)),
        }
    }
}

/// Keys and lengths only, as for [`Change`].
impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guard {{ {} {}, ", self.area.name(), Hex(&self.key))?;
        match &self.expected {
            Some(bytes) => write!(f, "{} bytes }}", bytes.len()),
            None => f.write_str("absent }"),
        }
    }
}

/// A key in a form that can be compared by eye in a failing test.
pub(crate) struct Hex<'a>(pub(crate) &'a [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("0x")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
