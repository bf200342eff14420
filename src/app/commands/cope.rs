//! Doing a strategy, marking it, and having one's own.

use domain::Label;
use domain::strategy::{OwnStrategy, OwnStrategyId, RunEdit, Strategy, StrategyKey, StrategyMark};
use engine::{EntryKey, RecordId, SaveError};

use crate::state::App;

impl App {
    /// Begins a strategy.
    pub async fn begin_strategy(self, strategy: &Strategy) -> Result<EntryKey, SaveError> {
        // A name of the library always fits; the key is one too.
        let name = Label::new(&strategy.name).or_else(|_| Label::new(strategy.key.as_str()));
        let name = name.map_err(|_| SaveError::Sealing)?;
        let saved = self.journal().begin_strategy(strategy.key.clone(), name).await?;
        self.after_saving();
        Ok(EntryKey::of(saved.id))
    }

    /// Makes one change to a run. The caller shows a failure.
    pub async fn edit_run(self, id: RecordId, edit: RunEdit) -> Result<(), SaveError> {
        self.journal().edit_run(id, edit).await?;
        self.after_saving();
        Ok(())
    }

    /// Marks a strategy, or takes the mark away.
    pub async fn mark_strategy(self, mark: StrategyMark, key: StrategyKey, is_set: bool) -> Result<(), SaveError> {
        self.journal().mark_strategy(mark, &key, is_set).await?;
        self.after_saving();
        Ok(())
    }

    /// Saves one of one's own, with Undo.
    pub async fn save_own_strategy(self, id: Option<OwnStrategyId>, own: OwnStrategy) -> Result<(), SaveError> {
        let undo = self.journal().save_own_strategy(id, own).await?;
        self.saved(self.text().common().saved.to_owned(), Some(undo));
        Ok(())
    }

    /// Deletes one of one's own, with Undo.
    pub async fn delete_own_strategy(self, id: OwnStrategyId) -> Result<(), SaveError> {
        let undo = self.journal().delete_own_strategy(id).await?;
        self.saved(self.text().cope().deleted_own.to_owned(), Some(undo));
        Ok(())
    }
}
