//! Before a session: three questions, answered in own words. Open in the two hours before it, folded away at any other time.

use domain::Prompt;
use leptos::prelude::*;
use ui::Disclosure;

use super::Here;
use super::words::{Field, KeptWords, WordsField};

/// The questions.
#[component]
pub fn Before(here: Here, kept: KeptWords, open: bool) -> impl IntoView {
    let app = here.app;
    let fields = move || {
        let field = move |prompt: &Prompt| view! { <WordsField kept=kept field=Field::Prompt(*prompt) /> };
        Prompt::ALL.iter().map(field).collect_view()
    };
    view! {
        <div class="card" id="prepare">
            <Disclosure summary=app.text().week().prepare open=open>
                <div class="flow">
                    <p class="quiet">{app.text().week().prepare_line}</p>
                    {fields()}
                </div>
            </Disclosure>
        </div>
    }
}
