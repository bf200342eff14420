//! The craving that an address names, followed for as long as its screen is shown.

use domain::Craving;
use engine::{EntryKey, ReadError, RecordId, What};
use leptos::prelude::*;
use ui::{Button, ButtonKind, ButtonLink, Memo, Signal};

use crate::routes::Page;
use crate::state::{App, OpenJournal, follow};

/// A craving on the screen.
#[derive(Clone, Copy)]
pub struct Here {
    pub app: App,
    pub key: EntryKey,
    pub id: RecordId,
    /// As it is saved now.
    pub craving: Signal<Craving>,
}

#[derive(Clone, PartialEq)]
enum Found {
    Craving(RecordId, Box<Craving>),
    /// Deleted, taken back, or never there.
    Gone,
    /// Damaged, or from a newer version.
    CannotBeRead,
    /// The home did not answer.
    NotRead,
}

/// What is shown; it changes far less often than the craving does.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    Craving(RecordId),
    Gone,
    CannotBeRead,
    NotRead,
}

async fn find(journal: &OpenJournal, key: EntryKey) -> Found {
    let entry = match journal.locate(key).await {
        Ok(id) => journal.entry(id).await,
        Err(error) => Err(error),
    };
    match entry.map(|entry| (entry.id, entry.what)) {
        Ok((id, What::Craving(craving))) => Found::Craving(id, Box::new(craving)),
        Ok((_, What::Newer | What::Unreadable { .. })) | Err(ReadError::Unreadable) => Found::CannotBeRead,
        Err(ReadError::Gone) => Found::Gone,
        Err(ReadError::Store(_)) => Found::NotRead,
    }
}

/// Draws the craving at `key` once it is read, and a calm sentence instead when it is not there any more. What `draw` makes stays
/// while the craving changes.
pub fn with_craving<V>(app: App, key: EntryKey, draw: impl Fn(Here) -> V + Send + Sync + 'static) -> impl IntoView
where
    V: IntoView + 'static,
{
    let read = follow(app, move |journal| async move { find(&journal, key).await });
    let shown = Memo::new(move |_| {
        read.with(|found| match found {
            None => Shown::Nothing,
            Some(Found::Craving(id, _)) => Shown::Craving(*id),
            Some(Found::Gone) => Shown::Gone,
            Some(Found::CannotBeRead) => Shown::CannotBeRead,
            Some(Found::NotRead) => Shown::NotRead,
        })
    });
    let craving = move |found: Option<&Found>| match found {
        Some(Found::Craving(_, craving)) => Some((**craving).clone()),
        Some(Found::Gone | Found::CannotBeRead | Found::NotRead) | None => None,
    };
    move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::Craving(id) => match read.with_untracked(|found| craving(found.as_ref())) {
            None => ().into_any(),
            Some(first) => {
                // Between the craving being taken back and this being taken off the screen, the last one is shown.
                let latest = Memo::new(move |before: Option<&Craving>| {
                    read.with(|found| craving(found.as_ref()))
                        .or_else(|| before.cloned())
                        .unwrap_or_else(|| first.clone())
                });
                draw(Here { app, key, id, craving: latest.into() }).into_any()
            }
        },
        Shown::Gone => view! { <Gone app=app /> }.into_any(),
        Shown::CannotBeRead => view! { <CannotBeRead app=app /> }.into_any(),
        Shown::NotRead => view! { <NotRead app=app /> }.into_any(),
    }
}

#[component]
fn Gone(app: App) -> impl IntoView {
    view! {
        <p class="lead">{app.text().craving().gone}</p>
        <ButtonLink href=Page::Today.path() wide=true>
            {app.text().common().to_today}
        </ButtonLink>
        <ButtonLink href=Page::Deleted.path() kind=ButtonKind::Plain wide=true>
            {app.text().titles().deleted}
        </ButtonLink>
    }
}

#[component]
fn CannotBeRead(app: App) -> impl IntoView {
    view! {
        <p class="lead">{app.text().craving().cannot_be_read}</p>
        <ButtonLink href=Page::Today.path() wide=true>
            {app.text().common().to_today}
        </ButtonLink>
    }
}

/// The home did not answer; what is stored is as it was.
#[component]
pub fn NotRead(app: App) -> impl IntoView {
    let again = move |()| app.revision.update(|revision| *revision = revision.wrapping_add(1));
    view! {
        <p class="lead" role="status">
            {app.text().problems().not_read}
        </p>
        <Button kind=ButtonKind::Quiet on_press=again>
            {app.text().common().try_again}
        </Button>
    }
}

/// The title of a full-screen flow, which has no bar above it.
#[component]
pub fn FlowTitle(#[prop(into)] words: Signal<String>) -> impl IntoView {
    view! {
        <h1 class="greeting" id="page-title" tabindex="-1">
            {words}
        </h1>
    }
}
