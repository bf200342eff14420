//! What the person can do with programs and sessions.

use chrono::NaiveDate;
use domain::{Plan, ProgramEdit, ProgramId, SeriesId, Session, SessionEdit};
use engine::{SaveError, WeekError};

use crate::state::App;

impl App {
    /// Saves a program with all its sessions, with Undo.
    pub async fn save_plan(self, plan: Plan) -> Result<(), WeekError> {
        let saved = self.journal().save_plan(plan).await?;
        self.saved(self.text().program().program_saved.to_owned(), Some(saved.undo));
        Ok(())
    }

    /// Makes one change to a program, with Undo.
    pub async fn edit_program(self, id: ProgramId, edit: ProgramEdit) -> Result<(), WeekError> {
        let saved = self.journal().edit_program(id, edit).await?;
        self.saved(self.text().common().saved.to_owned(), Some(saved.undo));
        Ok(())
    }

    /// Deletes a program with its sessions, with Undo.
    pub async fn delete_program(self, id: ProgramId) -> Result<(), SaveError> {
        let undo = self.journal().delete_program(id).await?;
        self.saved(self.text().program().deleted.to_owned(), Some(undo));
        Ok(())
    }

    /// Saves a new session, with Undo.
    pub async fn add_session(self, session: Session) -> Result<(), WeekError> {
        let saved = self.journal().add_session(session).await?;
        self.saved(self.text().plan().added.to_owned(), Some(saved.undo));
        Ok(())
    }

    /// Changes a session on all its dates, or from one date on, with Undo.
    pub async fn change_session(
        self,
        id: SeriesId,
        from: Option<NaiveDate>,
        edits: Vec<SessionEdit>,
    ) -> Result<(), WeekError> {
        let saved = match from {
            None => self.journal().edit_session_all(id, edits).await?,
            Some(date) => self.journal().change_session_from(id, date, edits).await?,
        };
        self.saved(self.text().plan().changed.to_owned(), Some(saved.undo));
        Ok(())
    }

    /// Deletes a session with all its dates, with Undo.
    pub async fn delete_session(self, id: SeriesId) -> Result<(), SaveError> {
        let undo = self.journal().delete_session(id).await?;
        self.saved(self.text().plan().deleted.to_owned(), Some(undo));
        Ok(())
    }
}
