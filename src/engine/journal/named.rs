//! Records whose id is made of what they are about (a day, a dose, an entry), so that two tabs which tell about one thing change one
//! record; and things that go together with others.

use domain::record::{self, Stored};
use sync::{Change, RecordId, RecordState};

use super::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Changes the record of that id; the first change makes it from `fresh`. `is_it` holds for what belongs under that id: another value
    /// there, which no build of ours writes, is left alone.
    ///
    /// # Errors
    /// What `fresh` refuses, [`SaveError::Gone`] when what is there cannot be read; then nothing was saved.
    pub(crate) async fn write_named<T: Stored>(
        &self,
        id: RecordId,
        fresh: impl Fn() -> Result<T, SaveError>,
        is_it: impl Fn(&T) -> bool,
        change: impl Fn(&T) -> T,
    ) -> Result<(T, Undo), SaveError> {
        self.write_each(&[id], |known, _| {
            let versions = known.first().and_then(Option::as_ref);
            let before: T = match versions.map(|versions| versions.state()) {
                Some(RecordState::Live(body)) => record::read(body).known().filter(&is_it).ok_or(SaveError::Gone)?,
                Some(RecordState::Deleted { .. }) | None => fresh()?,
                Some(RecordState::Erased) => return Err(SaveError::Gone),
            };
            let after = change(&before);
            let body = record::encode(&after)?;
            let draft = match versions {
                Some(versions) => Draft::on(id, versions, Change::Put(body)),
                None => Draft::new(id, T::KIND.number(), body),
            };
            // Back to one that says nothing, and not to none: another tab may have told more meanwhile.
            let undo = Undo::PutBack(id, record::encode(&before)?);
            Ok((vec![draft], (after, undo)))
        })
        .await
    }

    /// Deletes the first record and, with it, whatever of the others is there.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when the first is not there any more; then nothing was deleted.
    pub(crate) async fn delete_together(&self, ids: &[RecordId]) -> Result<Undo, SaveError> {
        self.write_each(ids, |known, _| {
            let (mut drafts, mut undo) = (Vec::new(), Vec::new());
            for (id, versions) in ids.iter().zip(known) {
                let live = versions.as_ref().filter(|there| matches!(there.state(), RecordState::Live(_)));
                if let Some(versions) = live {
                    drafts.push(Draft::on(*id, versions, Change::Delete));
                    undo.push(Undo::Restore(*id));
                } else if drafts.is_empty() {
                    return Err(SaveError::Gone);
                }
            }
            Ok((drafts, Undo::All(undo)))
        })
        .await
    }
}
