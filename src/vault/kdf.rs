//! HKDF-SHA256 (RFC 5869) as this crate uses it: one secret in, one subkey per purpose out.

use hkdf::{Hkdf, InvalidLength};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::cipher::Cipher;
use crate::stretching::SALT;

/// The length of a commitment, in bytes: as long as a hash, so that two secrets with the same one are out of reach.
pub(crate) const COMMITMENT: usize = 32;

/// Derives `N` bytes from a secret that is random already, so without a salt. `info` keeps one use apart from another.
#[expect(clippy::expect_used, reason = "every N in this crate is 8 or 32, and HKDF gives up to 8160 bytes")]
pub(crate) fn derive<const N: usize>(secret: &[u8], info: &[u8]) -> [u8; N] {
    let mut derived = [0; N];
    expand(&[], secret, info, &mut derived).expect("N is far below the limit of HKDF");
    derived
}

/// A key that commits: nobody can make something that opens with two secrets (Albertini et al., "How to Abuse and Fix Authenticated Encryption
/// Without Key Commitment", 2022). The cipher alone does not promise that.
pub(crate) struct Committed {
    /// What seals.
    pub cipher: Cipher,
    /// What is written beside the sealed bytes, for everybody to read.
    commitment: [u8; COMMITMENT],
}

impl Committed {
    /// The first 32 bytes of HKDF-SHA256 are the key, the next 32 the commitment. `domain` and `kind` keep one use apart from another.
    pub fn derive(salt: &[u8; SALT], secret: &[u8], domain: &[u8], kind: u8) -> Self {
        let mut derived = Zeroizing::new([0; 32 + COMMITMENT]);
        #[expect(clippy::expect_used, reason = "64 bytes, and HKDF gives up to 8160")]
        Hkdf::<Sha256>::new(Some(salt), secret)
            .expand_multi_info(&[domain, &[kind]], derived.as_mut_slice())
            .expect("64 is far below the limit of HKDF");
        let (mut key, mut commitment) = (Zeroizing::new([0; 32]), [0; COMMITMENT]);
        derived.iter().zip(key.iter_mut().chain(&mut commitment)).for_each(|(from, to)| *to = *from);
        Self { cipher: Cipher::new(&key), commitment }
    }

    pub fn commitment(&self) -> [u8; COMMITMENT] {
        self.commitment
    }

    /// Whether this is the secret that was committed to. Takes the same time wherever the first difference is.
    pub fn is(&self, commitment: &[u8; COMMITMENT]) -> bool {
        self.commitment.ct_eq(commitment).into()
    }
}

/// Extract and expand. Refuses more than 255 blocks of 32 bytes (RFC 5869, section 2.3).
pub(crate) fn expand(salt: &[u8], secret: &[u8], info: &[u8], derived: &mut [u8]) -> Result<(), InvalidLength> {
    Hkdf::<Sha256>::new(Some(salt), secret).expand(info, derived)
}
