//! Taking in what was written elsewhere: operations of other devices, or our own from a backup, merged into the leaves they belong to.
//!
//! One leaf is one batch, with everything that depends on it: the directory, the clock, the rows of the tail on the same records (so that
//! what lies in the tail is always newer than what lies in a leaf), the people who are shown while locked, the days of use, and pages of
//! lists that another reading replaced. Whatever stops between two batches, the journal is whole, and merging again goes on.

use std::rc::Rc;

use domain::meeting::{ListId, MeetingList};
use domain::record::{self, Kind};
use storage::{Area, Batch, Change, StoreError, Wanted};
use sync::{Beside, RecordId, RecordState, Versions};
use vault::Purpose;

use super::Journal;
use super::directory::{Directory, LeafEntry, SHELF};
use super::head::Head;
use super::id::{first_after_shelf, half_of, shelf_record};
use super::leaf::Leaf;
use super::open::new_device;
use super::pack::summarise;
use super::rows::{DIRECTORY, HEAD, leaf_key, named_page_key, seal_row, sealed_bytes};
use super::tail::TailRow;
use super::write::TRIES;
use crate::backup::Pages;
use crate::meetings::without_pages;
use crate::{Clock, Home, Ids, Merged, ReadError, SaveError};

/// A record that says more than before.
struct Changed {
    id: RecordId,
    before: Option<Versions>,
    after: Versions,
}

/// A leaf that is to be changed, and what has to be moved out of its way.
struct Room {
    number: u32,
    leaf: Leaf,
    aside: Option<Change>,
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Merges these records into the journal, leaf by leaf. What is known already is not written again.
    pub(crate) async fn merge_records(&self, records: Vec<(RecordId, Versions)>) -> Result<Merged, SaveError> {
        let mut each = Leaf::default();
        records.into_iter().for_each(|(id, versions)| each.merge(id, versions));
        let records: Vec<(RecordId, Versions)> = each.records.into_iter().collect();
        let mut merged = Merged::default();
        let mut rest = records.as_slice();
        while !rest.is_empty() {
            // Taken anew for each leaf, so that what the person taps meanwhile need not wait for a whole backup.
            let _turn = self.turn.lock().await;
            let mut tries = 0..TRIES;
            loop {
                tries.next().ok_or(SaveError::Busy)?;
                match self.merge_leaf(rest).await {
                    Ok((count, told)) => {
                        merged.add(told);
                        rest = rest.get(count.max(1)..).unwrap_or_default();
                        break;
                    }
                    Err(SaveError::Store(StoreError::Conflict)) => self.catch_up().await?,
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(merged)
    }

    /// Merges those of the records that belong to the same leaf as the first one. Says how many these are.
    async fn merge_leaf(&self, records: &[(RecordId, Versions)]) -> Result<(usize, Merged), SaveError> {
        let mut directory = self.inside.borrow().directory.clone();
        let Some((first, _)) = records.first() else { return Ok((0, Merged::default())) };
        let known = directory.leaf_of(*first);
        let here = records.iter().take_while(|(id, _)| directory.leaf_of(*id) == known).count();
        let records = records.get(..here).unwrap_or_default();
        let Room { number, mut leaf, aside } = self.make_room(known, &mut directory).await?;
        let (mut told, mut changed, mut rows) = (Merged::default(), Vec::new(), Vec::new());
        for (id, theirs) in records {
            let before = with(leaf.records.get(id).cloned(), self.inside.borrow().tail.records.get(id).cloned());
            let after = with(before.clone(), Some(theirs.clone()));
            match after {
                Some(after) if before.as_ref() != Some(&after) => {
                    told.count(before.is_some());
                    leaf.records.insert(*id, after.clone());
                    rows.extend(self.rows_in_tail(*id));
                    changed.push(Changed { id: *id, before, after });
                }
                Some(_) | None => told.same = told.same.saturating_add(1),
            }
        }
        if !changed.is_empty() {
            self.write_merged((number, leaf), directory, rows, aside, &changed).await?;
        }
        Ok((here, told))
    }

    /// The leaf to merge into. One that cannot be read gives its place to an empty one: its row is kept among the lost, so that a backup can
    /// bring back what it held.
    async fn make_room(&self, known: Option<u32>, directory: &mut Directory) -> Result<Room, SaveError> {
        let Some(number) = known else {
            let number = directory.free_number();
            directory.put(LeafEntry::new(number, first_after_shelf()));
            return Ok(Room { number, leaf: Leaf::default(), aside: None });
        };
        if number == SHELF {
            return self.make_room_on_shelf(directory).await;
        }
        if let Some(leaf) = self.leaf_to_change(number, directory).await? {
            return Ok(Room { number, leaf, aside: None });
        }
        let first = directory.leaves.iter().find(|entry| entry.leaf == number).map(|entry| entry.first);
        directory.leaves.retain(|entry| entry.leaf != number);
        directory.lost.push(number);
        let number = directory.free_number();
        directory.put(LeafEntry::new(number, first.unwrap_or_else(first_after_shelf)));
        Ok(Room { number, leaf: Leaf::default(), aside: None })
    }

    /// The same for the shelf, which has only this one number: a row that cannot be read moves.
    async fn make_room_on_shelf(&self, directory: &mut Directory) -> Result<Room, SaveError> {
        match self.leaf(SHELF).await {
            Ok(leaf) => return Ok(Room { number: SHELF, leaf: leaf.as_ref().clone(), aside: None }),
            Err(ReadError::Store(error)) => return Err(SaveError::Store(error)),
            Err(ReadError::Gone | ReadError::Unreadable) => {}
        }
        let rows = self.home.read(&[Wanted::One { area: Area::Leaves, key: leaf_key(SHELF) }]).await?;
        let aside = rows.into_iter().flatten().next().map(|row| {
            let lost = directory.free_number();
            directory.lost.retain(|number| *number != SHELF);
            directory.lost.push(lost);
            Change::Put { area: Area::Leaves, key: leaf_key(lost), bytes: row.bytes }
        });
        Ok(Room { number: SHELF, leaf: Leaf::default(), aside })
    }

    fn rows_in_tail(&self, id: RecordId) -> Vec<Vec<u8>> {
        let inside = self.inside.borrow();
        let of_record = |(key, row): (&Vec<u8>, &TailRow)| match row {
            TailRow::Read { record, .. } if *record == id => Some(key.clone()),
            TailRow::Read { .. } | TailRow::Unreadable => None,
        };
        inside.tail.rows.iter().filter_map(of_record).collect()
    }

    /// One batch, and then the same in memory.
    async fn write_merged(
        &self,
        leaf: (u32, Leaf),
        directory: Directory,
        rows: Vec<Vec<u8>>,
        aside: Option<Change>,
        changed: &[Changed],
    ) -> Result<(), SaveError> {
        let (before, head_row, directory_row) = {
            let inside = self.inside.borrow();
            (inside.head, inside.head_row.clone(), inside.directory_row.clone())
        };
        let head = self.head_after(before, changed);
        let device = head.device;
        let plan = summarise(vec![leaf], directory, rows);
        let mut batch = Batch::strict().expecting(Area::Meta, HEAD, Some(head_row));
        batch = batch.expecting(Area::Meta, DIRECTORY, directory_row);
        // First, because it lies where the new shelf will lie.
        batch.changes.extend(aside);
        let (directory_row, changes) = self.seal_plan(&plan, device)?;
        batch.changes.extend(changes);
        let sealed = seal_row(&self.key, device, Area::Meta, Purpose::Head, HEAD, &head.encode());
        let sealed = sealed.map_err(|_| SaveError::Sealing)?;
        let head_row = sealed_bytes(&sealed);
        batch.changes.push(sealed);
        batch.changes.extend(changed.iter().flat_map(replaced_pages));
        let used = self.used_with(device, changed.iter().map(|record| (record.id, &record.after)))?;
        let used = used.map(|(row, used)| {
            batch.changes.push(row);
            used
        });
        if changed.iter().any(|record| record.after.kind() == Kind::Person.number()) {
            let people = self.people_with(changed);
            batch = self.with_contacts_among(batch, device, &people).await?;
        }
        self.home.commit(batch).await?;
        let mut inside = self.inside.borrow_mut();
        inside.head = head;
        inside.head_row = head_row;
        inside.directory = plan.directory;
        inside.directory_row = Some(directory_row);
        if used.is_some() {
            inside.used = used;
        }
        for record in changed {
            inside.tail.records.remove(&record.id);
        }
        for row in &plan.rows {
            inside.tail.rows.remove(row);
        }
        for (number, leaf) in plan.leaves {
            inside.keep(number, Rc::new(leaf));
        }
        Ok(())
    }

    /// The head once these operations are known: its clock goes along with theirs as far as they can be trusted. Where one of them is ours
    /// and was never written here (the rows were set back, or copied to another browser), this device takes a new name, so that no
    /// two operations ever have the same number.
    fn head_after(&self, mut head: Head, changed: &[Changed]) -> Head {
        let now_ms = self.now().utc_ms();
        let ours = head.device;
        let mut newest = 0;
        for version in changed.iter().flat_map(|record| record.after.history()) {
            head.clock = head.clock.observe(version.stamp.clock, now_ms);
            if version.stamp.device == ours {
                newest = version.counter.max(newest);
            }
        }
        if newest > head.counter {
            head.device = new_device(&self.world);
            head.counter = 0;
        }
        head
    }

    fn people_with(&self, changed: &[Changed]) -> Vec<(RecordId, Versions)> {
        let mut people = self.inside.borrow().on_shelf(Kind::Person.number());
        people.retain(|(id, _)| changed.iter().all(|record| record.id != *id));
        let theirs = changed.iter().filter(|record| record.after.kind() == Kind::Person.number());
        people.extend(theirs.map(|record| (record.id, record.after.clone())));
        people
    }

    /// Writes a page beside its record, unless it is there, or the record does not hold it any more. Says whether it did.
    pub(crate) async fn merge_page(&self, page: Beside) -> Result<bool, SaveError> {
        let _turn = self.turn.lock().await;
        let key = named_page_key(page.record, &page.name);
        for _ in 0..TRIES {
            let versions = self.inside.borrow().known_on_shelf(page.record);
            let is_held = versions.is_some_and(|versions| Pages::of(&versions).has(&page.name));
            if !is_held || shelf_record(half_of(page.record)) != page.record {
                return Ok(false);
            }
            let there = self.page_rows(key.clone(), key.clone()).await?;
            if there.iter().any(|row| self.open_page_row(row).is_ok()) {
                return Ok(false);
            }
            // Relaxed: it can be had again, and merging again puts it there.
            let mut batch = Batch::relaxed().expecting(Area::Meta, HEAD, Some(self.inside.borrow().head_row.clone()));
            batch.changes.push(self.seal_page_row(&key, &page.bytes)?);
            match self.home.commit(batch).await {
                Ok(()) => return Ok(true),
                Err(StoreError::Conflict) => self.catch_up().await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(SaveError::Busy)
    }
}

/// What both know.
fn with(known: Option<Versions>, more: Option<Versions>) -> Option<Versions> {
    match (known, more) {
        (Some(mut known), Some(more)) => {
            known.merge(more);
            Some(known)
        }
        (known, more) => known.or(more),
    }
}

/// What takes the pages away that a list does not hold any more.
fn replaced_pages(record: &Changed) -> Vec<Change> {
    let Some(RecordState::Live(body)) = record.before.as_ref().map(|before| before.state()) else { return Vec::new() };
    let Some(list) = record::read::<MeetingList>(body).known() else { return Vec::new() };
    if Pages::of(&record.after).has(&list.held().batch) {
        return Vec::new();
    }
    without_pages(ListId::from_bytes(half_of(record.id)), &list).collect()
}
