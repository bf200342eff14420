//! A page whose part of the program is still on its way. Nobody sees this but on a first visit: afterwards everything is on the phone.

use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::live;

use crate::parts;
use crate::routes::{Page, Part};
use crate::state::App;

/// The page as soon as it can be drawn; until then, after a moment, a line that says so.
#[component]
pub fn Arriving(app: App, page: Page, part: Part) -> impl IntoView {
    if !app.parts.has_now(part) {
        spawn_local(app.parts.fetch(part));
    }
    live(move || {
        let drawn = app.parts.has(part).then(|| parts::draw(app, part, page)).flatten();
        drawn.unwrap_or_else(|| view! { <OnItsWay app=app /> }.into_any())
    })
}

#[component]
fn OnItsWay(app: App) -> impl IntoView {
    let words = move || {
        let problems = app.text().problems();
        if app.parts.is_hard_to_get.get() { problems.part_needs_network } else { problems.part_on_its_way }
    };
    view! {
        <p class="lead late" id="page-title" tabindex="-1" role="status">
            {live(words)}
        </p>
    }
}
