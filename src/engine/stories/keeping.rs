//! What was saved is there again.

use domain::{CravingEdit, Moment, SettingsEdit, Zone};
use storage::{Area, Memory, StoreError};

use super::world::{DAY_MS, START_MS, World, all, craving, intensity, log_many, new_phone, note, now, numbers, open};
use crate::{EntryKey, Journal, OpenError, ReadError, SaveError, What};

#[test]
fn a_craving_is_there_after_a_restart() {
    let (home, world, phone) = new_phone();
    now(phone.log_craving(intensity(7), None)).unwrap();
    drop(phone);
    assert_eq!(numbers(&open(&home, &world)), [7]);
}

#[test]
fn a_phone_knows_whether_anything_was_ever_written_on_it() {
    let (home, world, phone) = new_phone();
    assert!(phone.is_untouched());
    now(phone.log_craving(intensity(7), None)).unwrap();
    assert!(!phone.is_untouched());
    // Packed into leaves, it is still not a phone whose store was emptied.
    log_many(&phone, &world, 300);
    now(phone.pack()).unwrap();
    assert!(!open(&home, &world).is_untouched());
}

#[test]
fn each_chip_is_saved_as_it_is_chosen_and_earlier_versions_stay() {
    let (home, world, phone) = new_phone();
    let id = now(phone.log_craving(intensity(7), None)).unwrap().id;
    now(phone.edit_craving(id, note("outside the store"))).unwrap();
    now(phone.edit_craving(id, CravingEdit::SetIntensity(intensity(4)))).unwrap();
    let phone = open(&home, &world);
    let entry = now(phone.entry(id)).unwrap();
    assert_eq!(craving(&entry).intensity(), intensity(4));
    assert_eq!(craving(&entry).note().unwrap().as_str(), "outside the store");
    let told: Vec<_> = now(phone.versions(id)).unwrap();
    let earlier = |number: usize| match &told[number].what {
        Some(What::Craving(craving)) => (craving.intensity().value(), craving.note().is_some()),
        other => panic!("not a craving: {other:?}"),
    };
    assert_eq!([earlier(0), earlier(1), earlier(2)], [(4, true), (7, true), (7, false)]);
}

#[test]
fn no_byte_of_a_note_is_readable_on_the_phone() {
    let (home, _, phone) = new_phone();
    let id = now(phone.log_craving(intensity(7), None)).unwrap().id;
    now(phone.edit_craving(id, note("the green door on Fifth Street"))).unwrap();
    for (_, row) in home.rows() {
        for part in ["green door", "Fifth", "America/Chicago"] {
            assert!(!row.bytes.windows(part.len()).any(|window| window == part.as_bytes()));
            assert!(!row.key.windows(part.len()).any(|window| window == part.as_bytes()));
        }
    }
}

#[test]
fn a_full_phone_keeps_the_old_state_and_says_so() {
    let (home, _, phone) = new_phone();
    let id = now(phone.log_craving(intensity(7), None)).unwrap().id;
    let _ = home.clone().failing_at(1, StoreError::Full);
    assert_eq!(now(phone.edit_craving(id, note("lost?"))).unwrap_err(), SaveError::Store(StoreError::Full));
    assert!(craving(&now(phone.entry(id)).unwrap()).note().is_none());
    now(phone.edit_craving(id, note("kept"))).unwrap();
    assert_eq!(craving(&now(phone.entry(id)).unwrap()).note().unwrap().as_str(), "kept");
}

#[test]
fn an_entry_can_be_dated_back_and_is_listed_on_its_day() {
    let (_, world, phone) = new_phone();
    log_many(&phone, &world, 3);
    let yesterday = Moment::of_device(START_MS - DAY_MS, -360, Zone::utc());
    now(phone.log_craving(intensity(9), Some(yesterday))).unwrap();
    assert_eq!(numbers(&phone), [2, 1, 0, 9]);
}

#[test]
fn a_date_in_2199_is_refused_and_nothing_is_saved() {
    let (_, _, phone) = new_phone();
    let later = Moment::of_device(7_226_582_400_000, 0, Zone::utc());
    assert!(matches!(now(phone.log_craving(intensity(3), Some(later.clone()))), Err(SaveError::Edit(_))));
    let id = now(phone.log_craving(intensity(3), None)).unwrap().id;
    assert!(matches!(now(phone.edit_craving(id, CravingEdit::SetOccurredAt(later))), Err(SaveError::Edit(_))));
    assert_eq!(numbers(&phone), [3]);
}

#[test]
fn a_clock_set_back_by_a_year_changes_no_order_of_versions() {
    let (home, world, phone) = new_phone();
    let id = now(phone.log_craving(intensity(7), None)).unwrap().id;
    world.wait(-365 * DAY_MS);
    assert!(phone.clock_is_behind_ms() > 300 * DAY_MS);
    now(phone.edit_craving(id, CravingEdit::SetIntensity(intensity(2)))).unwrap();
    now(phone.log_craving(intensity(5), None)).unwrap();
    // The new one carries the date the phone shows, a year ago; the edit still replaced what was there before it.
    assert_eq!(numbers(&open(&home, &world)), [2, 5]);
}

#[test]
fn settings_are_kept_like_everything_else() {
    let (home, world, phone) = new_phone();
    now(phone.change_settings(SettingsEdit::SetWelcomed(true))).unwrap();
    now(phone.change_settings(SettingsEdit::SetActFrom(intensity(8)))).unwrap();
    let settings = now(open(&home, &world).settings()).unwrap();
    assert!(settings.welcomed());
    assert_eq!(settings.act_from(), intensity(8));
}

#[test]
fn an_address_finds_its_entry_and_an_old_one_too() {
    let (_, world, phone) = new_phone();
    let first = now(phone.log_craving(intensity(1), None)).unwrap().id;
    log_many(&phone, &world, 700);
    while now(phone.pack()).unwrap() {}
    assert_eq!(now(phone.locate(EntryKey::of(first))).unwrap(), first);
    assert_eq!(EntryKey::from_hex(&EntryKey::of(first).to_hex()), Some(EntryKey::of(first)));
    let nobody = EntryKey::from_hex("00000000000000ff").unwrap();
    assert_eq!(now(phone.locate(nobody)).unwrap_err(), ReadError::Gone);
}

#[test]
fn entries_without_their_key_are_left_alone() {
    let (home, world, phone) = new_phone();
    now(phone.log_craving(intensity(7), None)).unwrap();
    let before = home.rows().len();
    assert!(home.damage(Area::Meta, b"root", |bytes| bytes.iter_mut().for_each(|byte| *byte ^= 0xff)));
    assert_eq!(now(Journal::open(home.clone(), world)).err(), Some(OpenError::KeyGone));
    assert_eq!(home.rows().len(), before);
}

#[test]
fn a_journal_of_a_newer_app_is_not_touched() {
    let (home, world, phone) = new_phone();
    now(phone.log_craving(intensity(7), None)).unwrap();
    assert!(home.damage(Area::Meta, b"format", |bytes| *bytes = vec![2]));
    let before = home.rows();
    assert_eq!(now(Journal::open(home.clone(), world)).err(), Some(OpenError::Newer));
    assert!(before == home.rows());
}

#[test]
fn a_phone_that_fails_at_the_very_first_write_starts_over() {
    let (home, world) = (Memory::new(), World::new());
    let _ = home.clone().failing_at(1, StoreError::Full);
    assert_eq!(now(Journal::open(home.clone(), world.clone())).err(), Some(OpenError::Store(StoreError::Full)));
    let phone = open(&home, &world);
    now(phone.log_craving(intensity(7), None)).unwrap();
    assert_eq!(all(&phone).len(), 1);
}
