//! From when sober time is counted, and what is told of it.

use domain::sober::{SoberStart, StartId, Told, Truth};
use engine::SaveError;

use crate::state::App;

impl App {
    /// Saves a start, or moves one, with Undo.
    pub async fn save_sober_start(self, id: Option<StartId>, start: SoberStart) -> Result<(), SaveError> {
        let undo = self.journal().save_sober_start(id, start).await?;
        self.saved(self.text().common().saved.to_owned(), Some(undo));
        Ok(())
    }

    /// Takes a start away, with Undo.
    pub async fn remove_sober_start(self, id: StartId) -> Result<(), SaveError> {
        let undo = self.journal().remove_sober_start(id).await?;
        self.saved(self.text().sober().removed.to_owned(), Some(undo));
        Ok(())
    }

    /// Chooses where one truth about sober time is told.
    pub async fn tell_truth(self, truth: Truth, told: Told) -> Result<(), SaveError> {
        self.journal().tell_truth(truth, told).await?;
        self.after_saving();
        Ok(())
    }
}
