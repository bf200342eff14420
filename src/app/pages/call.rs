//! Calling someone about a craving: everybody in their order, and afterwards the number again.

use domain::{ActionKind, ActionTaken, CravingEdit, PhotoId};
use engine::EntryKey;
use leptos::prelude::*;
use ui::{Button, ButtonKind, ButtonLink, For, Icon, Memo, PersonRow, Show};

use super::calling::{line_of, picture};
use super::found::{FlowTitle, Here, with_craving};
use super::leave::Afterwards;
use super::rate_again::RateAgain;
use super::saving::{NotSaved, Saving};
use crate::browser::clock;
use crate::routes::Page;
use crate::state::App;

/// The page.
#[component]
pub fn Call(app: App, key: EntryKey) -> impl IntoView {
    view! {
        <FlowTitle words=app.text().craving().call_someone.to_owned() />
        {with_craving(app, key, |here| view! { <Whom here=here /> })}
    }
}

/// The act that a call is.
pub fn called_now() -> CravingEdit {
    CravingEdit::AddAction(ActionTaken::new(ActionKind::CalledSomeone, clock::now().utc_ms()))
}

#[component]
fn Whom(here: Here) -> impl IntoView {
    let Here { app, id, key, craving } = here;
    let text = app.text().craving();
    let saving = Saving::new(app, id);
    let has_called = Memo::new(move |_| {
        craving.with(|craving| craving.actions().iter().any(|act| act.kind() == Some(ActionKind::CalledSomeone)))
    });
    let people = Memo::new(move |_| {
        app.revision.track();
        app.journal().people()
    });
    let rows = move || {
        let row = |(_, person): &(_, domain::Person)| (line_of(app, person, None), person.photo().map(PhotoId::bytes));
        people.with(|people| people.iter().map(row).collect::<Vec<_>>())
    };
    let has_nobody = move || people.with(Vec::is_empty);
    let note_call = move |()| saving.save(called_now());
    view! {
        <Show when=move || has_called.get()>
            <RateAgain here=here />
        </Show>
        <ul class="rows" role="list">
            <For each=rows key=Clone::clone let:row>
                <li>
                    <PersonRow line=row.0 picture=picture(app, row.1.map(PhotoId::from_bytes)) on_call=note_call />
                </li>
            </For>
        </ul>
        <NotSaved app=app saving=saving />
        <Show when=has_nobody>
            <p class="lead">{text.nobody_to_call}</p>
            <ButtonLink href=Page::AddPerson.path() wide=true icon=Icon::Plus>
                {app.text().people().add}
            </ButtonLink>
        </Show>
        <Show
            when=move || has_called.get()
            fallback=move || view! {
                <ButtonLink href=Page::WhatNow(key).path() kind=ButtonKind::Plain wide=true>
                    {text.not_now}
                </ButtonLink>
            }
        >
            <Button
                kind=ButtonKind::Quiet
                wide=true
                on_press=move |()| saving.save(CravingEdit::RemoveAction(ActionKind::CalledSomeone))
            >
                {text.nobody_reached}
            </Button>
            <Afterwards here=here />
        </Show>
    }
}
