//! Counting words: how often each chip was chosen, the most frequent first, and the rest together.

use crate::chip::Chip;
use crate::code::Coded;
use crate::summary::Row;
use std::cmp::Ordering;

/// One chip, the entries that name it, and what their numbers add up to.
pub(super) struct Tally<K> {
    pub(super) chip: Chip<K>,
    pub(super) rows: Vec<Row>,
    pub(super) sum: u32,
}

/// Counts a chip of one entry. Of an own word the last spelling is kept: entries come by time, so it is the one the person uses now.
pub(super) fn add<K: Coded>(tallies: &mut Vec<Tally<K>>, chip: &Chip<K>, row: &Row, value: u8) {
    match tallies.iter_mut().find(|there| there.chip.same_as(chip)) {
        // The same word twice in one entry is one entry.
        Some(there) if there.rows.last() == Some(row) => {}
        Some(there) => {
            there.chip.clone_from(chip);
            there.rows.push(row.clone());
            there.sum = there.sum.saturating_add(value.into());
        }
        None => tallies.push(Tally { chip: chip.clone(), rows: vec![row.clone()], sum: value.into() }),
    }
}

/// The most frequent first, of those the strongest in sum, and then by the word.
pub(super) fn rank<K: Coded>(tallies: &mut [Tally<K>]) {
    insert_in_order(tallies, &comes_first);
}

/// Puts a short list in order, by insertion: a few dozen lines at most, and the library's sort would be compiled once for each kind of them.
pub(super) fn insert_in_order<T>(lines: &mut [T], comes_first: &dyn Fn(&T, &T) -> bool) {
    for end in 1..lines.len() {
        let mut place = end;
        while let Some([before, one]) = place.checked_sub(1).and_then(|from| lines.get(from..=place)) {
            if !comes_first(one, before) {
                break;
            }
            lines.swap(place - 1, place);
            place -= 1;
        }
    }
}

/// The entries of what did not fit, each once, in order, and how many words that were.
pub(super) fn left_out<K>(tallies: &[Tally<K>], fit: usize) -> (u32, Vec<Row>) {
    let rest = tallies.get(fit..).unwrap_or_default();
    let mut rows = Vec::new();
    for tally in rest {
        rows.extend(tally.rows.iter().cloned());
    }
    (u32::try_from(rest.len()).unwrap_or(u32::MAX), each_once(rows))
}

/// In order.
pub(super) fn each_once(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_unstable();
    rows.dedup();
    rows
}

fn comes_first<K: Coded>(one: &Tally<K>, other: &Tally<K>) -> bool {
    let by_number = other.rows.len().cmp(&one.rows.len()).then(other.sum.cmp(&one.sum));
    by_number.then_with(|| word(&one.chip).cmp(&word(&other.chip))) == Ordering::Less
}

/// Ours before theirs, each by its letters.
fn word<K: Coded>(chip: &Chip<K>) -> (bool, &str) {
    match chip {
        Chip::Known(known) => (false, known.code()),
        Chip::Unknown(code) => (false, code.as_str()),
        Chip::Own(label) => (true, label.as_str()),
    }
}
