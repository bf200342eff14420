//! What holds for every program: opened and signed again it says the same, and its lines keep their numbers.

use chrono::NaiveDate;
use domain::Zone;
use domain::pack::{Pack, PackLine};
use domain::samples::pack::any_pack;
use proptest::prelude::*;
use vault::VerifyingKey;

use super::draft::Draft;
use super::out::{app_address, open};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
}

fn signer() -> VerifyingKey {
    VerifyingKey::from_bytes([7; 32])
}

/// No version comes after the last.
fn versions(pack: &Pack) -> bool {
    pack.version() < u32::MAX && !pack.lines().is_empty()
}

proptest! {
    #[test]
    fn a_program_that_was_opened_and_signed_again_says_the_same(pack in any_pack().prop_filter("none", versions)) {
        let draft = Draft::of(&pack, signer(), None);
        let next = draft.pack(signer(), [1; 16], today(), &Zone::utc()).unwrap();
        prop_assert_eq!((next.id(), next.version()), (pack.id(), pack.version() + 1));
        prop_assert!(next.lines() == pack.lines());
        prop_assert!(next.from() == pack.from() && next.clinic() == pack.clinic());
        prop_assert_eq!(next.language(), pack.language());
        prop_assert!(draft.asks(&next).is_empty());
        prop_assert!(!draft.is_changed());
    }

    #[test]
    fn somebody_elses_program_becomes_one_of_its_own(pack in any_pack().prop_filter("none", versions)) {
        let draft = Draft::of(&pack, VerifyingKey::from_bytes([8; 32]), None);
        let own = draft.pack(signer(), [1; 16], today(), &Zone::utc()).unwrap();
        prop_assert_eq!((own.id(), own.version()), ([1; 16], 1));
        let numbers: Vec<u16> = own.lines().iter().map(PackLine::number).collect();
        prop_assert_eq!(numbers, (1..=u16::try_from(pack.lines().len()).unwrap()).collect::<Vec<_>>());
        prop_assert!(own.lines().iter().zip(pack.lines()).all(|(own, theirs)| own.offered() == theirs.offered()));
    }

    #[test]
    fn whatever_is_typed_gives_an_address_or_none(typed in "\\PC{0,60}", bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        let address = app_address(&typed, None);
        prop_assert!(address.is_none_or(|address| address.to_lowercase().starts_with("https://") && address.ends_with('/')));
        let _ = open(&bytes);
    }
}
