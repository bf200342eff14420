//! A pack in bytes: a first byte that is the version, then the frozen shape of that version in postcard. Phones read them for years, by earlier
//! and later builds than the one that wrote them, so a released shape is never edited; a change is a new version beside it.

mod v1;

use super::{Offered, Pack, PackError};
use crate::record::EncodeError;
use crate::visit::mark_of;
use v1::{PackV1, WhatV1};

/// The version that is written.
const VERSION: u8 = 1;

/// In bytes. With its signature it fits a file of 48 kB.
pub const MOST_PACK_BYTES: usize = 47 * 1024;

impl Pack {
    /// The pack in bytes, in the current version. The same pack always gives the same bytes.
    ///
    /// # Errors
    /// [`PackError::TooLong`] above [`MOST_PACK_BYTES`].
    pub fn encode(&self) -> Result<Vec<u8>, PackError> {
        let bytes = written(&PackV1::from(self), vec![VERSION]).map_err(|EncodeError| PackError::TooLong)?;
        if bytes.len() > MOST_PACK_BYTES { Err(PackError::TooLong) } else { Ok(bytes) }
    }

    /// The way back. Every bound is checked again; one line that is broken is a pack that is refused.
    ///
    /// # Errors
    /// [`PackError`].
    pub fn decode(bytes: &[u8]) -> Result<Pack, PackError> {
        match bytes.split_first() {
            None => Err(PackError::CutOff),
            Some((0, _)) => Err(PackError::Unreadable),
            Some((&VERSION, _)) if bytes.len() > MOST_PACK_BYTES => Err(PackError::TooLong),
            Some((&VERSION, body)) => match postcard::take_from_bytes::<PackV1>(body) {
                Ok((shape, [])) => shape.into_pack(),
                Err(postcard::Error::DeserializeUnexpectedEnd) => Err(PackError::CutOff),
                Ok(_) | Err(_) => Err(PackError::Unreadable),
            },
            Some(_) => Err(PackError::Newer),
        }
    }
}

/// Of the bytes of version 1, whichever version a pack is written in: what was noted with one is compared for ever.
pub(super) fn digest(offered: &Offered) -> Option<[u8; 8]> {
    let bytes = written(&WhatV1::from(offered), Vec::new()).ok()?;
    Some(mark_of(&bytes))
}

fn written(shape: &impl serde::Serialize, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
    postcard::to_extend(shape, start).map_err(|_| EncodeError)
}
