//! Room for a thought.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::field::{FieldFrame, Limit, Texts};

/// A labelled text area whose hint and error are announced with it. Enter is a new line.
#[component]
pub fn TextArea(
    /// Stable id; the ids of hint, error and count derive from it.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    /// What is wrong with the current value, and what to do about it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(default = None, into)] limit: Option<Limit>,
    /// Lines shown while it is empty.
    #[prop(default = 3)]
    rows: u32,
    /// Every change, as it is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// The person left the field. Also runs when nothing was changed.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
) -> impl IntoView {
    let texts = Texts::new(&id, value, hint, error, limit);
    let commit = move |words: String| {
        if let Some(on_commit) = on_commit {
            // A field that has the focus when its page goes is left only after that: then nobody is there to be told.
            let _ = on_commit.try_run(words);
        }
    };
    view! {
        <FieldFrame label texts>
            <textarea
                class="field__input field__area"
                id=id
                rows=rows.to_string()
                autocomplete="off"
                dir="auto"
                aria-describedby=move || texts.described_by()
                aria-invalid=move || texts.invalid()
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
                on:blur:target=move |event| commit(event.target().value())
            />
        </FieldFrame>
    }
}
