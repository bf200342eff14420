//! The session that an address names, followed for as long as its page is shown.

use domain::week::Occasion;
use domain::{PhoneNumber, VisitKey};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Memo, derived};

use super::Here;
use crate::browser::clock;
use crate::pages::found::NotRead;
use crate::routes::{Page, SessionKey};
use crate::state::{App, OpenJournal, follow};

#[derive(Clone, PartialEq)]
enum Found {
    Session(Box<(Occasion, Option<PhoneNumber>)>),
    /// Deleted, or not on that date any more.
    Gone,
    /// The home did not answer.
    NotRead,
}

/// What is shown; it changes far less often than the session does.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    Session,
    Gone,
    NotRead,
}

async fn find(app: App, journal: &OpenJournal, key: SessionKey) -> Found {
    let (now, timetable) = (clock::now(), journal.timetable());
    let name = match key {
        SessionKey::Own { series, date } => Some(VisitKey::Own { series, date }),
        SessionKey::Imported { mark, about_utc_ms } => timetable.imported_key(mark, about_utc_ms),
    };
    let Some(name) = name else { return Found::Gone };
    match journal.occasion(&app.zones(), now.zone(), &name).await {
        Ok(Some(occasion)) => {
            let clinic = timetable.clinic_phone(&occasion.occurrence).cloned();
            Found::Session(Box::new((occasion, clinic)))
        }
        Ok(None) => Found::Gone,
        Err(_) => Found::NotRead,
    }
}

/// Draws the session once it is read, and a calm sentence when it is not there any more. What `draw` makes stays while it changes.
pub fn with_session<V>(app: App, key: SessionKey, draw: impl Fn(Here) -> V + Send + Sync + 'static) -> impl IntoView
where
    V: IntoView + 'static,
{
    let read = follow(app, move |journal| async move { find(app, &journal, key).await });
    let shown = Memo::new(move |_| {
        read.with(|found| match found {
            None => Shown::Nothing,
            Some(Found::Session(_)) => Shown::Session,
            Some(Found::Gone) => Shown::Gone,
            Some(Found::NotRead) => Shown::NotRead,
        })
    });
    let session = move |found: Option<&Found>| match found {
        Some(Found::Session(session)) => Some((**session).clone()),
        Some(Found::Gone | Found::NotRead) | None => None,
    };
    move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::Session => match read.with_untracked(|found| session(found.as_ref())) {
            None => ().into_any(),
            Some(first) => {
                // Between its going and this being taken off the screen, the last one is shown.
                let latest = Memo::new(move |before: Option<&(Occasion, Option<PhoneNumber>)>| {
                    read.with(|found| session(found.as_ref()))
                        .or_else(|| before.cloned())
                        .unwrap_or_else(|| first.clone())
                });
                let occasion = derived(move || latest.with(|(occasion, _)| occasion.clone()));
                let clinic = derived(move || latest.with(|(_, clinic)| clinic.clone()));
                draw(Here { app, key, occasion, clinic }).into_any()
            }
        },
        Shown::Gone => view! { <Gone app=app /> }.into_any(),
        Shown::NotRead => view! { <NotRead app=app /> }.into_any(),
    }
}

#[component]
fn Gone(app: App) -> impl IntoView {
    view! {
        <p class="lead">{app.text().week().gone}</p>
        <ButtonLink href=Page::Week.path() wide=true>
            {app.text().week().to_week}
        </ButtonLink>
        <ButtonLink href=Page::Deleted.path() kind=ButtonKind::Plain wide=true>
            {app.text().titles().deleted}
        </ButtonLink>
    }
}
