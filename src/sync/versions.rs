//! What the operations on one record add up to. The merge: pure, and the same whatever arrives first, or twice.
//!
//! The greatest stamp is the record's current version, and those it replaced stay in its history. A deletion is a version like
//! any other, so it can be taken back. Erasing is not: it outranks every stamp and empties every body.

use core::cmp::Reverse;
use core::{fmt, iter, mem};

use crate::{Change, Operation, OperationId, Stamp};

/// One version of a record: an [`Operation`] without the record's own name and kind.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Version {
    /// The operation that made it.
    pub id: OperationId,
    /// When and where it was made.
    pub stamp: Stamp,
    /// The making device's counter.
    pub counter: u64,
    /// What it did. The body of a `Put` is empty once the record is erased.
    pub change: Change,
}

/// Every version of one record; at least one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Versions {
    kind: u16,
    winner: Version,
    /// Newest first.
    earlier: Vec<Version>,
}

/// How a record stands.
#[derive(Clone, Copy, Eq, PartialEq)]
pub enum RecordState<'a> {
    /// It is there, and this is its body.
    Live(&'a [u8]),
    /// It is out of sight and can be brought back with [`Versions::last_body`].
    Deleted {
        /// Of the deletion, from which the days to restore are counted.
        stamp: Stamp,
    },
    /// It is gone for good.
    Erased,
}

impl Versions {
    /// A record of which one operation is known.
    #[must_use]
    pub fn of(operation: Operation) -> Self {
        let (kind, winner) = split(operation);
        Self { kind, winner, earlier: Vec::new() }
    }

    /// Takes in one more operation **on the same record** (the caller keeps records apart). One that is known changes nothing.
    pub fn insert(&mut self, operation: Operation) {
        let (kind, version) = split(operation);
        self.take_in(kind, version);
    }

    /// Takes in all that is known elsewhere about the same record.
    pub fn merge(&mut self, other: Self) {
        for version in iter::once(other.winner).chain(other.earlier) {
            self.take_in(other.kind, version);
        }
    }

    /// Rebuilds a record from stored versions; `None` if there are none.
    pub(crate) fn gather(kind: u16, mut versions: impl Iterator<Item = Version>) -> Option<Self> {
        let mut gathered = Self { kind, winner: versions.next()?, earlier: Vec::new() };
        for version in versions {
            gathered.take_in(kind, version);
        }
        Some(gathered)
    }

    /// What kind of record it is, numbered by the domain.
    #[must_use]
    pub fn kind(&self) -> u16 {
        self.kind
    }

    /// The current version: the greatest stamp (then id), or the erasure if there is one.
    #[must_use]
    pub fn winner(&self) -> &Version {
        &self.winner
    }

    /// How the record stands now.
    #[must_use]
    pub fn state(&self) -> RecordState<'_> {
        match &self.winner.change {
            Change::Put(body) => RecordState::Live(body),
            Change::Delete => RecordState::Deleted { stamp: self.winner.stamp },
            Change::Erase => RecordState::Erased,
        }
    }

    /// The newest body, also of a deleted record, to bring it back. `None` once the record is erased.
    #[must_use]
    pub fn last_body(&self) -> Option<&[u8]> {
        if self.is_erased() {
            return None;
        }
        self.history().find_map(|version| match &version.change {
            Change::Put(body) => Some(body.as_slice()),
            Change::Delete | Change::Erase => None,
        })
    }

    /// Every version, newest first, the current one included.
    pub fn history(&self) -> impl Iterator<Item = &Version> {
        iter::once(&self.winner).chain(&self.earlier)
    }

    /// Every version, newest first, the current one included, to be kept elsewhere.
    pub(crate) fn into_history(self) -> impl Iterator<Item = Version> {
        iter::once(self.winner).chain(self.earlier)
    }

    /// Every version that the current one replaced, newest first.
    pub fn earlier(&self) -> impl Iterator<Item = &Version> {
        self.earlier.iter()
    }

    fn is_erased(&self) -> bool {
        self.winner.is_erasure()
    }

    fn take_in(&mut self, kind: u16, mut version: Version) {
        // Kinds never differ on one record. If they did, every device would choose the same one.
        self.kind = self.kind.max(kind);
        if let Some(known) = iter::once(&mut self.winner).chain(&mut self.earlier).find(|known| known.id == version.id)
        {
            // Nor do two operations share an id; the same holds for them.
            if known.precedence() >= version.precedence() {
                return;
            }
            mem::swap(known, &mut version);
        } else {
            self.earlier.push(version);
        }
        self.settle();
    }

    /// Puts the versions in order, and takes the bodies away if one of them is an erasure.
    fn settle(&mut self) {
        // The sort is stable and nearly all is sorted already, which makes it cheap.
        self.earlier.sort_by_key(|version| Reverse(version.rank()));
        if let Some(newest) = self.earlier.first_mut().filter(|newest| newest.rank() > self.winner.rank()) {
            mem::swap(newest, &mut self.winner);
            self.earlier.sort_by_key(|version| Reverse(version.rank()));
        }
        if self.is_erased() {
            for version in &mut self.earlier {
                if let Change::Put(body) = &mut version.change {
                    *body = Vec::new();
                }
            }
        }
    }
}

impl Version {
    /// Which of two versions of one record is the current one.
    fn rank(&self) -> (bool, Stamp, OperationId) {
        (self.is_erasure(), self.stamp, self.id)
    }

    /// Which of two versions under one id is kept.
    fn precedence(&self) -> (bool, Stamp, u64, &Change) {
        (self.is_erasure(), self.stamp, self.counter, &self.change)
    }

    /// In bytes.
    pub(crate) fn body_length(&self) -> usize {
        match &self.change {
            Change::Put(body) => body.len(),
            Change::Delete | Change::Erase => 0,
        }
    }

    fn is_erasure(&self) -> bool {
        match self.change {
            Change::Erase => true,
            Change::Put(_) | Change::Delete => false,
        }
    }
}

fn split(operation: Operation) -> (u16, Version) {
    let Operation { id, record: _, kind, stamp, counter, change } = operation;
    (kind, Version { id, stamp, counter, change })
}

impl fmt::Debug for RecordState<'_> {
    /// Never the body: a person wrote it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Live(_) => formatter.write_str("Live(body)"),
            Self::Deleted { stamp } => formatter.debug_struct("Deleted").field("stamp", stamp).finish(),
            Self::Erased => formatter.write_str("Erased"),
        }
    }
}
