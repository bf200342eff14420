//! The safety plan, and the reasons: on the shelf, so that Help now and the minute after a craving have them at hand.

use domain::record::{self, Kind};
use domain::{Capped, Line, Photo, PhotoId, PlanEdit, Reason, ReasonId, SafetyPlan};
use sync::{RecordId, RecordState};

use crate::journal::id::{make_record_id, make_shelf_half, shelf_id, shelf_record};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

fn record_of(id: ReasonId) -> RecordId {
    shelf_record(id.bytes())
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// The plan as it is saved; an empty one where nothing was, or what was is newer or damaged. From memory.
    pub fn safety_plan(&self) -> SafetyPlan {
        self.chosen()
    }

    /// Whether one was ever begun, without reading it: Help now comes before whatever reads plans. From memory.
    pub fn has_safety_plan(&self) -> bool {
        let there = self.inside.borrow().known_on_shelf(shelf_id(Kind::SafetyPlan.number()));
        there.is_some_and(|versions| matches!(versions.state(), RecordState::Live(_)))
    }

    /// All reasons, as this tab knows them. From memory.
    pub fn reasons(&self) -> Vec<(ReasonId, Reason)> {
        self.shelved(ReasonId::from_bytes)
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Changes one thing of the plan.
    ///
    /// # Errors
    /// [`SaveError::Edit`] when a part is full; the plan is as it was.
    pub async fn change_plan(&self, edit: PlanEdit) -> Result<Undo, SaveError> {
        self.choose(|before: SafetyPlan| Ok::<_, SaveError>(before.apply(edit.clone())?)).await
    }

    /// Keeps a reason: words, a picture, or both.
    ///
    /// # Errors
    /// [`SaveError::Edit`] when no more fit, [`SaveError::Gone`] for one that says nothing; then nothing was saved.
    pub async fn add_reason(&self, words: Option<Line>, photo: Option<Photo>) -> Result<Undo, SaveError> {
        let picture = photo.map(|photo| record::encode(&photo)).transpose()?;
        let (random, half) = (self.random(), make_shelf_half(self.random()));
        self.write_each(&[], |_, born| {
            Capped::Reasons.room_after(self.reasons().len())?;
            let id = shelf_record(half);
            let (mut drafts, mut undo) = (Vec::new(), vec![Undo::Remove(id)]);
            let photo = picture.as_ref().map(|picture| {
                let record = make_record_id(born, random);
                drafts.push(Draft::new(record, Kind::Photo.number(), picture.clone()));
                undo.push(Undo::Remove(record));
                PhotoId::from_bytes(record.bytes())
            });
            let reason = Reason::new(words.clone(), photo).ok_or(SaveError::Gone)?;
            drafts.push(Draft::new(id, Kind::Reason.number(), record::encode(&reason)?));
            Ok((drafts, Undo::All(undo)))
        })
        .await
    }

    /// Deletes a reason with its picture.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it is not there any more.
    pub async fn delete_reason(&self, id: ReasonId) -> Result<Undo, SaveError> {
        let photo = self.reasons().into_iter().find(|(there, _)| *there == id).and_then(|(_, reason)| reason.photo());
        let photo = photo.map(|photo| RecordId::from_bytes(photo.bytes()));
        let ids: Vec<RecordId> = [record_of(id)].into_iter().chain(photo).collect();
        self.delete_together(&ids).await
    }
}
