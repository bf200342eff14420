//! Version 1 of what the person said about an entry itself, kind 44. Frozen like its siblings. When the entry was is in the preamble.

use serde::{Deserialize, Serialize};

use crate::marks::Marks;
use crate::moment::{Moment, Zone};

/// Kind 44.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct MarksV1 {
    /// Local minus UTC, −1080 to 1080.
    offset_minutes: i16,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    /// The id of the entry's record.
    entry: [u8; 16],
    talk_about: bool,
    /// None: as is usual for what it is.
    private: Option<bool>,
}

impl From<&Marks> for MarksV1 {
    fn from(marks: &Marks) -> MarksV1 {
        MarksV1 {
            offset_minutes: marks.at.offset_minutes(),
            zone: marks.at.zone().name().to_owned(),
            entry: marks.entry,
            talk_about: marks.talk_about,
            private: marks.private,
        }
    }
}

impl MarksV1 {
    /// `at_utc_ms` is the preamble's. None when any part is out of its bounds.
    pub(in crate::record) fn into_marks(self, at_utc_ms: i64) -> Option<Marks> {
        Some(Marks {
            at: Moment::new(at_utc_ms, self.offset_minutes, Zone::named(&self.zone)?).ok()?,
            entry: self.entry,
            talk_about: self.talk_about,
            private: self.private,
        })
    }
}
