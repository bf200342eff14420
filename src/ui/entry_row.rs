//! One thing that was logged, as a row in a day.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    scale::tint,
};

/// A link to the entry: its number in its colour, when, and the words in two lines at most.
#[component]
pub fn EntryRow(
    #[prop(into)] href: Signal<String>,
    /// 0 to 10; none for an entry that has no number or cannot be read.
    #[prop(into)]
    intensity: Signal<Option<u8>>,
    /// What the number means, for a screen reader: "Craving 7 of 10".
    #[prop(into)]
    label: Signal<String>,
    /// "3:40 pm", or the sentence of an entry that cannot be read.
    #[prop(into)]
    time: Signal<String>,
    /// Triggers, place, people, note, in one line; may be empty.
    #[prop(into)]
    words: Signal<String>,
    /// It was saved just now, and settles into its place.
    #[prop(optional)]
    fresh: bool,
) -> impl IntoView {
    let badge_class = move || match intensity.get() {
        Some(step) => format!("entry-row__intensity {}", tint(step)),
        None => "entry-row__intensity entry-row__intensity--none".to_owned(),
    };
    let badge = move || match intensity.get() {
        Some(step) => step.to_string().into_any(),
        None => view! { <Glyph icon=Icon::Note /> }.into_any(),
    };
    view! {
        <a href=href class="entry-row" class:entry-row--new=fresh>
            <span class=badge_class aria-hidden="true">
                {badge}
            </span>
            <span class="entry-row__words">
                <span class="visually-hidden">{label} " "</span>
                <span class="entry-row__time">{time}</span>
                <span class="entry-row__text" dir="auto">
                    {words}
                </span>
            </span>
            <Glyph icon=Icon::Chevron class="entry-row__chevron" />
        </a>
    }
}
