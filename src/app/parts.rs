//! Parts of the program that arrive after the first screen.
//!
//! A slow phone pays for every kilobyte before the first tap can be saved. So the craving card, the journal and Help now come first, and
//! everything else follows in parts as soon as that screen is up; the service worker keeps them like everything else. The build cuts the
//! program where `wasm_split` says (`xtask/build/split.rs`), and the boot module fetches, again and again until it works.
//!
//! All parts are two programs: `soon`, and the `rest`. Every further one would make them larger: what two programs share is a program
//! too, and each writes out again how the others' functions are called.

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Memo, RwSignal};
use wasm_split_helpers::wasm_split;

use crate::auto_lock;
use crate::badge;
use crate::browser::handrail;
use crate::pages;
use crate::pages::locked::Asked;
use crate::routes::{Page, Part};
use crate::state::App;

/// Room for the cutting. It gives each part the constants that only this part needs, which takes some bytes more for aligning them; without
/// room for those, all constants of all parts come with the first screen. Nothing uses this, so it is in none of the programs.
#[used]
static ROOM_FOR_CUTTING: [u8; 8192] = [1; 8192];

#[wasm_split(soon, preload(fetch_today))]
fn draw_today(app: App, is_above: bool) -> AnyView {
    if is_above { pages::draw_next(app) } else { pages::draw_today(app) }
}

#[wasm_split(soon, preload(fetch_craving))]
fn draw_craving(app: App, page: Page) -> AnyView {
    pages::draw_craving(app, page)
}

#[wasm_split(rest, preload(fetch_week))]
fn draw_week(app: App, page: Page) -> AnyView {
    pages::draw_week(app, page)
}

#[wasm_split(rest, preload(fetch_calendars))]
fn draw_calendars(app: App, page: Page) -> AnyView {
    pages::draw_calendars(app, page)
}

#[wasm_split(rest, preload(fetch_meetings))]
fn draw_meetings(app: App, page: Page) -> AnyView {
    pages::draw_meetings(app, page)
}

#[wasm_split(rest, preload(fetch_people))]
fn draw_people(app: App, page: Page) -> AnyView {
    pages::draw_people(app, page)
}

#[wasm_split(rest, preload(fetch_log))]
fn draw_log(app: App, page: Page) -> AnyView {
    pages::draw_log(app, page)
}

#[wasm_split(rest, preload(fetch_cope))]
fn draw_cope(app: App, page: Page) -> AnyView {
    pages::draw_cope(app, page)
}

#[wasm_split(rest, preload(fetch_me))]
fn draw_me(app: App, page: Page) -> AnyView {
    pages::draw_me(app, page)
}

/// The lock screen: what comes first for who has a lock, and never for anybody else.
#[wasm_split(soon)]
fn draw_lock(asked: Box<Asked>) {
    pages::locked::ask(*asked);
}

/// Asks for what opens the lock, once that part is here.
pub async fn ask_to_open(asked: Box<Asked>) {
    draw_lock(asked).await;
}

/// Not a page: locking by itself, for who has a lock.
#[wasm_split(rest)]
fn start_auto_lock(app: App) {
    spawn_local(auto_lock::follow(app));
}

/// Not a page, but only of concern to who has calendars: later dates of theirs.
#[wasm_split(rest)]
fn start_rolling(app: App) {
    spawn_local(app.roll_calendars());
}

/// Works out later dates of calendars, once their part is here.
pub async fn roll_calendars(app: App) {
    start_rolling(app).await;
}

/// Not a page either: the number on the icon.
#[wasm_split(rest)]
fn start_badge(app: App) {
    spawn_local(badge::show(app));
}

/// Shows on the icon how many things are due, once that part is here.
pub async fn show_badge(app: App) {
    if app.parts.has_arrived(Part::Calendars) {
        start_badge(app).await;
    }
}

/// Which parts are here.
#[derive(Clone, Copy)]
pub struct Parts {
    /// A bit for each.
    arrived: RwSignal<u64>,
    /// Whether fetching one failed, and is tried again.
    pub is_hard_to_get: RwSignal<bool>,
}

impl Parts {
    pub fn none() -> Self {
        Self { arrived: RwSignal::new(0), is_hard_to_get: RwSignal::new(false) }
    }

    /// Whether a part is here. A memo, because what is drawn must not be drawn anew, and forget what is half typed, when another
    /// part arrives.
    pub fn has(self, part: Part) -> Memo<bool> {
        Memo::new(move |_| self.is_here(part))
    }

    /// The same, asked once; follows what arrives.
    pub fn is_here(self, part: Part) -> bool {
        self.arrived.get() & bit(part) != 0
    }

    /// Whether nothing is still on its way; follows what arrives.
    pub fn are_all_here(self) -> bool {
        Part::ALL.into_iter().all(|part| self.is_here(part))
    }

    /// The same, as it is now.
    fn has_arrived(self, part: Part) -> bool {
        self.arrived.get_untracked() & bit(part) != 0
    }

    /// Fetches them all, one after the other; then the app locks itself where there is a lock.
    pub fn fetch_all(self, app: App) {
        spawn_local(async move {
            for part in Part::ALL {
                self.fetch(part).await;
            }
            start_auto_lock(app).await;
            handrail::is_whole();
        });
    }

    /// Fetches one part. Returns when it is here, however long that takes; asking twice costs nothing.
    pub async fn fetch(self, part: Part) {
        match part {
            Part::Today => fetch_today().await,
            Part::Craving => fetch_craving().await,
            Part::Week => fetch_week().await,
            Part::Calendars => fetch_calendars().await,
            Part::Meetings => fetch_meetings().await,
            Part::People => fetch_people().await,
            Part::Log => fetch_log().await,
            Part::Cope => fetch_cope().await,
            Part::Me => fetch_me().await,
        }
        self.arrived.update(|arrived| *arrived |= bit(part));
        self.is_hard_to_get.set(false);
    }
}

fn bit(part: Part) -> u64 {
    1 << part as u64
}

/// A page whose part is here; `None` when it is not.
pub fn draw(app: App, part: Part, page: Page) -> Option<AnyView> {
    // Each of these waits for its part first, so they answer at once exactly when it is here.
    match part {
        Part::Today => draw_today(app, false).now_or_never(),
        Part::Craving => draw_craving(app, page).now_or_never(),
        Part::Week => draw_week(app, page).now_or_never(),
        Part::Calendars => draw_calendars(app, page).now_or_never(),
        Part::Meetings => draw_meetings(app, page).now_or_never(),
        Part::People => draw_people(app, page).now_or_never(),
        Part::Log => draw_log(app, page).now_or_never(),
        Part::Cope => draw_cope(app, page).now_or_never(),
        Part::Me => draw_me(app, page).now_or_never(),
    }
}

/// What stands above the craving card, once Today's part is here.
pub fn draw_next(app: App) -> Option<AnyView> {
    draw_today(app, true).now_or_never()
}
