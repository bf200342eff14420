//! The time of day, told anew each minute and whenever the app is looked at again.

use gloo::timers::callback::Interval;
use leptos::prelude::*;
use ui::{Effect, RwSignal, Signal};

use crate::browser::clock;
use crate::state::App;

const MINUTE_MS: u32 = 60_000;

/// Now, in milliseconds since 1970 in UTC, for as long as the page that asks is shown.
pub fn minutes(app: App) -> Signal<i64> {
    let now = RwSignal::new(clock::now().utc_ms());
    let tell = move || {
        let _ = now.try_set(clock::now().utc_ms());
    };
    // An effect, because the clock is outside the reactive graph.
    Effect::new(move |before: Option<()>| {
        app.woken.track();
        if before.is_some() {
            tell();
        }
    });
    let timer = StoredValue::new_local(Some(Interval::new(MINUTE_MS, tell)));
    on_cleanup(move || {
        let _ = timer.try_set_value(None);
    });
    now.into()
}
