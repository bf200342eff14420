//! Both sample bundles are written again from their facts, the checker refuses what is broken, and every journal makes a bundle that it takes.

mod readers;
mod sample;

use super::check::faults;
use super::{Agreed, Sender};
use super::{bundle as fhir, told};
use crate::facts::{Facts, Item};
use crate::stories::world::{HOSTILE, any_facts, any_items, facts, golden, items};
use chrono::NaiveDate;
use domain::medication::{Dose, DoseSlot, DoseTold, Medication, MedicationId, Schedule};
use domain::record::Record;
use domain::{
    Attendance, Length, SeriesId, Session, SessionKind, StartTime, Visit, VisitEdit, VisitKey, Weekdays, When,
};
use domain::{
    Craving, CravingEdit, EntryMark, Intensity, KnownTrigger, Label, Lapse, Line, Link, Marks, Note, Trigger,
};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

const DOCUMENT: &str = include_str!("samples/sample-document-bundle.json");
const COLLECTION: &str = include_str!("samples/sample-collection-bundle.json");
const BROKEN: &str = include_str!("samples/invalid-variants.json");

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    domain::day_from_field(text).unwrap()
}

fn sender() -> Sender {
    Sender {
        name: Line::new("Alex R.").ok(),
        recipient: Line::new("Dana M., LMFT").ok(),
        program: Line::new("Example Intensive Outpatient Program").ok(),
        days: (day("1971-01-01"), day("2100-12-31")),
        notes: true,
        consent: Some(Agreed { until: Some(day("2027-02-18")) }),
        as_document: true,
        own: [7; 16],
        base: Link::new("https://handrail.example/fhir").unwrap(),
    }
}

fn of_class<'a>(bundle: &'a Value, class: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    entries.map(|entry| &entry["resource"]).filter(|resource| resource["resourceType"] == class).collect()
}

fn craving_saying(words: &str) -> Record {
    let now = facts().now;
    let edits = [
        CravingEdit::SetNote(Some(Note::new(words).unwrap())),
        CravingEdit::AddTrigger(Trigger::Own(Label::new(words).unwrap())),
        CravingEdit::AddTrigger(KnownTrigger::SomeoneOffered.into()),
    ];
    let craving = Craving::new(Intensity::new(7).unwrap(), now.clone());
    Record::Craving(edits.into_iter().fold(craving, |craving, edit| craving.apply(edit, &now).unwrap()))
}

#[test]
fn the_sample_document_is_written_again_from_its_facts() {
    let written = read(&told(&sample::story(true)));
    assert_eq!(written, read(DOCUMENT));
    assert_eq!(faults(&written), Vec::<String>::new());
}

#[test]
fn the_sample_collection_is_written_again_from_its_facts() {
    let written = read(&told(&sample::story(false)));
    assert_eq!(written, read(COLLECTION));
    assert_eq!(faults(&written), Vec::<String>::new());
}

#[test]
fn every_broken_variant_is_refused() {
    let variants: BTreeMap<String, Value> = serde_json::from_str(BROKEN).unwrap();
    assert_eq!(variants.len(), 13);
    for (name, variant) in variants {
        assert_ne!(faults(&variant), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn everything_that_was_ever_kept_makes_a_valid_document() {
    let written = read(&fhir(&facts(), &sender(), &golden()));
    assert_eq!(faults(&written), Vec::<String>::new());
    for class in ["Composition", "Patient", "Observation", "MedicationStatement", "Consent"] {
        assert!(!of_class(&written, class).is_empty(), "{class}");
    }
    let notice = "<p>42 CFR part 2 prohibits unauthorized use or disclosure of these records.</p>";
    assert!(written["entry"][0]["resource"]["section"][0]["text"]["div"].as_str().unwrap().contains(notice));
}

#[test]
fn private_entries_never_go_along() {
    let now = facts().now;
    let mut all = items([craving_saying("secret"), Record::Lapse(Lapse::just_now(&now))]);
    let mark = Marks::new(all[0].id, now.clone()).set(EntryMark::Private, true);
    all.push(Item { id: [9; 16], record: Record::Marks(mark) });
    let written = fhir(&facts(), &sender(), &all);
    assert!(!written.contains("secret"));
    assert!(of_class(&read(&written), "Observation").is_empty());
    // A lapse goes along only when the person says of it that it is not private.
    all.push(Item { id: [8; 16], record: Record::Marks(Marks::new(all[1].id, now).set(EntryMark::Private, false)) });
    let codes: Vec<Value> = of_class(&read(&fhir(&facts(), &sender(), &all)), "Observation")
        .iter()
        .map(|one| one["code"]["coding"][0]["code"].clone())
        .collect();
    assert_eq!(codes, ["use-event"]);
}

#[test]
fn own_words_go_along_when_the_sender_says_so() {
    let all = items([craving_saying("my brother")]);
    assert!(fhir(&facts(), &sender(), &all).contains("my brother"));
    let quiet = fhir(&facts(), &Sender { notes: false, ..sender() }, &all);
    assert!(!quiet.contains("my brother") && quiet.contains("inter.social-pressure.direct"));
}

#[test]
fn only_the_chosen_days_are_told_of() {
    let all = items([craving_saying("today")]);
    let before = Sender { days: (day("2026-11-01"), day("2026-11-21")), ..sender() };
    assert!(of_class(&read(&fhir(&facts(), &before, &all)), "Observation").is_empty());
    let until_today = Sender { days: (day("2026-11-22"), day("2026-11-22")), ..sender() };
    assert_eq!(of_class(&read(&fhir(&facts(), &until_today, &all)), "Observation").len(), 1);
}

#[test]
fn what_is_told_twice_is_called_alike_and_two_people_are_not() {
    let all = golden();
    let urls = |text: &str| -> Vec<String> {
        let bundle = read(text);
        bundle["entry"].as_array().unwrap().iter().map(|entry| entry["fullUrl"].as_str().unwrap().to_owned()).collect()
    };
    let collection = Sender { as_document: false, consent: None, ..sender() };
    let mine = urls(&fhir(&facts(), &collection, &all));
    assert_eq!(mine, urls(&fhir(&facts(), &collection, &all)));
    let theirs = urls(&fhir(&facts(), &Sender { own: [8; 16], ..collection }, &all));
    assert!(mine.iter().all(|url| !theirs.contains(url)));
}

#[test]
fn somebody_without_a_name_can_hand_over_nothing_at_all() {
    let nobody = Sender { name: None, recipient: None, program: None, consent: None, notes: false, ..sender() };
    assert_eq!(faults(&read(&fhir(&facts(), &nobody, &[]))), Vec::<String>::new());
    let agreed = Sender { consent: Some(Agreed { until: None }), ..nobody };
    assert_eq!(faults(&read(&fhir(&facts(), &agreed, &[]))), Vec::<String>::new());
}

#[test]
fn hostile_words_are_words_in_a_bundle() {
    for words in HOSTILE {
        let written = read(&fhir(
            &facts(),
            &Sender { program: Line::new(words).ok(), ..sender() },
            &items([craving_saying(words)]),
        ));
        assert_eq!(faults(&written), Vec::<String>::new(), "{words}");
        let observation = of_class(&written, "Observation")[0];
        let said = words.replace(['\u{2028}', '\u{2029}'], "\n");
        assert_eq!(observation["note"][0]["text"], said);
    }
}

#[test]
fn what_was_told_about_doses_and_sessions_is_counted() {
    let now = facts().now;
    let every_day = Schedule::at_times(Weekdays::EVERY_DAY, vec![StartTime::at(8, 0).unwrap()]).unwrap();
    let medication = Medication::new(Label::new("Naltrexone").unwrap(), None, every_day, day("2026-11-20"));
    let dose = |date: &str, told| {
        let slot = DoseSlot { day: day(date), at: StartTime::at(8, 0) };
        let dose = Dose::new(MedicationId::from_bytes([1; 8]), medication.name().clone(), slot, &now).unwrap();
        Record::Dose(dose.tell(Some(told), None))
    };
    let session = |kind, series: u8| {
        let length = Length::of_minutes(90).unwrap();
        let once = When::Once(day("2026-11-20"));
        let session = Session::new(kind, now.zone().clone(), once, StartTime::at(18, 0).unwrap(), length).unwrap();
        Item { id: [series; 16], record: Record::Session(session) }
    };
    let visit = |series: u8, date: &str, attendance| {
        let key = VisitKey::Own { series: SeriesId::from_bytes([series; 8]), date: day(date) };
        Record::Visit(Visit::new(key, now.clone()).apply(VisitEdit::SetAttendance(Some(attendance))).unwrap())
    };
    let mut all = items([
        dose("2026-11-20", DoseTold::Taken),
        dose("2026-11-21", DoseTold::Late),
        visit(2, "2026-11-18", Attendance::Attended),
        visit(2, "2026-11-19", Attendance::Missed),
        visit(2, "2026-11-20", Attendance::Cancelled),
        visit(3, "2026-11-20", Attendance::Late),
    ]);
    all.push(Item { id: [1; 16], record: Record::Medication(medication) });
    all.extend([session(SessionKind::Group, 2), session(SessionKind::MutualHelp, 3)]);
    let written = read(&fhir(&facts(), &sender(), &all));
    assert_eq!(faults(&written), Vec::<String>::new());
    let statement = of_class(&written, "MedicationStatement")[0];
    assert_eq!(statement["note"][0]["text"], "Self-reported: taken 2 of 3 planned doses.");
    let parts = of_class(&written, "Observation")[0]["component"].as_array().unwrap();
    let counts: Vec<&Value> = parts.iter().map(|part| &part["valueInteger"]).collect();
    assert_eq!(counts, [2, 1, 1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_journal_makes_a_valid_bundle(facts in any_facts(), items in any_items(), as_document: bool, notes: bool) {
        let facts: Facts<'static> = facts;
        let written = read(&fhir(&facts, &Sender { as_document, notes, ..sender() }, &items));
        prop_assert_eq!(faults(&written), Vec::<String>::new());
    }
}
