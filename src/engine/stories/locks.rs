//! A lock takes the key away from the device; a screen only asks; and everything can be made as new.

use storage::{Area, DeviceKey, Memory, StoreError};
use vault::{LocalKey, Purpose, RootKey};

use super::full::{WORDS, assert_in_order, backup, full_phone, records, take_in};
use super::people;
use super::world::{
    MINUTE_MS, Phone, START_MS, World, all, another_phone, intensity, log_many, new_phone, note, now, numbers, open,
};
use crate::journal::rows::{CONTACTS, CONTACTS_KEY, LOCK, ROOT};
use crate::lock::{
    Kept, Lock, LockError, kept, note_failed_try, note_success, root_by_device, set_auto_lock, wait_before_try,
};
use crate::{Journal, OpenError};

/// Stands for what `vault` makes of a root key and a passphrase. The stories hold the key for whoever knows the passphrase.
fn wraps() -> Vec<Vec<u8>> {
    vec![b"opaque to the journal".to_vec(), b"a recovery code's".to_vec()]
}

/// A copy of the key, as a second wrap would give it.
fn same(root: &RootKey) -> RootKey {
    RootKey::from_bytes(root.dangerously_bytes()).unwrap()
}

fn lock(home: &Memory, phone: &Phone) -> RootKey {
    let root = now(root_by_device(home)).unwrap();
    now(phone.set_lock(&root, wraps(), Some(300))).unwrap();
    root
}

fn open_error(home: &Memory, world: &World) -> Option<OpenError> {
    now(Journal::open(home.clone(), world.clone())).err()
}

fn has(home: &Memory, key: &[u8]) -> bool {
    home.rows().iter().any(|(area, row)| *area == Area::Meta && row.key == key)
}

#[test]
fn a_locked_journal_opens_with_its_key_and_not_with_the_device() {
    let (home, world, phone) = full_phone(1);
    let before = records(&phone);
    let root = lock(&home, &phone);
    let rows = home.rows();
    assert_eq!(open_error(&home, &world), Some(OpenError::Locked));
    assert_eq!(now(Journal::open_screened(home.clone(), world.clone())).err(), Some(OpenError::Locked));
    assert_eq!(now(root_by_device(&home)).err(), Some(OpenError::Locked));
    let Kept::Locked(there) = now(kept(&home)).unwrap() else { panic!("not locked") };
    assert_eq!((there.wraps, there.made_utc_ms, there.auto_lock_s), (wraps(), phone.now().utc_ms(), Some(300)));
    // A wrong key, even one that another journal has, writes nothing.
    for wrong in [RootKey::make().unwrap(), now(root_by_device(&new_phone().0)).unwrap()] {
        assert_eq!(now(Journal::open_with(home.clone(), world.clone(), wrong)).err(), Some(OpenError::KeyGone));
    }
    assert!(home.rows() == rows);
    let opened = now(Journal::open_with(home.clone(), world.clone(), same(&root))).unwrap();
    assert_eq!(records(&opened), before);
    log_many(&opened, &world, 2);
    now(opened.refresh()).unwrap();
    now(opened.remove_lock(&root)).unwrap();
    assert_eq!(now(kept(&home)), Ok(Kept::ByDevice));
    assert_eq!(records(&open(&home, &world)).len(), before.len() + 2);
}

#[test]
fn behind_a_lock_the_device_opens_the_people_in_help_now_and_not_one_word_more() {
    let (home, world, phone) = full_phone(1);
    let person = phone.people()[1].0;
    now(phone.edit_person(person, vec![domain::PersonEdit::SetName(domain::Label::new("Kilimanjaro").unwrap())]))
        .unwrap();
    lock(&home, &phone);
    drop(phone);
    let mut opened = Vec::new();
    for (area, row) in home.rows() {
        for word in WORDS {
            assert!(
                ![&row.key, &row.bytes]
                    .iter()
                    .any(|bytes| bytes.windows(word.len()).any(|part| part == word.as_bytes()))
            );
        }
        if let Ok(secret) = now(home.unwrap(&row.bytes)) {
            opened.push((area, row.key, secret));
        }
    }
    assert_eq!(opened.len(), 1);
    let (area, key, secret) = opened.remove(0);
    assert_eq!((area, key.as_slice()), (Area::Meta, CONTACTS_KEY));
    let secret = RootKey::from_bytes(&secret).unwrap();
    let purposes = [
        Purpose::Operation,
        Purpose::Leaf,
        Purpose::Directory,
        Purpose::Head,
        Purpose::Contacts,
        Purpose::Meetings,
        Purpose::Used,
    ];
    let mut readable = Vec::new();
    for key in [LocalKey::of_contacts(&secret), LocalKey::derive(&secret)] {
        for (_, row) in home.rows() {
            for purpose in purposes {
                readable.extend(
                    vault::open(&key, purpose, &row.key, &row.bytes).ok().map(|plain| (row.key.clone(), plain)),
                );
            }
        }
    }
    assert_eq!(readable.len(), 1);
    assert_eq!(readable[0].0, CONTACTS);
    // And there only who was chosen: name, role, number.
    let plain = &readable[0].1;
    let says = |word: &str| plain.windows(word.len()).any(|part| part == word.as_bytes());
    assert!(says("Nadine") && says("312-555-0100"));
    assert!(!says("Kilimanjaro"));
    assert_eq!(people::locked(&home), ["Nadine"]);
    assert_eq!(open_error(&home, &world), Some(OpenError::Locked));
}

#[test]
fn a_lock_comes_and_goes_whole_or_not_at_all() {
    let (home, world, phone) = new_phone();
    now(phone.log_craving(intensity(7), None)).unwrap();
    let root = now(root_by_device(&home)).unwrap();
    let _ = home.clone().failing_at(1, StoreError::Full);
    assert_eq!(now(phone.set_lock(&root, wraps(), None)), Err(LockError::Store(StoreError::Full)));
    assert_eq!((has(&home, ROOT), has(&home, LOCK)), (true, false));
    now(phone.set_lock(&root, wraps(), None)).unwrap();
    assert_eq!((has(&home, ROOT), has(&home, LOCK)), (false, true));
    let _ = home.clone().failing_at(1, StoreError::Full);
    assert_eq!(now(phone.remove_lock(&root)), Err(LockError::Store(StoreError::Full)));
    assert_eq!((has(&home, ROOT), has(&home, LOCK)), (false, true));
    now(phone.remove_lock(&root)).unwrap();
    assert_eq!((has(&home, ROOT), has(&home, LOCK)), (true, false));
    assert_eq!(numbers(&open(&home, &world)), [7]);
}

#[test]
fn nobody_can_lock_themselves_out_with_another_key_or_with_nothing() {
    let (home, world, phone) = new_phone();
    now(phone.log_craving(intensity(7), None)).unwrap();
    let (root, other) = (now(root_by_device(&home)).unwrap(), RootKey::make().unwrap());
    let rows = home.rows();
    assert_eq!(now(phone.set_lock(&other, wraps(), None)), Err(LockError::OtherKey));
    assert_eq!(now(phone.set_privacy_screen(&other, vec![1], None)), Err(LockError::OtherKey));
    assert_eq!(now(phone.remove_lock(&other)), Err(LockError::OtherKey));
    assert_eq!(now(phone.set_lock(&root, Vec::new(), None)), Err(LockError::Wraps));
    assert_eq!(now(phone.set_lock(&root, vec![Vec::new()], None)), Err(LockError::Wraps));
    assert_eq!(now(phone.replace_wraps(&root, wraps())), Err(LockError::None));
    assert_eq!(now(note_success(&home)), Err(LockError::None));
    assert!(home.rows() == rows);
    assert_eq!(numbers(&open(&home, &world)), [7]);
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let (home, _, phone) = new_phone();
    let root = lock(&home, &phone);
    for _ in 0..4 {
        now(note_failed_try(&home, START_MS)).unwrap();
    }
    now(phone.replace_wraps(&root, vec![b"another".to_vec()])).unwrap();
    let Kept::Locked(Lock { wraps, auto_lock_s, tries, .. }) = now(kept(&home)).unwrap() else { panic!("not locked") };
    assert_eq!((wraps, auto_lock_s, tries.failed), (vec![b"another".to_vec()], Some(300), 0));
    now(set_auto_lock(&home, None)).unwrap();
    let Kept::Locked(Lock { auto_lock_s, .. }) = now(kept(&home)).unwrap() else { panic!("not locked") };
    assert_eq!(auto_lock_s, None);
}

#[test]
fn tries_are_counted_over_reloads_and_tabs_and_setting_the_clock_back_helps_nobody() {
    let (home, _, phone) = new_phone();
    lock(&home, &phone);
    let wait = |at| now(wait_before_try(&home, at)).unwrap();
    let fail = |at| now(note_failed_try(&home.clone(), at)).unwrap();
    for _ in 0..2 {
        fail(START_MS);
        assert_eq!(wait(START_MS), 0);
    }
    fail(START_MS);
    assert_eq!((wait(START_MS), wait(START_MS + 29_000), wait(START_MS + 30_000)), (30_000, 1_000, 0));
    fail(START_MS + 30_000);
    assert_eq!(wait(START_MS + 30_000), MINUTE_MS);
    // Set back by a year: the minute begins anew, and is over after a minute of that clock.
    let year_ago = START_MS - 365 * super::world::DAY_MS;
    assert_eq!(wait(year_ago), MINUTE_MS);
    assert_eq!((wait(year_ago + 59_000), wait(year_ago + MINUTE_MS)), (1_000, 0));
    // Right again: no more waiting than there was.
    assert_eq!(wait(START_MS + 31_000), 0);
    now(note_success(&home)).unwrap();
    let rows = home.rows();
    now(note_success(&home)).unwrap();
    assert!(home.rows() == rows, "nothing to forget, nothing to write");
    fail(START_MS);
    assert_eq!(wait(START_MS), 0);
    // What could not be written down was not counted, and the caller knows.
    let _ = home.clone().failing_at(1, StoreError::Full);
    assert_eq!(now(note_failed_try(&home, START_MS)), Err(LockError::Store(StoreError::Full)));
}

#[test]
fn a_privacy_screen_asks_and_the_device_opens_by_itself() {
    let (home, world, phone) = new_phone();
    now(phone.log_craving(intensity(4), None)).unwrap();
    let root = now(root_by_device(&home)).unwrap();
    now(phone.set_privacy_screen(&root, b"what a PIN is compared with".to_vec(), Some(60))).unwrap();
    let Kept::Screen(screen) = now(kept(&home)).unwrap() else { panic!("no screen") };
    assert!(screen.is_screen && now(screen.uncovered(&home)).unwrap().wraps == [b"what a PIN is compared with"]);
    assert!(has(&home, ROOT));
    // Nobody opens it by forgetting to ask.
    assert_eq!(open_error(&home, &world), Some(OpenError::Locked));
    let behind = now(Journal::open_screened(home.clone(), world.clone())).unwrap();
    assert_eq!(numbers(&behind), [4]);
    now(note_failed_try(&home, START_MS)).unwrap();
    assert_eq!(now(phone.replace_wraps(&root, wraps())), Err(LockError::None));
    // From a screen to a lock, and back.
    now(behind.set_lock(&now(root_by_device(&home)).unwrap(), wraps(), None)).unwrap();
    assert!(!has(&home, ROOT));
    now(behind.set_privacy_screen(&root, vec![1], None)).unwrap();
    assert!(has(&home, ROOT));
    // A screen whose row is damaged costs nobody their entries; a lock whose row is damaged leaves them as they are.
    let damaged = home.copy();
    assert!(damaged.damage(Area::Meta, LOCK, |bytes| bytes.truncate(2)));
    assert_eq!(now(kept(&damaged)), Ok(Kept::ByDevice));
    assert_eq!(numbers(&open(&damaged, &world)), [4]);
    now(behind.set_lock(&root, wraps(), None)).unwrap();
    assert!(home.damage(Area::Meta, LOCK, |bytes| bytes.truncate(2)));
    let rows = home.rows();
    assert_eq!(
        (now(kept(&home)).err(), open_error(&home, &world)),
        (Some(OpenError::KeyGone), Some(OpenError::KeyGone))
    );
    assert!(home.damage(Area::Meta, LOCK, |bytes| bytes[0] = 9));
    assert_eq!((now(kept(&home)).err(), open_error(&home, &world)), (Some(OpenError::Newer), Some(OpenError::Newer)));
    assert_eq!(home.rows().len(), rows.len());
    // A recovery code that is written down elsewhere still opens it.
    assert!(home.damage(Area::Meta, LOCK, |bytes| bytes[0] = 1));
    assert_eq!(numbers(&now(Journal::open_with(home.clone(), world, root)).unwrap()), [4]);
}

#[test]
fn a_tab_whose_journal_was_locked_in_another_one_learns_it_and_loses_no_word() {
    let (home, world, one) = new_phone();
    let id = now(one.log_craving(intensity(7), None)).unwrap().id;
    let two = open(&home, &world);
    lock(&home, &one);
    now(one.log_craving(intensity(3), None)).unwrap();
    // What was being typed there is still saved, though the tab has to read what the other one wrote first.
    now(two.edit_craving(id, note("typed before anybody knew"))).unwrap();
    assert_eq!(now(two.refresh()), Err(OpenError::Locked));
    assert_eq!(now(two.refresh()), Err(OpenError::Locked));
    // The tab that set the lock stays open.
    now(one.refresh()).unwrap();
    assert_eq!(
        super::world::craving(&now(one.entry(id)).unwrap()).note().unwrap().as_str(),
        "typed before anybody knew"
    );
    assert_eq!(numbers(&one).len(), 2);
}

#[test]
fn a_backup_of_a_locked_journal_is_taken_in_by_one_that_is_not() {
    let (home, world, phone) = full_phone(1);
    let root = lock(&home, &phone);
    let opened = now(Journal::open_with(home.clone(), world.clone(), root)).unwrap();
    let (new_home, new_world, new) = another_phone(2);
    take_in(&new, &backup(&opened)).unwrap();
    assert_eq!(all(&new), all(&opened));
    assert_eq!(now(kept(&new_home)), Ok(Kept::ByDevice));
    assert_in_order(&new_home, &new_world);
    // Merging into a locked journal leaves it locked.
    log_many(&new, &new_world, 3);
    take_in(&opened, &backup(&new)).unwrap();
    assert_eq!(open_error(&home, &world), Some(OpenError::Locked));
    assert!(!has(&home, ROOT));
}
