//! The safety plan, the reasons, and the trigger chart.

use domain::{Line, PlanEdit, ReasonId, Risk, Trigger};
use engine::{ReasonWith, SaveError};

use crate::state::App;

impl App {
    /// Changes one thing of the plan. What is taken away can be taken back for a while.
    pub async fn change_plan(self, edit: PlanEdit) -> Result<(), SaveError> {
        let is_removed = matches!(edit, PlanEdit::Remove(..));
        let undo = self.journal().change_plan(edit).await?;
        if is_removed {
            self.saved(self.text().safety().deleted.to_owned(), Some(undo));
        } else {
            self.after_saving();
        }
        Ok(())
    }

    /// Keeps a reason, with Undo.
    pub async fn add_reason(self, words: Option<Line>, with: Option<ReasonWith>) -> Result<(), SaveError> {
        let undo = self.journal().add_reason(words, with).await?;
        self.saved(self.text().common().saved.to_owned(), Some(undo));
        Ok(())
    }

    /// Says a reason in other words, with Undo.
    pub async fn reword_reason(self, id: ReasonId, words: Option<Line>) -> Result<(), SaveError> {
        let undo = self.journal().reword_reason(id, words).await?;
        self.saved(self.text().safety().changed.to_owned(), Some(undo));
        Ok(())
    }

    /// Deletes a reason, with Undo.
    pub async fn delete_reason(self, id: ReasonId) -> Result<(), SaveError> {
        let undo = self.journal().delete_reason(id).await?;
        self.saved(self.text().safety().deleted.to_owned(), Some(undo));
        Ok(())
    }

    /// Puts a trigger somewhere on the chart, or takes it off.
    pub async fn place_trigger(self, trigger: Trigger, risk: Option<Risk>) -> Result<(), SaveError> {
        self.journal().place_trigger(&trigger, risk).await?;
        self.after_saving();
        Ok(())
    }
}
