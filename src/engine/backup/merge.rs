//! Everything in: a stream of chunks is merged into the journal, which may be empty or in use.
//!
//! What holds afterwards is what merging means: of every record the greatest stamp, whoever wrote it; the others are its history. So a
//! backup made before a deletion does not bring back what was deleted, an entry that was changed after it was deleted elsewhere is there,
//! and what was erased stays erased. Taking in the same twice changes nothing, and a stream that stopped in the middle is taken in again.

use sync::{Chunk, StreamCheck, StreamError, decode_chunk};

use super::Checked;
use crate::{Clock, Home, Ids, Journal, MergeError};

/// How many records a merge changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Records of which nothing was known here.
    pub new: u64,
    /// Records of which more is known now than before.
    pub changed: u64,
    /// Records of which nothing new came. A record that comes in several chunks counts once for each.
    pub same: u64,
}

impl Merged {
    pub(crate) fn add(&mut self, more: Self) {
        self.new = self.new.saturating_add(more.new);
        self.changed = self.changed.saturating_add(more.changed);
        self.same = self.same.saturating_add(more.same);
    }

    pub(crate) fn count(&mut self, was_known: bool) {
        let one = if was_known { &mut self.changed } else { &mut self.new };
        *one = one.saturating_add(1);
    }
}

/// A stream that is being taken in.
pub struct MergeIn<'a, H, W> {
    journal: &'a Journal<H, W>,
    checked: Checked,
    stream: StreamCheck,
    merged: Merged,
}

impl<H, W> std::fmt::Debug for MergeIn<'_, H, W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MergeIn({:?})", self.merged)
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Begins to take in what was checked. The same chunks come again, one at a time ([`MergeIn::take`]), and [`MergeIn::finish`] ends it.
    pub fn merge_in(&self, checked: &Checked) -> MergeIn<'_, H, W> {
        MergeIn { journal: self, checked: *checked, stream: StreamCheck::new(), merged: Merged::default() }
    }
}

impl<H: Home, W: Clock + Ids> MergeIn<'_, H, W> {
    /// Takes in the next chunk, opened. Once it returns, what is in the chunk is kept.
    ///
    /// # Errors
    /// [`MergeError`]. What was taken in stays, and the journal is whole; taking in all of it once more completes it.
    pub async fn take(&mut self, chunk: &[u8]) -> Result<(), MergeError> {
        let chunk = decode_chunk(chunk)?;
        self.stream.take(&chunk)?;
        match chunk {
            Chunk::Start(about) => {
                let (is, was) = (about.counts, self.checked.inside());
                let is_same = (about.made_utc_ms, is.records, is.operations, is.pages)
                    == (was.made_utc_ms, was.records, was.operations, was.pages);
                return if is_same { Ok(()) } else { Err(StreamError::OutOfOrder.into()) };
            }
            Chunk::Records(records) => self.merged.add(self.journal.merge_records(records).await?),
            Chunk::Beside(page) => {
                self.journal.merge_page(page).await?;
            }
            Chunk::End(_) => {}
        }
        Ok(())
    }

    /// Ends it, and says what was changed.
    ///
    /// # Errors
    /// [`StreamError::Cut`] when the last chunk has not come; otherwise as [`MergeIn::take`].
    pub async fn finish(self) -> Result<Merged, MergeError> {
        self.stream.finish()?;
        // Where the days of use were not known before, they are worked out from all that is there now.
        self.journal.make_known_what_was_used().await?;
        Ok(self.merged)
    }
}
