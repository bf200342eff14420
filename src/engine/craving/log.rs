//! Logging a craving: one number, saved at once. Everything else about it comes later and is optional.

use domain::record::{self, Kind};
use domain::{Craving, EditError, Intensity, Moment};

use super::Logged;
use crate::journal::id::make_record_id;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves a craving of this intensity, now or at the moment the person says.
    ///
    /// # Errors
    /// [`SaveError::Edit`] for a moment that has not come yet, otherwise [`SaveError`]; then nothing was saved.
    pub async fn log_craving(&self, intensity: Intensity, said: Option<Moment>) -> Result<Logged, SaveError> {
        let now = self.now();
        let occurred_at = match said {
            Some(said) => {
                domain::check_occurred(&said, &now).map_err(EditError::from)?;
                said
            }
            None => now,
        };
        let craving = Craving::new(intensity, occurred_at);
        let body = record::encode(&craving)?;
        let id = self
            .write_new(|born| {
                let id = make_record_id(born, self.random());
                (Draft::new(id, Kind::Craving.number(), body.clone()), id)
            })
            .await?;
        Ok(Logged { id, craving, undo: Undo::Remove(id) })
    }
}
