//! Giving one answer about a day, or taking it back.

use chrono::NaiveDate;
use domain::{CheckIn, CheckInEdit, EditError};

use super::CheckedIn;
use crate::journal::id::check_in_id;
use crate::{Clock, Home, Ids, Journal, SaveError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Gives one answer about a day; the first one begins its check-in. Two tabs that tell about one day change one check-in, answer by
    /// answer; of two phones that never heard of each other, the later one's holds and the other is in its history.
    ///
    /// # Errors
    /// [`SaveError::Edit`] for a day that has not come, [`SaveError::Gone`] when the check-in is from a newer version or damaged; then nothing
    /// was saved.
    pub async fn answer_check_in(&self, day: NaiveDate, edit: CheckInEdit) -> Result<CheckedIn, SaveError> {
        let now = self.now();
        let fresh = || Ok(CheckIn::new(day, &now).map_err(EditError::from)?);
        let is_it = |told: &CheckIn| told.day() == day;
        let change = |before: &CheckIn| before.apply(edit.clone());
        let (check_in, undo) = self.write_named(check_in_id(day), fresh, is_it, change).await?;
        Ok(CheckedIn { check_in, undo })
    }
}
