//! What was told about doses, medication by medication: taken, late, skipped. What was not told is not counted, and nothing is advised.

use super::facts::Open;
use super::number::{Number, Row, Rows};
use super::sheet::{Doses, DosesOf, MOST_MEDICATIONS_TOLD};
use super::tally::insert_in_order;
use crate::medication::{DoseTold, MedicationId};
use crate::words::Label;

/// One medication and what was told about it.
struct Tally {
    name: Label,
    id: MedicationId,
    told: Vec<(DoseTold, Row)>,
}

pub(super) fn medication(open: &Open, rows: &mut Rows) -> Doses {
    let mut tallies: Vec<Tally> = Vec::new();
    for one in &open.doses {
        let Some(told) = one.what.told() else { continue };
        let (id, name) = (one.what.medication(), one.what.name());
        let told = (told, one.row());
        match tallies.iter_mut().find(|there| there.id == id) {
            Some(there) => {
                // They come by time: what it was called last is what it is called.
                there.name.clone_from(name);
                there.told.push(told);
            }
            None => tallies.push(Tally { name: name.clone(), id, told: vec![told] }),
        }
    }
    insert_in_order(&mut tallies, &|one, other| (one.name.as_str(), one.id) < (other.name.as_str(), other.id));
    let others = tallies.split_off(MOST_MEDICATIONS_TOLD.min(tallies.len()));
    let mut lines = Vec::new();
    for (place, tally) in (0_u8..).zip(tallies) {
        let mut told = [0; 3];
        for (word, count) in DoseTold::ALL.iter().zip(told.iter_mut()) {
            let those = tally.told.iter().filter(|(there, _)| there == word);
            *count = rows.count(Number::Doses(place, *word), those.map(|(_, row)| row.clone()).collect());
        }
        lines.push(DosesOf { name: tally.name, told });
    }
    let left_out = u32::try_from(others.len()).unwrap_or(u32::MAX);
    rows.count(Number::DosesLeftOut, others.into_iter().flat_map(|tally| tally.told).map(|(_, row)| row).collect());
    Doses { lines, left_out }
}
