//! What can be told about an occurrence, one thing at a time, so that two tabs do not take each other's words away.

use super::{Attendance, Homework, MAX_HOMEWORK, Obstacle, Prompt, Visit};
use crate::code::Kept;
use crate::plan_error::PlanError;
use crate::slot::check_date;
use crate::words::{Note, unspoken};
use chrono::NaiveDate;

/// One change.
#[derive(Clone, PartialEq, Eq)]
pub enum VisitEdit {
    SetAttendance(Option<Attendance>),
    SetObstacle(Option<Obstacle>),
    /// The answer to a prompt.
    Prepare(Prompt, Option<Note>),
    SetTakeaway(Option<Note>),
    AddHomework {
        text: Note,
        due: Option<NaiveDate>,
    },
    ChangeHomework {
        number: u8,
        text: Note,
        due: Option<NaiveDate>,
    },
    RemoveHomework(u8),
    /// When it was done, in milliseconds since 1970 in UTC; None: not yet.
    SetDone {
        number: u8,
        at_utc_ms: Option<i64>,
    },
}

unspoken!(VisitEdit);

impl Visit {
    /// The visit with one thing changed.
    ///
    /// # Errors
    /// [`PlanError`] for one piece of homework too many, for one that is not there, and for a due date out of the calendar.
    pub fn apply(&self, edit: VisitEdit) -> Result<Visit, PlanError> {
        let mut visit = self.clone();
        match edit {
            VisitEdit::SetAttendance(attendance) => visit.attendance = attendance.map(Kept::Known),
            VisitEdit::SetObstacle(obstacle) => visit.obstacle = obstacle,
            VisitEdit::Prepare(prompt, answer) => {
                let [hard, tried, talk_about] = &mut visit.prepared;
                match prompt {
                    Prompt::Hard => *hard = answer,
                    Prompt::Tried => *tried = answer,
                    Prompt::TalkAbout => *talk_about = answer,
                }
            }
            VisitEdit::SetTakeaway(takeaway) => visit.takeaway = takeaway,
            VisitEdit::AddHomework { text, due } => {
                let full = PlanError::TooMuchHomework { limit: MAX_HOMEWORK };
                let last = visit.homework.iter().map(|homework| homework.number).max().unwrap_or_default();
                let number = last.checked_add(1).ok_or(full)?;
                if visit.homework.len() >= MAX_HOMEWORK {
                    return Err(full);
                }
                visit.homework.push(Homework { number, text, due: checked(due)?, done_utc_ms: None });
            }
            VisitEdit::ChangeHomework { number, text, due } => {
                let due = checked(due)?;
                let homework = visit.homework_mut(number)?;
                (homework.text, homework.due) = (text, due);
            }
            VisitEdit::RemoveHomework(number) => visit.homework.retain(|homework| homework.number != number),
            VisitEdit::SetDone { number, at_utc_ms } => visit.homework_mut(number)?.done_utc_ms = at_utc_ms,
        }
        Ok(visit)
    }

    fn homework_mut(&mut self, number: u8) -> Result<&mut Homework, PlanError> {
        self.homework.iter_mut().find(|homework| homework.number == number).ok_or(PlanError::NoSuchHomework)
    }
}

fn checked(due: Option<NaiveDate>) -> Result<Option<NaiveDate>, PlanError> {
    due.map(check_date).transpose()
}
