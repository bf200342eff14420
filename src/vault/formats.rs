//! Every format to the byte, with fixed salts and nonces: what is frozen in `golden` and worked through in `FORMATS.md`; and what is refused
//! when somebody changes bytes and mends the checksum.

use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::checksum::{CHECKSUM, checksum};
use crate::{
    FilePurpose, RecoveryCode, RootKey, SealedFile, Sealer, Stretched, Stretching, VaultError, Wrap, WrappingKey,
};

const ANSWER: [u8; 32] = [0xa5; 32];
const TEXT: &[u8] = "A craving of 7. 🌊".as_bytes();

/// `N` bytes that count up from the first.
fn from<const N: usize>(first: u8) -> [u8; N] {
    core::array::from_fn(|at| first + u8::try_from(at).unwrap())
}

fn hex(digits: &str) -> Vec<u8> {
    digits.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn root() -> RootKey {
    RootKey::from_bytes(&from::<32>(0)).unwrap()
}

/// What `stretch` makes of "lamp river tulip canoe maple robin"; its tests have the same number.
fn stretched() -> Stretched {
    let key = hex("489c7b2ee36a3c6cad4ffd46e3b21b8b0cd550cb12d4d5e1ba90be3c84523740");
    Stretched::new(&key, from(0), Stretching::DEFAULT).unwrap()
}

fn code() -> RecoveryCode {
    RecoveryCode::of(core::array::from_fn(|at| 0x11 * u8::try_from(at).unwrap()))
}

fn wrap(key: WrappingKey<'_>) -> Vec<u8> {
    let salt = if matches!(key, WrappingKey::Passphrase(_)) { from(0) } else { from(0x20) };
    Wrap::of_root_with(&root(), key, salt, from(0x40)).unwrap()
}

fn file(purpose: FilePurpose, text: &[u8]) -> Vec<u8> {
    let (mut sealer, mut file) = Sealer::begin_with(purpose, &stretched(), from(0x60)).unwrap();
    file.extend(sealer.push(text).unwrap());
    file.extend(sealer.finish().unwrap());
    file
}

fn read(file: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut opener = SealedFile::read_header(file)?.open(&stretched())?;
    let mut text = opener.push(&file[SealedFile::HEADER..])?.to_vec();
    text.extend_from_slice(&opener.finish()?);
    Ok(text)
}

fn golden() -> [(&'static str, Vec<u8>); 6] {
    [
        ("wrap_1_passphrase.bin", wrap(WrappingKey::Passphrase(&stretched()))),
        ("wrap_1_recovery.bin", wrap(WrappingKey::Recovery(&code()))),
        ("wrap_1_passkey.bin", wrap(WrappingKey::Passkey(&ANSWER))),
        ("recovery_1.txt", code().text().as_bytes().to_vec()),
        ("file_1_backup.bin", file(FilePurpose::Backup, TEXT)),
        ("file_1_share.bin", file(FilePurpose::Share, TEXT)),
    ]
}

fn stored(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

#[test]
fn every_format_is_what_it_was_to_the_byte() {
    for (name, made) in golden() {
        assert_eq!(stored(name), made, "{name}");
    }
}

#[test]
fn what_the_first_release_wrapped_still_opens() {
    let (stretched, code) = (stretched(), code());
    for (name, key) in [
        ("wrap_1_passphrase.bin", WrappingKey::Passphrase(&stretched)),
        ("wrap_1_recovery.bin", WrappingKey::Recovery(&code)),
        ("wrap_1_passkey.bin", WrappingKey::Passkey(&ANSWER)),
    ] {
        let opened = Wrap::read(&stored(name)).unwrap().open(key).unwrap();
        assert_eq!(opened.dangerously_bytes(), root().dangerously_bytes(), "{name}");
    }
    let text = String::from_utf8(stored("recovery_1.txt")).unwrap();
    assert_eq!(RecoveryCode::read(&text).unwrap().secret(), code.secret());
    assert_eq!(read(&stored("file_1_backup.bin")).unwrap(), TEXT);
    assert_eq!(read(&stored("file_1_share.bin")).unwrap(), TEXT);
}

/// Two chunks, the second not full.
#[test]
fn a_long_file_is_what_it_was_to_the_byte() {
    let text: Vec<u8> = (0..70_000_u32).map(|at| (at % 251) as u8).collect();
    let file = file(FilePurpose::Backup, &text);
    assert_eq!(file.len(), 88 + 71_680 + 2 * 16);
    let hash: [u8; 32] = Sha256::digest(&file).into();
    assert_eq!(hash.as_slice(), hex(LONG_FILE));
    assert_eq!(read(&file).unwrap(), text);
}

const LONG_FILE: &str = "d444bc04c0bfe1f1528e817af1aaaec7cc5d07418705e82fbea48f6c7158ce7a";

#[test]
fn the_published_page_shows_what_is_frozen() {
    let page = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("FORMATS.md")).unwrap();
    let page: String = page.split_whitespace().collect();
    for (name, made) in golden() {
        let shown = if name.ends_with(".txt") {
            String::from_utf8(made).unwrap()
        } else {
            made.iter().map(|byte| format!("{byte:02x}")).collect()
        };
        assert!(page.contains(&shown) && page.contains(name), "{name}");
    }
    let operation: String = stored("format_1_operation.bin").iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(page.contains(&operation) && page.contains(LONG_FILE));
}

/// Changes one byte and works the checksum out again, as somebody would who wants to be believed.
fn forged(whole: &[u8], length: usize, domain: &[u8], at: usize) -> Vec<u8> {
    let mut forged = whole.to_vec();
    forged[at] ^= 0x40;
    let sum = checksum(domain, &forged[..length - CHECKSUM]);
    forged[length - CHECKSUM..length].copy_from_slice(&sum);
    forged
}

#[test]
fn a_wrap_that_somebody_changed_never_opens() {
    let key = stretched();
    let whole = wrap(WrappingKey::Passphrase(&key));
    for at in 0..whole.len() - CHECKSUM {
        let forged = forged(&whole, whole.len(), b"handrail/v1/wrap", at);
        let why = Wrap::read(&forged).and_then(|wrap| wrap.open(WrappingKey::Passphrase(&key))).unwrap_err();
        let expected = match at {
            0 => VaultError::UnknownFormat(0x41),
            1 => VaultError::UnknownKind(0x41),
            2 => VaultError::UnknownKind(0x41),
            // A little more memory is within the bounds, and another key.
            3 | 4 if why == VaultError::OtherKey => VaultError::OtherKey,
            3..9 => VaultError::OutOfBounds,
            9..25 => VaultError::OtherKey,
            25..57 => VaultError::WrongSecret,
            _ => VaultError::Damaged,
        };
        assert_eq!(why, expected, "{at}");
    }
}

#[test]
fn a_header_that_somebody_changed_never_opens() {
    let whole = file(FilePurpose::Backup, TEXT);
    for at in 9..SealedFile::HEADER - CHECKSUM {
        let why = read(&forged(&whole, SealedFile::HEADER, b"handrail/v1/file", at)).unwrap_err();
        let expected = match at {
            9 | 10 => VaultError::UnknownKind(0x41),
            11 | 12 if why == VaultError::OtherKey => VaultError::OtherKey,
            11..17 => VaultError::OutOfBounds,
            17..33 => VaultError::OtherKey,
            33..65 => VaultError::WrongSecret,
            _ => VaultError::Damaged,
        };
        assert_eq!(why, expected, "{at}");
    }
}

#[test]
fn a_share_never_opens_as_a_backup() {
    let mut share = file(FilePurpose::Share, TEXT);
    share[9] = 1;
    let sum = checksum(b"handrail/v1/file", &share[..SealedFile::HEADER - CHECKSUM]);
    share[SealedFile::HEADER - CHECKSUM..SealedFile::HEADER].copy_from_slice(&sum);
    assert_eq!(read(&share), Err(VaultError::WrongSecret));
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
