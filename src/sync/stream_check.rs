//! Whether a stream is whole: its chunks in their order, and in them as much as the first and the last one say.

use crate::{About, Chunk, Counts, RecordId, StreamError, Versions};

/// Counts what goes through a stream; who writes and who reads count alike.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    counts: Counts,
    last: Option<RecordId>,
}

impl Tally {
    /// Takes down the records of one chunk. Parts of one record, which follow each other, are one record.
    pub fn records(&mut self, records: &[(RecordId, Versions)]) {
        for (id, versions) in records {
            if self.last.replace(*id) != Some(*id) {
                self.counts.records = self.counts.records.saturating_add(1);
            }
            let operations = u64::try_from(versions.history().count()).unwrap_or(u64::MAX);
            self.counts.operations = self.counts.operations.saturating_add(operations);
        }
    }

    /// Takes down one page.
    pub fn page(&mut self) {
        self.counts.pages = self.counts.pages.saturating_add(1);
    }

    /// Takes down rows that could not be read and are left out.
    pub fn unreadable(&mut self, rows: u64) {
        self.counts.unreadable = self.counts.unreadable.saturating_add(rows);
    }

    /// What there was so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }
}

/// Looks at the chunks of a stream as they come. Holds nothing of them but numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct StreamCheck {
    about: Option<About>,
    tally: Tally,
    is_over: bool,
}

impl StreamCheck {
    /// Nothing has come yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes note of the next chunk.
    ///
    /// # Errors
    /// [`StreamError::OutOfOrder`] when it does not belong here, [`StreamError::Miscounted`] when it is the last one and something is
    /// missing or too much.
    pub fn take(&mut self, chunk: &Chunk) -> Result<(), StreamError> {
        match (self.about, chunk) {
            (None, Chunk::Start(about)) => {
                self.about = Some(*about);
                self.tally.unreadable(about.counts.unreadable);
            }
            (Some(_), Chunk::Records(records)) if !self.is_over && self.tally.counts.pages == 0 => {
                self.tally.records(records);
            }
            (Some(_), Chunk::Beside(_)) if !self.is_over => self.tally.page(),
            (Some(about), Chunk::End(counts)) if !self.is_over => {
                self.is_over = true;
                if *counts != self.tally.counts || *counts != about.counts {
                    return Err(StreamError::Miscounted);
                }
            }
            (Some(_), Chunk::Start(_) | Chunk::Records(_) | Chunk::Beside(_) | Chunk::End(_))
            | (None, Chunk::Records(_) | Chunk::Beside(_) | Chunk::End(_)) => return Err(StreamError::OutOfOrder),
        }
        Ok(())
    }

    /// What the first chunk said, once it has come.
    #[must_use]
    pub fn about(&self) -> Option<About> {
        self.about
    }

    /// What is in the stream, when nothing more comes.
    ///
    /// # Errors
    /// [`StreamError::Cut`] when the last chunk has not come.
    pub fn finish(&self) -> Result<About, StreamError> {
        self.about.filter(|_| self.is_over).ok_or(StreamError::Cut)
    }
}
