//! How the days were: how many have a check-in, and the middle of what they say.

use super::facts::Open;
use super::number::{Number, Row, Rows};
use super::sheet::CheckIns;
use super::{Middle, Period};
use crate::check_in::{CheckIn, Confidence};

pub(super) fn check_ins(open: &Open, period: Period, rows: &mut Rows) -> CheckIns {
    let told: Vec<Row> = open.check_ins.iter().filter(|one| !one.what.says_nothing()).map(|one| one.row()).collect();
    CheckIns {
        n: rows.count(Number::CheckIns, told),
        days: period.days(),
        confidence: middle(open, Number::Confidence, &|told| told.confidence().map(Confidence::value), rows),
        mood: middle(open, Number::Mood, &|told| told.mood().map(|mood| mood as u8 + 1), rows),
        sleep: middle(open, Number::Sleep, &|told| told.sleep().map(|sleep| sleep as u8 + 1), rows),
    }
}

/// Of the days that answered, and no others.
fn middle(open: &Open, number: Number, answer: &dyn Fn(&CheckIn) -> Option<u8>, rows: &mut Rows) -> Option<Middle> {
    let (mut values, mut told) = (Vec::new(), Vec::new());
    for one in &open.check_ins {
        if let Some(value) = answer(&one.what) {
            values.push(value);
            told.push(one.row());
        }
    }
    rows.count(number, told);
    Middle::of(&values)
}
