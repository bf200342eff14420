//! What opens a lock, and how a try is counted: before it is made, and not at all when nothing was tried.

use std::cell::Cell;

use storage::{Area, DeviceKey, Memory, StoreError};
use vault::{RecoveryCode, RootKey, Stretched, Stretching, Wrap, WrapKind, WrappingKey, make_salt, name_passkey};

use super::world::{MINUTE_MS, Phone, START_MS, World, intensity, new_phone, now, numbers};
use crate::Journal;
use crate::journal::rows::LOCK;
use crate::lock::{
    Kept, Lock, LockError, NotOpened, Tries, attempt, kept, make_check, note_failed_try, note_no_try, root_by_device,
    wait_before_try,
};

/// The worker's answer for a passphrase, without the second it takes.
fn stretched(typed: u8, salt: [u8; 16]) -> Stretched {
    Stretched::new(&[typed; 32], salt, Stretching::DEFAULT).unwrap()
}

fn passphrase(root: &RootKey, typed: u8) -> Vec<u8> {
    Wrap::of_root(root, WrappingKey::Passphrase(&stretched(typed, make_salt().unwrap()))).unwrap()
}

fn lock_of(home: &Memory) -> Lock {
    match now(kept(home)).unwrap() {
        Kept::Locked(lock) | Kept::Screen(lock) => lock,
        Kept::Nothing | Kept::ByDevice => panic!("not locked"),
    }
}

/// A journal that is locked under the passphrase 1, this code and the passkey 9.
fn locked() -> (Memory, World, Phone, RecoveryCode) {
    let (home, world, phone) = new_phone();
    now(phone.log_craving(intensity(7), None)).unwrap();
    let (root, code) = (now(root_by_device(&home)).unwrap(), RecoveryCode::make().unwrap());
    let by_code = Wrap::of_root(&root, WrappingKey::Recovery(&code)).unwrap();
    let by_passkey = Wrap::of_root(&root, WrappingKey::Passkey(&[9; 32])).unwrap();
    let wraps = vec![passphrase(&root, 1), by_code, name_passkey(&by_passkey, b"one").unwrap()];
    now(phone.set_lock(&root, wraps, Some(60))).unwrap();
    (home, world, phone, code)
}

/// What somebody types at the lock screen.
fn tries(home: &Memory, typed: u8, at_ms: i64) -> Result<RootKey, NotOpened<&'static str>> {
    let lock = lock_of(home);
    let trying = Box::pin(async move {
        let (salt, _) = lock.stretching().unwrap();
        Ok(lock.open(WrappingKey::Passphrase(&stretched(typed, salt))))
    });
    now(attempt(home, at_ms, trying))
}

#[test]
fn passphrase_code_and_passkey_open_the_same_journal() {
    let (home, world, phone, code) = locked();
    drop(phone);
    let lock = lock_of(&home);
    assert_eq!(lock.passkeys(), [b"one"]);
    let roots = [
        tries(&home, 1, START_MS).unwrap(),
        lock.open(WrappingKey::Recovery(&code)).unwrap(),
        lock.open(WrappingKey::Passkey(&[9; 32])).unwrap(),
    ];
    for root in roots {
        assert_eq!(numbers(&now(Journal::open_with(home.clone(), world.clone(), root)).unwrap()), [7]);
    }
    assert!(lock.open(WrappingKey::Passkey(&[8; 32])).is_none());
    assert!(lock.open(WrappingKey::Recovery(&RecoveryCode::make().unwrap())).is_none());
}

#[test]
fn a_new_passphrase_leaves_the_code_and_the_passkey_and_ends_the_old_one() {
    let (home, _, phone, code) = locked();
    let lock = lock_of(&home);
    let root = lock.open(WrappingKey::Recovery(&code)).unwrap();
    now(phone.replace_wraps(&root, lock.wraps_with(WrapKind::Passphrase, Some(passphrase(&root, 2))))).unwrap();
    assert!(matches!(tries(&home, 1, START_MS), Err(NotOpened::Wrong(0))));
    assert!(tries(&home, 2, START_MS).is_ok());
    let lock = lock_of(&home);
    assert_eq!(lock.wraps.len(), 3);
    assert!(lock.open(WrappingKey::Recovery(&code)).is_some());
    now(phone.replace_wraps(&root, lock.wraps_with(WrapKind::Passkey, None))).unwrap();
    let lock = lock_of(&home);
    assert_eq!((lock.passkeys().len(), lock.wraps.len()), (0, 2));
    assert!(lock.open(WrappingKey::Passkey(&[9; 32])).is_none());
}

#[test]
fn what_a_newer_app_knows_as_a_key_is_kept_when_the_passphrase_changes() {
    let newer = b"a wrap of a format that is yet to come".to_vec();
    let lock = Lock {
        is_screen: false,
        wraps: vec![newer.clone(), passphrase(&RootKey::make().unwrap(), 1)],
        made_utc_ms: 0,
        auto_lock_s: None,
        tries: Tries::default(),
    };
    assert_eq!(lock.wraps_with(WrapKind::Passphrase, Some(vec![7])), [newer, vec![7]]);
    assert!(lock.stretching().is_some());
}

#[test]
fn a_try_is_counted_before_it_is_made_and_forgotten_when_it_opens() {
    let (home, ..) = locked();
    let counted = Cell::new(0);
    let looking = Box::pin(async {
        counted.set(lock_of(&home).tries.failed);
        Ok::<_, ()>(None)
    });
    assert!(matches!(now(attempt(&home, START_MS, looking)), Err(NotOpened::Wrong(0))));
    assert_eq!(counted.get(), 1, "whoever closes the tab now has tried");
    assert!(matches!(tries(&home, 3, START_MS), Err(NotOpened::Wrong(0))));
    assert!(matches!(tries(&home, 3, START_MS), Err(NotOpened::Wrong(30_000))));
    // The right one helps only when the waiting is over.
    assert!(matches!(tries(&home, 1, START_MS + 29_000), Err(NotOpened::Wait(1_000))));
    assert!(tries(&home, 1, START_MS + 30_000).is_ok());
    assert_eq!(lock_of(&home).tries, Tries::default());
}

#[test]
fn a_try_that_came_to_nothing_costs_nothing() {
    let (home, ..) = locked();
    let stops = |at_ms| now(attempt(&home, at_ms, Box::pin(async { Err("the worker stopped") })));
    for _ in 0..5 {
        assert_eq!(stops(START_MS).err(), Some(NotOpened::NotTried("the worker stopped")));
    }
    assert_eq!((lock_of(&home).tries.failed, now(wait_before_try(&home, START_MS))), (0, Ok(0)));
    // Also not between tries that were made: the third of those is the one that is followed by waiting.
    for _ in 0..2 {
        assert!(matches!(tries(&home, 3, START_MS), Err(NotOpened::Wrong(0))));
        assert!(stops(START_MS).is_err());
    }
    assert!(matches!(tries(&home, 3, START_MS), Err(NotOpened::Wrong(30_000))));
    assert!(stops(START_MS + 30_000).is_err());
    assert_eq!(now(wait_before_try(&home, START_MS + 30_000)), Ok(0));
    assert!(matches!(tries(&home, 3, START_MS + 30_000), Err(NotOpened::Wrong(MINUTE_MS))));
}

#[test]
fn what_another_tab_counted_meanwhile_stays_counted() {
    let (home, ..) = locked();
    for _ in 0..2 {
        now(note_failed_try(&home, START_MS)).unwrap();
    }
    let mine = now(note_failed_try(&home, START_MS)).unwrap();
    let theirs = now(note_failed_try(&home, START_MS + 1)).unwrap();
    let left = now(note_no_try(&home, mine)).unwrap();
    assert_eq!((left.failed, left.until_utc_ms), (3, theirs.until_utc_ms));
}

#[test]
fn on_a_full_phone_nothing_is_tried_that_could_not_be_counted() {
    let (home, ..) = locked();
    let _ = home.clone().failing_at(1, StoreError::Full);
    let full = NotOpened::NotCounted(LockError::Store(StoreError::Full));
    assert_eq!(tries(&home, 1, START_MS).err(), Some(full));
    // Forgetting the tries is not worth keeping somebody outside.
    let _ = home.clone().failing_at(2, StoreError::Full);
    assert!(tries(&home, 1, START_MS).is_ok());
}

#[test]
fn a_pin_is_compared_on_this_device_only_and_gives_no_key_away() {
    let (home, world, phone) = new_phone();
    now(phone.log_craving(intensity(4), None)).unwrap();
    let root = now(root_by_device(&home)).unwrap();
    let check = make_check(WrappingKey::Passphrase(&stretched(4, [3; 16]))).unwrap();
    now(phone.set_privacy_screen(&root, check, Some(60))).unwrap();
    assert_eq!(lock_of(&home).stretching(), None, "on the disk there is nothing to guess with");
    let screen = now(lock_of(&home).uncovered(&home)).unwrap();
    let (salt, _) = screen.stretching().unwrap();
    let opened = screen.open(WrappingKey::Passphrase(&stretched(4, salt))).unwrap();
    assert_ne!(opened.dangerously_bytes(), root.dangerously_bytes());
    assert!(screen.open(WrappingKey::Passphrase(&stretched(5, salt))).is_none());
    assert_eq!(numbers(&now(Journal::open_screened(home.clone(), world)).unwrap()), [4]);
    // Another device has nothing to compare with.
    let stranger = new_phone().0;
    assert!(matches!(now(lock_of(&home).uncovered(&stranger)), Err(StoreError::Refused)));
    assert!(now(stranger.unwrap(&lock_of(&home).wraps[0])).is_err());
}

#[test]
fn a_forgotten_pin_costs_an_hour_and_a_half_and_a_forgotten_passphrase_stays_forgotten() {
    let (home, ..) = locked();
    let mut lock = lock_of(&home);
    let (mut at_ms, mut tried) = (START_MS, 0);
    lock.is_screen = true;
    while !lock.may_be_passed() {
        at_ms += lock.tries.wait_ms(at_ms);
        lock.tries = lock.tries.failed_at(at_ms);
        tried += 1;
    }
    assert_eq!(tried, 8);
    assert_eq!((at_ms - START_MS) / MINUTE_MS, 81);
    lock.is_screen = false;
    assert!(!lock.may_be_passed());
}

#[test]
fn the_lock_is_asked_through_the_journal_that_is_open() {
    let (home, _, phone, _) = locked();
    assert!(matches!(now(kept(phone.home())), Ok(Kept::Locked(_))));
    assert!(home.damage(Area::Meta, LOCK, |bytes| bytes[0] = 9));
    assert!(now(kept(phone.home())).is_err());
}
