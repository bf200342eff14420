//! What a file is that somebody handed in, told by its beginning. Nothing of it is opened for that.

use vault::{FilePurpose, SealedFile, SealedFor};

use crate::why::Why;

/// What is to be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A page that opens with a passphrase.
    UnderPassphrase,
    /// A page that opens with a key.
    ForKey,
    /// The counselor's own keys, saved as a file.
    Keys,
    /// A program for clients.
    Program,
}

/// How the file of a program begins.
const PROGRAM: &[u8] = b"\x89HRC";

/// What it is.
///
/// # Errors
/// [`Why`] when it is none of these.
pub fn what(file: &[u8]) -> Result<Found, Why> {
    if SealedFile::read_header(file).is_ok_and(|header| header.purpose() == FilePurpose::Keys) {
        return if file.len() > crate::sealed::LONGEST { Err(Why::TooLong) } else { Ok(Found::Keys) };
    }
    if file.starts_with(PROGRAM) {
        return Ok(Found::Program);
    }
    match SealedFor::of(file)? {
        SealedFor::Key => Ok(Found::ForKey),
        SealedFor::Passphrase(_) => Ok(Found::UnderPassphrase),
    }
}
