//! What a sealed row promises: it opens where it belongs and nowhere else, and nothing that touched it goes unnoticed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_assume, proptest};
use proptest::sample::{Index, select};
use vault::{LocalKey, Place, Purpose, RootKey, VaultError, open, seal};

const PURPOSES: [Purpose; 7] = [
    Purpose::Operation,
    Purpose::Leaf,
    Purpose::Directory,
    Purpose::Head,
    Purpose::Contacts,
    Purpose::Meetings,
    Purpose::Used,
];
/// Format, suite, key id, device, nonce, and the tag.
const AROUND: usize = 1 + 1 + 8 + 8 + 24 + 16;

fn key(byte: u8) -> LocalKey {
    LocalKey::derive(&RootKey::from_bytes(&[byte; 32]).unwrap())
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    seal(&key(1), &Place { purpose: Purpose::Operation, row: b"row", device: [7; 8] }, plain).unwrap()
}

fn opened(sealed: &[u8]) -> Result<Vec<u8>, VaultError> {
    open(&key(1), Purpose::Operation, b"row", sealed)
}

fn bytes(lengths: Range<usize>) -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), lengths)
}

#[test]
fn a_note_comes_back_as_it_was() {
    let note = "Vi a Sam. Me fui. 🌊 שלום".as_bytes();
    assert_eq!(opened(&sealed(note)).unwrap(), note);
}

#[test]
fn the_note_is_not_to_be_seen_in_what_is_stored() {
    let note = b"saw sam at the corner";
    assert!(!sealed(note).windows(4).any(|stored| note.windows(4).any(|written| written == stored)));
}

#[test]
fn the_same_note_never_looks_the_same_twice() {
    assert_ne!(sealed(b"note"), sealed(b"note"));
}

#[test]
fn one_flipped_bit_anywhere_never_opens() {
    let whole = sealed(b"note");
    for bit in 0..whole.len() * 8 {
        let mut damaged = whole.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        assert!(opened(&damaged).is_err(), "bit {bit} went unnoticed");
    }
}

#[test]
fn each_part_that_is_damaged_says_what_is_wrong() {
    let damage = |at: usize| {
        let mut bytes = sealed(b"note");
        bytes[at] ^= 0x80;
        opened(&bytes).unwrap_err()
    };
    assert_eq!(damage(0), VaultError::UnknownFormat(0x81));
    assert_eq!(damage(1), VaultError::UnknownSuite(0x81));
    assert_eq!(damage(2), VaultError::OtherKey);
    assert_eq!(damage(10), VaultError::NotAuthentic, "the device");
    assert_eq!(damage(18), VaultError::NotAuthentic, "the nonce");
    assert_eq!(damage(42), VaultError::NotAuthentic, "the body");
    assert_eq!(damage(sealed(b"note").len() - 1), VaultError::NotAuthentic, "the tag");
}

#[test]
fn a_row_cut_short_or_grown_never_opens() {
    let whole = sealed(b"note");
    for length in 0..whole.len() {
        assert!(opened(&whole[..length]).is_err());
    }
    assert_eq!(opened(&[]), Err(VaultError::TooShort));
    assert_eq!(opened(&whole[..AROUND - 1]), Err(VaultError::TooShort));
    assert_eq!(opened(&[whole.as_slice(), &[0]].concat()), Err(VaultError::NotAuthentic));
}

#[test]
fn a_row_opens_with_its_own_key_only() {
    let whole = sealed(b"note");
    assert_eq!(open(&key(2), Purpose::Operation, b"row", &whole), Err(VaultError::OtherKey));
    let mut renamed = whole;
    renamed[2..10].copy_from_slice(&key(2).id());
    assert_eq!(open(&key(2), Purpose::Operation, b"row", &renamed), Err(VaultError::NotAuthentic));
}

#[test]
fn a_row_says_it_came_from_its_own_device_only() {
    let mut renamed = sealed(b"note");
    renamed[10..18].copy_from_slice(&[8; 8]);
    assert_eq!(opened(&renamed), Err(VaultError::NotAuthentic));
}

#[test]
fn one_purpose_never_opens_as_another() {
    for made in PURPOSES {
        let whole = seal(&key(1), &Place { purpose: made, row: b"row", device: [7; 8] }, b"note").unwrap();
        for read in PURPOSES {
            assert_eq!(open(&key(1), read, b"row", &whole).is_ok(), made == read, "{made:?} as {read:?}");
        }
    }
}

#[test]
fn a_note_of_a_megabyte_comes_back() {
    let note = vec![b'a'; 1 << 20];
    assert_eq!(opened(&sealed(&note)).unwrap(), note);
}

#[test]
fn ten_thousand_lengths_are_stored_in_few_sizes() {
    let lengths = (0..10_000).step_by(13);
    let sizes: BTreeSet<usize> = lengths.map(|length| sealed(&vec![b'a'; length]).len()).collect();
    assert!(sizes.len() < 100, "{} sizes", sizes.len());
    assert_eq!(sizes.first(), Some(&(256 + AROUND)));
}

proptest! {
    #[test]
    fn what_is_sealed_opens_again(
        plain in bytes(0..3000),
        row in bytes(0..40),
        device in any::<[u8; 8]>(),
        purpose in select(PURPOSES.to_vec()),
    ) {
        let whole = seal(&key(1), &Place { purpose, row: &row, device }, &plain).unwrap();
        prop_assert_eq!(open(&key(1), purpose, &row, &whole).unwrap(), plain);
    }

    #[test]
    fn another_row_never_opens(row in bytes(0..12), other in bytes(0..12)) {
        prop_assume!(row != other);
        let whole = seal(&key(1), &Place { purpose: Purpose::Leaf, row: &row, device: [7; 8] }, b"note").unwrap();
        prop_assert_eq!(open(&key(1), Purpose::Leaf, &other, &whole), Err(VaultError::NotAuthentic));
    }

    #[test]
    fn any_damage_to_a_long_note_is_noticed(length in 0_usize..3000, at in any::<Index>(), flip in 1_u8..) {
        let mut whole = sealed(&vec![b'a'; length]);
        let at = at.index(whole.len());
        whole[at] ^= flip;
        prop_assert!(opened(&whole).is_err());
    }

    #[test]
    fn any_bytes_are_refused_without_harm(mut bytes in bytes(0..600), known in any::<bool>()) {
        if known && bytes.len() >= 10 {
            bytes[0] = 1;
            bytes[1] = 1;
            bytes[2..10].copy_from_slice(&key(1).id());
        }
        prop_assert!(opened(&bytes).is_err());
    }
}
