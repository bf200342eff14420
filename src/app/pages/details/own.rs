//! A word of one's own beside the words to tap.

use domain::{CravingEdit, Label, WordsError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Text;
use ui::{Callback, Disclosure, Limit, OwnWords, RwSignal, Signal, derived};

use crate::pages::saving::Saving;
use crate::state::App;

/// What adding words means; refused when they are too long for a chip.
pub type Adding = fn(&str, Text) -> Result<CravingEdit, WordsError>;

/// The field, folded away until it is asked for. What was typed stays in it until it is saved.
#[component]
pub fn OwnField(
    app: App,
    saving: Saving,
    #[prop(into)] id: String,
    #[prop(into)] summary: Signal<String>,
    adding: Adding,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let is_too_long = RwSignal::new(false);
    let add = move |typed: String| match adding(&typed, app.text()) {
        Ok(edit) => {
            is_too_long.set(false);
            spawn_local(async move {
                if saving.saved(edit).await {
                    let _ = words.try_set(String::new());
                }
            });
        }
        Err(WordsError::TooLong { .. }) => is_too_long.set(true),
        Err(WordsError::Empty) => {}
    };
    let limit = limit(app, Label::LIMIT);
    view! {
        <Disclosure summary=summary>
            <OwnWords
                id=id
                label=app.text().common().own_words.to_owned()
                add=app.text().common().add.to_owned()
                value=words
                error=derived(move || is_too_long.get().then(|| app.text().craving().words_too_long.to_owned()))
                limit=limit
                on_input=move |typed| words.set(typed)
                on_add=add
            />
        </Disclosure>
    }
}

/// So many characters, with the sentences about them.
pub fn limit(app: App, characters: usize) -> Limit {
    Limit {
        characters,
        left: Callback::new(move |count| (app.text().common().characters_left)(count)),
        over: Callback::new(move |count| (app.text().common().characters_over)(count)),
    }
}
