//! Everything in one place: what was done stands in the log beside what was logged, with what the person said about it.

use domain::medication::{DoseTold, Medication, Schedule};
use domain::strategy::{OwnStrategy, RunEdit, StrategyKey};
use domain::{
    Attendance, Checklist, ChecklistUse, EntryMark, Label, Line, Person, Photo, Prompt, Repeats, Role, Template,
    VisitEdit,
};

use super::week::{attended, save, week};
use super::world::{DAY_MS, Phone, intensity, log_many, new_phone, now, open};
use crate::{DeletedWhat, Done, Entry, Marked, Named, Only, ReasonWith, What};

fn label(words: &str) -> Label {
    Label::new(words).unwrap()
}

fn line(words: &str) -> Line {
    Line::new(words).unwrap()
}

fn shown(phone: &Phone, only: Only) -> Vec<Entry> {
    now(phone.list_only(None, 50, only)).unwrap().entries
}

/// A run, a session, a dose and a list, each told about once.
fn a_full_day(phone: &Phone) {
    let run = now(phone.begin_strategy(StrategyKey::new("delay-15").unwrap(), label("Wait"))).unwrap().id;
    now(phone.edit_run(run, RunEdit::Tick(0, true))).unwrap();
    save(phone, Template::ThreeEvenings);
    let monday = week(phone, "2026-11-23", "2026-11-29").first().unwrap().occurrence.clone();
    now(phone.tell(&monday, attended(Attendance::Attended))).unwrap();
    let pill = Medication::new(label("The strip"), None, Schedule::AsNeeded, phone.now().day());
    now(phone.save_medication(None, pill)).unwrap();
    let slot = domain::medication::DoseSlot { day: phone.now().day(), at: None };
    let id = phone.medications().first().unwrap().0;
    now(phone.tell_dose(id, slot, Some(DoseTold::Taken), None)).unwrap();
    let list =
        Checklist::new(label("Morning"), ChecklistUse::Routine, vec![line("Water")], Repeats::default()).unwrap();
    now(phone.save_checklist(None, list)).unwrap();
    let id = phone.checklists().first().unwrap().0;
    now(phone.tick_step(id, phone.now().day(), &line("Water"), true)).unwrap();
}

#[test]
fn what_was_done_stands_in_the_log_each_kind_by_itself_and_survives_packing() {
    let (home, world, phone) = new_phone();
    a_full_day(&phone);
    log_many(&phone, &world, 600);
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    let count = |only: Only| shown(&phone, only).len();
    assert_eq!([Only::Coping, Only::Sessions, Only::Medication, Only::Lists].map(count), [1, 1, 1, 1]);
    assert_eq!([Only::All, Only::Cravings, Only::Lapses].map(count), [50, 50, 0]);
    // The first screen asks for what was logged by itself, and is not crowded by the rest.
    let logged = now(phone.list(None, 1000)).unwrap().entries;
    assert!(logged.len() == 600 && logged.iter().all(|entry| entry.what.craving().is_some()));
}

#[test]
fn what_says_nothing_is_not_in_the_log() {
    let (_, _, phone) = new_phone();
    a_full_day(&phone);
    assert_eq!(shown(&phone, Only::All).len(), 4);
    now(phone.begin_strategy(StrategyKey::new("delay-15").unwrap(), label("Only looked at"))).unwrap();
    let wednesday = week(&phone, "2026-11-25", "2026-11-29").first().unwrap().occurrence.clone();
    let answer = domain::Note::new("The weekend").ok();
    now(phone.tell(&wednesday, VisitEdit::Prepare(Prompt::Hard, answer))).unwrap();
    let list = phone.checklists().first().unwrap().0;
    now(phone.tick_step(list, phone.now().day(), &line("Water"), false)).unwrap();
    let pill = phone.medications().first().unwrap().0;
    let slot = domain::medication::DoseSlot { day: phone.now().day(), at: None };
    now(phone.tell_dose(pill, slot, None, None)).unwrap();
    let kinds: Vec<bool> = shown(&phone, Only::All)
        .iter()
        .map(|entry| matches!(entry.what, What::Done(Done::Run(_) | Done::Visit(_))))
        .collect();
    assert_eq!(kinds, [true, true]);
}

#[test]
fn marks_are_seen_in_the_log_and_a_session_can_be_marked_too() {
    let (_, world, phone) = new_phone();
    a_full_day(&phone);
    let visit = shown(&phone, Only::Sessions).first().cloned().unwrap();
    let What::Done(done) = &visit.what else { panic!("not something done") };
    now(phone.mark_entry(visit.id, done.at(), EntryMark::TalkAbout, true)).unwrap();
    now(phone.tell_lapse(None)).unwrap();
    world.wait(DAY_MS);
    now(phone.log_craving(intensity(3), None)).unwrap();
    let marked = |only: Only| shown(&phone, only).first().map(|entry| entry.marked);
    assert_eq!(marked(Only::Sessions), Some(Marked { talk_about: true, private: false }));
    assert_eq!(marked(Only::Lapses), Some(Marked { talk_about: false, private: true }));
    assert_eq!(marked(Only::Cravings), Some(Marked::default()));
    let to_talk_about = now(phone.to_talk_about(0)).unwrap();
    assert!(to_talk_about.len() == 1 && to_talk_about.first().unwrap().id == visit.id);
}

#[test]
fn a_list_a_medicine_a_reason_and_a_person_are_found_again_among_what_was_deleted() {
    let (home, world, phone) = new_phone();
    a_full_day(&phone);
    now(phone.add_reason(Some(line("Ana")), Photo::new(vec![0xFF, 0xD8, 0xFF, 1]).map(ReasonWith::Photo))).unwrap();
    let person = Person::new(label("Nan"), Role::Sponsor);
    let nan = now(phone.add_people(vec![person])).unwrap().0[0];
    let own = OwnStrategy::new(label("Walk"), vec![line("Out of the door")], &[]).unwrap();
    now(phone.save_own_strategy(None, own)).unwrap();
    now(phone.delete_checklist(phone.checklists().first().unwrap().0)).unwrap();
    now(phone.delete_medication(phone.medications().first().unwrap().0)).unwrap();
    now(phone.delete_own_strategy(phone.own_strategies().first().unwrap().0)).unwrap();
    now(phone.delete_person(nan)).unwrap();
    let (reason, photo) = phone.reasons().first().map(|(id, reason)| (*id, reason.photo().unwrap())).unwrap();
    now(phone.delete_reason(reason)).unwrap();
    world.wait(DAY_MS);
    let phone = open(&home, &world);
    let deleted = now(phone.deleted()).unwrap();
    let mut names: Vec<(Named, Option<String>)> = Vec::new();
    for one in &deleted {
        if let DeletedWhat::Named(what, name) = &one.what {
            names.push((*what, name.clone()));
        }
    }
    let name = |what: Named, name: &str| (what, Some(name.to_owned()));
    for expected in [
        name(Named::Reason, "Ana"),
        name(Named::Person, "Nan"),
        name(Named::Strategy, "Walk"),
        name(Named::Medication, "The strip"),
        name(Named::Checklist, "Morning"),
    ] {
        assert!(names.contains(&expected), "{expected:?}");
    }
    for one in &deleted {
        now(phone.bring_back(one.id)).unwrap();
    }
    let phone = open(&home, &world);
    assert_eq!(
        (phone.checklists().len(), phone.medications().len(), phone.reasons().len(), phone.people().len()),
        (1, 1, 1, 1)
    );
    assert!(now(phone.photo(photo)).unwrap().is_some());
}
