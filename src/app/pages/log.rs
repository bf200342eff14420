//! The log: what happened, day by day, the newest first, with a search above it.

pub mod done;
pub mod rows;
mod search;
pub mod talk;
mod window;

use engine::{Entry, EntryKey, Only};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use storage::StoreError;
use ui::{
    Button, ButtonKind, ButtonLink, Choice, Effect, EmptyState, Icon, Memo, RwSignal, Select, Show, Signal, derived,
};

use crate::browser::{focus, time};
use crate::pages::found::NotRead;
use crate::routes::Page;
use crate::state::{App, follow, follow_with};
use rows::{Rows, days_of, row_id, row_of};
use search::{Findings, Search, SearchField};
use talk::ToTalkAbout;
use window::{Shown, Window, read};

/// As many rows as fit on a phone below the search.
const FIRST_ROWS: usize = 6;

/// What is known of the log: nothing yet, what the window shows, or that it could not be read.
type Answer = crate::answer::Answer<Result<Shown, StoreError>>;

/// What the screen is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Reading,
    NotRead,
    Empty,
    Entries,
}

/// Where the log was left for one of its entries, to go on reading there: kept in memory only, and until another tab is chosen.
#[derive(Clone)]
pub struct LeftAt {
    window: Window,
    asked: String,
    entry: EntryKey,
}

#[component]
pub fn Log(app: App) -> impl IntoView {
    let left_at = app.left_log_at.try_update_value(Option::take).flatten();
    let window =
        leptos::prelude::RwSignal::new_local(left_at.as_ref().map_or_else(Window::newest, |left| left.window.clone()));
    let search = Search::new(app, left_at.as_ref().map_or_else(String::new, |left| left.asked.clone()));
    remember_where(app, window, search);
    let answer = follow_with(
        app,
        move || window.track(),
        move |journal| async move { read(&journal, window.get_untracked()).await },
    );
    // Who comes back to a row needs all that is above it.
    let drawn = RwSignal::new(if left_at.is_some() { usize::MAX } else { FIRST_ROWS });
    draw_first_rows_first(answer, drawn);
    if let Some(left_at) = left_at {
        come_back(left_at.entry, answer, search);
    }
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
        Stage::Entries => {
            view! { <Entries app=app search=search window=window answer=answer drawn=drawn /> }.into_any()
        }
    }
}

/// When the page makes room for one of its entries, where it was is kept.
fn remember_where(app: App, window: leptos::prelude::RwSignal<Window, LocalStorage>, search: Search) {
    let pathname = use_location().pathname;
    on_cleanup(move || {
        if let (Some(Page::Entry(entry)), Some(window)) =
            (pathname.try_get_untracked().map(|path| Page::at(&path)), window.try_get_untracked())
        {
            app.left_log_at.set_value(Some(LeftAt { window, asked: search.asked_now(), entry }));
        }
    });
}

/// Puts the focus on the row of the entry the person comes back from, as soon as it is there. It may not be, if it was deleted.
fn come_back(entry: EntryKey, answer: Answer, search: Search) {
    let row = row_of(entry);
    leptos::prelude::Effect::new(move |is_back: Option<bool>| {
        let is_read = answer.with(|answer| matches!(answer, Some(Ok(_)))) && !search.is_going();
        if is_read && is_back != Some(true) {
            let row = row.clone();
            request_animation_frame(move || {
                focus::focus_within(&row);
            });
        }
        is_read || is_back == Some(true)
    });
}

/// The rows that fit on a screen are painted before the others are drawn: on a slow phone that is half the time to see them. The bench
/// measures from the tap to this.
fn draw_first_rows_first(answer: Answer, drawn: RwSignal<usize>) {
    leptos::prelude::Effect::new(move |is_marked: Option<bool>| {
        let is_there = answer.with(|answer| matches!(answer, Some(Ok(_))));
        if is_there && is_marked != Some(true) {
            request_animation_frame(move || {
                time::mark("handrail:log");
                // Behind the next frame and in a task of its own, or the browser would wait for it with painting.
                request_animation_frame(move || {
                    Timeout::new(0, move || {
                        let _ = drawn.try_set(usize::MAX);
                    })
                    .forget();
                });
            });
        }
        is_there || is_marked == Some(true)
    });
}

#[component]
fn Empty(app: App) -> impl IntoView {
    // Who deleted everything still has to find the way to it.
    let has_deleted = follow(app, |journal| async move { journal.deleted().await.is_ok_and(|all| !all.is_empty()) });
    view! {
        <EmptyState text=app.text().log().empty.to_owned() icon=Icon::Note>
            <ButtonLink href=Page::Today.path()>{app.text().log().log_one}</ButtonLink>
        </EmptyState>
        <Show when=move || has_deleted.get() == Some(true)>
            <ToDeleted app=app />
        </Show>
    }
}

#[component]
fn Entries(
    app: App,
    search: Search,
    window: leptos::prelude::RwSignal<Window, LocalStorage>,
    answer: Answer,
    drawn: RwSignal<usize>,
) -> impl IntoView {
    view! {
        <SearchField app=app search=search />
        <Findings app=app search=search />
        <Show when=move || !search.is_on()>
            <ToTalkAbout app=app />
            <Kinds app=app window=window />
            <Browse app=app window=window answer=answer drawn=drawn />
        </Show>
        <ButtonLink kind=ButtonKind::Plain href=Page::Lapse.path()>
            {app.text().titles().lapse}
        </ButtonLink>
        <ToDeleted app=app />
    }
}

/// Which kinds of entries are shown: all of them, or one.
#[component]
fn Kinds(app: App, window: leptos::prelude::RwSignal<Window, LocalStorage>) -> impl IntoView {
    let words = app.text().log();
    let choice = |only: Only| Choice { value: only.code().to_owned(), label: (words.only)(only).to_owned() };
    let choose = move |code: String| {
        let only = Only::ALL.into_iter().find(|only| only.code() == code).unwrap_or(Only::All);
        if window.with_untracked(|window| window.only != only) {
            window.set(Window::newest_of(only));
        }
    };
    view! {
        <Select
            id="kinds"
            label=words.show.to_owned()
            choices=Signal::stored(Only::ALL.map(choice).to_vec())
            value=derived(move || window.with(|window| window.only).code().to_owned())
            on_choose=choose
        />
    }
}

/// Where reading goes on after more was loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Towards {
    Earlier,
    Newer,
}

#[component]
fn Browse(
    app: App,
    window: leptos::prelude::RwSignal<Window, LocalStorage>,
    answer: Answer,
    drawn: RwSignal<usize>,
) -> impl IntoView {
    let towards = StoredValue::new(None::<Towards>);
    let days = move || {
        answer.with(|answer| match answer {
            Some(Ok(shown)) => days_of(app, shown.entries().take(drawn.get())),
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
            <Button kind=ButtonKind::Quiet wide=true busy=derived(is_reading) on_press=move |()| go(Towards::Newer)>
                {app.text().log().show_newer}
            </Button>
        </Show>
        <Rows days=derived(days) />
        <Show when=move || is_so(Shown::is_empty)>
            <p class="quiet">{app.text().log().none_of_these}</p>
        </Show>
        <Show when=move || is_so(Shown::has_earlier)>
            <Button kind=ButtonKind::Quiet wide=true busy=derived(is_reading) on_press=move |()| go(Towards::Earlier)>
                {app.text().log().show_earlier}
            </Button>
        </Show>
    }
}

/// Moves the focus to the first of the rows that were asked for: what was above it on the screen may be gone.
fn go_on_reading(answer: Answer, towards: StoredValue<Option<Towards>>) {
    Effect::new(move |_| {
        let entry_of = |choose: fn(&Shown) -> Option<&Entry>| {
            answer.with(|answer| match answer {
                Some(Ok(shown)) => choose(shown).map(row_id),
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
            {app.text().titles().deleted}
        </ButtonLink>
    }
}
