//! Everything that can be told about one entry. All of it is optional, and each tap is saved.

mod around;
pub(super) mod chips;
pub(super) mod later;
mod note;
pub(super) mod own;
mod triggers;
pub(super) mod when;

use domain::{Craving, Recent};
use engine::EntryKey;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{ButtonLink, RwSignal, derived};

use super::found::{Here, with_craving};
use super::rate_again::RateAgain;
use crate::browser::{clock, dates};
use crate::routes::Page;
use crate::state::App;
use around::Around;
use note::NoteField;
use triggers::Triggers;
use when::{HowStrong, When};

/// What was going on.
#[component]
pub fn Details(app: App, key: EntryKey) -> impl IntoView {
    // Read once: what moves up while somebody taps is what they miss.
    let recent = RwSignal::new(None::<Recent>);
    let journal = app.journal();
    spawn_local(async move {
        // Without it there is only no "Lately".
        let _ = recent.try_set(Some(journal.recent().await.unwrap_or_default()));
    });
    with_craving(app, key, move |here| {
        move || recent.get().map(|recent| view! { <Everything here=here recent=recent /> })
    })
}

#[component]
fn Everything(here: Here, recent: Recent) -> impl IntoView {
    let Here { app, key, craving, .. } = here;
    let logged = move || {
        let (number, at) = craving.with(|craving| (craving.intensity().value(), craving.occurred_at().clone()));
        let at = dates::day_and_time(&at, clock::now().day(), app.language.get());
        format!("{} · {at}", (app.text().common().craving_of_ten)(number))
    };
    view! {
        <p class="quiet numbers">{logged}</p>
        <p>{app.text().craving().details_line}</p>
        <Triggers here=here recent=recent.clone() />
        <Around here=here recent=recent />
        <NoteField here=here />
        <When here=here />
        <HowStrong here=here />
        <RateAgain here=here />
        <ButtonLink href=derived(move || craving.with(|craving| done(key, craving)).path()) wide=true>
            {app.text().common().done}
        </ButtonLink>
    }
}

/// Where "Done" leads: an entry of today is in the list on Today, an older one has its own page.
fn done(key: EntryKey, craving: &Craving) -> Page {
    if craving.occurred_at().day() == clock::now().day() { Page::Today } else { Page::Entry(key) }
}
