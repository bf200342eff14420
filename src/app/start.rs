//! From the first instruction to the first screen.

use std::cell::Cell;
use std::rc::Rc;

use domain::Settings;
use engine::lock::{Kept, kept};
use engine::{Contact, Journal, OpenError, contacts_when_locked};
use leptos::prelude::*;
use storage::indexed_db::IndexedDb;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

use crate::browser::channel::{Said, Tabs};
use crate::browser::clock::Device;
use crate::browser::handrail::Tap;
use crate::browser::{clock, cover, handrail, look, packs, panic, time};
use crate::frame::Frame;
use crate::pages::locked::Asked;
use crate::pages::not_opened::NotOpened;
use crate::parts;
use crate::routes::Page;
use crate::state::{App, OpenJournal};

/// The name of the database. It is in the browser's developer tools, so it says no more than the home screen does.
const DATABASE: &str = "handrail";

/// Called by the boot module once the program is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    panic::watch();
    // Leptos' own spawn has no executor before the first mount.
    spawn_local(async {
        match open().await {
            Ok((journal, settings)) => show(journal, settings, Waited::default()),
            Err(OpenError::Locked) => ask().await,
            Err(error) => show_why_not(error, contacts().await),
        }
    });
}

async fn open() -> Result<(OpenJournal, Settings), OpenError> {
    let home = IndexedDb::open(DATABASE).await?;
    let journal = Journal::open(home, Device).await?;
    let settings = journal.settings().await?;
    Ok((journal, settings))
}

/// The lock screen, once its part is here; until then the shell stays, and takes taps.
async fn ask() {
    match asked().await {
        Ok(Some(asked)) => parts::ask_to_open(Box::new(asked)).await,
        // Another tab has just taken the lock away.
        Ok(None) => cover::load_anew(),
        Err(error) => show_why_not(error, contacts().await),
    }
}

async fn asked() -> Result<Option<Asked>, OpenError> {
    let home = IndexedDb::open(DATABASE).await?;
    let (Kept::Locked(lock) | Kept::Screen(lock)) = kept(&home).await? else { return Ok(None) };
    let lock = lock.uncovered(&home).await?;
    let contacts = contacts_when_locked(&home).await.unwrap_or_default();
    Ok(Some(Asked { home, lock, contacts }))
}

/// Whom Help now may show without the journal; nobody where even the database does not open.
async fn contacts() -> Vec<Contact> {
    match IndexedDb::open(DATABASE).await {
        Ok(home) => contacts_when_locked(&home).await.unwrap_or_default(),
        Err(_) => Vec::new(),
    }
}

/// What came together while nothing was open.
#[derive(Default)]
pub struct Waited {
    /// Numbers tapped before the lock screen was there.
    pub taps: Vec<Tap>,
    /// What is to be said, now that it is open.
    pub sentence: Option<&'static str>,
}

/// Shows the app.
pub fn show(journal: OpenJournal, settings: Settings, waited: Waited) {
    let language = look::language(settings.language());
    look::remember(settings.appearance(), settings.language());
    let made = Rc::new(Cell::new(None));
    let hand_out = Rc::clone(&made);
    // The root owner is never dropped: what lives here lives as long as the page.
    mount_to_body(move || {
        let app = App::new(Rc::new(journal), settings, language);
        provide_context(app);
        app.join(Tabs::listen(move |said| follow_other_tab(app, said)));
        hand_out.set(Some(app));
        view! { <Frame app=app /> }
    });
    if let Some(app) = made.get() {
        take_over(app, waited);
        app.tidy_up();
    }
}

/// The shell makes room in the same task in which the app was mounted; what was tapped on it is saved, each at its own time.
fn take_over(app: App, waited: Waited) {
    let taps = waited.taps.into_iter().chain(handrail::take_taps());
    request_animation_frame(|| time::mark("handrail:open"));
    spawn_local(async move {
        let mut last = None;
        for tap in taps {
            let said = clock::at(tap.at_utc_ms as f64);
            // A failure is on the screen as "not saved yet", with the number and a way to try again.
            last = app.log_craving(tap.intensity, Some(said)).await.ok();
        }
        if let Some(key) = last {
            app.go_to.set(Some(Page::WhatNow(key)));
        }
        if let Some(sentence) = waited.sentence {
            app.tell(sentence.to_owned(), None);
        }
        // Only now: what was tapped, and the first frame, come before what may be wanted next.
        request_animation_frame(move || app.parts.fetch_all(app));
    });
}

/// Another tab saved something, set a lock, or was locked.
fn follow_other_tab(app: App, said: Said) {
    spawn_local(async move {
        match app.journal().refresh().await {
            Ok(()) if said == Said::Changed => app.revision.update(|revision| *revision = revision.wrapping_add(1)),
            Ok(()) | Err(OpenError::Locked) => app.lock_now(false).await,
            // This tab shows the older state until it is used.
            Err(_) => {}
        }
    });
}

fn show_why_not(error: OpenError, contacts: Vec<Contact>) {
    let language = look::language(None);
    // Taken over in the same task, so that there is never an empty screen.
    let tapped = handrail::take_taps().last().map(|tap| tap.intensity);
    let has_pack = packs::take_from_link().is_some();
    mount_to_body(
        move || view! { <NotOpened error=error language=language tapped=tapped contacts=contacts has_pack=has_pack /> },
    );
}
