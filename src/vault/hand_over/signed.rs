//! The signed block: who hands over what, to whom, when, and under which number. The same under a key and under a passphrase.
//!
//! `[format 1][suite 1][sender 32][recipient 32][id 16][sent 8][signature 64]`, then the payload. What is signed is a context, all that stands
//! before the signature, and the SHA-256 of the payload. So nothing of it can be given to another payload, and whoever opens it and seals it
//! again for somebody else is found out: the recipient is in there. The context says what sort of thing was signed, so a program pack
//! (`program_pack`) never passes for a page, nor a page for a pack.

use core::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::signing::{SIGNATURE, SigningKey};
use crate::address::{AddressKey, VerifyingKey};
use crate::{LONGEST_PACKAGE, PackageError};

const FORMAT: u8 = 1;
/// Suites are numbered for ever: 1 is Ed25519, with SHA-256 for the payload.
const SUITE: u8 = 1;
/// What a page is signed as.
const HAND_OVER: &[u8] = b"handrail/v1/hand-over";
/// The length of a package's id, in bytes.
pub const PACKAGE_ID: usize = 16;
/// What stands in the place of the recipient when it is for whoever knows the passphrase. No key is written so.
const NOBODY: [u8; AddressKey::LENGTH] = [0; AddressKey::LENGTH];
/// What stands before the signature.
const SAID: usize = 1 + 1 + VerifyingKey::LENGTH + AddressKey::LENGTH + PACKAGE_ID + 8;

/// What is to be handed over.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    /// Random, for this package only: who gets the same one twice gets it a second time.
    pub id: [u8; PACKAGE_ID],
    /// When, UTC milliseconds.
    pub sent_utc_ms: i64,
    /// What is said.
    pub payload: &'a [u8],
}

/// What was handed over, by whoever holds the sender's key, to whoever read it.
#[derive(Clone, Eq, PartialEq)]
pub struct Signed {
    /// Who handed it over.
    pub sender: VerifyingKey,
    /// Made for this package only.
    pub id: [u8; PACKAGE_ID],
    /// When, UTC milliseconds, by the sender's clock: any number.
    pub sent_utc_ms: i64,
    /// What is said.
    pub payload: Zeroizing<Vec<u8>>,
}

/// Signs what is handed over: the block and the payload behind it, not sealed yet. `to` is `None` for what is sealed under a passphrase.
///
/// # Errors
/// [`PackageError::TooLong`] for a payload that would make more than [`LONGEST_PACKAGE`].
pub fn sign(
    key: &SigningKey,
    to: Option<&AddressKey>,
    outgoing: &Outgoing<'_>,
) -> Result<Zeroizing<Vec<u8>>, PackageError> {
    if outgoing.payload.len() >= LONGEST_PACKAGE {
        return Err(PackageError::TooLong);
    }
    Ok(sign_as(HAND_OVER, key, to, outgoing))
}

/// The same as something of the sort that `context` says, of any length.
pub(super) fn sign_as(
    context: &[u8],
    key: &SigningKey,
    to: Option<&AddressKey>,
    outgoing: &Outgoing<'_>,
) -> Zeroizing<Vec<u8>> {
    let mut signed = Zeroizing::new(Vec::with_capacity(SAID + SIGNATURE + outgoing.payload.len()));
    signed.extend_from_slice(&[FORMAT, SUITE]);
    signed.extend_from_slice(&key.verifying_key().bytes());
    signed.extend_from_slice(&to.map_or(NOBODY, AddressKey::bytes));
    signed.extend_from_slice(&outgoing.id);
    signed.extend_from_slice(&outgoing.sent_utc_ms.to_le_bytes());
    let signature = key.sign(&message(context, &signed, outgoing.payload));
    signed.extend_from_slice(&signature);
    signed.extend_from_slice(outgoing.payload);
    signed
}

impl Signed {
    /// Reads what [`sign`] made, and takes nothing of it unless the signature holds and it is for `to` (`None`: for whoever knows the passphrase).
    ///
    /// # Errors
    /// [`PackageError::Newer`], [`PackageError::CutOff`], [`PackageError::OtherRecipient`], [`PackageError::Forged`].
    pub fn read(signed: &[u8], to: Option<&AddressKey>) -> Result<Self, PackageError> {
        Self::read_as(HAND_OVER, signed, to)
    }

    /// The same for what was signed as something of the sort that `context` says.
    pub(super) fn read_as(context: &[u8], signed: &[u8], to: Option<&AddressKey>) -> Result<Self, PackageError> {
        let ([format, suite, ..], true) = (signed, signed.len() >= 2) else { return Err(PackageError::CutOff) };
        if (*format, *suite) != (FORMAT, SUITE) {
            return Err(PackageError::Newer);
        }
        let (said, rest) = signed.split_first_chunk::<SAID>().ok_or(PackageError::CutOff)?;
        let (signature, payload) = rest.split_first_chunk::<SIGNATURE>().ok_or(PackageError::CutOff)?;
        let (_, parts) = said.split_first_chunk::<2>().ok_or(PackageError::CutOff)?;
        let (sender, parts) = parts.split_first_chunk().ok_or(PackageError::CutOff)?;
        let (recipient, parts) = parts.split_first_chunk().ok_or(PackageError::CutOff)?;
        let (id, sent) = parts.split_first_chunk().ok_or(PackageError::CutOff)?;
        let sent = sent.first_chunk().ok_or(PackageError::CutOff)?;
        let sender = VerifyingKey::from_bytes(*sender);
        // The signature first: who is named as the recipient means something only if the sender named them.
        sender.verify(&message(context, said, payload), signature)?;
        if *recipient != to.map_or(NOBODY, AddressKey::bytes) {
            return Err(PackageError::OtherRecipient);
        }
        let payload = Zeroizing::new(payload.to_vec());
        Ok(Self { sender, id: *id, sent_utc_ms: i64::from_le_bytes(*sent), payload })
    }
}

impl fmt::Debug for Signed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Signed(…)")
    }
}

/// What the signature is over.
fn message(context: &[u8], said: &[u8], payload: &[u8]) -> Vec<u8> {
    let digest: [u8; 32] = Sha256::digest(payload).into();
    [context, said, &digest].concat()
}
