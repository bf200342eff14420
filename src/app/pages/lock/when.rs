//! When the app locks by itself, and what becomes of what is half written.

use engine::lock::{Kept, kept};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Choice, RadioGroup, RwSignal, derived, live};

use super::{Here, why};
use crate::state::follow;

const NEVER: &str = "never";

/// One card with the few times there are.
#[component]
pub fn When(here: Here) -> impl IntoView {
    let app = here.app;
    let words = app.text().lock();
    let now = follow(app, |journal| async move {
        match kept(journal.home()).await {
            Ok(Kept::Locked(lock) | Kept::Screen(lock)) => lock.auto_lock_s.map_or(NEVER.to_owned(), |s| s.to_string()),
            _ => String::new(),
        }
    });
    let sentence = RwSignal::new(None::<&'static str>);
    let times = [
        ("0", words.at_once),
        ("30", words.half_a_minute),
        ("60", words.a_minute),
        ("300", words.five_minutes),
        (NEVER, words.never),
    ];
    let choices = times.map(|(value, label)| Choice { value: value.to_owned(), label: label.to_owned() });
    let choose = move |value: String| {
        spawn_local(async move {
            // What is no number is "never".
            let answer = app.lock_after(value.parse().ok()).await;
            let _ = sentence.try_set(answer.err().map(|problem| why(app.text(), problem)));
        });
    };
    view! {
        <div class="card">
            <RadioGroup
                name="lock-after"
                legend=words.when_title.to_owned()
                choices=derived(move || choices.to_vec())
                value=derived(move || now.with(|now| now.clone().unwrap_or_default()))
                on_choose=choose
            />
            <div class="announce" role="alert">
                {live(move || sentence.get().map(|sentence| view! { <p class="strong">{sentence}</p> }))}
            </div>
            <p class="quiet">{words.unsaved}</p>
        </div>
    }
}
