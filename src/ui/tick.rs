//! A box to tick: for something to do, or to choose some of several.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::live::show_let;

/// A checkbox with its words. What is ticked stays where it is; something that is done is struck through.
#[component]
pub fn Tick(
    /// Stable id of the box.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    /// One quiet line below it.
    #[prop(optional, into)]
    line: Signal<Option<String>>,
    /// Ticking it chooses it: nothing is done, and nothing is struck through.
    #[prop(optional)]
    chooses: bool,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="tick" class:tick--chooses=chooses for=id>
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
