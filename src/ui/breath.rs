//! A circle that breathes: it grows while air comes in and shrinks while it goes out.

use leptos::prelude::*;

use crate::derived::Signal;

/// The circle with its word. Where motion is unwanted it stays as it is, and the word alone changes.
#[component]
pub fn Breath(
    /// The picture in words.
    #[prop(into)]
    label: Signal<String>,
    /// "Breathe in".
    #[prop(into)]
    word: Signal<String>,
    /// Growing, or grown.
    #[prop(into)]
    is_full: Signal<bool>,
    /// How long the growing or shrinking takes, 1 to 8 seconds.
    #[prop(into)]
    seconds: Signal<u16>,
) -> impl IntoView {
    // No style in the markup: the policy of the page forbids it. There are a few lengths, and a class for each.
    let class = move || {
        let size = if is_full.get() { "breath__circle breath__circle--full" } else { "breath__circle" };
        format!("{size} breath__circle--{}", seconds.get().clamp(1, 8))
    };
    view! {
        <div class="breath">
            <svg class="breath__picture" viewBox="0 0 160 160" role="img" aria-label=label>
                <circle class=class cx="80" cy="80" r="36" />
            </svg>
            <p class="breath__word strong" aria-live="off">{word}</p>
        </div>
    }
}
