//! What the pages that read somebody's file have in common: why the last one was not taken, and pasting what is in it instead.

use leptos::prelude::*;
use ui::{Button, ButtonKind, Callback, Disclosure, Glyph, Icon, RwSignal, TextArea, derived};

/// What the last choice turned out to be, where it cannot be taken.
#[component]
pub fn NotTaken(why: Option<String>) -> impl IntoView {
    view! {
        <div class="announce" role="alert">
            {why
                .map(|why| {
                    view! {
                        <p class="field__error">
                            <Glyph icon=Icon::Info />
                            <span>{why}</span>
                        </p>
                    }
                })}
        </div>
    }
}

/// What is said around the field.
#[derive(Clone, Copy)]
pub struct PasteWords {
    pub summary: &'static str,
    pub label: &'static str,
    pub nothing: &'static str,
    pub read: &'static str,
    /// Below the button.
    pub hint: Option<&'static str>,
}

/// A field, folded away, for the text of a file. What is read is never empty.
#[component]
pub fn Paste(id: &'static str, words: PasteWords, #[prop(into)] on_read: Callback<Vec<u8>>) -> impl IntoView {
    let pasted = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let read = move |()| {
        let text = pasted.get_untracked();
        is_missing.set(text.trim().is_empty());
        if !text.trim().is_empty() {
            on_read.run(text.into_bytes());
        }
    };
    view! {
        <Disclosure summary=words.summary.to_owned()>
            <TextArea
                id=id
                label=words.label.to_owned()
                value=pasted
                error=derived(move || is_missing.get().then(|| words.nothing.to_owned()))
                on_input=move |text| pasted.set(text)
            />
            <Button kind=ButtonKind::Quiet wide=true on_press=read>
                {words.read}
            </Button>
            {words.hint.map(|hint| view! { <p class="quiet small">{hint}</p> })}
        </Disclosure>
    }
}
