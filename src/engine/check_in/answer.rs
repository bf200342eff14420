//! Giving one answer about a day, or taking it back.

use chrono::NaiveDate;
use domain::record::{self, Kind};
use domain::{CheckIn, CheckInEdit, EditError};
use sync::{Change, RecordState};

use super::{CheckedIn, read};
use crate::journal::id::check_in_id;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Gives one answer about a day; the first one begins its check-in. Two tabs that tell about one day change one check-in, answer by
    /// answer; of two phones that never heard of each other, the later one's holds and the other is in its history.
    ///
    /// # Errors
    /// [`SaveError::Edit`] for a day that has not come, [`SaveError::Gone`] when the check-in is from a newer version or damaged; then nothing
    /// was saved.
    pub async fn answer_check_in(&self, day: NaiveDate, edit: CheckInEdit) -> Result<CheckedIn, SaveError> {
        let record = check_in_id(day);
        let now = self.now();
        self.write_each(&[record], |known, _| {
            let versions = known.first().and_then(Option::as_ref);
            let before = match versions.map(|versions| versions.state()) {
                Some(RecordState::Live(body)) => read(body).filter(|told| told.day() == day).ok_or(SaveError::Gone)?,
                Some(RecordState::Deleted { .. }) | None => CheckIn::new(day, &now).map_err(EditError::from)?,
                Some(RecordState::Erased) => return Err(SaveError::Gone),
            };
            let check_in = before.apply(edit.clone());
            let body = record::encode(&check_in)?;
            let draft = match versions {
                Some(versions) => Draft::on(record, versions, Change::Put(body)),
                None => Draft::new(record, Kind::CheckIn.number(), body),
            };
            // Back to a check-in that says nothing, and not to none, as for a visit.
            let undo = Undo::PutBack(record, record::encode(&before)?);
            Ok((vec![draft], CheckedIn { check_in, undo }))
        })
        .await
    }
}
