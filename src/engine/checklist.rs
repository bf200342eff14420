//! Lists of one's own: kept on the shelf, and ticked for a day or a week in a record of its own.

use chrono::NaiveDate;
use domain::record::Kind;
use domain::{Capped, Checklist, ChecklistDay, ChecklistId, EditError, Line};
use storage::StoreError;
use sync::RecordId;

use crate::journal::id::{make_shelf_half, named_on, shelf_record};
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

fn record_of(id: ChecklistId) -> RecordId {
    shelf_record(id.bytes())
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// All lists, as this tab knows them. From memory.
    pub fn checklists(&self) -> Vec<(ChecklistId, Checklist)> {
        self.shelved(ChecklistId::from_bytes)
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves a new list, or another in the place of `id`. What was ticked stays ticked where the words are the same.
    ///
    /// # Errors
    /// [`SaveError::Edit`] when no more fit, [`SaveError::Gone`] when the one to be changed was deleted; then nothing was saved.
    pub async fn save_checklist(&self, id: Option<ChecklistId>, list: Checklist) -> Result<Undo, SaveError> {
        let made = record_of(id.unwrap_or_else(|| ChecklistId::from_bytes(make_shelf_half(self.random()))));
        let room = || Ok(Capped::Checklists.room_after(self.checklists().len())?);
        self.save_on_shelf(made, id.is_some(), &list, room).await
    }

    /// Deletes a list; what was ticked on it stays.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it is not there any more.
    pub async fn delete_checklist(&self, id: ChecklistId) -> Result<Undo, SaveError> {
        self.delete(record_of(id)).await
    }

    /// Ticks one step of a list for a day (of acts of staying away: for the week that begins with it), or takes the tick back.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when the list is not there any more; then nothing was saved.
    pub async fn tick_step(
        &self,
        id: ChecklistId,
        day: NaiveDate,
        step: &Line,
        is_done: bool,
    ) -> Result<ChecklistDay, SaveError> {
        let now = self.now();
        let list = self.checklists().into_iter().find(|(there, _)| *there == id).ok_or(SaveError::Gone)?.1;
        let fresh = || Ok(ChecklistDay::new(id, list.name().clone(), day, &now).map_err(EditError::from)?);
        let is_it = |told: &ChecklistDay| told.list() == id && told.day() == day;
        let change = |before: &ChecklistDay| before.tick(step, is_done);
        let (ticked, _) = self.write_named(named_on(day, id.mark_on(day)), fresh, is_it, change).await?;
        Ok(ticked)
    }

    /// What is ticked on a list for a day; None when nothing ever was.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn ticks(&self, id: ChecklistId, day: NaiveDate) -> Result<Option<ChecklistDay>, StoreError> {
        let told: Option<ChecklistDay> = self.said_now(named_on(day, id.mark_on(day))).await?;
        Ok(told.filter(|told| told.list() == id && told.day() == day))
    }

    /// What was ticked on any list on the days from `first` to `last`, both included, the earliest first.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub async fn ticks_between(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<ChecklistDay>, StoreError> {
        let mut found: Vec<ChecklistDay> = self.said_between(Kind::ChecklistDay, first, last).await?;
        found.retain(|told| (first..=last).contains(&told.day()));
        found.sort_by_key(ChecklistDay::day);
        Ok(found)
    }
}
