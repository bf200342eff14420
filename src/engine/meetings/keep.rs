//! Keeping what was read: for the first time, or in the place of what was read before.

use domain::meeting::{Held, ListError, ListId, MeetingList};
use domain::record::{self, Kind};
use storage::Change;
use sync::RecordState;

use super::{ListSaved, ListsError, MOST_LISTS, NewPage, read_list, record_of, without_pages};
use crate::journal::id::make_shelf_half;
use crate::journal::rows::page_key;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// A name for a list that is not kept yet.
    pub fn new_list_id(&self) -> ListId {
        ListId::from_bytes(make_shelf_half(self.random()))
    }

    /// A name for the pages of one reading.
    pub fn new_batch(&self) -> [u8; 8] {
        make_shelf_half(self.random())
    }

    /// Seals one page. Each by itself, so that whoever has a hundred of them can let the screen breathe in between.
    ///
    /// # Errors
    /// [`SaveError::Sealing`].
    pub fn seal_page(
        &self,
        list: ListId,
        batch: [u8; 8],
        is_index: bool,
        number: u16,
        page: &[u8],
    ) -> Result<NewPage, SaveError> {
        self.seal_page_row(&page_key(list.bytes(), batch, is_index, number), page).map(NewPage)
    }

    /// Keeps a new list with its pages.
    ///
    /// # Errors
    /// [`ListError::TooMany`], otherwise [`ListsError::Save`]; then nothing was kept.
    pub async fn add_list(&self, id: ListId, list: MeetingList, pages: Vec<NewPage>) -> Result<ListSaved, ListsError> {
        self.write_list(id, pages, |before| match before {
            Some(_) => Err(SaveError::Gone.into()),
            None if self.lists().len() >= MOST_LISTS => Err(ListError::TooMany { limit: MOST_LISTS }.into()),
            None => Ok(list.clone()),
        })
        .await
    }

    /// Puts what was read anew in the place of what was there: its pages come, the old ones go, in one batch.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when the list was deleted meanwhile; then, and whenever it fails, the old reading stays.
    pub async fn renew_list(&self, id: ListId, held: Held, pages: Vec<NewPage>) -> Result<ListSaved, ListsError> {
        self.write_list(id, pages, |before| Ok(before.ok_or(SaveError::Gone)?.holding(held))).await
    }

    /// Writes a list, its new pages, and takes the pages of the reading before away.
    pub(super) async fn write_list(
        &self,
        id: ListId,
        pages: Vec<NewPage>,
        decide: impl Fn(Option<MeetingList>) -> Result<MeetingList, ListsError>,
    ) -> Result<ListSaved, ListsError> {
        let record = record_of(id);
        self.write_with_pages(record, |versions| {
            let before = match versions.map(|versions| (versions, versions.state())) {
                Some((versions, RecordState::Live(_))) => Some(read_list(versions)?),
                Some((_, RecordState::Deleted { .. } | RecordState::Erased)) | None => None,
            };
            let list = decide(before.clone())?;
            let body = record::encode(&list)?;
            let draft = match versions {
                Some(versions) => Draft::on(record, versions, sync::Change::Put(body)),
                None => Draft::new(record, Kind::MeetingList.number(), body),
            };
            // Only a new reading takes the old one's place; a new name does not.
            let replaced = before.filter(|before| before.held().batch != list.held().batch);
            let mut changes: Vec<Change> = pages.iter().map(|NewPage(change)| change.clone()).collect();
            changes.extend(replaced.iter().flat_map(|before| without_pages(id, before)));
            Ok((draft, changes, ListSaved { id, list }))
        })
        .await
    }
}
