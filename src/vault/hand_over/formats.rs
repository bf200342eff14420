//! What is handed over, to the byte, with fixed keys and randomness: what is frozen in `golden` and worked through in `FORMATS.md`; and what is
//! refused when somebody changes bytes and mends the checksum.

use std::path::PathBuf;

use super::package::seal_package_with;
use super::signed::{Outgoing, Signed, sign};
use super::signing::SigningKey;
use crate::checksum::{CHECKSUM, checksum};
use crate::{
    AddressKey, FilePurpose, PackageError, ReadingKey, SealedFor, Sealer, Stretched, Stretching, open_package,
    open_under_passphrase,
};

const TEXT: &[u8] = "A craving of 7. 🌊".as_bytes();
const HEADER: usize = 78;

/// `N` bytes that count up from the first.
fn from<const N: usize>(first: u8) -> [u8; N] {
    core::array::from_fn(|at| first + u8::try_from(at).unwrap())
}

fn signer() -> SigningKey {
    SigningKey::from_seed(&from::<32>(0)).unwrap()
}

fn reading() -> ReadingKey {
    ReadingKey::from_bytes(&from::<32>(0x20)).unwrap()
}

/// As the formats of `crate::formats` have it.
fn stretched() -> Stretched {
    let digits = "489c7b2ee36a3c6cad4ffd46e3b21b8b0cd550cb12d4d5e1ba90be3c84523740";
    let key: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap()).collect();
    Stretched::new(&key, from(0), Stretching::DEFAULT).unwrap()
}

fn signed(to: Option<&AddressKey>) -> Vec<u8> {
    let outgoing = Outgoing { id: from(0x40), sent_utc_ms: 1_795_771_800_000, payload: TEXT };
    sign(&signer(), to, &outgoing).unwrap().to_vec()
}

fn under_passphrase(signed: &[u8]) -> Vec<u8> {
    let (mut sealer, mut file) = Sealer::begin_with(FilePurpose::Share, &stretched(), from(0x60)).unwrap();
    file.extend(sealer.push(signed).unwrap());
    file.extend(sealer.finish().unwrap());
    file
}

fn package() -> Vec<u8> {
    let to = reading().address();
    seal_package_with(&signed(Some(&to)), &to, from(0x60)).unwrap()
}

fn golden() -> [(&'static str, Vec<u8>); 4] {
    let to = reading().address();
    [
        ("address_1.txt", to.text().into_bytes()),
        ("signed_1.bin", signed(Some(&to))),
        ("package_1_key.bin", package()),
        ("package_1_passphrase.bin", under_passphrase(&signed(None))),
    ]
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

fn stored(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

#[test]
fn every_format_is_what_it_was_to_the_byte() {
    for (name, made) in golden() {
        assert_eq!(stored(name), made, "{name}");
    }
}

#[test]
fn what_the_first_release_handed_over_still_opens() {
    let address = AddressKey::read(&String::from_utf8(stored("address_1.txt")).unwrap()).unwrap();
    assert_eq!(address, reading().address());
    let opened = [
        Signed::read(&stored("signed_1.bin"), Some(&address)),
        open_package(&reading(), &stored("package_1_key.bin")),
        open_under_passphrase(&stored("package_1_passphrase.bin"), &stretched()),
    ];
    for signed in opened {
        let signed = signed.unwrap();
        assert_eq!((signed.payload.as_slice(), signed.id, signed.sent_utc_ms), (TEXT, from(0x40), 1_795_771_800_000));
        assert_eq!(signed.sender, signer().verifying_key());
    }
}

#[test]
fn six_words_are_what_they_were() {
    let list: String = (0..1024).map(|at| format!("w{at}\n")).collect();
    assert_eq!(reading().address().words(&list).unwrap().join(" "), WORDS_OF_ADDRESS);
    assert_eq!(signer().verifying_key().words(&list).unwrap().join(" "), WORDS_OF_SENDER);
}

const WORDS_OF_ADDRESS: &str = "w842 w906 w39 w134 w749 w85";
const WORDS_OF_SENDER: &str = "w399 w661 w611 w590 w500 w1013";

#[test]
fn the_published_page_shows_what_is_frozen() {
    let page = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("FORMATS.md")).unwrap();
    assert!(page.contains(WORDS_OF_ADDRESS) && page.contains(WORDS_OF_SENDER));
    let page: String = page.split_whitespace().collect();
    for (name, made) in golden() {
        let shown = match String::from_utf8(made) {
            Ok(text) if name.ends_with(".txt") => text,
            other => other
                .map_or_else(|bytes| bytes.into_bytes(), String::into_bytes)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        };
        assert!(page.contains(&shown) && page.contains(name), "{name}");
    }
}

#[test]
fn a_header_that_somebody_changed_never_opens() {
    let whole = package();
    for at in 8..HEADER - CHECKSUM {
        let mut forged = whole.clone();
        forged[at] ^= 0x40;
        let sum = checksum(b"handrail/v1/package", &forged[..HEADER - CHECKSUM]);
        forged[HEADER - CHECKSUM..HEADER].copy_from_slice(&sum);
        let expected = if at < 10 { PackageError::Newer } else { PackageError::OtherKey };
        assert_eq!(open_package(&reading(), &forged).err(), Some(expected), "{at}");
    }
}

#[test]
fn a_signed_block_that_somebody_changed_is_forged() {
    let to = reading().address();
    let whole = signed(Some(&to));
    for at in 0..whole.len() {
        let mut forged = whole.clone();
        forged[at] ^= 0x40;
        let expected = if at < 2 { PackageError::Newer } else { PackageError::Forged };
        let sealed = seal_package_with(&forged, &to, from(0x60)).unwrap();
        assert_eq!(open_package(&reading(), &sealed).err(), Some(expected), "{at}");
        assert_eq!(open_under_passphrase(&under_passphrase(&forged), &stretched()).err(), Some(expected), "{at}");
    }
    for length in 0..whole.len() {
        let why = Signed::read(&whole[..length], Some(&to)).unwrap_err();
        let expected = if length < 154 { PackageError::CutOff } else { PackageError::Forged };
        assert_eq!(why, expected, "{length}");
    }
}

#[test]
fn who_opens_it_cannot_hand_it_on_as_if_it_were_for_another() {
    let other = ReadingKey::from_bytes(&[9; 32]).unwrap();
    let opened_by_first = signed(Some(&reading().address()));
    let sealed_again = seal_package_with(&opened_by_first, &other.address(), from(0x60)).unwrap();
    assert_eq!(open_package(&other, &sealed_again).err(), Some(PackageError::OtherRecipient));
    let under_a_passphrase = under_passphrase(&opened_by_first);
    assert_eq!(open_under_passphrase(&under_a_passphrase, &stretched()).err(), Some(PackageError::OtherRecipient));
    let to_nobody = seal_package_with(&signed(None), &other.address(), from(0x60)).unwrap();
    assert_eq!(open_package(&other, &to_nobody).err(), Some(PackageError::OtherRecipient));
}

#[test]
fn a_passphrase_that_wants_sixty_four_gigabytes_is_refused_before_it_is_asked_for() {
    let mut file = under_passphrase(&signed(None));
    file[11..15].copy_from_slice(&(64_u32 * 1024 * 1024).to_le_bytes());
    let sum = checksum(b"handrail/v1/file", &file[..84]);
    file[84..88].copy_from_slice(&sum);
    assert_eq!(SealedFor::of(&file).err(), Some(PackageError::OutOfBounds));
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
