//! Addresses: each leads back to its page, and none says what the app is for, since they stay in the browser's history.

#![allow(clippy::unwrap_used, reason = "a story that cannot be set up is a failing test")]

use app::routes::{Page, SessionKey};
use chrono::NaiveDate;
use domain::medication::MedicationId;
use domain::meeting::{ListId, MeetingKey};
use domain::share::RecipientId;
use domain::sober::StartId;
use domain::strategy::OwnStrategyId;
use domain::{ChecklistId, PersonId, ProgramId, SeriesId, Template};
use engine::EntryKey;
use proptest::prelude::{Strategy, any, proptest};

/// Words that would tell whoever looks over a shoulder, or through the history. Looked for anywhere in an address.
const TELLING: [&str; 24] = [
    "crav",
    "lapse",
    "sober",
    "drug",
    "alcohol",
    "drink",
    "addict",
    "urge",
    "trigger",
    "recover",
    "overdose",
    "naloxone",
    "crisis",
    "988",
    "911",
    "suicid",
    "rehab",
    "clinic",
    "substance",
    "opioid",
    "meth",
    "journal",
    "diary",
    "iop",
];
/// Words that tell only when they stand alone.
const TELLING_ALONE: [&str; 6] = ["use", "used", "using", "high", "clean", "relapse"];

fn key(bytes: [u8; 8]) -> EntryKey {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    EntryKey::from_hex(&hex).unwrap()
}

/// Every page there is. A new one does not compile here until it is in the list.
fn every_page(key: EntryKey) -> Vec<Page> {
    // A program and a session have random names like an entry.
    let series = SeriesId::from_hex(&key.to_hex()).unwrap();
    let program = ProgramId::from_bytes(series.bytes());
    let session = SessionKey::Own { series, date: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() };
    let from_calendar = SessionKey::Imported { mark: series.bytes(), about_utc_ms: 1_795_392_000_000 };
    let (list, meeting) = (ListId::from_bytes(series.bytes()), MeetingKey::from_bytes(series.bytes()));
    let shape_after = |shape: Template| {
        let place = Template::ALL.iter().position(|one| *one == shape)?;
        Template::ALL.get(place + 1).copied()
    };
    let next = |page: Page| match page {
        Page::Today => Some(Page::Welcome),
        Page::Welcome => Some(Page::HelpNow),
        Page::HelpNow => Some(Page::Overdose),
        Page::Overdose => Some(Page::WhatNow(key)),
        Page::WhatNow(_) => Some(Page::RideOut(key)),
        Page::RideOut(_) => Some(Page::Call(key)),
        Page::Call(_) => Some(Page::Leave(key)),
        Page::Leave(_) => Some(Page::Details(key)),
        Page::Details(_) => Some(Page::CheckIn),
        Page::CheckIn => Some(Page::CheckInOf(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap())),
        Page::CheckInOf(_) => Some(Page::Lapse),
        Page::Lapse => Some(Page::AfterLapse(key)),
        Page::AfterLapse(_) => Some(Page::LapseDetails(key)),
        Page::LapseDetails(_) => Some(Page::Sober),
        Page::Sober => Some(Page::AddStart),
        Page::AddStart => Some(Page::Start(StartId::from_bytes(series.bytes()))),
        Page::Start(_) => Some(Page::Cope),
        Page::Cope => Some(Page::Strategy(series.bytes())),
        Page::Strategy(_) => Some(Page::Run(key)),
        Page::Run(_) => Some(Page::AddStrategy),
        Page::AddStrategy => Some(Page::EditStrategy(OwnStrategyId::from_bytes(series.bytes()))),
        Page::EditStrategy(_) => Some(Page::SafetyPlan),
        Page::SafetyPlan => Some(Page::Reasons),
        Page::Reasons => Some(Page::TriggerChart),
        Page::TriggerChart => Some(Page::Checklists),
        Page::Checklists => Some(Page::Checklist(ChecklistId::from_bytes(series.bytes()))),
        Page::Checklist(_) => Some(Page::AddChecklist),
        Page::AddChecklist => Some(Page::EditChecklist(ChecklistId::from_bytes(series.bytes()))),
        Page::EditChecklist(_) => Some(Page::Week),
        Page::Week => Some(Page::Session(session)),
        Page::Session(SessionKey::Own { .. }) => Some(Page::Session(from_calendar)),
        Page::Session(SessionKey::Imported { .. }) => Some(Page::Program(program)),
        Page::Program(_) => Some(Page::SetUp),
        Page::SetUp => Some(Page::SetUpAs(Template::ThreeEvenings)),
        Page::SetUpAs(shape) => Some(shape_after(shape).map_or(Page::AddSession, Page::SetUpAs)),
        Page::AddSession => Some(Page::EditSession(series)),
        Page::EditSession(_) => Some(Page::CalendarIn),
        Page::CalendarIn => Some(Page::FromProgram),
        Page::FromProgram => Some(Page::PackIn),
        Page::PackIn => Some(Page::CalendarOut),
        Page::CalendarOut => Some(Page::CalendarOutOf(series)),
        Page::CalendarOutOf(_) => Some(Page::Meetings),
        Page::Meetings => Some(Page::Meeting(list, meeting)),
        Page::Meeting(..) => Some(Page::MeetingLists),
        Page::MeetingLists => Some(Page::AddList),
        Page::AddList => Some(Page::MeetingList(list)),
        Page::MeetingList(_) => Some(Page::Log),
        Page::Log => Some(Page::Entry(key)),
        Page::Entry(_) => Some(Page::Deleted),
        Page::Deleted => Some(Page::Me),
        Page::Me => Some(Page::Medication),
        Page::Medication => Some(Page::AddMedication),
        Page::AddMedication => Some(Page::EditMedication(MedicationId::from_bytes(series.bytes()))),
        Page::EditMedication(_) => Some(Page::People),
        Page::People => Some(Page::AddPerson),
        Page::AddPerson => Some(Page::Cards),
        Page::Cards => Some(Page::Person(PersonId::from_bytes(series.bytes()))),
        Page::Person(_) => Some(Page::Lines),
        Page::Lines => Some(Page::Look),
        Page::Look => Some(Page::Storage),
        Page::Storage => Some(Page::Lock),
        Page::Lock => Some(Page::Summary),
        Page::Summary => Some(Page::Send),
        Page::Send => Some(Page::AddCounselor),
        Page::AddCounselor => Some(Page::Counselor(RecipientId::from_bytes(series.bytes()))),
        Page::Counselor(_) => Some(Page::Backup),
        Page::Backup => Some(Page::TakeAlong),
        Page::TakeAlong => Some(Page::Forget),
        Page::Forget => Some(Page::Reminders),
        Page::Reminders => Some(Page::About),
        Page::About => Some(Page::Nowhere),
        Page::Nowhere => None,
    };
    std::iter::successors(Some(Page::Today), |page| next(*page)).collect()
}

fn some_key() -> impl Strategy<Value = EntryKey> {
    any::<[u8; 8]>().prop_map(key)
}

proptest! {
    #[test]
    fn every_page_is_found_again_at_its_address(key in some_key()) {
        for page in every_page(key) {
            let path = page.path();
            assert!(path.starts_with('/'), "{path}");
            assert_eq!(Page::at(&path), page);
            assert_eq!(Page::at(&format!("{path}/")), page, "a slash at the end is forgiven");
        }
    }

    #[test]
    fn no_two_pages_share_an_address(key in some_key()) {
        let pages = every_page(key);
        let mut paths: Vec<String> = pages.iter().map(|page| page.path()).collect();
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), pages.len());
    }

    #[test]
    fn an_address_that_somebody_made_up_leads_nowhere_and_breaks_nothing(made_up in "(/[a-z0-9.%-]{0,20}){0,5}") {
        let page = Page::at(&made_up);
        let said = |path: &str| path.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
        assert!(page == Page::Nowhere || said(&page.path()) == said(&made_up));
    }
}

#[test]
fn an_unknown_address_is_nowhere() {
    let unknown = [
        "/coping",
        "/told/7",
        "/since/7",
        "/week/new/no-such-shape",
        "/week/deadbeefdeadbeef",
        "/week/edit",
        "/week/program/7",
        "/week/from/7-7",
        "/week/from/deadbeefdeadbeef-07",
        "/week/calendar",
        "/log/deleted/all",
        "/log/DEADBEEFDEADBEEF",
        "/log/deadbeefdeadbee",
        "/log/deadbeefdeadbeef0",
        "/now",
        "/now/7",
        "/me/lock",
        "/help/steps/1",
        "/Log",
        "/índice",
    ];
    for path in unknown {
        assert_eq!(Page::at(path), Page::Nowhere, "{path}");
    }
}

#[test]
fn an_address_says_nothing_about_who_it_belongs_to() {
    for page in every_page(key([7; 8])) {
        let path = page.path();
        for word in TELLING {
            assert!(!path.contains(word), "{path} says {word}");
        }
        for part in path.split(['/', '-', '_']) {
            assert!(!TELLING_ALONE.contains(&part), "{path} says {part}");
        }
    }
}

#[test]
fn an_address_carries_only_the_random_half_of_an_entry() {
    let id = engine::RecordId::from_bytes([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2]);
    assert_eq!(Page::Entry(EntryKey::of(id)).path(), "/log/0202020202020202");
}
