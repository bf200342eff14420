//! Adding people: one by hand, or several from a card.

use domain::record::{self, Kind};
use domain::{Person, PersonError, PersonId};

use super::record_of;
use crate::journal::id::make_shelf_half;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, PeopleError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves new people behind those who are there, all or none. Tells their ids, and what would take all of it back.
    ///
    /// # Errors
    /// [`PeopleError::Person`] when no more fit; otherwise as any save. Nothing was saved then.
    pub async fn add_people(&self, people: Vec<Person>) -> Result<(Vec<PersonId>, Undo), PeopleError> {
        let ids: Vec<PersonId> = people.iter().map(|_| PersonId::from_bytes(make_shelf_half(self.random()))).collect();
        self.write_each(&[], |_, _| {
            let there = self.people();
            PersonError::check_room(there.len().saturating_add(people.len()))?;
            let next = there.last().map_or(0, |(_, last)| last.rank().saturating_add(1));
            let mut drafts = Vec::new();
            for ((id, person), more) in ids.iter().zip(&people).zip(0_u32..) {
                let body = record::encode(&person.clone().ranked(next.saturating_add(more)))?;
                drafts.push(Draft::new(record_of(*id), Kind::Person.number(), body));
            }
            Ok::<_, PeopleError>((drafts, ()))
        })
        .await?;
        let undo = Undo::All(ids.iter().map(|id| Undo::Remove(record_of(*id))).collect());
        Ok((ids, undo))
    }
}
