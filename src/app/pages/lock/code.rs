//! The recovery code, shown once: to be written down or printed.

use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon};

use super::Here;
use crate::auto_lock::Held;
use crate::browser::{focus, platform};

/// Only the code and what to do with it. Nothing locks itself meanwhile: printing leaves the app.
#[component]
pub fn ToWriteDown(here: Here, code: String) -> impl IntoView {
    let words = here.app.text().lock();
    let held = Held::new();
    on_cleanup(move || drop(held));
    // A line ends between groups and nowhere else.
    let last = code.split('-').count().saturating_sub(1);
    let group = |(place, group): (usize, &str)| {
        let dash = if place < last { "-" } else { "" };
        view! { <span>{format!("{group}{dash}")}</span> }.into_any()
    };
    let groups: Vec<AnyView> = code.split('-').enumerate().map(group).collect();
    let written = move |()| {
        here.code.set(None);
        request_animation_frame(|| {
            focus::scroll_to_top();
            focus::focus("page-title");
        });
    };
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
            <Button icon=Icon::Check wide=true on_press=written>
                {words.wrote_it}
            </Button>
        </section>
    }
}
