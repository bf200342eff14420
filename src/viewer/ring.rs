//! What a counselor keeps here, if they want to: their keys, and whose pages were here before. It lies sealed under a passphrase and nowhere else.
//!
//! A sender is known by the key that signs, never by a name: a name is what somebody typed. A page is known by its own number, and one that was made
//! before another of the same sender is told to be older, so that an old page does not pass for a new one.

mod programs;
mod wire;

use chrono::NaiveDate;
use thiserror::Error;
use vault::{PACKAGE_ID, PackageError, ReadingKey, VerifyingKey};

pub use programs::{MOST_PROGRAMS, Program, Seed};
pub use wire::RingError;

/// Keys. A new one every year for twenty years, and some more.
pub const MOST_KEYS: usize = 24;
/// Senders. The one whose last page is the oldest makes room.
pub const MOST_SENDERS: usize = 2_000;
/// Pages. The one that was opened the longest ago makes room; that it is not new, its sender's last page still says.
pub const MOST_PAGES: usize = 4_000;
/// Of a name, in bytes.
const LONGEST_NAME: usize = 200;

/// Keys, senders and pages; and what the counselor gives to clients.
#[derive(Default)]
pub struct Ring {
    /// The newest first: the one to give away. All of them read.
    keys: Vec<Key>,
    senders: Vec<Sender>,
    /// In the order in which they were opened.
    pages: Vec<Page>,
    /// Of the key that signs programs; none until it was made.
    seed: Option<Seed>,
    /// The last one signed first.
    programs: Vec<Program>,
    /// The address of the app, for links; empty where none was typed.
    app: String,
}

/// One key.
pub struct Key {
    pub reading: ReadingKey,
    pub made: NaiveDate,
}

/// Somebody from whom a page was opened.
#[derive(Clone, PartialEq, Eq)]
struct Sender {
    key: VerifyingKey,
    /// As it stood on the last page, brought into one form; empty where there was none.
    name: String,
    /// When their latest page was sent, UTC milliseconds.
    latest_utc_ms: i64,
}

/// A page that was opened.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Page {
    id: [u8; PACKAGE_ID],
    on: NaiveDate,
}

/// What tells a page from another one.
#[derive(Clone, Copy)]
pub struct Mark<'a> {
    pub id: [u8; PACKAGE_ID],
    pub sender: VerifyingKey,
    /// As its sender wrote it.
    pub name: &'a str,
    pub sent_utc_ms: i64,
}

/// What is remembered of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub sender: Sent,
    pub page: Came,
}

/// Whether the sender was here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Neither the key nor the name.
    First,
    /// The key.
    Same,
    /// The name, with another key.
    Other,
}

/// Whether the page was here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    New,
    /// This very page, on that day.
    Before(NaiveDate),
    /// It was made before one that was opened already.
    Older,
}

/// No more keys fit ([`MOST_KEYS`]), or none could be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoKey {
    #[error("there are as many keys as are kept")]
    TooMany,
    #[error("no key was made: {0}")]
    NotMade(PackageError),
}

impl Ring {
    /// The newest first.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// How many senders are remembered.
    #[must_use]
    pub fn senders(&self) -> usize {
        self.senders.len()
    }

    /// A new key, to be given away from now on. The others still read.
    ///
    /// # Errors
    /// [`NoKey`]; nothing has changed then.
    pub fn make_key(&mut self, today: NaiveDate) -> Result<(), NoKey> {
        self.take_in(ReadingKey::make().map_err(NoKey::NotMade)?, today)
    }

    /// The same with a key that is there already.
    ///
    /// # Errors
    /// [`NoKey::TooMany`].
    pub fn take_in(&mut self, reading: ReadingKey, made: NaiveDate) -> Result<(), NoKey> {
        if self.keys.len() >= MOST_KEYS {
            return Err(NoKey::TooMany);
        }
        self.keys.insert(0, Key { reading, made });
        Ok(())
    }

    /// Takes an older key away: nothing that was made for it opens any more. The newest stays.
    pub fn remove_key(&mut self, place: usize) {
        if place > 0 && place < self.keys.len() {
            self.keys.remove(place);
        }
    }

    /// What is known about a page and its sender. Nothing changes.
    #[must_use]
    pub fn look(&self, page: Mark<'_>) -> Seen {
        let name = in_one_form(page.name);
        let known = self.senders.iter().find(|sender| sender.key == page.sender);
        let is_taken = !name.is_empty() && self.senders.iter().any(|sender| sender.name == name);
        let sent = match known {
            Some(_) => Sent::Same,
            None if is_taken => Sent::Other,
            None => Sent::First,
        };
        let before = self.pages.iter().find(|before| before.id == page.id);
        let came = match before {
            Some(before) => Came::Before(before.on),
            None if known.is_some_and(|sender| page.sent_utc_ms < sender.latest_utc_ms) => Came::Older,
            None => Came::New,
        };
        Seen { sender: sent, page: came }
    }

    /// Remembers that a page was opened, and its sender: but not one whose name belongs to another key. For that somebody has to ask the person, and
    /// then [`Ring::accept`].
    pub fn remember(&mut self, page: Mark<'_>, today: NaiveDate) {
        let seen = self.look(page);
        if seen.sender != Sent::Other {
            self.accept(page);
        }
        if !matches!(seen.page, Came::Before(_)) {
            if self.pages.len() >= MOST_PAGES {
                self.pages.remove(0);
            }
            self.pages.push(Page { id: page.id, on: today });
        }
    }

    /// Remembers the sender of a page by their key, whatever name they wrote.
    pub fn accept(&mut self, page: Mark<'_>) {
        let name = in_one_form(page.name);
        if let Some(known) = self.senders.iter_mut().find(|sender| sender.key == page.sender) {
            if page.sent_utc_ms >= known.latest_utc_ms {
                known.latest_utc_ms = page.sent_utc_ms;
                known.name = name;
            }
            return;
        }
        if self.senders.len() >= MOST_SENDERS {
            let oldest =
                (0..).zip(&self.senders).min_by_key(|(_, sender)| sender.latest_utc_ms).map(|(place, _)| place);
            self.senders.remove(oldest.unwrap_or_default());
        }
        self.senders.push(Sender { key: page.sender, name, latest_utc_ms: page.sent_utc_ms });
    }
}

/// A name as it is compared: no white space around it, runs of it are one space, small letters, and not beyond [`LONGEST_NAME`].
fn in_one_form(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let mut name = words.join(" ");
    while name.len() > LONGEST_NAME {
        name.pop();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{Came, MOST_KEYS, MOST_PAGES, MOST_SENDERS, Mark, NoKey, Ring, Seen, Sent};
    use chrono::NaiveDate;
    use vault::VerifyingKey;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn seen(sender: Sent, page: Came) -> Seen {
        Seen { sender, page }
    }

    fn page(number: u8, sender: u8, name: &str, sent_utc_ms: i64) -> Mark<'_> {
        Mark { id: [number; 16], sender: VerifyingKey::from_bytes([sender; 32]), name, sent_utc_ms }
    }

    #[test]
    fn a_sender_is_known_by_their_key_from_the_second_page_on() {
        let mut ring = Ring::default();
        let first = page(1, 1, "Ana", 10);
        assert_eq!(ring.look(first), seen(Sent::First, Came::New));
        ring.remember(first, day(20));
        assert_eq!(ring.look(page(2, 1, "Ana María", 20)), seen(Sent::Same, Came::New));
        assert_eq!(ring.look(page(3, 2, "Bea", 20)), seen(Sent::First, Came::New));
        assert_eq!(ring.senders(), 1);
    }

    #[test]
    fn a_name_with_another_key_is_not_taken_for_the_same_person() {
        let mut ring = Ring::default();
        ring.remember(page(1, 1, "Ana  López", 10), day(20));
        let other = page(2, 2, " ana lópez ", 20);
        assert_eq!(ring.look(other).sender, Sent::Other);
        // Opening it does not make it known: somebody has to ask the person first.
        ring.remember(other, day(21));
        assert_eq!(ring.look(page(3, 2, "Ana López", 30)).sender, Sent::Other);
        ring.accept(other);
        assert_eq!(ring.look(page(3, 2, "Ana López", 30)).sender, Sent::Same);
        assert_eq!(ring.look(page(4, 1, "Ana López", 30)).sender, Sent::Same);
    }

    #[test]
    fn two_people_who_write_no_name_are_two_people() {
        let mut ring = Ring::default();
        ring.remember(page(1, 1, "", 10), day(20));
        assert_eq!(ring.look(page(2, 2, "  ", 20)).sender, Sent::First);
    }

    #[test]
    fn an_old_page_does_not_pass_for_a_new_one() {
        let mut ring = Ring::default();
        ring.remember(page(2, 1, "Ana", 20), day(20));
        assert_eq!(ring.look(page(2, 1, "Ana", 20)).page, Came::Before(day(20)));
        assert_eq!(ring.look(page(1, 1, "Ana", 10)).page, Came::Older);
        ring.remember(page(1, 1, "Ana", 10), day(22));
        assert_eq!(ring.look(page(1, 1, "Ana", 10)).page, Came::Before(day(22)));
        assert_eq!(ring.look(page(3, 1, "Ana", 30)).page, Came::New);
        // The first day stays.
        ring.remember(page(2, 1, "Ana", 20), day(25));
        assert_eq!(ring.look(page(2, 1, "Ana", 20)).page, Came::Before(day(20)));
    }

    #[test]
    fn what_is_remembered_ends_and_the_oldest_makes_room() {
        let mut ring = Ring::default();
        for (number, sent) in (0..u16::try_from(MOST_PAGES).unwrap() + 2).zip(0..) {
            let mut id = [0; 16];
            id[..2].copy_from_slice(&number.to_le_bytes());
            let mut key = [9; 32];
            key[..2].copy_from_slice(&number.to_le_bytes());
            ring.remember(Mark { id, sender: VerifyingKey::from_bytes(key), name: "", sent_utc_ms: sent }, day(20));
        }
        assert_eq!((ring.senders(), ring.pages.len()), (MOST_SENDERS, MOST_PAGES));
        let mut first = page(0, 250, "", 0);
        first.id[..2].copy_from_slice(&1_u16.to_le_bytes());
        assert_eq!(ring.look(first).page, Came::New);
    }

    #[test]
    fn a_new_key_comes_first_and_the_old_ones_still_read() {
        let mut ring = Ring::default();
        ring.make_key(day(1)).unwrap();
        let first = ring.keys()[0].reading.address();
        ring.make_key(day(2)).unwrap();
        assert_eq!((ring.keys()[1].reading.address(), ring.keys()[0].made), (first, day(2)));
        let newest = ring.keys()[0].reading.address();
        ring.remove_key(0);
        ring.remove_key(7);
        assert_eq!(ring.keys().len(), 2, "the newest stays");
        ring.remove_key(1);
        assert_eq!((ring.keys().len(), ring.keys()[0].reading.address()), (1, newest));
        for _ in 1..MOST_KEYS {
            ring.make_key(day(3)).unwrap();
        }
        assert_eq!(ring.make_key(day(3)), Err(NoKey::TooMany));
    }
}
