//! The key of a counselor: made on their device, and what opens packages that were sealed for its public half.

use core::fmt;

use hpke::Serializable as _;
use zeroize::Zeroizing;

use super::suite;
use crate::{AddressKey, PackageError};

/// A secret of X25519. Wiped from memory when dropped, not to be cloned, never printed.
pub struct ReadingKey {
    secret: Zeroizing<[u8; Self::LENGTH]>,
    address: AddressKey,
}

impl ReadingKey {
    /// The length of a key, in bytes.
    pub const LENGTH: usize = 32;

    /// Makes a new key from the system's random numbers.
    ///
    /// # Errors
    /// [`PackageError::NoRandomness`] where the system gives none.
    pub fn make() -> Result<Self, PackageError> {
        let mut random = Zeroizing::new([0; Self::LENGTH]);
        getrandom::fill(random.as_mut_slice()).map_err(|_| PackageError::NoRandomness)?;
        Self::from_bytes(random.as_slice())
    }

    /// Takes up the key that an earlier visit made. The caller wipes its own copy.
    ///
    /// # Errors
    /// [`PackageError::WeakKey`] unless there are exactly [`Self::LENGTH`] bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackageError> {
        let mut secret = Zeroizing::new([0; Self::LENGTH]);
        if bytes.len() != secret.len() {
            return Err(PackageError::WeakKey);
        }
        secret.copy_from_slice(bytes);
        let public = suite::public_of(&suite::secret(&secret)?).to_bytes();
        let address = AddressKey::from_bytes(public.into()).map_err(|_| PackageError::WeakKey)?;
        Ok(Self { secret, address })
    }

    /// What counselors give away: whoever has it can seal for them.
    #[must_use]
    pub fn address(&self) -> AddressKey {
        self.address
    }

    /// The secret itself. Only for keeping it sealed; never store, show or send these bytes as they are.
    #[must_use]
    pub fn dangerously_bytes(&self) -> &[u8] {
        self.secret.as_slice()
    }

    pub(crate) fn secret(&self) -> &[u8; Self::LENGTH] {
        &self.secret
    }
}

impl fmt::Debug for ReadingKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ReadingKey(secret)")
    }
}
