//! Envelopes sealed by the first release, kept for ever: what was stored then must open now.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;

use vault::{LocalKey, Place, Purpose, RootKey, open, seal};

const ROW: &[u8] = b"craving/0102030405060708090a0b0c0d0e0f10";
const DEVICE: [u8; 8] = [0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7];

fn key() -> LocalKey {
    let root: Vec<u8> = (0..32).collect();
    LocalKey::derive(&RootKey::from_bytes(&root).unwrap())
}

/// File name, purpose and text of every golden envelope of format 1, suite 1.
fn envelopes() -> [(&'static str, Purpose, Vec<u8>); 5] {
    [
        ("format_1_operation.bin", Purpose::Operation, "A craving of 7. 🌊".into()),
        ("format_1_leaf.bin", Purpose::Leaf, b"a page ".repeat(200)),
        ("format_1_directory.bin", Purpose::Directory, b"a list of pages".to_vec()),
        ("format_1_head.bin", Purpose::Head, b"where opening begins".to_vec()),
        ("format_1_nothing.bin", Purpose::Operation, Vec::new()),
    ]
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

#[test]
fn what_the_first_release_sealed_still_opens() {
    for (file, purpose, text) in envelopes() {
        let sealed = std::fs::read(folder().join(file)).unwrap();
        assert_eq!(open(&key(), purpose, ROW, &sealed).as_ref(), Ok(&text), "{file}");
        assert_eq!(sealed[10..18], DEVICE, "{file}");
    }
}

#[test]
fn no_golden_envelope_is_forgotten() {
    let mut found: Vec<String> =
        std::fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    // The other formats are held by a test of their own, which needs fixed salts.
    found.retain(|file| file.starts_with("format_"));
    let mut known: Vec<&str> = envelopes().iter().map(|(file, ..)| *file).collect();
    found.sort();
    known.sort_unstable();
    assert_eq!(found, known);
}

#[test]
fn the_derived_key_keeps_its_name() {
    assert_eq!(key().id(), [0xa5, 0x37, 0x5d, 0x0b, 0x13, 0x4c, 0xbe, 0x9a]);
}

/// Run by hand, once per new format: `cargo test -p vault --test golden -- --ignored`. It never touches a file that exists.
#[test]
#[ignore = "writes the golden envelopes of a new format"]
fn write_golden() {
    for (file, purpose, text) in envelopes() {
        let path = folder().join(file);
        if !path.exists() {
            let sealed = seal(&key(), &Place { purpose, row: ROW, device: DEVICE }, &text).unwrap();
            std::fs::write(path, sealed).unwrap();
        }
    }
}
