//! Version 1 of what was taken in of a program pack, kind 83. Frozen like its siblings. No time in the preamble: it lies on the shelf.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use super::day::{DayV1, phone};
use crate::pack::{Clinic, FromProgram, Known, LineKind, MOST_KNOWN, ProgramGoal, ProgramHomework};
use crate::words::{Label, Line, Note};

/// Kind 83.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct FromProgramV1 {
    sender: [u8; 32],
    pack: [u8; 16],
    /// From 1.
    version: u32,
    made: DayV1,
    taken: DayV1,
    /// At most 80 characters.
    from: String,
    clinic: Option<ClinicV1>,
    /// By rising number, as all of these, each once.
    goals: Vec<GoalV1>,
    homework: Vec<HomeworkV1>,
    /// At most 1,000.
    known: Vec<KnownV1>,
}

#[derive(Serialize, Deserialize)]
struct ClinicV1 {
    /// At most 80 characters.
    name: String,
    /// 3 to 40 characters.
    phone: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct GoalV1 {
    number: u16,
    /// At most 200 characters.
    words: String,
    done_utc_ms: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct HomeworkV1 {
    number: u16,
    /// At most 20,000 characters.
    words: String,
    due: Option<DayV1>,
    done_utc_ms: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct KnownV1 {
    number: u16,
    kind: LineKindV1,
    accepted: Option<[u8; 8]>,
    declined: Option<[u8; 8]>,
    is_removed: bool,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum LineKindV1 {
    Session,
    Homework,
    Checklist,
    Goal,
    Feed,
}

impl From<&FromProgram> for FromProgramV1 {
    fn from(program: &FromProgram) -> FromProgramV1 {
        FromProgramV1 {
            sender: program.sender,
            pack: program.pack,
            version: program.version,
            made: program.made.into(),
            taken: program.taken.into(),
            from: program.from.as_str().to_owned(),
            clinic: program.clinic.as_ref().map(|clinic| ClinicV1 {
                name: clinic.name.as_str().to_owned(),
                phone: clinic.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            }),
            goals: program.goals.iter().map(GoalV1::from).collect(),
            homework: program.homework.iter().map(HomeworkV1::from).collect(),
            known: program.known.iter().map(KnownV1::from).collect(),
        }
    }
}

impl FromProgramV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_program(self) -> Option<FromProgram> {
        let program = FromProgram {
            sender: self.sender,
            pack: self.pack,
            version: self.version,
            made: self.made.into_date()?,
            taken: self.taken.into_date()?,
            from: Label::new(&self.from).ok()?,
            clinic: maybe(self.clinic, ClinicV1::into_clinic)?,
            goals: self.goals.into_iter().map(GoalV1::into_goal).collect::<Option<_>>()?,
            homework: self.homework.into_iter().map(HomeworkV1::into_homework).collect::<Option<_>>()?,
            known: self.known.into_iter().map(KnownV1::into_known).collect(),
        };
        let is_in_order = program.goals.is_sorted_by(|one, next| one.number < next.number)
            && program.homework.is_sorted_by(|one, next| one.number < next.number)
            && program.known.is_sorted_by(|one, next| one.number < next.number);
        (program.version > 0 && program.known.len() <= MOST_KNOWN && is_in_order).then_some(program)
    }
}

impl ClinicV1 {
    fn into_clinic(self) -> Option<Clinic> {
        Some(Clinic { name: Label::new(&self.name).ok()?, phone: phone(self.phone)? })
    }
}

impl From<&ProgramGoal> for GoalV1 {
    fn from(goal: &ProgramGoal) -> GoalV1 {
        GoalV1 { number: goal.number, words: goal.words.as_str().to_owned(), done_utc_ms: goal.done_utc_ms }
    }
}

impl GoalV1 {
    fn into_goal(self) -> Option<ProgramGoal> {
        let words = Line::new(&self.words).ok()?;
        Some(ProgramGoal { number: self.number, words, done_utc_ms: self.done_utc_ms })
    }
}

impl From<&ProgramHomework> for HomeworkV1 {
    fn from(homework: &ProgramHomework) -> HomeworkV1 {
        HomeworkV1 {
            number: homework.number,
            words: homework.words.as_str().to_owned(),
            due: homework.due.map(DayV1::from),
            done_utc_ms: homework.done_utc_ms,
        }
    }
}

impl HomeworkV1 {
    fn into_homework(self) -> Option<ProgramHomework> {
        Some(ProgramHomework {
            number: self.number,
            words: Note::new(&self.words).ok()?,
            due: maybe(self.due, DayV1::into_date)?,
            done_utc_ms: self.done_utc_ms,
        })
    }
}

impl From<&Known> for KnownV1 {
    fn from(known: &Known) -> KnownV1 {
        KnownV1 {
            number: known.number,
            kind: match known.kind {
                LineKind::Session => LineKindV1::Session,
                LineKind::Homework => LineKindV1::Homework,
                LineKind::Checklist => LineKindV1::Checklist,
                LineKind::Goal => LineKindV1::Goal,
                LineKind::Feed => LineKindV1::Feed,
            },
            accepted: known.accepted,
            declined: known.declined,
            is_removed: known.is_removed,
        }
    }
}

impl KnownV1 {
    fn into_known(self) -> Known {
        Known {
            number: self.number,
            kind: match self.kind {
                LineKindV1::Session => LineKind::Session,
                LineKindV1::Homework => LineKind::Homework,
                LineKindV1::Checklist => LineKind::Checklist,
                LineKindV1::Goal => LineKind::Goal,
                LineKindV1::Feed => LineKind::Feed,
            },
            accepted: self.accepted,
            declined: self.declined,
            is_removed: self.is_removed,
        }
    }
}
