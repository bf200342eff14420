//! The program.

use domain::ProgramId;
use leptos::prelude::*;

use crate::state::App;

/// The program.
#[component]
pub fn Program(app: App, id: ProgramId) -> impl IntoView {
    let _ = (app, id);
}
