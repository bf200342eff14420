//! XChaCha20-Poly1305 as this crate uses it: bytes are sealed and opened where they lie, so that no second copy has to be wiped.

use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305, XNonce};

use crate::VaultError;

/// The length of a tag, in bytes.
pub(crate) const TAG: usize = 16;
/// The length of a nonce, in bytes. Long enough that random ones never meet (XChaCha20).
pub(crate) const NONCE: usize = 24;

/// One key of the cipher. Wiped from memory when dropped.
pub(crate) struct Cipher(XChaCha20Poly1305);

impl Cipher {
    /// The caller wipes its own copy of the key.
    pub fn new(key: &[u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(key.into()))
    }

    /// Encrypts `text` where it lies and returns the tag over it and over `additional`.
    pub fn encrypt(&self, nonce: &[u8; NONCE], additional: &[u8], text: &mut [u8]) -> Result<[u8; TAG], VaultError> {
        self.0
            .encrypt_inout_detached(&XNonce::from(*nonce), additional, InOutBuf::from(text))
            .map(Into::into)
            .map_err(|_| VaultError::TooLong)
    }

    /// Decrypts `text` where it lies, and leaves it as it is unless `tag` is right for it and for `additional`.
    pub fn decrypt(
        &self,
        nonce: &[u8; NONCE],
        additional: &[u8],
        text: &mut [u8],
        tag: &[u8; TAG],
    ) -> Result<(), VaultError> {
        self.0
            .decrypt_inout_detached(&XNonce::from(*nonce), additional, InOutBuf::from(text), &Tag::from(*tag))
            .map_err(|_| VaultError::NotAuthentic)
    }
}
