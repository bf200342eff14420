//! HKDF-SHA256 (RFC 5869) as this crate uses it: one secret in, one subkey per purpose out.

use hkdf::{Hkdf, InvalidLength};
use sha2::Sha256;

/// Derives `N` bytes from a secret that is random already, so without a salt. `info` keeps one use apart from another.
#[expect(clippy::expect_used, reason = "every N in this crate is 8 or 32, and HKDF gives up to 8160 bytes")]
pub(crate) fn derive<const N: usize>(secret: &[u8], info: &[u8]) -> [u8; N] {
    let mut derived = [0; N];
    expand(&[], secret, info, &mut derived).expect("N is far below the limit of HKDF");
    derived
}

/// Extract and expand. Refuses more than 255 blocks of 32 bytes (RFC 5869, section 2.3).
pub(crate) fn expand(salt: &[u8], secret: &[u8], info: &[u8], derived: &mut [u8]) -> Result<(), InvalidLength> {
    Hkdf::<Sha256>::new(Some(salt), secret).expand(info, derived)
}
