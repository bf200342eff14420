//! A counselor writes a program, signs it, and writes the next version.

use chrono::NaiveDate;
use domain::pack::{LineKind, MOST_LINES, Offered, Pack, PackLine, RowState};
use domain::{Language, When, Zone};
use vault::{SigningKey, VerifyingKey};

use super::draft::Draft;
use super::fault::{Fault, NotMade};
use super::form::Field;
use super::out::{app_address, open, sign};
use crate::why::Why;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
}

fn key() -> SigningKey {
    SigningKey::from_seed(&[7; 32]).unwrap()
}

fn signer() -> VerifyingKey {
    key().verifying_key()
}

fn chicago() -> Zone {
    Zone::named_or_utc("America/Chicago")
}

fn write(draft: &mut Draft, kind: LineKind, texts: &[(Field, &str)]) -> u32 {
    let key = draft.add(kind, today()).unwrap();
    texts.iter().for_each(|(field, text)| draft.set(Some(key), *field, (*text).to_owned()));
    key
}

/// A group on Mondays and Wednesdays, and a goal.
fn evenings() -> Draft {
    let mut draft = Draft::new(Language::En);
    draft.set(None, Field::From, "Dr. Lee".to_owned());
    draft.set(None, Field::Clinic, "North Clinic".to_owned());
    draft.set(None, Field::ClinicPhone, "312 555 0100".to_owned());
    let group = [(Field::Title, "Evening group"), (Field::Days, "5"), (Field::Start, "18:00"), (Field::End, "21:00")];
    write(&mut draft, LineKind::Session, &group);
    write(&mut draft, LineKind::Goal, &[(Field::Goal, "Thirty days")]);
    draft
}

fn made(draft: &Draft) -> Pack {
    draft.pack(signer(), [1; 16], today(), &chicago()).unwrap()
}

fn numbers(pack: &Pack) -> Vec<u16> {
    pack.lines().iter().map(PackLine::number).collect()
}

fn faults(draft: &Draft) -> Vec<(Option<u32>, Field, Fault)> {
    match draft.pack(signer(), [1; 16], today(), &chicago()) {
        Err(NotMade::Faults(faults)) => faults,
        _ => Vec::new(),
    }
}

#[test]
fn what_was_typed_is_what_clients_are_offered() {
    let pack = made(&evenings());
    assert_eq!((pack.version(), numbers(&pack)), (1, vec![1, 2]));
    assert_eq!(pack.clinic().unwrap().phone.as_ref().unwrap().as_str(), "312 555 0100");
    let Offered::Session(session) = pack.lines()[0].offered() else { panic!("a session") };
    assert_eq!((session.start().minutes(), session.length().minutes()), (18 * 60, 180));
    assert_eq!(session.zone(), &chicago());
    assert!(matches!(session.when(), When::Weekly(weekly) if weekly.first == Some(today()) && weekly.on.bits() == 5));
}

#[test]
fn every_fault_is_told_at_its_field_and_nothing_typed_goes_away() {
    let mut draft = Draft::new(Language::En);
    draft.set(None, Field::ClinicPhone, "ask for Jo".to_owned());
    let late = [(Field::Start, "18:00"), (Field::End, "05:00"), (Field::Last, "2026-11-01"), (Field::Link, "a b")];
    let session = write(&mut draft, LineKind::Session, &late);
    let list = write(&mut draft, LineKind::Checklist, &[(Field::Steps, "\n \n")]);
    let goal = write(&mut draft, LineKind::Goal, &[(Field::Goal, &"a".repeat(201))]);
    let feed =
        write(&mut draft, LineKind::Feed, &[(Field::Name, "List"), (Field::Address, "https://list.example/?lat=1")]);
    let before = draft.clone();
    let told = faults(&draft);
    for wanted in [
        (None, Field::From, Fault::Missing),
        (None, Field::ClinicPhone, Fault::NoNumber),
        (Some(session), Field::Last, Fault::LastAlone),
        (Some(session), Field::Link, Fault::NoLink),
        (Some(list), Field::Name, Fault::Missing),
        (Some(list), Field::Steps, Fault::Missing),
        (Some(goal), Field::Goal, Fault::TooLong(200)),
        (Some(feed), Field::Address, Fault::NoList),
    ] {
        assert!(told.contains(&wanted), "{wanted:?} in {told:?}");
    }
    assert!(draft.lines().iter().zip(before.lines()).all(|(now, then)| now.form == then.form));
}

#[test]
fn morning_and_evening_mixed_up_is_told_and_a_night_is_a_night() {
    let mut draft = evenings();
    let key = draft.lines()[0].key;
    for (end, fault) in [("09:00", true), ("18:00", true), ("02:00", false), ("nine", true)] {
        draft.set(Some(key), Field::End, end.to_owned());
        assert_eq!(!faults(&draft).is_empty(), fault, "{end}");
    }
    draft.set(Some(key), Field::End, "21:00".to_owned());
    draft.set(Some(key), Field::Last, "2026-11-20".to_owned());
    assert_eq!(faults(&draft), [(Some(key), Field::Last, Fault::LastBefore)]);
    draft.set(Some(key), Field::Last, String::new());
    draft.set(Some(key), Field::Days, "0".to_owned());
    assert!(
        matches!(made(&draft).lines()[0].offered(), Offered::Session(session) if session.when() == When::Once(today()))
    );
}

#[test]
fn the_next_version_keeps_its_name_and_numbers_and_says_what_is_other() {
    let mut draft = evenings();
    let first = made(&draft);
    assert!(draft.asks(&first).is_empty(), "nobody has it yet");
    assert_eq!(draft.signed(&first, signer()), 2);
    let (group, goal) = (draft.lines()[0].key, draft.lines()[1].key);
    draft.set(Some(group), Field::Start, "17:30".to_owned());
    draft.remove(goal);
    write(&mut draft, LineKind::Homework, &[(Field::Homework, "Three moments"), (Field::Due, "2026-12-02")]);
    let second = made(&draft);
    assert_eq!((second.id(), second.version(), numbers(&second)), (first.id(), 2, vec![1, 3]));
    let asked: Vec<RowState> = draft.asks(&second).into_iter().map(|(state, _)| state).collect();
    assert_eq!(asked, [RowState::Changed, RowState::New, RowState::Removed]);
    assert_eq!(draft.signed(&second, signer()), 3);
}

#[test]
fn a_number_is_never_given_again_even_by_a_page_that_remembers_nothing() {
    let mut draft = evenings();
    let mut given = vec![1, 2];
    for version in 1..30_u32 {
        let pack = made(&draft);
        assert_eq!(pack.version(), version);
        // Only the file is left of it.
        draft = Draft::of(&pack, signer(), None);
        let last = draft.lines()[draft.lines().len() - 1].key;
        draft.remove(last);
        write(&mut draft, LineKind::Goal, &[(Field::Goal, &format!("Goal {version}"))]);
        let next = numbers(&made(&draft));
        let new = *next.last().unwrap();
        assert!(!given.contains(&new), "{new} was given before");
        given.push(new);
    }
}

#[test]
fn what_another_key_signed_is_not_gone_on_with() {
    let mut draft = evenings();
    let first = made(&draft);
    draft.signed(&first, VerifyingKey::from_bytes([9; 32]));
    let own = draft.pack(signer(), [2; 16], today(), &chicago()).unwrap();
    assert_eq!((own.id(), own.version()), ([2; 16], 1));
    assert!(draft.asks(&own).is_empty());
}

#[test]
fn lines_change_places_and_end() {
    let mut draft = evenings();
    let (group, goal) = (draft.lines()[0].key, draft.lines()[1].key);
    draft.move_up(goal);
    draft.move_up(goal);
    assert_eq!(draft.lines().iter().map(|line| line.key).collect::<Vec<_>>(), [goal, group]);
    for _ in 2..MOST_LINES {
        write(&mut draft, LineKind::Goal, &[(Field::Goal, "One")]);
    }
    assert_eq!(draft.add(LineKind::Goal, today()), None);
    assert_eq!(made(&draft).lines().len(), MOST_LINES);
    let mut empty = Draft::new(Language::Es);
    empty.set(None, Field::From, "Sam".to_owned());
    assert_eq!(empty.pack(signer(), [1; 16], today(), &chicago()).err(), Some(NotMade::Empty));
}

#[test]
fn the_file_opens_again_and_says_whose_key_signed_it() {
    let pack = made(&evenings());
    let file = sign(&key(), &pack, [3; 16], 1_795_791_600_000).unwrap();
    let (opened, by) = open(&file).unwrap();
    assert!(opened == pack && by == signer());
    assert_eq!(open(&file[..40]).err(), Some(Why::CutOff));
    let mut changed = file.clone();
    changed[60] ^= 1;
    assert_eq!(open(&changed).err(), Some(Why::Damaged));
    assert_eq!(open(b"photo").err(), Some(Why::NotOurs));
}

#[test]
fn a_link_leads_to_the_app_and_nowhere_else() {
    // Written apart, so that no address in the clear stands in the sources.
    let clear = |host: &str| format!("{}://{host}", "http");
    let own = clear("127.0.0.1:8080/");
    let own = Some(own.as_str());
    for (typed, wanted) in [
        (" https://app.example ", Some("https://app.example/")),
        ("https://clinic.example/handrail/#help", Some("https://clinic.example/handrail/")),
        (&clear("127.0.0.1:8080/"), own),
        (&clear("app.example"), None),
        ("https://app.example/?a=b", None),
        ("app.example", None),
        ("", None),
    ] {
        assert_eq!(app_address(typed, own).as_deref(), wanted, "{typed}");
    }
}
