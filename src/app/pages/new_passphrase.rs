//! A passphrase that is made here: how short it may be, and six words for who would rather not think one up.

use engine::make_passphrase;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Callback, RwSignal, live};

use crate::browser::handrail;
use crate::state::App;

/// Fewer letters are too easily guessed, whatever they are.
const SHORTEST: usize = 12;

/// Whether it is too easily guessed.
pub fn is_too_short(typed: &str) -> bool {
    typed.chars().filter(|letter| !letter.is_whitespace()).count() < SHORTEST
}

/// Puts six words into the field, and shows them as a whole: the field shows its beginning only, and this is to be written down.
#[component]
pub fn SixWords(
    app: App,
    passphrase: RwSignal<String>,
    /// They are in the field.
    #[prop(into)]
    on_offered: Callback<String>,
) -> impl IntoView {
    let offer = move |()| {
        let language = app.language.get_untracked();
        spawn_local(async move {
            let list = handrail::words(language.code()).await.unwrap_or_default();
            if let Ok(six) = make_passphrase(&list) {
                let _ = passphrase.try_set(six.as_str().to_owned());
                let _ = on_offered.try_run(six.as_str().to_owned());
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet on_press=offer>
            {app.text().backup().offer}
        </Button>
        {live(move || {
            let typed = passphrase.get();
            typed.trim().contains(' ').then(|| view! { <p class="reason own-text">{typed}</p> })
        })}
    }
}
