//! A week on one page: logged tap by tap, and read from the journal as the counselor will see it.

use chrono::Days;
use domain::medication::{DoseSlot, DoseTold, Medication, Schedule};
use domain::strategy::{RunEdit, StrategyKey};
use domain::summary::{Block, Carries, Choice, Number, Period, Row, Sheet, Side, Summary, TopicAbout, TriedWhat};
use domain::{
    ActionKind, ActionTaken, Attendance, CheckInEdit, Confidence, CravingEdit, DayUse, EntryMark, KnownObstacle,
    KnownTrigger, Label, LapseEdit, Moment, Mood, Person, Rating, Role, Template, VisitEdit, day_from_field,
    from_field,
};
use storage::{Area, Batch, Store};

use super::week::{Chicago, attended, chicago, plan, save, week};
use super::world::{DAY_MS, Phone, intensity, log_many, new_phone, note, now, open};
use crate::journal::id::marks_id;
use crate::journal::rows::leaf_key;
use crate::{Clock, RecordId};

/// Monday to Sunday, the days before the story's own.
fn this_week() -> Period {
    Period::new(day_from_field("2026-11-16").unwrap(), day_from_field("2026-11-22").unwrap()).unwrap()
}

fn at(field: &str) -> Moment {
    Moment::said_at(from_field(field).unwrap(), -360, chicago()).unwrap()
}

fn everything() -> Choice {
    let all = Block::ALL.iter().fold(Choice::NOTHING, |choice, block| choice.with(*block, true));
    Carries::ALL.iter().fold(all, |choice, what| choice.carrying(*what, true))
}

fn page(phone: &Phone, choice: Choice) -> Summary {
    now(phone.summary(&Chicago, &chicago(), this_week(), choice)).unwrap()
}

fn craving(phone: &Phone, when: &str, strength: u8, edits: &[CravingEdit]) -> RecordId {
    let id = now(phone.log_craving(intensity(strength), None)).unwrap().id;
    for edit in [CravingEdit::SetOccurredAt(at(when))].iter().chain(edits) {
        now(phone.edit_craving(id, edit.clone())).unwrap();
    }
    id
}

fn tired() -> CravingEdit {
    CravingEdit::AddTrigger(KnownTrigger::Tired.into())
}

/// Monday, 16 November to Sunday the 22nd: a program of three evenings, nine cravings, two check-ins, a walk three times, a strip of
/// medication, a sponsor, a lapse. The first craving is to be talked about.
fn log_a_week(phone: &Phone) -> (RecordId, RecordId) {
    save(phone, Template::ThreeEvenings);
    let evenings = week(phone, "2026-11-16", "2026-11-22");
    now(phone.tell(&evenings[0].occurrence, attended(Attendance::Attended))).unwrap();
    now(phone.tell(&evenings[1].occurrence, attended(Attendance::Missed))).unwrap();
    now(phone.tell(&evenings[1].occurrence, VisitEdit::SetObstacle(Some(KnownObstacle::Ride.into())))).unwrap();

    let called = CravingEdit::AddAction(ActionTaken::new(ActionKind::CalledSomeone, phone.now().utc_ms()));
    let first = craving(phone, "2026-11-16T19:00", 8, &[tired(), called, note("after work")]);
    now(phone.mark_entry(first, &at("2026-11-16T19:00"), EntryMark::TalkAbout, true)).unwrap();
    for hour in 10..18 {
        craving(phone, &format!("2026-11-18T{hour}:00"), 4, &[tired()]);
    }
    craving(phone, "2026-11-12T09:00", 6, &[]);

    let day = |field: &str| day_from_field(field).unwrap();
    let told = [CheckInEdit::SetUsed(Some(DayUse::Nothing)), CheckInEdit::SetConfidence(Confidence::new(7).ok())];
    for edit in told {
        now(phone.answer_check_in(day("2026-11-16"), edit)).unwrap();
    }
    now(phone.answer_check_in(day("2026-11-20"), CheckInEdit::SetMood(Some(Mood::Okay)))).unwrap();

    for after in [5, 4, 3] {
        let walk = StrategyKey::new("walk").unwrap();
        let id = now(phone.begin_strategy(walk, Label::new("Walk").unwrap())).unwrap().id;
        now(phone.edit_run(id, RunEdit::RateBefore(Some(intensity(7))))).unwrap();
        let after = Rating { intensity: intensity(after), at_utc_ms: phone.now().utc_ms() };
        now(phone.edit_run(id, RunEdit::RateAfter(Some(after)))).unwrap();
    }

    let strip = Medication::new(Label::new("The strip").unwrap(), None, Schedule::AsNeeded, day("2026-11-01"));
    now(phone.save_medication(None, strip)).unwrap();
    let medication = phone.medications()[0].0;
    for (field, told) in [("2026-11-16", DoseTold::Taken), ("2026-11-17", DoseTold::Skipped)] {
        let slot = DoseSlot { day: day(field), at: None };
        now(phone.tell_dose(medication, slot, Some(told), None)).unwrap();
    }
    now(phone.add_people(vec![Person::new(Label::new("Sam").unwrap(), Role::Sponsor)])).unwrap();
    let lapse = now(phone.tell_lapse(Some(day("2026-11-19")))).unwrap().id;
    now(phone.edit_lapse(lapse, LapseEdit::SetAmount(None))).unwrap();
    (first, lapse)
}

fn check(sheet: &Sheet, lapses: u32) {
    let talk = sheet.talk.as_ref().unwrap();
    assert!(matches!(talk.topics.as_slice(), [one] if one.about == TopicAbout::Craving(intensity(8))));
    assert_eq!(talk.topics[0].note.as_ref().unwrap().line.as_str(), "after work");
    let change = sheet.change.unwrap();
    assert_eq!((change.now.cravings, change.now.intensity.unwrap().tenths, change.before.cravings), (9, 44, 1));
    assert_eq!((change.now.check_ins, change.now.held, change.now.attended, change.before.held), (2, 3, 1, 3));
    let heat = sheet.times.as_ref().and_then(|times| times.pattern.as_ref()).unwrap();
    assert_eq!((heat.days[0], heat.days[2], heat.hours[19]), ([0, 0, 0, 1], [0, 2, 6, 0], 1));
    let triggers = sheet.triggers.as_ref().unwrap();
    assert!(matches!(triggers.top.as_slice(), [(word, mean)] if *word == KnownTrigger::Tired.into() && mean.n == 9));
    let tried = &sheet.tried.as_ref().unwrap().lines;
    assert!(matches!(&tried[0].what, TriedWhat::Strategy(_, name) if name.as_str() == "Walk"));
    assert_eq!((tried[0].times, tried[0].before_after), (3, Some((70, 40))));
    assert!(tried[1].what == TriedWhat::Act(ActionKind::CalledSomeone) && tried[1].before_after.is_none());
    let used = sheet.used.as_ref().unwrap();
    assert_eq!((used.answers, used.days, used.lapses.as_ref().unwrap().n), ([1, 0, 0], lapses, lapses));
    let check_ins = sheet.check_ins.unwrap();
    assert_eq!((check_ins.n, check_ins.days, check_ins.confidence.unwrap().median_tenths), (2, 7, 70));
    let attendance = sheet.attendance.as_ref().unwrap();
    assert_eq!((attendance.told, attendance.not_told), ([1, 0, 1, 0, 0], 1));
    assert!(attendance.obstacles == [(KnownObstacle::Ride.into(), 1)]);
    let doses = &sheet.medication.as_ref().unwrap().lines;
    assert!(doses.len() == 1 && doses[0].name.as_str() == "The strip" && doses[0].told == [1, 0, 1]);
    let people = sheet.people.as_ref().unwrap();
    assert_eq!((people.called, people.roles[0].role, people.roles[0].n), (1, Role::Sponsor, 1));
    assert_eq!(people.roles[0].names[0].as_str(), "Sam");
}

#[test]
fn a_week_is_on_one_page_also_after_a_year_and_each_number_opens_to_its_entries() {
    let (home, world, phone) = new_phone();
    let (first, lapse) = log_a_week(&phone);
    let summary = page(&phone, everything());
    check(summary.sheet(), 0);
    assert!(summary.rows(Number::Topic(0)) == [Row::Entry(first.bytes())]);
    assert_eq!(summary.rows(Number::CravingsIn(Side::Now)).len(), 9);
    let missed = summary.rows(Number::Told(Attendance::Missed));
    assert!(missed == [Row::Session(week(&phone, "2026-11-17", "2026-11-17")[0].occurrence.key.clone())]);

    // The person says that the lapse is not private.
    now(phone.mark_entry(lapse, &at("2026-11-19T12:00"), EntryMark::Private, false)).unwrap();
    check(page(&phone, everything()).sheet(), 1);
    let usual = page(&phone, Choice::default());
    assert!(usual.sheet().used.is_none() && usual.sheet().talk.as_ref().unwrap().topics[0].note.is_none());

    world.wait(60 * DAY_MS);
    log_many(&phone, &world, 1_200);
    while now(phone.pack()).unwrap() {}
    let phone = open(&home, &world);
    check(page(&phone, everything()).sheet(), 1);
    let opened = (1..20).filter(|leaf| phone.inside.borrow().leaf(*leaf).is_some()).count();
    assert!((1..=2).contains(&opened), "{opened} leaves were opened");
    let sent = page(&phone, everything()).sheet().encode().unwrap();
    check(&Sheet::decode(&sent).unwrap(), 1);
}

#[test]
fn what_is_marked_private_is_as_if_it_had_never_been() {
    let (_, _, phone) = new_phone();
    log_a_week(&phone);
    let before = page(&phone, everything());
    let id = craving(&phone, "2026-11-17T08:00", 10, &[tired()]);
    assert!(page(&phone, everything()) != before);
    // Marked where it was logged first; then it is moved to where the page is about.
    now(phone.mark_entry(id, &phone.now(), EntryMark::Private, true)).unwrap();
    now(phone.mark_entry(id, &phone.now(), EntryMark::TalkAbout, true)).unwrap();
    now(phone.edit_craving(id, CravingEdit::SetOccurredAt(at("2026-11-17T09:00")))).unwrap();
    assert!(page(&phone, everything()) == before);
    let saturday = day_from_field("2026-11-21").unwrap();
    now(phone.answer_check_in(saturday, CheckInEdit::SetMood(Some(Mood::Low)))).unwrap();
    let told = Phone::check_in_record(saturday);
    now(phone.mark_entry(told, &at("2026-11-21T12:00"), EntryMark::Private, true)).unwrap();
    assert!(page(&phone, everything()) == before);
}

#[test]
fn an_entry_whose_marks_cannot_be_read_stays_out() {
    let (home, world, phone) = new_phone();
    let id = craving(&phone, "2026-11-17T08:00", 10, &[]);
    now(phone.mark_entry(id, &phone.now(), EntryMark::Private, true)).unwrap();
    log_many(&phone, &world, 1_200);
    while now(phone.pack()).unwrap() {}
    // Its number is told again, so that a whole version of it is in the tail; then the leaf with its marks is damaged.
    now(phone.edit_craving(id, CravingEdit::SetIntensity(intensity(9)))).unwrap();
    let leaf = phone.inside.borrow().directory.leaf_of(marks_id(id)).unwrap();
    now(home.commit(Batch::strict().put(Area::Leaves, leaf_key(leaf), vec![1, 2, 3]))).unwrap();
    let phone = open(&home, &world);
    assert!(now(phone.entry(id)).is_ok(), "the entry itself can be read");
    assert_eq!(page(&phone, everything()).sheet().change.unwrap().now.cravings, 0);
}

#[test]
fn the_usual_days_begin_with_the_last_evening_that_somebody_was_at() {
    let (_, world, phone) = new_phone();
    let usual = |phone: &Phone| now(phone.usual_period(&Chicago, &chicago())).unwrap();
    assert_eq!(usual(&phone).days(), 7);
    now(phone.save_plan(plan(Template::ThreeEvenings))).unwrap();
    let evenings = week(&phone, "2026-11-16", "2026-11-22");
    now(phone.tell(&evenings[0].occurrence, attended(Attendance::Attended))).unwrap();
    now(phone.tell(&evenings[1].occurrence, attended(Attendance::Late))).unwrap();
    now(phone.tell(&evenings[2].occurrence, attended(Attendance::Missed))).unwrap();
    assert_eq!(
        (usual(&phone).first(), usual(&phone).last()),
        (day_from_field("2026-11-17").unwrap(), world.now().day())
    );
    world.wait(40 * DAY_MS);
    assert_eq!(usual(&phone), Period::days_until(world.now().day(), 7));
    assert_eq!(usual(&phone).first(), world.now().day() - Days::new(6));
}
