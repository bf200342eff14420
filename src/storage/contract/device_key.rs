//! Promises about the device key: it opens what it wrapped, in every tab, and nothing else.

use super::both;
use crate::{DeviceKey, Store, StoreError};

/// A second tab of the same profile opens what the first one wrapped.
pub async fn what_was_wrapped_unwraps_for_a_second_handle<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (one, other) = open().await;
    let wrapped = one.wrap(b"thirty-two bytes of a root key!!").await.unwrap();
    assert_eq!(other.unwrap(&wrapped).await.unwrap(), b"thirty-two bytes of a root key!!");
    assert_eq!(one.unwrap(&wrapped).await.unwrap(), b"thirty-two bytes of a root key!!");
}

/// Secrets of any length, none included, and several at once.
pub async fn every_wrapped_secret_unwraps<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    let secrets = [vec![], vec![0], vec![7; 32], vec![255; 1000]];
    let mut wrapped = Vec::new();
    for secret in &secrets {
        wrapped.push(store.wrap(secret).await.unwrap());
    }
    for (secret, wrapped) in secrets.iter().zip(&wrapped) {
        assert!(&store.unwrap(wrapped).await.unwrap() == secret);
        assert!(secret.len() < 32 || !wrapped.windows(secret.len()).any(|part| part == secret.as_slice()));
    }
}

/// Two tabs that start at the same moment both ask for a key that is not there yet: they end with the same one.
pub async fn two_handles_wrapping_first_share_one_key<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (one, other) = open().await;
    let (mine, theirs) = both(one.wrap(b"mine"), other.wrap(b"theirs")).await;
    assert_eq!(other.unwrap(&mine.unwrap()).await.unwrap(), b"mine");
    assert_eq!(one.unwrap(&theirs.unwrap()).await.unwrap(), b"theirs");
}

/// Equal secrets cannot be told by their wrapped bytes.
pub async fn wrapping_twice_gives_different_bytes<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    assert_ne!(store.wrap(b"same").await.unwrap(), store.wrap(b"same").await.unwrap());
}

/// Bytes from elsewhere, cut short, or with any one byte flipped are refused, whether or not there is a key yet.
pub async fn foreign_bytes_do_not_unwrap<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let (store, _) = open().await;
    let foreign: [&[u8]; 4] = [&[], &[1], &[1; 29], &[9; 61]];
    for bytes in foreign {
        assert_eq!(store.unwrap(bytes).await, Err(StoreError::Refused));
    }
    let wrapped = store.wrap(b"secret").await.unwrap();
    for bytes in foreign {
        assert_eq!(store.unwrap(bytes).await, Err(StoreError::Refused));
    }
    for place in 0..wrapped.len() {
        let mut flipped = wrapped.clone();
        flipped[place] ^= 1;
        assert_eq!(store.unwrap(&flipped).await, Err(StoreError::Refused));
    }
    assert_eq!(store.unwrap(&wrapped[..wrapped.len() - 1]).await, Err(StoreError::Refused));
    assert_eq!(store.unwrap(&wrapped).await.unwrap(), b"secret");
}

/// Another profile's wrapped key, copied here, stays closed.
pub async fn what_another_home_wrapped_does_not_unwrap<S: Store + DeviceKey>(open: impl AsyncFn() -> (S, S)) {
    let ((here, _), (elsewhere, _)) = (open().await, open().await);
    let theirs = elsewhere.wrap(b"their secret").await.unwrap();
    here.wrap(b"our secret").await.unwrap();
    assert_eq!(here.unwrap(&theirs).await, Err(StoreError::Refused));
}
