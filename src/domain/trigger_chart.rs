//! The trigger chart: which people, places, times and feelings are safe, which need care, which are risky, and which are never a good idea.
//! Sorting them is the exercise; the idea of sorting triggers by how often they led to use is that of outpatient programs for stimulants.

use crate::chip::Chip;
use crate::code::{Kept, coded};
use crate::edit::{Capped, EditError};
use crate::trigger::Trigger;
use crate::words::unspoken;

coded! {
    /// Where something stands, from safe to never.
    pub enum Risk {
        Safe = "safe",
        /// Fine with a plan, or with somebody.
        Care = "care",
        Risky = "risky",
        Never = "never",
    }
}

/// As many triggers have a place: all of ours, and many of one's own.
pub const MOST_PLACED: usize = 120;

/// What was sorted, in the order in which it was.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct TriggerChart {
    /// Each trigger once.
    pub(crate) placed: Vec<(Trigger, Kept<Risk>)>,
}

unspoken!(TriggerChart);

impl TriggerChart {
    /// Where a trigger stands; None when it was not sorted.
    pub fn risk_of(&self, trigger: &Trigger) -> Option<Risk> {
        self.placed.iter().find(|(there, _)| there.same_as(trigger)).and_then(|(_, risk)| risk.known())
    }

    /// Everything that stands at one place.
    pub fn at(&self, risk: Risk) -> impl Iterator<Item = &Trigger> {
        self.placed.iter().filter(move |(_, there)| there.known() == Some(risk)).map(|(trigger, _)| trigger)
    }

    /// The person's own words on the chart.
    pub fn own(&self) -> impl Iterator<Item = &Trigger> {
        self.placed.iter().map(|(trigger, _)| trigger).filter(|trigger| matches!(trigger, Chip::Own(_)))
    }

    pub fn is_empty(&self) -> bool {
        self.placed.is_empty()
    }

    /// The chart with a trigger at another place, or at none.
    ///
    /// # Errors
    /// [`EditError::TooMany`] when the chart is full.
    pub fn place(&self, trigger: &Trigger, risk: Option<Risk>) -> Result<TriggerChart, EditError> {
        let mut chart = self.clone();
        let there = chart.placed.iter().position(|(there, _)| there.same_as(trigger));
        match (there, risk) {
            (Some(place), Some(risk)) => {
                if let Some((_, there)) = chart.placed.get_mut(place) {
                    *there = Kept::Known(risk);
                }
            }
            (Some(place), None) => {
                chart.placed.remove(place);
            }
            (None, Some(risk)) => {
                Capped::Placed.room_after(chart.placed.len())?;
                chart.placed.push((trigger.clone(), Kept::Known(risk)));
            }
            (None, None) => {}
        }
        Ok(chart)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trigger::KnownTrigger;
    use crate::words::Label;

    #[test]
    fn something_stands_at_one_place_is_moved_and_taken_off() {
        let bored: Trigger = KnownTrigger::Bored.into();
        let corner = Chip::Own(Label::new("The corner store").unwrap());
        let chart = TriggerChart::default().place(&bored, Some(Risk::Care)).unwrap();
        let chart = chart.place(&corner, Some(Risk::Never)).unwrap().place(&bored, Some(Risk::Risky)).unwrap();
        assert_eq!(chart.risk_of(&bored), Some(Risk::Risky));
        assert_eq!((chart.at(Risk::Care).count(), chart.at(Risk::Never).count(), chart.own().count()), (0, 1, 1));
        // The same words with other capitals are the same thing.
        let same = Chip::Own(Label::new("the Corner Store").unwrap());
        let chart = chart.place(&same, None).unwrap();
        assert!(chart.risk_of(&corner).is_none() && chart.place(&corner, None).unwrap() == chart);
    }

    #[test]
    fn a_full_chart_takes_no_more_and_still_lets_things_be_moved() {
        let own = |number: usize| Chip::Own(Label::new(&format!("place {number}")).unwrap());
        let mut full = TriggerChart::default();
        for number in 0..MOST_PLACED {
            full = full.place(&own(number), Some(Risk::Safe)).unwrap();
        }
        let refused = EditError::TooMany { what: Capped::Placed, limit: MOST_PLACED };
        assert_eq!(full.place(&own(MOST_PLACED), Some(Risk::Safe)).err(), Some(refused));
        assert!(full.place(&own(3), Some(Risk::Never)).is_ok());
    }
}
