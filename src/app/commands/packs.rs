//! What the person can do with what their program hands over.

use domain::pack::{Clinic, Pack, PackId};
use domain::{Person, PersonEdit, Reach, Role, Uses};
use engine::{PackTakeError, PackTaken, PeopleError, SaveError, VerifyingKey};

use crate::state::App;

impl App {
    /// Takes the ticked lines of a pack in, all or nothing, with Undo.
    pub async fn take_pack(
        self,
        pack: &Pack,
        sender: VerifyingKey,
        accepted: &[u16],
        told: fn(Self, &PackTaken) -> String,
    ) -> Result<(), PackTakeError> {
        let empty = interop::meetings::EMPTY_INDEX;
        let taken = self.journal().take_pack(pack, sender.bytes(), accepted, &empty).await?;
        let sentence = told(self, &taken);
        self.saved(sentence, Some(taken.undo));
        Ok(())
    }

    /// Notes that a goal or homework of a pack is done, or is not after all.
    pub async fn tick_from_program(self, pack: PackId, number: u16, is_done: bool) -> Result<(), SaveError> {
        self.journal().tick_from_program(pack, number, is_done).await?;
        self.after_saving();
        Ok(())
    }

    /// Leaves a pack, with what came of it or without, with Undo.
    pub async fn leave_program(self, pack: PackId, takes_away: bool) -> Result<(), SaveError> {
        let undo = self.journal().leave_program(pack, takes_away).await?;
        self.saved(self.text().packs().left.to_owned(), Some(undo));
        Ok(())
    }

    /// Keeps the clinic of a pack among the people one could call.
    pub async fn keep_clinic(self, clinic: Clinic) -> Result<(), PeopleError> {
        let person = Person::new(clinic.name, Role::Clinic);
        let person = match clinic.phone {
            Some(phone) => person.apply(PersonEdit::SetReaches(vec![Reach::number(phone, Uses::Call)]))?,
            None => person,
        };
        self.add_people(vec![person]).await.map(|_| ())
    }
}
