//! What the person said about an entry itself: to be talked about, or private. A record beside the entry, so that marking changes nothing of it.

use domain::record::Kind;
use domain::{EntryMark, Marks, Moment};
use storage::StoreError;
use sync::RecordId;

use crate::journal::id::marks_id;
use crate::{Clock, Home, Ids, Journal, SaveError};

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

    /// The entries that somebody wants to talk about, the latest first. Whether they are still there is for the caller to see.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub async fn to_talk_about(&self) -> Result<Vec<RecordId>, StoreError> {
        let mut found: Vec<Marks> = Vec::new();
        for id in self.dated(Kind::Marks, &(i64::MIN..i64::MAX)).await? {
            found.extend(self.said_now::<Marks>(id).await?.filter(Marks::talk_about));
        }
        found.sort_by_key(|marks| std::cmp::Reverse(marks.at().utc_ms()));
        Ok(found.into_iter().map(|marks| RecordId::from_bytes(marks.entry())).collect())
    }
}
