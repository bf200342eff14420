//! A version byte, then postcard: how every shape of this crate becomes bytes, so that a newer app's bytes are known as such.

use serde::{Deserialize, Serialize};

use crate::DecodeError;

/// Writes `shape`, the shape of `version`.
#[expect(
    clippy::expect_used,
    reason = "postcard fails only when a buffer is full or a length unknown; here neither can be"
)]
pub(crate) fn write<T: Serialize>(version: u8, shape: &T) -> Vec<u8> {
    postcard::to_extend(shape, vec![version]).expect("a Vec grows, and our shapes know their lengths")
}

/// Reads the shape of `version`, the newest one this app knows.
pub(crate) fn read<'a, T: Deserialize<'a>>(version: u8, bytes: &'a [u8]) -> Result<T, DecodeError> {
    let (found, rest) = bytes.split_first().ok_or(DecodeError::Broken)?;
    if *found > version {
        return Err(DecodeError::Newer(*found));
    }
    if *found < version {
        // There is no older version yet.
        return Err(DecodeError::Broken);
    }
    match postcard::take_from_bytes(rest) {
        Ok((shape, [])) => Ok(shape),
        Ok(_) | Err(_) => Err(DecodeError::Broken),
    }
}
