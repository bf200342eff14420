//! The golden files of consents and packages: what each released version looked like in bytes, read by every later build for ever. As those of
//! pages (`summary/golden.rs`): `cargo xtask golden` writes the files that are missing, and never touches one that is there.

use super::*;
use crate::Language;
use crate::golden::{self, hexadecimal, names, write_missing};
use crate::samples::share::{consent, under_another_purpose};
use crate::samples::summary::days;
use crate::samples::week::date;
use crate::summary::Sheet;
use crate::words::Label;
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    golden::folder("share")
}

/// A page that was released before: the first version of pages has everything on it.
fn page(name: &str) -> Sheet {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("summary/golden").join(name);
    let page = Sheet::decode(&fs::read(path).unwrap()).unwrap();
    // The golden page was made on the last of its days, after the consents of the samples were signed.
    assert!(page.made == date("2026-11-29") && page.period == days("2026-11-23", "2026-11-29"));
    page
}

fn consents() -> Vec<(&'static str, Consent)> {
    vec![("v1-consent-treatment", consent()), ("v1-consent-own-words", under_another_purpose())]
}

fn packages() -> Vec<(&'static str, Handed)> {
    let of = |page: &Sheet, from, serial| Handed::new(consent(), page, from, serial, Language::Es).unwrap();
    let nothing = page("v1-nothing.bin");
    vec![
        ("v1-handed-everything", of(&page("v1-everything.bin"), Label::new("Ana 🌊").ok(), 300)),
        ("v1-handed-nothing", of(&nothing, None, 1)),
    ]
}

fn all() -> Vec<(&'static str, Vec<u8>)> {
    let consents = consents().into_iter().map(|(name, consent)| (name, consent.encode().unwrap()));
    consents.chain(packages().into_iter().map(|(name, handed)| (name, handed.encode().unwrap()))).collect()
}

fn stored(name: &str) -> Vec<u8> {
    fs::read(folder().join(name).with_extension("bin")).expect(name)
}

#[test]
fn what_was_handed_over_is_read_and_written_as_it_was() {
    for (name, bytes) in all() {
        assert!(stored(name) == bytes, "{name} is written in other bytes");
        let text = fs::read_to_string(folder().join(name).with_extension("txt")).expect(name);
        assert_eq!(text, hexadecimal(name, &bytes));
    }
    for (name, consent) in consents() {
        assert!(Consent::decode(&stored(name)) == Ok(consent), "{name} reads as another consent");
    }
    for (name, handed) in packages() {
        assert!(Handed::decode(&stored(name)) == Ok(handed), "{name} reads as another package");
    }
}

#[test]
fn no_golden_file_is_forgotten() {
    let files = names(&folder());
    let mut known: Vec<&str> = all().into_iter().map(|(name, _)| name).collect();
    known.sort_unstable();
    assert_eq!(files, known);
}

#[test]
#[ignore = "writes the golden files that are missing"]
fn write_golden() {
    for (name, bytes) in all() {
        write_missing(&folder(), name, &bytes);
    }
}
