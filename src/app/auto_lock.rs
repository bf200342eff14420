//! Locking by itself: after a time without a touch, and when the app is left. A locked page is a page that was loaded anew, so that nothing
//! of what was on it is still in memory.
//!
//! Touches only write down when they were; one timer looks at that when the time could be over. A timer of a page that nobody sees may run
//! late or never, so whoever comes back is looked at once more, and sees nothing before that.

use std::cell::{Cell, RefCell};

use engine::lock::{Kept, kept};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::wake_lock::is_lit;
use crate::browser::{clock, cover};
use crate::state::App;

/// When to lock, by the row.
#[derive(Clone, Copy, PartialEq)]
enum When {
    /// There is nothing to lock with.
    NoLock,
    Never,
    /// After so many milliseconds; 0 for whenever the app is left.
    After(i64),
}

thread_local! {
    static WHEN: Cell<When> = const { Cell::new(When::NoLock) };
    static TOUCHED_MS: Cell<i64> = const { Cell::new(0) };
    /// Something is on the screen that is there only once, or runs by itself.
    static HELD: Cell<bool> = const { Cell::new(false) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    static TIMER: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// What does not lock itself while it is there: a recovery code that is shown once and is being printed.
pub struct Held;

impl Held {
    pub fn new() -> Self {
        HELD.set(true);
        Self
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        HELD.set(false);
        touched();
    }
}

/// From now on as the row says. Asked again whenever the lock was changed.
pub async fn follow(app: App) {
    let when = match kept(app.journal().home()).await {
        Ok(Kept::Locked(lock) | Kept::Screen(lock)) => {
            lock.auto_lock_s.map_or(When::Never, |seconds| When::After(i64::from(seconds).saturating_mul(1_000)))
        }
        Ok(Kept::Nothing | Kept::ByDevice) => When::NoLock,
        // Not known just now: it stays as it was.
        Err(_) => return,
    };
    WHEN.set(when);
    touched();
    if when != When::NoLock && !LISTENS.replace(true) {
        listen(app);
    }
    look(app);
}

fn listen(app: App) {
    for event in ["pointerdown", "keydown", "wheel", "touchmove", "scroll"] {
        // They live as long as the page.
        let _ = window_event_listener_untyped(event, |_| touched());
    }
    let _ = window_event_listener_untyped("visibilitychange", move |_| {
        if WHEN.get() == When::NoLock {
            return;
        }
        if cover::is_seen() {
            if !is_over() {
                cover::uncover();
            }
            return look(app);
        }
        // What a phone shows in its list of apps, where it takes the picture only now.
        cover::cover();
        if WHEN.get() == When::After(0) && !HELD.get() && !cover::is_choosing_a_file() {
            spawn_local(app.lock_now(false));
        }
    });
}

fn touched() {
    TOUCHED_MS.set(clock::now().utc_ms());
}

/// How long it is still open, in milliseconds; `None` where time does not lock it.
fn left_ms() -> Option<i64> {
    match WHEN.get() {
        When::NoLock | When::Never | When::After(0) => None,
        When::After(ms) => {
            let passed = clock::now().utc_ms().saturating_sub(TOUCHED_MS.get());
            Some(ms.saturating_sub(passed).clamp(0, ms))
        }
    }
}

fn is_over() -> bool {
    left_ms() == Some(0) && !HELD.get() && !is_lit()
}

/// Locks when it is time, and otherwise looks again when it could be.
fn look(app: App) {
    // A clock that was set back begins the time anew.
    if HELD.get() || is_lit() || clock::now().utc_ms() < TOUCHED_MS.get() {
        touched();
    }
    if is_over() {
        return spawn_local(app.lock_now(false));
    }
    let next = left_ms().map(|ms| {
        let ms = u32::try_from(ms).unwrap_or(u32::MAX).max(250);
        Timeout::new(ms, move || look(app))
    });
    TIMER.set(next);
}
