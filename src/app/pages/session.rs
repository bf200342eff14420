//! One session on its date.

use leptos::prelude::*;

use crate::routes::SessionKey;
use crate::state::App;

/// One session on its date.
#[component]
pub fn Session(app: App, key: SessionKey) -> impl IntoView {
    let _ = (app, key);
}
