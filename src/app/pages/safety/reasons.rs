//! The person's reasons, in words, as pictures or in their own voice. They are shown large, and changed with one tap.

use domain::{Line, PhotoId, Reason, ReasonId, WordsError};
use engine::{ReasonWith, SaveError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Card, For, Icon, Memo, OwnWords, RwSignal, TextField, derived, live};

use super::voice::{Heard, RecordVoice};
use crate::browser::focus;
use crate::browser::picture::Shown;
use crate::pages::details::own::limit;
use crate::pages::pick_picture::PickPicture;
use crate::pages::saving::Problem;
use crate::state::{App, follow};

/// A side of a reason's picture, in pixels: as wide as the column of a small phone.
const SIDE: u32 = 320;

#[component]
pub fn Reasons(app: App) -> impl IntoView {
    let words = app.text().safety();
    let reasons = Memo::new(move |_| {
        app.revision.track();
        app.journal().reasons()
    });
    view! {
        <p class="lead">{words.reasons_lead}</p>
        <For each=move || reasons.get() key=keyed let:one>
            <One app=app id=one.0 reason=one.1 />
        </For>
        <Add app=app />
    }
}

/// Drawn anew when its words changed.
fn keyed(one: &(ReasonId, Reason)) -> (ReasonId, Option<String>) {
    (one.0, one.1.words().map(|words| words.as_str().to_owned()))
}

#[component]
fn One(app: App, id: ReasonId, reason: Reason) -> impl IntoView {
    let words = app.text().safety();
    let failed = RwSignal::new(None::<SaveError>);
    let delete = move |()| {
        spawn_local(async move {
            let answer = app.delete_reason(id).await;
            let _ = failed.try_set(answer.err());
        });
    };
    let said = reason.words().map(|words| view! { <p class="reason own-text">{words.as_str().to_owned()}</p> });
    let picture = reason.photo().map(|photo| view! { <Picture app=app photo=photo /> });
    view! {
        <Card id=format!("reason-{}", id.to_hex())>
            {picture}
            {reason.recording().map(|recording| view! { <Heard app=app recording=recording /> })}
            {said}
            <Reword app=app id=id reason=reason />
            <Button kind=ButtonKind::Plain icon=Icon::Trash on_press=delete>
                {words.delete_reason}
            </Button>
            <Problem app=app why=failed on_again=delete />
        </Card>
    }
}

/// Other words for it, saved when the field is left.
#[component]
fn Reword(app: App, id: ReasonId, reason: Reason) -> impl IntoView {
    let words = app.text().safety();
    let is_open = RwSignal::new(false);
    let failed = RwSignal::new(None::<(Option<Line>, SaveError)>);
    let before = reason.words().map(|words| words.as_str().to_owned()).unwrap_or_default();
    let label = if before.is_empty() { words.add_words } else { words.change_words };
    // Words alone cannot be emptied: deleting is the button below.
    let may_be_empty = reason.in_words(None).is_some();
    let typed = RwSignal::new(before.clone());
    let save = move |said: Option<Line>| {
        spawn_local(async move {
            let answer = app.reword_reason(id, said.clone()).await;
            let _ = failed.try_set(answer.err().map(|why| (said, why)));
        });
    };
    let before = StoredValue::new(before);
    let keep = move |text: String| match Line::new(&text) {
        _ if before.with_value(|before| *before == text) => is_open.set(false),
        Ok(line) => save(Some(line)),
        Err(WordsError::Empty) if may_be_empty => save(None),
        Err(_) => {}
    };
    let again = move |()| {
        if let Some((said, _)) = failed.get_untracked() {
            save(said);
        }
    };
    let field = format!("reword-{}", id.to_hex());
    live(move || {
        if !is_open.get() {
            let field = field.clone();
            let open = move |()| {
                is_open.set(true);
                let field = field.clone();
                request_animation_frame(move || {
                    focus::focus(&field);
                });
            };
            return view! { <Button kind=ButtonKind::Plain icon=Icon::Edit on_press=open>{label}</Button> }.into_any();
        }
        view! {
            <TextField
                id=field.clone()
                label=words.a_reason.to_owned()
                value=typed
                limit=limit(app, Line::LIMIT)
                on_input=move |text| typed.set(text)
                on_commit=keep
            />
            <Problem app=app why=derived(move || failed.with(|failed| failed.as_ref().map(|(_, why)| *why))) on_again=again />
        }
        .into_any()
    })
}

/// A picture, read when it is shown.
#[component]
fn Picture(app: App, photo: PhotoId) -> impl IntoView {
    let read = follow(app, move |journal| async move { journal.photo(photo).await.ok().flatten() });
    let shown = StoredValue::new_local(None::<Shown>);
    live(move || {
        let address = read.with(|read| read.as_ref()?.as_ref().and_then(Shown::of)).map(|picture| {
            let address = picture.address().to_owned();
            shown.set_value(Some(picture));
            address
        })?;
        let side = SIDE.to_string();
        Some(view! {
            <img class="picture" src=address width=side.clone() height=side alt=app.text().safety().picture_of />
        })
    })
}

/// Words, a picture or a recording: each is kept as a reason of its own.
#[component]
fn Add(app: App) -> impl IntoView {
    let words = app.text().safety();
    let draft = RwSignal::new(String::new());
    let is_too_long = RwSignal::new(false);
    let failed = RwSignal::new(None::<SaveError>);
    let last = StoredValue::new((None::<Line>, None::<ReasonWith>));
    let save = move |reason: (Option<Line>, Option<ReasonWith>)| {
        last.set_value(reason.clone());
        spawn_local(async move {
            let is_words = reason.0.is_some();
            let answer = app.add_reason(reason.0, reason.1).await;
            if answer.is_ok() && is_words {
                let _ = draft.try_set(String::new());
            }
            let _ = failed.try_set(answer.err());
        });
    };
    let add = move |typed: String| match Line::new(&typed) {
        Ok(line) => {
            is_too_long.set(false);
            save((Some(line), None));
        }
        Err(WordsError::TooLong { .. }) => is_too_long.set(true),
        Err(WordsError::Empty) => {}
    };
    view! {
        <Card id="add-reason">
            <OwnWords
                id="reason-words"
                label=words.a_reason.to_owned()
                add=app.text().common().add.to_owned()
                value=draft
                error=derived(move || is_too_long.get().then(|| words.too_long.to_owned()))
                limit=limit(app, Line::LIMIT)
                on_input=move |typed| draft.set(typed)
                on_add=add
            />
            <PickPicture
                app=app
                id="reason-picture"
                label=words.add_picture
                hint=words.picture_hint
                icon=Icon::Plus
                side=SIDE
                on_choose=move |()| failed.set(None)
                on_picture=move |photo| save((None, Some(ReasonWith::Photo(photo))))
            />
            <RecordVoice app=app on_voice=move |voice| save((None, Some(ReasonWith::Recording(voice)))) />
            <Problem app=app why=failed on_again=move |()| save(last.get_value()) />
        </Card>
    }
}
