//! The backup: one sealed file with everything in it, and the way back from it.

mod bring_in;
mod make;
mod why;

use leptos::prelude::*;
use ui::{RwSignal, live};

use crate::browser::{clock, dates, look};
use crate::state::App;
use bring_in::BringIn;
use make::Make;

/// When one was last made on this phone.
pub fn last_told(app: App) -> String {
    let words = app.text().backup();
    let day = look::last_backup().map(|day| dates::day(day, clock::now().day(), app.text().language));
    day.map_or_else(|| words.never_made.to_owned(), |day| (words.last)(&day))
}

#[component]
pub fn Backup(app: App) -> impl IntoView {
    let words = app.text().backup();
    let last = RwSignal::new(look::last_backup());
    let told = move || {
        last.track();
        last_told(app)
    };
    view! {
        <p class="lead">{words.lead}</p>
        <p>{words.never}</p>
        <p class="quiet" role="status">
            {live(told)}
        </p>
        <Make app=app on_made=move |()| {
            look::remember_backup(clock::now().day());
            last.set(look::last_backup());
        } />
        <BringIn app=app />
    }
}
