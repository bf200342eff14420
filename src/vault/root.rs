//! The root key: the one secret that everything of this person can be opened with, made on the device.

use core::fmt;

use zeroize::Zeroizing;

use crate::VaultError;

/// 32 random bytes. Wiped from memory when dropped, not to be cloned, never printed.
pub struct RootKey(Zeroizing<[u8; Self::LENGTH]>);

impl RootKey {
    /// The length of a root key, in bytes.
    pub const LENGTH: usize = 32;

    /// Makes a new root key from the system's random numbers.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`] where the system gives none.
    pub fn make() -> Result<Self, VaultError> {
        let mut bytes = Zeroizing::new([0; Self::LENGTH]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_| VaultError::NoRandomness)?;
        Ok(Self(bytes))
    }

    /// Takes up the key that an earlier visit made. The caller wipes its own copy.
    ///
    /// # Errors
    /// [`VaultError::NotAKey`] unless there are exactly [`Self::LENGTH`] bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        let mut key = Zeroizing::new([0; Self::LENGTH]);
        if bytes.len() != key.len() {
            return Err(VaultError::NotAKey);
        }
        key.copy_from_slice(bytes);
        Ok(Self(key))
    }

    /// The secret itself. Only for wrapping it; never store, show or send these bytes as they are.
    #[must_use]
    pub fn dangerously_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl fmt::Debug for RootKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RootKey(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_keys_are_never_the_same() {
        let (one, other) = (RootKey::make().unwrap(), RootKey::make().unwrap());
        assert_ne!(one.dangerously_bytes(), other.dangerously_bytes());
    }

    #[test]
    fn a_key_is_taken_up_again_as_it_was() {
        let key = RootKey::make().unwrap();
        let again = RootKey::from_bytes(key.dangerously_bytes()).unwrap();
        assert_eq!(key.dangerously_bytes(), again.dangerously_bytes());
    }

    #[test]
    fn half_a_key_is_not_a_key() {
        assert_eq!(RootKey::from_bytes(&[7; 16]).err(), Some(VaultError::NotAKey));
        assert_eq!(RootKey::from_bytes(&[7; 33]).err(), Some(VaultError::NotAKey));
    }

    #[test]
    fn a_key_does_not_print_itself() {
        assert_eq!(format!("{:?}", RootKey::from_bytes(&[65; 32]).unwrap()), "RootKey(secret)");
    }
}
