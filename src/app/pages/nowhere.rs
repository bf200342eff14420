//! An address that leads nowhere: one calm sentence and the way to Today.

use leptos::prelude::*;
use ui::{ButtonLink, EmptyState};

use crate::routes::Page;
use crate::state::App;

/// The page for every address that is none.
#[component]
pub fn Nowhere(app: App) -> impl IntoView {
    view! {
        <EmptyState text=app.text().common().no_such_page.to_owned()>
            <ButtonLink href=Page::Today.path()>{app.text().common().to_today}</ButtonLink>
        </EmptyState>
    }
}
