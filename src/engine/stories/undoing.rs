//! Undo, delete, bring back, and what thirty days do.

use domain::CravingEdit;

use super::world::{DAY_MS, intensity, log_many, new_phone, note, now, numbers, open};
use crate::{ReadError, SaveError};

#[test]
fn a_tap_by_accident_is_taken_back_and_can_still_be_brought_back() {
    let (_, _, phone) = new_phone();
    let logged = now(phone.log_craving(intensity(7), None)).unwrap();
    now(phone.undo(logged.undo)).unwrap();
    assert_eq!(numbers(&phone), []);
    assert_eq!(now(phone.deleted()).unwrap().len(), 1);
    now(phone.restore(logged.id)).unwrap();
    assert_eq!(numbers(&phone), [7]);
}

#[test]
fn undoing_a_change_gives_back_what_was_there() {
    let (_, _, phone) = new_phone();
    let id = now(phone.log_craving(intensity(7), None)).unwrap().id;
    let changed = now(phone.edit_craving(id, CravingEdit::SetIntensity(intensity(2)))).unwrap();
    now(phone.undo(changed.undo)).unwrap();
    assert_eq!(numbers(&phone), [7]);
}

#[test]
fn a_deleted_entry_is_gone_from_the_log_and_cannot_be_changed() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 3);
    let id = now(phone.list(None, 1)).unwrap().entries[0].id;
    let undo = now(phone.delete(id)).unwrap();
    let phone = open(&home, &world);
    assert_eq!(numbers(&phone), [1, 0]);
    assert_eq!(now(phone.entry(id)).unwrap_err(), ReadError::Gone);
    assert_eq!(now(phone.edit_craving(id, note("too late"))).unwrap_err(), SaveError::Gone);
    now(phone.undo(undo)).unwrap();
    assert_eq!(numbers(&phone), [2, 1, 0]);
}

#[test]
fn an_entry_packed_away_long_ago_can_be_deleted_and_brought_back() {
    let (home, world, phone) = new_phone();
    let id = now(phone.log_craving(intensity(9), None)).unwrap().id;
    log_many(&phone, &world, 400);
    while now(phone.pack()).unwrap() {}
    now(phone.delete(id)).unwrap();
    assert_eq!(numbers(&phone).len(), 400);
    let deleted = now(phone.deleted()).unwrap();
    assert_eq!(deleted.len(), 1);
    assert_eq!(deleted[0].id, id);
    log_many(&phone, &world, 300);
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    assert_eq!(now(phone.deleted()).unwrap().len(), 1);
    now(phone.restore(id)).unwrap();
    assert_eq!(numbers(&phone).last(), Some(&9));
}

#[test]
fn after_thirty_days_the_bytes_are_taken_away_and_not_before() {
    let (home, world, phone) = new_phone();
    let kept = now(phone.log_craving(intensity(1), None)).unwrap().id;
    let id = now(phone.log_craving(intensity(7), None)).unwrap().id;
    now(phone.delete(id)).unwrap();
    world.wait(29 * DAY_MS);
    log_many(&phone, &world, 1);
    assert_eq!(now(phone.sweep()).unwrap(), 0);
    world.wait(2 * DAY_MS);
    log_many(&phone, &world, 1);
    assert_eq!(now(phone.sweep()).unwrap(), 1);
    let phone = open(&home, &world);
    assert_eq!(now(phone.deleted()).unwrap().len(), 0);
    assert_eq!(now(phone.restore(id)).unwrap_err(), SaveError::Gone);
    assert!(now(phone.entry(kept)).is_ok());
}

#[test]
fn a_clock_that_jumps_to_2199_erases_nothing_at_that_opening() {
    let (home, world, phone) = new_phone();
    let id = now(phone.log_craving(intensity(7), None)).unwrap().id;
    now(phone.delete(id)).unwrap();
    world.wait(173 * 365 * DAY_MS);
    let phone = open(&home, &world);
    assert_eq!(now(phone.sweep()).unwrap(), 0);
    now(phone.restore(id)).unwrap();
    assert_eq!(numbers(&phone), [7]);
}

#[test]
fn erased_for_good_means_no_version_is_left() {
    let (home, world, phone) = new_phone();
    let id = now(phone.log_craving(intensity(7), None)).unwrap().id;
    now(phone.edit_craving(id, note("not this"))).unwrap();
    log_many(&phone, &world, 300);
    while now(phone.pack()).unwrap() {}
    now(phone.edit_craving(id, note("nor this"))).unwrap();
    now(phone.erase(id)).unwrap();
    let phone = open(&home, &world);
    assert_eq!(now(phone.entry(id)).unwrap_err(), ReadError::Gone);
    assert!(now(phone.versions(id)).unwrap().iter().all(|version| version.what.is_none()));
    assert_eq!(numbers(&phone).len(), 300);
}
