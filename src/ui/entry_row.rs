//! One thing that was logged, as a row in a day.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    scale::tint,
};

/// A link to the entry: its number in its colour, when, and the words in two lines at most. Drawn once: a list of hundreds has no
/// room for values that listen, and a changed row is a new one.
#[component]
pub fn EntryRow(
    #[prop(into)] href: String,
    /// 0 to 10; none for an entry that has no number or cannot be read.
    #[prop(into)]
    intensity: Option<u8>,
    /// What stands in place of a number.
    #[prop(default = Icon::Note)]
    icon: Icon,
    /// What the number means, for a screen reader: "Craving 7 of 10".
    #[prop(into)]
    label: String,
    /// "3:40 pm", or the sentence of an entry that cannot be read.
    #[prop(into)]
    time: String,
    /// Triggers, place, people, note, in one line; may be empty.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let badge_class = match intensity {
        Some(step) => format!("entry-row__intensity {}", tint(step)),
        None => "entry-row__intensity entry-row__intensity--none".to_owned(),
    };
    let badge = match intensity {
        Some(step) => step.to_string().into_any(),
        None => view! { <Glyph icon=icon /> }.into_any(),
    };
    view! {
        <a href=href class="entry-row entry-row--leads">
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
        </a>
    }
}
