//! The one envelope that everything stored is sealed in, and the only way in and out of it.
//!
//! Format 1, suite 1: `[format 1][suite 1][key id 8][device 8][nonce 24][ciphertext][tag 16]`. The ciphertext is the padded
//! text under XChaCha20-Poly1305. The additional data are everything that says what this envelope is and where it belongs:
//! a domain-separation string, format, suite, key id, purpose, device, and the row's address with its length. So a sealed
//! row that was moved, renamed or given to another purpose does not open.

use crate::cipher::{NONCE, TAG};
use crate::local_key::LocalKey;
use crate::{VaultError, padding};

const FORMAT: u8 = 1;
/// Suites are numbered for ever: 1 is XChaCha20-Poly1305.
const SUITE: u8 = 1;
const HEADER: usize = 1 + 1 + 8 + 8 + NONCE;
const DOMAIN: &[u8] = b"handrail/v1/sealed";

/// What the sealed bytes are. One kind never opens as another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Purpose {
    /// One operation of the journal.
    Operation,
    /// A page of older operations.
    Leaf,
    /// The list of pages and their summaries.
    Directory,
    /// The small row that opening begins with.
    Head,
    /// The people who are shown while the app is locked. Sealed under a key of its own, never under the root's.
    Contacts,
    /// A page of a list of meetings.
    Meetings,
    /// The days of use.
    Used,
}

impl Purpose {
    /// Stored for ever: never give a number a second meaning.
    fn byte(self) -> u8 {
        match self {
            Self::Operation => 1,
            Self::Leaf => 2,
            Self::Directory => 3,
            Self::Head => 4,
            Self::Contacts => 5,
            Self::Meetings => 6,
            Self::Used => 7,
        }
    }
}

/// Where sealed bytes belong. They open nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// What the bytes are.
    pub purpose: Purpose,
    /// The address of the row they are stored under.
    pub row: &'a [u8],
    /// The device that seals them; it stands in the header, readable, and cannot be changed.
    pub device: [u8; 8],
}

/// Seals `plain` for one place, under a fresh random nonce: the same text never gives the same bytes twice.
///
/// # Errors
/// [`VaultError::NoRandomness`] where the system gives no nonce, [`VaultError::TooLong`] above 4 GiB.
pub fn seal(key: &LocalKey, place: &Place<'_>, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| VaultError::NoRandomness)?;
    let padded = padding::padded_length(plain.len())?;
    let mut sealed = Vec::with_capacity(padded.checked_add(HEADER + TAG).ok_or(VaultError::TooLong)?);
    sealed.extend_from_slice(&[FORMAT, SUITE]);
    sealed.extend_from_slice(&key.id());
    sealed.extend_from_slice(&place.device);
    sealed.extend_from_slice(&nonce);
    // The room is there, so the text is never copied to a second place that would have to be wiped.
    padding::pad_onto(&mut sealed, plain)?;
    let additional = additional(key, place)?;
    let text = sealed.get_mut(HEADER..).ok_or(VaultError::TooShort)?;
    let tag = key.cipher().encrypt(&nonce, &additional, text)?;
    sealed.extend_from_slice(&tag);
    Ok(sealed)
}

/// Opens what [`seal`] made for this purpose and row. The device is taken from the header, which is authentic if this succeeds.
///
/// # Errors
/// [`VaultError::UnknownFormat`] and [`VaultError::UnknownSuite`] come from a newer app and the bytes are to be kept;
/// [`VaultError::OtherKey`] names another key; [`VaultError::TooShort`], [`VaultError::NotAuthentic`] and
/// [`VaultError::Padding`] mean damage, or an envelope that lies in another's place.
pub fn open(key: &LocalKey, purpose: Purpose, row: &[u8], sealed: &[u8]) -> Result<Vec<u8>, VaultError> {
    // Format and suite come first: what they mean by "long enough" is known only to an app that knows them.
    let (format, sealed) = sealed.split_first().ok_or(VaultError::TooShort)?;
    if *format != FORMAT {
        return Err(VaultError::UnknownFormat(*format));
    }
    let (suite, sealed) = sealed.split_first().ok_or(VaultError::TooShort)?;
    if *suite != SUITE {
        return Err(VaultError::UnknownSuite(*suite));
    }
    let (key_id, sealed) = sealed.split_first_chunk::<8>().ok_or(VaultError::TooShort)?;
    let (device, sealed) = sealed.split_first_chunk::<8>().ok_or(VaultError::TooShort)?;
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(VaultError::TooShort)?;
    let (text, tag) = sealed.split_last_chunk::<TAG>().ok_or(VaultError::TooShort)?;
    if *key_id != key.id() {
        return Err(VaultError::OtherKey);
    }
    let mut text = text.to_vec();
    key.cipher().decrypt(nonce, &additional(key, &Place { purpose, row, device: *device })?, &mut text, tag)?;
    padding::unpad(text)
}

fn additional(key: &LocalKey, place: &Place<'_>) -> Result<Vec<u8>, VaultError> {
    let row_length = u32::try_from(place.row.len()).map_err(|_| VaultError::TooLong)?;
    let mut data = Vec::with_capacity(DOMAIN.len() + 2 + 8 + 1 + 8 + 4 + place.row.len());
    data.extend_from_slice(DOMAIN);
    data.extend_from_slice(&[FORMAT, SUITE]);
    data.extend_from_slice(&key.id());
    data.push(place.purpose.byte());
    data.extend_from_slice(&place.device);
    data.extend_from_slice(&row_length.to_le_bytes());
    data.extend_from_slice(place.row);
    Ok(data)
}
