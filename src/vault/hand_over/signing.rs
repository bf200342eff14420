//! Ed25519 (RFC 8032) as this crate uses it: one key for whoever hands over, and strict verification.
//!
//! Strict means that a key or a signature has one way of being written, and that keys of small order sign nothing: otherwise a signature could
//! hold for two texts, or two signatures for one (Chalkias, Garillot and Nikolaenko, "Taming the many EdDSAs", 2020).

use core::fmt;

use ed25519_dalek::Signer as _;
use zeroize::Zeroizing;

use crate::{PackageError, VerifyingKey};

/// The length of a signature, in bytes.
pub(crate) const SIGNATURE: usize = 64;

/// What one person signs everything with that they hand over. Wiped from memory when dropped, never printed.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The length of a seed, in bytes.
    pub const LENGTH: usize = 32;

    /// A new seed from the system's random numbers. Only for keeping it sealed; never store, show or send these bytes as they are.
    ///
    /// # Errors
    /// [`PackageError::NoRandomness`] where the system gives none.
    pub fn make_seed() -> Result<Zeroizing<[u8; Self::LENGTH]>, PackageError> {
        let mut seed = Zeroizing::new([0; Self::LENGTH]);
        getrandom::fill(seed.as_mut_slice()).map_err(|_| PackageError::NoRandomness)?;
        Ok(seed)
    }

    /// The key of a seed of random bytes. The caller wipes its own copy.
    ///
    /// # Errors
    /// [`PackageError::Damaged`] unless there are exactly [`Self::LENGTH`] bytes.
    pub fn from_seed(seed: &[u8]) -> Result<Self, PackageError> {
        let mut own = Zeroizing::new([0; Self::LENGTH]);
        if seed.len() != own.len() {
            return Err(PackageError::Damaged);
        }
        own.copy_from_slice(seed);
        Ok(Self(ed25519_dalek::SigningKey::from_bytes(&own)))
    }

    /// What everybody may know of it.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey::from_bytes(self.0.verifying_key().to_bytes())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; SIGNATURE] {
        self.0.sign(message).to_bytes()
    }
}

impl VerifyingKey {
    /// # Errors
    /// [`PackageError::Forged`] unless this key signed this message.
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8; SIGNATURE]) -> Result<(), PackageError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(&self.bytes()).map_err(|_| PackageError::Forged)?;
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        key.verify_strict(message, &signature).map_err(|_| PackageError::Forged)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SigningKey(secret)")
    }
}
