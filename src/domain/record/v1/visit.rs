//! Version 1 of a visit, kind 5. Frozen like its siblings. When the occurrence begins is in the preamble.

use serde::{Deserialize, Serialize};

use super::ChipV1;
use super::convert::maybe;
use super::day::{DayV1, note};
use crate::code::Kept;
use crate::moment::{Moment, Zone};
use crate::session::SeriesId;
use crate::visit::{Homework, MAX_HOMEWORK, Original, Uid, Visit, VisitKey};
use crate::words::Note;

/// Kind 5.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct VisitV1 {
    key: KeyV1,
    /// Local minus UTC, −1080 to 1080.
    offset_minutes: i16,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    attendance: Option<String>,
    obstacle: Option<ChipV1>,
    /// What was hard, what was tried, what to talk about; at most 20,000 characters each.
    prepared: [Option<String>; 3],
    /// At most 20,000 characters.
    takeaway: Option<String>,
    /// At most 12, each with a number of its own.
    homework: Vec<HomeworkV1>,
}

#[derive(Serialize, Deserialize)]
enum KeyV1 {
    Own {
        series: [u8; 8],
        date: DayV1,
    },
    /// At most 1,000 bytes.
    Imported {
        uid: String,
        original: OriginalV1,
    },
}

/// When an occurrence of a calendar was planned first.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) enum OriginalV1 {
    At(i64),
    On(DayV1),
}

#[derive(Serialize, Deserialize)]
struct HomeworkV1 {
    number: u8,
    /// At most 20,000 characters.
    text: String,
    due: Option<DayV1>,
    done_utc_ms: Option<i64>,
}

impl From<&Visit> for VisitV1 {
    fn from(visit: &Visit) -> VisitV1 {
        let text = |note: &Option<Note>| note.as_ref().map(|note| note.as_str().to_owned());
        VisitV1 {
            key: KeyV1::from(&visit.key),
            offset_minutes: visit.at.offset_minutes(),
            zone: visit.at.zone().name().to_owned(),
            attendance: visit.attendance.as_ref().map(|attendance| attendance.code().to_owned()),
            obstacle: visit.obstacle.as_ref().map(ChipV1::from),
            prepared: visit.prepared.each_ref().map(text),
            takeaway: text(&visit.takeaway),
            homework: visit.homework.iter().map(HomeworkV1::from).collect(),
        }
    }
}

impl VisitV1 {
    /// `at_utc_ms` is the preamble's. None when any part is out of its bounds.
    pub(in crate::record) fn into_visit(self, at_utc_ms: i64) -> Option<Visit> {
        let homework = self.homework.into_iter().map(HomeworkV1::into_homework).collect::<Option<Vec<_>>>()?;
        let mut numbers: Vec<u8> = homework.iter().map(|homework| homework.number).collect();
        numbers.sort_unstable();
        if homework.len() > MAX_HOMEWORK || !numbers.is_sorted_by(|one, next| one < next) {
            return None;
        }
        let [hard, tried, talk_about] = self.prepared;
        Some(Visit {
            key: self.key.into_key()?,
            at: Moment::new(at_utc_ms, self.offset_minutes, Zone::named(&self.zone)?).ok()?,
            attendance: maybe(self.attendance, |code| Kept::from_code(&code))?,
            obstacle: maybe(self.obstacle, ChipV1::into_chip)?,
            prepared: [note(hard)?, note(tried)?, note(talk_about)?],
            takeaway: note(self.takeaway)?,
            homework,
        })
    }
}

impl From<&VisitKey> for KeyV1 {
    fn from(key: &VisitKey) -> KeyV1 {
        match key {
            VisitKey::Own { series, date } => KeyV1::Own { series: series.bytes(), date: (*date).into() },
            VisitKey::Imported { uid, original } => {
                KeyV1::Imported { uid: uid.as_str().to_owned(), original: (*original).into() }
            }
        }
    }
}

impl KeyV1 {
    fn into_key(self) -> Option<VisitKey> {
        Some(match self {
            KeyV1::Own { series, date } => {
                VisitKey::Own { series: SeriesId::from_bytes(series), date: date.into_date()? }
            }
            KeyV1::Imported { uid, original } => {
                VisitKey::Imported { uid: Uid::new(&uid)?, original: original.into_original()? }
            }
        })
    }
}

impl From<Original> for OriginalV1 {
    fn from(original: Original) -> OriginalV1 {
        match original {
            Original::At(utc_ms) => OriginalV1::At(utc_ms),
            Original::On(date) => OriginalV1::On(date.into()),
        }
    }
}

impl OriginalV1 {
    pub(super) fn into_original(self) -> Option<Original> {
        match self {
            OriginalV1::At(utc_ms) => Original::At(utc_ms),
            OriginalV1::On(date) => Original::On(date.into_date()?),
        }
        .checked()
    }
}

impl From<&Homework> for HomeworkV1 {
    fn from(homework: &Homework) -> HomeworkV1 {
        HomeworkV1 {
            number: homework.number,
            text: homework.text.as_str().to_owned(),
            due: homework.due.map(DayV1::from),
            done_utc_ms: homework.done_utc_ms,
        }
    }
}

impl HomeworkV1 {
    fn into_homework(self) -> Option<Homework> {
        Some(Homework {
            number: self.number,
            text: Note::new(&self.text).ok()?,
            due: maybe(self.due, DayV1::into_date)?,
            done_utc_ms: self.done_utc_ms,
        })
    }
}
