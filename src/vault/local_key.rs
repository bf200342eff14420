//! The key for what rests on this device. It is derived, so that other uses of the root key cannot weaken it.

use core::fmt;

use zeroize::Zeroizing;

use crate::cipher::Cipher;
use crate::{RootKey, kdf};

/// Seals and opens what is stored here (XChaCha20-Poly1305). Wiped from memory when dropped, not to be cloned.
pub struct LocalKey {
    cipher: Cipher,
    id: [u8; 8],
}

impl LocalKey {
    /// Derives the key from the root key: the same root key always gives the same key and the same id.
    #[must_use]
    pub fn derive(root: &RootKey) -> Self {
        let secret = root.dangerously_bytes();
        let key: Zeroizing<[u8; 32]> = Zeroizing::new(kdf::derive(secret, b"handrail/v1/at-rest"));
        Self::with(&key, kdf::derive(secret, b"handrail/v1/key-id"))
    }

    /// Derives the key for the people who are shown while the app is locked, from a secret of its own. Nothing that the root key seals
    /// opens with it, and it opens nothing else.
    #[must_use]
    pub fn of_contacts(secret: &RootKey) -> Self {
        let secret = secret.dangerously_bytes();
        let key: Zeroizing<[u8; 32]> = Zeroizing::new(kdf::derive(secret, b"handrail/v1/contacts"));
        Self::with(&key, kdf::derive(secret, b"handrail/v1/contacts-key-id"))
    }

    /// Names the key without telling it; every envelope carries the id of its key.
    #[must_use]
    pub fn id(&self) -> [u8; 8] {
        self.id
    }

    pub(crate) fn cipher(&self) -> &Cipher {
        &self.cipher
    }

    fn with(key: &[u8; 32], id: [u8; 8]) -> Self {
        Self { cipher: Cipher::new(key), id }
    }
}

impl fmt::Debug for LocalKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("LocalKey(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_root_gives_the_same_id_and_another_root_another() {
        let root = |byte| RootKey::from_bytes(&[byte; 32]).unwrap();
        assert_eq!(LocalKey::derive(&root(1)).id(), LocalKey::derive(&root(1)).id());
        assert_ne!(LocalKey::derive(&root(1)).id(), LocalKey::derive(&root(2)).id());
    }

    #[test]
    fn the_key_of_the_contacts_is_not_the_key_of_the_journal() {
        let root = || RootKey::from_bytes(&[1; 32]).unwrap();
        assert_ne!(LocalKey::of_contacts(&root()).id(), LocalKey::derive(&root()).id());
        let place = crate::Place { purpose: crate::Purpose::Contacts, row: b"contacts", device: [0; 8] };
        let sealed = crate::seal(&LocalKey::of_contacts(&root()), &place, b"Nan").unwrap();
        let opened = |key: &LocalKey, purpose| crate::open(key, purpose, b"contacts", &sealed);
        assert_eq!(opened(&LocalKey::of_contacts(&root()), crate::Purpose::Contacts), Ok(b"Nan".to_vec()));
        assert!(opened(&LocalKey::derive(&root()), crate::Purpose::Contacts).is_err());
        assert!(opened(&LocalKey::of_contacts(&root()), crate::Purpose::Head).is_err());
    }

    #[test]
    fn a_key_does_not_print_itself() {
        let key = LocalKey::derive(&RootKey::from_bytes(&[65; 32]).unwrap());
        assert_eq!(format!("{key:?}"), "LocalKey(secret)");
    }
}
