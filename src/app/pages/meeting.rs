//! One meeting: when and where, every way in, what is said about it, and what can be done with it.

mod attended;
mod facts;
mod in_week;

use std::rc::Rc;

use domain::meeting::{ListId, MeetingKey};
use engine::ReadError;
use leptos::prelude::*;
use ui::{ButtonLink, Memo, live};

use crate::pages::found::NotRead;
use crate::pages::meetings::opened::{OneMeeting, one};
use crate::routes::Page;
use crate::state::{App, follow};

#[component]
pub fn Meeting(app: App, list: ListId, key: MeetingKey) -> impl IntoView {
    let read = follow(app, move |journal| async move { one(&journal, list, key).await.map(|one| one.map(Rc::new)) });
    // Drawn once for each reading of the list: what is typed about it must not be lost when something else is saved.
    let state = Memo::new(move |_| {
        read.with(|read| match read {
            None => State::Opening,
            Some(Ok(Some(here))) => State::Shown(here.list.held().batch),
            Some(Ok(None)) => State::Gone,
            Some(Err(ReadError::Store(_))) => State::NotRead,
            Some(Err(ReadError::Gone | ReadError::Unreadable)) => State::Unreadable,
        })
    });
    live(move || match state.get() {
        State::Opening => ().into_any(),
        State::Shown(_) => read.with_untracked(|read| match read {
            Some(Ok(Some(here))) => shown(app, here),
            _ => ().into_any(),
        }),
        State::Gone => view! { <Gone app=app /> }.into_any(),
        State::NotRead => view! { <NotRead app=app /> }.into_any(),
        State::Unreadable => view! { <Unreadable app=app list=list /> }.into_any(),
    })
}

/// What is on the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Opening,
    /// By the reading of its list.
    Shown([u8; 8]),
    Gone,
    NotRead,
    Unreadable,
}

fn shown(app: App, here: &Rc<OneMeeting>) -> AnyView {
    let words = app.text().meetings();
    view! {
        {facts::head(app, here)} {facts::ways_in(app, here)}
        <in_week::InWeek app=app here=Rc::clone(here) />
        <attended::Attended app=app here=Rc::clone(here) />
        {facts::about(app, here)}
        <p class="quiet small" dir="auto">
            {(words.from_list)(here.list.name().as_str())}
            " · "
            {crate::pages::meetings::opened::age(app, &here.list)}
        </p>
        <p class="quiet small">{words.may_change}</p>
    }
    .into_any()
}

#[component]
fn Gone(app: App) -> impl IntoView {
    view! {
        <p class="lead">{app.text().meetings().gone}</p>
        <ButtonLink href=Page::Meetings.path() wide=true>
            {app.text().titles().meetings}
        </ButtonLink>
    }
}

#[component]
fn Unreadable(app: App, list: ListId) -> impl IntoView {
    let journal = app.journal();
    let name = journal.lists().into_iter().find(|(id, _)| *id == list).map(|(_, list)| list.name().as_str().to_owned());
    view! {
        <p class="lead">{(app.text().meetings().cannot_read)(&name.unwrap_or_default())}</p>
        <ButtonLink href=Page::MeetingList(list).path() wide=true>
            {app.text().titles().meeting_lists}
        </ButtonLink>
    }
}
