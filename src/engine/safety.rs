//! The safety plan, and the reasons: on the shelf, so that Help now and the minute after a craving have them at hand.

use domain::record::{self, Kind};
use domain::{Capped, Line, Photo, PhotoId, PlanEdit, Reason, ReasonId, Recording, RecordingId, SafetyPlan};
use storage::StoreError;
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

    /// Keeps a reason: words, something to see or to hear, or both.
    ///
    /// # Errors
    /// [`SaveError::Edit`] when no more fit, [`SaveError::Gone`] for one that says nothing; then nothing was saved.
    pub async fn add_reason(&self, words: Option<Line>, with: Option<ReasonWith>) -> Result<Undo, SaveError> {
        let beside = with.as_ref().map(ReasonWith::encode).transpose()?;
        let (random, half) = (self.random(), make_shelf_half(self.random()));
        self.write_each(&[], |_, born| {
            Capped::Reasons.room_after(self.reasons().len())?;
            let id = shelf_record(half);
            let (mut drafts, mut undo) = (Vec::new(), vec![Undo::Remove(id)]);
            let (mut photo, mut recording) = (None, None);
            if let Some((kind, body)) = &beside {
                let record = make_record_id(born, random);
                drafts.push(Draft::new(record, kind.number(), body.clone()));
                undo.push(Undo::Remove(record));
                match &with {
                    Some(ReasonWith::Recording(_)) => recording = Some(RecordingId::from_bytes(record.bytes())),
                    Some(ReasonWith::Photo(_)) | None => photo = Some(PhotoId::from_bytes(record.bytes())),
                }
            }
            let reason = Reason::new(words.clone(), photo, recording).ok_or(SaveError::Gone)?;
            drafts.push(Draft::new(id, Kind::Reason.number(), record::encode(&reason)?));
            Ok((drafts, Undo::All(undo)))
        })
        .await
    }

    /// Says a reason in other words. One that has a picture or a recording may be left without any.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it is not there any more, or when nothing would be left of it; then it is as it was.
    pub async fn reword_reason(&self, id: ReasonId, words: Option<Line>) -> Result<Undo, SaveError> {
        let before = self.reasons().into_iter().find(|(there, _)| *there == id).map(|(_, reason)| reason);
        let after = before.and_then(|reason| reason.in_words(words)).ok_or(SaveError::Gone)?;
        self.save_on_shelf(record_of(id), true, &after, || Ok(())).await
    }

    /// A recording. `None` when it is gone or cannot be read.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn recording(&self, id: RecordingId) -> Result<Option<Recording>, StoreError> {
        self.said_now(RecordId::from_bytes(id.bytes())).await
    }

    /// Deletes a reason with its picture and its recording.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it is not there any more.
    pub async fn delete_reason(&self, id: ReasonId) -> Result<Undo, SaveError> {
        let found = self.reasons().into_iter().find(|(there, _)| *there == id);
        let beside = found.iter().flat_map(|(_, reason)| beside(reason));
        let ids: Vec<RecordId> = [record_of(id)].into_iter().chain(beside).collect();
        self.delete_together(&ids).await
    }
}

/// What a reason has besides words.
#[derive(Clone)]
pub enum ReasonWith {
    Photo(Photo),
    Recording(Recording),
}

impl ReasonWith {
    fn encode(&self) -> Result<(Kind, Vec<u8>), SaveError> {
        Ok(match self {
            Self::Photo(photo) => (Kind::Photo, record::encode(photo)?),
            Self::Recording(recording) => (Kind::Recording, record::encode(recording)?),
        })
    }
}

/// The records beside a reason.
pub(crate) fn beside(reason: &Reason) -> impl Iterator<Item = RecordId> + use<> {
    let photo = reason.photo().map(|photo| RecordId::from_bytes(photo.bytes()));
    let recording = reason.recording().map(|recording| RecordId::from_bytes(recording.bytes()));
    photo.into_iter().chain(recording)
}
