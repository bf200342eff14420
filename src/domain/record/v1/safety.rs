//! Version 1 of the safety plan (kind 55) and of a reason (kind 56). Frozen like their siblings.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use super::day::DayV1;
use crate::code::Kept;
use crate::person::PhotoId;
use crate::reason::Reason;
use crate::recording::Recording;
use crate::safety_plan::{MOST_NOTICED, MOST_PLAN_LINES, PlanLine, PlanPart, SafetyPlan};
use crate::words::Line;

/// More parts than there are; a newer build may know a few more.
const MAX_LINES: usize = 16 * MOST_PLAN_LINES;

/// Kind 55. At most 320 lines.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct SafetyPlanV1 {
    lines: Vec<PlanLineV1>,
}

#[derive(Serialize, Deserialize)]
struct PlanLineV1 {
    part: String,
    /// At most 200 characters; once in its part.
    words: String,
    /// At most 60, rising.
    noticed: Vec<DayV1>,
}

/// Kind 56.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct ReasonV1 {
    /// At most 200 characters.
    words: Option<String>,
    /// The id of a picture's record.
    photo: Option<[u8; 16]>,
}

/// Kind 57.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct RecordingV1 {
    /// WebM, MP4 or Ogg, at most 524,288 bytes.
    sound: Vec<u8>,
}

impl From<&Recording> for RecordingV1 {
    fn from(recording: &Recording) -> RecordingV1 {
        RecordingV1 { sound: recording.bytes().to_vec() }
    }
}

impl RecordingV1 {
    /// None for what no browser records.
    pub(in crate::record) fn into_recording(self) -> Option<Recording> {
        Recording::new(self.sound)
    }
}

impl From<&SafetyPlan> for SafetyPlanV1 {
    fn from(plan: &SafetyPlan) -> SafetyPlanV1 {
        let line = |line: &PlanLine| PlanLineV1 {
            part: line.part.code().to_owned(),
            words: line.words.as_str().to_owned(),
            noticed: line.noticed.iter().map(|day| DayV1::from(*day)).collect(),
        };
        SafetyPlanV1 { lines: plan.lines.iter().map(line).collect() }
    }
}

impl SafetyPlanV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_plan(self) -> Option<SafetyPlan> {
        if self.lines.len() > MAX_LINES {
            return None;
        }
        let mut lines: Vec<PlanLine> = Vec::new();
        for line in self.lines {
            let part: Kept<PlanPart> = Kept::from_code(&line.part)?;
            let words = Line::new(&line.words).ok()?;
            let noticed = line.noticed.into_iter().map(DayV1::into_date).collect::<Option<Vec<_>>>()?;
            let rises = noticed.iter().zip(noticed.iter().skip(1)).all(|(one, next)| one < next);
            let is_twice = lines.iter().any(|there| there.part == part && there.words == words);
            if !rises || is_twice || noticed.len() > MOST_NOTICED {
                return None;
            }
            lines.push(PlanLine { part, words, noticed });
        }
        Some(SafetyPlan { lines })
    }
}

impl From<&Reason> for ReasonV1 {
    fn from(reason: &Reason) -> ReasonV1 {
        ReasonV1 {
            words: reason.words.as_ref().map(|words| words.as_str().to_owned()),
            photo: reason.photo.map(PhotoId::bytes),
        }
    }
}

impl ReasonV1 {
    /// None when any part is out of its bounds, and for a reason that says nothing.
    pub(in crate::record) fn into_reason(self) -> Option<Reason> {
        let (words, photo) = self.into_parts()?;
        Reason::new(words, photo, None)
    }

    /// Its words and its picture, for the version that came after it.
    pub(in crate::record) fn into_parts(self) -> Option<(Option<Line>, Option<PhotoId>)> {
        let words = maybe(self.words, |words| Line::new(&words).ok())?;
        Some((words, self.photo.map(PhotoId::from_bytes)))
    }
}
