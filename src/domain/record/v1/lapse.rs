//! Version 1 of a lapse, kind 41. Frozen like its siblings. When it was is in the preamble.

use serde::{Deserialize, Serialize};

use super::ChipV1;
use super::convert::maybe;
use super::day::{line, note};
use crate::lapse::Lapse;
use crate::moment::{Moment, Zone};
use crate::words::Note;

/// Kind 41.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct LapseV1 {
    /// Local minus UTC, −1080 to 1080.
    offset_minutes: i16,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    knows_hour: bool,
    substance: Option<ChipV1>,
    /// At most 200 characters.
    amount: Option<String>,
    /// Before, feelings, thoughts, tried, next time; at most 20,000 characters each.
    story: [Option<String>; 5],
}

impl From<&Lapse> for LapseV1 {
    fn from(lapse: &Lapse) -> LapseV1 {
        let text = |note: &Option<Note>| note.as_ref().map(|note| note.as_str().to_owned());
        LapseV1 {
            offset_minutes: lapse.at.offset_minutes(),
            zone: lapse.at.zone().name().to_owned(),
            knows_hour: lapse.knows_hour,
            substance: lapse.substance.as_ref().map(ChipV1::from),
            amount: lapse.amount.as_ref().map(|amount| amount.as_str().to_owned()),
            story: lapse.story.each_ref().map(text),
        }
    }
}

impl LapseV1 {
    /// `at_utc_ms` is the preamble's. None when any part is out of its bounds.
    pub(in crate::record) fn into_lapse(self, at_utc_ms: i64) -> Option<Lapse> {
        let [before, feelings, thoughts, tried, next_time] = self.story;
        Some(Lapse {
            at: Moment::new(at_utc_ms, self.offset_minutes, Zone::named(&self.zone)?).ok()?,
            knows_hour: self.knows_hour,
            substance: maybe(self.substance, ChipV1::into_chip)?,
            amount: line(self.amount)?,
            story: [note(before)?, note(feelings)?, note(thoughts)?, note(tried)?, note(next_time)?],
        })
    }
}
