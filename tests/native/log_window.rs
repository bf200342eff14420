//! Leafing through the log: whatever its length, a bounded part of it is on the screen, and nothing is skipped or told twice.

#![allow(clippy::unwrap_used, reason = "a story that cannot be set up is a failing test")]

#[allow(dead_code, reason = "the page uses all of it")]
#[path = "../../src/app/pages/log/window.rs"]
mod window;

use std::cell::Cell;
use std::rc::Rc;

use domain::{Intensity, Moment, Zone};
use engine::{Clock, Ids, Journal, RecordId};
use pollster::block_on;
use proptest::prelude::proptest;
use storage::Memory;
use window::{PAGES, STEP, Shown, Window, read};

const MINUTE_MS: i64 = 60_000;

/// A clock that goes on by a minute whenever it is asked, and ids that count.
#[derive(Clone)]
struct World(Rc<Cell<u64>>);

impl Clock for World {
    fn now(&self) -> Moment {
        let minutes = i64::try_from(self.0.get()).unwrap();
        Moment::of_device(1_795_361_400_000 + minutes * MINUTE_MS, 0, Zone::utc())
    }
}

impl Ids for World {
    fn random(&self) -> [u8; 16] {
        self.0.set(self.0.get() + 1);
        let mut bytes = [0; 16];
        bytes[8..].copy_from_slice(&self.0.get().to_be_bytes());
        bytes
    }
}

type Phone = Journal<Memory, World>;

fn a_log_of(entries: usize) -> Phone {
    let journal = block_on(Journal::open(Memory::default(), World(Rc::new(Cell::new(1))))).unwrap();
    for _ in 0..entries {
        block_on(journal.log_craving(Intensity::LOWEST, None)).unwrap();
    }
    journal
}

fn look(journal: &Phone, window: Window) -> Shown {
    let shown = block_on(read(journal, window)).unwrap();
    assert!(shown.entries().count() <= STEP * PAGES, "more than the screen may hold");
    shown
}

fn ids(shown: &Shown) -> Vec<RecordId> {
    shown.entries().map(|entry| entry.id).collect()
}

fn all_of(journal: &Phone) -> Vec<RecordId> {
    block_on(journal.list(None, usize::MAX)).unwrap().entries.iter().map(|entry| entry.id).collect()
}

/// Presses "Show earlier" until it is gone; hands over every state of the screen.
fn to_the_end(journal: &Phone) -> Vec<Shown> {
    let mut seen = vec![look(journal, Window::newest())];
    while let Some(last) = seen.last().filter(|shown| shown.has_earlier()) {
        seen.push(look(journal, last.earlier()));
    }
    seen
}

#[test]
fn an_empty_log_is_known_as_empty() {
    let journal = a_log_of(0);
    let shown = look(&journal, Window::newest());
    assert!(shown.is_empty_log() && !shown.has_earlier() && !shown.has_newer());
}

#[test]
fn a_short_log_is_shown_whole_and_offers_nothing_more() {
    let journal = a_log_of(3);
    let shown = look(&journal, Window::newest());
    assert_eq!(ids(&shown), all_of(&journal));
    assert!(!shown.is_empty_log() && !shown.has_earlier() && !shown.has_newer());
}

#[test]
fn the_newest_make_room_only_when_the_screen_is_full() {
    let journal = a_log_of(STEP * 4);
    let seen = to_the_end(&journal);
    let begin: Vec<usize> = seen
        .iter()
        .map(|shown| all_of(&journal).iter().position(|id| Some(id) == ids(shown).first()).unwrap())
        .collect();
    assert_eq!(begin, [0, 0, 0, STEP]);
    assert_eq!(seen.iter().map(Shown::has_newer).collect::<Vec<_>>(), [false, false, false, true]);
}

#[test]
fn what_is_deleted_meanwhile_shifts_nothing_out_of_sight() {
    let journal = a_log_of(STEP * 5);
    let first = look(&journal, Window::newest());
    let last_of_page = first.last_of_first_page().unwrap().id;
    let two = look(&journal, first.earlier());
    block_on(journal.delete(last_of_page)).unwrap();
    let again = look(&journal, two.window.clone());
    assert_eq!(ids(&again), all_of(&journal)[..STEP * 2].to_vec());
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(12))]

    #[test]
    fn to_the_end_and_back_every_entry_is_seen_in_its_order(length in 0..420_usize) {
        let journal = a_log_of(length);
        let all = all_of(&journal);
        let down = to_the_end(&journal);
        let mut seen: Vec<RecordId> = Vec::new();
        for shown in &down {
            let new: Vec<RecordId> = ids(shown).into_iter().filter(|id| !seen.contains(id)).collect();
            seen.extend(new);
        }
        assert_eq!(seen, all);

        let mut shown = look(&journal, down.last().unwrap().window.clone());
        while shown.has_newer() {
            let before = ids(&shown);
            shown = look(&journal, shown.window.newer());
            let place = all.iter().position(|id| Some(id) == before.first()).unwrap();
            let to = shown.last_of_first_page().unwrap().id;
            assert_eq!(all.get(place - 1), Some(&to), "reading goes on right above where it was");
        }
        assert_eq!(ids(&shown), all[..ids(&shown).len()].to_vec());
    }
}
