//! The sentences for what went wrong with a backup.

use engine::{FileError, MergeError, SaveError, StreamError, VaultError};
use storage::StoreError;
use text::backup::Backup;

use crate::browser::stretch::NoKey;
use crate::commands::backup::NoBackup;

/// Why there is none, or why it was not read.
pub fn why_not(text: &Backup, why: NoBackup) -> &'static str {
    let words = &text.others;
    match why {
        NoBackup::Key(NoKey::Empty) => words.empty,
        NoBackup::Key(NoKey::NoMemory) => words.no_memory,
        NoBackup::Key(NoKey::Stopped) => words.no_worker,
        NoBackup::NotMade(_) => words.not_made,
        NoBackup::NotRead => words.not_read,
        NoBackup::NotIn(why) => not_in(text, why),
        NoBackup::File(FileError::Sealed(why)) => match why {
            VaultError::OtherFile | VaultError::TooShort => words.other_file,
            VaultError::UnknownFormat(_) | VaultError::UnknownSuite(_) | VaultError::UnknownKind(_) => words.newer,
            VaultError::WrongSecret | VaultError::OtherKey => words.wrong,
            VaultError::CutOff => words.cut,
            VaultError::OutOfBounds => words.too_much,
            _ => words.damaged,
        },
        NoBackup::File(FileError::Inside(why)) => inside_is_wrong(text, why),
    }
}

fn inside_is_wrong(text: &Backup, why: StreamError) -> &'static str {
    match why {
        StreamError::Newer(_) => text.others.newer,
        StreamError::Cut => text.others.cut,
        _ => text.others.damaged,
    }
}

/// Why it was not brought in, or not as a whole.
fn not_in(text: &Backup, why: MergeError) -> &'static str {
    match why {
        MergeError::Save(SaveError::Store(StoreError::Full)) => text.others.full,
        MergeError::Save(_) => text.others.half,
        MergeError::Stream(why) => inside_is_wrong(text, why),
    }
}
