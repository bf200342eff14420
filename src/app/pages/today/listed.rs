//! What was logged today: the latest rows and the way to all of them.

use domain::Settings;
use engine::{Entry, What};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Memo, derived};

use super::open::Latest;
use crate::pages::found::NotRead;
use crate::pages::log::rows::{Rows, days_of, moment_of};
use crate::routes::Page;
use crate::state::App;

/// How many rows are shown; the rest is one tap away.
const ROWS: usize = 3;

#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    NotRead,
    /// Nothing was ever logged.
    Empty,
    /// Something was, and whether any of it is of today.
    Entries {
        any_today: bool,
    },
}

/// Today's entries, newest first.
#[component]
pub fn Listed(app: App, latest: Latest, today: Memo<chrono::NaiveDate>) -> impl IntoView {
    let of_today = Memo::new(move |_| {
        let today = today.get();
        latest.with(|latest| {
            let entries = latest.iter().flatten().flat_map(|page| &page.entries);
            // The check-in has a line of its own above.
            let is_shown = |entry: &&Entry| !matches!(entry.what, What::CheckIn(_)) && moment_of(entry).day() == today;
            entries.filter(is_shown).take(ROWS).cloned().collect::<Vec<Entry>>()
        })
    });
    let shown = Memo::new(move |_| {
        latest.with(|latest| match latest {
            None => Shown::Nothing,
            Some(Err(_)) => Shown::NotRead,
            // On a first visit the card below says what to do.
            Some(Ok(page)) if page.entries.is_empty() && !app.settings.with(Settings::welcomed) => Shown::Nothing,
            Some(Ok(page)) if page.entries.is_empty() => Shown::Empty,
            Some(Ok(_)) => Shown::Entries { any_today: of_today.with(|entries| !entries.is_empty()) },
        })
    });
    let days = derived(move || of_today.with(|entries| days_of(app, entries.iter())));
    move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::NotRead => view! { <NotRead app=app /> }.into_any(),
        Shown::Empty => view! {
            <p class="quiet">{app.text().today().nothing_yet}</p>
            <ToldLapse app=app />
        }
        .into_any(),
        Shown::Entries { any_today: true } => view! {
            <Rows days=days />
            <AllEntries app=app />
        }
        .into_any(),
        Shown::Entries { any_today: false } => view! {
            <p class="quiet">{app.text().today().nothing_today}</p>
            <AllEntries app=app />
        }
        .into_any(),
    }
}

#[component]
fn AllEntries(app: App) -> impl IntoView {
    view! {
        <ButtonLink href=Page::Log.path() kind=ButtonKind::Plain wide=true>
            {app.text().today().all_entries}
        </ButtonLink>
        <ToldLapse app=app />
    }
}

/// Saying that something was used: quiet, and always in the same place.
#[component]
fn ToldLapse(app: App) -> impl IntoView {
    view! {
        <ButtonLink href=Page::Lapse.path() kind=ButtonKind::Plain wide=true>
            {app.text().titles().lapse}
        </ButtonLink>
    }
}
