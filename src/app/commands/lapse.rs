//! Telling that something was used.

use chrono::NaiveDate;
use domain::LapseEdit;
use engine::{EntryKey, RecordId, SaveError};

use crate::state::App;

impl App {
    /// Saves that something was used, just now or on a day, with Undo.
    pub async fn tell_lapse(self, day: Option<NaiveDate>) -> Result<EntryKey, SaveError> {
        let told = self.journal().tell_lapse(day).await?;
        self.saved(self.text().common().saved.to_owned(), Some(told.undo));
        Ok(EntryKey::of(told.id))
    }

    /// Makes one change to it. The caller shows a failure beside the field it belongs to.
    pub async fn edit_lapse(self, id: RecordId, edit: LapseEdit) -> Result<(), SaveError> {
        self.journal().edit_lapse(id, edit).await?;
        self.after_saving();
        Ok(())
    }
}
