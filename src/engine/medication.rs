//! Medication: what there is to take, on the shelf, and what was told about each dose. Nothing here touches sober time.

use chrono::NaiveDate;
use domain::medication::{Dose, DoseSlot, DoseTold, Medication, MedicationId};
use domain::record::Kind;
use domain::{Capped, EditError, Line};
use storage::StoreError;
use sync::RecordId;

use crate::journal::id::{make_shelf_half, named_on, shelf_record};
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

fn record_of(id: MedicationId) -> RecordId {
    shelf_record(id.bytes())
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// All of them, as this tab knows them. From memory.
    pub fn medications(&self) -> Vec<(MedicationId, Medication)> {
        self.shelved(MedicationId::from_bytes)
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves a new one, or another in the place of `id`. What was told about doses stays.
    ///
    /// # Errors
    /// [`SaveError::Edit`] when no more fit, [`SaveError::Gone`] when the one to be changed was deleted; then nothing was saved.
    pub async fn save_medication(&self, id: Option<MedicationId>, medication: Medication) -> Result<Undo, SaveError> {
        let made = record_of(id.unwrap_or_else(|| MedicationId::from_bytes(make_shelf_half(self.random()))));
        let room = || Ok(Capped::Medications.room_after(self.medications().len())?);
        self.save_on_shelf(made, id.is_some(), &medication, room).await
    }

    /// Deletes one; what was told about its doses stays.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it is not there any more.
    pub async fn delete_medication(&self, id: MedicationId) -> Result<Undo, SaveError> {
        self.delete(record_of(id)).await
    }

    /// Tells what became of a dose, or takes it back. A reason is kept with what was skipped.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when the medication is not there any more; then nothing was saved.
    pub async fn tell_dose(
        &self,
        id: MedicationId,
        slot: DoseSlot,
        told: Option<DoseTold>,
        reason: Option<Line>,
    ) -> Result<Undo, SaveError> {
        let now = self.now();
        let known = self.medications().into_iter().find(|(there, _)| *there == id).ok_or(SaveError::Gone)?.1;
        let fresh = || Ok(Dose::new(id, known.name().clone(), slot, &now).map_err(EditError::from)?);
        let is_it = |dose: &Dose| dose.medication() == id && dose.slot() == slot;
        let change = |before: &Dose| before.tell(told, reason.clone());
        let (_, undo) = self.write_named(named_on(slot.day, id.mark_of_dose(slot)), fresh, is_it, change).await?;
        Ok(undo)
    }

    /// What was told about the doses of the days from `first` to `last`, both included.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub async fn doses(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<Dose>, StoreError> {
        let mut found: Vec<Dose> = self.said_between(Kind::Dose, first, last).await?;
        found.retain(|dose| (first..=last).contains(&dose.slot().day) && dose.told().is_some());
        found.sort_by_key(Dose::slot);
        Ok(found)
    }
}
