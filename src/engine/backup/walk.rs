//! Going once through everything that is stored, a leaf at a time, as it was at one moment.
//!
//! What is written meanwhile goes to the tail, of which a copy is held from the start. Only packing, erasing, repairing and merging move what
//! lies in leaves, and they all write the directory; so every leaf is read together with it, and a directory that is another one ends the
//! walk. Nothing is ever half there.

use std::mem;

use storage::{Area, Row, Wanted};
use sync::{Beside, RecordId, Versions};
use vault::Purpose;

use super::Pages;
use crate::journal::directory::{Directory, SHELF};
use crate::journal::load::{Rows, open_leaf, read_rows};
use crate::journal::rows::{DIRECTORY, HEAD, leaf_key, page_name, pages_of};
use crate::journal::tail::{Tail, TailRow};
use crate::sorted::Sorted;
use crate::{BackupError, Clock, Home, Ids, Journal};

/// The journal at one moment: the rows that every write changes, and what tells whether the others are still as they were.
pub(super) struct Snapshot {
    head_row: Vec<u8>,
    directory_row: Option<Vec<u8>>,
    pub directory: Directory,
    pub tail: Tail,
}

/// How far a walk has come.
pub(super) struct Walk {
    leaf: usize,
    /// What of the tail was not handed over yet.
    tail: Sorted<RecordId, Versions>,
    /// Lists of meetings whose pages come at the end.
    lists: Vec<(RecordId, Pages)>,
}

/// What comes next.
pub(super) enum Step {
    Records(Vec<(RecordId, Versions)>),
    /// Pages beside a record, and how many of them cannot be read.
    Pages(Vec<Beside>, u64),
    /// So many rows that cannot be read.
    Unreadable(u64),
}

impl Snapshot {
    pub async fn take<H: Home, W: Clock + Ids>(journal: &Journal<H, W>) -> Result<Self, BackupError> {
        let rows: Rows = read_rows(&journal.home).await?;
        // What is damaged since this tab opened it is made again by the next opening.
        let inside = rows.open(&journal.key).ok_or(BackupError::Changed)?;
        Ok(Self {
            head_row: inside.head_row,
            directory_row: inside.directory_row,
            directory: inside.directory,
            tail: inside.tail,
        })
    }

    /// Rows that are known to be lost before any leaf is read.
    fn unreadable(&self) -> u64 {
        let in_tail = self.tail.rows.values().filter(|row| matches!(row, TailRow::Unreadable)).count();
        u64::try_from(in_tail.saturating_add(self.directory.lost.len())).unwrap_or(u64::MAX)
    }
}

impl Walk {
    pub fn new(snapshot: &Snapshot) -> Self {
        let mut tail = Sorted::new();
        for (id, versions) in snapshot.tail.records.iter() {
            tail.insert(*id, versions.clone());
        }
        Self { leaf: 0, tail, lists: Vec::new() }
    }

    /// The next step; `None` when everything was handed over.
    pub async fn next<H: Home, W: Clock + Ids>(
        &mut self,
        journal: &Journal<H, W>,
        snapshot: &Snapshot,
    ) -> Result<Option<Step>, BackupError> {
        let at = self.leaf;
        self.leaf = at.saturating_add(1);
        if let Some(entry) = snapshot.directory.leaves.get(at) {
            let was_empty = entry.live == 0 && entry.deleted == 0;
            return self.leaf(journal, snapshot, entry.leaf, was_empty).await.map(Some);
        }
        if at == snapshot.directory.leaves.len() {
            return Ok(Some(Step::Unreadable(snapshot.unreadable())));
        }
        // What no leaf was made for yet, or what lies in the place of a leaf that cannot be read.
        if self.tail.len() > 0 {
            let records = mem::take(&mut self.tail).into_iter().collect();
            return Ok(Some(self.records(records)));
        }
        match self.lists.pop() {
            Some((list, pages)) => self.pages(journal, snapshot, list, &pages).await.map(Some),
            None => Ok(None),
        }
    }

    async fn leaf<H: Home, W: Clock + Ids>(
        &mut self,
        journal: &Journal<H, W>,
        snapshot: &Snapshot,
        leaf: u32,
        was_empty: bool,
    ) -> Result<Step, BackupError> {
        let row = read_beside(journal, snapshot, Wanted::One { area: Area::Leaves, key: leaf_key(leaf) }).await?;
        let Some(row) = row.into_iter().next() else {
            // The shelf of a new journal has no row.
            return Ok(Step::Unreadable(u64::from(leaf != SHELF || !was_empty)));
        };
        let Some(content) = open_leaf(&journal.key, leaf, &row.bytes) else { return Ok(Step::Unreadable(1)) };
        let mut records: Vec<(RecordId, Versions)> = content.records.into_iter().collect();
        for (id, versions) in &mut records {
            if let Some(newer) = self.tail.remove(id) {
                versions.merge(newer);
            }
        }
        // What was born since lies between them.
        let (here, rest): (Vec<_>, Vec<_>) =
            mem::take(&mut self.tail).into_iter().partition(|(id, _)| snapshot.directory.leaf_of(*id) == Some(leaf));
        self.tail = Sorted::of(rest.into_iter());
        records.extend(here);
        records.sort_by_key(|(id, _)| *id);
        Ok(self.records(records))
    }

    fn records(&mut self, records: Vec<(RecordId, Versions)>) -> Step {
        for (id, versions) in &records {
            match Pages::of(versions) {
                Pages::None => {}
                pages @ (Pages::Of(_) | Pages::Any) => self.lists.push((*id, pages)),
            }
        }
        Step::Records(records)
    }

    /// All pages of a list, read at once: a list is replaced as a whole, so half of one would be none.
    async fn pages<H: Home, W: Clock + Ids>(
        &self,
        journal: &Journal<H, W>,
        snapshot: &Snapshot,
        list: RecordId,
        known: &Pages,
    ) -> Result<Step, BackupError> {
        let (from, to) = pages_of(list);
        let wanted =
            [Wanted::Range { area: Area::Leaves, from, to }, Wanted::One { area: Area::Meta, key: HEAD.to_vec() }];
        let mut answers = journal.home.read(&wanted).await?.into_iter();
        let rows = answers.next().unwrap_or_default();
        let is_same = answers.next().unwrap_or_default().iter().any(|row| row.bytes == snapshot.head_row);
        let rows: Vec<Row> =
            rows.into_iter().filter(|row| page_name(&row.key).is_some_and(|name| known.has(name))).collect();
        let expected = match known {
            Pages::Of(held) => usize::from(held.index_pages).saturating_add(usize::from(held.detail_pages)),
            // How many there should be is not known.
            Pages::None | Pages::Any => rows.len(),
        };
        if rows.len() < expected && !is_same {
            // Not lost, but replaced since the walk began.
            return Err(BackupError::Changed);
        }
        let open = |row: &Row| {
            let bytes = vault::open(&journal.key, Purpose::Meetings, &row.key, &row.bytes).ok()?;
            Some(Beside { record: list, name: page_name(&row.key)?.to_vec(), bytes })
        };
        let pages: Vec<Beside> = rows.iter().filter_map(open).collect();
        let unreadable = u64::try_from(expected.saturating_sub(pages.len())).unwrap_or(u64::MAX);
        Ok(Step::Pages(pages, unreadable))
    }
}

/// Rows of a leaf, if the directory still is what it was.
async fn read_beside<H: Home, W>(
    journal: &Journal<H, W>,
    snapshot: &Snapshot,
    wanted: Wanted,
) -> Result<Vec<Row>, BackupError> {
    let directory = Wanted::One { area: Area::Meta, key: DIRECTORY.to_vec() };
    let mut answers = journal.home.read(&[wanted, directory]).await?.into_iter();
    let rows = answers.next().unwrap_or_default();
    let now = answers.next().unwrap_or_default().into_iter().next().map(|row| row.bytes);
    if now == snapshot.directory_row { Ok(rows) } else { Err(BackupError::Changed) }
}
