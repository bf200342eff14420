//! The trigger chart: one record, on the shelf.

use domain::{Risk, Trigger, TriggerChart};

use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H, W: Clock + Ids> Journal<H, W> {
    /// The chart as it is saved; an empty one where nothing was, or what was is newer or damaged. From memory.
    pub fn trigger_chart(&self) -> TriggerChart {
        self.chosen()
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Puts a trigger somewhere on the chart, or takes it off.
    ///
    /// # Errors
    /// [`SaveError::Edit`] when the chart is full; it is as it was.
    pub async fn place_trigger(&self, trigger: &Trigger, risk: Option<Risk>) -> Result<Undo, SaveError> {
        self.choose(|before: TriggerChart| Ok::<_, SaveError>(before.place(trigger, risk)?)).await
    }
}
