//! More of the same, folded away until it is asked for.

use leptos::prelude::*;

use crate::derived::Signal;
use crate::live::show_let;

use crate::icon::{Glyph, Icon};

/// A line that opens what is below it. The browser does the opening; nothing is lost while it is closed.
#[component]
pub fn Disclosure(
    #[prop(into)] summary: Signal<String>,
    /// What is chosen inside, so that it shows while it is closed.
    #[prop(optional, into)]
    chosen: Signal<Option<String>>,
    /// Whether it begins open.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure__summary">
                <span class="disclosure__words">
                    {summary}
                    {show_let(chosen, move |words| view! {
                        <span class="disclosure__chosen" dir="auto">
                            {words}
                        </span>
                    })}
                </span>
                <Glyph icon=Icon::Chevron class="disclosure__chevron" />
            </summary>
            <div class="disclosure__inside">{children()}</div>
        </details>
    }
}
