//! Version 1 of a check-in, kind 40. Frozen like its siblings. Noon of its day is in the preamble.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use crate::check_in::{CheckIn, Confidence, MAX_NEEDS};
use crate::code::{Coded, Kept};
use crate::intensity::Intensity;
use crate::moment::{Moment, Zone};
use crate::words::Line;

/// Kind 40.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct CheckInV1 {
    /// Local minus UTC, −1080 to 1080.
    offset_minutes: i16,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    used: Option<String>,
    /// 0 to 10.
    strongest: Option<u8>,
    /// 0 to 10.
    confidence: Option<u8>,
    mood: Option<String>,
    sleep: Option<String>,
    medication: Option<String>,
    /// At most 16, each once.
    needs: Vec<String>,
    /// At most 200 characters.
    line: Option<String>,
}

impl From<&CheckIn> for CheckInV1 {
    fn from(told: &CheckIn) -> CheckInV1 {
        CheckInV1 {
            offset_minutes: told.at.offset_minutes(),
            zone: told.at.zone().name().to_owned(),
            used: code_of(told.used.as_ref()),
            strongest: told.strongest.map(Intensity::value),
            confidence: told.confidence.map(Confidence::value),
            mood: code_of(told.mood.as_ref()),
            sleep: code_of(told.sleep.as_ref()),
            medication: code_of(told.medication.as_ref()),
            needs: told.needs.iter().map(|need| need.code().to_owned()).collect(),
            line: told.line.as_ref().map(|line| line.as_str().to_owned()),
        }
    }
}

impl CheckInV1 {
    /// `at_utc_ms` is the preamble's. None when any part is out of its bounds.
    pub(in crate::record) fn into_check_in(self, at_utc_ms: i64) -> Option<CheckIn> {
        let needs = self.needs.iter().map(|code| Kept::from_code(code)).collect::<Option<Vec<_>>>()?;
        let is_once = |(place, need)| needs.iter().take(place).all(|before| before != need);
        if needs.len() > MAX_NEEDS || !needs.iter().enumerate().all(is_once) {
            return None;
        }
        Some(CheckIn {
            at: Moment::new(at_utc_ms, self.offset_minutes, Zone::named(&self.zone)?).ok()?,
            used: kept(self.used)?,
            strongest: maybe(self.strongest, |value| Intensity::new(value).ok())?,
            confidence: maybe(self.confidence, |value| Confidence::new(value).ok())?,
            mood: kept(self.mood)?,
            sleep: kept(self.sleep)?,
            medication: kept(self.medication)?,
            needs,
            line: maybe(self.line, |text| Line::new(&text).ok())?,
        })
    }
}

fn code_of<T: Coded>(word: Option<&Kept<T>>) -> Option<String> {
    word.map(|word| word.code().to_owned())
}

fn kept<T: Coded>(code: Option<String>) -> Option<Option<Kept<T>>> {
    maybe(code, |code| Kept::from_code(&code))
}
