//! The week: seven days and what is on them.

use leptos::prelude::*;

use crate::state::App;

/// The week.
#[component]
pub fn Week(app: App) -> impl IntoView {
    let _ = app;
}
