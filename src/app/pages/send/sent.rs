//! What was handed over before, and stopping what still runs.

use domain::share::{ShareState, To, Until};
use engine::Shared;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Card, live};

use crate::browser::{clock, dates};
use crate::state::App;

#[component]
pub fn Sent(app: App) -> impl IntoView {
    let words = app.text().send();
    let rows = move || {
        app.revision.track();
        let shares = app.journal().shares();
        if shares.is_empty() {
            return view! { <p class="quiet">{words.nothing_sent}</p> }.into_any();
        }
        let rows = shares.iter().map(|shared| row(app, shared)).collect_view();
        view! { <ul class="flow plain-list">{rows}</ul> }.into_any()
    };
    view! {
        <Card id="sent" heading=Some(words.sent_title.to_owned())>
            {live(rows)}
        </Card>
    }
}

fn row(app: App, shared: &Shared) -> AnyView {
    let words = app.text().send();
    let said = |day| dates::day(day, clock::now().day(), app.text().language);
    let state = match shared.state {
        Some(ShareState::Current(Until::Day(day))) => (words.runs_until)(&said(day)),
        Some(ShareState::Current(_)) => words.runs_until_treatment_ends.to_owned(),
        Some(ShareState::Ended(day)) => (words.ended)(&said(day)),
        Some(ShareState::Used) => words.used.to_owned(),
        Some(ShareState::Stopped(day)) => (words.was_stopped)(&said(day)),
        None => words.unknown.to_owned(),
    };
    // A name may have been changed since; what was agreed to says who it was.
    let name = shared.consent.as_ref().map(|consent| consent.whom().name.as_str().to_owned());
    let name = name.or_else(|| match shared.share.to() {
        To::Recipient(id) => app.journal().recipient(id).map(|one| one.name().as_str().to_owned()),
        To::Passphrase | To::Paper => None,
    });
    let is_running = matches!(shared.state, Some(ShareState::Current(_)));
    let id = shared.id;
    let stop = is_running.then(|| {
        let press = move |()| {
            spawn_local(async move {
                // What it fails of is only the storage, and then the row still stands as it was.
                if app.stop_share(id).await.is_err() {
                    app.tell(app.text().problems().not_saved.to_owned(), None);
                }
            });
        };
        view! {
            <Button kind=ButtonKind::Quiet on_press=press>
                {words.stop}
            </Button>
            <p class="quiet small">{words.stop_hint}</p>
        }
    });
    view! {
        <li class="flow flow--tight">
            <p class="strong" dir="auto">{name.unwrap_or_default()}</p>
            <p>{(words.handed_on)(&said(shared.share.at().day()))}" "{state}</p>
            {stop}
        </li>
    }
    .into_any()
}
