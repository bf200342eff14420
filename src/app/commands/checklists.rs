//! Lists of one's own.

use chrono::NaiveDate;
use domain::{Checklist, ChecklistId, Line};
use engine::SaveError;

use crate::state::App;

impl App {
    /// Saves a list, with Undo.
    pub async fn save_checklist(self, id: Option<ChecklistId>, list: Checklist) -> Result<(), SaveError> {
        let undo = self.journal().save_checklist(id, list).await?;
        self.saved(self.text().common().saved.to_owned(), Some(undo));
        Ok(())
    }

    /// Deletes a list, with Undo.
    pub async fn delete_checklist(self, id: ChecklistId) -> Result<(), SaveError> {
        let undo = self.journal().delete_checklist(id).await?;
        self.saved(self.text().checklists().deleted.to_owned(), Some(undo));
        Ok(())
    }

    /// Ticks one step of a list, or takes the tick back.
    pub async fn tick_step(self, id: ChecklistId, day: NaiveDate, step: Line, is_done: bool) -> Result<(), SaveError> {
        self.journal().tick_step(id, day, &step, is_done).await?;
        self.after_saving();
        Ok(())
    }
}
