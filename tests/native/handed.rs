//! What was handed over, as files, for the journeys of the counselor's page (`tests/e2e/handed`): made here once, with the very code of the phone, and
//! held to what the page has to say about each. `cargo xtask golden` writes what is missing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story that cannot be set up is a failing test")]

#[path = "handed/sheets.rs"]
mod sheets;

use chrono::NaiveDate;
use domain::share::{Consent, ConsentDraft, Days, Handed, Purpose, Revoke, Signature, Until, Whom};
use domain::summary::{Block, Carries, Choice, Sheet};
use domain::{Label, Language};
use sheets::{full, markup, week};
use std::path::PathBuf;
use vault::{FilePurpose, Outgoing, ReadingKey, Sealer, SigningKey, Stretched, Stretching};
use viewer::found::{Found, what};
use viewer::opened::Opened;
use viewer::ring::Ring;
use viewer::stretched::stretched;
use viewer::why::Why;

/// What everything here is sealed under.
const PASSPHRASE: &str = "lamp river tulip canoe maple robin";
/// 2026-11-27T15:00:00Z.
const SENT_UTC_MS: i64 = 1_795_791_600_000;
const WEEK_MS: i64 = 7 * 24 * 3_600_000;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../e2e/handed"))
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

fn everything() -> Choice {
    let choice = Block::ALL.iter().fold(Choice::NOTHING, |choice, block| choice.with(*block, true));
    Carries::ALL.iter().fold(choice, |choice, what| choice.carrying(*what, true))
}

fn consent(until: Until, signed_on: &str, whom: Label) -> Consent {
    let draft = ConsentDraft {
        who: Some(label("Ana López")),
        whom: Some(Whom { name: whom, organisation: Some(label("North Clinic")) }),
        days: Some(Days::OfEachPage),
        what: Some(everything()),
        purpose: Some(Purpose::Treatment),
        until: Some(until),
        revoke: Some(Revoke::InTheApp),
        signature: Some(Signature::Typed(label("Ana López"))),
        language: Some(Language::En),
    };
    Consent::new(draft, date(signed_on)).unwrap()
}

fn handed(sheet: &Sheet, serial: u32, from: Label) -> Handed {
    let consent = consent(Until::Day(date("2027-02-28")), "2026-11-01", label("Dr. Lee"));
    Handed::new(consent, sheet, Some(from), serial, Language::En).unwrap()
}

fn signing(number: u8) -> SigningKey {
    SigningKey::from_seed(&[number; 32]).unwrap()
}

fn reading() -> ReadingKey {
    ReadingKey::from_bytes(&[77; 32]).unwrap()
}

fn under_passphrase(sender: u8, id: u8, sent_utc_ms: i64, handed: &Handed) -> Vec<u8> {
    let payload = handed.encode().unwrap();
    let outgoing = Outgoing { id: [id; 16], sent_utc_ms, payload: &payload };
    let signed = vault::sign(&signing(sender), None, &outgoing).unwrap();
    sealed(FilePurpose::Share, &signed)
}

fn sealed(purpose: FilePurpose, text: &[u8]) -> Vec<u8> {
    let key = key(vault::make_salt().unwrap(), Stretching::FLOOR);
    let (mut sealer, mut file) = Sealer::begin(purpose, &key).unwrap();
    file.extend(sealer.push(text).unwrap());
    file.extend(sealer.finish().unwrap());
    file
}

fn key(salt: [u8; 16], how: Stretching) -> Stretched {
    stretched(PASSPHRASE, salt, how).unwrap()
}

/// Three weeks, numbered.
fn weeks() -> [(Sheet, u32); 3] {
    [
        (week("2026-11-06", "2026-11-12", 14, 64, 4, 1), 1),
        (week("2026-11-13", "2026-11-19", 9, 58, 6, 2), 2),
        (week("2026-11-20", "2026-11-26", 9, 51, 7, 3), 3),
    ]
}

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let ana = || label("Ana");
    let mut files: Vec<(&'static str, Vec<u8>)> = ["ana-1.bin", "ana-2.bin", "ana-3.bin"]
        .into_iter()
        .zip(weeks())
        .map(|(name, (sheet, serial))| {
            let sent = SENT_UTC_MS - WEEK_MS * i64::from(3 - serial);
            (name, under_passphrase(1, u8::try_from(serial).unwrap(), sent, &handed(&sheet, serial, ana())))
        })
        .collect();
    let [_, _, (latest, _)] = weeks();
    files.push(("other-ana.bin", under_passphrase(2, 20, SENT_UTC_MS, &handed(&latest, 1, ana()))));
    files.push(("full-of-markup.bin", under_passphrase(3, 30, SENT_UTC_MS, &handed_with_markup())));
    let over = consent(Until::Day(date("2026-11-26")), "2026-11-20", label("Dr. Lee"));
    let over = Handed::new(over, &latest, Some(ana()), 4, Language::En).unwrap();
    files.push(("consent-over.bin", under_passphrase(1, 40, SENT_UTC_MS, &over)));
    let payload = handed(&latest, 5, ana()).encode().unwrap();
    let outgoing = Outgoing { id: [50; 16], sent_utc_ms: SENT_UTC_MS, payload: &payload };
    files.push(("for-a-key.bin", vault::seal_package(&signing(1), &reading().address(), &outgoing).unwrap()));
    let other = ReadingKey::from_bytes(&[78; 32]).unwrap();
    files.push(("for-another-key.bin", vault::seal_package(&signing(1), &other.address(), &outgoing).unwrap()));
    let mut ring = Ring::default();
    ring.take_in(reading(), date("2026-11-01")).unwrap();
    files.push(("keys.bin", sealed(FilePurpose::Keys, &ring.encode().unwrap())));
    files.push(("backup.bin", sealed(FilePurpose::Backup, b"everything that Ana has")));
    files
}

fn handed_with_markup() -> Handed {
    let consent = consent(Until::EndOfTreatment, "2026-11-01", markup(1));
    Handed::new(consent, &full(), Some(markup(0)), 1, Language::En).unwrap()
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

fn opened(name: &str, today: &str) -> Result<Opened, Why> {
    let file = file(name);
    let header = vault::SealedFile::read_header(&file).unwrap();
    let signed = vault::open_under_passphrase(&file, &key(header.salt(), header.how()))?;
    Opened::of(&signed, date(today))
}

#[test]
fn what_was_handed_over_opens_as_it_was() {
    for (name, (sheet, serial)) in ["ana-1.bin", "ana-2.bin", "ana-3.bin"].into_iter().zip(weeks()) {
        assert_eq!(what(&file(name)), Ok(Found::UnderPassphrase));
        let opened = opened(name, "2026-11-27").unwrap();
        assert!(*opened.sheet() == sheet, "{name} is another page");
        assert_eq!((opened.name(), opened.arrived.handed.serial()), ("Ana", serial));
        assert_eq!(opened.sender(), signing(1).verifying_key());
    }
    assert!(*opened("full-of-markup.bin", "2026-11-27").unwrap().sheet() == full());
}

#[test]
fn a_page_is_shown_up_to_the_last_day_of_its_consent() {
    assert!(opened("consent-over.bin", "2026-11-26").is_ok());
    assert_eq!(opened("consent-over.bin", "2026-11-27").err(), Some(Why::ConsentOver(date("2026-11-26"))));
}

#[test]
fn every_file_is_told_from_the_others_by_its_beginning() {
    let wanted =
        [("for-a-key.bin", Ok(Found::ForKey)), ("keys.bin", Ok(Found::Keys)), ("backup.bin", Err(Why::Backup))];
    for (name, found) in wanted {
        assert_eq!(what(&file(name)), found, "{name}");
    }
    let page = file("ana-1.bin");
    let mut newer = page.clone();
    newer[8] = 2;
    let mut damaged = page.clone();
    damaged[20] ^= 1;
    assert_eq!(what(&newer), Err(Why::Newer));
    assert_eq!(what(&damaged), Err(Why::Damaged));
    assert_eq!(what(&page[..40]), Err(Why::CutOff));
    assert_eq!(what(b"%PDF-1.7"), Err(Why::NotOurs));
    assert_eq!(what(b""), Err(Why::CutOff));
}

#[test]
fn a_page_for_a_key_opens_with_that_key_and_no_other() {
    let open = |name: &str| vault::open_package(&reading(), &file(name)).map_err(Why::from);
    let page = Opened::of(&open("for-a-key.bin").unwrap(), date("2026-11-27")).unwrap();
    assert_eq!(page.arrived.handed.serial(), 5);
    assert_eq!(open("for-another-key.bin").err(), Some(Why::OtherKey));
}

#[test]
fn the_counselors_keys_open_again_with_their_passphrase() {
    let file = file("keys.bin");
    let header = vault::SealedFile::read_header(&file).unwrap();
    let ring = viewer::sealed::open(&file, &key(header.salt(), header.how())).unwrap();
    assert_eq!(ring.keys()[0].reading.address(), reading().address());
    let other = stretched("another passphrase than this", header.salt(), header.how()).unwrap();
    assert_eq!(viewer::sealed::open(&file, &other).err(), Some(viewer::sealed::NotOpened::WrongPassphrase));
}

#[test]
fn a_page_that_changed_on_the_way_is_not_shown_wherever_it_changed() {
    let page = file("ana-1.bin");
    let header = vault::SealedFile::read_header(&page).unwrap();
    let key = key(header.salt(), header.how());
    for at in (0..page.len()).step_by(7) {
        let mut changed = page.clone();
        changed[at] ^= 0x10;
        assert!(vault::open_under_passphrase(&changed, &key).is_err(), "byte {at}");
    }
    for length in (0..page.len()).step_by(11) {
        assert!(vault::open_under_passphrase(&page[..length], &key).is_err(), "the first {length} bytes");
    }
}
