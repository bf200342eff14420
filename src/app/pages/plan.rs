//! Planning a session of one's own, and changing one.

pub mod fields;

use domain::SeriesId;
use leptos::prelude::*;

use crate::state::App;

/// A new session.
#[component]
pub fn AddSession(app: App) -> impl IntoView {
    let _ = app;
}

/// A session with all its dates.
#[component]
pub fn EditSession(app: App, id: SeriesId) -> impl IntoView {
    let _ = (app, id);
}
