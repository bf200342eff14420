//! The page as it travels in a share: a first byte that is the version, then the frozen shape of that version in postcard.
//!
//! It is no record: nothing of it is stored in the journal. But a page that somebody was handed is read for years, by later builds than
//! the one that wrote it, so a released shape is never edited; a change is a new version beside it, with its golden file.

mod read;
mod v1;
mod write;

use super::Sheet;
use crate::record::EncodeError;
use thiserror::Error;
use v1::SheetV1;

/// The version that is written.
const VERSION: u8 = 1;

/// In bytes. The longest page, all of whose words are as long as they may be, has less.
pub const MOST_BYTES: usize = 32 * 1024;

/// Why some bytes are no page. Nothing of them was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SheetError {
    /// A newer version of the app wrote it.
    #[error("a newer version wrote this page")]
    Newer,
    /// More than [`MOST_BYTES`].
    #[error("no page is that long")]
    TooLong,
    /// Damaged, or never a page.
    #[error("this is not a page")]
    Unreadable,
}

impl Sheet {
    /// The page in bytes, in the current version. The same page always gives the same bytes.
    ///
    /// # Errors
    /// [`EncodeError`], for completeness.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        postcard::to_extend(&SheetV1::from(self), vec![VERSION]).map_err(|_| EncodeError)
    }

    /// The way back. Every bound is checked again: a list beyond its end, a number off its scale, a pattern of too few or a byte too many is
    /// [`SheetError::Unreadable`], never a page.
    ///
    /// # Errors
    /// [`SheetError`].
    pub fn decode(bytes: &[u8]) -> Result<Sheet, SheetError> {
        let Some((version, body)) = bytes.split_first() else { return Err(SheetError::Unreadable) };
        match *version {
            0 => Err(SheetError::Unreadable),
            VERSION if bytes.len() > MOST_BYTES => Err(SheetError::TooLong),
            VERSION => match postcard::take_from_bytes::<SheetV1>(body) {
                Ok((shape, [])) => shape.into_sheet().ok_or(SheetError::Unreadable),
                Ok((_, _)) | Err(_) => Err(SheetError::Unreadable),
            },
            _ => Err(SheetError::Newer),
        }
    }
}
