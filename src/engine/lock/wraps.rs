//! What opens a lock: the wraps in its row, tried with what a person typed or has.

use storage::{DeviceKey, StoreError};
use vault::{RootKey, SALT, Stretching, VaultError, Wrap, WrapKind, WrappingKey, split_name};

use super::Lock;

impl Lock {
    /// How the passphrase (or the PIN of a screen) is to be stretched before it is tried. `None` where the row has no wrap for one that can be
    /// read.
    #[must_use]
    pub fn stretching(&self) -> Option<([u8; SALT], Stretching)> {
        self.read().find_map(|(wrap, _)| Some((wrap.salt(), wrap.stretching()?)))
    }

    /// The root key, if this is one of the secrets that open it. Of a screen, a key that opens nothing.
    #[must_use]
    pub fn open(&self, key: WrappingKey<'_>) -> Option<RootKey> {
        self.read().find_map(|(wrap, _)| wrap.open(key).ok())
    }

    /// The names of the passkeys that open it, as the browser knows them.
    #[must_use]
    pub fn passkeys(&self) -> Vec<Vec<u8>> {
        let named = self.read().filter(|(wrap, _)| wrap.kind() == WrapKind::Passkey);
        named.map(|(_, name)| name.to_vec()).collect()
    }

    /// Its wraps, with this one in the place of those of the same kind; with `None`, without them. What a newer app put there stays.
    #[must_use]
    pub fn wraps_with(&self, kind: WrapKind, wrap: Option<Vec<u8>>) -> Vec<Vec<u8>> {
        let is_other = |kept: &&Vec<u8>| Wrap::read(split_name(kept).0).map_or(true, |there| there.kind() != kind);
        self.wraps.iter().filter(is_other).cloned().chain(wrap).collect()
    }

    /// A screen with what a PIN is compared with in the open, so that it can be tried like a lock. Only this device can do that: nobody
    /// guesses a PIN, which may be that of a bank card, from a copied disk. A lock stays as it is.
    ///
    /// # Errors
    /// [`StoreError`] when the device does not answer, or its key is another one.
    pub async fn uncovered<H: DeviceKey>(self, home: &H) -> Result<Self, StoreError> {
        match self.wraps.first() {
            Some(covered) if self.is_screen => Ok(Self { wraps: vec![home.unwrap(covered).await?], ..self }),
            _ => Ok(self),
        }
    }

    fn read(&self) -> impl Iterator<Item = (Wrap, &[u8])> {
        self.wraps.iter().filter_map(|kept| {
            let (wrap, name) = split_name(kept);
            Some((Wrap::read(wrap).ok()?, name))
        })
    }
}

/// What a screen compares a PIN with: a wrap that gives a key nobody uses.
///
/// # Errors
/// [`VaultError::NoRandomness`].
pub fn make_check(pin: WrappingKey<'_>) -> Result<Vec<u8>, VaultError> {
    Wrap::of_root(&RootKey::make()?, pin)
}
