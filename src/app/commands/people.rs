//! What the person can do with the people they could call, and with the lines in Help now.

use domain::{HelpEdit, Person, PersonEdit, PersonId, Photo};
use engine::{PeopleError, SaveError};

use crate::state::App;

impl App {
    /// Saves new people behind those who are there, with Undo. Tells the first one's id.
    pub async fn add_people(self, people: Vec<Person>) -> Result<Option<PersonId>, PeopleError> {
        let count = people.len();
        let (ids, undo) = self.journal().add_people(people).await?;
        self.saved((self.text().people().added)(count), Some(undo));
        Ok(ids.first().copied())
    }

    /// Makes one change to somebody, with Undo.
    pub async fn edit_person(self, id: PersonId, edit: PersonEdit) -> Result<(), PeopleError> {
        let saved = self.journal().edit_person(id, vec![edit]).await?;
        self.saved(self.text().common().saved.to_owned(), Some(saved.undo));
        Ok(())
    }

    /// Gives somebody a picture, or none, with Undo.
    pub async fn set_photo(self, id: PersonId, photo: Option<Photo>) -> Result<(), PeopleError> {
        let saved = self.journal().set_photo(id, photo).await?;
        self.saved(self.text().common().saved.to_owned(), Some(saved.undo));
        Ok(())
    }

    /// Moves somebody one place up, or down.
    pub async fn move_person(self, id: PersonId, up: bool) -> Result<(), PeopleError> {
        if self.journal().move_person(id, up).await?.is_some() {
            self.after_saving();
        }
        Ok(())
    }

    /// Deletes somebody, with Undo.
    pub async fn delete_person(self, id: PersonId) -> Result<(), SaveError> {
        let undo = self.journal().delete_person(id).await?;
        self.saved(self.text().people().deleted.to_owned(), Some(undo));
        Ok(())
    }

    /// Changes what Help now shows, or whether Today asks, with Undo.
    pub async fn change_help(self, edit: HelpEdit) -> Result<(), PeopleError> {
        let undo = self.journal().change_help(edit).await?;
        self.saved(self.text().common().saved.to_owned(), Some(undo));
        Ok(())
    }
}
