//! What was tried, and the numbers before and after it. It says what changed, not what changed it, and nothing of fewer than three.

use super::count::tenths;
use super::facts::Open;
use super::number::{Number, Row, Rows};
use super::sheet::{MOST_TRIED, Tried, TriedLine, TriedWhat};
use super::tally::{each_once, insert_in_order};
use crate::action::ActionKind;
use crate::intensity::Intensity;
use crate::strategy::ENOUGH;

/// One kind of thing that was tried.
struct Tally {
    what: TriedWhat,
    times: Vec<Row>,
    rated: Vec<Row>,
    before: u32,
    after: u32,
}

pub(super) fn tried(open: &Open, rows: &mut Rows) -> Tried {
    let mut tallies: Vec<Tally> = Vec::new();
    for one in &open.cravings {
        for kind in ActionKind::ALL {
            if one.what.actions.iter().any(|act| act.kind() == Some(*kind)) {
                add(&mut tallies, TriedWhat::Act(*kind), one.row(), one.what.change_with(*kind));
            }
        }
    }
    for one in open.runs.iter().filter(|one| !one.what.is_untouched()) {
        let what = TriedWhat::Strategy(one.what.strategy().clone(), one.what.name().clone());
        add(&mut tallies, what, one.row(), one.what.change());
    }
    insert_in_order(&mut tallies, &|one, other| one.key() < other.key());
    let others = tallies.split_off(MOST_TRIED.min(tallies.len()));
    let lines = (0_u8..).zip(tallies).map(|(place, tally)| line(tally, place, rows)).collect();
    let left_out = u32::try_from(others.len()).unwrap_or(u32::MAX);
    let of_others: Vec<Row> = others.into_iter().flat_map(|tally| tally.times).collect();
    rows.count(Number::TriedLeftOut, each_once(of_others));
    Tried { lines, left_out }
}

fn add(tallies: &mut Vec<Tally>, what: TriedWhat, row: Row, change: Option<(Intensity, Intensity)>) {
    let place = tallies.iter().position(|there| is_same(&there.what, &what)).unwrap_or_else(|| {
        tallies.push(Tally { what: what.clone(), times: Vec::new(), rated: Vec::new(), before: 0, after: 0 });
        tallies.len().saturating_sub(1)
    });
    let Some(tally) = tallies.get_mut(place) else { return };
    // They come by time, so the last name it had is the one that stays.
    tally.what = what;
    if let Some((before, after)) = change {
        tally.before = tally.before.saturating_add(before.value().into());
        tally.after = tally.after.saturating_add(after.value().into());
        tally.rated.push(row.clone());
    }
    tally.times.push(row);
}

fn is_same(one: &TriedWhat, other: &TriedWhat) -> bool {
    match (one, other) {
        (TriedWhat::Act(one), TriedWhat::Act(other)) => one == other,
        (TriedWhat::Strategy(one, _), TriedWhat::Strategy(other, _)) => one == other,
        (TriedWhat::Act(_) | TriedWhat::NewerAct(_) | TriedWhat::Strategy(..), _) => false,
    }
}

impl Tally {
    /// None of fewer than three.
    fn before_after(&self) -> Option<(u16, u16)> {
        let rated = u32::try_from(self.rated.len()).ok().filter(|rated| *rated >= ENOUGH)?;
        Some((tenths(self.before, rated)?, tenths(self.after, rated)?))
    }

    /// Enough first, the largest drop first, then the most frequent, then by the name it is stored under.
    fn key(&self) -> (bool, i32, usize, &str) {
        let drop = self.before_after().map(|(before, after)| i32::from(after) - i32::from(before));
        let code = match &self.what {
            TriedWhat::Act(kind) => kind.code(),
            TriedWhat::NewerAct(code) => code.as_str(),
            TriedWhat::Strategy(key, _) => key.as_str(),
        };
        (drop.is_none(), drop.unwrap_or_default(), usize::MAX - self.times.len(), code)
    }
}

fn line(tally: Tally, place: u8, rows: &mut Rows) -> TriedLine {
    let before_after = tally.before_after();
    TriedLine {
        what: tally.what,
        times: rows.count(Number::TimesTried(place), tally.times),
        rated: rows.count(Number::TimesRated(place), tally.rated),
        before_after,
    }
}
