//! Which sessions somebody was at, and what got in the way. What lies ahead is not counted, and what was not told is not called missed.

use super::facts::{Open, OpenSession};
use super::number::{Number, Row, Rows};
use super::sheet::{Attended, MOST_OBSTACLES};
use super::tally::{add, left_out, rank};
use super::{Carries, Choice};
use crate::chip::Chip;
use crate::moment::Moment;
use crate::session::SessionKind;
use crate::visit::{Attendance, KnownObstacle, Obstacle, Visit};
use crate::week::Shown;

pub(super) fn attendance(open: &Open, choice: Choice, now: &Moment, rows: &mut Rows) -> Attended {
    let sessions: Vec<&OpenSession> =
        open.sessions.iter().filter(|session| is_session(session) && has_begun(session, now)).collect();
    let that = |wanted: Option<Attendance>| -> Vec<Row> {
        sessions.iter().filter(|session| stands(session) == wanted).map(|session| session.row()).collect()
    };
    let mut told = [0; 5];
    for (word, count) in Attendance::ALL.iter().zip(told.iter_mut()) {
        *count = rows.count(Number::Told(*word), that(Some(*word)));
    }
    let not_told = rows.count(Number::NotTold, that(None));
    let meetings = open.sessions.iter().filter(|session| {
        let is_meeting = session.occurrence.about.kind() == SessionKind::MutualHelp;
        is_meeting && stands(session).is_some_and(Attendance::was_there)
    });
    let meetings = rows.count(Number::MeetingsAttended, meetings.map(|session| session.row()).collect());

    let mut tallies = Vec::new();
    for session in &sessions {
        let Some(obstacle) = session.visit.and_then(Visit::obstacle) else { continue };
        let said: Obstacle = match obstacle {
            Chip::Own(_) if !choice.carries(Carries::Notes) => KnownObstacle::Other.into(),
            Chip::Known(_) | Chip::Own(_) | Chip::Unknown(_) => obstacle.clone(),
        };
        add(&mut tallies, &said, &session.row(), 0);
    }
    rank(&mut tallies);
    let (more, of_others) = left_out(&tallies, MOST_OBSTACLES);
    rows.count(Number::ObstaclesLeftOut, of_others);
    let lines = (0_u8..).zip(tallies).take(MOST_OBSTACLES);
    let obstacles = lines.map(|(place, tally)| (tally.chip, rows.count(Number::Obstacle(place), tally.rows))).collect();
    Attended { told, not_told, meetings, obstacles, left_out: more }
}

/// Whether it is one of the program's: its hours count, as in the week.
pub(super) fn is_session(session: &OpenSession) -> bool {
    session.occurrence.counts
}

/// Whether there is something to tell about it already: it has begun, or somebody told.
pub(super) fn has_begun(session: &OpenSession, now: &Moment) -> bool {
    session.occurrence.starts_utc_ms <= now.utc_ms() || session.visit.and_then(Visit::attendance).is_some()
}

/// What is known of it: what the person told, or else that it was called off ahead.
pub(super) fn stands(session: &OpenSession) -> Option<Attendance> {
    let called_off = (session.occurrence.shown == Shown::Cancelled).then_some(Attendance::Cancelled);
    session.visit.and_then(Visit::attendance).or(called_off)
}
