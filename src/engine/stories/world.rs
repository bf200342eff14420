//! The world of the stories: a clock that is moved by hand, ids that count, and a phone with its rows in memory.

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use domain::{Craving, CravingEdit, Intensity, Moment, Note, Zone};
use storage::Memory;

use crate::{Clock, Entry, Ids, Journal, What};

pub const START_MS: i64 = 1_795_361_400_000; // Sunday, 22 November 2026, 15:30 UTC
pub const MINUTE_MS: i64 = 60_000;
pub const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// A clock and a source of ids, shared by all tabs of a story.
#[derive(Clone, Debug)]
pub struct World {
    now_ms: Rc<Cell<i64>>,
    count: Rc<Cell<u64>>,
}

impl World {
    pub fn new() -> Self {
        Self { now_ms: Rc::new(Cell::new(START_MS)), count: Rc::new(Cell::new(1)) }
    }

    /// The world of another phone: the same moment, other ids.
    pub fn elsewhere(number: u64) -> Self {
        Self { now_ms: Rc::new(Cell::new(START_MS)), count: Rc::new(Cell::new(number << 40)) }
    }

    pub fn wait(&self, ms: i64) {
        self.now_ms.set(self.now_ms.get() + ms);
    }
}

impl Clock for World {
    fn now(&self) -> Moment {
        Moment::of_device(self.now_ms.get(), -360, Zone::named_or_utc("America/Chicago"))
    }
}

impl Ids for World {
    fn random(&self) -> [u8; 16] {
        self.count.set(self.count.get() + 1);
        let mut bytes = [0x5a; 16];
        // Both halves count: a device's name is made of the first, an entry's key of the second.
        bytes[..8].copy_from_slice(&self.count.get().to_be_bytes());
        bytes[8..].copy_from_slice(&self.count.get().wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
        bytes
    }
}

pub type Phone = Journal<Memory, World>;

pub fn now<T>(future: impl Future<Output = T>) -> T {
    pollster::block_on(future)
}

pub fn open(home: &Memory, world: &World) -> Phone {
    now(Journal::open(home.clone(), world.clone())).unwrap()
}

/// A phone with nothing on it.
pub fn new_phone() -> (Memory, World, Phone) {
    let (home, world) = (Memory::new(), World::new());
    let phone = open(&home, &world);
    (home, world, phone)
}

/// Another phone with nothing on it.
pub fn another_phone(number: u64) -> (Memory, World, Phone) {
    let (home, world) = (Memory::new(), World::elsewhere(number));
    let phone = open(&home, &world);
    (home, world, phone)
}

pub fn intensity(value: u8) -> Intensity {
    Intensity::new(value).unwrap()
}

pub fn note(words: &str) -> CravingEdit {
    CravingEdit::SetNote(Some(Note::new(words).unwrap()))
}

/// Logs `count` cravings, one every ten minutes, with the numbers 0 to 10 in turn.
pub fn log_many(phone: &Phone, world: &World, count: usize) {
    for number in 0..count {
        world.wait(10 * MINUTE_MS);
        now(phone.log_craving(intensity((number % 11) as u8), None)).unwrap();
    }
}

pub fn craving(entry: &Entry) -> &Craving {
    match &entry.what {
        What::Craving(craving) => craving,
        other => panic!("not a craving: {other:?}"),
    }
}

/// All entries, page by page, newest first.
pub fn all(phone: &Phone) -> Vec<Entry> {
    let (mut entries, mut from) = (Vec::new(), None);
    loop {
        let page = now(phone.list(from, 7)).unwrap();
        entries.extend(page.entries);
        match page.next {
            Some(next) => from = Some(next),
            None => return entries,
        }
    }
}

/// The numbers of all entries, newest first.
pub fn numbers(phone: &Phone) -> Vec<u8> {
    all(phone).iter().map(|entry| craving(entry).intensity().value()).collect()
}
