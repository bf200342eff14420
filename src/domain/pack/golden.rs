//! The golden files of packs: what each released version looked like in bytes, read by every later build for ever. As those of consents
//! (`share/golden.rs`): `cargo xtask golden` writes the files that are missing, and never touches one that is there.

use super::{Offered, Pack, PackLine};
use crate::code::Kept;
use crate::samples::pack::{lines, pack_of};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("pack/golden")
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

fn hexadecimal(name: &str, bytes: &[u8]) -> String {
    let mut text = format!("{name}: {} bytes\n", bytes.len());
    for row in bytes.chunks(16) {
        let digits: Vec<String> = row.iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(text, "{}", digits.join(" ")).unwrap();
    }
    text
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
    let digests: Vec<String> = lines()
        .iter()
        .map(|line| line.offered.digest().unwrap().iter().map(|byte| format!("{byte:02x}")).collect())
        .collect();
    let path = folder().join("v1-digests.txt");
    assert_eq!(fs::read_to_string(path).unwrap(), digests.join("\n"));
}

#[test]
fn no_golden_file_is_forgotten() {
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files.filter_map(|file| file.strip_suffix(".bin").map(str::to_owned)).collect();
    files.sort();
    let mut known: Vec<&str> = all().into_iter().map(|(name, _)| name).collect();
    known.sort_unstable();
    assert_eq!(files, known);
}

#[test]
#[ignore = "writes the golden files that are missing"]
fn write_golden() {
    fs::create_dir_all(folder()).unwrap();
    let write = |name: &str, extension: &str, content: &[u8]| {
        let path = folder().join(name).with_extension(extension);
        if !path.exists() {
            fs::write(path, content).unwrap();
        }
    };
    for (name, pack) in all() {
        let bytes = pack.encode().unwrap();
        write(name, "txt", hexadecimal(name, &bytes).as_bytes());
        write(name, "bin", &bytes);
    }
    let digests: Vec<String> = lines()
        .iter()
        .map(|line| line.offered.digest().unwrap().iter().map(|byte| format!("{byte:02x}")).collect())
        .collect();
    write("v1-digests", "txt", digests.join("\n").as_bytes());
}
