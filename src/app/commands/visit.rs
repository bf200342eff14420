//! What the person tells about one date of a session.

use domain::week::Occurrence;
use domain::{SeriesId, SessionEdit, VisitEdit, VisitKey};
use engine::WeekError;

use crate::state::App;

impl App {
    /// Adds what was written about an occurrence, without a word: it is beside what was typed that a failure is shown.
    pub async fn write_about(self, occurrence: &Occurrence, edit: VisitEdit) -> Result<(), WeekError> {
        self.journal().tell(occurrence, edit).await?;
        self.after_saving();
        Ok(())
    }

    /// Adds what was tapped about an occurrence, with Undo.
    pub async fn tell_about(self, occurrence: &Occurrence, edit: VisitEdit) -> Result<(), WeekError> {
        let told = self.journal().tell(occurrence, edit).await?;
        self.saved(self.text().common().saved.to_owned(), Some(told.undo));
        Ok(())
    }

    /// Changes what was told already, by the name of its occurrence: the session itself may be gone. With Undo.
    pub async fn change_told(self, key: &VisitKey, edit: VisitEdit) -> Result<(), WeekError> {
        let sentence = match edit {
            VisitEdit::RemoveHomework(_) => self.text().week().removed,
            _ => self.text().common().saved,
        };
        let told = self.journal().change_visit(key, edit).await?;
        self.saved(sentence.to_owned(), Some(told.undo));
        Ok(())
    }

    /// Cancels or moves one date of a session, or takes that back. With Undo.
    pub async fn change_date(self, series: SeriesId, edit: SessionEdit) -> Result<(), WeekError> {
        let saved = self.journal().edit_session(series, edit).await?;
        self.saved(self.text().common().saved.to_owned(), Some(saved.undo));
        Ok(())
    }
}
