//! The sentences for what went wrong with a backup.

use engine::{FileError, MergeError, SaveError, StreamError, VaultError};
use storage::StoreError;

use crate::browser::stretch::NoKey;
use crate::commands::backup::NoBackup;
use crate::text::backup::Backup;

impl Backup {
    /// Why there is none, or why it was not read.
    #[must_use]
    pub fn why(&self, why: NoBackup) -> &'static str {
        let words = &self.others;
        match why {
            NoBackup::Key(NoKey::Empty) => words.empty,
            NoBackup::Key(NoKey::NoMemory) => words.no_memory,
            NoBackup::Key(NoKey::Stopped) => words.no_worker,
            NoBackup::NotMade(_) => words.not_made,
            NoBackup::NotRead => words.not_read,
            NoBackup::NotIn(why) => self.not_in(why),
            NoBackup::File(FileError::Sealed(why)) => match why {
                VaultError::OtherFile | VaultError::TooShort => words.other_file,
                VaultError::UnknownFormat(_) | VaultError::UnknownSuite(_) | VaultError::UnknownKind(_) => words.newer,
                VaultError::WrongSecret | VaultError::OtherKey => words.wrong,
                VaultError::CutOff => words.cut,
                VaultError::OutOfBounds => words.too_much,
                _ => words.damaged,
            },
            NoBackup::File(FileError::Inside(why)) => self.inside_is_wrong(why),
        }
    }

    fn inside_is_wrong(&self, why: StreamError) -> &'static str {
        match why {
            StreamError::Newer(_) => self.others.newer,
            StreamError::Cut => self.others.cut,
            _ => self.others.damaged,
        }
    }

    /// Why it was not brought in, or not as a whole.
    fn not_in(&self, why: MergeError) -> &'static str {
        match why {
            MergeError::Save(SaveError::Store(StoreError::Full)) => self.others.full,
            MergeError::Save(_) => self.others.half,
            MergeError::Stream(why) => self.inside_is_wrong(why),
        }
    }
}
