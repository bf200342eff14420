//! Use, as it was told: what check-ins answered, and, where they were chosen, lapses that are not private.

use super::facts::Open;
use super::number::{Number, Row, Rows};
use super::sheet::{Lapses, MOST_SUBSTANCES, Used};
use super::tally::{add, left_out, rank};
use super::{Carries, Choice};
use crate::check_in::DayUse;
use chrono::NaiveDate;

pub(super) fn used(open: &Open, choice: Choice, rows: &mut Rows) -> Used {
    let mut answers = [0; 3];
    for (answer, count) in DayUse::ALL.iter().zip(answers.iter_mut()) {
        let told = open.check_ins.iter().filter(|one| one.what.used() == Some(*answer));
        *count = rows.count(Number::UseTold(*answer), told.map(|one| one.row()).collect());
    }
    let mut days: Vec<NaiveDate> = Vec::new();
    let mut of_days: Vec<Row> = Vec::new();
    let mut on = |day: NaiveDate, row: Row| {
        if !days.contains(&day) {
            days.push(day);
        }
        of_days.push(row);
    };
    for one in open.check_ins.iter().filter(|one| one.what.used() == Some(DayUse::Something)) {
        on(one.what.day(), one.row());
    }
    let lapses = choice.carries(Carries::Lapses).then(|| {
        for one in &open.lapses {
            on(one.what.day(), one.row());
        }
        lapses(open, rows)
    });
    rows.count(Number::DaysUsed, of_days);
    Used { answers, days: u32::try_from(days.len()).unwrap_or(u32::MAX), lapses }
}

fn lapses(open: &Open, rows: &mut Rows) -> Lapses {
    let (mut all, mut tallies) = (Vec::new(), Vec::new());
    for one in &open.lapses {
        let row = one.row();
        if let Some(substance) = &one.what.substance {
            add(&mut tallies, substance, &row, 0);
        }
        all.push(row);
    }
    rank(&mut tallies);
    let (more, of_others) = left_out(&tallies, MOST_SUBSTANCES);
    rows.count(Number::SubstancesLeftOut, of_others);
    let n = rows.count(Number::Lapses, all);
    let lines = (0_u8..).zip(tallies).take(MOST_SUBSTANCES);
    let with = lines.map(|(place, tally)| (tally.chip, rows.count(Number::LapsesWith(place), tally.rows)));
    Lapses { n, with: with.collect(), left_out: more }
}
