//! What can be changed about somebody, and in which order they stand.

use super::{MOST_PEOPLE, MOST_REACHES, Person, PersonId, PhotoId, Reach, Role};
use crate::code::Kept;
use crate::words::{Label, Line, unspoken};
use thiserror::Error;

/// One change.
#[derive(Clone, PartialEq, Eq)]
pub enum PersonEdit {
    SetName(Label),
    SetRole(Role),
    /// All numbers and links, in their order.
    SetReaches(Vec<Reach>),
    /// None: the words of the app.
    SetMessage(Option<Line>),
    SetQuiet(Option<Line>),
    /// Whether Help now shows them, also while the app is locked.
    SetWhenLocked(bool),
    SetPhoto(Option<PhotoId>),
}

unspoken!(PersonEdit);

/// Why a change was not made. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PersonError {
    #[error("no more than {limit} numbers and links for one person")]
    TooManyReaches { limit: usize },
    #[error("no more than {limit} people are kept")]
    TooManyPeople { limit: usize },
}

impl PersonError {
    /// Whether so many people still fit.
    ///
    /// # Errors
    /// [`PersonError::TooManyPeople`].
    pub fn check_room(people: usize) -> Result<(), PersonError> {
        if people <= MOST_PEOPLE { Ok(()) } else { Err(PersonError::TooManyPeople { limit: MOST_PEOPLE }) }
    }
}

impl Person {
    /// The person with one thing changed.
    ///
    /// # Errors
    /// [`PersonError::TooManyReaches`].
    pub fn apply(&self, edit: PersonEdit) -> Result<Person, PersonError> {
        let mut person = self.clone();
        match edit {
            PersonEdit::SetName(name) => person.name = name,
            PersonEdit::SetRole(role) => person.role = Kept::Known(role),
            PersonEdit::SetReaches(reaches) => {
                if reaches.len() > MOST_REACHES {
                    return Err(PersonError::TooManyReaches { limit: MOST_REACHES });
                }
                person.reaches = reaches;
            }
            PersonEdit::SetMessage(message) => person.message = message,
            PersonEdit::SetQuiet(quiet) => person.quiet = quiet,
            PersonEdit::SetWhenLocked(when_locked) => person.when_locked = when_locked,
            PersonEdit::SetPhoto(photo) => person.photo = photo,
        }
        Ok(person)
    }
}

/// The people in the order that was chosen; two of the same rank, which two phones can give, by their ids.
#[must_use]
pub fn in_order(mut people: Vec<(PersonId, Person)>) -> Vec<(PersonId, Person)> {
    people.sort_by_key(|(id, person)| (person.rank, *id));
    people
}

/// The order after one of them was moved up (or down) by one: the ids and the ranks that change, which are few when the ranks were 0, 1, 2.
/// Empty when there is nowhere to move to.
#[must_use]
pub fn moved(people: &[(PersonId, Person)], who: PersonId, up: bool) -> Vec<(PersonId, u32)> {
    let Some(from) = people.iter().position(|(id, _)| *id == who) else { return Vec::new() };
    let to = if up { from.checked_sub(1) } else { from.checked_add(1).filter(|to| *to < people.len()) };
    let Some(to) = to else { return Vec::new() };
    let mut order: Vec<&(PersonId, Person)> = people.iter().collect();
    order.swap(from, to);
    let ranked = order.into_iter().zip(0_u32..);
    ranked.filter(|((_, person), rank)| person.rank != *rank).map(|((id, _), rank)| (*id, rank)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PhoneNumber, Uses};

    fn somebody(number: u8, rank: u32) -> (PersonId, Person) {
        let person = Person::new(Label::new("Nan").unwrap(), Role::Family).ranked(rank);
        (PersonId::from_bytes([number; 8]), person)
    }

    fn after(people: &[(PersonId, Person)], number: u8, up: bool) -> Vec<u8> {
        let changes = moved(people, PersonId::from_bytes([number; 8]), up);
        let ranked = people.iter().map(|(id, person)| {
            let rank = changes.iter().find(|(changed, _)| changed == id).map_or(person.rank, |(_, rank)| *rank);
            (*id, person.clone().ranked(rank))
        });
        in_order(ranked.collect()).iter().map(|(id, _)| id.bytes()[0]).collect()
    }

    #[test]
    fn one_step_up_and_one_step_down() {
        let people = in_order(vec![somebody(3, 2), somebody(1, 0), somebody(2, 1)]);
        assert_eq!(after(&people, 3, true), [1, 3, 2]);
        assert_eq!(after(&people, 1, false), [2, 1, 3]);
        assert_eq!(moved(&people, PersonId::from_bytes([3; 8]), true).len(), 2);
        assert!(moved(&people, PersonId::from_bytes([1; 8]), true).is_empty());
        assert!(moved(&people, PersonId::from_bytes([3; 8]), false).is_empty());
        assert!(moved(&people, PersonId::from_bytes([9; 8]), false).is_empty());
    }

    #[test]
    fn two_phones_that_gave_the_same_rank_still_agree_on_an_order() {
        let people = in_order(vec![somebody(2, u32::MAX), somebody(1, u32::MAX), somebody(3, 0)]);
        assert_eq!(people.iter().map(|(id, _)| id.bytes()[0]).collect::<Vec<_>>(), [3, 1, 2]);
        assert_eq!(after(&people, 2, true), [3, 2, 1]);
    }

    #[test]
    fn a_ninth_number_is_refused_and_the_others_stay() {
        let reach = Reach::number(PhoneNumber::new("312-555-0100").unwrap(), Uses::CallAndText);
        let (_, nan) = somebody(1, 0);
        let nan = nan.apply(PersonEdit::SetReaches(vec![reach.clone(); 8])).unwrap();
        let refused = nan.apply(PersonEdit::SetReaches(vec![reach; 9]));
        assert_eq!(refused, Err(PersonError::TooManyReaches { limit: 8 }));
        assert_eq!(nan.reaches().len(), 8);
    }
}
