//! What was chosen about getting help: one record, on the shelf, so that Help now has it at hand.

use domain::record::{self, Kind, Read};
use domain::{HelpChoices, HelpEdit};
use sync::{Change, RecordState};

use crate::journal::id::shelf_id;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, PeopleError, SaveError, Undo};

impl<H, W: Clock + Ids> Journal<H, W> {
    /// The choices as saved; the defaults where nothing was saved or what was saved is newer or damaged. From memory.
    pub fn help_choices(&self) -> HelpChoices {
        let versions = self.inside.borrow().known_on_shelf(shelf_id(Kind::Help.number()));
        let choices = versions.and_then(|versions| match versions.state() {
            RecordState::Live(body) => record::read(body).known(),
            RecordState::Deleted { .. } | RecordState::Erased => None,
        });
        choices.unwrap_or_default()
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Changes one choice.
    ///
    /// # Errors
    /// [`PeopleError::Help`] when no more lines fit; otherwise as any save. The choices are as they were.
    pub async fn change_help(&self, edit: HelpEdit) -> Result<Undo, PeopleError> {
        let id = shelf_id(Kind::Help.number());
        self.write_each(&[id], |known, _| {
            let versions = known.first().and_then(Option::as_ref);
            let body = versions.and_then(|versions| versions.last_body()).unwrap_or_default();
            // Choices of a newer version would lose what this one does not know.
            if matches!(record::read::<HelpChoices>(body), Read::Newer(_)) {
                return Err(SaveError::Gone.into());
            }
            let before: HelpChoices = record::read(body).known().unwrap_or_default();
            let after = record::encode(&before.apply(edit.clone())?)?;
            let draft = match versions {
                Some(versions) => Draft::on(id, versions, Change::Put(after)),
                None => Draft::new(id, Kind::Help.number(), after),
            };
            Ok((vec![draft], Undo::PutBack(id, record::encode(&before)?)))
        })
        .await
    }
}
