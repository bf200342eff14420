//! On or off, at once.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::live::show_let;

/// A checkbox that is read and drawn as a switch.
#[component]
pub fn Switch(
    /// Stable id; the hint's id derives from it.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
) -> impl IntoView {
    let label_id = format!("{id}-label");
    let hint_id = format!("{id}-hint");
    let described_by = {
        let hint_id = hint_id.clone();
        move || hint.read().is_some().then(|| hint_id.clone())
    };
    view! {
        <label class="switch" for=id>
            <span class="switch__words">
                <span id=label_id.clone()>{label}</span>
                {show_let(hint, move |hint| view! {
                    <span class="switch__hint" id=hint_id.clone()>
                        {hint}
                    </span>
                })}
            </span>
            <input
                type="checkbox"
                role="switch"
                class="switch__box"
                id=id.clone()
                aria-labelledby=label_id.clone()
                aria-describedby=described_by
                prop:checked=on
                on:change:target=move |event| on_change.run(event.target().checked())
            />
        </label>
    }
}
