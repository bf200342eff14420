//! Walking through the log from the newest day back, a page at a time, opening only the leaves a page needs.

use std::cmp::Reverse;

use storage::StoreError;
use sync::{RecordId, RecordState, Versions};

use super::Journal;
use super::entry::{Cursor, Entry, Marked, Only, Page, Reads, What};
use super::leaf::position;
use crate::sorted::Sorted;
use crate::{Clock, Home, Ids, ReadError};

/// A search opens at most this many leaves before it hands over what it has found so far, so that the screen can show it.
const LEAVES_A_STEP: usize = 12;

/// How many more than a page are looked at closely, so that an entry which turns out to be somewhere else leaves no gap.
const SPARE: usize = 64;

/// What is looked for, and what was found so far, newest first.
struct Search<'a> {
    from: Option<Cursor>,
    limit: usize,
    reads: Reads,
    accept: &'a dyn Fn(&What) -> bool,
    found: Sorted<Reverse<Cursor>, What>,
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// What was logged by itself (cravings, lapses, check-ins) after `from`, or the newest of it: at most `limit` entries, without their marks.
    ///
    /// # Errors
    /// Only when the home does not answer: damaged rows come as entries that cannot be read.
    pub async fn list(&self, from: Option<Cursor>, limit: usize) -> Result<Page, StoreError> {
        self.walk(from, limit, usize::MAX, What::of, &|_| true).await
    }

    /// All that is in the log, or some kinds of it, with the marks. What is rare lies far apart, so it goes on until the page is full or the
    /// log is over.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn list_only(&self, from: Option<Cursor>, limit: usize, only: Only) -> Result<Page, StoreError> {
        if only == Only::All {
            let page = self.walk(from, limit, usize::MAX, What::of_any, &|_| true).await?;
            return self.with_marks(page).await;
        }
        let mut whole = Page { entries: Vec::new(), next: from };
        loop {
            let wanted = limit.saturating_sub(whole.entries.len());
            let page = self.search(whole.next, wanted, &|what| only.takes(what)).await?;
            whole.entries.extend(page.entries);
            whole.next = page.next;
            if whole.next.is_none() || whole.entries.len() >= limit {
                return Ok(whole);
            }
        }
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
        let page = self.walk(from, limit, LEAVES_A_STEP, What::of_any, accept).await?;
        self.with_marks(page).await
    }

    async fn walk(
        &self,
        from: Option<Cursor>,
        limit: usize,
        leaves_at_most: usize,
        reads: Reads,
        accept: &dyn Fn(&What) -> bool,
    ) -> Result<Page, StoreError> {
        let mut search = Search { from, limit, reads, accept, found: Sorted::new() };
        self.walk_tail(&mut search);
        let leaves = self.inside.borrow().directory.latest_first(from.map(|from| from.at_utc_ms));
        let mut opened = 0_usize;
        let mut stop = None;
        let mut is_cut_short = false;
        for (leaf, earliest, latest) in leaves {
            // Whatever this leaf holds is older than the page's last entry.
            if search.found.key_at(limit.saturating_sub(1)).is_some_and(|last| last.0.at_utc_ms > latest) {
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
                    for (id, versions) in content.records.iter().rev() {
                        search.add_from_leaf(*id, versions, inside.tail.records.get(id));
                    }
                }
                Err(ReadError::Store(error)) => return Err(error),
                Err(ReadError::Gone | ReadError::Unreadable) => {
                    let count = self.count_in(leaf);
                    let what = What::Unreadable { count };
                    let place = Cursor { at_utc_ms: latest.max(earliest), id: id_of_leaf(leaf) };
                    search.put(place, || Some(what));
                }
            }
        }
        Ok(search.cut(stop, is_cut_short))
    }

    fn walk_tail(&self, search: &mut Search<'_>) {
        let inside = self.inside.borrow();
        for (id, versions) in inside.tail.records.iter().rev() {
            // A deletion of an entry in a leaf is applied when that leaf is walked.
            if let RecordState::Live(body) = versions.state() {
                search.add(*id, body);
            }
        }
        for (key, at_utc_ms) in inside.tail.unreadable() {
            let Ok(id) = <[u8; 16]>::try_from(key) else { continue };
            let place = Cursor { at_utc_ms, id: RecordId::from_bytes(id) };
            search.put(place, || Some(What::Unreadable { count: 1 }));
        }
        // Nobody knows what days they were about, so they come last.
        for leaf in &inside.directory.lost {
            let place = Cursor { at_utc_ms: 0, id: id_of_leaf(*leaf) };
            search.put(place, || Some(What::Unreadable { count: 0 }));
        }
    }

    /// How many live entries the directory knows in a leaf.
    fn count_in(&self, leaf: u32) -> u32 {
        let inside = self.inside.borrow();
        inside.directory.leaves.iter().find(|entry| entry.leaf == leaf).map_or(0, |entry| entry.live)
    }

    /// Everything that was deleted and not erased, entries of the log or not.
    pub(crate) async fn deleted_records(&self) -> Result<Vec<(RecordId, Versions)>, StoreError> {
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
                Ok(versions) => found.extend(is_deleted(&versions).then_some((id, versions))),
                Err(ReadError::Store(error)) => return Err(error),
                Err(ReadError::Gone | ReadError::Unreadable) => {}
            }
        }
        Ok(found)
    }
}

impl Search<'_> {
    /// One record of a leaf, together with what the tail knows of it.
    fn add_from_leaf(&mut self, id: RecordId, versions: &Versions, in_tail: Option<&Versions>) {
        let Some(newer) = in_tail else {
            if let RecordState::Live(body) = versions.state() {
                self.add(id, body);
            }
            return;
        };
        let mut all = versions.clone();
        all.merge(newer.clone());
        // The tail alone may have shown an older body of it, at another place.
        if let Some(at_utc_ms) = newer.last_body().and_then(position) {
            self.found.remove(&Reverse(Cursor { at_utc_ms, id }));
        }
        if let RecordState::Live(body) = all.state() {
            self.add(id, body);
        }
    }

    fn add(&mut self, id: RecordId, body: &[u8]) {
        let readable = position(body);
        // A record without a day is no entry of the log, unless its bytes are damaged.
        if readable.is_some() || domain::record::preamble(body).is_none() {
            let place = Cursor { at_utc_ms: readable.unwrap_or_default(), id };
            let reads = self.reads;
            self.put(place, || reads(body));
        }
    }

    /// Puts an entry in its place, if it is looked for. What would stand far behind the page is not even read.
    fn put(&mut self, place: Cursor, read: impl FnOnce() -> Option<What>) {
        let is_far_behind = self.found.key_at(self.limit.saturating_add(SPARE)).is_some_and(|last| place < last.0);
        if is_far_behind || self.from.is_some_and(|from| place >= from) {
            return;
        }
        if let Some(what) = read().filter(|what| (self.accept)(what)) {
            self.found.insert(Reverse(place), what);
        }
    }

    /// Cuts a page off what was found. Behind `stop` nothing is certain yet; `is_cut_short` says that older leaves were not opened.
    fn cut(self, stop: Option<Cursor>, is_cut_short: bool) -> Page {
        let mut entries: Vec<Entry> = Vec::new();
        let mut is_full = false;
        for (Reverse(place), what) in self.found {
            if stop.is_some_and(|stop| place < stop) {
                break;
            }
            if entries.len() >= self.limit {
                is_full = true;
                break;
            }
            entries.push(Entry { id: place.id, at_utc_ms: place.at_utc_ms, what, marked: Marked::default() });
        }
        let last = entries.last().map(|last| Cursor { at_utc_ms: last.at_utc_ms, id: last.id });
        let next = if is_full || is_cut_short { last } else { stop };
        Page { entries, next }
    }
}

/// A damaged leaf is shown as one entry; its id only has to be the same every time.
fn id_of_leaf(leaf: u32) -> RecordId {
    let mut id = [0_u8; 16];
    for (to, from) in id.iter_mut().zip(leaf.to_be_bytes()) {
        *to = from;
    }
    RecordId::from_bytes(id)
}

fn is_deleted(versions: &Versions) -> bool {
    matches!(versions.state(), RecordState::Deleted { .. })
}
