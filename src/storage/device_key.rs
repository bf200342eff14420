//! The lock that is there when no lock is set: a secret that only this browser profile can open again.

use crate::StoreError;

/// Keeps a secret so that only this browser profile can open it again.
///
/// A home makes its device key when first asked to wrap, and never lets the key itself out. Two handles on the same
/// home share it.
#[expect(async_fn_in_trait, reason = "pages are single-threaded; no caller needs the futures to be Send")]
pub trait DeviceKey {
    /// Wraps the secret. What comes back is safe to store beside the journal; wrapping twice gives different bytes.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] where the browser has no cryptography to offer (an insecure address), or any error
    /// of keeping the key.
    async fn wrap(&self, secret: &[u8]) -> Result<Vec<u8>, StoreError>;

    /// Opens what [`DeviceKey::wrap`] gave.
    ///
    /// # Errors
    /// [`StoreError::Refused`] if the bytes were not wrapped here or are damaged, or any error of reading the key.
    async fn unwrap(&self, wrapped: &[u8]) -> Result<Vec<u8>, StoreError>;
}
