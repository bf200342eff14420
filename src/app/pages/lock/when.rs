//! When the app locks by itself, and what becomes of what is half written.

use engine::lock::{Kept, kept};
use leptos::prelude::*;
use ui::{Choice, RadioGroup, derived};

use super::{Doing, Here};
use crate::commands::lock::Change;
use crate::state::follow;

const NEVER: &str = "never";

/// One card with the few times there are.
#[component]
pub fn When(here: Here) -> impl IntoView {
    let words = here.app.text().lock();
    let now = follow(here.app, |journal| async move {
        match kept(journal.home()).await {
            Ok(Kept::Locked(lock) | Kept::Screen(lock)) => lock.auto_lock_s.map_or(NEVER.to_owned(), |s| s.to_string()),
            _ => String::new(),
        }
    });
    let doing = Doing::new(here);
    let times = [
        ("0", words.at_once),
        ("30", words.half_a_minute),
        ("60", words.a_minute),
        ("300", words.five_minutes),
        (NEVER, words.never),
    ];
    let choices =
        move || times.map(|(value, label)| Choice { value: value.to_owned(), label: label.to_owned() }).to_vec();
    view! {
        <div class="card">
            <RadioGroup
                name="lock-after"
                legend=words.when_title.to_owned()
                choices=derived(choices)
                value=derived(move || now.get().unwrap_or_default())
                // What is no number is "never".
                on_choose=move |value: String| doing.change(Change::After(value.parse().ok()), "")
            />
            {doing.told()}
            <p class="quiet">{words.unsaved}</p>
        </div>
    }
}
