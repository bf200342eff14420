//! Everything can be erased, and then nothing is there.

use storage::{Area, StoreError};

use super::full::{backup, full_phone, records, take_in};
use super::world::{all, intensity, log_many, note, now, numbers, open};
use crate::lock::{Kept, kept, root_by_device};
use crate::{OpenError, SaveError, contacts_when_locked, forget_everything};

#[test]
fn after_everything_was_erased_the_phone_is_as_new() {
    let (home, world, phone) = full_phone(1);
    let chunks = backup(&phone);
    now(forget_everything(&home)).unwrap();
    assert_eq!(home.rows(), []);
    assert_eq!(now(kept(&home)), Ok(Kept::Nothing));
    assert_eq!(now(contacts_when_locked(&home)), Ok(Vec::new()));
    now(forget_everything(&home)).unwrap();
    let phone = open(&home, &world);
    assert!(all(&phone).is_empty() && phone.people().is_empty() && records(&phone).is_empty());
    // And the backup that was kept elsewhere still brings it back.
    take_in(&phone, &chunks).unwrap();
    assert_eq!(records(&phone), super::full::records_in(&chunks));
}

#[test]
fn it_is_everything_or_nothing() {
    let (home, world, phone) = full_phone(1);
    let before = home.rows();
    let _ = home.clone().failing_at(1, StoreError::Lost);
    assert_eq!(now(forget_everything(&home)), Err(StoreError::Lost));
    assert!(home.rows() == before);
    assert_eq!(all(&open(&home, &world)), all(&phone));
}

#[test]
fn a_lock_that_nobody_can_open_any_more_and_damaged_rows_are_erased_too() {
    let (home, world, phone) = full_phone(1);
    now(phone.set_lock(&now(root_by_device(&home)).unwrap(), vec![vec![1]], None)).unwrap();
    for (area, row) in home.rows() {
        assert!(home.damage(area, &row.key, |bytes| bytes.truncate(1)));
    }
    now(forget_everything(&home)).unwrap();
    assert_eq!(home.rows(), []);
    assert!(all(&open(&home, &world)).is_empty());
}

#[test]
fn a_tab_that_was_still_open_writes_nothing_into_the_empty_phone_nor_into_the_next_journal() {
    let (home, world, phone) = full_phone(1);
    let id = all(&phone)[0].id;
    now(forget_everything(&home)).unwrap();
    assert_eq!(now(phone.log_craving(intensity(3), None)).err(), Some(SaveError::Gone));
    assert_eq!(now(phone.refresh()).err(), Some(OpenError::KeyGone));
    assert_eq!(home.rows(), []);
    // Somebody begins anew, with another key.
    let next = open(&home, &world);
    log_many(&next, &world, 3);
    let rows = home.rows();
    assert_eq!(now(phone.edit_craving(id, note("a ghost"))).err(), Some(SaveError::Gone));
    assert_eq!(now(phone.refresh()).err(), Some(OpenError::KeyGone));
    assert!(home.rows() == rows);
    assert_eq!(numbers(&open(&home, &world)), [2, 1, 0]);
    assert_eq!(home.rows().iter().filter(|(area, _)| *area == Area::Tail).count(), 3);
}
