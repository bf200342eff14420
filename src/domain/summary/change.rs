//! This period and the one before it, in the same few numbers.

use super::attendance::{has_begun, is_session, stands};
use super::facts::Open;
use super::number::{Number, Row, Rows, Side};
use super::sheet::{Change, Figures};
use super::{Mean, Period};
use crate::moment::Moment;
use crate::visit::Attendance;

pub(super) fn change(open: &Open, before: &Open, period: Period, now: &Moment, rows: &mut Rows) -> Change {
    Change {
        now: figures(open, period, Side::Now, now, rows),
        before: figures(before, period.before(), Side::Before, now, rows),
    }
}

fn figures(open: &Open, period: Period, side: Side, now: &Moment, rows: &mut Rows) -> Figures {
    let mut values = Vec::new();
    let mut cravings = Vec::new();
    for one in &open.cravings {
        values.push(one.what.intensity.value());
        cravings.push(one.row());
    }
    let check_ins: Vec<Row> =
        open.check_ins.iter().filter(|one| !one.what.says_nothing()).map(|one| one.row()).collect();
    let (mut held, mut attended) = (Vec::new(), Vec::new());
    for session in open.sessions.iter().filter(|session| is_session(session) && has_begun(session, now)) {
        let told = stands(session);
        if told.is_some_and(Attendance::was_there) {
            attended.push(session.row());
        }
        if told != Some(Attendance::Cancelled) {
            held.push(session.row());
        }
    }
    Figures {
        cravings: rows.count(Number::CravingsIn(side), cravings),
        intensity: Mean::of(&values),
        check_ins: rows.count(Number::CheckInsIn(side), check_ins),
        days: period.days(),
        held: rows.count(Number::HeldIn(side), held),
        attended: rows.count(Number::AttendedIn(side), attended),
    }
}
