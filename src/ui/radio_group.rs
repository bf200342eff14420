//! One of a few, for settings.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::list::For;

/// One of the few.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    /// Stable value, unique in its group; comes back in `on_choose`.
    pub value: String,
    /// What is read. A language is named in itself.
    pub label: String,
}

/// Native radios in a fieldset.
#[component]
pub fn RadioGroup(
    /// Name of the group; must be its own on the page.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: Signal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    /// The value that is in force.
    #[prop(into)]
    value: Signal<String>,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    let name = StoredValue::new(name);
    view! {
        <fieldset class="radio-group">
            <legend class="radio-group__legend">{legend}</legend>
            <For each=move || choices.get() key=|choice| choice.value.clone() let:choice>
                <OneChoice first=choice choices name=name value on_choose />
            </For>
        </fieldset>
    }
}

/// Finds its words anew when they change, because choosing a language must not take the focus from what was just chosen.
#[component]
fn OneChoice(
    first: Choice,
    choices: Signal<Vec<Choice>>,
    name: StoredValue<String>,
    value: Signal<String>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let Choice { value: own, label } = first;
    let words = {
        let own = own.clone();
        move || {
            let found = choices.with(|choices| choices.iter().find(|choice| choice.value == own).cloned());
            found.map_or_else(|| label.clone(), |choice| choice.label)
        }
    };
    let checked = {
        let own = own.clone();
        move || *value.read() == own
    };
    view! {
        <label class="radio-group__choice">
            <input
                type="radio"
                class="radio-group__radio"
                name=name.get_value()
                value=own.clone()
                prop:checked=checked
                on:change=move |_| on_choose.run(own.clone())
            />
            <span class="radio-group__label">{words}</span>
        </label>
    }
}
