//! The key of a counselor as people copy it: forgiving where that does no harm, and precise where it does.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use proptest::prelude::{any, prop_assert, prop_assert_eq, prop_assert_ne, proptest};
use proptest::sample::Index;
use vault::{AddressError, AddressKey, VerifyingKey};

fn address() -> AddressKey {
    AddressKey::from_bytes(core::array::from_fn(|at| at as u8)).unwrap()
}

fn list() -> String {
    (0..1024).map(|at| format!("w{at}\n")).collect()
}

#[test]
fn a_key_is_a_prefix_and_fourteen_groups_of_four() {
    let text = address().text();
    let groups: Vec<&str> = text.split('-').collect();
    assert!(groups[0] == "HRK1" && groups.len() == 15 && groups.iter().all(|group| group.len() == 4), "{text}");
    // What a QR code writes in its short form.
    assert!(text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-'));
}

#[test]
fn a_key_copied_in_a_hurry_is_the_same_key() {
    let text = address().text();
    for copied in [
        text.to_lowercase(),
        text.replace('-', ""),
        text.replace('-', "\r\n"),
        text.replace('-', " – "),
        text.replace('0', "O").replace('1', "l"),
        format!("  {}\n", text.replace('-', "\u{a0}")),
    ] {
        assert_eq!(AddressKey::read(&copied), Ok(address()), "{copied}");
    }
}

#[test]
fn what_is_wrong_with_a_key_is_said() {
    let text = address().text();
    assert_eq!(AddressKey::read(&text[..text.len() - 1]), Err(AddressError::Length));
    assert_eq!(AddressKey::read(&format!("{text}0")), Err(AddressError::Length));
    assert_eq!(AddressKey::read(&text.replacen("4", "5", 1)), Err(AddressError::Typo));
    assert_eq!(AddressKey::read(&text.replacen("4", "U", 1)), Err(AddressError::Typo));
    assert_eq!(AddressKey::read(&text.replacen("HRK1", "HRK2", 1)), Err(AddressError::Newer));
    assert_eq!(AddressKey::read(&text.replacen("HRK1", "HRK", 1)[..3]), Err(AddressError::NotAKey));
    for other in ["", "HR", "hello", "https://example.org/HRK1", "ñ", &"HRK1".repeat(1000)] {
        assert_eq!(AddressKey::read(other), Err(AddressError::NotAKey), "{other}");
    }
}

#[test]
fn a_key_that_protects_nothing_is_refused() {
    let mut one = [0; 32];
    assert_eq!(AddressKey::from_bytes(one), Err(AddressError::Weak));
    one[0] = 1;
    assert_eq!(AddressKey::from_bytes(one), Err(AddressError::Weak));
    // 9, written as it should be, with the upper bit set, and with the order of the field added to it.
    one[0] = 9;
    assert!(AddressKey::from_bytes(one).is_ok());
    one[31] = 0x80;
    assert_eq!(AddressKey::from_bytes(one), Err(AddressError::Weak));
    let mut added = [0xff; 32];
    (added[0], added[31]) = (0xed + 9, 0x7f);
    assert_eq!(AddressKey::from_bytes(added), Err(AddressError::Weak));
    added[0] = 0xeb;
    assert!(AddressKey::from_bytes(added).is_ok());
}

proptest! {
    #[test]
    fn any_key_comes_back_from_its_text(mut bytes in any::<[u8; 32]>()) {
        bytes[31] &= 0x3f;
        let key = AddressKey::from_bytes(bytes).unwrap();
        prop_assert_eq!(AddressKey::read(&key.text()), Ok(key));
        prop_assert_eq!(AddressKey::from_bytes(key.bytes()), Ok(key));
    }

    #[test]
    fn any_text_is_a_key_or_refused(text in "(HRK1)?\\PC{0,80}") {
        prop_assert!(AddressKey::read(&text).is_err());
    }

    #[test]
    fn one_letter_that_is_wrong_is_noticed(mut bytes in any::<[u8; 32]>(), at in any::<Index>(), letter in "[0-9A-HJKMNP-TV-Z]") {
        bytes[31] &= 0x3f;
        let key = AddressKey::from_bytes(bytes).unwrap();
        let text = key.text();
        let places: Vec<usize> = text.char_indices().skip(5).filter(|(_, letter)| *letter != '-').map(|(at, _)| at).collect();
        let at = places[at.index(places.len())];
        let typed = format!("{}{letter}{}", &text[..at], &text[at + 1..]);
        prop_assert_eq!(AddressKey::read(&typed).is_ok(), typed == text);
    }

    #[test]
    fn two_keys_have_other_words_and_a_sender_has_others_than_an_address(mut bytes in any::<[u8; 32]>(), flip in 0_usize..240) {
        bytes[31] &= 0x3f;
        let list = list();
        let words = AddressKey::from_bytes(bytes).unwrap().words(&list).unwrap();
        prop_assert_ne!(words, VerifyingKey::from_bytes(bytes).words(&list).unwrap());
        bytes[flip / 8] ^= 1 << (flip % 8);
        prop_assert_ne!(words, AddressKey::from_bytes(bytes).unwrap().words(&list).unwrap());
    }
}
