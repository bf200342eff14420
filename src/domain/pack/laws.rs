//! What holds for all packs: they come back as they went, no damage does harm, and taking in is once whatever the order.

use super::{FromProgram, LineKind, MOST_PACK_BYTES, Offered, Pack, PackError, RowState, Taking, Write};
use crate::samples::pack::{any_lines, any_pack, pack_of};
use crate::samples::week::date;
use proptest::collection::vec;
use proptest::prelude::*;

const SENDER: [u8; 32] = [5; 32];

/// What a phone holds: what was taken in, and the records of the lines.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
struct Phone {
    program: Option<FromProgram>,
    records: std::collections::BTreeMap<u16, Offered>,
}

impl Phone {
    fn rows(&self, pack: &Pack) -> super::Difference {
        let all: Vec<FromProgram> = self.program.iter().cloned().collect();
        let present = |number: u16, kind: LineKind| self.records.get(&number).filter(|it| it.kind() == kind).cloned();
        pack.compare(SENDER, &all, &present).unwrap()
    }

    fn take(&self, pack: &Pack, accepted: &[u16]) -> (Phone, Taking) {
        let taking = pack.take(SENDER, self.program.as_ref(), &self.rows(pack), accepted, date("2026-11-22"));
        let mut after = Phone { program: Some(taking.record.clone()), records: self.records.clone() };
        for (number, write) in &taking.writes {
            match write {
                Write::Put(offered) => after.records.insert(*number, offered.clone()),
                Write::TakeAway(_) => after.records.remove(number),
            };
        }
        (after, taking)
    }
}

fn all_numbers() -> Vec<u16> {
    (0..40).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_pack_comes_back_as_it_went(pack in any_pack(), cut in any::<prop::sample::Index>()) {
        let bytes = pack.encode().unwrap();
        prop_assert!(Pack::decode(&bytes[..cut.index(bytes.len())]).is_err());
        prop_assert!(Pack::decode(&[&bytes[..], &[0]].concat()) == Err(PackError::Unreadable));
        prop_assert!(Pack::decode(&bytes) == Ok(pack));
    }

    #[test]
    fn any_bytes_are_read_or_refused(version in 0..3u8, body in vec(any::<u8>(), 0..300)) {
        if let Ok(pack) = Pack::decode(&[&[version], &body[..]].concat()) {
            prop_assert!(Pack::decode(&pack.encode().unwrap()) == Ok(pack));
        }
    }

    #[test]
    fn taking_in_twice_is_once(lines in any_lines(), some in vec(0..40u16, 0..12)) {
        let pack = pack_of(1, lines);
        let (once, _) = Phone::default().take(&pack, &some);
        let (twice, again) = once.take(&pack, &some);
        prop_assert!(again.writes.is_empty() && (again.new, again.changed, again.removed) == (0, 0, 0));
        prop_assert_eq!(twice, once);
    }

    #[test]
    fn taking_in_nothing_changes_nothing_and_notes_what_was_left_out(lines in any_lines()) {
        let pack = pack_of(1, lines);
        let (after, taking) = Phone::default().take(&pack, &[]);
        prop_assert!(after.records.is_empty() && taking.writes.is_empty());
        prop_assert!(taking.record.goals.is_empty() && taking.record.homework.is_empty());
        prop_assert_eq!(taking.record.counts(), (0, pack.lines().len()));
        prop_assert!(after.rows(&pack).rows.iter().all(|row| row.state == RowState::New && !row.is_ticked()));
    }

    #[test]
    fn the_order_of_the_lines_is_of_no_matter(lines in any_lines(), some in vec(0..40u16, 0..12)) {
        let (there, _) = Phone::default().take(&pack_of(1, lines.clone()), &some);
        let (back, _) = Phone::default().take(&pack_of(1, lines.into_iter().rev().collect()), &some);
        prop_assert_eq!(there, back);
    }

    #[test]
    fn who_takes_in_everything_has_what_the_last_version_says(first in any_lines(), second in any_lines()) {
        let (phone, _) = Phone::default().take(&pack_of(1, first), &all_numbers());
        let last = pack_of(2, second);
        let (phone, _) = phone.take(&last, &all_numbers());
        prop_assert!(phone.rows(&last).rows.iter().all(|row| row.state == RowState::Same));
        for line in last.lines() {
            let kept = match line.offered() {
                Offered::Goal(_) | Offered::Homework { .. } => phone.program.as_ref().unwrap().present(line.number()),
                _ => phone.records.get(&line.number()).cloned(),
            };
            prop_assert_eq!(kept.as_ref(), Some(line.offered()));
        }
    }
}

proptest! {
    // Each case is some hundreds of packs, one for every byte.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_flipped_byte_does_harm(pack in any_pack(), flip in 1..=255u8) {
        let bytes = pack.encode().unwrap();
        for position in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[position] ^= flip;
            // A flipped letter of a name is still a name: whether bytes are whole is the signature's to know.
            if let Ok(other) = Pack::decode(&damaged) {
                prop_assert!(Pack::decode(&other.encode().unwrap()) == Ok(other));
            }
        }
    }
}

#[test]
fn what_is_too_long_newer_or_cut_off_is_told_from_what_is_damaged() {
    assert!(Pack::decode(&[1; MOST_PACK_BYTES + 1]) == Err(PackError::TooLong));
    assert!(Pack::decode(&[2; MOST_PACK_BYTES + 1]) == Err(PackError::Newer));
    assert!(Pack::decode(&[0, 1]) == Err(PackError::Unreadable));
    for cut in [&[][..], &[1], &[1, 2, 3]] {
        assert!(Pack::decode(cut) == Err(PackError::CutOff));
    }
}
