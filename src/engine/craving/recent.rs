//! What the person chose lately, so that it can be offered first.

use domain::Recent;
use storage::StoreError;

use crate::{Clock, Home, Ids, Journal};

/// How many entries back count as lately.
const ENTRIES: usize = 60;
/// How many of each sort are offered first.
const OFFERED: usize = 6;

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// The triggers, places, people and substances of the latest entries, each once, the most recent first.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn recent(&self) -> Result<Recent, StoreError> {
        let page = self.list(None, ENTRIES).await?;
        Ok(domain::recent_first(page.entries.iter().filter_map(|entry| entry.what.craving()), OFFERED))
    }
}
