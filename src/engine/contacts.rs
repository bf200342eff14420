//! The people who are shown while the app is locked: name, role and numbers, in a row of their own.
//!
//! The row is sealed under a key of its own, which the device key wraps. So a lock that takes the root key away leaves these few
//! people readable by this browser profile, and nothing else; and a copied disk shows nobody. Every write that changes a person
//! writes the row anew in the same batch, so it can never show somebody who is no longer chosen.

use domain::record::{self, Kind};
use domain::{Label, Person, PersonId, PhoneNumber, Reach, Role, Uses, in_order};
use serde::{Deserialize, Serialize};
use storage::{Area, Batch, Change, StoreError, Wanted};
use sync::{DeviceId, Operation, RecordId, RecordState, Versions};
use vault::{LocalKey, Purpose, RootKey};

use crate::journal::id::half_of;
use crate::journal::rows::{CONTACTS, CONTACTS_KEY, seal_row};
use crate::{Clock, Home, Ids, Journal, SaveError};

/// Somebody as Help now shows them.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: Label,
    pub role: Role,
    /// In the order in which they are tried; links are left out.
    pub numbers: Vec<Reach>,
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Contact(…)")
    }
}

/// Version 1 of the row. Frozen: a change is a new version beside it.
#[derive(Serialize, Deserialize)]
struct ContactV1 {
    name: String,
    role: String,
    numbers: Vec<(String, String)>,
}

const VERSION: u8 = 1;

impl Contact {
    fn of(person: &Person) -> Contact {
        let is_number = |reach: &&Reach| matches!(reach, Reach::Number { .. });
        let numbers = person.reaches().iter().filter(is_number).cloned().collect();
        Contact { name: person.name().clone(), role: person.role(), numbers }
    }

    fn stored(&self) -> ContactV1 {
        let number = |reach: &Reach| match reach {
            Reach::Number { number, uses } => Some((number.as_str().to_owned(), uses.known().code().to_owned())),
            Reach::Link(_) => None,
        };
        ContactV1 {
            name: self.name.as_str().to_owned(),
            role: self.role.code().to_owned(),
            numbers: self.numbers.iter().filter_map(number).collect(),
        }
    }
}

impl ContactV1 {
    fn into_contact(self) -> Option<Contact> {
        let number = |(number, uses): (String, String)| {
            let uses = Uses::from_code(&uses).unwrap_or(Uses::Call);
            Some(Reach::number(PhoneNumber::new(&number).ok()?, uses))
        };
        Some(Contact {
            name: Label::new(&self.name).ok()?,
            role: Role::from_code(&self.role).unwrap_or(Role::Other),
            numbers: self.numbers.into_iter().filter_map(number).collect(),
        })
    }
}

fn encode(contacts: &[Contact]) -> Result<Vec<u8>, SaveError> {
    let stored: Vec<ContactV1> = contacts.iter().map(Contact::stored).collect();
    postcard::to_extend(&stored, vec![VERSION]).map_err(|_| SaveError::Sealing)
}

fn decode(bytes: &[u8]) -> Option<Vec<Contact>> {
    let (VERSION, body) = bytes.split_first().map(|(version, body)| (*version, body))? else { return None };
    let stored: Vec<ContactV1> = postcard::from_bytes(body).ok()?;
    Some(stored.into_iter().filter_map(ContactV1::into_contact).collect())
}

/// The people whom Help now may show without the journal: while it is locked, or when it does not open. Nobody where the row is not
/// there or cannot be read.
///
/// # Errors
/// Only when the home does not answer.
pub async fn contacts_when_locked<H: Home>(home: &H) -> Result<Vec<Contact>, StoreError> {
    let row = |key: &[u8]| Wanted::One { area: Area::Meta, key: key.to_vec() };
    let mut answers = home.read(&[row(CONTACTS_KEY), row(CONTACTS)]).await?.into_iter();
    let mut next = || answers.next().and_then(|rows| rows.into_iter().next()).map(|row| row.bytes);
    let (Some(wrapped), Some(sealed)) = (next(), next()) else { return Ok(Vec::new()) };
    let secret = match home.unwrap(&wrapped).await {
        Ok(bytes) => RootKey::from_bytes(&bytes),
        Err(StoreError::Refused) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let plain =
        secret.and_then(|secret| vault::open(&LocalKey::of_contacts(&secret), Purpose::Contacts, CONTACTS, &sealed));
    Ok(plain.ok().and_then(|plain| decode(&plain)).unwrap_or_default())
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// The people that Help now shows, as this tab knows them. From memory: nothing is read.
    pub fn contacts(&self) -> Vec<Contact> {
        let chosen = |(_, person): &&(PersonId, Person)| person.when_locked();
        self.people().iter().filter(chosen).map(|(_, person)| Contact::of(person)).collect()
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// The batch with the row as it will be once these operations are written. Nothing is added when none of them is about a person.
    pub(crate) async fn with_contacts<'a>(
        &self,
        batch: Batch,
        device: DeviceId,
        operations: impl Iterator<Item = &'a Operation>,
    ) -> Result<Batch, SaveError> {
        let about_people: Vec<&Operation> =
            operations.filter(|operation| operation.kind == Kind::Person.number()).collect();
        if about_people.is_empty() {
            return Ok(batch);
        }
        let people = self.people_after(about_people);
        self.with_contacts_among(batch, device, &people).await
    }

    /// The batch with the row that shows whoever of these people is chosen.
    pub(crate) async fn with_contacts_among(
        &self,
        mut batch: Batch,
        device: DeviceId,
        people: &[(RecordId, Versions)],
    ) -> Result<Batch, SaveError> {
        let contacts = chosen_among(people);
        let wanted = Wanted::One { area: Area::Meta, key: CONTACTS_KEY.to_vec() };
        let wrapped = self.home.read(&[wanted]).await?.into_iter().flatten().next().map(|row| row.bytes);
        if contacts.is_empty() {
            // Nobody is chosen: then nobody is there, and no key is made for nobody.
            return Ok(if wrapped.is_some() { batch.delete(Area::Meta, CONTACTS) } else { batch });
        }
        let known = match &wrapped {
            None => None,
            Some(wrapped) => match self.home.unwrap(wrapped).await {
                Ok(bytes) => RootKey::from_bytes(&bytes).ok(),
                // Damaged, or of another profile: what it sealed is lost, and is written here again.
                Err(StoreError::Refused) => None,
                Err(error) => return Err(error.into()),
            },
        };
        let secret = match known {
            Some(secret) => secret,
            None => {
                let secret = RootKey::make().map_err(|_| SaveError::Sealing)?;
                let made = self.home.wrap(secret.dangerously_bytes()).await?;
                batch = batch.expecting(Area::Meta, CONTACTS_KEY, wrapped).put(Area::Meta, CONTACTS_KEY, made);
                secret
            }
        };
        let key = LocalKey::of_contacts(&secret);
        let row: Change = seal_row(&key, device, Area::Meta, Purpose::Contacts, CONTACTS, &encode(&contacts)?)
            .map_err(|_| SaveError::Sealing)?;
        batch.changes.push(row);
        Ok(batch)
    }

    /// Everybody there is, once these operations on people are written.
    fn people_after(&self, operations: Vec<&Operation>) -> Vec<(RecordId, Versions)> {
        let inside = self.inside.borrow();
        let mut people = inside.on_shelf(Kind::Person.number());
        for operation in operations {
            let there = people.iter().position(|(id, _)| *id == operation.record).map(|place| people.remove(place).1);
            let versions = match there.or_else(|| inside.known_on_shelf(operation.record)) {
                Some(mut versions) => {
                    versions.insert(operation.clone());
                    versions
                }
                None => Versions::of(operation.clone()),
            };
            people.push((operation.record, versions));
        }
        people
    }
}

/// Who of these people is chosen, in their order.
fn chosen_among(people: &[(RecordId, Versions)]) -> Vec<Contact> {
    let person = |(id, versions): &(_, Versions)| match versions.state() {
        RecordState::Live(body) => {
            record::read::<Person>(body).known().map(|person| (PersonId::from_bytes(half_of(*id)), person))
        }
        RecordState::Deleted { .. } | RecordState::Erased => None,
    };
    let people = in_order(people.iter().filter_map(person).collect());
    people.iter().filter(|(_, person)| person.when_locked()).map(|(_, person)| Contact::of(person)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written on the first day of version 1. If this fails, an updated phone would show nobody: make a version 2 instead.
    #[test]
    fn a_row_of_version_1_is_read_for_ever() {
        let golden = [&[1, 1, 3][..], b"Nan", &[6], b"family", &[1, 8], b"555-0100", &[13], b"call-and-text"].concat();
        let nan = Contact {
            name: Label::new("Nan").unwrap(),
            role: Role::Family,
            numbers: vec![Reach::number(PhoneNumber::new("555-0100").unwrap(), Uses::CallAndText)],
        };
        assert_eq!(encode(std::slice::from_ref(&nan)).unwrap(), golden);
        assert!(decode(&golden) == Some(vec![nan]));
        for bytes in [&[][..], &[2, 1], &golden[..9]] {
            assert!(decode(bytes).is_none());
        }
    }
}
