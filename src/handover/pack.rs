//! Opens a program pack: who signed it and what it says, or a word for why not.

use thiserror::Error;
use vault::{PackageError, VerifyingKey, open_pack};

/// Why a pack was not opened. Nothing of it was taken.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Error)]
pub enum PackFault {
    /// Something else, or a text without a pack in it.
    #[error("no-pack")]
    NotAPack,
    /// A newer version of the app made it.
    #[error("newer")]
    Newer,
    /// More than a pack has.
    #[error("too-long")]
    TooLong,
    /// The end is missing.
    #[error("cut-off")]
    CutOff,
    /// Something changed on the way.
    #[error("damaged")]
    Damaged,
    /// It is not from who it says it is from.
    #[error("forged")]
    Forged,
}

/// A pack whose signature held.
pub struct OpenedPack {
    /// The public key of who signed it.
    pub sender: [u8; VerifyingKey::LENGTH],
    /// The random name of this version.
    pub id: [u8; vault::PACKAGE_ID],
    /// When it was signed, UTC milliseconds, by the clock of who signed it.
    pub sent_utc_ms: i64,
    /// What it says (`domain::pack::Pack`).
    pub payload: Vec<u8>,
}

/// Opens what was chosen, pasted, scanned or came as a link.
///
/// # Errors
/// [`PackFault`].
pub fn open(given: &[u8]) -> Result<OpenedPack, PackFault> {
    let signed = open_pack(given)?;
    Ok(OpenedPack {
        sender: signed.sender.bytes(),
        id: signed.id,
        sent_utc_ms: signed.sent_utc_ms,
        payload: signed.payload.to_vec(),
    })
}

impl From<PackageError> for PackFault {
    fn from(error: PackageError) -> Self {
        match error {
            PackageError::Newer => Self::Newer,
            PackageError::TooLong => Self::TooLong,
            PackageError::CutOff => Self::CutOff,
            PackageError::Damaged => Self::Damaged,
            PackageError::Forged | PackageError::OtherRecipient => Self::Forged,
            PackageError::NotAPackage
            | PackageError::Backup
            | PackageError::OtherKey
            | PackageError::WrongPassphrase
            | PackageError::OutOfBounds
            | PackageError::WeakKey
            | PackageError::NoRandomness => Self::NotAPack,
        }
    }
}

/// What the worker calls: the sender's key (32 bytes), the id (16), when (8, signed, little endian), then the payload. Throws the word of a
/// [`PackFault`].
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hand_over_pack(given: &[u8]) -> Result<Vec<u8>, wasm_bindgen::JsValue> {
    let opened = open(given).map_err(|why| {
        wasm_bindgen::JsValue::from_str(match why {
            PackFault::NotAPack => "no-pack",
            PackFault::Newer => "newer",
            PackFault::TooLong => "too-long",
            PackFault::CutOff => "cut-off",
            PackFault::Damaged => "damaged",
            PackFault::Forged => "forged",
        })
    })?;
    Ok([&opened.sender[..], &opened.id, &opened.sent_utc_ms.to_le_bytes(), &opened.payload].concat())
}

#[cfg(test)]
mod tests {
    use vault::{Outgoing, SigningKey, pack_link, seal_pack};

    use super::*;

    #[test]
    fn the_worker_tells_who_signed_what_or_why_not() {
        let key = SigningKey::from_seed(&[3; 32]).unwrap();
        let outgoing = Outgoing { id: [7; 16], sent_utc_ms: 1_795_771_800_000, payload: b"a pack" };
        let file = seal_pack(&key, &outgoing).unwrap();
        for given in [file.clone(), pack_link("https://handrail.example/", &file).unwrap().into_bytes()] {
            let opened = open(&given).unwrap();
            assert_eq!(
                (opened.payload.as_slice(), opened.id, opened.sender),
                (&b"a pack"[..], [7; 16], crate::sender_of(&[3; 32]).unwrap())
            );
        }
        assert_eq!(open(&file[..60]).err(), Some(PackFault::CutOff));
        assert_eq!(open(b"hello").err(), Some(PackFault::NotAPack));
    }
}
