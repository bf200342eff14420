//! Leaving a place, or not going there: a few short steps, and then the number again.

use domain::{ActionKind, ActionTaken, CravingEdit};
use engine::EntryKey;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, Memo, Show};

use super::found::{FlowTitle, Here, with_craving};
use super::rate_again::RateAgain;
use super::saving::{NotSaved, Saving};
use crate::browser::{clock, focus};
use crate::routes::Page;
use crate::state::App;

/// Leave or avoid.
#[component]
pub fn Leave(app: App, key: EntryKey) -> impl IntoView {
    view! {
        <FlowTitle words=app.text().titles().leave.to_owned() />
        {with_craving(app, key, |here| view! { <Act here=here /> })}
    }
}

#[component]
fn Act(here: Here) -> impl IntoView {
    let craving = here.craving;
    let is_done = Memo::new(move |_| {
        craving.with(|craving| craving.actions().iter().any(|act| act.kind() == Some(ActionKind::LeftOrAvoided)))
    });
    view! {
        <Show when=move || is_done.get() fallback=move || view! { <Steps here=here /> }>
            <RateAgain here=here />
            <Afterwards here=here />
        </Show>
    }
}

#[component]
fn Steps(here: Here) -> impl IntoView {
    let Here { app, id, key, .. } = here;
    let saving = Saving::new(app, id);
    let done = move |()| {
        let act = ActionTaken::new(ActionKind::LeftOrAvoided, clock::now().utc_ms());
        spawn_local(async move {
            if saving.saved(CravingEdit::AddAction(act)).await {
                focus::after_change("page-title");
            }
        });
    };
    let get_away =
        move || app.text().craving().get_away_steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view();
    let do_not_go =
        move || app.text().craving().do_not_go_steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view();
    view! {
        <Card id="get-away" heading=Some(app.text().craving().get_away.to_owned())>
            <ol>{get_away}</ol>
            <Button wide=true on_press=done>
                {app.text().craving().i_left}
            </Button>
        </Card>
        <Card id="do-not-go" heading=Some(app.text().craving().do_not_go.to_owned())>
            <ul>{do_not_go}</ul>
            <Button kind=ButtonKind::Quiet wide=true on_press=done>
                {app.text().craving().i_stayed_away}
            </Button>
        </Card>
        <NotSaved app=app saving=saving />
        <ButtonLink href=Page::WhatNow(key).path() kind=ButtonKind::Plain wide=true>
            {app.text().craving().not_now}
        </ButtonLink>
    }
}

/// Where to go when an act is done.
#[component]
pub fn Afterwards(here: Here) -> impl IntoView {
    let Here { app, key, .. } = here;
    view! {
        <ButtonLink href=Page::Details(key).path() kind=ButtonKind::Quiet wide=true>
            {app.text().craving().add_more}
        </ButtonLink>
        <ButtonLink href=Page::Today.path() kind=ButtonKind::Plain wide=true>
            {app.text().craving().to_today}
        </ButtonLink>
    }
}
