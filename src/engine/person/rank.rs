//! Putting people in order.

use domain::record;
use domain::{PersonId, moved};
use sync::Change;

use super::{read, record_of};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, PeopleError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Moves somebody one place up, or down. `None` when there is nowhere to move to.
    ///
    /// # Errors
    /// As any save; the order is as it was.
    pub async fn move_person(&self, id: PersonId, up: bool) -> Result<Option<Undo>, PeopleError> {
        self.write_each(&[], |_, _| {
            let (mut drafts, mut undo) = (Vec::new(), Vec::new());
            for (id, rank) in moved(&self.people(), id, up) {
                let record = record_of(id);
                let Some(versions) = self.inside.borrow().known_on_shelf(record) else { continue };
                let (person, before) = read(&versions)?;
                undo.push(Undo::PutBack(record, before.to_vec()));
                let body = record::encode(&person.ranked(rank))?;
                drafts.push(Draft::on(record, &versions, Change::Put(body)));
            }
            let undo = (!undo.is_empty()).then_some(Undo::All(undo));
            Ok((drafts, undo))
        })
        .await
    }
}
