//! A package that a counselor has opened, and which of one sender's are not there.

use super::handed::Handed;
use super::shared::PackageId;
use crate::words::unspoken;

/// A package that opened and whose signature held.
#[derive(Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The sender's public key: the same for everything from one person.
    pub sender: [u8; 32],
    pub id: PackageId,
    /// By the sender's clock, UTC milliseconds.
    pub sent_utc_ms: i64,
    pub handed: Handed,
}

unspoken!(Arrived);

/// The numbers of a sender's packages that are not among `serials`, up to the greatest one that is; at most a hundred of them are told.
pub fn missing(serials: &[u32]) -> Vec<u32> {
    let last = serials.iter().max().copied().unwrap_or_default();
    (1..last).filter(|serial| !serials.contains(serial)).take(100).collect()
}
