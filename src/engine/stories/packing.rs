//! Packing keeps everything and makes opening short.

use domain::{CravingEdit, Moment, Zone};
use storage::{Area, StoreError};

use super::world::{DAY_MS, START_MS, all, craving, intensity, log_many, new_phone, note, now, numbers, open};
use crate::SaveError;
use crate::journal::pack::PACK_AT;

fn rows_in(home: &storage::Memory, area: Area) -> usize {
    home.rows().iter().filter(|(row_area, _)| *row_area == area).count()
}

#[test]
fn packing_changes_nothing_that_is_shown() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 1_000);
    let before = all(&phone);
    assert_eq!(before.len(), 1_000);
    while now(phone.pack()).unwrap() {}
    assert!(rows_in(&home, Area::Tail) <= PACK_AT);
    assert!(rows_in(&home, Area::Leaves) >= 3);
    assert_eq!(all(&phone), before);
    assert_eq!(all(&open(&home, &world)), before);
}

#[test]
fn what_opening_reads_does_not_grow_with_the_years() {
    let (home, world, phone) = new_phone();
    let mut tails = Vec::new();
    for _ in 0..6 {
        log_many(&phone, &world, 500);
        while now(phone.pack()).unwrap() {}
        tails.push(rows_in(&home, Area::Tail));
    }
    assert!(tails.iter().all(|rows| *rows <= PACK_AT), "{tails:?}");
    let directory = home.rows().into_iter().find(|(_, row)| row.key == b"directory").unwrap().1;
    assert!(directory.bytes.len() < 2_000, "{}", directory.bytes.len());
}

#[test]
fn an_old_entry_changed_after_packing_shows_its_new_self_once() {
    let (home, world, phone) = new_phone();
    let id = now(phone.log_craving(intensity(9), None)).unwrap().id;
    log_many(&phone, &world, 500);
    while now(phone.pack()).unwrap() {}
    now(phone.edit_craving(id, CravingEdit::SetIntensity(intensity(1)))).unwrap();
    assert_eq!(all(&phone).iter().filter(|entry| entry.id == id).count(), 1);
    log_many(&phone, &world, 500);
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    let shown: Vec<_> = all(&phone).into_iter().filter(|entry| entry.id == id).collect();
    assert_eq!(shown.len(), 1);
    assert_eq!(craving(&shown[0]).intensity(), intensity(1));
    assert_eq!(now(phone.versions(id)).unwrap().len(), 2);
}

#[test]
fn an_old_entry_moved_to_another_day_is_listed_there_only() {
    let (_, world, phone) = new_phone();
    let id = now(phone.log_craving(intensity(9), None)).unwrap().id;
    log_many(&phone, &world, 600);
    while now(phone.pack()).unwrap() {}
    let other_day = Moment::of_device(START_MS + DAY_MS, -360, Zone::utc());
    now(phone.edit_craving(id, CravingEdit::SetOccurredAt(other_day))).unwrap();
    let places = |phone: &super::world::Phone| -> Vec<_> {
        all(phone).iter().enumerate().filter(|(_, entry)| entry.id == id).map(|(place, _)| place).collect()
    };
    let before = places(&phone);
    assert_eq!(before.len(), 1);
    assert!(before[0] < 590);
    log_many(&phone, &world, 300);
    while now(phone.pack()).unwrap() {}
    assert_eq!(places(&phone).len(), 1);
}

#[test]
fn a_phone_that_fills_up_while_packing_keeps_everything() {
    let (home, world, phone) = new_phone();
    log_many(&phone, &world, 300);
    let _ = home.clone().failing_at(1, StoreError::Full);
    assert_eq!(now(phone.pack()).unwrap_err(), SaveError::Store(StoreError::Full));
    assert_eq!(numbers(&phone).len(), 300);
    assert_eq!(numbers(&open(&home, &world)).len(), 300);
    assert!(now(phone.pack()).unwrap());
    assert_eq!(numbers(&open(&home, &world)).len(), 300);
}

#[test]
fn a_search_through_years_hands_over_what_it_has_step_by_step() {
    let (_, world, phone) = new_phone();
    let oldest = now(phone.log_craving(intensity(5), None)).unwrap().id;
    now(phone.edit_craving(oldest, note("the needle"))).unwrap();
    log_many(&phone, &world, 3_500);
    while now(phone.pack()).unwrap() {}
    let is_needle = |what: &crate::What| match what {
        crate::What::Craving(craving) => craving.note().is_some(),
        crate::What::Lapse(_)
        | crate::What::CheckIn(_)
        | crate::What::Done(_)
        | crate::What::Newer
        | crate::What::Unreadable { .. } => false,
    };
    let (mut from, mut steps, mut found) = (None, 0, Vec::new());
    loop {
        let page = now(phone.search(from, 50, &is_needle)).unwrap();
        found.extend(page.entries);
        steps += 1;
        match page.next {
            Some(next) => from = Some(next),
            None => break,
        }
    }
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].id, oldest);
    assert!(steps > 1);
}
