//! A phone with something of everything on it, and how its backup is made, read and taken in.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{CheckInEdit, DayUse, EntryMark, SettingsEdit, Template};
use storage::{Area, Memory, Row};
use sync::{Chunk, RecordId, Versions, decode_chunk};

use super::world::{DAY_MS, Phone, World, another_phone, intensity, log_many, note, now, open};
use super::{meetings, people, week};
use crate::journal::directory::SHELF;
use crate::journal::id::{first_after_shelf, make_record_id};
use crate::journal::rows::USED;
use crate::journal::write::Draft;
use crate::{InBackup, MergeError, Merged, check_backup, contacts_when_locked};

pub const WORDS: [&str; 6] = ["the green door", "Nadine", "Kilimanjaro", "America/Chicago", "312-555-0100", "serenity"];

pub fn day(text: &str) -> NaiveDate {
    domain::day_from_field(text).unwrap()
}

/// A record of a kind that only a newer app knows, of today.
pub fn log_newer(phone: &Phone) -> RecordId {
    let at = super::world::START_MS.to_le_bytes();
    let body = [&[9, 0xe7, 0x03], &at[..], b"what a newer app says about Kilimanjaro"].concat();
    now(phone.write_new(|clock| {
        let id = make_record_id(clock, phone.random());
        (Draft::new(id, 999, body.clone()), id)
    }))
    .unwrap()
}

/// Entries of a few weeks, most of them packed; one of each other thing; something deleted, something erased.
pub fn full_phone(number: u64) -> (Memory, World, Phone) {
    let (home, world, phone) = another_phone(number);
    now(phone.change_settings(SettingsEdit::SetActFrom(intensity(8)))).unwrap();
    week::save(&phone, Template::ALL[0]);
    let nadine = people::add(&phone, "Nadine");
    people::choose(&phone, nadine, true);
    now(phone.set_photo(nadine, Some(people::picture(3)))).unwrap();
    people::add(&phone, "Somebody else");
    meetings::add(&phone, meetings::held(1, 2, 3));
    log_many(&phone, &world, 300);
    now(phone.tell_lapse(Some(day("2026-11-20")))).unwrap();
    now(phone.answer_check_in(day("2026-11-21"), CheckInEdit::SetUsed(Some(DayUse::Something)))).unwrap();
    let noted = now(phone.log_craving(intensity(7), None)).unwrap();
    now(phone.edit_craving(noted.id, note("outside the green door"))).unwrap();
    now(phone.mark_entry(noted.id, &phone.now(), EntryMark::TalkAbout, true)).unwrap();
    while now(phone.pack()).unwrap() {}
    log_newer(&phone);
    world.wait(DAY_MS);
    log_many(&phone, &world, 20);
    let [gone, erased] = [3, 4].map(|value| now(phone.log_craving(intensity(value), None)).unwrap().id);
    now(phone.delete(gone)).unwrap();
    now(phone.erase(erased)).unwrap();
    (home, world, phone)
}

/// All chunks of a backup.
pub fn backup(phone: &Phone) -> Vec<Vec<u8>> {
    let (mut backup, mut chunks) = (now(phone.backup()).unwrap(), Vec::new());
    while let Some(chunk) = now(backup.next_chunk()).unwrap() {
        chunks.push(chunk);
    }
    chunks
}

pub fn inside(chunks: &[Vec<u8>]) -> InBackup {
    check_backup(chunks).unwrap().inside()
}

/// Every record with every version, as it stands in a backup.
pub fn records_in(chunks: &[Vec<u8>]) -> BTreeMap<RecordId, Versions> {
    let mut found: BTreeMap<RecordId, Versions> = BTreeMap::new();
    for chunk in chunks {
        let Chunk::Records(records) = decode_chunk(chunk).unwrap() else { continue };
        for (id, versions) in records {
            match found.get_mut(&id) {
                Some(known) => known.merge(versions),
                None => drop(found.insert(id, versions)),
            }
        }
    }
    found
}

/// Every record with every version that a phone has.
pub fn records(phone: &Phone) -> BTreeMap<RecordId, Versions> {
    records_in(&backup(phone))
}

/// Takes a backup in.
pub fn take_in(phone: &Phone, chunks: &[Vec<u8>]) -> Result<Merged, MergeError> {
    let checked = check_backup(chunks).unwrap();
    let mut merging = phone.merge_in(&checked);
    for chunk in chunks {
        now(merging.take(chunk))?;
    }
    now(merging.finish())
}

pub fn rows(home: &Memory, of: Area) -> Vec<Row> {
    home.rows().into_iter().filter(|(area, _)| *area == of).map(|(_, row)| row).collect()
}

/// What must be true of every journal: the directory says what the leaves hold, each record lies where it is looked for, no row is left
/// over, Help now shows whom the journal shows, and the days of use are those that the entries tell. The last is checked by making the
/// row again in a copy.
pub fn assert_in_order(home: &Memory, world: &World) {
    let phone = open(home, world);
    let directory = phone.inside.borrow().directory.clone();
    let mut numbers: Vec<u32> = directory.leaves.iter().map(|entry| entry.leaf).chain(directory.lost.clone()).collect();
    for entry in &directory.leaves {
        let leaf = now(phone.leaf(entry.leaf)).unwrap();
        assert_eq!(leaf.summary(entry.leaf, entry.first), *entry);
        assert!(leaf.records.keys().all(|id| directory.leaf_of(*id) == Some(entry.leaf)));
        assert!(entry.leaf == SHELF || leaf.records.len() <= 256);
        assert_eq!(entry.leaf == SHELF, entry.first < first_after_shelf());
    }
    numbers.sort_unstable();
    let stored: Vec<u32> = rows(home, Area::Leaves)
        .iter()
        .filter_map(|row| <[u8; 4]>::try_from(row.key.as_slice()).ok())
        .map(u32::from_be_bytes)
        .collect();
    assert!(stored.iter().all(|number| numbers.contains(number)), "{stored:?} of {numbers:?}");
    assert!(now(contacts_when_locked(home)).unwrap() == phone.contacts());
    let used = phone.inside.borrow().used.clone();
    assert!(used.is_some());
    let copy = home.copy();
    assert!(copy.damage(Area::Meta, USED, |bytes| bytes[60] ^= 1));
    let phone = open(&copy, world);
    assert!(now(phone.make_known_what_was_used()).unwrap());
    assert_eq!(phone.inside.borrow().used, used);
}
