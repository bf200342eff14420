//! A program pack to the byte, with a fixed key: what is frozen in `golden` and worked through in `FORMATS.md`; and what is refused of packs that
//! somebody cut, flipped, forged, or made of something else.

use std::path::PathBuf;

use super::program_pack::{LONGEST_PACK_FILE, LONGEST_PACK_LINK, open_pack, pack_link, pack_text, seal_pack};
use super::signed::{Outgoing, Signed, sign};
use super::signing::SigningKey;
use crate::checksum::checksum;
use crate::{LONGEST_PACKAGE, PackageError};

const TEXT: &[u8] = "Monday at six. 🌊".as_bytes();
const HEADER: usize = 17;
const APP: &str = "https://handrail.example/";

fn from<const N: usize>(first: u8) -> [u8; N] {
    core::array::from_fn(|at| first + u8::try_from(at).unwrap())
}

fn signer() -> SigningKey {
    SigningKey::from_seed(&from::<32>(0)).unwrap()
}

fn outgoing(payload: &[u8]) -> Outgoing<'_> {
    Outgoing { id: from(0x40), sent_utc_ms: 1_795_771_800_000, payload }
}

fn pack() -> Vec<u8> {
    seal_pack(&signer(), &outgoing(TEXT)).unwrap()
}

/// A file around a signed block, with a length and a checksum that are right.
fn around(signed: &[u8]) -> Vec<u8> {
    let mut file = pack()[..9].to_vec();
    file.extend_from_slice(&u32::try_from(signed.len()).unwrap().to_le_bytes());
    file.extend_from_slice(&checksum(b"handrail/v1/program-pack-file", signed));
    file.extend_from_slice(signed);
    file
}

fn why(given: &[u8]) -> PackageError {
    open_pack(given).unwrap_err()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

fn golden() -> [(&'static str, Vec<u8>); 2] {
    [("pack_1.bin", pack()), ("pack_1.txt", pack_text(&pack()).into_bytes())]
}

#[test]
fn a_pack_is_what_it_was_to_the_byte_and_still_opens() {
    let page = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("FORMATS.md")).unwrap();
    let page: String = page.split_whitespace().collect();
    for (name, made) in golden() {
        let stored = std::fs::read(folder().join(name)).unwrap();
        assert_eq!(stored, made, "{name}");
        let signed = open_pack(&stored).unwrap();
        assert_eq!((signed.payload.as_slice(), signed.id, signed.sent_utc_ms), (TEXT, from(0x40), 1_795_771_800_000));
        assert_eq!(signed.sender, signer().verifying_key());
        let shown = match String::from_utf8(made) {
            Ok(text) => text,
            Err(bytes) => bytes.into_bytes().iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        assert!(page.contains(&shown) && page.contains(name), "{name}");
    }
}

#[test]
fn a_file_a_link_and_a_pasted_text_are_one_pack() {
    let link = pack_link("https://handrail.example/log#old", &pack()).unwrap();
    assert!(link.starts_with("https://handrail.example/log#pack=iUhSQw0K"));
    for given in [link.clone(), format!("  {} \r\n", pack_text(&pack())), format!("Here it is: {link} — Sam")] {
        assert_eq!(open_pack(given.as_bytes()).unwrap().payload.as_slice(), TEXT, "{given}");
    }
}

#[test]
fn a_pack_that_was_cut_off_says_so_wherever_it_was_cut() {
    let (file, text) = (pack(), pack_text(&pack()));
    for length in 0..file.len() {
        assert_eq!(why(&file[..length]), PackageError::CutOff, "{length}");
    }
    for length in 2..text.len() {
        assert_eq!(why(&text.as_bytes()[..length]), PackageError::CutOff, "{length}");
    }
}

#[test]
fn a_byte_that_changed_on_the_way_is_damage_and_one_that_somebody_mended_is_forged() {
    let file = pack();
    for at in 0..file.len() {
        let mut other = file.clone();
        other[at] ^= 0x40;
        let expected = match at {
            0..8 => PackageError::NotAPackage,
            8 => PackageError::Newer,
            // A length that is too small leaves something over; one that is too large has nothing behind it.
            9..13 => continue,
            _ => PackageError::Damaged,
        };
        assert_eq!(why(&other), expected, "{at}");
    }
    for at in HEADER..file.len() {
        let mut signed = file[HEADER..].to_vec();
        signed[at - HEADER] ^= 0x40;
        let expected = if at < HEADER + 2 { PackageError::Newer } else { PackageError::Forged };
        assert_eq!(why(&around(&signed)), expected, "{at}");
    }
}

#[test]
fn a_page_is_no_pack_and_a_pack_is_no_page() {
    let page = sign(&signer(), None, &outgoing(TEXT)).unwrap();
    assert_eq!(why(&around(&page)), PackageError::Forged);
    assert_eq!(Signed::read(&pack()[HEADER..], None).err(), Some(PackageError::Forged));
    assert_eq!(crate::SealedFor::of(&pack()).err(), Some(PackageError::NotAPackage));
    let reading = crate::ReadingKey::from_bytes(&from::<32>(0x20)).unwrap();
    let sealed = crate::seal_package(&signer(), &reading.address(), &outgoing(TEXT)).unwrap();
    assert_eq!(why(&sealed), PackageError::NotAPackage);
    // Signed for somebody in particular: no pack is.
    let to = reading.address();
    let for_one = super::signed::sign_as(b"handrail/v1/program-pack", &signer(), Some(&to), &outgoing(TEXT));
    assert_eq!(why(&around(&for_one)), PackageError::OtherRecipient);
}

#[test]
fn what_is_something_else_or_too_long_is_refused_before_it_is_looked_at() {
    for other in [&b"\x89PNG\r\n\x1a\n and a picture"[..], b"Dear Sam,", b"{}", "🌊".as_bytes(), b"#pack=", b"\xff\xfe"]
    {
        assert_eq!(why(other), PackageError::NotAPackage);
    }
    assert_eq!(why(&vec![0x89; LONGEST_PACK_FILE + 1]), PackageError::TooLong);
    assert_eq!(why(&vec![b'A'; LONGEST_PACKAGE]), PackageError::NotAPackage);
    let long = vec![7; LONGEST_PACK_FILE - 100];
    assert_eq!(seal_pack(&signer(), &outgoing(&long)).err(), Some(PackageError::TooLong));
    let file = seal_pack(&signer(), &outgoing(&vec![7; LONGEST_PACK_LINK])).unwrap();
    assert_eq!(pack_link(APP, &file).err(), Some(PackageError::TooLong));
    let mut huge = pack();
    huge[9..13].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(why(&huge), PackageError::Damaged);
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_refused_and_every_file_comes_back_from_its_text(bytes in proptest::collection::vec(0..=255_u8, 0..400)) {
        proptest::prop_assert!(open_pack(&bytes).is_err());
        let file = seal_pack(&signer(), &outgoing(&bytes)).unwrap();
        let opened = open_pack(pack_text(&file).as_bytes()).unwrap();
        proptest::prop_assert_eq!(opened.payload.as_slice(), bytes.as_slice());
    }
}

/// Run by hand, once per new format: `cargo test -p vault --lib -- --ignored`. It never touches a file that exists.
#[test]
#[ignore = "writes the golden files of a new format"]
fn write_golden() {
    for (name, made) in golden() {
        let path = folder().join(name);
        if !path.exists() {
            std::fs::write(path, made).unwrap();
        }
    }
}
