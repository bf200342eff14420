//! Taking a list away, for good and at once: it is no word of the person's, can be read again, and takes the room of many years of entries.

use domain::meeting::ListId;
use sync::Change;

use super::{read_list, record_of, without_pages};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Deletes a list with all its pages. Meetings of it that were saved into the week stay there.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when there is no such list.
    pub async fn delete_list(&self, id: ListId) -> Result<(), SaveError> {
        let record = record_of(id);
        self.write_with_pages(record, |versions| {
            let versions = versions.ok_or(SaveError::Gone)?;
            let list = read_list(versions)?;
            let gone = without_pages(id, &list).collect();
            Ok::<_, SaveError>((Draft::on(record, versions, Change::Delete), gone, ()))
        })
        .await?;
        // Its address is nobody's any more; what is left of it is that there was something.
        self.erase(record).await
    }
}
