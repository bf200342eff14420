//! Records that are about days: those of one kind without opening the leaves of other days, and what one of them says now.

use std::ops::Range;

use chrono::NaiveDate;
use domain::record::{self, Kind, Stored};
use storage::StoreError;
use sync::{RecordId, RecordState, Versions};

use super::directory::SHELF;
use crate::{Clock, Home, Ids, Journal, ReadError};

/// No zone is further from UTC, so a day's noon is within it.
const A_DAY_MS: i64 = 24 * 60 * 60 * 1000;

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// The ids of all records of a kind that may be about a range of time (UTC ms), in order, each once. What they are really about their
    /// bodies say.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub(crate) async fn dated(&self, kind: Kind, range: &Range<i64>) -> Result<Vec<RecordId>, StoreError> {
        let is_wanted = |(id, versions): (&RecordId, &Versions)| (versions.kind() == kind.number()).then_some(*id);
        let (leaves, mut ids) = {
            let inside = self.inside.borrow();
            let overlaps =
                |days: Option<(i64, i64)>| days.is_some_and(|(from, to)| from < range.end && range.start <= to);
            let entries = inside.directory.leaves.iter().filter(|entry| entry.leaf != SHELF && overlaps(entry.days));
            let leaves: Vec<u32> = entries.map(|entry| entry.leaf).collect();
            let ids: Vec<RecordId> = inside.tail.records.iter().filter_map(is_wanted).collect();
            (leaves, ids)
        };
        for leaf in leaves {
            match self.leaf(leaf).await {
                Ok(content) => ids.extend(content.records.iter().filter_map(is_wanted)),
                Err(ReadError::Store(error)) => return Err(error),
                Err(ReadError::Gone | ReadError::Unreadable) => {}
            }
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }

    /// What the records of a kind say now that are about the days from `first` to `last`, by whatever clock; a day before and after may be
    /// among them.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub(crate) async fn said_between<T: Stored>(
        &self,
        kind: Kind,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<T>, StoreError> {
        let midnight = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
        let range = midnight(first).saturating_sub(A_DAY_MS)..midnight(last).saturating_add(2 * A_DAY_MS);
        let mut found = Vec::new();
        for id in self.dated(kind, &range).await? {
            found.extend(self.said_now::<T>(id).await?);
        }
        Ok(found)
    }

    /// What a record says now; `None` when it is not there, is of another kind, or cannot be read.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub(crate) async fn said_now<T: Stored>(&self, id: RecordId) -> Result<Option<T>, StoreError> {
        match self.find(id).await {
            Ok(versions) => Ok(match versions.state() {
                RecordState::Live(body) => record::read(body).known(),
                RecordState::Deleted { .. } | RecordState::Erased => None,
            }),
            Err(ReadError::Gone | ReadError::Unreadable) => Ok(None),
            Err(ReadError::Store(error)) => Err(error),
        }
    }
}
