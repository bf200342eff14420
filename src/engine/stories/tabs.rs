//! Two tabs on one phone.

use std::collections::BTreeSet;

use domain::CravingEdit;

use super::world::{craving, intensity, log_many, new_phone, note, now, numbers, open};
use crate::Journal;

#[test]
fn two_tabs_that_write_in_turn_lose_nothing() {
    let (home, world, one) = new_phone();
    let two = open(&home, &world);
    for number in 0..5 {
        now(one.log_craving(intensity(number), None)).unwrap();
        now(two.log_craving(intensity(number + 5), None)).unwrap();
    }
    let third = open(&home, &world);
    assert_eq!(numbers(&third).into_iter().collect::<BTreeSet<_>>(), (0..10).collect());
    assert_eq!(numbers(&third).len(), 10);
}

#[test]
fn a_change_in_one_tab_does_not_take_back_a_change_in_the_other() {
    let (home, world, one) = new_phone();
    let id = now(one.log_craving(intensity(7), None)).unwrap().id;
    let two = open(&home, &world);
    now(one.edit_craving(id, note("from the first tab"))).unwrap();
    now(two.edit_craving(id, CravingEdit::SetIntensity(intensity(3)))).unwrap();
    let entry = now(two.entry(id)).unwrap();
    assert_eq!(craving(&entry).note().unwrap().as_str(), "from the first tab");
    assert_eq!(craving(&entry).intensity(), intensity(3));
}

#[test]
fn a_tab_goes_on_working_after_another_one_packed() {
    let (home, world, one) = new_phone();
    let id = now(one.log_craving(intensity(9), None)).unwrap().id;
    log_many(&one, &world, 300);
    let two = open(&home, &world);
    assert!(now(one.pack()).unwrap());
    now(two.edit_craving(id, note("from a tab that did not know"))).unwrap();
    now(two.log_craving(intensity(4), None)).unwrap();
    now(two.refresh()).unwrap();
    assert_eq!(numbers(&two).len(), 302);
    assert_eq!(numbers(&open(&home, &world)).len(), 302);
}

#[test]
fn two_tabs_that_open_an_empty_phone_share_one_key() {
    let (home, world, one) = new_phone();
    now(one.log_craving(intensity(6), None)).unwrap();
    let two = now(Journal::open(home, world)).unwrap();
    assert_eq!(numbers(&two), [6]);
}

#[test]
fn both_tabs_packing_at_once_is_no_harm() {
    let (home, world, one) = new_phone();
    log_many(&one, &world, 300);
    let two = open(&home, &world);
    assert!(now(one.pack()).unwrap());
    // The second one still believes in the long tail; its batch is refused, and it reads what the first one did.
    assert!(!now(two.pack()).unwrap());
    assert_eq!(numbers(&two).len(), 300);
}
