//! What just happened and the way back, for a few seconds. How many is the caller's business.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::live::show_let;

use crate::icon::{Glyph, Icon};

/// A sentence with at most one action, above the tab bar. The live region stays in the page while nothing is said.
#[component]
pub fn Toast(
    /// The sentence; none hides the toast.
    #[prop(into)]
    text: Signal<Option<String>>,
    /// The word on the button: "Undo".
    #[prop(optional, into)]
    action: Signal<Option<String>>,
    #[prop(optional, into)] on_action: Option<Callback<()>>,
    /// Seconds until the caller takes it away, for a quiet line that shortens. Starts again with every new sentence.
    #[prop(optional, into)]
    seconds: Signal<Option<u32>>,
) -> impl IntoView {
    let act = move |_| {
        if let Some(on_action) = on_action {
            on_action.run(());
        }
    };
    view! {
        <div class="toast" role="status">
            // Drawn anew for every sentence, so that its line starts from the beginning.
            {show_let(text, move |sentence| view! {
                <div class="toast__box">
                    <p class="toast__text">{sentence}</p>
                    {show_let(action, move |word| view! {
                        <button type="button" class="toast__action" on:click=act>
                            <Glyph icon=Icon::Undo />
                            {word}
                        </button>
                    })}
                    {show_let(seconds, move |seconds| view! {
                        <span class="toast__time" style:--toast-time=format!("{seconds}s") />
                    })}
                </div>
            })}
        </div>
    }
}
