//! Reading what an opening reads: head, directory, tail and shelf, in one snapshot.

use std::rc::Rc;

use storage::{Area, Row, StoreError, Wanted};
use sync::{RecordId, RecordState, Versions};
use vault::{LocalKey, Purpose, VaultError};

use super::directory::{Directory, SHELF};
use super::head::Head;
use super::id::first_after_shelf;
use super::leaf::Leaf;
use super::rows::{DIRECTORY, FORMAT, HEAD, LOCK, ROOT, USED, leaf_key};
use super::tail::Tail;
use super::used::Used;
use crate::sorted::Sorted;

/// How many opened leaves are kept in memory: a screen of history and what surrounds it.
const LEAVES_KEPT: usize = 8;

/// What is in memory of an open journal.
pub(crate) struct Inside {
    pub head: Head,
    /// The head's bytes as stored: a write is refused when they are not these any more.
    pub head_row: Vec<u8>,
    pub directory: Directory,
    /// The directory's bytes as stored: packing is refused when they are not these any more.
    pub directory_row: Option<Vec<u8>>,
    pub tail: Tail,
    /// Days of use; `None` when their row is missing or cannot be read, until it is made again.
    pub used: Option<Used>,
    /// Records without a day. `None` when its row cannot be read; the row is kept, and what is written meanwhile stays in the tail.
    shelf: Option<Rc<Leaf>>,
    /// The one opened last is at the end.
    leaves: Vec<(u32, Rc<Leaf>)>,
}

impl Inside {
    /// Whether nothing was ever written: neither by this device nor by a backup that was brought in.
    pub fn is_untouched(&self) -> bool {
        self.head.counter == 0 && self.tail_len() == 0 && self.directory.is_empty()
    }

    pub fn new(
        head: Head,
        head_row: Vec<u8>,
        directory: Directory,
        directory_row: Option<Vec<u8>>,
        tail: Tail,
    ) -> Self {
        Self {
            head,
            head_row,
            directory,
            directory_row,
            tail,
            used: None,
            shelf: Some(Rc::default()),
            leaves: Vec::new(),
        }
    }

    /// A leaf that was opened lately.
    pub fn leaf(&self, leaf: u32) -> Option<Rc<Leaf>> {
        if leaf == SHELF {
            self.shelf.clone()
        } else {
            self.leaves.iter().find(|(number, _)| *number == leaf).map(|(_, content)| Rc::clone(content))
        }
    }

    /// The live records of one kind that lie on the shelf, with all their versions, in the order of their ids.
    pub fn on_shelf(&self, kind: u16) -> Vec<(RecordId, Versions)> {
        let mut found: Sorted<RecordId, Versions> = Sorted::new();
        let packed = self.shelf.iter().flat_map(|leaf| leaf.records.iter());
        for (id, versions) in packed.chain(self.tail.records.iter().filter(|(id, _)| **id < first_after_shelf())) {
            match found.get_mut(id) {
                Some(known) => known.merge(versions.clone()),
                None if versions.kind() == kind => found.insert(*id, versions.clone()),
                None => {}
            }
        }
        found.into_iter().filter(|(_, versions)| matches!(versions.state(), RecordState::Live(_))).collect()
    }

    /// All that is known of one record of the shelf, deleted or not.
    pub fn known_on_shelf(&self, id: RecordId) -> Option<Versions> {
        let packed = self.shelf.as_ref().and_then(|leaf| leaf.records.get(&id)).cloned();
        let newer = self.tail.records.get(&id).cloned();
        match (packed, newer) {
            (Some(mut versions), Some(newer)) => {
                versions.merge(newer);
                Some(versions)
            }
            (known, newer) => known.or(newer),
        }
    }

    /// Keeps an opened leaf; the oldest ones go first when there are too many.
    pub fn keep(&mut self, leaf: u32, content: Rc<Leaf>) {
        if leaf == SHELF {
            self.shelf = Some(content);
            return;
        }
        self.leaves.retain(|(number, _)| *number != leaf);
        if self.leaves.len() >= LEAVES_KEPT {
            self.leaves.remove(0);
        }
        self.leaves.push((leaf, content));
    }
}

/// The rows an opening reads, before they are opened.
pub(crate) struct Rows {
    pub format: Option<Vec<u8>>,
    pub root: Option<Vec<u8>>,
    pub lock: Option<Vec<u8>>,
    pub head: Option<Vec<u8>>,
    pub directory: Option<Vec<u8>>,
    pub tail: Vec<Row>,
    pub shelf: Option<Vec<u8>>,
    pub used: Option<Vec<u8>>,
}

/// Reads them all at one moment.
pub(crate) async fn read_rows(home: &impl storage::Store) -> Result<Rows, StoreError> {
    let wanted = [
        Wanted::All { area: Area::Meta },
        Wanted::All { area: Area::Tail },
        Wanted::One { area: Area::Leaves, key: leaf_key(SHELF) },
    ];
    let mut answers = home.read(&wanted).await?.into_iter();
    let meta = answers.next().unwrap_or_default();
    let row = |key: &[u8]| meta.iter().find(|row| row.key == key).map(|row| row.bytes.clone());
    let tail = answers.next().unwrap_or_default();
    let shelf = answers.next().unwrap_or_default().into_iter().next().map(|row| row.bytes);
    Ok(Rows {
        format: row(FORMAT),
        root: row(ROOT),
        lock: row(LOCK),
        head: row(HEAD),
        directory: row(DIRECTORY),
        tail,
        shelf,
        used: row(USED),
    })
}

impl Rows {
    /// Whether these are rows of another journal: all that can be told about them is that they were sealed with another key. Whoever takes
    /// them for damaged ones would write over them.
    pub fn are_of_another_key(&self, key: &LocalKey) -> bool {
        let shelf = leaf_key(SHELF);
        let meta = [
            (&self.head, Purpose::Head, HEAD),
            (&self.directory, Purpose::Directory, DIRECTORY),
            (&self.used, Purpose::Used, USED),
            (&self.shelf, Purpose::Leaf, &shelf),
        ];
        let meta = meta.into_iter().filter_map(|(row, purpose, name)| Some((row.as_deref()?, purpose, name)));
        let tail = self.tail.iter().map(|row| (row.bytes.as_slice(), Purpose::Operation, row.key.as_slice()));
        let mut is_another = false;
        for (bytes, purpose, name) in meta.chain(tail) {
            match vault::open(key, purpose, name, bytes) {
                // Nearly always the first one says so.
                Ok(_) => return false,
                Err(error) => is_another |= error == VaultError::OtherKey,
            }
        }
        is_another
    }

    /// Opens the rows. `None` when the head or the directory cannot be read and has to be repaired first.
    pub fn open(self, key: &LocalKey) -> Option<Inside> {
        let head_row = self.head?;
        let head = Head::decode(&vault::open(key, Purpose::Head, HEAD, &head_row).ok()?)?;
        let directory_row = self.directory?;
        let directory = Directory::decode(&vault::open(key, Purpose::Directory, DIRECTORY, &directory_row).ok()?)?;
        let mut inside = Inside::new(head, head_row, directory, Some(directory_row), Tail::read(key, self.tail));
        if let Some(bytes) = self.shelf {
            inside.shelf = open_leaf(key, SHELF, &bytes).map(Rc::new);
        }
        inside.used = self.used.and_then(|bytes| Used::open(key, &bytes));
        Some(inside)
    }
}

/// Opens a leaf's row; `None` when it is damaged or newer.
pub(crate) fn open_leaf(key: &LocalKey, leaf: u32, bytes: &[u8]) -> Option<Leaf> {
    Leaf::decode(&vault::open(key, Purpose::Leaf, &leaf_key(leaf), bytes).ok()?).ok()
}
