//! Medication.

use domain::Line;
use domain::medication::{DoseSlot, DoseTold, Medication, MedicationId};
use engine::SaveError;

use crate::state::App;

impl App {
    /// Saves a medication, with Undo.
    pub async fn save_medication(self, id: Option<MedicationId>, medication: Medication) -> Result<(), SaveError> {
        let undo = self.journal().save_medication(id, medication).await?;
        self.saved(self.text().common().saved.to_owned(), Some(undo));
        Ok(())
    }

    /// Deletes a medication, with Undo.
    pub async fn delete_medication(self, id: MedicationId) -> Result<(), SaveError> {
        let undo = self.journal().delete_medication(id).await?;
        self.saved(self.text().medication().deleted.to_owned(), Some(undo));
        Ok(())
    }

    /// Tells what became of a dose, or takes it back.
    pub async fn tell_dose(
        self,
        id: MedicationId,
        slot: DoseSlot,
        told: Option<DoseTold>,
        reason: Option<Line>,
    ) -> Result<(), SaveError> {
        self.journal().tell_dose(id, slot, told, reason).await?;
        self.after_saving();
        Ok(())
    }

    /// Tells that something was taken as it was needed. With Undo, because there is nothing on the screen to take it back with.
    pub async fn take_as_needed(self, id: MedicationId, slot: DoseSlot) -> Result<(), SaveError> {
        let undo = self.journal().tell_dose(id, slot, Some(DoseTold::Taken), None).await?;
        self.saved(self.text().common().saved.to_owned(), Some(undo));
        Ok(())
    }
}
