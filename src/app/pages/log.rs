//! The log: what happened, day by day, the newest first, with a search above it.

pub mod rows;
mod search;
mod window;

use engine::Entry;
use leptos::prelude::*;
use storage::StoreError;
use ui::{Button, ButtonKind, ButtonLink, EmptyState, Icon};

use crate::browser::{focus, time};
use crate::pages::found::NotRead;
use crate::routes::Page;
use crate::state::{App, follow};
use rows::{Rows, days_of, row_id};
use search::{Findings, Search, SearchField};
use window::{Shown, Window, read};

/// What is known of the log: nothing yet, what the window shows, or that it could not be read.
type Answer = ReadSignal<Option<Result<Shown, StoreError>>, LocalStorage>;

/// What the screen is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Reading,
    NotRead,
    Empty,
    Entries,
}

#[component]
pub fn Log(app: App) -> impl IntoView {
    let window = RwSignal::new_local(Window::newest());
    let answer = follow(app, move |journal| {
        let window = window.get();
        async move { read(&journal, window).await }
    });
    mark_first_rows(answer);
    let stage = Memo::new(move |_| {
        answer.with(|answer| match answer {
            None => Stage::Reading,
            Some(Err(_)) => Stage::NotRead,
            Some(Ok(shown)) if shown.is_empty_log() => Stage::Empty,
            Some(Ok(_)) => Stage::Entries,
        })
    });
    move || match stage.get() {
        Stage::Reading => ().into_any(),
        Stage::NotRead => view! { <NotRead app=app /> }.into_any(),
        Stage::Empty => view! { <Empty app=app /> }.into_any(),
        Stage::Entries => view! { <Entries app=app window=window answer=answer /> }.into_any(),
    }
}

/// The bench measures from the tap to the first rows that can be seen.
fn mark_first_rows(answer: Answer) {
    Effect::new(move |is_marked: Option<bool>| {
        let is_there = answer.with(|answer| matches!(answer, Some(Ok(_))));
        if is_there && is_marked != Some(true) {
            request_animation_frame(|| time::mark("handrail:log"));
        }
        is_there || is_marked == Some(true)
    });
}

#[component]
fn Empty(app: App) -> impl IntoView {
    // Who deleted everything still has to find the way to it.
    let has_deleted = follow(app, |journal| async move { journal.deleted().await.is_ok_and(|all| !all.is_empty()) });
    view! {
        <EmptyState text=Signal::derive(move || app.text().log.empty.to_owned()) icon=Icon::Note>
            <ButtonLink href=Page::Today.path()>{move || app.text().log.log_one}</ButtonLink>
        </EmptyState>
        <Show when=move || has_deleted.get() == Some(true)>
            <ToDeleted app=app />
        </Show>
    }
}

#[component]
fn Entries(app: App, window: RwSignal<Window, LocalStorage>, answer: Answer) -> impl IntoView {
    let search = Search::new(app);
    view! {
        <SearchField app=app search=search />
        <Findings app=app search=search />
        <Show when=move || !search.is_on()>
            <Browse app=app window=window answer=answer />
        </Show>
        <ToDeleted app=app />
    }
}

/// Where reading goes on after more was loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Towards {
    Earlier,
    Newer,
}

#[component]
fn Browse(app: App, window: RwSignal<Window, LocalStorage>, answer: Answer) -> impl IntoView {
    let towards = StoredValue::new(None::<Towards>);
    let days = move || {
        answer.with(|answer| match answer {
            Some(Ok(shown)) => days_of(app, shown.entries()),
            Some(Err(_)) | None => Vec::new(),
        })
    };
    let is_so = move |asked: fn(&Shown) -> bool| {
        answer.with(|answer| answer.as_ref().and_then(|answer| answer.as_ref().ok()).is_some_and(asked))
    };
    let is_reading = move || !answer.with(|answer| matches!(answer, Some(Ok(shown)) if shown.window == window.get()));
    let go = move |to: Towards| {
        let next = answer.with_untracked(|answer| match answer {
            Some(Ok(shown)) => Some(match to {
                Towards::Earlier => shown.earlier(),
                Towards::Newer => shown.window.newer(),
            }),
            Some(Err(_)) | None => None,
        });
        if let Some(next) = next {
            towards.set_value(Some(to));
            window.set(next);
        }
    };
    go_on_reading(answer, towards);
    view! {
        <Show when=move || is_so(Shown::has_newer)>
            <Button kind=ButtonKind::Quiet wide=true busy=Signal::derive(is_reading) on_press=move |()| go(Towards::Newer)>
                {move || app.text().log.show_newer}
            </Button>
        </Show>
        <Rows days=Signal::derive(days) />
        <Show when=move || is_so(Shown::has_earlier)>
            <Button kind=ButtonKind::Quiet wide=true busy=Signal::derive(is_reading) on_press=move |()| go(Towards::Earlier)>
                {move || app.text().log.show_earlier}
            </Button>
        </Show>
    }
}

/// Moves the focus to the first of the rows that were asked for: what was above it on the screen may be gone.
fn go_on_reading(answer: Answer, towards: StoredValue<Option<Towards>>) {
    Effect::new(move |_| {
        let entry_of = |choose: fn(&Shown) -> Option<&Entry>| {
            answer.with(|answer| match answer {
                Some(Ok(shown)) => choose(shown).map(|entry| row_id(entry.id)),
                Some(Err(_)) | None => None,
            })
        };
        let earlier = entry_of(Shown::first_of_last_page);
        let newer = entry_of(Shown::last_of_first_page);
        let row = match towards.try_update_value(Option::take).flatten() {
            None => None,
            Some(Towards::Earlier) => earlier,
            Some(Towards::Newer) => newer,
        };
        if let Some(row) = row {
            request_animation_frame(move || {
                focus::focus_within(&row);
            });
        }
    });
}

#[component]
fn ToDeleted(app: App) -> impl IntoView {
    view! {
        <ButtonLink kind=ButtonKind::Plain icon=Icon::Trash href=Page::Deleted.path()>
            {move || app.text().log.deleted}
        </ButtonLink>
    }
}
