//! The recovery code, shown once: to be written down or printed.

use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon};

use super::Here;
use crate::auto_lock::Held;
use crate::browser::platform;

/// Only the code and what to do with it. Nothing locks itself meanwhile: printing leaves the app.
#[component]
pub fn ToWriteDown(here: Here, code: String) -> impl IntoView {
    let words = here.app.text().lock();
    let held = StoredValue::new_local(Some(Held::new()));
    on_cleanup(move || {
        let _ = held.try_update_value(Option::take);
    });
    // A line ends between groups and nowhere else.
    let last = code.split('-').count().saturating_sub(1);
    let group = |(place, group): (usize, &str)| {
        let dash = if place < last { "-" } else { "" };
        view! { <span>{format!("{group}{dash}")}</span> }
    };
    let groups: Vec<_> = code.split('-').enumerate().map(group).collect();
    view! {
        <section class="card" aria-labelledby="code-heading">
            <h2 class="card__heading" id="code-heading" tabindex="-1">
                {words.code_title}
            </h2>
            <p>{words.code_lead}</p>
            <p class="code" id="recovery-code">
                {groups}
            </p>
            <p>{words.code_once}</p>
            <Button kind=ButtonKind::Quiet icon=Icon::Note wide=true on_press=|()| platform::print()>
                {words.print}
            </Button>
            <Button icon=Icon::Check wide=true on_press=move |()| here.code.set(None)>
                {words.wrote_it}
            </Button>
        </section>
    }
}
