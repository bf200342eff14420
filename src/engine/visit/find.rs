//! Finding visits: by the name of their occurrence, or by the days they are about.

use std::ops::Range;

use domain::record::Kind;
use domain::{Visit, VisitKey};
use storage::StoreError;

use crate::journal::id::visit_id;
use crate::{Clock, Home, Ids, Journal};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// What was told about an occurrence; `None` when nothing was, or nothing that can be read.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn visit(&self, key: &VisitKey) -> Result<Option<Visit>, StoreError> {
        let visit: Option<Visit> = self.said_now(visit_id(key)).await?;
        Ok(visit.filter(|visit| visit.key() == key && !visit.says_nothing()))
    }

    /// The visits to occurrences that began in a range of time (UTC ms), the earliest first, those to deleted sessions included.
    /// It opens only the leaves that have entries of these days.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub async fn visits_in(&self, range: Range<i64>) -> Result<Vec<Visit>, StoreError> {
        let mut found = Vec::new();
        for id in self.dated(Kind::Visit, &range).await? {
            let visit: Option<Visit> = self.said_now(id).await?;
            found.extend(visit.filter(|visit| range.contains(&visit.at().utc_ms()) && !visit.says_nothing()));
        }
        found.sort_by_key(|visit| visit.at().utc_ms());
        Ok(found)
    }
}
