//! Setting a program up from one of five shapes: choose one, adjust it, save it.

mod adjust;
mod preview;

pub use adjust::SetUpAs;
pub use preview::{days_and_time, line};

use domain::Template;
use leptos::prelude::*;
use ui::ChoiceRow;

use crate::routes::Page;
use crate::state::App;

/// The shapes to choose from.
#[component]
pub fn SetUp(app: App) -> impl IntoView {
    let text = app.text().program();
    let row = move |template: &Template| {
        view! {
            <ChoiceRow
                href=Page::SetUpAs(*template).path()
                title=(text.shape)(*template).to_owned()
                line=Some((text.shape_line)(*template).to_owned())
            />
        }
    };
    view! {
        <p>{text.choose}</p>
        <div class="flow flow--tight">{Template::ALL.iter().map(row).collect_view()}</div>
    }
}
