//! What somebody has done, counted from all entries there are, a leaf at a time.

use domain::record::Kind;
use domain::{CheckIn, Counting, Craving, Lapse, Milestones, Visit};
use storage::StoreError;

use crate::{Clock, Home, Ids, Journal};

/// All of them, whenever they were.
const EVER: std::ops::Range<i64> = i64::MIN..i64::MAX;

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Counts everything. It reads the whole journal, so it is asked for by a page of its own and by nothing that anybody waits for.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub async fn milestones(&self) -> Result<Milestones, StoreError> {
        let mut counting = Counting::default();
        for kind in [Kind::Craving, Kind::Visit, Kind::CheckIn, Kind::Lapse] {
            for id in self.dated(kind, &EVER).await? {
                match kind {
                    Kind::Craving => self.said_now::<Craving>(id).await?.iter().for_each(|one| counting.craving(one)),
                    Kind::Visit => self.said_now::<Visit>(id).await?.iter().for_each(|one| counting.visit(one)),
                    Kind::CheckIn => self.said_now::<CheckIn>(id).await?.iter().for_each(|one| counting.check_in(one)),
                    _ => self.said_now::<Lapse>(id).await?.iter().for_each(|one| counting.lapse(one)),
                }
            }
        }
        Ok(counting.finish())
    }
}
