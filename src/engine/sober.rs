//! Sober time: the starts it is counted from and what is told of it, all from memory, so that Today waits for nothing.

use chrono::NaiveDate;
use domain::Capped;
use domain::sober::{self, Counted, SoberChoices, SoberStart, StartId, Told, Truth};
use sync::RecordId;

use crate::journal::id::{make_shelf_half, shelf_record};
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

fn record_of(id: StartId) -> RecordId {
    shelf_record(id.bytes())
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// The starts, as this tab knows them. From memory.
    pub fn sober_starts(&self) -> Vec<(StartId, SoberStart)> {
        self.shelved(StartId::from_bytes)
    }

    /// What was chosen to be told. From memory.
    pub fn sober_choices(&self) -> SoberChoices {
        self.chosen()
    }

    /// Sober time up to `today`, for each thing that is counted; empty while no start was told. `None` while it is not known which days
    /// were days of use, on a phone that kept entries before this was counted: a wrong number is worse than none. From memory.
    pub fn sober_time(&self, today: NaiveDate) -> Option<Vec<Counted>> {
        let starts: Vec<SoberStart> = self.sober_starts().into_iter().map(|(_, start)| start).collect();
        if starts.is_empty() {
            return Some(Vec::new());
        }
        let used = self.inside.borrow().used.as_ref()?.days();
        Some(sober::counted(&starts, &used, today))
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves a new start, or another one in the place of `id`: that is how a start is moved.
    ///
    /// # Errors
    /// [`SaveError::Edit`] when no more fit, [`SaveError::Gone`] when the one to be moved was taken away; then nothing was saved.
    pub async fn save_sober_start(&self, id: Option<StartId>, start: SoberStart) -> Result<Undo, SaveError> {
        let made = record_of(id.unwrap_or_else(|| StartId::from_bytes(make_shelf_half(self.random()))));
        let room = || Ok(Capped::Starts.room_after(self.sober_starts().len())?);
        self.save_on_shelf(made, id.is_some(), &start, room).await
    }

    /// Takes a start away.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it is not there any more.
    pub async fn remove_sober_start(&self, id: StartId) -> Result<Undo, SaveError> {
        self.delete(record_of(id)).await
    }

    /// Chooses where one truth is told.
    ///
    /// # Errors
    /// [`SaveError`]; the choices are as they were.
    pub async fn tell_truth(&self, truth: Truth, told: Told) -> Result<Undo, SaveError> {
        self.choose(|before: SoberChoices| Ok::<_, SaveError>(before.choose(truth, told))).await
    }
}
