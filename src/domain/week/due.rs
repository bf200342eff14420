//! What is due now: the list that is there also where no reminder arrives.

use super::Occasion;
use crate::moment::Moment;
use crate::pack::{FromProgram, PackId, ProgramHomework};
use crate::visit::{Homework, Prompt, Visit, VisitKey};
use crate::words::unspoken;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Two hours before a session there is time to prepare, and not earlier.
pub const PREPARE_FROM_MS: i64 = 2 * 3_600_000;
/// Two days after a session nobody is asked any more how it was; it can still be told.
pub const TELL_WITHIN_MS: i64 = 48 * 3_600_000;
/// Homework that was given longer ago is not due any more, in days.
pub const HOMEWORK_DAYS: i64 = 90;

/// One thing that is due.
#[derive(Clone, PartialEq, Eq)]
pub enum Due {
    /// A session begins within two hours, and not every prompt has an answer.
    Prepare { key: VisitKey, starts_utc_ms: i64, answered: usize },
    /// A session is over, and nobody said yet whether they were there.
    Tell { key: VisitKey, ended_utc_ms: i64 },
    /// Homework that is not done. `is_late`: its day is over.
    Homework { key: VisitKey, homework: Homework, is_late: bool },
    /// The same for homework that came with a program pack.
    FromProgram { pack: PackId, homework: ProgramHomework, is_late: bool },
}

unspoken!(Due);

/// What is due at `now`: preparing first, then telling (the latest first), then homework by its day, what has none last.
/// `occasions` are those of the last two days and of today, `visits` those that may have homework, `programs` what was taken in of packs.
pub fn due<'a>(
    occasions: &[Occasion],
    visits: impl IntoIterator<Item = &'a Visit>,
    programs: &[FromProgram],
    now: &Moment,
) -> Vec<Due> {
    let now_ms = now.utc_ms();
    let mut found: Vec<Due> = Vec::new();
    let mut tell: Vec<(i64, &VisitKey)> = Vec::new();
    for occasion in occasions.iter().filter(|one| one.takes_place() && !one.occurrence.is_all_day) {
        let (one, visit) = (&occasion.occurrence, occasion.visit.as_ref());
        let is_told = visit.is_some_and(|visit| visit.attendance.is_some());
        let answered =
            visit.map_or(0, |visit| Prompt::ALL.iter().filter(|prompt| visit.prepared(**prompt).is_some()).count());
        let to_go = one.starts_utc_ms.saturating_sub(now_ms);
        if (1..=PREPARE_FROM_MS).contains(&to_go) && answered < Prompt::ALL.len() && !is_told {
            found.push(Due::Prepare { key: one.key.clone(), starts_utc_ms: one.starts_utc_ms, answered });
        }
        let since = now_ms.saturating_sub(one.ends_utc_ms);
        if (0..=TELL_WITHIN_MS).contains(&since) && !is_told {
            tell.push((one.ends_utc_ms, &one.key));
        }
    }
    tell.sort_by_key(|(ended, key)| (Reverse(*ended), *key));
    found.extend(tell.into_iter().map(|(ended_utc_ms, key)| Due::Tell { key: key.clone(), ended_utc_ms }));
    let mut homework = open_homework(visits, now);
    homework.extend(from_programs(programs, now));
    // By its day, whoever gave it; where the day is the same it stays in the order in which it came.
    homework.sort_by_key(|(due, _)| *due);
    found.extend(homework.into_iter().map(|(_, due)| due));
    found
}

/// What came with a pack and is not done, with the day until which it is due. What was due, or taken in, too long ago is left out.
fn from_programs(programs: &[FromProgram], now: &Moment) -> Vec<(NaiveDate, Due)> {
    let today = now.day();
    let days = chrono::Days::new(HOMEWORK_DAYS.unsigned_abs());
    let since = today.checked_sub_days(days).unwrap_or(today);
    let mut found = Vec::new();
    for program in programs {
        let undone = program.homework().iter().filter(|homework| homework.done_utc_ms.is_none());
        for homework in undone.filter(|homework| homework.due.unwrap_or(program.taken()) >= since) {
            let due = homework.due.unwrap_or(NaiveDate::MAX);
            let told = Due::FromProgram { pack: program.pack(), homework: homework.clone(), is_late: due < today };
            found.push((due, told));
        }
    }
    found
}

fn open_homework<'a>(visits: impl IntoIterator<Item = &'a Visit>, now: &Moment) -> Vec<(NaiveDate, Due)> {
    let today = now.day();
    let since_ms = now.utc_ms().saturating_sub(HOMEWORK_DAYS.saturating_mul(86_400_000));
    let mut open: Vec<(NaiveDate, &VisitKey, &Homework)> = Vec::new();
    for visit in visits.into_iter().filter(|visit| visit.at.utc_ms() >= since_ms) {
        let undone = visit.homework.iter().filter(|homework| homework.done_utc_ms.is_none());
        open.extend(undone.map(|homework| (homework.due.unwrap_or(NaiveDate::MAX), &visit.key, homework)));
    }
    open.sort_by_key(|(due, key, homework)| (*due, *key, homework.number));
    let told = |(due, key, homework): (NaiveDate, &VisitKey, &Homework)| {
        (due, Due::Homework { key: key.clone(), homework: homework.clone(), is_late: due < today })
    };
    open.into_iter().map(told).collect()
}
