//! The open journal of one person on one device: the only thing that writes.
//!
//! On disk it is four kinds of sealed rows. `head` counts what this device has written. The *tail* holds the newest operations, a
//! row each. Older ones are packed into *leaves*, each with all versions of up to a few hundred records, and the *directory* says
//! which leaf holds which records and which days. Opening reads the head, the directory, the tail and the shelf (the one leaf of
//! records without a day, such as settings): the same amount after ten years as after a week.

mod chosen;
mod dated;
pub(crate) mod directory;
pub(crate) mod entry;
mod erase;
mod find;
pub(crate) mod head;
pub(crate) mod id;
pub(crate) mod leaf;
pub(crate) mod load;
pub(crate) mod merge;
mod named;
mod open;
pub(crate) mod pack;
mod pages;
mod repair;
pub(crate) mod rows;
pub(crate) mod tail;
pub(crate) mod undo;
mod used;
mod walk;
pub(crate) mod write;

use std::cell::{Cell, RefCell};

use futures_util::lock::Mutex;
use vault::LocalKey;

use load::Inside;

use crate::{Clock, Ids};

/// An open journal. `H` is where the rows live, `W` is the clock and the source of ids.
///
/// All verbs take `&self`: commands queue one behind the other, readers never wait for them.
pub struct Journal<H, W> {
    pub(crate) home: H,
    world: W,
    pub(crate) key: LocalKey,
    /// Commands take turns, so that two quick taps never race for the same counter.
    turn: Mutex<()>,
    /// What opening read. Borrowed only between awaits, never across one.
    pub(crate) inside: RefCell<Inside>,
    /// Whether there was a lock or a privacy screen when this tab opened the journal, or was set by it. Another one is news.
    pub(crate) knows_lock: Cell<bool>,
}

impl<H, W> Journal<H, W> {
    pub(crate) fn new(home: H, world: W, key: LocalKey, inside: Inside) -> Self {
        Self { home, world, key, turn: Mutex::new(()), inside: RefCell::new(inside), knows_lock: Cell::new(false) }
    }
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// The moment it is now, for a screen that has to tell "today" from "yesterday".
    pub fn now(&self) -> domain::Moment {
        self.world.now()
    }

    /// By how many milliseconds the device's clock is behind the latest entry; 0 when it is not. A clock that was set back by a year
    /// changes no order, but the person should know that new entries get last year's date.
    pub fn clock_is_behind_ms(&self) -> i64 {
        let last = self.inside.borrow().head.clock.utc_ms();
        last.saturating_sub(self.world.now().utc_ms()).max(0)
    }

    /// Whether nothing was ever written here: a phone on which the app is new, or one whose browser has emptied its store.
    pub fn is_untouched(&self) -> bool {
        self.inside.borrow().is_untouched()
    }

    pub(crate) fn random(&self) -> [u8; 16] {
        self.world.random()
    }
}
