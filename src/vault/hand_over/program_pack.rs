//! A program pack: what a counselor hands to somebody's phone. Signed, and sealed for nobody: it says nothing about the person, and whoever has
//! the link may read it.
//!
//! Format 1: `[magic 8][format 1][length 4][checksum 4][signed block]`. The signed block is that of a page under a context of its own, with
//! nobody as the recipient, so neither passes for the other. Length and checksum tell a file that was cut off, or a link with a letter too few,
//! from one that somebody else made. As text it is the same bytes in base64url (RFC 4648, section 5) without padding.

use super::signed::{Outgoing, Signed, sign_as};
use super::signing::SigningKey;
use crate::PackageError;
use crate::checksum::{CHECKSUM, checksum};

/// As of a sealed file, with a letter of its own.
const MAGIC: [u8; 8] = [0x89, b'H', b'R', b'C', b'\r', b'\n', 0x1a, b'\n'];
const FORMAT: u8 = 1;
const CONTEXT: &[u8] = b"handrail/v1/program-pack";
const DOMAIN: &[u8] = b"handrail/v1/program-pack-file";
const LENGTH: usize = 4;
const HEADER: usize = MAGIC.len() + 1 + LENGTH + CHECKSUM;
/// What stands before the text of a pack in a link.
const FRAGMENT: &str = "#pack=";
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// In bytes: no file with a pack is longer.
pub const LONGEST_PACK_FILE: usize = 48 * 1024;
/// In characters: a longer link is no QR code that a phone's camera reads, so such a pack goes as a file.
pub const LONGEST_PACK_LINK: usize = 3 * 1024;
/// A text of so many bytes may hold a pack, with what somebody pasted around it.
const LONGEST_TEXT: usize = 2 * LONGEST_PACK_FILE;

/// Signs a pack: the bytes of its file. The id of `outgoing` is random for each version; the name of the pack is in what it says.
///
/// # Errors
/// [`PackageError::TooLong`] for more than [`LONGEST_PACK_FILE`].
pub fn seal_pack(key: &SigningKey, outgoing: &Outgoing<'_>) -> Result<Vec<u8>, PackageError> {
    if outgoing.payload.len() > LONGEST_PACK_FILE {
        return Err(PackageError::TooLong);
    }
    let signed = sign_as(CONTEXT, key, None, outgoing);
    let length = u32::try_from(signed.len()).map_err(|_| PackageError::TooLong)?;
    let mut file = Vec::with_capacity(HEADER + signed.len());
    file.extend_from_slice(&MAGIC);
    file.push(FORMAT);
    file.extend_from_slice(&length.to_le_bytes());
    file.extend_from_slice(&checksum(DOMAIN, &signed));
    file.extend_from_slice(&signed);
    if file.len() > LONGEST_PACK_FILE { Err(PackageError::TooLong) } else { Ok(file) }
}

/// The text of a file that [`seal_pack`] made, as it stands in a link.
#[must_use]
pub fn pack_text(file: &[u8]) -> String {
    let mut text = String::with_capacity(file.len() * 4 / 3 + 4);
    for three in file.chunks(3) {
        let held = three.iter().fold(0_u32, |held, byte| held << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            let letter = LETTERS.get((held >> (18 - 6 * place) & 63) as usize);
            text.extend(letter.map(|letter| char::from(*letter)));
        }
    }
    text
}

/// The link to a pack: the app's address with the pack behind the `#`, which no server is told.
///
/// # Errors
/// [`PackageError::TooLong`] for more than [`LONGEST_PACK_LINK`].
pub fn pack_link(app: &str, file: &[u8]) -> Result<String, PackageError> {
    let link = format!("{}{FRAGMENT}{}", app.split('#').next().unwrap_or_default(), pack_text(file));
    if link.len() > LONGEST_PACK_LINK { Err(PackageError::TooLong) } else { Ok(link) }
}

/// Opens a pack, whether it is a file, a link, or the text of a link that somebody pasted, and takes nothing of it unless it is whole and signed.
///
/// # Errors
/// [`PackageError`], as precise as it can be known: [`PackageError::Damaged`] for bytes that changed on the way, [`PackageError::Forged`] for
/// what was made by somebody else than it says.
pub fn open_pack(given: &[u8]) -> Result<Signed, PackageError> {
    if given.first() == MAGIC.first() {
        return open_file(given);
    }
    if given.is_empty() {
        return Err(PackageError::CutOff);
    }
    if given.len() > LONGEST_TEXT {
        return Err(PackageError::NotAPackage);
    }
    let text = core::str::from_utf8(given).map_err(|_| PackageError::NotAPackage)?;
    let text = text.split_once(FRAGMENT).map_or(text.trim(), |(_, behind)| behind);
    open_file(&bytes_of(text)?)
}

fn open_file(file: &[u8]) -> Result<Signed, PackageError> {
    if file.len() > LONGEST_PACK_FILE {
        return Err(PackageError::TooLong);
    }
    let Some((magic, rest)) = file.split_first_chunk::<{ MAGIC.len() }>() else {
        return Err(if MAGIC.starts_with(file) { PackageError::CutOff } else { PackageError::NotAPackage });
    };
    if *magic != MAGIC {
        return Err(PackageError::NotAPackage);
    }
    let (format, rest) = rest.split_first().ok_or(PackageError::CutOff)?;
    if *format != FORMAT {
        return Err(PackageError::Newer);
    }
    let (length, rest) = rest.split_first_chunk::<LENGTH>().ok_or(PackageError::CutOff)?;
    let (sum, signed) = rest.split_first_chunk::<CHECKSUM>().ok_or(PackageError::CutOff)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| PackageError::TooLong)?;
    if length > LONGEST_PACK_FILE {
        return Err(PackageError::Damaged);
    }
    if signed.len() < length {
        return Err(PackageError::CutOff);
    }
    if signed.len() > length || checksum(DOMAIN, signed) != *sum {
        return Err(PackageError::Damaged);
    }
    Signed::read_as(CONTEXT, signed, None)
}

/// The bytes behind base64url, up to the first character that is none: what somebody copied along with a link is not part of it.
fn bytes_of(text: &str) -> Result<Vec<u8>, PackageError> {
    let value = |byte: u8| LETTERS.iter().position(|letter| *letter == byte);
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut held, mut bits) = (0_usize, 0_u32);
    for value in text.bytes().map_while(value) {
        held = (held << 6 | value) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).unwrap_or_default());
        }
    }
    if bytes.is_empty() { Err(PackageError::NotAPackage) } else { Ok(bytes) }
}
