//! What a package promises: it comes back whole for whoever it is for, with who sent it, or it says why not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;
use vault::{
    AddressKey, FilePurpose, LONGEST_PACKAGE, Outgoing, PackageError, ReadingKey, SALT, SealedFor, Sealer, SigningKey,
    Stretched, Stretching, open_package, open_under_passphrase, seal_package, sign,
};

fn client() -> SigningKey {
    SigningKey::from_seed(&[3; 32]).unwrap()
}

fn counselor() -> ReadingKey {
    ReadingKey::from_bytes(&[5; 32]).unwrap()
}

fn outgoing(payload: &[u8]) -> Outgoing<'_> {
    Outgoing { id: [7; 16], sent_utc_ms: 1_795_771_800_000, payload }
}

fn sealed(payload: &[u8]) -> Vec<u8> {
    seal_package(&client(), &counselor().address(), &outgoing(payload)).unwrap()
}

fn opened(file: &[u8]) -> Result<Vec<u8>, PackageError> {
    open_package(&counselor(), file).map(|signed| signed.payload.to_vec())
}

fn stretched(byte: u8) -> Stretched {
    Stretched::new(&[byte; 32], [9; SALT], Stretching::DEFAULT).unwrap()
}

fn under_passphrase(purpose: FilePurpose, payload: &[u8]) -> Vec<u8> {
    let signed = sign(&client(), None, &outgoing(payload)).unwrap();
    let (mut sealer, mut file) = Sealer::begin(purpose, &stretched(1)).unwrap();
    file.extend(sealer.push(&signed).unwrap());
    file.extend(sealer.finish().unwrap());
    file
}

#[test]
fn a_counselor_reads_what_was_sealed_for_them_and_from_whom_it_is() {
    let file = sealed(b"a page");
    assert!(matches!(SealedFor::of(&file), Ok(SealedFor::Key)));
    let signed = open_package(&counselor(), &file).unwrap();
    assert_eq!(signed.payload.as_slice(), b"a page");
    assert_eq!((signed.id, signed.sent_utc_ms), ([7; 16], 1_795_771_800_000));
    assert_eq!(signed.sender, client().verifying_key());
}

#[test]
fn under_a_passphrase_it_is_known_from_whom_it_is_too() {
    let file = under_passphrase(FilePurpose::Share, b"a page");
    assert!(matches!(SealedFor::of(&file), Ok(SealedFor::Passphrase(header)) if header.salt() == [9; SALT]));
    let signed = open_under_passphrase(&file, &stretched(1)).unwrap();
    assert_eq!((signed.payload.as_slice(), signed.sender), (&b"a page"[..], client().verifying_key()));
    assert_eq!(open_under_passphrase(&file, &stretched(2)).err(), Some(PackageError::WrongPassphrase));
}

#[test]
fn another_counselor_is_told_that_it_is_not_for_them() {
    let other = ReadingKey::make().unwrap();
    assert_eq!(open_package(&other, &sealed(b"a page")).err(), Some(PackageError::OtherKey));
}

#[test]
fn a_picture_a_letter_and_a_backup_are_no_packages() {
    for other in [&b"\x89PNG\r\n\x1a\n and a picture"[..], b"Dear Sam,", b"{}", b"%PDF-1.7"] {
        assert_eq!(opened(other), Err(PackageError::NotAPackage));
        assert_eq!(SealedFor::of(other).err(), Some(PackageError::NotAPackage));
    }
    assert_eq!(opened(b""), Err(PackageError::CutOff));
    let backup = under_passphrase(FilePurpose::Backup, b"everything");
    assert_eq!(SealedFor::of(&backup).err(), Some(PackageError::Backup));
    assert_eq!(open_under_passphrase(&backup, &stretched(1)).err(), Some(PackageError::Backup));
    assert_eq!(open_under_passphrase(&sealed(b"a page"), &stretched(1)).err(), Some(PackageError::OtherKey));
}

#[test]
fn a_package_without_a_signature_inside_is_none() {
    let (mut sealer, mut file) = Sealer::begin(FilePurpose::Share, &stretched(1)).unwrap();
    file.extend(sealer.push(b"a page that nobody signed").unwrap());
    file.extend(sealer.finish().unwrap());
    assert_eq!(open_under_passphrase(&file, &stretched(1)).err(), Some(PackageError::Newer));
}

#[test]
fn more_than_a_package_holds_is_refused_on_both_sides() {
    let long = vec![0; LONGEST_PACKAGE];
    assert_eq!(seal_package(&client(), &counselor().address(), &outgoing(&long)).err(), Some(PackageError::TooLong));
    assert_eq!(sign(&client(), None, &outgoing(&long)).err(), Some(PackageError::TooLong));
    let nearly = &long[..LONGEST_PACKAGE - 200];
    assert!(seal_package(&client(), &counselor().address(), &outgoing(nearly)).is_err());
    let fits = sealed(&long[..900_000]);
    assert!(fits.len() <= LONGEST_PACKAGE && opened(&fits).unwrap().len() == 900_000);
    let mut grown = fits;
    grown.resize(LONGEST_PACKAGE + 1, 0);
    assert_eq!(opened(&grown), Err(PackageError::TooLong));
    assert_eq!(SealedFor::of(&grown).err(), Some(PackageError::TooLong));
    let mut share = under_passphrase(FilePurpose::Share, b"a page");
    share.resize(LONGEST_PACKAGE + 1, 0);
    assert_eq!(open_under_passphrase(&share, &stretched(1)).err(), Some(PackageError::TooLong));
}

#[test]
fn the_size_tells_little_and_the_bytes_tell_nothing() {
    let sizes: BTreeSet<usize> = (0..20_000).step_by(97).map(|length| sealed(&vec![b'a'; length]).len()).collect();
    assert!(sizes.len() < 80, "{} sizes", sizes.len());
    assert_eq!(sizes.first(), Some(&(78 + 256 + 16)));
    let (one, other) = (sealed(b"a page"), sealed(b"a page"));
    let alike = one[10..].iter().zip(&other[10..]).filter(|(a, b)| a == b).count();
    assert!(alike < 20, "{alike} bytes are the same");
}

#[test]
fn each_part_that_is_damaged_says_so() {
    let whole = sealed(b"a page");
    for bit in 0..whole.len() * 8 {
        let mut damaged = whole.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let expected = match bit / 8 {
            0..8 => PackageError::NotAPackage,
            8 | 9 => PackageError::Newer,
            _ => PackageError::Damaged,
        };
        assert_eq!(opened(&damaged), Err(expected), "bit {bit}");
    }
}

#[test]
fn a_package_cut_off_anywhere_says_that_its_end_is_missing() {
    let whole = sealed(&[b'a'; 2000]);
    for length in 0..whole.len() {
        let why = opened(&whole[..length]).unwrap_err();
        // A length that some shorter package would have: then nobody can tell it from damage.
        let is_some_length = length > 300 && why == PackageError::Damaged;
        assert!(why == PackageError::CutOff || is_some_length, "{length}: {why:?}");
    }
}

#[test]
fn no_key_prints_itself() {
    let printed = format!("{:?} {:?} {:?}", client(), counselor(), counselor().address());
    assert_eq!(printed, "SigningKey(secret) ReadingKey(secret) AddressKey(…)");
    assert_eq!(ReadingKey::from_bytes(&[5; 31]).err(), Some(PackageError::WeakKey));
    assert!(SigningKey::from_seed(&[5; 33]).is_err());
    assert_eq!(ReadingKey::from_bytes(counselor().dangerously_bytes()).unwrap().address(), counselor().address());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_sealed_opens_again(payload in vec(any::<u8>(), 0..3000), id in any::<[u8; 16]>(), sent_utc_ms in any::<i64>()) {
        let outgoing = Outgoing { id, sent_utc_ms, payload: &payload };
        let file = seal_package(&client(), &counselor().address(), &outgoing).unwrap();
        let signed = open_package(&counselor(), &file).unwrap();
        prop_assert_eq!((signed.id, signed.sent_utc_ms, signed.payload.to_vec()), (id, sent_utc_ms, payload));
    }

    #[test]
    fn any_bytes_are_refused_without_harm(bytes in vec(any::<u8>(), 0..600), header in any::<bool>()) {
        let file = if header { [&sealed(b"a page")[..78], &bytes].concat() } else { bytes };
        prop_assert!(opened(&file).is_err());
        prop_assert!(open_under_passphrase(&file, &stretched(1)).is_err());
    }

    #[test]
    fn any_damage_is_noticed(length in 0_usize..5000, at in any::<Index>(), flip in 1_u8..) {
        let mut file = sealed(&vec![7; length]);
        let at = at.index(file.len());
        file[at] ^= flip;
        prop_assert!(opened(&file).is_err());
    }

    #[test]
    fn cut_off_or_grown_it_never_opens(length in 0_usize..5000, at in any::<Index>(), more in vec(any::<u8>(), 1..100)) {
        let file = sealed(&vec![7; length]);
        prop_assert!(opened(&file[..at.index(file.len())]).is_err());
        prop_assert!(opened(&[file, more].concat()).is_err());
    }

    #[test]
    fn any_secret_has_an_address_that_can_be_copied(secret in any::<[u8; 32]>()) {
        let address = ReadingKey::from_bytes(&secret).unwrap().address();
        prop_assert_eq!(AddressKey::read(&address.text()), Ok(address));
    }
}
