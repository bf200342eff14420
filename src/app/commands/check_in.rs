//! The daily check-in.

use chrono::NaiveDate;
use domain::CheckInEdit;
use engine::SaveError;

use crate::state::App;

impl App {
    /// Gives one answer about a day, or takes it back. Without a word: the answer itself shows that it is there, and a failure stands beside it.
    pub async fn answer_check_in(self, day: NaiveDate, edit: CheckInEdit) -> Result<(), SaveError> {
        self.journal().answer_check_in(day, edit).await?;
        self.after_saving();
        Ok(())
    }
}
