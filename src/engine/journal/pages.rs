//! Pages beside a record: rows that hold too much for the journal and can be had again, such as the meetings of a list. They are sealed like
//! everything, written and taken away in one batch with their record, and never read at an opening.

use storage::{Area, Change, Row, StoreError, Wanted};
use sync::{RecordId, Versions};
use vault::Purpose;

use super::Journal;
use super::rows::seal_row;
use super::write::{Draft, TRIES};
use crate::{Clock, Home, Ids, ReadError, SaveError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Seals a page for its row.
    pub(crate) fn seal_page_row(&self, row: &[u8], page: &[u8]) -> Result<Change, SaveError> {
        let device = self.inside.borrow().head.device;
        seal_row(&self.key, device, Area::Leaves, Purpose::Meetings, row, page).map_err(|_| SaveError::Sealing)
    }

    /// What is in the row of a page. `Unreadable` when it is damaged.
    pub(crate) fn open_page_row(&self, row: &Row) -> Result<Vec<u8>, ReadError> {
        vault::open(&self.key, Purpose::Meetings, &row.key, &row.bytes).map_err(|_| ReadError::Unreadable)
    }

    /// The rows of pages with keys from `from` to `to`, both included, in their order.
    pub(crate) async fn page_rows(&self, from: Vec<u8>, to: Vec<u8>) -> Result<Vec<Row>, StoreError> {
        let rows = self.home.read(&[Wanted::Range { area: Area::Leaves, from, to }]).await?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// Writes one operation on a record, which may be new, together with changes to its pages. `decide` sees the record as it is now, and
    /// again when another tab was faster.
    pub(crate) async fn write_with_pages<T, E: From<SaveError>>(
        &self,
        id: RecordId,
        decide: impl Fn(Option<&Versions>) -> Result<(Draft, Vec<Change>, T), E>,
    ) -> Result<T, E> {
        let _turn = self.turn.lock().await;
        for _ in 0..TRIES {
            let versions = match self.find(id).await {
                Ok(versions) => Some(versions),
                Err(ReadError::Gone) => None,
                Err(error) => return Err(SaveError::from(error).into()),
            };
            let (draft, pages, told) = decide(versions.as_ref())?;
            match self.commit(vec![draft], pages).await {
                Err(SaveError::Store(StoreError::Conflict)) => self.catch_up().await?,
                Err(error) => return Err(error.into()),
                Ok(()) => return Ok(told),
            }
        }
        Err(SaveError::Busy.into())
    }
}
