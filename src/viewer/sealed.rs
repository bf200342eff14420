//! The ring as a sealed file: the same bytes in this browser's store and in the file that a counselor saves.

use thiserror::Error;
use vault::{FilePurpose, SealedFile, Sealer, Stretched, VaultError};
use zeroize::Zeroizing;

use crate::ring::{Ring, RingError};

/// No such file has more bytes.
pub const LONGEST: usize = 4 * 1024 * 1024;

/// Why keys did not open. Nothing of them was taken, and nothing about them changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotOpened {
    #[error("another passphrase seals these keys")]
    WrongPassphrase,
    #[error("a newer version wrote these keys")]
    Newer,
    #[error("these keys are damaged")]
    Damaged,
}

/// Seals the ring.
///
/// # Errors
/// [`VaultError::NoRandomness`] where the system gives none; others for completeness.
pub fn seal(ring: &Ring, stretched: &Stretched) -> Result<Vec<u8>, VaultError> {
    let text = ring.encode().map_err(|_| VaultError::TooLong)?;
    let (mut sealer, mut file) = Sealer::begin(FilePurpose::Keys, stretched)?;
    file.extend(sealer.push(&text)?);
    file.extend(sealer.finish()?);
    Ok(file)
}

/// Opens what [`seal`] made.
///
/// # Errors
/// [`NotOpened`].
pub fn open(file: &[u8], stretched: &Stretched) -> Result<Ring, NotOpened> {
    let opened = || -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let header = SealedFile::read_header(file)?;
        if header.purpose() != FilePurpose::Keys {
            return Err(VaultError::OtherFile);
        }
        let mut opener = header.open(stretched)?;
        let body = file.get(SealedFile::HEADER..).unwrap_or_default();
        let mut text = Zeroizing::new(Vec::with_capacity(body.len()));
        text.extend_from_slice(&opener.push(body)?);
        text.extend_from_slice(&opener.finish()?);
        Ok(text)
    };
    match opened() {
        Ok(text) => Ring::decode(&text).map_err(|why| match why {
            RingError::Newer => NotOpened::Newer,
            RingError::Unreadable => NotOpened::Damaged,
        }),
        Err(VaultError::WrongSecret | VaultError::OtherKey) => Err(NotOpened::WrongPassphrase),
        Err(VaultError::UnknownFormat(_) | VaultError::UnknownKind(_) | VaultError::UnknownSuite(_)) => {
            Err(NotOpened::Newer)
        }
        Err(_) => Err(NotOpened::Damaged),
    }
}
