//! Taking a backup into a phone that is in use: nothing is lost, nothing that is gone comes back, and whatever fails can be done again.

use domain::{CheckInEdit, DayUse, LapseEdit, Line, Moment, Mood, PersonEdit, SettingsEdit, Template, Zone};
use storage::{Area, StoreError};
use sync::{Clock, RecordState, Versions};

use super::full::{assert_in_order, backup, day, full_phone, log_newer, records, rows, take_in};
use super::world::{
    DAY_MS, Phone, START_MS, all, another_phone, craving, intensity, log_many, new_phone, note, now, numbers, open,
};
use super::{meetings, people, week};
use crate::{MergeError, ReadError, SaveError};

/// A phone on which all of this was taken in.
fn phone_with(number: u64, backups: &[&[Vec<u8>]]) -> (storage::Memory, super::world::World, Phone) {
    let (home, world, phone) = another_phone(number);
    for chunks in backups {
        take_in(&phone, chunks).unwrap();
    }
    (home, world, phone)
}

#[test]
fn what_was_deleted_after_the_backup_stays_deleted_unless_it_was_changed_later() {
    let (_, world, phone) = new_phone();
    let [kept, changed, erased] = [1, 2, 3].map(|value| now(phone.log_craving(intensity(value), None)).unwrap().id);
    now(phone.edit_craving(erased, note("nobody may read this again"))).unwrap();
    let before = backup(&phone);
    let (_, other_world, other) = phone_with(2, &[&before]);
    now(phone.delete(kept)).unwrap();
    now(phone.delete(changed)).unwrap();
    now(phone.erase(erased)).unwrap();
    take_in(&phone, &before).unwrap();
    assert!(all(&phone).is_empty());
    assert_eq!(now(phone.versions(erased)).unwrap().iter().filter(|version| version.what.is_some()).count(), 0);
    // On the other phone it was changed later than it was deleted here.
    other_world.wait(DAY_MS);
    now(other.edit_craving(changed, note("after all"))).unwrap();
    now(other.edit_craving(erased, note("erased is erased"))).unwrap();
    take_in(&phone, &backup(&other)).unwrap();
    assert_eq!(numbers(&phone), [2]);
    assert_eq!(craving(&all(&phone)[0]).note().unwrap().as_str(), "after all");
    // What was erased takes its bytes along there too.
    take_in(&other, &backup(&phone)).unwrap();
    assert_eq!(records(&other), records(&phone));
    assert_eq!(records(&other)[&erased].state(), RecordState::Erased);
    let _ = world;
}

#[test]
fn two_phones_that_take_each_other_in_hold_the_same() {
    let ((_, _, one), (_, two_world, two)) = (full_phone(1), full_phone(2));
    now(one.answer_check_in(day("2026-11-22"), CheckInEdit::SetMood(Some(Mood::ALL[2])))).unwrap();
    two_world.wait(-10);
    now(two.answer_check_in(day("2026-11-22"), CheckInEdit::SetUsed(Some(DayUse::Nothing)))).unwrap();
    // Both told about Saturday and about today, and a day has one check-in.
    let expected = all(&one).len() + all(&two).len() - 2;
    let (from_one, from_two) = (backup(&one), backup(&two));
    let (one_home, one_world, both) = phone_with(3, &[&from_one, &from_two]);
    let (other_home, other_world, other) = phone_with(4, &[&from_two, &from_one]);
    take_in(&one, &from_two).unwrap();
    take_in(&two, &from_one).unwrap();
    for phone in [&two, &both, &other] {
        assert_eq!(records(phone), records(&one));
        assert_eq!(all(phone), all(&one));
        assert_eq!((phone.people(), phone.lists()), (one.people(), one.lists()));
    }
    assert_eq!(all(&one).len(), expected);
    assert_in_order(&one_home, &one_world);
    assert_in_order(&other_home, &other_world);
}

#[test]
fn a_phone_that_fails_after_any_number_of_writes_lost_nothing_and_can_do_it_again() {
    let (_, _, old) = full_phone(1);
    let chunks = backup(&old);
    let (used, world, phone) = full_phone(2);
    let before = records(&phone);
    let reference = {
        let phone = open(&used.copy(), &world);
        take_in(&phone, &chunks).unwrap();
        records(&phone)
    };
    for failing in 1.. {
        let home = used.copy();
        let phone = open(&home, &world);
        let _ = home.clone().failing_at(failing, StoreError::Full);
        let answer = take_in(&phone, &chunks);
        if answer.is_ok() {
            assert!(failing > 6);
            break;
        }
        assert_eq!(answer, Err(MergeError::Save(SaveError::Store(StoreError::Full))));
        for phone in [&phone, &open(&home, &world)] {
            let there = records(phone);
            let keeps = |versions: &Versions, now: &Versions| {
                now.history().count() >= versions.history().count() && (now == versions || now.history().count() > 1)
            };
            assert!(before.iter().all(|(id, versions)| keeps(versions, &there[id])), "after {failing} writes");
            assert!(there.iter().all(|(id, _)| reference.contains_key(id)));
        }
        assert_in_order(&home, &world);
        take_in(&open(&home, &world), &chunks).unwrap();
        assert_eq!(records(&open(&home, &world)), reference, "after {failing} writes");
        now(phone.refresh()).unwrap();
        assert_eq!(all(&phone), all(&open(&home, &world)));
        assert_in_order(&home, &world);
    }
}

#[test]
fn an_entry_that_lies_in_the_tail_here_and_was_deleted_there_is_not_shown() {
    let (_, world, phone) = new_phone();
    let [gone, moved] = [1, 2].map(|value| now(phone.log_craving(intensity(value), None)).unwrap().id);
    let (_, other_world, other) = phone_with(2, &[&backup(&phone)]);
    other_world.wait(DAY_MS);
    now(other.delete(gone)).unwrap();
    let earlier = Moment::of_device(START_MS - 30 * DAY_MS, -360, Zone::utc());
    now(other.edit_craving(moved, domain::CravingEdit::SetOccurredAt(earlier.clone()))).unwrap();
    log_many(&phone, &world, 100);
    take_in(&phone, &backup(&other)).unwrap();
    assert!(all(&phone).iter().all(|entry| entry.id != gone));
    let places: Vec<i64> = all(&phone).iter().filter(|entry| entry.id == moved).map(|entry| entry.at_utc_ms).collect();
    assert_eq!(places, [earlier.utc_ms()]);
    assert_eq!(now(phone.entry(gone)).err(), Some(ReadError::Gone));
}

#[test]
fn sober_time_and_help_now_are_what_they_would_be_if_all_had_been_told_here() {
    let deeds = |phone: &Phone| {
        let lapse = now(phone.tell_lapse(Some(day("2026-11-19")))).unwrap().id;
        let edit = LapseEdit::SetAmount(Line::new("one glass").ok());
        now(phone.edit_lapse(lapse, edit)).unwrap();
        now(phone.answer_check_in(day("2026-11-21"), CheckInEdit::SetUsed(Some(DayUse::Something)))).unwrap();
        let nadine = people::add(phone, "Nadine");
        people::choose(phone, nadine, true);
    };
    let (direct_home, direct_world, direct) = new_phone();
    deeds(&direct);
    let (_, _, old) = another_phone(2);
    deeds(&old);
    let (home, world, new) = phone_with(3, &[&backup(&old)]);
    let days = |phone: &Phone| {
        let mut days = phone.inside.borrow().used.as_ref().unwrap().days();
        days.sort_by_key(|used| used.day);
        days
    };
    assert_eq!((days(&new), days(&open(&home, &world))), (days(&direct), days(&direct)));
    assert_eq!(people::locked(&home), people::locked(&direct_home));
    // Somebody who is no longer chosen there is not shown here either.
    let nadine = old.people()[0].0;
    now(old.edit_person(nadine, vec![PersonEdit::SetWhenLocked(false)])).unwrap();
    now(old.answer_check_in(day("2026-11-21"), CheckInEdit::SetUsed(None))).unwrap();
    take_in(&new, &backup(&old)).unwrap();
    assert_eq!((people::locked(&home).len(), days(&new).len()), (0, 1));
    assert_in_order(&home, &world);
    assert_in_order(&direct_home, &direct_world);
}

#[test]
fn what_a_damaged_phone_lost_comes_back_and_its_damaged_rows_are_kept() {
    let (home, world, phone) = full_phone(1);
    let (whole, chunks) = (records(&phone), backup(&phone));
    let leaves: Vec<_> = rows(&home, Area::Leaves).into_iter().filter(|row| row.key.len() == 4).collect();
    assert_eq!(leaves.len(), 3);
    for row in &leaves {
        assert!(home.damage(Area::Leaves, &row.key, |bytes| bytes[90] ^= 1));
    }
    let damaged = rows(&home, Area::Leaves);
    let phone = open(&home, &world);
    assert!(phone.people().is_empty() && all(&phone).len() < 100);
    take_in(&phone, &chunks).unwrap();
    for phone in [phone, open(&home, &world)] {
        let there = records(&phone);
        assert!(whole == there);
        assert_eq!(phone.people().len(), 2);
        assert_eq!(phone.inside.borrow().directory.lost.len(), 3);
    }
    let still = rows(&home, Area::Leaves);
    assert!(damaged.iter().all(|old| still.iter().any(|row| row.bytes == old.bytes)));
    log_many(&open(&home, &world), &world, 400);
    while now(open(&home, &world).pack()).unwrap() {}
    assert!(damaged.iter().all(|old| rows(&home, Area::Leaves).iter().any(|row| row.bytes == old.bytes)));
}

#[test]
fn a_damaged_row_in_the_tail_is_left_where_it_is() {
    let (home, world, phone) = full_phone(1);
    let chunks = backup(&phone);
    let row = rows(&home, Area::Tail).remove(5);
    assert!(home.damage(Area::Tail, &row.key, |bytes| bytes[80] ^= 1));
    let phone = open(&home, &world);
    take_in(&phone, &chunks).unwrap();
    assert!(rows(&home, Area::Tail).iter().any(|there| there.key == row.key));
    assert_eq!(records(&phone).len(), super::full::records_in(&chunks).len());
}

#[test]
fn of_two_readings_of_a_list_the_later_one_stays_with_its_pages() {
    let (_, old_world, old) = another_phone(1);
    let list = meetings::add(&old, meetings::held(1, 3, 4));
    let first = backup(&old);
    let (home, world, new) = phone_with(2, &[&first]);
    assert_eq!(meetings::rows(&home), 7);
    old_world.wait(DAY_MS);
    let renewed = meetings::held(2, 1, 2);
    now(old.renew_list(list, renewed, meetings::pages(&old, list, &renewed))).unwrap();
    let second = backup(&old);
    take_in(&new, &second).unwrap();
    assert_eq!((meetings::rows(&home), meetings::texts(&new)), (3, meetings::texts(&old)));
    // The older reading brings nothing back, and a lost page comes with the next one.
    take_in(&new, &first).unwrap();
    let page = rows(&home, Area::Leaves).into_iter().find(|row| row.key.len() > 4).unwrap();
    assert!(home.damage(Area::Leaves, &page.key, |bytes| bytes[80] ^= 1));
    take_in(&new, &second).unwrap();
    assert_eq!(meetings::texts(&open(&home, &world)), meetings::texts(&old));
    now(old.delete_list(list)).unwrap();
    take_in(&new, &backup(&old)).unwrap();
    assert_eq!((meetings::rows(&home), new.lists().len()), (0, 0));
    take_in(&new, &second).unwrap();
    assert_eq!((meetings::rows(&home), open(&home, &world).lists().len()), (0, 0));
}

#[test]
fn a_clock_that_was_a_year_ahead_does_not_carry_ours_along_but_an_hour_does() {
    let year = 365 * DAY_MS;
    for (ahead, carried) in [(year, false), (DAY_MS / 24, true)] {
        let (_, other_world, other) = another_phone(2);
        other_world.wait(ahead);
        let id = now(other.log_craving(intensity(5), None)).unwrap().id;
        let (home, world, phone) = phone_with(1, &[&backup(&other)]);
        let clock = |phone: &Phone| phone.inside.borrow().head.clock;
        assert_eq!(clock(&phone) > Clock::START.tick(START_MS + ahead - 1), carried);
        assert_eq!(clock(&open(&home, &world)), clock(&phone));
        // Whatever the clocks are: what is changed here is what holds.
        now(phone.edit_craving(id, note("changed here"))).unwrap();
        assert!(craving(&now(phone.entry(id)).unwrap()).note().is_some());
        take_in(&phone, &backup(&other)).unwrap();
        assert!(craving(&now(phone.entry(id)).unwrap()).note().is_some());
    }
}

#[test]
fn counters_of_others_stay_theirs_and_a_phone_that_was_set_back_takes_a_new_name() {
    let (_, world, old) = another_phone(2);
    log_many(&old, &world, 5);
    let (_, _, new) = phone_with(1, &[&backup(&old)]);
    let theirs = old.inside.borrow().head.device;
    let before = new.inside.borrow().head;
    assert!(before.device != theirs && before.counter == 0);
    let all_theirs = records(&new);
    assert!(all_theirs.values().all(|versions| versions.winner().stamp.device == theirs));
    let mut counters: Vec<u64> = all_theirs.values().map(|versions| versions.winner().counter).collect();
    counters.sort_unstable();
    assert_eq!(counters, [1, 2, 3, 4, 5]);
    // A copy of the rows from before the last two entries, as a phone has that was set back.
    let (home, world, phone) = another_phone(3);
    log_many(&phone, &world, 3);
    let name = phone.inside.borrow().head.device;
    let earlier = home.copy();
    log_many(&phone, &world, 2);
    let later = backup(&phone);
    let phone = open(&earlier, &world);
    assert_eq!(numbers(&phone).len(), 3);
    take_in(&phone, &later).unwrap();
    assert!(phone.inside.borrow().head.device != name);
    log_many(&phone, &world, 2);
    let mut numbers: Vec<_> = records(&phone)
        .values()
        .flat_map(|versions| versions.history().map(|one| (one.stamp.device, one.counter)).collect::<Vec<_>>())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 7, "no two operations have one number");
}

#[test]
fn another_tab_that_writes_and_packs_meanwhile_loses_nothing() {
    let (_, _, old) = full_phone(1);
    let chunks = backup(&old);
    let (home, world, phone) = another_phone(2);
    let other_tab = open(&home, &world);
    let checked = crate::check_backup(&chunks).unwrap();
    let mut merging = phone.merge_in(&checked);
    let mut logged = 0;
    for chunk in &chunks {
        log_many(&other_tab, &world, 90);
        now(other_tab.pack()).unwrap();
        logged += 90;
        now(merging.take(chunk)).unwrap();
    }
    now(merging.finish()).unwrap();
    now(other_tab.refresh()).unwrap();
    now(phone.refresh()).unwrap();
    assert_eq!(all(&phone).len(), all(&old).len() + logged);
    assert_eq!(all(&phone), all(&other_tab));
    assert_in_order(&home, &world);
}

#[test]
fn what_a_newer_app_wrote_is_kept_byte_for_byte_also_where_it_changed_what_this_one_knows() {
    let (_, _, old) = another_phone(1);
    let id = log_newer(&old);
    now(old.change_settings(SettingsEdit::SetWelcomed(true))).unwrap();
    let (home, world, new) = phone_with(2, &[&backup(&old)]);
    assert_eq!(records(&new), records(&old));
    assert!(all(&open(&home, &world)).iter().any(|entry| entry.id == id && entry.what == crate::What::Newer));
    week::save(&new, Template::ALL[0]);
    assert_eq!(records(&new)[&id], records(&old)[&id]);
}
