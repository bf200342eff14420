//! Changing what a list is called and how often it is read.

use domain::meeting::{ListEdit, ListId};

use super::{ListSaved, ListsError};
use crate::{Clock, Home, Ids, Journal, SaveError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Makes one change to a list as it is now. Its meetings stay as they are.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it was deleted meanwhile; then nothing was saved.
    pub async fn edit_list(&self, id: ListId, edit: ListEdit) -> Result<ListSaved, ListsError> {
        self.write_list(id, Vec::new(), |before| Ok(before.ok_or(SaveError::Gone)?.apply(edit.clone()))).await
    }
}
