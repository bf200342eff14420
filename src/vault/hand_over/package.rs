//! A package that opens with one counselor's key.
//!
//! Format 1: `[magic 8][format 1][suite 1][encapsulated key 32][commitment 32][checksum 4][ciphertext][tag 16]`. Inside is the signed block with
//! its payload, a byte 0x80 and zeros, up to a size of Padmé, as in a sealed file. The header says nothing about whom it is for: the
//! commitment is exported from the secret that only the two of them have. With it a package opens under one key only, and another key is told
//! from damage.

use hpke::aead::AeadTag;
use hpke::inout::InOutBuf;
use hpke::{Deserializable as _, Serializable as _};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::reading_key::ReadingKey;
use super::signed::{Outgoing, Signed, sign};
use super::signing::SigningKey;
use super::suite::{self, KEY, Receiving};
use crate::PackageError;
use crate::address::AddressKey;
use crate::checksum::{CHECKSUM, checksum};
use crate::cipher::TAG;
use crate::padding::whole_length;
use crate::sealed_file::END;

/// As of a sealed file, with a letter of its own.
pub(crate) const MAGIC: [u8; 8] = [0x89, b'H', b'R', b'P', b'\r', b'\n', 0x1a, b'\n'];
const FORMAT: u8 = 1;
/// Suites are numbered for ever: 1 is that of [`suite`].
const SUITE: u8 = 1;
const DOMAIN: &[u8] = b"handrail/v1/package";
const COMMITMENT_CONTEXT: &[u8] = b"commitment";
const COMMITMENT: usize = 32;
const HEADER: usize = MAGIC.len() + 1 + 1 + KEY + COMMITMENT + CHECKSUM;

/// No package has more bytes; a longer one is refused before it is looked at. A page has some thousands.
pub const LONGEST_PACKAGE: usize = 1 << 20;

/// Signs what is handed over, and seals it for `to`.
///
/// # Errors
/// [`PackageError::TooLong`] for more than fits, [`PackageError::WeakKey`] for a key that protects nothing, [`PackageError::NoRandomness`] where
/// the system gives none.
pub fn seal_package(key: &SigningKey, to: &AddressKey, outgoing: &Outgoing<'_>) -> Result<Vec<u8>, PackageError> {
    let mut random = [0; KEY];
    getrandom::fill(&mut random).map_err(|_| PackageError::NoRandomness)?;
    seal_package_with(&sign(key, Some(to), outgoing)?, to, random)
}

/// The same with given randomness, for what is frozen.
pub(crate) fn seal_package_with(signed: &[u8], to: &AddressKey, random: [u8; KEY]) -> Result<Vec<u8>, PackageError> {
    let (encapsulated, mut sending) = suite::send(&to.bytes(), &info(), random)?;
    let mut commitment = [0; COMMITMENT];
    sending.export(COMMITMENT_CONTEXT, &mut commitment).map_err(|_| PackageError::TooLong)?;
    let length = whole_length(signed.len())?;
    if length > LONGEST_PACKAGE - HEADER - TAG {
        return Err(PackageError::TooLong);
    }
    let mut package = Vec::with_capacity(HEADER + length + TAG);
    package.extend_from_slice(&MAGIC);
    package.extend_from_slice(&[FORMAT, SUITE]);
    package.extend_from_slice(&encapsulated);
    package.extend_from_slice(&commitment);
    package.extend_from_slice(&checksum(DOMAIN, &package));
    let header = package.clone();
    // The room is there, so the text is never copied to a second place that would have to be wiped.
    package.extend_from_slice(signed);
    package.push(END);
    package.resize(HEADER + length, 0);
    let text = package.get_mut(HEADER..).ok_or(PackageError::TooLong)?;
    let tag = sending.seal_inout_detached(InOutBuf::from(text), &header).map_err(|_| PackageError::TooLong)?;
    package.extend_from_slice(&tag.to_bytes());
    Ok(package)
}

/// Opens a package, and takes nothing of it unless it is whole, for this key, and signed for it.
///
/// # Errors
/// [`PackageError`], as precise as it can be known.
pub fn open_package(key: &ReadingKey, file: &[u8]) -> Result<Signed, PackageError> {
    let (header, sealed) = read_header(file)?;
    let mut receiving = suite::receive(key.secret(), &header.encapsulated, &info())?;
    if !is_committed_to(&receiving, &header.commitment)? {
        return Err(PackageError::OtherKey);
    }
    let (text, tag) = sealed.split_last_chunk::<TAG>().ok_or(PackageError::CutOff)?;
    let tag = AeadTag::from_bytes(tag).map_err(|_| PackageError::Damaged)?;
    let mut text = Zeroizing::new(text.to_vec());
    let opened = receiving.open_inout_detached(InOutBuf::from(text.as_mut_slice()), header.bytes, &tag);
    // A length that no package has: then its end is missing, or something was put behind it.
    let is_whole = text.len().checked_sub(1).is_some_and(|length| whole_length(length) == Ok(text.len()));
    opened.map_err(|_| if is_whole { PackageError::Damaged } else { PackageError::CutOff })?;
    let end = text.iter().rposition(|byte| *byte != 0).ok_or(PackageError::Damaged)?;
    match text.get(..=end) {
        Some([signed @ .., END]) => Signed::read(signed, Some(&key.address())),
        Some(_) | None => Err(PackageError::Damaged),
    }
}

struct Header<'a> {
    encapsulated: [u8; KEY],
    commitment: [u8; COMMITMENT],
    bytes: &'a [u8],
}

/// The header, and what is behind it. Nothing is asked of memory.
fn read_header(file: &[u8]) -> Result<(Header<'_>, &[u8]), PackageError> {
    let Some((magic, rest)) = file.split_first_chunk::<{ MAGIC.len() }>() else {
        return Err(if MAGIC.starts_with(file) { PackageError::CutOff } else { PackageError::NotAPackage });
    };
    if *magic != MAGIC {
        return Err(PackageError::NotAPackage);
    }
    match rest {
        [FORMAT, SUITE, ..] => {}
        [FORMAT] | [] => return Err(PackageError::CutOff),
        _ => return Err(PackageError::Newer),
    }
    if file.len() > LONGEST_PACKAGE {
        return Err(PackageError::TooLong);
    }
    let (bytes, sealed) = file.split_at_checked(HEADER).ok_or(PackageError::CutOff)?;
    let (summed, sum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(PackageError::CutOff)?;
    if checksum(DOMAIN, summed) != *sum {
        return Err(PackageError::Damaged);
    }
    let (encapsulated, rest) = rest.get(2..).and_then(<[u8]>::split_first_chunk).ok_or(PackageError::CutOff)?;
    let commitment = rest.first_chunk().ok_or(PackageError::CutOff)?;
    Ok((Header { encapsulated: *encapsulated, commitment: *commitment, bytes }, sealed))
}

fn is_committed_to(receiving: &Receiving, commitment: &[u8; COMMITMENT]) -> Result<bool, PackageError> {
    let mut ours = [0; COMMITMENT];
    receiving.export(COMMITMENT_CONTEXT, &mut ours).map_err(|_| PackageError::Damaged)?;
    Ok(ours.ct_eq(commitment).into())
}

/// What keeps this use of a key apart from any other.
fn info() -> Vec<u8> {
    [DOMAIN, &[FORMAT, SUITE]].concat()
}

/// What a package is told from other files by.
pub(crate) fn is_package(file: &[u8]) -> bool {
    file.starts_with(&MAGIC)
}

const _: () = assert!(HEADER == 78, "FORMATS.md says so");
