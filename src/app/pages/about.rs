//! What Handrail is, what it promises and what it cannot do.

use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Card, Icon};

use crate::browser::handrail;
use crate::routes::Page;
use crate::state::App;

/// The page.
#[component]
pub fn About(app: App) -> impl IntoView {
    let words = move || &app.text().about;
    view! {
        <p class="lead">{move || words().what_it_is}</p>
        <Card id="private" heading=Signal::derive(move || Some(words().private_title.to_owned()))>
            <Sentences sentences=Signal::derive(move || words().promises) />
        </Card>
        <Card id="limits" heading=Signal::derive(move || Some(words().limits_title.to_owned()))>
            <Sentences sentences=Signal::derive(move || words().limits) />
        </Card>
        <Card id="not-watched" heading=Signal::derive(move || Some(words().not_watched_title.to_owned()))>
            <p>{move || words().not_watched}</p>
            <ButtonLink href=Page::HelpNow.path() kind=ButtonKind::Help icon=Icon::Help>
                {move || app.text().common.help_now}
            </ButtonLink>
        </Card>
        <Card id="facts" heading=Signal::derive(move || Some(words().facts_title.to_owned()))>
            <dl class="facts">
                <dt>{move || words().licence}</dt>
                <dd>{move || words().licence_name}</dd>
                <dt>{move || words().version}</dt>
                <dd class="numbers">{handrail::build()}</dd>
            </dl>
        </Card>
    }
}

#[component]
fn Sentences(sentences: Signal<&'static [&'static str]>) -> impl IntoView {
    view! {
        <ul class="flow flow--tight">
            {move || sentences.get().iter().map(|sentence| view! { <li>{*sentence}</li> }).collect_view()}
        </ul>
    }
}
