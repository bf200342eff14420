//! One of many, folded into one line: the browser's own list, which every phone opens in its own way.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::field::{FieldFrame, Texts};
use crate::list::For;
use crate::radio_group::Choice;

/// A labelled native select.
#[component]
pub fn Select(
    /// Stable id; the ids of hint and error derive from it.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    /// The value that is in force; one of the choices.
    #[prop(into)]
    value: Signal<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    let texts = Texts::new(&id, value, hint, error, None);
    let option = move |choice: Choice| {
        let own = choice.value.clone();
        let is_chosen = move || *value.read() == own;
        view! {
            <option value=choice.value prop:selected=is_chosen>
                {choice.label}
            </option>
        }
    };
    view! {
        <FieldFrame label texts>
            <select
                class="field__input field__select"
                id=id
                autocomplete="off"
                aria-describedby=move || texts.described_by()
                aria-invalid=move || texts.invalid()
                on:change:target=move |event| on_choose.run(event.target().value())
            >
                <For each=move || choices.get() key=|choice| choice.clone() let:choice>
                    {option(choice)}
                </For>
            </select>
        </FieldFrame>
    }
}
