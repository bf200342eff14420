//! Reading lists: what is known of them from memory, their pages from the disk.

use domain::meeting::{ListId, MeetingList};
use domain::record::Kind;
use storage::Row;

use super::read_list;
use crate::journal::id::half_of;
use crate::journal::rows::page_key;
use crate::{Clock, Home, Ids, Journal, ReadError};

/// A page as it lies on the disk. Opened one by one ([`Journal::open_page`]), so that a screen can breathe in between.
#[derive(Debug, Clone)]
pub struct SealedPage(Row);

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// All lists, as this tab knows them. From memory: no page is read. What is damaged or newer is left out, and kept.
    pub fn lists(&self) -> Vec<(ListId, MeetingList)> {
        let records = self.inside.borrow().on_shelf(Kind::MeetingList.number());
        let list = |(id, versions): (sync::RecordId, sync::Versions)| {
            Some((ListId::from_bytes(half_of(id)), read_list(&versions).ok()?))
        };
        records.into_iter().filter_map(list).collect()
    }

    /// The pages that the finder needs of a list, in their order.
    ///
    /// # Errors
    /// [`ReadError::Unreadable`] when one of them is not there: the list has to be read again.
    pub async fn index_pages(&self, id: ListId, list: &MeetingList) -> Result<Vec<SealedPage>, ReadError> {
        let held = list.held();
        let key = |number| page_key(id.bytes(), held.batch, true, number);
        let rows = self.page_rows(key(0), key(u16::MAX)).await?;
        let is_whole = rows.len() == usize::from(held.index_pages)
            && rows.iter().zip(0_u16..).all(|(row, number)| row.key == key(number));
        if is_whole { Ok(rows.into_iter().map(SealedPage).collect()) } else { Err(ReadError::Unreadable) }
    }

    /// One page of the rest.
    ///
    /// # Errors
    /// [`ReadError::Unreadable`] when it is not there or damaged: the list has to be read again.
    pub async fn detail_page(&self, id: ListId, list: &MeetingList, number: u16) -> Result<Vec<u8>, ReadError> {
        let key = page_key(id.bytes(), list.held().batch, false, number);
        let row = self.page_rows(key.clone(), key).await?.into_iter().next().ok_or(ReadError::Unreadable)?;
        self.open_page(&SealedPage(row))
    }

    /// What is in a page.
    ///
    /// # Errors
    /// [`ReadError::Unreadable`] when it is damaged.
    pub fn open_page(&self, page: &SealedPage) -> Result<Vec<u8>, ReadError> {
        let SealedPage(row) = page;
        self.open_page_row(row)
    }
}
