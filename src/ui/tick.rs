//! One thing to do, with a box to tick.

use leptos::prelude::*;

use crate::live::show_let;

/// A checkbox with its words: what there is to do, and until when. What is ticked stays where it is.
#[component]
pub fn Tick(
    /// Stable id of the box.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    /// One quiet line below it.
    #[prop(optional, into)]
    line: Signal<Option<String>>,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="tick" for=id>
            <input
                type="checkbox"
                class="tick__box"
                id=id.clone()
                prop:checked=on
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <span class="tick__words">
                <span class="tick__label" dir="auto">
                    {label}
                </span>
                {show_let(line, move |line| view! {
                    <span class="tick__line">{line}</span>
                })}
            </span>
        </label>
    }
}
