//! Version 1 of the trigger chart, kind 45. Frozen like its siblings.

use serde::{Deserialize, Serialize};

use super::ChipV1;
use crate::code::Kept;
use crate::trigger_chart::{MOST_PLACED, TriggerChart};

/// Kind 45. At most 120.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct TriggerChartV1 {
    placed: Vec<PlacedV1>,
}

#[derive(Serialize, Deserialize)]
struct PlacedV1 {
    /// Each once.
    trigger: ChipV1,
    risk: String,
}

impl From<&TriggerChart> for TriggerChartV1 {
    fn from(chart: &TriggerChart) -> TriggerChartV1 {
        let placed = chart.placed.iter();
        let placed = placed.map(|(trigger, risk)| PlacedV1 { trigger: trigger.into(), risk: risk.code().to_owned() });
        TriggerChartV1 { placed: placed.collect() }
    }
}

impl TriggerChartV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_chart(self) -> Option<TriggerChart> {
        let mut chart = TriggerChart::default();
        for PlacedV1 { trigger, risk } in self.placed {
            let (trigger, risk) = (trigger.into_chip()?, Kept::from_code(&risk)?);
            let is_twice = chart.placed.iter().any(|(there, _)| there.same_as(&trigger));
            if is_twice || chart.placed.len() >= MOST_PLACED {
                return None;
            }
            chart.placed.push((trigger, risk));
        }
        Some(chart)
    }
}
