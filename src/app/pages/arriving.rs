//! A page whose part of the program is still on its way. Nobody sees this but on a first visit: afterwards everything is on the phone.

use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::live;

use super::found::FlowTitle;
use crate::frame::title;
use crate::parts;
use crate::routes::{Page, Part, Surround};
use crate::state::App;

/// The page as soon as it can be drawn; until then, after a moment, a line that says so.
#[component]
pub fn Arriving(app: App, page: Page, part: Part) -> impl IntoView {
    let is_here = app.parts.has(part);
    if !is_here.get_untracked() {
        spawn_local(app.parts.fetch(part));
    }
    live(move || {
        let drawn = is_here.get().then(|| parts::draw(app, part, page)).flatten();
        drawn.unwrap_or_else(|| view! { <OnItsWay app=app page=page /> }.into_any())
    })
}

/// The title is there already: above the page, or here where nothing stands above it.
#[component]
fn OnItsWay(app: App, page: Page) -> impl IntoView {
    let words = move || {
        let problems = app.text().problems();
        if app.parts.is_hard_to_get.get() { problems.part_needs_network } else { problems.part_on_its_way }
    };
    let has_bar = page.surround() == Surround::Tabs;
    view! {
        {(!has_bar).then(|| view! { <FlowTitle words=title(app, page) /> })}
        <p class="lead late" role="status">
            {live(words)}
        </p>
    }
}
