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

/// The most frequent first, of those the strongest in sum, and then by the word. Insertion, because there are few words and a sort would be
/// compiled once for each vocabulary.
pub(super) fn rank<K: Coded>(tallies: &mut [Tally<K>]) {
    for end in 1..tallies.len() {
        let mut place = end;
        while place > 0 && comes_first(tallies.get(place), tallies.get(place - 1)) {
            tallies.swap(place, place - 1);
            place -= 1;
        }
    }
}

/// The entries of what did not fit, each once, in order, and how many words that were.
pub(super) fn left_out<K>(tallies: &[Tally<K>], fit: usize) -> (u32, Vec<Row>) {
    let rest = tallies.get(fit..).unwrap_or_default();
    let mut rows: Vec<Row> = rest.iter().flat_map(|tally| tally.rows.iter().cloned()).collect();
    rows.sort_unstable();
    rows.dedup();
    (u32::try_from(rest.len()).unwrap_or(u32::MAX), rows)
}

fn comes_first<K: Coded>(one: Option<&Tally<K>>, other: Option<&Tally<K>>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
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
