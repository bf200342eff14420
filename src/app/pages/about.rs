//! What Handrail is, what it promises and what it cannot do.

use leptos::prelude::*;
use ui::Card;

use crate::browser::handrail;
use crate::state::App;

/// The page.
#[component]
pub fn About(app: App) -> impl IntoView {
    let words = app.text().about();
    view! {
        <p class="lead">{words.what_it_is}</p>
        <Card id="private" heading=Some(words.private_title.to_owned())>
            <Sentences sentences=words.promises />
        </Card>
        <Card id="limits" heading=Some(words.limits_title.to_owned())>
            <Sentences sentences=words.limits />
        </Card>
        <Card id="not-watched" heading=Some(words.not_watched_title.to_owned())>
            <p>{words.not_watched}</p>
        </Card>
        <Card id="facts" heading=Some(words.facts_title.to_owned())>
            <dl class="facts">
                <dt>{words.licence}</dt>
                <dd>{words.licence_name}</dd>
                <dt>{words.version}</dt>
                <dd class="numbers">{handrail::build()}</dd>
            </dl>
        </Card>
    }
}

#[component]
fn Sentences(sentences: &'static [&'static str]) -> impl IntoView {
    view! {
        <ul class="flow flow--tight">
            {sentences.iter().map(|sentence| view! { <li>{*sentence}</li> }).collect_view()}
        </ul>
    }
}
