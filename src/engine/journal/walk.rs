//! Walking through the log from the newest day back, a page at a time, opening only the leaves a page needs.

use std::cmp::Reverse;

use storage::StoreError;
use sync::{RecordId, RecordState, Versions};

use super::Journal;
use super::entry::{Cursor, Deleted, Entry, Page, What};
use super::leaf::position;
use crate::sorted::Sorted;
use crate::{Clock, Home, Ids, ReadError};

/// A search opens at most this many leaves before it hands over what it has found so far, so that the screen can show it.
const LEAVES_A_STEP: usize = 12;

/// Bodies found so far, newest first. An empty body stands for a leaf that cannot be read.
type Found = Sorted<Reverse<Cursor>, What>;

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// The entries after `from` (or the newest ones), at most `limit` of them.
    ///
    /// # Errors
    /// Only when the home does not answer: damaged rows come as entries that cannot be read.
    pub async fn list(&self, from: Option<Cursor>, limit: usize) -> Result<Page, StoreError> {
        self.walk(from, limit, usize::MAX, &|_| true).await
    }

    /// The entries after `from` that `accept` says yes to. A page may be short, even empty, and still have a `next`: call again.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn search(
        &self,
        from: Option<Cursor>,
        limit: usize,
        accept: &dyn Fn(&What) -> bool,
    ) -> Result<Page, StoreError> {
        self.walk(from, limit, LEAVES_A_STEP, accept).await
    }

    async fn walk(
        &self,
        from: Option<Cursor>,
        limit: usize,
        leaves_at_most: usize,
        accept: &dyn Fn(&What) -> bool,
    ) -> Result<Page, StoreError> {
        let mut found = self.walk_tail(from, accept);
        let leaves = self.inside.borrow().directory.latest_first(from.map(|from| from.at_utc_ms));
        let mut opened = 0_usize;
        let mut stop = None;
        let mut is_cut_short = false;
        for (leaf, earliest, latest) in leaves {
            // Whatever this leaf holds is older than the page's last entry.
            if found.keys().nth(limit.saturating_sub(1)).is_some_and(|last| last.0.at_utc_ms > latest) {
                is_cut_short = true;
                break;
            }
            let straddles = from.is_some_and(|from| from.at_utc_ms <= latest);
            if opened >= leaves_at_most && !straddles {
                stop = Some(Cursor { at_utc_ms: latest, id: RecordId::from_bytes([0xff; 16]) });
                break;
            }
            opened = opened.saturating_add(1);
            match self.leaf(leaf).await {
                Ok(content) => {
                    let inside = self.inside.borrow();
                    for (id, versions) in content.records.iter() {
                        add_from_leaf(&mut found, from, *id, versions, inside.tail.records.get(id), accept);
                    }
                }
                Err(ReadError::Store(error)) => return Err(error),
                Err(ReadError::Gone | ReadError::Unreadable) => {
                    let count = self.count_in(leaf);
                    let what = What::Unreadable { count };
                    let place = Cursor { at_utc_ms: latest.max(earliest), id: id_of_leaf(leaf) };
                    if is_after(from, place) && accept(&what) {
                        found.insert(Reverse(place), what);
                    }
                }
            }
        }
        Ok(cut(found, limit, stop, is_cut_short))
    }

    fn walk_tail(&self, from: Option<Cursor>, accept: &dyn Fn(&What) -> bool) -> Found {
        let inside = self.inside.borrow();
        let mut found = Found::new();
        for (id, versions) in inside.tail.records.iter() {
            // A deletion of an entry in a leaf is applied when that leaf is walked.
            if let RecordState::Live(body) = versions.state() {
                add(&mut found, from, *id, body, accept);
            }
        }
        for (key, at_utc_ms) in inside.tail.unreadable() {
            let Ok(id) = <[u8; 16]>::try_from(key) else { continue };
            let place = Cursor { at_utc_ms, id: RecordId::from_bytes(id) };
            let what = What::Unreadable { count: 1 };
            if is_after(from, place) && accept(&what) {
                found.insert(Reverse(place), what);
            }
        }
        // Nobody knows what days they were about, so they come last.
        for leaf in &inside.directory.lost {
            let place = Cursor { at_utc_ms: 0, id: id_of_leaf(*leaf) };
            let what = What::Unreadable { count: 0 };
            if is_after(from, place) && accept(&what) {
                found.insert(Reverse(place), what);
            }
        }
        found
    }

    /// How many live entries the directory knows in a leaf.
    fn count_in(&self, leaf: u32) -> u32 {
        let inside = self.inside.borrow();
        inside.directory.leaves.iter().find(|entry| entry.leaf == leaf).map_or(0, |entry| entry.live)
    }

    /// The deleted entries that can still be brought back, the latest deletion first.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn deleted(&self) -> Result<Vec<Deleted>, StoreError> {
        let (leaves, mut ids) = {
            let inside = self.inside.borrow();
            let mut leaves = Vec::new();
            let ids: Vec<RecordId> = inside.tail.records.keys().copied().collect();
            for entry in &inside.directory.leaves {
                let is_in_tail = ids.iter().any(|id| inside.directory.leaf_of(*id) == Some(entry.leaf));
                if is_in_tail || entry.deleted > 0 {
                    leaves.push(entry.leaf);
                }
            }
            (leaves, ids)
        };
        for leaf in leaves {
            match self.leaf(leaf).await {
                Ok(content) => ids.extend(content.records.iter().filter(|(_, v)| is_deleted(v)).map(|(id, _)| *id)),
                Err(ReadError::Store(error)) => return Err(error),
                Err(ReadError::Gone | ReadError::Unreadable) => {}
            }
        }
        ids.sort_unstable();
        ids.dedup();
        let mut found = Vec::new();
        for id in ids {
            match self.find(id).await {
                Ok(versions) => found.extend(told_as_deleted(id, &versions)),
                Err(ReadError::Store(error)) => return Err(error),
                Err(ReadError::Gone | ReadError::Unreadable) => {}
            }
        }
        found.sort_unstable_by_key(|deleted| Reverse(deleted.deleted_utc_ms));
        Ok(found)
    }
}

/// One record of a leaf, together with what the tail knows of it.
fn add_from_leaf(
    found: &mut Found,
    from: Option<Cursor>,
    id: RecordId,
    versions: &Versions,
    in_tail: Option<&Versions>,
    accept: &dyn Fn(&What) -> bool,
) {
    match in_tail {
        None => {
            if let RecordState::Live(body) = versions.state() {
                add(found, from, id, body, accept);
            }
        }
        Some(newer) => {
            let mut all = versions.clone();
            all.merge(newer.clone());
            // The tail alone may have shown an older body of it, at another place.
            if let Some(place) = newer.last_body().and_then(position) {
                found.remove(&Reverse(Cursor { at_utc_ms: place, id }));
            }
            if let RecordState::Live(body) = all.state() {
                add(found, from, id, body, accept);
            }
        }
    }
}

fn add(found: &mut Found, from: Option<Cursor>, id: RecordId, body: &[u8], accept: &dyn Fn(&What) -> bool) {
    let readable = position(body);
    // A record without a day is no entry of the log, unless its bytes are damaged.
    if readable.is_none() && domain::record::preamble(body).is_some() {
        return;
    }
    let place = Cursor { at_utc_ms: readable.unwrap_or_default(), id };
    if !is_after(from, place) {
        return;
    }
    if let Some(what) = What::of(body).filter(|what| accept(what)) {
        found.insert(Reverse(place), what);
    }
}

/// Newest first: what comes after a cursor is older than it.
fn is_after(from: Option<Cursor>, place: Cursor) -> bool {
    from.is_none_or(|from| place < from)
}

/// A damaged leaf is shown as one entry; its id only has to be the same every time.
fn id_of_leaf(leaf: u32) -> RecordId {
    let mut id = [0_u8; 16];
    for (to, from) in id.iter_mut().zip(leaf.to_be_bytes()) {
        *to = from;
    }
    RecordId::from_bytes(id)
}

/// Cuts a page off what was found. Behind `stop` nothing is certain yet; `is_cut_short` says that older leaves were not opened.
fn cut(found: Found, limit: usize, stop: Option<Cursor>, is_cut_short: bool) -> Page {
    let mut entries: Vec<Entry> = Vec::new();
    let mut is_full = false;
    for (place, what) in found {
        let place = place.0;
        if stop.is_some_and(|stop| place < stop) {
            break;
        }
        if entries.len() >= limit {
            is_full = true;
            break;
        }
        entries.push(Entry { id: place.id, at_utc_ms: place.at_utc_ms, what });
    }
    let last = entries.last().map(|last| Cursor { at_utc_ms: last.at_utc_ms, id: last.id });
    let next = if is_full || is_cut_short { last } else { stop };
    Page { entries, next }
}

fn is_deleted(versions: &Versions) -> bool {
    matches!(versions.state(), RecordState::Deleted { .. })
}

fn told_as_deleted(id: RecordId, versions: &Versions) -> Option<Deleted> {
    let RecordState::Deleted { stamp } = versions.state() else { return None };
    let body = versions.last_body()?;
    let what = What::of(body)?;
    let entry = Entry { id, at_utc_ms: position(body).unwrap_or_default(), what };
    Some(Deleted { entry, deleted_utc_ms: stamp.clock.utc_ms() })
}
