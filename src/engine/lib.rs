//! Use cases: a folder per noun, a file per verb.
//!
//! The engine decides what a command means, commits it in one atomic batch and only then answers. It knows no browser: the home
//! of the rows, the clock and randomness are handed in, so that every story can be told in a native test within milliseconds.
//!
//! Start reading at [`Journal`]; then `craving/log.rs` for the shortest whole use case.

mod backup;
mod changes;
mod check_in;
mod checklist;
mod contacts;
mod craving;
mod deleted;
mod error;
mod forget;
mod help;
mod imported;
mod journal;
mod lapse;
pub mod lock;
mod marks;
mod medication;
mod meetings;
mod milestones;
mod pack;
mod person;
mod ports;
mod program;
mod safety;
mod session;
mod settings;
mod share;
mod sober;
mod sorted;
mod strategy;
mod summary;
mod trigger_chart;
mod visit;
mod week;

pub use backup::{
    Backup, BackupCheck, BackupSummary, Checked, Everything, FileError, Gathered, InBackup, LockedBackup, MergeIn,
    Merged, OpenedBackup, SealedBackup, check_backup,
};
pub use changes::LastChanges;
pub use check_in::CheckedIn;
pub use contacts::{Contact, contacts_when_locked};
pub use craving::Logged;
pub use deleted::{Deleted, DeletedWhat, Named};
pub use error::{BackupError, MergeError, OpenError, PeopleError, ReadError, SaveError, WeekError};
pub use forget::forget_everything;
pub use imported::{ImportedSaved, TakenIn};
pub use journal::Journal;
pub use journal::entry::{Cursor, Done, Entry, EntryKey, Marked, Only, Page, Version, What};
pub use journal::undo::Undo;
pub use lapse::LapseTold;
pub use meetings::{ListSaved, ListsError, MOST_LISTS, NewPage, SealedPage};
pub use pack::{PackTakeError, PackTaken};
pub use person::PersonSaved;
pub use ports::{Clock, Home, Ids};
pub use program::{PlanSaved, ProgramSaved};
pub use safety::ReasonWith;
pub use session::SessionSaved;
pub use share::{Prepared, Sending, ShareError, Shared, seal_under_passphrase};
pub use strategy::RunSaved;
pub use sync::{About, RecordId, StreamError};
pub use vault::{
    AddressError, AddressKey, RecoveryCode, RootKey, Stretched, Stretching, VaultError, VerifyingKey, Wrap, WrapKind,
    WrappingKey, make_passphrase, make_salt, name_passkey,
};
pub use visit::Told;
pub use week::MOST_SESSIONS;

/// How long a deleted entry can be brought back, in days; afterwards its bytes are taken away for good.
pub const DAYS_TO_RESTORE: i64 = 30;

#[cfg(test)]
mod stories;
