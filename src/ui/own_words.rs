//! A word of one's own beside the words to tap.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::{
    button::{Button, ButtonKind},
    field::Limit,
    icon::Icon,
    text_field::TextField,
};

/// A text field with an Add button. The draft belongs to the caller, who empties it only when the word is saved.
#[component]
pub fn OwnWords(
    /// Stable id of the field.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    /// The word on the button: "Add".
    #[prop(into)]
    add: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(default = None, into)] limit: Option<Limit>,
    #[prop(into)] on_input: Callback<String>,
    /// The words without the spaces around them; never empty.
    #[prop(into)]
    on_add: Callback<String>,
) -> impl IntoView {
    let add_words = move |_| {
        let words = value.read_untracked().trim().to_owned();
        if !words.is_empty() {
            on_add.run(words);
        }
    };
    // A real form: Enter adds, and so does the tick on the phone's keyboard.
    view! {
        <form
            class="own-words"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                add_words(());
            }
        >
            <TextField id label value error limit=limit on_input />
            <Button kind=ButtonKind::Quiet icon=Icon::Plus on_press=add_words>
                {add}
            </Button>
        </form>
    }
}
