//! What a counselor hands to a phone, as files, for the journeys (`tests/e2e/packs`): made here once and held to what the phone has to find in
//! each. `cargo xtask golden` writes what is missing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story that cannot be set up is a failing test")]

use chrono::NaiveDate;
use domain::meeting::Fellowship;
use domain::pack::{Clinic, Feed, Offered, Pack, PackDraft, PackLine};
use domain::{
    Checklist, ChecklistUse, Ends, Label, Language, Length, Line, Link, Note, PhoneNumber, Repeats, Session,
    SessionEdit, SessionKind, StartTime, Weekdays, Weekly, When, Zone,
};
use sha2::{Digest as _, Sha256};
use std::path::PathBuf;
use vault::{Outgoing, PackageError, SigningKey, open_pack, pack_link, pack_text, seal_pack};

/// 2026-10-16T15:00:00Z.
const MADE_UTC_MS: i64 = 1_792_162_800_000;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../e2e/packs"))
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

fn date(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

fn label(words: &str) -> Label {
    Label::new(words).unwrap()
}

/// Mondays and Wednesdays, from an hour on.
fn evenings(hour: u16) -> Offered {
    let first = Weekly::from(date("2026-10-19"), Weekdays::from_bits(0b101).unwrap());
    let when = When::Weekly(Weekly { ends: Ends::On(date("2027-01-13")), ..first });
    let zone = Zone::named("America/New_York").unwrap();
    let (start, length) = (StartTime::at(hour, 0).unwrap(), Length::of_minutes(180).unwrap());
    let session = Session::new(SessionKind::Group, zone, when, start, length).unwrap();
    let edits = [
        SessionEdit::SetTitle(Some(label("Evening group"))),
        SessionEdit::SetPlace(Line::new("12 Oak Street, room 4").ok()),
        SessionEdit::SetBring(Note::new("The workbook").ok()),
    ];
    Offered::Session(edits.into_iter().fold(session, |session, edit| session.apply(edit).unwrap()))
}

fn lines(hour: u16, has_goal: bool) -> Vec<PackLine> {
    let steps = vec![Line::new("Pack the bag").unwrap(), Line::new("Leave at five").unwrap()];
    let repeats = Repeats { days: Weekdays::from_bits(0b101), ..Repeats::default() };
    let list = Checklist::new(label("Before group"), ChecklistUse::Routine, steps, repeats).unwrap();
    let address = Link::new("https://intergroup.example/feed.json").unwrap();
    let homework = Note::new("Write down three hard moments").unwrap();
    let mut offered = vec![
        (1, evenings(hour)),
        (2, Offered::Homework { words: homework, due: Some(date("2026-10-21")) }),
        (3, Offered::Checklist(list)),
        (5, Offered::Feed(Feed::new(label("Meetings near by"), Fellowship::AlcoholicsAnonymous, address))),
    ];
    if has_goal {
        offered.push((4, Offered::Goal(Line::new("Thirty days in the program").unwrap())));
    }
    offered.into_iter().map(|(number, offered)| PackLine::new(number, offered).unwrap()).collect()
}

fn pack(version: u32, lines: Vec<PackLine>) -> Pack {
    let draft = PackDraft {
        id: [0xb0; 16],
        version,
        made: date("2026-10-16"),
        language: Some(Language::En),
        from: label("Sam Rivera"),
        clinic: Some(Clinic { name: label("North Clinic"), phone: PhoneNumber::new("+1 312 555 0199").ok() }),
        lines,
    };
    Pack::new(draft).unwrap()
}

fn signed(signer: u8, pack: &Pack) -> Vec<u8> {
    let key = SigningKey::from_seed(&[signer; 32]).unwrap();
    let payload = pack.encode().unwrap();
    let id = [u8::try_from(pack.version()).unwrap(); 16];
    seal_pack(&key, &Outgoing { id, sent_utc_ms: MADE_UTC_MS, payload: &payload }).unwrap()
}

/// The first version with another name in it, and with a checksum that holds: only the signature tells.
fn forged() -> Vec<u8> {
    let mut file = signed(1, &pack(1, lines(18, true)));
    let at = file.windows(3).position(|part| part == b"Sam").unwrap();
    file[at..at + 3].copy_from_slice(b"Pam");
    let sum = Sha256::new().chain_update(b"handrail/v1/program-pack-file").chain_update(&file[17..]);
    let sum: [u8; 32] = sum.finalize().into();
    file[13..17].copy_from_slice(&sum[..4]);
    file
}

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let first = signed(1, &pack(1, lines(18, true)));
    vec![
        ("first.txt", pack_text(&first).into_bytes()),
        ("first.handrail-pack", first),
        ("second.handrail-pack", signed(1, &pack(2, lines(19, false)))),
        ("forged.handrail-pack", forged()),
        ("other-sender.handrail-pack", signed(2, &pack(3, lines(19, false)))),
    ]
}

#[test]
#[ignore = "writes the files that are missing"]
fn write_golden() {
    std::fs::create_dir_all(folder()).unwrap();
    for (name, bytes) in files() {
        let path = folder().join(name);
        if !path.exists() {
            std::fs::write(path, bytes).unwrap();
        }
    }
}

#[test]
fn what_a_counselor_made_is_what_the_journeys_hand_over() {
    for (name, bytes) in files() {
        assert!(file(name) == bytes, "{name} is another file");
    }
    let opened = open_pack(&file("first.txt")).unwrap();
    assert!(Pack::decode(&opened.payload) == Ok(pack(1, lines(18, true))));
    assert_eq!(open_pack(&file("forged.handrail-pack")).err(), Some(PackageError::Forged));
}

#[test]
fn an_ordinary_pack_fits_a_code_that_a_camera_reads() {
    let link = pack_link("https://handrail.example/", &file("first.handrail-pack")).unwrap();
    // Version 25 with the weakest correction holds so many characters; more, and a phone has to be held still.
    assert!(link.len() < 1_273, "{} characters", link.len());
}
