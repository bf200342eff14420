//! What can be done with the people one could call: add, change, put in order, delete. Each may have a picture, a record of its own that
//! is read only when a screen shows it.

mod add;
mod delete;
mod edit;
mod photo;
mod rank;

use domain::record;
use domain::{Person, PersonId, in_order};
use sync::{RecordId, RecordState, Versions};

use crate::journal::id::shelf_record;
use crate::{Clock, Ids, Journal, SaveError, Undo};

/// Somebody as they were just saved, and what would take that back.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonSaved {
    pub id: PersonId,
    pub person: Person,
    pub undo: Undo,
}

fn record_of(id: PersonId) -> RecordId {
    shelf_record(id.bytes())
}

fn read(versions: &Versions) -> Result<(Person, &[u8]), SaveError> {
    let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone) };
    record::read(body).known().map(|value| (value, body)).ok_or(SaveError::Gone)
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// Everybody, in the order that was chosen, as this tab knows them. From memory: nothing is read. What is damaged or newer is
    /// left out, and kept.
    pub fn people(&self) -> Vec<(PersonId, Person)> {
        in_order(self.shelved(PersonId::from_bytes))
    }
}
