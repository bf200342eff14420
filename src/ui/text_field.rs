//! One line to write on.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::field::{FieldFrame, Limit, Texts};

/// What is written, so that the phone shows the right keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// A person's own words.
    #[default]
    Words,
    /// Words to look for.
    Search,
    /// What nobody else is to see: dots instead of letters.
    Secret,
    /// A number to call.
    Phone,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A time of day, `HH:MM`.
    Time,
    /// A day and a time, `YYYY-MM-DDTHH:MM`.
    Moment,
}

impl FieldKind {
    fn input_type(self) -> &'static str {
        match self {
            Self::Words => "text",
            Self::Search => "search",
            Self::Secret => "password",
            Self::Phone => "tel",
            Self::Date => "date",
            Self::Time => "time",
            Self::Moment => "datetime-local",
        }
    }

    fn enter_key(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Words | Self::Secret | Self::Phone | Self::Date | Self::Time | Self::Moment => "done",
        }
    }
}

/// A labelled text input whose hint and error are announced with it. The browser neither fills it in nor remembers it.
#[component]
pub fn TextField(
    /// Stable id; the ids of hint, error and count derive from it.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(optional)] kind: FieldKind,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    /// What is wrong with the current value, and what to do about it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(default = None, into)] limit: Option<Limit>,
    /// The earliest that may be chosen, for dates and times, in the form of its kind.
    #[prop(optional, into)]
    min: Signal<Option<String>>,
    /// The latest that may be chosen.
    #[prop(optional, into)]
    max: Signal<Option<String>>,
    /// Every change, as it is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// The person is done with it: Enter, or leaving the field. Also runs when nothing was changed.
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
            <input
                class="field__input"
                id=id
                type=kind.input_type()
                enterkeyhint=kind.enter_key()
                autocomplete="off"
                dir="auto"
                min=min
                max=max
                aria-describedby=move || texts.described_by()
                aria-invalid=move || texts.invalid()
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
                on:blur:target=move |event| commit(event.target().value())
                on:keydown:target=move |event| {
                    // Enter that only ends a composed character is not meant for us.
                    if event.key() == "Enter" && !event.is_composing() {
                        commit(event.target().value());
                    }
                }
            />
        </FieldFrame>
    }
}
