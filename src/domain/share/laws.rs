//! What holds for all bytes: a consent and a package come back as they went, and no damage makes one of them what it was not.

use super::{Consent, ConsentError, Handed, HandedError, MOST_CONSENT_BYTES, MOST_HANDED_BYTES};
use crate::samples::share::{any_consent, any_handed};
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_consent_comes_back_as_it_went(consent in any_consent(), cut in any::<prop::sample::Index>()) {
        let bytes = consent.encode().unwrap();
        prop_assert!(bytes.len() < MOST_CONSENT_BYTES);
        prop_assert!(Consent::decode(&bytes[..cut.index(bytes.len())]).is_err());
        prop_assert!(Consent::decode(&[&bytes[..], &[0]].concat()) == Err(ConsentError::Unreadable));
        prop_assert!(Consent::decode(&bytes) == Ok(consent));
    }

    #[test]
    fn a_package_comes_back_as_it_went(handed in any_handed(), cut in any::<prop::sample::Index>()) {
        let bytes = handed.encode().unwrap();
        prop_assert!(Handed::decode(&bytes[..cut.index(bytes.len())]).is_err());
        prop_assert!(Handed::decode(&[&bytes[..], &[0]].concat()) == Err(HandedError::Unreadable));
        prop_assert!(handed.page() == handed.sheet().encode().unwrap());
        prop_assert!(Handed::decode(&bytes) == Ok(handed));
    }

    #[test]
    fn any_bytes_are_read_or_refused_and_what_is_read_is_written_back(version in 0..3u8, body in vec(any::<u8>(), 0..300)) {
        let bytes = [&[version], &body[..]].concat();
        if let Ok(consent) = Consent::decode(&bytes) {
            prop_assert!(Consent::decode(&consent.encode().unwrap()) == Ok(consent));
        }
        if let Ok(handed) = Handed::decode(&bytes) {
            prop_assert!(Handed::decode(&handed.encode().unwrap()) == Ok(handed));
        }
    }
}

proptest! {
    // Each case is some hundreds of packages, one for every byte.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_flipped_byte_does_harm(handed in any_handed(), flip in 1..=255u8) {
        let bytes = handed.encode().unwrap();
        for position in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[position] ^= flip;
            // A flipped letter of a name is still a name: whether bytes are whole is the seal's to know.
            if let Ok(other) = Handed::decode(&damaged) {
                prop_assert!(Handed::decode(&other.encode().unwrap()) == Ok(other));
            }
        }
    }
}

#[test]
fn what_is_too_long_or_newer_is_told_from_what_is_damaged() {
    assert!(Handed::decode(&[1; MOST_HANDED_BYTES + 1]) == Err(HandedError::TooLong));
    assert!(Handed::decode(&[2; MOST_HANDED_BYTES + 1]) == Err(HandedError::Newer));
    assert!(Consent::decode(&[1; MOST_CONSENT_BYTES + 1]) == Err(ConsentError::Unreadable));
    assert!(Consent::decode(&[2, 1]) == Err(ConsentError::Newer));
    for damaged in [&[][..], &[0], &[1]] {
        assert!(Handed::decode(damaged) == Err(HandedError::Unreadable));
        assert!(Consent::decode(damaged) == Err(ConsentError::Unreadable));
    }
}
