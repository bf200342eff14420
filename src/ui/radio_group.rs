//! One of a few, for settings.

use leptos::prelude::*;

/// One of the few.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Stable value, unique in its group; comes back in `on_choose`.
    pub value: String,
    /// What is read. A language is named in itself.
    pub label: Signal<String>,
}

/// Native radios in a fieldset.
#[component]
pub fn RadioGroup(
    /// Name of the group; must be its own on the page.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: Signal<String>,
    choices: Vec<Choice>,
    /// The value that is in force.
    #[prop(into)]
    value: Signal<String>,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    let one = move |choice: Choice| {
        let Choice { value: own, label } = choice;
        let checked = {
            let own = own.clone();
            move || *value.read() == own
        };
        view! {
            <label class="radio-group__choice">
                <input
                    type="radio"
                    class="radio-group__radio"
                    name=name.clone()
                    value=own.clone()
                    prop:checked=checked
                    on:change=move |_| on_choose.run(own.clone())
                />
                <span class="radio-group__label">{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="radio-group">
            <legend class="radio-group__legend">{legend}</legend>
            {choices.into_iter().map(one).collect_view()}
        </fieldset>
    }
}
