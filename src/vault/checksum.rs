//! A checksum that anybody can work out: it tells damage from a wrong passphrase, and protects against nobody.
//!
//! Without it, a byte that rotted in the salt would look like a passphrase that is wrong, and a person would try for hours.

use sha2::{Digest, Sha256};

/// The length of a checksum, in bytes.
pub(crate) const CHECKSUM: usize = 4;

/// The first four bytes of SHA-256 over `domain` and `bytes`.
pub(crate) fn checksum(domain: &[u8], bytes: &[u8]) -> [u8; CHECKSUM] {
    let hash: [u8; 32] = Sha256::new().chain_update(domain).chain_update(bytes).finalize().into();
    let [a, b, c, d, ..] = hash;
    [a, b, c, d]
}
