//! Saving what is typed a moment after the last key, so that not every letter is a version of its own.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long the keys have to rest, in milliseconds.
const REST_MS: u32 = 1_000;

/// Something to do once the keys rest. Leaving the page takes it back: who leaves saves at once.
#[derive(Clone, Copy)]
pub struct Later {
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Later {
    /// Nothing to do yet.
    pub fn new() -> Self {
        Self { timer: StoredValue::new_local(None) }
    }

    /// Does it when the keys rest; another key begins the wait anew.
    pub fn after_rest(self, act: impl FnOnce() + 'static) {
        let _ = self.timer.try_set_value(Some(Timeout::new(REST_MS, act)));
    }

    /// It is done, or done otherwise.
    pub fn cancel(self) {
        let _ = self.timer.try_set_value(None);
    }
}
