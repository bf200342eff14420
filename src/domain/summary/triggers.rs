//! What set cravings off, and where they came: how often each was named, and how strong the cravings were.

use super::count::tenths;
use super::facts::Open;
use super::number::{Number, Row, Rows};
use super::sheet::{MOST_PLACES, MOST_TRIGGERS, Places, Triggers};
use super::tally::{Tally, add, left_out, rank};
use super::{Carries, Choice, ENOUGH_FOR_A_PATTERN, Mean};
use crate::chip::Chip;
use crate::code::Coded;

pub(super) fn triggers(open: &Open, choice: Choice, rows: &mut Rows) -> Triggers {
    let (mut told, mut tallies) = (Vec::new(), Vec::new());
    for one in open.cravings.iter().filter(|one| !one.what.triggers.is_empty()) {
        let row = one.row();
        for trigger in &one.what.triggers {
            add(&mut tallies, trigger, &row, one.what.intensity.value());
        }
        told.push(row);
    }
    let told = rows.count(Number::Triggered, told);
    let (top, more) = top(tallies, told, (MOST_TRIGGERS, Number::Trigger, Number::TriggersLeftOut), rows);
    let places = choice.carries(Carries::Places).then(|| places(open, rows));
    Triggers { told, top, left_out: more, places }
}

fn places(open: &Open, rows: &mut Rows) -> Places {
    let (mut told, mut tallies) = (Vec::new(), Vec::new());
    for one in &open.cravings {
        let Some(place) = &one.what.place else { continue };
        let row = one.row();
        add(&mut tallies, place, &row, one.what.intensity.value());
        told.push(row);
    }
    let told = rows.count(Number::Placed, told);
    let (top, left_out) = top(tallies, told, (MOST_PLACES, Number::Place, Number::PlacesLeftOut), rows);
    Places { told, top, left_out }
}

/// The first lines and how many more there are; none of too few. `list`: how many lines fit, what their numbers are called, and what the
/// number of the others is called.
fn top<K: Coded>(
    mut tallies: Vec<Tally<K>>,
    told: u32,
    list: (usize, fn(u8) -> Number, Number),
    rows: &mut Rows,
) -> (Vec<(Chip<K>, Mean)>, u32) {
    if told < ENOUGH_FOR_A_PATTERN {
        return (Vec::new(), 0);
    }
    let (most, number, others) = list;
    rank(&mut tallies);
    let (more, of_others): (u32, Vec<Row>) = left_out(&tallies, most);
    rows.count(others, of_others);
    let mut top = Vec::new();
    for (place, tally) in (0_u8..).zip(tallies).take(most) {
        let n = rows.count(number(place), tally.rows);
        if let Some(tenths) = tenths(tally.sum, n) {
            top.push((tally.chip, Mean { n, tenths }));
        }
    }
    (top, more)
}
