//! What was chosen about getting help: one record, on the shelf, so that Help now has it at hand.

use domain::{HelpChoices, HelpEdit};

use crate::{Clock, Home, Ids, Journal, PeopleError, Undo};

impl<H, W: Clock + Ids> Journal<H, W> {
    /// The choices as saved; the defaults where nothing was saved or what was saved is newer or damaged. From memory.
    pub fn help_choices(&self) -> HelpChoices {
        self.chosen()
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Changes one choice.
    ///
    /// # Errors
    /// [`PeopleError::Help`] when no more lines fit; otherwise as any save. The choices are as they were.
    pub async fn change_help(&self, edit: HelpEdit) -> Result<Undo, PeopleError> {
        self.choose(|before: HelpChoices| Ok(before.apply(edit.clone())?)).await
    }
}
