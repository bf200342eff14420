//! A craving: one number and one moment, and as much more as the person cares to say. Everything but the two is optional.

use crate::action::{ActionKind, ActionTaken};
use crate::company::Company;
use crate::intensity::Intensity;
use crate::moment::Moment;
use crate::place::Place;
use crate::ride_out::RideOut;
use crate::substance::Substance;
use crate::trigger::Trigger;
use crate::words::Note;
use std::fmt;

/// From which intensity on an act is offered, unless the person chose otherwise.
pub const DEFAULT_ACT_FROM: Intensity = Intensity::FIVE;

/// One craving. It is changed only by [`Craving::apply`], which keeps its lists within their limits and free of repeats,
/// so that whatever can be held can be stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Craving {
    pub(crate) occurred_at: Moment,
    pub(crate) intensity: Intensity,
    pub(crate) triggers: Vec<Trigger>,
    pub(crate) place: Option<Place>,
    pub(crate) company: Vec<Company>,
    pub(crate) substance: Option<Substance>,
    pub(crate) note: Option<Note>,
    pub(crate) actions: Vec<ActionTaken>,
    pub(crate) after: Option<Rating>,
    pub(crate) ride_out: Option<RideOut>,
}

/// The same craving rated again, later.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rating {
    pub intensity: Intensity,
    /// Milliseconds since 1970 in UTC, by the device's clock.
    pub at_utc_ms: i64,
}

impl Craving {
    /// What two taps say: how strong, and (by itself) when.
    pub fn new(intensity: Intensity, occurred_at: Moment) -> Craving {
        Craving {
            occurred_at,
            intensity,
            triggers: Vec::new(),
            place: None,
            company: Vec::new(),
            substance: None,
            note: None,
            actions: Vec::new(),
            after: None,
            ride_out: None,
        }
    }

    pub fn occurred_at(&self) -> &Moment {
        &self.occurred_at
    }

    /// As first rated. See [`Craving::after`] for later.
    pub fn intensity(&self) -> Intensity {
        self.intensity
    }

    /// In the order in which they were chosen.
    pub fn triggers(&self) -> &[Trigger] {
        &self.triggers
    }

    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    pub fn company(&self) -> &[Company] {
        &self.company
    }

    pub fn substance(&self) -> Option<&Substance> {
        self.substance.as_ref()
    }

    pub fn note(&self) -> Option<&Note> {
        self.note.as_ref()
    }

    /// In the order in which they were told.
    pub fn actions(&self) -> &[ActionTaken] {
        &self.actions
    }

    pub fn after(&self) -> Option<Rating> {
        self.after
    }

    pub fn ride_out(&self) -> Option<RideOut> {
        self.ride_out
    }

    /// After minus before, −10 to 10: below zero is weaker. None until it was rated again.
    /// It says what changed, not what changed it.
    pub fn change(&self) -> Option<i8> {
        let after = self.after?.intensity.value();
        // Both are at most ten, so neither cast nor difference can wrap.
        Some(after as i8 - self.intensity.value() as i8)
    }

    /// The numbers before and after an act of this kind, when it was rated again after the act and no other act came in between. It
    /// says what changed, not what changed it.
    pub fn change_with(&self, kind: ActionKind) -> Option<(Intensity, Intensity)> {
        let after = self.after?;
        let last =
            self.actions.iter().filter(|act| act.at_utc_ms() <= after.at_utc_ms).max_by_key(|act| act.at_utc_ms())?;
        (last.kind() == Some(kind)).then_some((self.intensity, after.intensity))
    }

    /// Whether the next screen offers an act. Below the threshold a quiet line is enough.
    pub fn offers_actions(&self, threshold: Intensity) -> bool {
        self.intensity >= threshold
    }
}

/// Not one value: an intensity, a place and an hour are enough to recognise somebody.
impl fmt::Debug for Craving {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Craving(…)")
    }
}

impl fmt::Debug for Rating {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Rating(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{craving_of, intensity};

    #[test]
    fn from_five_on_an_act_is_offered() {
        assert!(!craving_of(4).offers_actions(DEFAULT_ACT_FROM));
        assert!(craving_of(5).offers_actions(DEFAULT_ACT_FROM));
        assert!(craving_of(0).offers_actions(intensity(0)));
    }

    #[test]
    fn the_change_is_after_minus_before() {
        let mut craving = craving_of(7);
        assert_eq!(craving.change(), None);
        for (after, change) in [(4, -3), (7, 0), (10, 3), (0, -7)] {
            craving.after = Some(Rating { intensity: intensity(after), at_utc_ms: 0 });
            assert_eq!(craving.change(), Some(change));
        }
    }

    #[test]
    fn a_printed_craving_says_nothing() {
        assert_eq!(format!("{:?}", craving_of(7)), "Craving(…)");
    }
}
