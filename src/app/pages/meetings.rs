//! The finder: what comes next, found as it is typed.

mod filters;
pub mod opened;
pub mod renewing;
mod results;

use std::rc::Rc;

use domain::meeting::Wish;
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, EmptyState, FieldKind, Icon, Memo, RwSignal, TextField, derived, live};

use crate::answer::Answer;
use crate::routes::Page;
use crate::state::{App, follow_with};
use filters::{Filters, Near};
use opened::Meetings as Lists;
use results::Results;

/// What is known: nothing yet, or all lists.
pub type Read = Answer<Rc<Lists>>;

/// What is on the screen; it changes far less often than the meetings do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Opening,
    NoList,
    Lists,
}

/// What somebody is looking for, as it stands on the screen.
#[derive(Clone, Copy)]
pub struct Looking {
    pub typed: RwSignal<String>,
    /// All but the words.
    pub wish: RwSignal<Wish>,
    pub near: RwSignal<Near>,
    /// How many results are drawn.
    pub shown: RwSignal<usize>,
}

/// As many results as fit on two screens; more are drawn when asked for, so that a keystroke stays quick.
pub const FIRST: usize = 20;

impl Looking {
    fn new() -> Self {
        Self {
            typed: RwSignal::new(String::new()),
            wish: RwSignal::new(Wish::default()),
            near: RwSignal::new(Near::Anywhere),
            shown: RwSignal::new(FIRST),
        }
    }

    /// All of it together.
    pub fn whole(self) -> Wish {
        Wish { words: Wish::words(&self.typed.get()), near: self.near.get().asked(), ..self.wish.get() }
    }

    /// Something else is looked for: the results begin from the first again.
    pub fn change(self, change: impl FnOnce(&mut Wish)) {
        self.shown.set(FIRST);
        self.wish.update(change);
    }

    /// Nothing but the words is looked for.
    pub fn clear(self) {
        self.near.set(Near::Anywhere);
        self.change(|wish| *wish = Wish::default());
    }
}

#[component]
pub fn Meetings(app: App) -> impl IntoView {
    let read: Read = follow_with(
        app,
        move || app.woken.track(),
        move |journal| async move { Rc::new(Lists::read(app, &journal).await) },
    );
    renewing::renew_what_is_old(app);
    let stage = Memo::new(move |_| {
        read.with(|lists| match lists {
            None => Stage::Opening,
            Some(lists) if lists.all.is_empty() => Stage::NoList,
            Some(_) => Stage::Lists,
        })
    });
    let looking = Looking::new();
    move || match stage.get() {
        Stage::Opening => view! { <p class="quiet" role="status">{app.text().meetings().reading}</p> }.into_any(),
        Stage::NoList => view! { <NoList app=app /> }.into_any(),
        Stage::Lists => view! { <Finder app=app read=read looking=looking /> }.into_any(),
    }
}

#[component]
fn NoList(app: App) -> impl IntoView {
    view! {
        <EmptyState text=app.text().meetings().no_list.to_owned() icon=Icon::Place>
            <ButtonLink href=Page::AddList.path()>{app.text().titles().add_list}</ButtonLink>
        </EmptyState>
    }
}

#[component]
fn Finder(app: App, read: Read, looking: Looking) -> impl IntoView {
    let words = app.text().meetings();
    let typed = move |text: String| {
        looking.shown.set(FIRST);
        looking.typed.set(text);
    };
    view! {
        <TextField
            id="meeting-search"
            label=words.search.to_owned()
            kind=FieldKind::Search
            value=looking.typed
            on_input=typed
        />
        <Filters app=app read=read looking=looking />
        <Results app=app read=read looking=looking />
        {live(move || read.with(|lists| lists.as_ref().map(|lists| ages(app, lists))))}
        <p class="quiet">{words.may_change}</p>
        <ButtonLink href=Page::MeetingLists.path() kind=ButtonKind::Quiet icon=Icon::Checklist>
            {app.text().titles().meeting_lists}
        </ButtonLink>
    }
}

/// How old each list is, and what is wrong with it.
fn ages(app: App, lists: &Lists) -> AnyView {
    let words = app.text().meetings();
    let line = |one: &opened::Opened| {
        let told = match &one.listing {
            Some(_) => format!("{} · {}", one.list.name().as_str(), opened::age(app, &one.list)),
            None => (words.cannot_read)(one.list.name().as_str()),
        };
        view! { <li dir="auto">{told}</li> }
    };
    let fewer = derived(move || renewing::fewer(app).map(|name| (words.fewer)(&name)));
    view! {
        <ul class="plain-list quiet small" role="list">
            {lists.all.iter().map(line).collect_view()}
        </ul>
        <p role="status">{fewer}</p>
    }
    .into_any()
}
