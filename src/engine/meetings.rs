//! Lists of meetings: what is known of each lies on the shelf, as every opening needs it; the meetings themselves lie in pages of their own,
//! which are read when somebody looks for a meeting and never before.
//!
//! A list is replaced in one batch: the new pages, what is known of them, and the old pages gone. Whatever fails, the old ones stay.

mod delete;
mod edit;
mod keep;
mod read;
mod save_in_week;

use domain::meeting::{ListError, ListId, MeetingList};
use domain::record;
use storage::Change;
use sync::{RecordId, RecordState, Versions};
use thiserror::Error;

use crate::SaveError;
use crate::journal::id::shelf_record;
use crate::journal::rows::page_key;
pub use read::SealedPage;

/// More lists than anybody keeps; all of them are read for the finder.
pub const MOST_LISTS: usize = 12;

/// A page of a list, sealed for its row, which is not written yet.
#[derive(Clone)]
pub struct NewPage(Change);

/// A list as it was just saved.
#[derive(Debug, Clone, PartialEq)]
pub struct ListSaved {
    pub id: ListId,
    pub list: MeetingList,
}

/// Why a list was not kept. What was stored before is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ListsError {
    #[error(transparent)]
    Save(#[from] SaveError),
    /// It cannot be kept as it is, or no more fit.
    #[error("the list was refused: {0}")]
    List(#[from] ListError),
}

impl From<record::EncodeError> for ListsError {
    fn from(error: record::EncodeError) -> Self {
        Self::Save(error.into())
    }
}

impl std::fmt::Debug for NewPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

fn record_of(id: ListId) -> RecordId {
    shelf_record(id.bytes())
}

/// The list that lives under an id.
fn read_list(versions: &Versions) -> Result<MeetingList, SaveError> {
    let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone) };
    record::read(body).known().ok_or(SaveError::Gone)
}

/// What takes the pages of a list away.
pub(crate) fn without_pages(id: ListId, list: &MeetingList) -> impl Iterator<Item = Change> {
    let held = *list.held();
    let index = (0..held.index_pages).map(|number| (true, number));
    let details = (0..held.detail_pages).map(|number| (false, number));
    index.chain(details).map(move |(is_index, number)| Change::Delete {
        area: storage::Area::Leaves,
        key: page_key(id.bytes(), held.batch, is_index, number),
    })
}
