//! What a wrap promises: the root key comes back for whoever has the secret, and everybody else learns what is wrong and nothing more.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use proptest::collection::vec;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use vault::{RecoveryCode, RootKey, SALT, Stretched, Stretching, VaultError, Wrap, WrapKind, WrappingKey, make_salt};

const LENGTH: usize = 133;

fn root() -> RootKey {
    RootKey::from_bytes(&(0..32).collect::<Vec<u8>>()).unwrap()
}

/// As the worker would answer for a passphrase.
fn stretched(byte: u8) -> Stretched {
    Stretched::new(&[byte; 32], [9; SALT], Stretching::DEFAULT).unwrap()
}

fn wrapped(key: WrappingKey<'_>) -> Vec<u8> {
    Wrap::of_root(&root(), key).unwrap()
}

fn opened(wrap: &[u8], key: WrappingKey<'_>) -> Result<Vec<u8>, VaultError> {
    Wrap::read(wrap)?.open(key).map(|root| root.dangerously_bytes().to_vec())
}

#[test]
fn the_root_key_comes_back_for_each_secret() {
    let (stretched, code, passkey) = (stretched(1), RecoveryCode::make().unwrap(), [5; 32]);
    let keys = [WrappingKey::Passphrase(&stretched), WrappingKey::Recovery(&code), WrappingKey::Passkey(&passkey)];
    for key in keys {
        let wrap = wrapped(key);
        assert_eq!(wrap.len(), LENGTH);
        assert_eq!(opened(&wrap, key).unwrap(), root().dangerously_bytes());
        let read = Wrap::read(&wrap).unwrap();
        assert_eq!(read.kind(), key.kind());
        assert_eq!(read.stretching().is_some(), key.kind() == WrapKind::Passphrase);
        for other in keys.iter().filter(|other| other.kind() != key.kind()) {
            assert_eq!(opened(&wrap, *other), Err(VaultError::OtherKey));
        }
    }
}

#[test]
fn a_wrap_says_how_its_passphrase_is_stretched() {
    let (salt, how) = (make_salt().unwrap(), Stretching::new(20 * 1024, 4, 1).unwrap());
    let stretched = Stretched::new(&[1; 32], salt, how).unwrap();
    let wrap = Wrap::read(&wrapped(WrappingKey::Passphrase(&stretched))).unwrap();
    assert_eq!((wrap.salt(), wrap.stretching()), (salt, Some(how)));
}

#[test]
fn a_wrong_secret_is_told_from_damage() {
    let (right, wrong) = (RecoveryCode::make().unwrap(), RecoveryCode::make().unwrap());
    let wrap = wrapped(WrappingKey::Recovery(&right));
    assert_eq!(opened(&wrap, WrappingKey::Recovery(&wrong)), Err(VaultError::WrongSecret));
    let wrap = wrapped(WrappingKey::Passphrase(&stretched(1)));
    assert_eq!(opened(&wrap, WrappingKey::Passphrase(&stretched(2))), Err(VaultError::WrongSecret));
    let wrap = wrapped(WrappingKey::Passkey(&[1; 32]));
    assert_eq!(opened(&wrap, WrappingKey::Passkey(&[2; 32])), Err(VaultError::WrongSecret));
}

#[test]
fn a_passphrase_stretched_for_something_else_is_not_called_wrong() {
    let wrap = wrapped(WrappingKey::Passphrase(&stretched(1)));
    let elsewhere = Stretched::new(&[1; 32], [8; SALT], Stretching::DEFAULT).unwrap();
    assert_eq!(opened(&wrap, WrappingKey::Passphrase(&elsewhere)), Err(VaultError::OtherKey));
    let otherwise = Stretched::new(&[1; 32], [9; SALT], Stretching::FLOOR).unwrap();
    assert_eq!(opened(&wrap, WrappingKey::Passphrase(&otherwise)), Err(VaultError::OtherKey));
}

#[test]
fn another_passphrase_is_another_wrap_of_the_same_key() {
    let (old, new) = (stretched(1), stretched(2));
    let first = wrapped(WrappingKey::Passphrase(&old));
    let opened_root = Wrap::read(&first).unwrap().open(WrappingKey::Passphrase(&old)).unwrap();
    let second = Wrap::of_root(&opened_root, WrappingKey::Passphrase(&new)).unwrap();
    assert_eq!(opened(&second, WrappingKey::Passphrase(&new)).unwrap(), root().dangerously_bytes());
    assert_eq!(opened(&second, WrappingKey::Passphrase(&old)), Err(VaultError::WrongSecret));
}

#[test]
fn the_same_key_never_looks_the_same_twice_and_is_not_to_be_seen() {
    let wrap = wrapped(WrappingKey::Passkey(&[1; 32]));
    assert_ne!(wrap, wrapped(WrappingKey::Passkey(&[1; 32])));
    assert!(!wrap.windows(4).any(|stored| root().dangerously_bytes().windows(4).any(|secret| secret == stored)));
    assert_eq!(format!("{:?}", Wrap::read(&wrap).unwrap()), "Wrap(secret)");
    assert_eq!(format!("{:?}", WrappingKey::Passkey(&[65; 32])), "WrappingKey(secret)");
}

#[test]
fn damage_anywhere_is_damage_and_never_a_wrong_passphrase() {
    let key = stretched(1);
    let whole = wrapped(WrappingKey::Passphrase(&key));
    for bit in 0..whole.len() * 8 {
        let mut damaged = whole.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let expected = if bit < 8 { VaultError::UnknownFormat(damaged[0]) } else { VaultError::Damaged };
        assert_eq!(opened(&damaged, WrappingKey::Passphrase(&key)), Err(expected), "bit {bit}");
    }
}

#[test]
fn a_wrap_cut_short_or_grown_is_refused() {
    let whole = wrapped(WrappingKey::Passkey(&[1; 32]));
    for length in 0..whole.len() {
        assert_eq!(Wrap::read(&whole[..length]).err(), Some(VaultError::TooShort));
    }
    assert_eq!(Wrap::read(&[whole.as_slice(), &[0]].concat()).err(), Some(VaultError::Damaged));
}

proptest! {
    #[test]
    fn any_root_key_comes_back(secret in any::<[u8; 32]>(), key in any::<[u8; 32]>()) {
        let root = RootKey::from_bytes(&secret).unwrap();
        let wrap = Wrap::of_root(&root, WrappingKey::Passkey(&key)).unwrap();
        prop_assert_eq!(opened(&wrap, WrappingKey::Passkey(&key)).unwrap(), secret);
    }

    #[test]
    fn any_bytes_are_refused_without_harm(mut bytes in vec(any::<u8>(), 0..300), known in any::<bool>()) {
        if known && !bytes.is_empty() {
            bytes[0] = 1;
            bytes.resize(LENGTH, 0);
        }
        prop_assert!(Wrap::read(&bytes).is_err());
    }
}
