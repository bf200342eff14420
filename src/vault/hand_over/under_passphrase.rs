//! A package under a passphrase is a sealed file with the same signed block inside: from whom it is, and whether it came before, is known there too.

use zeroize::Zeroizing;

use super::package::{LONGEST_PACKAGE, is_package};
use super::signed::Signed;
use crate::{FilePurpose, PackageError, SealedFile, Stretched};

/// What a package that somebody was handed is opened with.
#[derive(Clone, Copy, Debug)]
pub enum SealedFor {
    /// With the reader's own key ([`crate::open_package`]).
    Key,
    /// With a passphrase, which is to be stretched as the header says ([`open_under_passphrase`]).
    Passphrase(SealedFile),
}

impl SealedFor {
    /// What some file is to be opened with, told by its beginning.
    ///
    /// # Errors
    /// [`PackageError::NotAPackage`] for a file of another kind, [`PackageError::Backup`] for a backup, [`PackageError::TooLong`] for more than
    /// [`LONGEST_PACKAGE`], [`PackageError::OutOfBounds`] for a passphrase that is to be stretched with more memory than any is.
    pub fn of(file: &[u8]) -> Result<Self, PackageError> {
        if is_package(file) {
            return if file.len() > LONGEST_PACKAGE { Err(PackageError::TooLong) } else { Ok(Self::Key) };
        }
        let header = SealedFile::read_header(file)?;
        match header.purpose() {
            FilePurpose::Backup => Err(PackageError::Backup),
            FilePurpose::Keys => Err(PackageError::NotAPackage),
            FilePurpose::Share if file.len() > LONGEST_PACKAGE => Err(PackageError::TooLong),
            FilePurpose::Share => Ok(Self::Passphrase(header)),
        }
    }
}

/// Opens a package under a passphrase, and takes nothing of it unless it is whole and signed.
///
/// # Errors
/// [`PackageError`], as precise as it can be known.
pub fn open_under_passphrase(file: &[u8], stretched: &Stretched) -> Result<Signed, PackageError> {
    let header = match SealedFor::of(file)? {
        SealedFor::Passphrase(header) => header,
        SealedFor::Key => return Err(PackageError::OtherKey),
    };
    let mut opener = header.open(stretched)?;
    let body = file.get(SealedFile::HEADER..).ok_or(PackageError::CutOff)?;
    let mut signed = Zeroizing::new(Vec::with_capacity(body.len()));
    signed.extend_from_slice(&opener.push(body)?);
    signed.extend_from_slice(&opener.finish()?);
    Signed::read(&signed, None)
}
