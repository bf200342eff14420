//! Erasing everything: not entry by entry, but every row there is, with whatever key, whether or not anybody can open it.

use storage::{Area, Batch, Guard, Row, Store, StoreError, Wanted};

use crate::journal::rows::{DIRECTORY, FORMAT, HEAD};

/// Other tabs may write at the same moment; after this many times in a row something else is wrong.
const TRIES: usize = 8;

/// Takes every row away, in one batch: entries, keys, lock, people. Needs no key, so it works behind a lock too. Afterwards the home is as
/// if nothing had ever been stored; tabs that are still open cannot write into it any more, and learn so at their next refresh.
///
/// # Errors
/// [`StoreError`]; then everything is as it was.
pub async fn forget_everything<H: Store>(home: &H) -> Result<(), StoreError> {
    let mut is_done = false;
    for _ in 0..TRIES {
        // Read first: whoever writes or packs from now on changes one of these two, and their rows are among those of the next round.
        let guards =
            home.read(&[HEAD, DIRECTORY].map(|key| Wanted::One { area: Area::Meta, key: key.to_vec() })).await?;
        let (mut batch, rows) = removal(home).await?;
        // What has a format now was begun since, by somebody who opened the empty home.
        let is_new = batch.changes.iter().any(|change| change.place() == (Area::Meta, FORMAT));
        if rows == 0 || is_done && is_new {
            return Ok(());
        }
        batch.guards = [HEAD, DIRECTORY].into_iter().zip(guards).map(guard).collect();
        match home.commit(batch).await {
            // Once more, to see that nothing is left.
            Ok(()) => is_done = true,
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
    Err(StoreError::Conflict)
}

impl<H: Store, W> crate::Journal<H, W> {
    /// The same, for the home of an open journal, which is of no use afterwards.
    ///
    /// # Errors
    /// As [`forget_everything`].
    pub async fn forget_everything(&self) -> Result<(), StoreError> {
        forget_everything(&self.home).await
    }
}

/// What takes away every row there is now, and how many these are. One area after the other, since the rows themselves are long and only
/// their keys are kept.
async fn removal<H: Store>(home: &H) -> Result<(Batch, usize), StoreError> {
    let (mut batch, mut rows) = (Batch::strict(), 0_usize);
    for area in Area::ALL {
        for row in home.read(&[Wanted::All { area }]).await?.into_iter().flatten() {
            batch = batch.delete(area, row.key);
            rows = rows.saturating_add(1);
        }
    }
    Ok((batch, rows))
}

fn guard((key, rows): (&[u8], Vec<Row>)) -> Guard {
    Guard { area: Area::Meta, key: key.to_vec(), expected: rows.into_iter().next().map(|row| row.bytes) }
}
