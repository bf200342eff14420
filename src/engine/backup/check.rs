//! Looking through a backup before anything of it is taken in: whether it is whole, and what is inside. Nothing is written.

use sync::{Chunk, RecordId, RecordState, StreamCheck, StreamError, Versions, decode_chunk};

use crate::What;
use crate::journal::leaf::position;

/// What is in a backup.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InBackup {
    /// When it was made, UTC milliseconds.
    pub made_utc_ms: i64,
    /// Records of every kind, also deleted and erased ones.
    pub records: u64,
    /// Every version of them.
    pub operations: u64,
    /// Pages of lists of meetings.
    pub pages: u64,
    /// Rows that could not be read on the device when the backup was made, and are not in it.
    pub unreadable: u64,
    /// Entries of the log: cravings, lapses, check-ins that were not deleted.
    pub entries: u64,
    /// The moments (UTC ms) that the oldest and the newest of these entries are about; `None` when there is none.
    pub days: Option<(i64, i64)>,
}

/// Proof that a backup was looked through and is whole. Only with it anything is taken in ([`crate::Journal::merge_in`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked(InBackup);

impl Checked {
    /// What is in it.
    #[must_use]
    pub fn inside(&self) -> InBackup {
        self.0
    }
}

/// Looks through a backup, a chunk at a time.
#[derive(Debug, Default)]
pub struct BackupCheck {
    stream: StreamCheck,
    inside: InBackup,
    last: Option<RecordId>,
}

/// Looks through all chunks of a backup.
///
/// # Errors
/// [`StreamError`]: it is cut, damaged, out of order, or of a newer app.
pub fn check_backup<C: AsRef<[u8]>>(chunks: impl IntoIterator<Item = C>) -> Result<Checked, StreamError> {
    let mut check = BackupCheck::new();
    for chunk in chunks {
        check.take(chunk.as_ref())?;
    }
    check.finish()
}

impl BackupCheck {
    /// Nothing was looked at yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks at the next chunk, opened.
    ///
    /// # Errors
    /// [`StreamError`]; there is no use in going on.
    pub fn take(&mut self, chunk: &[u8]) -> Result<(), StreamError> {
        let chunk = decode_chunk(chunk)?;
        self.stream.take(&chunk)?;
        match chunk {
            Chunk::Records(records) => {
                for (id, versions) in &records {
                    // The state of a record stands in its first part.
                    if self.last.replace(*id) != Some(*id) {
                        self.look_at(versions);
                    }
                }
            }
            Chunk::Start(_) | Chunk::Beside(_) | Chunk::End(_) => {}
        }
        Ok(())
    }

    fn look_at(&mut self, versions: &Versions) {
        let RecordState::Live(body) = versions.state() else { return };
        let is_entry =
            matches!(What::of(body), Some(What::Craving(_) | What::Lapse(_) | What::CheckIn(_) | What::Newer));
        let Some(at) = position(body).filter(|_| is_entry) else { return };
        self.inside.entries = self.inside.entries.saturating_add(1);
        self.inside.days = Some(self.inside.days.map_or((at, at), |(from, to)| (from.min(at), to.max(at))));
    }

    /// What is inside, when there are no more chunks.
    ///
    /// # Errors
    /// [`StreamError::Cut`] when the last chunk has not come.
    pub fn finish(&self) -> Result<Checked, StreamError> {
        let about = self.stream.finish()?;
        let counts = about.counts;
        let inside = InBackup {
            made_utc_ms: about.made_utc_ms,
            records: counts.records,
            operations: counts.operations,
            pages: counts.pages,
            unreadable: counts.unreadable,
            ..self.inside
        };
        Ok(Checked(inside))
    }
}
