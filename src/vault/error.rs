//! What can go wrong with a key or an envelope. No variant carries content, so that an error is safe to show and to log.

use thiserror::Error;

/// Why bytes could not be sealed or opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Error)]
pub enum VaultError {
    /// Fewer bytes than the smallest envelope has.
    #[error("the envelope is too short")]
    TooShort,
    /// More than an envelope can hold (its length is a 32-bit number).
    #[error("the content is too long to be sealed")]
    TooLong,
    /// Sealed by a newer app. Keep the bytes as they are.
    #[error("the envelope has the unknown format {0}")]
    UnknownFormat(u8),
    /// Sealed with a cipher that this app does not know. Keep the bytes as they are.
    #[error("the envelope has the unknown cipher suite {0}")]
    UnknownSuite(u8),
    /// The header names a key that is not the one given.
    #[error("the envelope was sealed with another key")]
    OtherKey,
    /// Header, nonce, body or tag changed, or the envelope belongs to another row or purpose.
    #[error("the envelope is damaged or not in its place")]
    NotAuthentic,
    /// Authentic, but the padding inside is not as this format makes it.
    #[error("the padding of the envelope is wrong")]
    Padding,
    /// The system gave no random bytes; nothing may be sealed without them.
    #[error("the system gave no random numbers")]
    NoRandomness,
    /// The bytes are not a root key: it has exactly [`crate::RootKey::LENGTH`] bytes.
    #[error("these bytes are not a key")]
    NotAKey,
    /// Made by a newer app for something that this app does not know. Keep the bytes as they are.
    #[error("the unknown kind {0}")]
    UnknownKind(u8),
    /// The parameters of a passphrase ask for less than is safe, or for more than a device can give.
    #[error("the parameters for the passphrase are out of bounds")]
    OutOfBounds,
    /// Whole and undamaged, but locked with another passphrase, recovery code or passkey than the one given.
    #[error("this passphrase, code or passkey does not open it")]
    WrongSecret,
    /// Bytes changed, moved, were left out or doubled since it was written.
    #[error("it is damaged")]
    Damaged,
    /// The end of the file is missing.
    #[error("the end of the file is missing")]
    CutOff,
    /// A file of another kind.
    #[error("this is a file of another kind")]
    OtherFile,
    /// A list of words for passphrases has exactly 1024 of them, and this one has not.
    #[error("this is not a list of words")]
    NotAList,
    /// Letters are missing from the recovery code, or there are too many.
    #[error("the recovery code has another length")]
    CodeLength,
    /// A letter of the recovery code is wrong.
    #[error("a letter of the recovery code is wrong")]
    Typo,
}
