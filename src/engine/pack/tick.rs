//! Ticking a goal or homework that came with a pack, and taking the tick back.

use domain::pack::PackId;
use domain::record;
use sync::{Change, RecordId};

use super::{place, read_program, records_of};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Notes that a goal or homework is done, or is not after all.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when nothing of that pack is here any more; then nothing was saved.
    pub async fn tick_from_program(&self, pack: PackId, number: u16, is_done: bool) -> Result<Undo, SaveError> {
        let ids = records_of(pack, None);
        let done_utc_ms = is_done.then(|| self.now().utc_ms());
        self.write_each(&ids, |known, _| {
            let at = place(known).ok_or(SaveError::Gone)?;
            let id: RecordId = ids.get(at).copied().ok_or(SaveError::Gone)?;
            let versions = known.get(at).and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            let (program, before) = read_program(versions)?;
            let body = record::encode(&program.tick(number, done_utc_ms))?;
            Ok((vec![Draft::on(id, versions, Change::Put(body))], Undo::PutBack(id, before.to_vec())))
        })
        .await
    }
}
