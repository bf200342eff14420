//! The golden files: what each released version looked like in bytes, read by every later build for ever.
//!
//! `cargo test -p domain -- --ignored write_golden` (which `cargo xtask golden` calls) writes the files that are missing. It never
//! rewrites one: a file that no longer matches means that a frozen shape was changed, and the change is the mistake.
//! Beside each `.bin` stands a `.txt` with the same bytes in hexadecimal, for a diff that can be read.

mod check_in;
mod from_program;
mod lapse;
mod lists;
mod medication;
mod meetings;
mod people;
mod share;
mod strategy;
mod week;

use super::{Kind, Read, Record, read_any};
use crate::code::Kept;
use crate::golden::{self, hexadecimal, names, write_missing};
use crate::samples::{craving_of, intensity, now};
use crate::sober::SoberChoices;
use crate::strategy::StrategyChoices;
use crate::{
    ActionKind, ActionTaken, Alarm, Appearance, Code, Company, Craving, HelpChoices, KnownCompany, KnownPlace,
    KnownSubstance, KnownTrigger, Label, Language, Moment, Note, Place, Rating, RideOut, Settings, Substance, Trigger,
    Zone,
};
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    golden::folder("record")
}

/// `v<version>-<kind>-<what>`, and the record that it is.
fn samples() -> Vec<(&'static str, Record)> {
    vec![
        ("v1-craving-two-taps", Record::Craving(craving_of(7))),
        ("v1-craving-everything", Record::Craving(everything())),
        ("v1-craving-newer-words", Record::Craving(newer_words())),
        ("v1-session-evenings", Record::Session(week::evenings())),
        ("v1-session-everything", Record::Session(week::everything())),
        ("v1-program-open-ended", Record::Program(week::open_ended())),
        ("v1-program-everything", Record::Program(week::three_phases())),
        ("v1-visit-attended", Record::Visit(week::attended())),
        ("v1-visit-everything", Record::Visit(week::told())),
        ("v1-imported-once", Record::Imported(week::once())),
        ("v1-imported-everything", Record::Imported(week::listed())),
        ("v1-person-name-only", Record::Person(people::name_only())),
        ("v1-person-everything", Record::Person(people::everything())),
        ("v1-photo-smallest", Record::Photo(people::smallest())),
        ("v1-help-untouched", Record::Help(HelpChoices::default())),
        ("v1-help-chosen", Record::Help(people::chosen())),
        ("v1-meeting-list-address", Record::MeetingList(meetings::from_an_address())),
        ("v1-meeting-list-newer-words", Record::MeetingList(meetings::newer_words())),
        ("v1-check-in-one-answer", Record::CheckIn(check_in::one_answer())),
        ("v1-check-in-everything", Record::CheckIn(check_in::everything())),
        ("v1-check-in-newer-words", Record::CheckIn(check_in::newer_words())),
        ("v1-lapse-one-tap", Record::Lapse(lapse::one_tap())),
        ("v1-lapse-everything", Record::Lapse(lapse::everything())),
        ("v1-lapse-newer-words", Record::Lapse(lapse::newer_words())),
        ("v1-sober-start-everything", Record::SoberStart(lapse::from_new_year())),
        ("v1-sober-start-own-word", Record::SoberStart(lapse::from_yesterday())),
        ("v1-sober-choices-untouched", Record::SoberChoices(SoberChoices::default())),
        ("v1-sober-choices-newer-words", Record::SoberChoices(lapse::newer_choices())),
        ("v1-strategy-run-begun", Record::StrategyRun(strategy::begun())),
        ("v1-strategy-run-everything", Record::StrategyRun(strategy::everything())),
        ("v1-strategy-choices-untouched", Record::StrategyChoices(StrategyChoices::default())),
        ("v1-strategy-choices-marked", Record::StrategyChoices(strategy::marked())),
        ("v1-own-strategy-everything", Record::OwnStrategy(strategy::own())),
        ("v1-own-strategy-newer-words", Record::OwnStrategy(strategy::newer_words())),
        ("v1-checklist-one-step", Record::Checklist(lists::one_step())),
        ("v1-checklist-everything", Record::Checklist(lists::payday())),
        ("v1-checklist-newer-words", Record::Checklist(lists::newer_list())),
        ("v1-checklist-day-ticked", Record::ChecklistDay(lists::ticked())),
        ("v1-safety-plan-everything", Record::SafetyPlan(lists::plan())),
        ("v1-safety-plan-newer-words", Record::SafetyPlan(lists::newer_plan())),
        ("v1-recording-shortest", Record::Recording(lists::voice())),
        ("v1-marks-both", Record::Marks(lists::marked())),
        ("v1-medication-as-needed", Record::Medication(medication::as_needed())),
        ("v1-medication-twice-a-day", Record::Medication(medication::twice_a_day())),
        ("v1-medication-injection", Record::Medication(medication::injection())),
        ("v1-dose-skipped", Record::Dose(medication::skipped())),
        ("v1-dose-newer-words", Record::Dose(medication::newer_words())),
        ("v1-trigger-chart-everything", Record::TriggerChart(lists::chart())),
        ("v1-trigger-chart-newer-words", Record::TriggerChart(lists::newer_chart())),
        ("v1-sharing-key-random", Record::SharingKey(share::key())),
        ("v1-recipient-everything", Record::Recipient(share::everything())),
        ("v1-recipient-name-only", Record::Recipient(share::name_only())),
        ("v1-share-signed", Record::Share(share::signed())),
        ("v1-share-earlier", Record::Share(share::earlier())),
        ("v1-share-on-paper", Record::Share(share::on_paper())),
        ("v1-from-program-everything", Record::FromProgram(from_program::everything())),
        ("v1-from-program-nothing", Record::FromProgram(from_program::nothing())),
        ("v2-reason-everything", Record::Reason(lists::spoken())),
        ("v2-settings-untouched", Record::Settings(Settings::default())),
        ("v2-settings-chosen", Record::Settings(reminded())),
        ("v2-settings-newer-words", Record::Settings(newer_settings())),
    ]
}

/// What earlier versions wrote, and what it is now. No build of today writes them.
fn earlier() -> Vec<(&'static str, Record)> {
    vec![
        ("v1-reason-everything", Record::Reason(lists::both())),
        ("v1-settings-untouched", Record::Settings(Settings::default())),
        ("v1-settings-chosen", Record::Settings(chosen())),
        ("v1-settings-newer-words", Record::Settings(newer_settings())),
    ]
}

fn everything() -> Craving {
    let start = now().utc_ms();
    Craving {
        occurred_at: Moment::new(start, 345, Zone::named_or_utc("Asia/Kathmandu")).unwrap(),
        intensity: intensity(10),
        triggers: KnownTrigger::ALL.iter().copied().map(Trigger::Known).chain([own("las noticias")]).collect(),
        place: Some(Place::Own(Label::new("Nan's porch").unwrap())),
        company: KnownCompany::ALL.iter().copied().map(Company::Known).collect(),
        substance: Some(KnownSubstance::Alcohol.into()),
        note: Some(Note::new("It came. 🌊\nשלום — e\u{301}l se fue.").unwrap()),
        actions: ActionKind::ALL.iter().map(|kind| ActionTaken::new(*kind, start + 60_000)).collect(),
        after: Some(Rating { intensity: intensity(4), at_utc_ms: start + 240_000 }),
        ride_out: Some(RideOut::start(start).leave(start + 70_000).resume(start + 90_000)),
    }
}

/// Codes that version 1 may hold although no build of today writes them.
fn newer_words() -> Craving {
    Craving {
        triggers: vec![Trigger::from_code("from-next-year").unwrap(), KnownTrigger::Sad.into()],
        place: Place::from_code("space-port"),
        company: vec![Company::from_code("robots").unwrap()],
        substance: Substance::from_code("blue-9").filter(|chip| chip.known().is_none()),
        actions: vec![ActionTaken { kind: Kept::Unknown(Code::new("played-the-tape").unwrap()), at_utc_ms: 1 }],
        ride_out: Some(RideOut::start(0).leave(i64::MAX)),
        ..craving_of(0)
    }
}

fn chosen() -> Settings {
    Settings {
        appearance: Kept::Known(Appearance::Dark),
        language: Some(Kept::Known(Language::Es)),
        act_from: intensity(3),
        welcomed: true,
        ..Settings::default()
    }
}

fn reminded() -> Settings {
    Settings { badge: true, alarms: Alarm::OFFERED.to_vec(), says_all: true, ..chosen() }
}

fn newer_settings() -> Settings {
    Settings {
        appearance: Kept::from_code("high-contrast").unwrap(),
        language: Some(Kept::from_code("fr").unwrap()),
        ..chosen()
    }
}

fn own(word: &str) -> Trigger {
    Trigger::Own(Label::new(word).unwrap())
}

#[test]
fn what_was_stored_is_read_and_written_as_it_was() {
    for (name, record) in samples() {
        let stored = fs::read(folder().join(name).with_extension("bin")).expect(name);
        assert!(read_any(&stored) == Read::Known(record.clone()), "{name} reads as another record");
        assert!(record.encode().unwrap() == stored, "{name} is written in other bytes");
        let text = fs::read_to_string(folder().join(name).with_extension("txt")).expect(name);
        assert_eq!(text, hexadecimal(name, &stored));
    }
}

#[test]
fn what_an_earlier_version_stored_is_read_as_what_it_is_now() {
    for (name, record) in earlier() {
        let stored = fs::read(folder().join(name).with_extension("bin")).expect(name);
        assert!(read_any(&stored) == Read::Known(record), "{name} reads as another record");
        let text = fs::read_to_string(folder().join(name).with_extension("txt")).expect(name);
        assert_eq!(text, hexadecimal(name, &stored));
    }
}

#[test]
fn every_released_version_of_every_kind_has_a_golden_file_that_is_tested() {
    let files = names(&folder());
    let mut tested: Vec<&str> = samples().into_iter().chain(earlier()).map(|(name, _)| name).collect();
    tested.sort_unstable();
    assert_eq!(files, tested);

    for kind in Kind::ALL {
        for version in 1..=kind.version() {
            let name = match kind {
                Kind::Craving => "craving",
                Kind::Settings => "settings",
                Kind::Session => "session",
                Kind::Program => "program",
                Kind::Visit => "visit",
                Kind::Imported => "imported",
                Kind::Person => "person",
                Kind::Photo => "photo",
                Kind::Help => "help",
                Kind::MeetingList => "meeting-list",
                Kind::CheckIn => "check-in",
                Kind::Lapse => "lapse",
                Kind::SoberStart => "sober-start",
                Kind::SoberChoices => "sober-choices",
                Kind::StrategyRun => "strategy-run",
                Kind::StrategyChoices => "strategy-choices",
                Kind::OwnStrategy => "own-strategy",
                Kind::Checklist => "checklist",
                Kind::ChecklistDay => "checklist-day",
                Kind::SafetyPlan => "safety-plan",
                Kind::Reason => "reason",
                Kind::Recording => "recording",
                Kind::Marks => "marks",
                Kind::Medication => "medication",
                Kind::Dose => "dose",
                Kind::TriggerChart => "trigger-chart",
                Kind::SharingKey => "sharing-key",
                Kind::Recipient => "recipient",
                Kind::Share => "share",
                Kind::FromProgram => "from-program",
            };
            let start = format!("v{version}-{name}-");
            assert!(files.iter().any(|file| file.starts_with(&start)), "no golden file for {start}");
        }
    }
}

#[test]
fn a_word_from_next_year_survives_an_edit() {
    let Read::Known(Record::Craving(craving)) = read_any(&Record::Craving(newer_words()).encode().unwrap()) else {
        panic!("it could not be read")
    };
    let edit = crate::CravingEdit::SetPlace(Some(KnownPlace::Home.into()));
    let edited = craving.apply(edit, &now()).unwrap();
    assert!(edited.triggers() == newer_words().triggers() && edited.actions() == newer_words().actions());
    let settings = newer_settings().apply(crate::SettingsEdit::SetWelcomed(false));
    assert!(settings.language == newer_settings().language && settings.appearance == newer_settings().appearance);
}

#[test]
#[ignore = "writes the golden files that are missing"]
fn write_golden() {
    for (name, record) in samples() {
        write_missing(&folder(), name, &record.encode().unwrap());
    }
}
