//! Everything out, and everything in: the journal as a stream of plain chunks (`sync::Chunk`), and taking such a stream in.
//!
//! Nothing is sealed here and no file is known: whoever calls seals each chunk and writes it before asking for the next, so a backup of ten
//! years never lies in memory as a whole. Taking in is the merge of two devices and nothing else; a backup is another device that has
//! not been heard of for a while.

mod check;
mod everything;
mod gathered;
mod merge;
mod out;
mod sealed;
mod summary;
mod walk;

use domain::meeting::{Held, MeetingList};
use domain::record::{self, Kind};
use sync::{RecordState, Versions};

pub use check::{BackupCheck, Checked, InBackup, check_backup};
pub use everything::Everything;
pub use gathered::Gathered;
pub use merge::{MergeIn, Merged};
pub use out::Backup;
pub use sealed::{FileError, LockedBackup, OpenedBackup, SealedBackup};
pub use summary::BackupSummary;

/// What is known of the pages of a list of meetings.
pub(crate) enum Pages {
    /// The list is not there, or this record is no list.
    None,
    /// Those of one reading.
    Of(Held),
    /// A newer app wrote the list, so which pages belong to it only that app knows.
    Any,
}

impl Pages {
    pub(crate) fn of(versions: &Versions) -> Self {
        if versions.kind() != Kind::MeetingList.number() {
            return Self::None;
        }
        match versions.state() {
            RecordState::Live(body) => match record::read::<MeetingList>(body).known() {
                Some(list) => Self::Of(*list.held()),
                None => Self::Any,
            },
            RecordState::Deleted { .. } | RecordState::Erased => Self::None,
        }
    }

    /// Whether the page of that name belongs to what is held now. A name begins with that of the reading.
    pub(crate) fn has(&self, name: &[u8]) -> bool {
        match self {
            Self::None => false,
            Self::Of(held) => name.starts_with(&held.batch),
            Self::Any => true,
        }
    }
}
