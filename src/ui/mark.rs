//! The mark: a rail, one line that rises and levels, between two posts.

use leptos::prelude::*;

/// The mark, without words; it says nothing else.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path class="mark__posts" d="M13 27.500V43M36 15V43" />
            <path class="mark__rail" d="M5 34.500 23.500 17.500Q27 14.500 31.500 14.500H43" />
        </svg>
    }
}
