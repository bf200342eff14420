//! Rings that were kept by every version so far, and what is none.

use super::super::{Came, Key, Mark, Program, Ring, Seen, Sent};
use super::RingError;
use chrono::NaiveDate;
use proptest::prelude::{any, prop_assert, proptest};
use vault::{ReadingKey, VerifyingKey};
use zeroize::Zeroizing;

fn path(version: u8) -> std::path::PathBuf {
    std::path::PathBuf::from(format!("{}/ring/golden/v{version}.bin", env!("CARGO_MANIFEST_DIR")))
}

fn golden(version: u8) -> Vec<u8> {
    std::fs::read(path(version)).unwrap()
}

#[test]
#[ignore = "writes what is missing; cargo xtask golden"]
fn write_golden() {
    let path = path(super::VERSION);
    if !path.exists() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, ring().encode().unwrap()).unwrap();
    }
}

fn page(number: u8) -> Mark<'static> {
    let sender = VerifyingKey::from_bytes([number; 32]);
    Mark { id: [number; 16], sender, name: "Ana  López", sent_utc_ms: 1_795_000_000_000 + i64::from(number) }
}

/// What version 1 could say of it.
fn without_programs() -> Ring {
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let key = |number: u8, made| Key { reading: ReadingKey::from_bytes(&[number; 32]).unwrap(), made };
    let mut ring = Ring { keys: vec![key(8, day(20)), key(7, day(1))], ..Ring::default() };
    ring.remember(page(3), day(21));
    ring
}

fn ring() -> Ring {
    let mut ring = without_programs();
    ring.take_seed(Zeroizing::new([5; 32]));
    ring.keep(Program { id: [1; 16], highest: 7, file: vec![0x89, b'H', b'R', b'C', 1, 2, 3] });
    ring.keep(Program { id: [2; 16], highest: 300, file: vec![0x89, b'H', b'R', b'C'] });
    ring.set_app("https://app.example/");
    ring
}

#[test]
fn keys_that_were_kept_are_read_by_every_later_page() {
    for (version, ring) in [(1, without_programs()), (2, ring())] {
        let found = Ring::decode(&golden(version)).unwrap();
        assert_eq!(found.encode().unwrap(), ring.encode().unwrap(), "version {version}");
        let addresses = |ring: &Ring| ring.keys().iter().map(|key| key.reading.address()).collect::<Vec<_>>();
        assert_eq!(addresses(&found), addresses(&ring));
        let on = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(found.look(page(3)), Seen { sender: Sent::Same, page: Came::Before(on) });
        assert!(found.signer() == ring.signer() && found.programs() == ring.programs() && found.app() == ring.app());
    }
    assert_eq!(ring().encode().unwrap().as_slice(), golden(2), "the shape that is written has changed");
}

#[test]
fn keys_of_a_newer_page_are_told_from_damage() {
    for version in [1, 2] {
        let golden = golden(version);
        let mut newer = golden.clone();
        newer[0] = 3;
        assert_eq!(Ring::decode(&newer).err(), Some(RingError::Newer));
        for bytes in [&[][..], &[0], &[version], &[version, 0, 0, 0], &[golden.as_slice(), &[0]].concat()] {
            assert_eq!(Ring::decode(bytes).err(), Some(RingError::Unreadable));
        }
    }
}

#[test]
fn a_ring_with_more_than_is_kept_is_none() {
    let with = |file: usize, programs: usize, app: usize| {
        let program = |id| Program { id: [id; 16], highest: 1, file: vec![0; file] };
        let programs = (0..u8::try_from(programs).unwrap()).map(program).collect();
        let ring = Ring { programs, app: "a".repeat(app), ..ring() };
        Ring::decode(&ring.encode().unwrap()).is_ok()
    };
    assert!(with(48 * 1024, 12, 2_000));
    assert!(!with(48 * 1024 + 1, 1, 0) && !with(1, 13, 0) && !with(1, 1, 2_001));
}

#[test]
fn a_very_long_name_is_compared_as_far_as_it_is_kept() {
    let mut ring = ring();
    let name = "ñ".repeat(5_000);
    ring.accept(Mark { name: &name, ..page(9) });
    let found = Ring::decode(&ring.encode().unwrap()).unwrap();
    assert_eq!((found.senders(), found.look(Mark { name: &name, ..page(10) }).sender), (2, Sent::Other));
}

proptest! {
    #[test]
    fn any_bytes_are_a_ring_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Ring::decode(&bytes);
        let _ = Ring::decode(&[&[1], bytes.as_slice()].concat());
        let _ = Ring::decode(&[&[2], bytes.as_slice()].concat());
    }

    #[test]
    fn a_ring_that_was_cut_off_is_refused(at in any::<proptest::sample::Index>()) {
        let golden = golden(2);
        prop_assert!(Ring::decode(&golden[..at.index(golden.len())]).is_err());
    }
}
