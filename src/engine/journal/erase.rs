//! Taking bytes away for good: when the person asks, and thirty days after a deletion.

use sync::{Change, RecordId, RecordState};

use super::Journal;
use super::tail::TailRow;
use super::write::Draft;
use crate::{Clock, DAYS_TO_RESTORE, Home, Ids, SaveError};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Erases an entry for good, wherever its bytes are. What stays is that there was something, so that no other device brings it
    /// back.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when there is nothing to erase.
    pub async fn erase(&self, id: RecordId) -> Result<(), SaveError> {
        self.write_on(id, |versions, _| Ok(Draft::on(id, versions, Change::Erase))).await?;
        // In the leaf an erased record keeps its stamps and loses every body; packing also deletes the rows of the tail.
        let _turn = self.turn.lock().await;
        let of_record = |(key, row): (&Vec<u8>, &TailRow)| match row {
            TailRow::Read { record, .. } if *record == id => Some((key.clone(), *record)),
            TailRow::Read { .. } | TailRow::Unreadable => None,
        };
        let rows = self.inside.borrow().tail.rows.iter().filter_map(of_record).collect();
        // Another tab that packs at this moment takes the bytes away in our place.
        self.pack_rows(rows).await.map(|_| ())
    }

    /// Erases what was deleted more than thirty days ago. Returns how many entries that were. Called once after opening.
    ///
    /// A clock that jumped ahead must not cost anybody their entries: the thirty days have to have passed by the journal's last
    /// write as well, and that was made before this opening.
    ///
    /// # Errors
    /// [`SaveError`]; what was not yet erased is as it was.
    pub async fn sweep(&self) -> Result<usize, SaveError> {
        let now_ms = self.world.now().utc_ms().min(self.inside.borrow().head.clock.utc_ms());
        let limit = now_ms.saturating_sub(DAYS_TO_RESTORE.saturating_mul(DAY_MS));
        let over = self.deleted_records().await?.into_iter().filter(
            |(_, versions)| matches!(versions.state(), RecordState::Deleted { stamp } if stamp.clock.utc_ms() < limit),
        );
        let mut erased = 0_usize;
        for (id, _) in over {
            self.erase(id).await?;
            erased = erased.saturating_add(1);
        }
        Ok(erased)
    }
}
