//! Strategies in the person's own words.

use domain::Capped;
use domain::strategy::{OwnStrategy, OwnStrategyId};
use sync::RecordId;

use crate::journal::id::{make_shelf_half, shelf_record};
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

fn record_of(id: OwnStrategyId) -> RecordId {
    shelf_record(id.bytes())
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// All of them, as this tab knows them. From memory.
    pub fn own_strategies(&self) -> Vec<(OwnStrategyId, OwnStrategy)> {
        self.shelved(OwnStrategyId::from_bytes)
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves a new one, or another in the place of `id`.
    ///
    /// # Errors
    /// [`SaveError::Edit`] when no more fit, [`SaveError::Gone`] when the one to be changed was deleted; then nothing was saved.
    pub async fn save_own_strategy(&self, id: Option<OwnStrategyId>, own: OwnStrategy) -> Result<Undo, SaveError> {
        let made = record_of(id.unwrap_or_else(|| OwnStrategyId::from_bytes(make_shelf_half(self.random()))));
        let room = || Ok(Capped::Strategies.room_after(self.own_strategies().len())?);
        self.save_on_shelf(made, id.is_some(), &own, room).await
    }

    /// Deletes one; what it helped stays told under its name.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it is not there any more.
    pub async fn delete_own_strategy(&self, id: OwnStrategyId) -> Result<Undo, SaveError> {
        self.delete(record_of(id)).await
    }
}
