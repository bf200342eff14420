//! Noting what was really handed over, and stopping what still runs.

use domain::Moment;
use domain::record;
use domain::share::{Share, ShareId, To};
use sync::{Change, RecordId, RecordState, Versions};

use super::{Prepared, ShareError, record_of_share};
use crate::journal::id::make_shelf_half;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Writes down that this was handed over, after it was. `bytes`: how long the package is, 0 for paper.
    ///
    /// # Errors
    /// As any save; then the list does not have it, and it was handed over nonetheless.
    pub async fn note_share(&self, prepared: &Prepared, bytes: u32) -> Result<(ShareId, Undo), SaveError> {
        let id = ShareId::from_bytes(make_shelf_half(self.random()));
        let package = (prepared.to != To::Paper).then_some(prepared.package);
        let share =
            Share::new(prepared.to, prepared.grant.clone(), prepared.at.clone(), prepared.serial, package, bytes);
        let undo = self.save_on_shelf(record_of_share(id), false, &share, || Ok(())).await?;
        Ok((id, undo))
    }

    /// Stops what this consent allows, from now on. What was handed over stays with who has it. One that is stopped already stays as it is.
    ///
    /// # Errors
    /// [`ShareError::Gone`] when what it was signed for cannot be read; then nothing was saved.
    pub async fn stop_share(&self, id: ShareId) -> Result<Undo, ShareError> {
        let under = self.shared(id).ok_or(ShareError::Gone)?.under;
        let (record, now) = (record_of_share(under), self.now());
        self.write_each(&[record], |known, _| {
            let stopped = stopped(record, known.first().and_then(Option::as_ref), &now)?;
            let (drafts, undo) = stopped.map_or_else(Default::default, |(draft, undo)| (vec![draft], vec![undo]));
            Ok::<_, ShareError>((drafts, Undo::All(undo)))
        })
        .await
    }
}

/// What stops a share, and what would take it back; None for one that is stopped.
pub(super) fn stopped(
    id: RecordId,
    known: Option<&Versions>,
    now: &Moment,
) -> Result<Option<(Draft, Undo)>, ShareError> {
    let versions = known.ok_or(ShareError::Gone)?;
    let RecordState::Live(before) = versions.state() else { return Err(ShareError::Gone) };
    let share: Share = record::read(before).known().ok_or(ShareError::Gone)?;
    if share.stopped_at().is_some() {
        return Ok(None);
    }
    let after = record::encode(&share.stop(now)).map_err(SaveError::from)?;
    Ok(Some((Draft::on(id, versions, Change::Put(after)), Undo::PutBack(id, before.to_vec()))))
}
