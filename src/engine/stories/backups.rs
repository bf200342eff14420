//! Everything out, and in again on an empty phone.

use storage::Area;
use sync::{CHUNK_TARGET, RecordState};

use super::full::{
    WORDS, assert_in_order, backup, day, full_phone, inside, log_newer, records, records_in, rows, take_in,
};
use super::world::{START_MS, all, another_phone, craving, intensity, log_many, new_phone, note, now, open};
use super::{meetings, people, week};
use crate::{BackupCheck, BackupError, Merged, StreamError, check_backup};

#[test]
fn an_empty_phone_that_takes_a_backup_in_says_everything_the_old_one_said() {
    let (_, _, old) = full_phone(1);
    let chunks = backup(&old);
    let (home, world, new) = another_phone(2);
    let merged = take_in(&new, &chunks).unwrap();
    assert_eq!((merged.new, merged.changed, merged.same), (inside(&chunks).records, 0, 0));
    for new in [new, open(&home, &world)] {
        assert_eq!(records(&new), records(&old));
        assert_eq!(all(&new), all(&old));
        assert_eq!(now(new.settings()).unwrap(), now(old.settings()).unwrap());
        assert_eq!((new.people(), new.timetable()), (old.people(), old.timetable()));
        assert_eq!(now(new.deleted()).unwrap(), now(old.deleted()).unwrap());
        assert!(now(new.deleted()).unwrap().len() == 1);
        assert_eq!((new.lists(), meetings::texts(&new)), (old.lists(), meetings::texts(&old)));
        let (_, nadine) = new.people().remove(0);
        assert!(now(new.photo(nadine.photo().unwrap())).unwrap().unwrap() == people::picture(3));
        let noted = all(&new).into_iter().find(|entry| entry.what.craving().is_some_and(|one| one.note().is_some()));
        let noted = noted.unwrap();
        assert_eq!(now(new.versions(noted.id)).unwrap().len(), 2);
        assert!(now(new.marks(noted.id)).unwrap().unwrap().talk_about());
        assert!(all(&new).iter().any(|entry| entry.what == crate::What::Newer));
    }
    assert_eq!(people::locked(&home), ["Nadine"]);
    assert_in_order(&home, &world);
}

#[test]
fn taking_in_the_same_backup_twice_writes_nothing_the_second_time() {
    let (_, _, old) = full_phone(1);
    let chunks = backup(&old);
    let (home, _, new) = another_phone(2);
    take_in(&new, &chunks).unwrap();
    let before = home.rows();
    let again = take_in(&new, &chunks).unwrap();
    assert_eq!((again.new, again.changed), (0, 0));
    assert!(again.same > 300 && home.rows() == before);
    // And into the phone it came from.
    let own = take_in(&old, &chunks).unwrap();
    assert_eq!(own, Merged { new: 0, changed: 0, same: own.same });
}

#[test]
fn what_is_in_a_backup_is_told_without_writing_anything() {
    let (_, world, phone) = new_phone();
    now(phone.tell_lapse(Some(day("2026-11-20")))).unwrap();
    log_many(&phone, &world, 2);
    let gone = now(phone.log_craving(intensity(1), None)).unwrap().id;
    now(phone.delete(gone)).unwrap();
    people::add(&phone, "Nadine");
    let told = inside(&backup(&phone));
    assert_eq!((told.records, told.operations, told.pages, told.unreadable, told.entries), (5, 6, 0, 0, 3));
    assert_eq!(told.made_utc_ms, START_MS + 20 * super::world::MINUTE_MS);
    assert_eq!(told.days.unwrap().1, START_MS + 20 * super::world::MINUTE_MS);
    assert!(told.days.unwrap().0 < START_MS - super::world::DAY_MS);
    let empty = inside(&backup(&new_phone().2));
    assert_eq!((empty.records, empty.days), (0, None));
}

#[test]
fn the_chunks_of_years_with_pictures_are_small_and_each_is_made_when_asked_for() {
    let (_, world, phone) = new_phone();
    let nadine = people::add(&phone, "Nadine");
    for byte in 0..90 {
        now(phone.set_photo(nadine, Some(people::picture(byte)))).unwrap();
    }
    log_many(&phone, &world, 700);
    while now(phone.pack()).unwrap() {}
    let chunks = backup(&phone);
    assert!(chunks.len() > 6);
    assert!(chunks.iter().all(|chunk| chunk.len() <= CHUNK_TARGET));
    assert_eq!(inside(&chunks).records, 1 + 90 + 700);
}

#[test]
fn a_backup_is_of_one_moment_whatever_is_saved_while_it_is_made() {
    let (home, world, phone) = full_phone(1);
    let before = records(&phone);
    let mut making = now(phone.backup()).unwrap();
    let mut chunks = vec![now(making.next_chunk()).unwrap().unwrap(), now(making.next_chunk()).unwrap().unwrap()];
    // A program goes with its sessions in one batch; an old entry is changed, another one logged in a second tab.
    now(phone.delete_program(phone.timetable().programs[0].0)).unwrap();
    let old = all(&phone).pop().unwrap().id;
    now(phone.delete(old)).unwrap();
    log_many(&open(&home, &world), &world, 3);
    while let Some(chunk) = now(making.next_chunk()).unwrap() {
        chunks.push(chunk);
    }
    assert!(records_in(&chunks) == before);
    assert_eq!(inside(&chunks).records, before.len() as u64);
}

#[test]
fn a_backup_during_which_rows_were_put_in_order_is_begun_again() {
    let finish = |making: &mut crate::Backup<'_, _, _>| loop {
        match now(making.next_chunk()) {
            Ok(Some(_)) => {}
            Ok(None) => return Ok(()),
            Err(error) => return Err(error),
        }
    };
    let (home, world, phone) = full_phone(1);
    let mut making = now(phone.backup()).unwrap();
    log_many(&phone, &world, 300);
    assert!(now(phone.pack()).unwrap());
    assert_eq!(finish(&mut making), Err(BackupError::Changed));
    let mut making = now(phone.backup()).unwrap();
    now(phone.erase(all(&phone)[0].id)).unwrap();
    assert_eq!(finish(&mut making), Err(BackupError::Changed));
    let mut making = now(phone.backup()).unwrap();
    let (list, renewed) = (phone.lists()[0].0, meetings::held(9, 2, 3));
    now(phone.renew_list(list, renewed, meetings::pages(&phone, list, &renewed))).unwrap();
    assert_eq!(finish(&mut making), Err(BackupError::Changed));
    assert_eq!(inside(&backup(&open(&home, &world))).unreadable, 0);
}

#[test]
fn damaged_rows_are_counted_and_everything_else_is_in_the_backup() {
    let (home, world, phone) = full_phone(1);
    let whole = records(&phone);
    let tail = rows(&home, Area::Tail).remove(3);
    let leaf = rows(&home, Area::Leaves).remove(1);
    let page = rows(&home, Area::Leaves).into_iter().find(|row| row.key.len() > 4).unwrap();
    for (area, row) in [(Area::Tail, &tail), (Area::Leaves, &leaf), (Area::Leaves, &page)] {
        assert!(home.damage(area, &row.key, |bytes| bytes[70] ^= 1));
    }
    let phone = open(&home, &world);
    let chunks = backup(&phone);
    let told = inside(&chunks);
    assert_eq!((told.unreadable, told.pages), (3, 4));
    assert_eq!(now(phone.backup()).unwrap().about().counts.unreadable, 3);
    let there = records_in(&chunks);
    assert!(there.len() > 50 && there.len() < whole.len());
    assert!(
        there.iter().all(|(id, versions)| {
            versions.history().all(|version| whole[id].history().any(|known| known == version))
        })
    );
}

#[test]
fn a_backup_that_is_cut_exchanged_damaged_or_newer_is_refused_before_anything_is_written() {
    let (_, _, old) = full_phone(1);
    let chunks = backup(&old);
    for length in 0..chunks.len() {
        assert_eq!(check_backup(&chunks[..length]).err(), Some(StreamError::Cut));
    }
    let mut other = chunks.clone();
    other.swap(1, 2);
    assert!(check_backup(&other).is_err() || records_in(&other) == records_in(&chunks));
    other.swap(0, 1);
    assert_eq!(check_backup(&other).err(), Some(StreamError::OutOfOrder));
    let mut newer = chunks.clone();
    newer[0][5] = 2;
    assert_eq!(check_backup(&newer).err(), Some(StreamError::Newer(2)));
    let mut check = BackupCheck::new();
    assert_eq!(check.take(&chunks[0][1..]), Err(StreamError::Broken));
    // What comes after the check is not what was checked: a backup of another moment.
    let (home, world, new) = another_phone(2);
    let before = home.rows();
    let checked = check_backup(&chunks).unwrap();
    log_newer(&old);
    let later = backup(&old);
    assert_eq!(now(new.merge_in(&checked).take(&later[0])), Err(StreamError::OutOfOrder.into()));
    assert_eq!(now(new.merge_in(&checked).take(&later[1])), Err(StreamError::OutOfOrder.into()));
    assert_eq!(now(new.merge_in(&checked).finish()), Err(StreamError::Cut.into()));
    assert!(home.rows() == before && all(&open(&home, &world)).is_empty());
}

#[test]
fn a_screen_is_told_how_much_there_is() {
    let (home, _, phone) = full_phone(1);
    let told = now(phone.backup_summary()).unwrap();
    let live = records(&phone).values().filter(|versions| versions.state() != RecordState::Erased).count();
    assert_eq!(told.records, live as u64);
    let sealed: usize =
        [Area::Tail, Area::Leaves].iter().flat_map(|area| rows(&home, *area)).map(|row| row.bytes.len()).sum();
    assert_eq!(told.bytes, sealed as u64);
    // What was counted in a leaf and is erased in the tail.
    let id = all(&phone).pop().unwrap().id;
    now(phone.write_on(id, |versions, _| Ok(crate::journal::write::Draft::on(id, versions, sync::Change::Erase))))
        .unwrap();
    assert_eq!(now(phone.backup_summary()).unwrap().records, told.records - 1);
    let (_, _, new) = new_phone();
    assert_eq!(now(new.backup_summary()).unwrap(), crate::BackupSummary { records: 0, bytes: 0 });
}

#[test]
fn the_chunks_are_plain_so_nobody_may_write_them_as_they_are() {
    let (_, _, phone) = full_phone(1);
    let all = backup(&phone).concat();
    for word in WORDS {
        assert!(all.windows(word.len()).any(|part| part == word.as_bytes()), "{word} is what a backup is for");
    }
}

#[test]
fn a_week_that_was_planned_takes_place_on_the_new_phone_too() {
    let (_, _, old) = full_phone(1);
    let (_, world, new) = another_phone(2);
    take_in(&new, &backup(&old)).unwrap();
    let both = [&old, &new].map(|phone| week::week(phone, "2026-11-23", "2026-11-29"));
    assert!(!both[0].is_empty());
    assert_eq!(both[0], both[1]);
    // And it goes on there: what is changed on the new phone comes after everything the old one wrote.
    world.wait(-100 * super::world::DAY_MS);
    let id = all(&new)[0].id;
    now(new.edit_craving(id, note("on the new phone"))).unwrap();
    assert_eq!(craving(&now(new.entry(id)).unwrap()).note().unwrap().as_str(), "on the new phone");
}
