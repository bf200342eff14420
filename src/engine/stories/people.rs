//! The people one could call: kept, in order, and shown while the app is locked only when they were chosen for it.

use domain::{
    ActionKind, ActionTaken, CravingEdit, CrisisLineId, HelpEdit, Label, Line, MOST_PEOPLE, Person, PersonEdit,
    PersonError, PersonId, PhoneNumber, Photo, Reach, Role, Uses,
};
use storage::{Area, Memory, StoreError};

use super::world::{DAY_MS, MINUTE_MS, Phone, all, craving, intensity, log_many, new_phone, now, open};
use crate::{Contact, OpenError, PeopleError, SaveError, contacts_when_locked};

fn somebody(name: &str, role: Role, number: &str) -> Person {
    let reach = Reach::number(PhoneNumber::new(number).unwrap(), Uses::CallAndText);
    let person = Person::new(Label::new(name).unwrap(), role);
    person.apply(PersonEdit::SetReaches(vec![reach, Reach::link("https://chat.example").unwrap()])).unwrap()
}

pub(super) fn add(phone: &Phone, name: &str) -> PersonId {
    let (ids, _) = now(phone.add_people(vec![somebody(name, Role::Sponsor, "312-555-0100")])).unwrap();
    ids[0]
}

fn names(phone: &Phone) -> Vec<String> {
    phone.people().iter().map(|(_, person)| person.name().as_str().to_owned()).collect()
}

pub(super) fn choose(phone: &Phone, id: PersonId, when_locked: bool) {
    now(phone.edit_person(id, vec![PersonEdit::SetWhenLocked(when_locked)])).unwrap();
}

fn shown(contacts: &[Contact]) -> Vec<&str> {
    contacts.iter().map(|contact| contact.name.as_str()).collect()
}

/// What a phone shows without its journal.
pub(super) fn locked(home: &Memory) -> Vec<String> {
    let contacts = now(contacts_when_locked(home)).unwrap();
    contacts.iter().map(|contact| contact.name.as_str().to_owned()).collect()
}

pub(super) fn picture(byte: u8) -> Photo {
    Photo::new([&[0xFF, 0xD8, 0xFF][..], &[byte; 9_000]].concat()).unwrap()
}

#[test]
fn people_stand_in_the_order_that_was_chosen_also_after_a_restart() {
    let (home, world, phone) = new_phone();
    let [ana, ben, cruz] = ["Ana", "Ben", "Cruz"].map(|name| add(&phone, name));
    assert_eq!(names(&phone), ["Ana", "Ben", "Cruz"]);
    let undo = now(phone.move_person(cruz, true)).unwrap().unwrap();
    now(phone.move_person(ana, false)).unwrap();
    assert_eq!(names(&open(&home, &world)), ["Cruz", "Ana", "Ben"]);
    now(phone.move_person(ben, true)).unwrap();
    now(phone.move_person(ben, true)).unwrap();
    assert_eq!(now(phone.move_person(ben, true)).unwrap(), None);
    assert_eq!(names(&phone), ["Ben", "Cruz", "Ana"]);
    drop(undo);
    add(&phone, "Dee");
    assert_eq!(names(&phone), ["Ben", "Cruz", "Ana", "Dee"]);
}

#[test]
fn somebody_deleted_comes_back_with_their_picture_or_is_gone_for_good() {
    let (home, world, phone) = new_phone();
    let nan = add(&phone, "Nan");
    let photo = now(phone.set_photo(nan, Some(picture(1)))).unwrap().person.photo().unwrap();
    let undo = now(phone.delete_person(nan)).unwrap();
    assert!(names(&phone).is_empty() && now(phone.photo(photo)).unwrap().is_none());
    now(phone.undo(undo)).unwrap();
    assert_eq!(names(&phone), ["Nan"]);
    assert!(now(phone.photo(photo)).unwrap() == Some(picture(1)));
    now(phone.delete_person(nan)).unwrap();
    assert_eq!(now(phone.delete_person(nan)), Err(SaveError::Gone));
    world.wait(31 * DAY_MS);
    log_many(&phone, &world, 1);
    assert_eq!(now(phone.sweep()).unwrap(), 2);
    assert!(now(open(&home, &world).photo(photo)).unwrap().is_none());
}

#[test]
fn a_new_picture_takes_the_place_of_the_old_one_and_undo_brings_it_back() {
    let (home, world, phone) = new_phone();
    let nan = add(&phone, "Nan");
    let first = now(phone.set_photo(nan, Some(picture(1)))).unwrap().person.photo().unwrap();
    let saved = now(phone.set_photo(nan, Some(picture(2)))).unwrap();
    let second = saved.person.photo().unwrap();
    assert!(now(phone.photo(first)).unwrap().is_none() && now(phone.photo(second)).unwrap() == Some(picture(2)));
    now(phone.undo(saved.undo)).unwrap();
    let phone = open(&home, &world);
    assert_eq!(phone.people()[0].1.photo(), Some(first));
    assert!(now(phone.photo(first)).unwrap() == Some(picture(1)) && now(phone.photo(second)).unwrap().is_none());
    now(phone.set_photo(nan, None)).unwrap();
    assert_eq!(phone.people()[0].1.photo(), None);
    // Pictures are no entries of the log, and packing takes them along like everything.
    now(phone.set_photo(nan, Some(picture(3)))).unwrap();
    log_many(&phone, &world, 400);
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    let photo = phone.people()[0].1.photo().unwrap();
    assert!(now(phone.photo(photo)).unwrap() == Some(picture(3)));
    assert_eq!((all(&phone).len(), now(phone.deleted()).unwrap().len()), (400, 0));
}

#[test]
fn the_hundred_and_first_person_is_refused_and_a_whole_card_file_with_it() {
    let (_, _, phone) = new_phone();
    let many = |count| vec![somebody("x", Role::Other, "555-0100"); count];
    now(phone.add_people(many(MOST_PEOPLE - 1))).unwrap();
    let refused = PeopleError::Person(PersonError::TooManyPeople { limit: MOST_PEOPLE });
    assert_eq!(now(phone.add_people(many(2))).unwrap_err(), refused);
    assert_eq!(phone.people().len(), MOST_PEOPLE - 1);
    now(phone.add_people(many(1))).unwrap();
}

#[test]
fn only_who_was_chosen_is_shown_while_the_app_is_locked() {
    let (home, world, phone) = new_phone();
    let [ana, ben] = ["Ana", "Ben"].map(|name| add(&phone, name));
    assert!(locked(&home).is_empty());
    choose(&phone, ben, true);
    assert_eq!(locked(&home), ["Ben"]);
    choose(&phone, ana, true);
    assert_eq!(locked(&home), ["Ana", "Ben"]);
    let contacts = now(contacts_when_locked(&home)).unwrap();
    assert!(contacts == phone.contacts());
    assert_eq!(shown(&contacts), ["Ana", "Ben"]);
    assert_eq!((contacts[0].role, contacts[0].numbers.len()), (Role::Sponsor, 1));
    now(phone.move_person(ben, true)).unwrap();
    assert_eq!(locked(&home), ["Ben", "Ana"]);
    // Another tab, and taking back, keep to it as well.
    let undo = now(open(&home, &world).delete_person(ben)).unwrap();
    assert_eq!(locked(&home), ["Ana"]);
    now(phone.undo(undo)).unwrap();
    assert_eq!(locked(&home), ["Ben", "Ana"]);
    for id in [ana, ben] {
        choose(&phone, id, false);
    }
    assert!(locked(&home).is_empty());
    assert!(!home.rows().iter().any(|(_, row)| row.key == b"contacts"));
}

#[test]
fn nothing_of_them_is_readable_at_rest_and_the_row_holds_name_role_and_numbers_only() {
    let (home, _, phone) = new_phone();
    let ana = add(&phone, "Ana Torres");
    let message = PersonEdit::SetMessage(Line::new("it is hard tonight").ok());
    let quiet = PersonEdit::SetQuiet(Line::new("after her shift").ok());
    now(phone.edit_person(ana, vec![message, quiet, PersonEdit::SetWhenLocked(true)])).unwrap();
    now(phone.log_craving(intensity(7), None)).unwrap();
    let words = ["Ana", "Torres", "312-555-0100", "sponsor", "chat.example", "hard tonight", "her shift"];
    for (_, row) in home.rows() {
        for part in words {
            assert!(!row.bytes.windows(part.len()).any(|window| window == part.as_bytes()), "{part}");
            assert!(!row.key.windows(part.len()).any(|window| window == part.as_bytes()), "{part}");
        }
    }
    // Opened as a locked phone would: with the device key and nothing else.
    let row = |key: &[u8]| home.rows().into_iter().find(|(_, row)| row.key == key).unwrap().1.bytes;
    let secret = now(storage::DeviceKey::unwrap(&home, &row(b"contacts-key"))).unwrap();
    let key = vault::LocalKey::of_contacts(&vault::RootKey::from_bytes(&secret).unwrap());
    let plain = vault::open(&key, vault::Purpose::Contacts, b"contacts", &row(b"contacts")).unwrap();
    let holds = |part: &str| plain.windows(part.len()).any(|window| window == part.as_bytes());
    assert!(["Ana Torres", "sponsor", "312-555-0100"].into_iter().all(holds));
    assert!(!["chat.example", "hard tonight", "her shift"].into_iter().any(holds));
    // That key opens nothing of the journal.
    let head = row(b"head");
    assert!(vault::open(&key, vault::Purpose::Head, b"head", &head).is_err());
}

#[test]
fn who_was_chosen_is_shown_also_when_the_journal_does_not_open() {
    let (home, world, phone) = new_phone();
    let ana = add(&phone, "Ana");
    choose(&phone, ana, true);
    assert!(home.damage(Area::Meta, b"root", |bytes| bytes.iter_mut().for_each(|byte| *byte ^= 0xff)));
    assert_eq!(now(crate::Journal::open(home.clone(), world)).err(), Some(OpenError::KeyGone));
    assert_eq!(locked(&home), ["Ana"]);
}

#[test]
fn a_damaged_row_shows_nobody_and_the_next_change_writes_it_again() {
    let (home, _, phone) = new_phone();
    let ana = add(&phone, "Ana");
    choose(&phone, ana, true);
    for row in [&b"contacts"[..], b"contacts-key"] {
        assert!(home.damage(Area::Meta, row, |bytes| bytes.iter_mut().for_each(|byte| *byte ^= 0xff)));
        assert!(locked(&home).is_empty());
        choose(&phone, ana, true);
        assert_eq!(locked(&home), ["Ana"]);
    }
}

#[test]
fn a_full_phone_keeps_the_person_as_they_were_also_in_help_now() {
    let (home, _, phone) = new_phone();
    let ana = add(&phone, "Ana");
    let _ = home.clone().failing_at(1, StoreError::Full);
    let refused = now(phone.edit_person(ana, vec![PersonEdit::SetWhenLocked(true)])).unwrap_err();
    assert_eq!(refused, PeopleError::Save(SaveError::Store(StoreError::Full)));
    assert!(locked(&home).is_empty() && phone.contacts().is_empty());
}

#[test]
fn people_are_found_after_packing_and_what_help_now_shows_with_them() {
    let (home, world, phone) = new_phone();
    let [ana, ben] = ["Ana", "Ben"].map(|name| add(&phone, name));
    choose(&phone, ana, true);
    let undo = now(phone.delete_person(ben)).unwrap();
    log_many(&phone, &world, 400);
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    choose(&phone, ana, true);
    now(phone.undo(undo)).unwrap();
    choose(&phone, ben, true);
    assert_eq!((names(&phone).len(), locked(&home).len()), (2, 2));
}

#[test]
fn a_call_is_an_act_of_the_craving_it_was_made_in() {
    let (_, world, phone) = new_phone();
    let id = now(phone.log_craving(intensity(8), None)).unwrap().id;
    world.wait(2 * MINUTE_MS);
    let at = phone.now().utc_ms();
    let act = CravingEdit::AddAction(ActionTaken::new(ActionKind::CalledSomeone, at));
    now(phone.edit_craving(id, act)).unwrap();
    world.wait(10 * MINUTE_MS);
    let rating = domain::Rating { intensity: intensity(4), at_utc_ms: phone.now().utc_ms() };
    now(phone.edit_craving(id, CravingEdit::RateAgain(Some(rating)))).unwrap();
    let entry = now(phone.entry(id)).unwrap();
    assert_eq!(craving(&entry).change_with(ActionKind::CalledSomeone), Some((intensity(8), intensity(4))));
    assert_eq!(craving(&entry).change_with(ActionKind::RodeItOut), None);
}

#[test]
fn lines_of_help_now_are_hidden_and_added_and_taken_back() {
    let (home, world, phone) = new_phone();
    let undo = now(phone.change_help(HelpEdit::Hide(CrisisLineId::Veterans))).unwrap();
    assert!(!open(&home, &world).help_choices().shows(CrisisLineId::Veterans));
    now(phone.undo(undo)).unwrap();
    assert!(phone.help_choices().shows(CrisisLineId::Veterans));
    now(phone.change_help(HelpEdit::NeverAsk)).unwrap();
    log_many(&phone, &world, 400);
    while now(phone.pack()).unwrap() {}
    let friday = domain::day_from_field("2026-11-27").unwrap();
    assert!(!open(&home, &world).help_choices().asks_whom_to_call(0, friday));
}
