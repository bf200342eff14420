//! Setting a program up from one of five shapes.

use domain::Template;
use leptos::prelude::*;

use crate::state::App;

/// The shapes to choose from.
#[component]
pub fn SetUp(app: App) -> impl IntoView {
    let _ = app;
}

/// One shape, to be adjusted and saved.
#[component]
pub fn SetUpAs(app: App, template: Template) -> impl IntoView {
    let _ = (app, template);
}
