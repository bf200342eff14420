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
enum Found<T> {
    Told(RecordId, Box<T>),
    /// Deleted, taken back, or never there.
    Gone,
    /// Damaged, or from a newer version.
    CannotBeRead,
    /// The home did not answer.
    NotRead,
}

/// What is shown; it changes far less often than the entry does.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    Told(RecordId),
    Gone,
    CannotBeRead,
    NotRead,
}

async fn find<T>(journal: &OpenJournal, key: EntryKey, pick: fn(What) -> Option<T>) -> Found<T> {
    let entry = match journal.locate(key).await {
        Ok(id) => journal.entry(id).await,
        Err(error) => Err(error),
    };
    match entry.map(|entry| (entry.id, entry.what)) {
        Ok((_, What::Newer | What::Unreadable { .. })) | Err(ReadError::Unreadable) => Found::CannotBeRead,
        // An address of another kind of entry leads nowhere.
        Ok((id, what)) => pick(what).map_or(Found::Gone, |told| Found::Told(id, Box::new(told))),
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
    let pick = |what| match what {
        What::Craving(craving) => Some(craving),
        What::Lapse(_) | What::CheckIn(_) | What::Done(_) | What::Newer | What::Unreadable { .. } => None,
    };
    with_entry(app, key, pick, move |id, craving| draw(Here { app, key, id, craving }))
}

/// The same for any kind of entry that `pick` takes.
pub fn with_entry<T, V>(
    app: App,
    key: EntryKey,
    pick: fn(What) -> Option<T>,
    draw: impl Fn(RecordId, Signal<T>) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let read = follow(app, move |journal| async move { find(&journal, key, pick).await });
    let shown = Memo::new(move |_| {
        read.with(|found| match found {
            None => Shown::Nothing,
            Some(Found::Told(id, _)) => Shown::Told(*id),
            Some(Found::Gone) => Shown::Gone,
            Some(Found::CannotBeRead) => Shown::CannotBeRead,
            Some(Found::NotRead) => Shown::NotRead,
        })
    });
    let told = move |found: Option<&Found<T>>| match found {
        Some(Found::Told(_, told)) => Some((**told).clone()),
        Some(Found::Gone | Found::CannotBeRead | Found::NotRead) | None => None,
    };
    move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::Told(id) => match read.with_untracked(|found| told(found.as_ref())) {
            None => ().into_any(),
            Some(first) => {
                // Between the entry being taken back and this being taken off the screen, the last one is shown.
                let latest = Memo::new(move |before: Option<&T>| {
                    read.with(|found| told(found.as_ref())).or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
                });
                draw(id, latest.into()).into_any()
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
