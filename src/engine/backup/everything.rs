//! Everything there is now, as records: for files that other programs read. Nothing is sealed, and nothing of the past comes along.

use super::gathered::Gathered;
use super::walk::{Snapshot, Step, Walk};
use crate::{BackupError, Clock, Home, Ids, Journal};

/// Everything that is being read, as it was at the moment of [`Journal::everything`].
pub struct Everything<'a, H, W> {
    journal: &'a Journal<H, W>,
    snapshot: Snapshot,
    walk: Walk,
    gathered: Gathered,
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Begins to read everything.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn everything(&self) -> Result<Everything<'_, H, W>, BackupError> {
        let snapshot = Snapshot::take(self).await?;
        let walk = Walk::new(&snapshot);
        Ok(Everything { journal: self, snapshot, walk, gathered: Gathered::default() })
    }

    /// What this journal is called where something has to be called alike each time it leaves the phone. Always the same, and says nothing of its
    /// keys or of what is in it.
    pub fn name(&self) -> [u8; 8] {
        self.key.id()
    }
}

impl<H: Home, W: Clock + Ids> Everything<'_, H, W> {
    /// Reads some of it, which takes a moment. False when nothing is left. Pages of lists of meetings are nobody's own and are left out.
    ///
    /// # Errors
    /// [`BackupError`]; then what was read so far is half of it, and is to be thrown away.
    pub async fn read_on(&mut self) -> Result<bool, BackupError> {
        match self.walk.next(self.journal, &self.snapshot).await? {
            Some(Step::Records(records)) => self.gathered.take(records),
            Some(Step::Unreadable(rows)) => {
                let rows = u32::try_from(rows).unwrap_or(u32::MAX);
                self.gathered.unknown = self.gathered.unknown.saturating_add(rows);
            }
            Some(Step::Pages(..)) => {}
            None => return Ok(false),
        }
        Ok(true)
    }

    /// What was read.
    pub fn finish(self) -> Gathered {
        self.gathered
    }
}
