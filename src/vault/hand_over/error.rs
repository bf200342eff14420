//! What can be wrong with something that was handed over. No variant carries content, so that an error is safe to show and to log.

use thiserror::Error;

use crate::VaultError;

/// Why something was not sealed, or not opened. Nothing of it was taken then.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Error)]
pub enum PackageError {
    /// A file of another kind.
    #[error("this is no package of Handrail")]
    NotAPackage,
    /// Everything that a person has, for their own next device, and nobody else's.
    #[error("this is a backup and no package")]
    Backup,
    /// A newer version of the app made it.
    #[error("a newer version made this package")]
    Newer,
    /// More than [`crate::LONGEST_PACKAGE`].
    #[error("no package is that long")]
    TooLong,
    /// The end of the file is missing.
    #[error("the end of the package is missing")]
    CutOff,
    /// Bytes changed since it was made.
    #[error("the package is damaged")]
    Damaged,
    /// Whole and undamaged, but sealed for another key than the one given.
    #[error("the package is sealed for another key")]
    OtherKey,
    /// Whole and undamaged, but sealed under another passphrase than the one given.
    #[error("this passphrase does not open the package")]
    WrongPassphrase,
    /// The passphrase would have to be stretched with less than is safe, or with more than a device can give.
    #[error("the package asks for more than a device can give")]
    OutOfBounds,
    /// It opened, but whoever signed it did so for somebody else: it was sealed again by another.
    #[error("the package was signed for somebody else")]
    OtherRecipient,
    /// It opened, but it is not from who it says it is from.
    #[error("the signature of the package is wrong")]
    Forged,
    /// The key of the recipient is none that something can be sealed for.
    #[error("nothing can be sealed for this key")]
    WeakKey,
    /// The system gave no random bytes; nothing may be sealed without them.
    #[error("the system gave no random numbers")]
    NoRandomness,
}

impl From<VaultError> for PackageError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::OtherFile => Self::NotAPackage,
            VaultError::UnknownFormat(_) | VaultError::UnknownSuite(_) | VaultError::UnknownKind(_) => Self::Newer,
            VaultError::TooLong => Self::TooLong,
            VaultError::TooShort | VaultError::CutOff => Self::CutOff,
            VaultError::OutOfBounds => Self::OutOfBounds,
            VaultError::WrongSecret | VaultError::OtherKey => Self::WrongPassphrase,
            VaultError::NoRandomness => Self::NoRandomness,
            VaultError::NotAuthentic
            | VaultError::Damaged
            | VaultError::Padding
            | VaultError::NotAKey
            | VaultError::NotAList
            | VaultError::CodeLength
            | VaultError::Typo => Self::Damaged,
        }
    }
}
