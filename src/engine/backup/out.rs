//! Everything out: the chunks of a backup, one at a time.

use std::collections::VecDeque;

use sync::{About, Chunk, Counts, LONGEST_CHUNK, Tally, encode_chunk, in_portions};

use super::walk::{Snapshot, Step, Walk};
use crate::{BackupError, Clock, Home, Ids, Journal};

/// A backup that is being made. It is of one moment, that of [`Journal::backup`]: what is saved later is not in it.
pub struct Backup<'a, H, W> {
    journal: &'a Journal<H, W>,
    snapshot: Snapshot,
    walk: Walk,
    about: About,
    tally: Tally,
    /// Chunks that were made and not yet asked for: those of one leaf, or of one list.
    ready: VecDeque<Vec<u8>>,
    step: Next,
}

/// What is made when nothing is ready.
#[derive(Clone, Copy)]
enum Next {
    Start,
    Middle,
    Over,
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Begins a backup of everything there is. Reads all of it once, to know how much that is, a leaf at a time.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn backup(&self) -> Result<Backup<'_, H, W>, BackupError> {
        let made_utc_ms = self.now().utc_ms();
        let snapshot = Snapshot::take(self).await?;
        let (mut walk, mut tally) = (Walk::new(&snapshot), Tally::default());
        while let Some(step) = walk.next(self, &snapshot).await? {
            match step {
                Step::Records(records) => tally.records(&records),
                Step::Pages(pages, unreadable) => {
                    pages.iter().for_each(|_| tally.page());
                    tally.unreadable(unreadable);
                }
                Step::Unreadable(rows) => tally.unreadable(rows),
            }
        }
        let about = About { made_utc_ms, counts: tally.counts() };
        let walk = Walk::new(&snapshot);
        let (tally, ready) = (Tally::default(), VecDeque::new());
        Ok(Backup { journal: self, snapshot, walk, about, tally, ready, step: Next::Start })
    }
}

impl<H: Home, W: Clock + Ids> Backup<'_, H, W> {
    /// When it is of (UTC ms), and how much will be in it. Rows that cannot be read are only counted; whoever made the backup should be
    /// told of them.
    pub fn about(&self) -> About {
        self.about
    }

    /// The next chunk, plain: to be sealed and written before the next one is asked for. `None` after the last.
    ///
    /// # Errors
    /// [`BackupError`]; then what was handed over so far is no backup, and cannot be taken for one.
    pub async fn next_chunk(&mut self) -> Result<Option<Vec<u8>>, BackupError> {
        loop {
            if let Some(chunk) = self.ready.pop_front() {
                return if chunk.len() > LONGEST_CHUNK { Err(BackupError::TooLong) } else { Ok(Some(chunk)) };
            }
            match self.step {
                Next::Start => {
                    self.ready.push_back(encode_chunk(&Chunk::Start(self.about)));
                    self.step = Next::Middle;
                }
                Next::Middle => match self.walk.next(self.journal, &self.snapshot).await? {
                    Some(step) => self.make_ready(step),
                    None => {
                        let counts = self.counts()?;
                        self.ready.push_back(encode_chunk(&Chunk::End(counts)));
                        self.step = Next::Over;
                    }
                },
                Next::Over => return Ok(None),
            }
        }
    }

    fn make_ready(&mut self, step: Step) {
        match step {
            Step::Records(records) => {
                for portion in in_portions(records) {
                    self.tally.records(&portion);
                    self.ready.push_back(encode_chunk(&Chunk::Records(portion)));
                }
            }
            Step::Pages(pages, unreadable) => {
                self.tally.unreadable(unreadable);
                for page in pages {
                    self.tally.page();
                    self.ready.push_back(encode_chunk(&Chunk::Beside(page)));
                }
            }
            Step::Unreadable(rows) => self.tally.unreadable(rows),
        }
    }

    /// What was handed over. A row that was damaged between counting and reading makes it another number.
    fn counts(&self) -> Result<Counts, BackupError> {
        let counts = self.tally.counts();
        if counts == self.about.counts { Ok(counts) } else { Err(BackupError::Changed) }
    }
}

impl<H, W> std::fmt::Debug for Backup<'_, H, W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Backup({:?})", self.about)
    }
}
