//! Between version 1 and the domain: out without loss, in with every bound checked again.
//!
//! Nothing says which field was wrong: the answer to a record that does not hold is to keep its bytes and show one entry
//! that cannot be read.

use super::{ActionV1, ChipV1, CravingV1, RatingV1, RideOutStateV1, RideOutV1, SettingsV1};
use crate::action::ActionTaken;
use crate::chip::Chip;
use crate::code::{Coded, Kept};
use crate::craving::{Craving, Rating};
use crate::edit::{MAX_ACTIONS, MAX_COMPANY, MAX_TRIGGERS};
use crate::intensity::Intensity;
use crate::moment::{Moment, Zone};
use crate::ride_out::{RideOut, RideOutState};
use crate::settings::Settings;
use crate::words::{Label, Note};

impl From<&Craving> for CravingV1 {
    fn from(craving: &Craving) -> CravingV1 {
        CravingV1 {
            offset_minutes: craving.occurred_at.offset_minutes(),
            zone: craving.occurred_at.zone().name().to_owned(),
            intensity: craving.intensity.value(),
            triggers: craving.triggers.iter().map(ChipV1::from).collect(),
            place: craving.place.as_ref().map(ChipV1::from),
            company: craving.company.iter().map(ChipV1::from).collect(),
            substance: craving.substance.as_ref().map(ChipV1::from),
            note: craving.note.as_ref().map(|note| note.as_str().to_owned()),
            actions: craving.actions.iter().map(ActionV1::from).collect(),
            after: craving.after.map(RatingV1::from),
            ride_out: craving.ride_out.map(RideOutV1::from),
        }
    }
}

impl CravingV1 {
    /// `at_utc_ms` is the preamble's. None when any part is out of its bounds.
    pub(in crate::record) fn into_craving(self, at_utc_ms: i64) -> Option<Craving> {
        let within_limits = self.triggers.len() <= MAX_TRIGGERS
            && self.company.len() <= MAX_COMPANY
            && self.actions.len() <= MAX_ACTIONS;
        if !within_limits {
            return None;
        }
        Some(Craving {
            occurred_at: Moment::new(at_utc_ms, self.offset_minutes, Zone::named(&self.zone)?).ok()?,
            intensity: Intensity::new(self.intensity).ok()?,
            triggers: chips(self.triggers)?,
            place: maybe(self.place, ChipV1::into_chip)?,
            company: chips(self.company)?,
            substance: maybe(self.substance, ChipV1::into_chip)?,
            note: maybe(self.note, |text| Note::new(&text).ok())?,
            actions: self.actions.into_iter().map(ActionV1::into_action).collect::<Option<_>>()?,
            after: maybe(self.after, RatingV1::into_rating)?,
            ride_out: maybe(self.ride_out, RideOutV1::into_ride_out)?,
        })
    }
}

impl SettingsV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_settings(self) -> Option<Settings> {
        Some(Settings {
            appearance: Kept::from_code(&self.appearance)?,
            language: maybe(self.language, |code| Kept::from_code(&code))?,
            act_from: Intensity::new(self.act_from).ok()?,
            welcomed: self.welcomed,
            ..Settings::default()
        })
    }
}

impl<K: Coded> From<&Chip<K>> for ChipV1 {
    fn from(chip: &Chip<K>) -> ChipV1 {
        match chip {
            Chip::Known(known) => ChipV1::Code(known.code().to_owned()),
            Chip::Unknown(code) => ChipV1::Code(code.as_str().to_owned()),
            Chip::Own(label) => ChipV1::Own(label.as_str().to_owned()),
        }
    }
}

impl ChipV1 {
    pub(super) fn into_chip<K: Coded>(self) -> Option<Chip<K>> {
        match self {
            ChipV1::Code(code) => Chip::from_code(&code),
            ChipV1::Own(text) => Label::new(&text).ok().map(Chip::Own),
        }
    }
}

impl From<&ActionTaken> for ActionV1 {
    fn from(action: &ActionTaken) -> ActionV1 {
        ActionV1 { kind: action.kind.code().to_owned(), at_utc_ms: action.at_utc_ms }
    }
}

impl ActionV1 {
    fn into_action(self) -> Option<ActionTaken> {
        Some(ActionTaken { kind: Kept::from_code(&self.kind)?, at_utc_ms: self.at_utc_ms })
    }
}

impl From<Rating> for RatingV1 {
    fn from(rating: Rating) -> RatingV1 {
        RatingV1 { intensity: rating.intensity.value(), at_utc_ms: rating.at_utc_ms }
    }
}

impl RatingV1 {
    pub(super) fn into_rating(self) -> Option<Rating> {
        Some(Rating { intensity: Intensity::new(self.intensity).ok()?, at_utc_ms: self.at_utc_ms })
    }
}

impl From<RideOut> for RideOutV1 {
    fn from(ride_out: RideOut) -> RideOutV1 {
        let state = match ride_out.state() {
            RideOutState::Running { since_utc_ms } => RideOutStateV1::Running { since_utc_ms },
            RideOutState::Left => RideOutStateV1::Left,
            RideOutState::Finished => RideOutStateV1::Finished,
        };
        RideOutV1 { elapsed_s: ride_out.elapsed_s(), state }
    }
}

impl RideOutV1 {
    fn into_ride_out(self) -> Option<RideOut> {
        let state = match self.state {
            RideOutStateV1::Running { since_utc_ms } => RideOutState::Running { since_utc_ms },
            RideOutStateV1::Left => RideOutState::Left,
            RideOutStateV1::Finished => RideOutState::Finished,
        };
        RideOut::restore(self.elapsed_s, state).ok()
    }
}

fn chips<K: Coded>(stored: Vec<ChipV1>) -> Option<Vec<Chip<K>>> {
    stored.into_iter().map(ChipV1::into_chip).collect()
}

/// Nothing stored is fine; something stored that does not hold is not.
pub(super) fn maybe<S, T>(stored: Option<S>, read: impl FnOnce(S) -> Option<T>) -> Option<Option<T>> {
    match stored {
        None => Some(None),
        Some(stored) => read(stored).map(Some),
    }
}
