//! What the person said about an entry itself: to be talked about, or private. A record beside the entry, so that marking changes nothing of it.

use chrono::NaiveDate;
use domain::record::Kind;
use domain::{EntryMark, Marks, Moment};
use storage::StoreError;
use sync::RecordId;

use crate::journal::id::{check_in_id, marks_id};
use crate::{Clock, Entry, Home, Ids, Journal, Marked, Page, ReadError, SaveError, What};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Sets a mark of an entry or takes it away. `at` is when the entry was.
    ///
    /// # Errors
    /// [`SaveError`]; the marks are as they were.
    pub async fn mark_entry(&self, id: RecordId, at: &Moment, mark: EntryMark, is_set: bool) -> Result<(), SaveError> {
        let fresh = || Ok(Marks::new(id.bytes(), at.clone()));
        let is_it = |marks: &Marks| marks.entry() == id.bytes();
        self.write_named(marks_id(id), fresh, is_it, |before| before.set(mark, is_set)).await?;
        Ok(())
    }

    /// The marks of an entry; None when none was ever set.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn marks(&self, id: RecordId) -> Result<Option<Marks>, StoreError> {
        let told: Option<Marks> = self.said_now(marks_id(id)).await?;
        Ok(told.filter(|marks| marks.entry() == id.bytes()))
    }

    /// A page of entries with what was said about each of them. Marks lie beside their entries, so nothing more is opened for it.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub(crate) async fn with_marks(&self, mut page: Page) -> Result<Page, StoreError> {
        for entry in &mut page.entries {
            let is_lapse = matches!(entry.what, What::Lapse(_));
            entry.marked = match self.marks(entry.id).await? {
                Some(marks) => Marked { talk_about: marks.talk_about(), private: marks.is_private(is_lapse) },
                None => Marked { talk_about: false, private: is_lapse },
            };
        }
        Ok(page)
    }

    /// The entries since an instant (UTC ms) that somebody wants to talk about, the latest first. Those that are gone are not among them.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub async fn to_talk_about(&self, since_utc_ms: i64) -> Result<Vec<Entry>, StoreError> {
        let mut found = Vec::new();
        for id in self.dated(Kind::Marks, &(since_utc_ms..i64::MAX)).await? {
            let marks = self.said_now::<Marks>(id).await?.filter(Marks::talk_about);
            let Some(marks) = marks.filter(|marks| marks.at().utc_ms() >= since_utc_ms) else { continue };
            match self.entry_of_any(RecordId::from_bytes(marks.entry())).await {
                Ok(entry) => found.push(entry),
                Err(ReadError::Gone | ReadError::Unreadable) => {}
                Err(ReadError::Store(error)) => return Err(error),
            }
        }
        found.sort_by_key(|entry| std::cmp::Reverse(entry.at_utc_ms));
        Ok(found)
    }
}

impl<H, W> Journal<H, W> {
    /// The record of a day's check-in, told about or not.
    pub fn check_in_record(day: NaiveDate) -> RecordId {
        check_in_id(day)
    }
}
