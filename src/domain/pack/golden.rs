//! The golden files of packs: what each released version looked like in bytes, read by every later build for ever. As those of consents
//! (`share/golden.rs`): `cargo xtask golden` writes the files that are missing, and never touches one that is there.

use super::{Offered, Pack, PackLine};
use crate::code::Kept;
use crate::golden::{self, hexadecimal, names, write_missing};
use crate::samples::pack::{lines, pack_of};
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    golden::folder("pack")
}

/// Codes that version 1 may hold although no build of today writes them.
fn newer_words() -> Pack {
    let mut pack = Pack { clinic: None, language: Kept::from_code("fr"), ..pack_of(1, lines()) };
    for PackLine { offered, .. } in &mut pack.lines {
        match offered {
            Offered::Session(session) => session.about.kind = Kept::from_code("equine").unwrap(),
            Offered::Checklist(list) => list.list_use = Kept::from_code("from-next-year").unwrap(),
            Offered::Feed(feed) => feed.fellowship = Kept::from_code("new-one").unwrap(),
            Offered::Homework { .. } | Offered::Goal(_) => {}
        }
    }
    pack
}

fn all() -> Vec<(&'static str, Pack)> {
    vec![
        ("v1-pack-everything", pack_of(300, lines())),
        ("v1-pack-nothing", Pack { clinic: None, language: None, ..pack_of(1, Vec::new()) }),
        ("v1-pack-newer-words", newer_words()),
    ]
}

/// What is noted of each line, in hexadecimal, a row each.
fn told() -> String {
    let hexadecimal = |digest: [u8; 8]| digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    lines().iter().map(|line| hexadecimal(line.offered.digest().unwrap())).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_counselors_made_is_read_and_written_as_it_was() {
    for (name, pack) in all() {
        let stored = fs::read(folder().join(name).with_extension("bin")).expect(name);
        assert!(pack.encode().unwrap() == stored, "{name} is written in other bytes");
        assert!(Pack::decode(&stored) == Ok(pack), "{name} reads as another pack");
        let text = fs::read_to_string(folder().join(name).with_extension("txt")).expect(name);
        assert_eq!(text, hexadecimal(name, &stored));
    }
}

#[test]
fn what_was_noted_of_a_line_is_known_again_for_ever() {
    assert_eq!(fs::read_to_string(folder().join("v1-digests.txt")).unwrap(), told());
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
    for (name, pack) in all() {
        write_missing(&folder(), name, &pack.encode().unwrap());
    }
    let digests = folder().join("v1-digests.txt");
    if !digests.exists() {
        fs::write(digests, told()).unwrap();
    }
}
