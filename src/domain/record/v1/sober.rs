//! Version 1 of what sober time is counted from, kind 42, and of which of its truths are told, kind 43. Frozen like their siblings.

use serde::{Deserialize, Serialize};

use super::ChipV1;
use super::convert::maybe;
use super::day::DayV1;
use crate::code::Kept;
use crate::sober::{MAX_TRUTHS, SoberChoices, SoberStart};

/// Kind 42.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct SoberStartV1 {
    day: DayV1,
    /// None is everything.
    counts: Option<ChipV1>,
}

/// Kind 43.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct SoberChoicesV1 {
    /// At most 16 truths, each once, with the place where it is told.
    told: Vec<(String, String)>,
}

impl From<&SoberStart> for SoberStartV1 {
    fn from(start: &SoberStart) -> SoberStartV1 {
        SoberStartV1 { day: start.day.into(), counts: start.counts.as_ref().map(ChipV1::from) }
    }
}

impl SoberStartV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_start(self) -> Option<SoberStart> {
        Some(SoberStart { day: self.day.into_date()?, counts: maybe(self.counts, ChipV1::into_chip)? })
    }
}

impl From<&SoberChoices> for SoberChoicesV1 {
    fn from(choices: &SoberChoices) -> SoberChoicesV1 {
        let code = |(truth, told): &(Kept<_>, Kept<_>)| (truth.code().to_owned(), told.code().to_owned());
        SoberChoicesV1 { told: choices.told.iter().map(code).collect() }
    }
}

impl SoberChoicesV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_choices(self) -> Option<SoberChoices> {
        let one = |(truth, told): &(String, String)| Some((Kept::from_code(truth)?, Kept::from_code(told)?));
        let told = self.told.iter().map(one).collect::<Option<Vec<_>>>()?;
        let is_once =
            |(place, (truth, _)): (usize, &(Kept<_>, _))| told.iter().take(place).all(|(before, _)| before != truth);
        (told.len() <= MAX_TRUTHS && told.iter().enumerate().all(is_once))
            .then_some(SoberChoices { told: told.clone() })
    }
}
