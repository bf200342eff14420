//! What somebody prepares for a hard hour: the plan, the reasons, lists of their own, medication, and marks on entries.

use chrono::{Days, NaiveDate};
use domain::medication::{DoseSlot, DoseTold, Medication, Schedule};
use domain::sober::SoberStart;
use domain::{
    Capped, CheckInEdit, Checklist, ChecklistId, ChecklistUse, CravingEdit, EditError, EntryMark, KnownTrigger, Label,
    Line, MOST_CHECKLISTS, Mood, Photo, PlanEdit, PlanPart, Rating, Repeats, Risk, Trigger, Weekdays,
};

use super::world::{DAY_MS, Phone, intensity, log_many, new_phone, now, open};
use crate::{ReasonWith, SaveError};

fn line(words: &str) -> Line {
    Line::new(words).unwrap()
}

fn today(phone: &Phone) -> NaiveDate {
    phone.now().day()
}

fn list(name: &str) -> Checklist {
    let steps = vec![line("Water first"), line("Call Nan")];
    Checklist::new(Label::new(name).unwrap(), ChecklistUse::Routine, steps, Repeats::default()).unwrap()
}

fn only_list(phone: &Phone) -> ChecklistId {
    phone.checklists().first().unwrap().0
}

fn pill(phone: &Phone) -> Medication {
    Medication::new(Label::new("The strip").unwrap(), None, Schedule::AsNeeded, today(phone))
}

#[test]
fn the_plan_is_there_line_by_line_and_undo_takes_the_last_line_back() {
    let (home, world, phone) = new_phone();
    assert!(!phone.has_safety_plan());
    now(phone.change_plan(PlanEdit::Add(PlanPart::Signs, line("I stop answering")))).unwrap();
    let undo = now(phone.change_plan(PlanEdit::Add(PlanPart::Call, line("Nan")))).unwrap();
    let other_tab = open(&home, &world);
    assert!(other_tab.has_safety_plan() && other_tab.safety_plan().part(PlanPart::Call).count() == 1);
    now(other_tab.undo(undo)).unwrap();
    let phone = open(&home, &world);
    assert_eq!(phone.safety_plan().part(PlanPart::Call).count(), 0);
    assert_eq!(phone.safety_plan().part(PlanPart::Signs).count(), 1);
}

#[test]
fn a_reason_with_a_picture_comes_and_goes_as_one() {
    let (_, _, phone) = new_phone();
    let picture = || Photo::new(vec![0xFF, 0xD8, 0xFF, 1]);
    now(phone.add_reason(Some(line("Ana")), picture().map(ReasonWith::Photo))).unwrap();
    let (id, reason) = phone.reasons().first().cloned().unwrap();
    let photo = reason.photo().unwrap();
    assert!(now(phone.photo(photo)).unwrap() == picture());
    assert!(reason.words() == Some(&line("Ana")));
    let undo = now(phone.delete_reason(id)).unwrap();
    assert!(phone.reasons().is_empty() && now(phone.photo(photo)).unwrap().is_none());
    now(phone.undo(undo)).unwrap();
    assert!(phone.reasons().len() == 1 && now(phone.photo(photo)).unwrap() == picture());
    // Without its picture it would say nothing.
    assert_eq!(now(phone.add_reason(None, None)).err(), Some(SaveError::Gone));
    assert_eq!(phone.reasons().len(), 1);
}

#[test]
fn a_reason_in_ones_own_voice_is_kept_said_in_words_and_goes_as_a_whole() {
    let (home, world, phone) = new_phone();
    let voice = || domain::Recording::new(b"OggS and a minute of sound".to_vec());
    now(phone.add_reason(None, voice().map(ReasonWith::Recording))).unwrap();
    let (id, reason) = phone.reasons().first().cloned().unwrap();
    let recording = reason.recording().unwrap();
    now(phone.reword_reason(id, Some(line("What I told Ana")))).unwrap();
    let phone = open(&home, &world);
    assert!(now(phone.recording(recording)).unwrap() == voice());
    let said = || phone.reasons().first().and_then(|(_, reason)| reason.words().cloned());
    assert!(said() == Some(line("What I told Ana")));
    now(phone.reword_reason(id, None)).unwrap();
    assert!(said().is_none() && phone.reasons().len() == 1);
    let undo = now(phone.delete_reason(id)).unwrap();
    assert!(now(phone.recording(recording)).unwrap().is_none());
    now(phone.undo(undo)).unwrap();
    assert!(now(phone.recording(recording)).unwrap() == voice());
    // Words alone cannot be taken away: then there would be no reason.
    now(phone.add_reason(Some(line("Sleep")), None)).unwrap();
    let words = phone.reasons().into_iter().find(|(_, reason)| reason.words().is_some()).unwrap().0;
    assert_eq!(now(phone.reword_reason(words, None)).err(), Some(SaveError::Gone));
    assert_eq!(phone.reasons().len(), 2);
}

#[test]
fn a_list_is_ticked_for_its_day_also_from_two_tabs_and_the_next_day_begins_anew() {
    let (home, world, phone) = new_phone();
    now(phone.save_checklist(None, list("Morning"))).unwrap();
    let (id, day) = (only_list(&phone), today(&phone));
    let other_tab = open(&home, &world);
    now(phone.tick_step(id, day, &line("Water first"), true)).unwrap();
    now(other_tab.tick_step(id, day, &line("Call Nan"), true)).unwrap();
    assert_eq!(now(other_tab.ticks(id, day)).unwrap().unwrap().done_of(&list("Morning")), 2);
    let phone = open(&home, &world);
    assert!(now(phone.ticks(id, day + Days::new(1))).unwrap().is_none());
    now(phone.delete_checklist(id)).unwrap();
    assert_eq!(now(phone.tick_step(id, day, &line("Call Nan"), false)).err(), Some(SaveError::Gone));
    let told = now(phone.ticks_between(day, day)).unwrap();
    assert_eq!(told.first().unwrap().name().as_str(), "Morning");
}

#[test]
fn one_list_more_than_fits_is_refused_and_the_others_stay() {
    let (_, _, phone) = new_phone();
    for number in 0..MOST_CHECKLISTS {
        now(phone.save_checklist(None, list(&format!("List {number}")))).unwrap();
    }
    let refused = EditError::TooMany { what: Capped::Checklists, limit: MOST_CHECKLISTS };
    assert_eq!(now(phone.save_checklist(None, list("One more"))).err(), Some(SaveError::Edit(refused)));
    assert_eq!(phone.checklists().len(), MOST_CHECKLISTS);
    now(phone.save_checklist(Some(only_list(&phone)), list("Another name"))).unwrap();
}

#[test]
fn what_became_of_a_dose_is_told_changed_and_taken_back_years_later_too() {
    let (home, world, phone) = new_phone();
    let every_day = Schedule::at_times(Weekdays::EVERY_DAY, vec![domain::StartTime::MIDNIGHT]).unwrap();
    let medication = Medication::new(Label::new("The strip").unwrap(), None, every_day, today(&phone));
    now(phone.save_medication(None, medication.clone())).unwrap();
    let id = phone.medications().first().unwrap().0;
    let day = today(&phone);
    let slot = *medication.schedule().on(day).first().unwrap();
    now(phone.tell_dose(id, slot, Some(DoseTold::Skipped), Some(line("ran out")))).unwrap();
    log_many(&phone, &world, 300);
    world.wait(400 * DAY_MS);
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    let doses = now(phone.doses(day, day)).unwrap();
    assert!(doses.first().unwrap().reason() == Some(&line("ran out")));
    now(phone.tell_dose(id, slot, Some(DoseTold::Taken), None)).unwrap();
    assert_eq!(now(phone.doses(day, day)).unwrap().first().unwrap().told(), Some(DoseTold::Taken));
    now(phone.tell_dose(id, slot, None, None)).unwrap();
    assert!(now(phone.doses(day, day)).unwrap().is_empty());
}

#[test]
fn medication_never_changes_sober_time_whatever_is_told_about_it() {
    let (_, world, phone) = new_phone();
    let start = SoberStart::new(today(&phone) - Days::new(40), None, today(&phone)).unwrap();
    now(phone.save_sober_start(None, start)).unwrap();
    let before = phone.sober_time(today(&phone));
    now(phone.save_medication(None, pill(&phone))).unwrap();
    let id = phone.medications().first().unwrap().0;
    for (back, told) in (0..30).zip(DoseTold::ALL.iter().copied().cycle()) {
        let slot = DoseSlot { day: today(&phone) - Days::new(back), at: None };
        now(phone.tell_dose(id, slot, Some(told), None)).unwrap();
    }
    assert!(phone.sober_time(today(&phone)) == before);
    let undo = now(phone.delete_medication(id)).unwrap();
    now(phone.undo(undo)).unwrap();
    world.wait(DAY_MS);
    assert!(phone.sober_time(today(&phone)).is_some_and(|told| told.first().unwrap().time.current.days == 41));
}

#[test]
fn marking_an_entry_changes_nothing_of_it_and_what_is_to_be_talked_about_is_found() {
    let (home, world, phone) = new_phone();
    let logged = now(phone.log_craving(intensity(7), None)).unwrap();
    let at = phone.now();
    let before = now(phone.entry(logged.id)).unwrap();
    now(phone.mark_entry(logged.id, &at, EntryMark::TalkAbout, true)).unwrap();
    now(phone.mark_entry(logged.id, &at, EntryMark::Private, true)).unwrap();
    assert_eq!(now(phone.entry(logged.id)).unwrap(), before);
    log_many(&phone, &world, 300);
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    let marks = now(phone.marks(logged.id)).unwrap().unwrap();
    assert!(marks.talk_about() && marks.is_private(false));
    let to_talk_about = || now(phone.to_talk_about(at.utc_ms())).unwrap();
    assert_eq!(to_talk_about().iter().map(|entry| entry.id).collect::<Vec<_>>(), [logged.id]);
    assert!(now(phone.to_talk_about(at.utc_ms() + 1)).unwrap().is_empty());
    let undo = now(phone.delete(logged.id)).unwrap();
    assert!(to_talk_about().is_empty());
    now(phone.undo(undo)).unwrap();
    now(phone.mark_entry(logged.id, &at, EntryMark::TalkAbout, false)).unwrap();
    assert!(to_talk_about().is_empty());
    assert_eq!(now(phone.list(None, 400)).unwrap().entries.len(), 301);
}

#[test]
fn a_trigger_is_sorted_and_sorted_again_and_undo_puts_it_back() {
    let (home, world, phone) = new_phone();
    let bored: Trigger = KnownTrigger::Bored.into();
    now(phone.place_trigger(&bored, Some(Risk::Care))).unwrap();
    let undo = now(phone.place_trigger(&bored, Some(Risk::Never))).unwrap();
    assert_eq!(open(&home, &world).trigger_chart().risk_of(&bored), Some(Risk::Never));
    now(phone.undo(undo)).unwrap();
    assert_eq!(phone.trigger_chart().risk_of(&bored), Some(Risk::Care));
}

#[test]
fn what_was_done_over_years_is_counted_and_nothing_that_was_deleted() {
    let (home, world, phone) = new_phone();
    let mut last = None;
    for _ in 0..3 {
        let logged = now(phone.log_craving(intensity(8), None)).unwrap();
        let after = Rating { intensity: intensity(3), at_utc_ms: phone.now().utc_ms() };
        now(phone.edit_craving(logged.id, CravingEdit::RateAgain(Some(after)))).unwrap();
        now(phone.answer_check_in(today(&phone), CheckInEdit::SetMood(Some(Mood::Good)))).unwrap();
        last = Some(logged.id);
        log_many(&phone, &world, 150);
        world.wait(200 * DAY_MS);
        while now(phone.pack()).unwrap() {}
    }
    now(phone.delete(last.unwrap())).unwrap();
    let phone = open(&home, &world);
    let told = now(phone.milestones()).unwrap();
    assert_eq!((told.cravings_passed, told.weeks_told, told.calls, told.came_back), (2, 3, 0, 0));
}
