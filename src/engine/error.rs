//! What can go wrong, for us who read the code. The sentences for the person are in the app's catalogue; nothing here carries what
//! somebody wrote.

use storage::StoreError;
use sync::StreamError;
use thiserror::Error;
use vault::VaultError;

/// Why the journal could not be opened. Nothing on the device was changed in any of these cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The home itself did not answer.
    #[error("the store did not open: {0}")]
    Store(#[from] StoreError),
    /// There are entries here, but the key that opens them is missing or is another one.
    #[error("the key that opens the journal is gone")]
    KeyGone,
    /// There is a lock, or a privacy screen: whoever opens has to be asked first (see [`crate::lock::kept`]).
    #[error("the journal is locked")]
    Locked,
    /// A newer version of the app wrote this journal.
    #[error("a newer version wrote this journal")]
    Newer,
    /// The device gave no randomness to make a key with.
    #[error("no randomness on this device")]
    NoRandomness,
}

/// Why something was not saved. What was stored before is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SaveError {
    /// The home refused the batch; nothing of it was written.
    #[error("not saved: {0}")]
    Store(#[from] StoreError),
    /// Other tabs kept writing at the same moment, several times in a row.
    #[error("not saved: other tabs kept writing")]
    Busy,
    /// The entry is not there any more, or cannot be read, so it cannot be changed.
    #[error("the entry is gone or cannot be read")]
    Gone,
    /// The change itself is not allowed (a time that has not come, a list that is full).
    #[error("the change was refused: {0}")]
    Edit(#[from] domain::EditError),
    /// The cipher refused, or the entry could not be written as bytes; never seen in practice, but never ignored either.
    #[error("the entry could not be sealed")]
    Sealing,
}

impl From<domain::record::EncodeError> for SaveError {
    fn from(_: domain::record::EncodeError) -> Self {
        Self::Sealing
    }
}

/// Why a change of the week was not saved: a session, a program, a visit, a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WeekError {
    /// As for any entry. What was stored before is as it was.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The change itself makes no sense, or no more fits.
    #[error("the change was refused: {0}")]
    Plan(#[from] domain::PlanError),
}

impl From<domain::record::EncodeError> for WeekError {
    fn from(error: domain::record::EncodeError) -> Self {
        Self::Save(error.into())
    }
}

/// Why a change of the people one could call, or of the lines in Help now, was not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PeopleError {
    /// As for any entry. What was stored before is as it was.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// No more people fit, or no more numbers.
    #[error("the change was refused: {0}")]
    Person(#[from] domain::PersonError),
    /// No more lines fit.
    #[error("the change was refused: {0}")]
    Help(#[from] domain::HelpError),
}

impl From<domain::record::EncodeError> for PeopleError {
    fn from(error: domain::record::EncodeError) -> Self {
        Self::Save(error.into())
    }
}

/// Why something could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The home itself did not answer.
    #[error("not read: {0}")]
    Store(#[from] StoreError),
    /// There is no such entry, or it was erased for good.
    #[error("there is no such entry")]
    Gone,
    /// The entry is there and is kept, but its bytes are damaged or newer than this version.
    #[error("the entry cannot be read by this version")]
    Unreadable,
}

/// Why a backup was not made. Nothing on the device was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BackupError {
    /// The home itself did not answer.
    #[error("not read: {0}")]
    Store(#[from] StoreError),
    /// While it was made, rows were packed, erased, merged or made again, so that what was handed over and what is still to come would not
    /// be of one moment. Throw away what there is and begin again. Writing alone never leads to this.
    #[error("the journal was put in order meanwhile")]
    Changed,
    /// One record holds more than a chunk can ([`sync::LONGEST_CHUNK`]); no record of ours does.
    #[error("a record is too long for a backup")]
    TooLong,
    /// The file could not be sealed.
    #[error("not sealed: {0}")]
    Sealing(VaultError),
}

/// Why entries from elsewhere were not taken in, or not all of them. What was taken in before stays; doing it again completes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MergeError {
    /// As for any entry.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// What came is not what was checked before.
    #[error("not taken in: {0}")]
    Stream(#[from] StreamError),
}

impl From<ReadError> for SaveError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Store(store) => Self::Store(store),
            ReadError::Gone | ReadError::Unreadable => Self::Gone,
        }
    }
}
