//! Version 1 of a list of one's own (kind 53) and of what was ticked on it (kind 54). Frozen like their siblings. Noon of the day is in
//! the preamble.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use super::strategy::is_each_once;
use crate::checklist::{Checklist, ChecklistDay, ChecklistId, MAX_TICKED, MOST_STEPS, Repeats};
use crate::code::Kept;
use crate::moment::{Moment, Zone};
use crate::slot::StartTime;
use crate::weekdays::Weekdays;
use crate::words::{Label, Line};

/// Kind 53.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct ChecklistV1 {
    /// At most 80 characters.
    name: String,
    list_use: String,
    /// 1 to 12 of at most 200 characters, each once.
    steps: Vec<String>,
    /// A bit for each day of the week, Monday the lowest.
    days: Option<u8>,
    /// 1 to 31.
    day_of_month: Option<u8>,
    /// Minutes since midnight, 0 to 1,439.
    at: Option<u16>,
}

/// Kind 54.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct ChecklistDayV1 {
    /// Local minus UTC, −1080 to 1080.
    offset_minutes: i16,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    list: [u8; 8],
    /// At most 80 characters.
    name: String,
    /// At most 48 of at most 200 characters, each once.
    ticked: Vec<String>,
}

impl From<&Checklist> for ChecklistV1 {
    fn from(list: &Checklist) -> ChecklistV1 {
        let Repeats { days, day_of_month, at } = list.repeats;
        ChecklistV1 {
            name: list.name.as_str().to_owned(),
            list_use: list.list_use.code().to_owned(),
            steps: list.steps.iter().map(|step| step.as_str().to_owned()).collect(),
            days: days.map(Weekdays::bits),
            day_of_month,
            at: at.map(StartTime::minutes),
        }
    }
}

impl ChecklistV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_list(self) -> Option<Checklist> {
        let repeats = Repeats {
            days: maybe(self.days, Weekdays::from_bits)?,
            day_of_month: maybe(self.day_of_month, |day| (1..=31).contains(&day).then_some(day))?,
            at: maybe(self.at, StartTime::of_minutes)?,
        };
        let steps = lines(&self.steps)?;
        let is_sound = (1..=MOST_STEPS).contains(&steps.len());
        let list_use = Kept::from_code(&self.list_use)?;
        is_sound.then_some(Checklist { name: Label::new(&self.name).ok()?, list_use, steps, repeats })
    }
}

impl From<&ChecklistDay> for ChecklistDayV1 {
    fn from(day: &ChecklistDay) -> ChecklistDayV1 {
        ChecklistDayV1 {
            offset_minutes: day.at.offset_minutes(),
            zone: day.at.zone().name().to_owned(),
            list: day.list.bytes(),
            name: day.name.as_str().to_owned(),
            ticked: day.ticked.iter().map(|step| step.as_str().to_owned()).collect(),
        }
    }
}

impl ChecklistDayV1 {
    /// `at_utc_ms` is the preamble's. None when any part is out of its bounds.
    pub(in crate::record) fn into_ticks(self, at_utc_ms: i64) -> Option<ChecklistDay> {
        let ticked = lines(&self.ticked)?;
        (ticked.len() <= MAX_TICKED).then_some(ChecklistDay {
            at: Moment::new(at_utc_ms, self.offset_minutes, Zone::named(&self.zone)?).ok()?,
            list: ChecklistId::from_bytes(self.list),
            name: Label::new(&self.name).ok()?,
            ticked,
        })
    }
}

/// Each once, and each a line.
fn lines(texts: &[String]) -> Option<Vec<Line>> {
    let lines = texts.iter().map(|text| Line::new(text).ok()).collect::<Option<Vec<_>>>()?;
    is_each_once(&lines).then_some(lines)
}
