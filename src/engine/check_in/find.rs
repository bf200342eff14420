//! Finding check-ins by their days.

use chrono::NaiveDate;
use domain::CheckIn;
use domain::record::Kind;
use storage::StoreError;

use crate::journal::id::check_in_id;
use crate::{Clock, Home, Ids, Journal};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// What was told about a day; `None` when nothing was, or nothing that can be read.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn check_in(&self, day: NaiveDate) -> Result<Option<CheckIn>, StoreError> {
        let told: Option<CheckIn> = self.said_now(check_in_id(day)).await?;
        Ok(told.filter(|told| told.day() == day && !told.says_nothing()))
    }

    /// The check-ins of the days from `first` to `last`, both included, the earliest first. Days about which nothing was told are not among
    /// them.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub async fn check_ins(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<CheckIn>, StoreError> {
        let mut found: Vec<CheckIn> = self.said_between(Kind::CheckIn, first, last).await?;
        found.retain(|told| (first..=last).contains(&told.day()) && !told.says_nothing());
        found.sort_by_key(CheckIn::day);
        Ok(found)
    }
}
