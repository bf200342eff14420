//! A consent, and what a package says, in bytes: a first byte that is the version, then the frozen shape of that version in postcard.
//!
//! Counselors' pages read them for years, by later builds than the one that wrote them, so a released shape is never edited; a change is a new
//! version beside it, with its golden file. The consent in a record is written as it travels.

mod v1;

use super::consent::{Consent, ConsentError};
use super::handed::{Handed, HandedError};
use crate::record::EncodeError;
use crate::summary;
use v1::{ConsentV1, HandedV1};

/// The version that is written, of both.
const VERSION: u8 = 1;

/// In bytes. The longest consent, all of whose words are as long as they may be, has less.
pub const MOST_CONSENT_BYTES: usize = 4 * 1024;
/// In bytes: the longest page, the longest consent, and what stands around them.
pub const MOST_HANDED_BYTES: usize = summary::MOST_BYTES + MOST_CONSENT_BYTES + 1024;

impl Consent {
    /// The consent in bytes, in the current version. The same consent always gives the same bytes.
    ///
    /// # Errors
    /// [`EncodeError`], for completeness.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        written(&ConsentV1::from(self))
    }

    /// The way back. Every element is looked for again: what lacks one is no consent.
    ///
    /// # Errors
    /// [`ConsentError`].
    pub fn decode(bytes: &[u8]) -> Result<Consent, ConsentError> {
        match bytes.split_first() {
            None | Some((0, _)) => Err(ConsentError::Unreadable),
            Some((&VERSION, _)) if bytes.len() > MOST_CONSENT_BYTES => Err(ConsentError::Unreadable),
            Some((&VERSION, body)) => whole::<ConsentV1>(body).ok_or(ConsentError::Unreadable)?.into_consent(),
            Some(_) => Err(ConsentError::Newer),
        }
    }
}

impl Handed {
    /// What the package says, in bytes, in the current version. The same content always gives the same bytes.
    ///
    /// # Errors
    /// [`EncodeError`], for completeness.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        written(&HandedV1::try_from(self)?)
    }

    /// The way back. Every bound is checked again, in the consent and in the page, and that the page keeps to the consent.
    ///
    /// # Errors
    /// [`HandedError`].
    pub fn decode(bytes: &[u8]) -> Result<Handed, HandedError> {
        match bytes.split_first() {
            None | Some((0, _)) => Err(HandedError::Unreadable),
            Some((&VERSION, _)) if bytes.len() > MOST_HANDED_BYTES => Err(HandedError::TooLong),
            Some((&VERSION, body)) => whole::<HandedV1>(body).ok_or(HandedError::Unreadable)?.into_handed(),
            Some(_) => Err(HandedError::Newer),
        }
    }
}

fn written(shape: &impl serde::Serialize) -> Result<Vec<u8>, EncodeError> {
    postcard::to_extend(shape, vec![VERSION]).map_err(|_| EncodeError)
}

/// The shape, if it is one and nothing follows it.
fn whole<'a, T: serde::Deserialize<'a>>(body: &'a [u8]) -> Option<T> {
    match postcard::take_from_bytes(body) {
        Ok((shape, [])) => Some(shape),
        Ok((_, _)) | Err(_) => None,
    }
}
