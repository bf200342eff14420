//! What comes next, in two lines that fill a place of fixed height.

use leptos::prelude::*;

use crate::derived::Signal;
use crate::icon::{Glyph, Icon};

/// What it is and when; how near and where. Stands in a `next-slot`, which has its height before this is there. What is too long is cut
/// off at the end of its line: title and place, never a time.
#[component]
pub fn NextRow(
    #[prop(into)] href: String,
    /// What a screen reader hears first: "Next".
    #[prop(into)]
    label: String,
    #[prop(into)] title: String,
    /// "6:00 – 9:00 PM".
    #[prop(into)]
    time: String,
    /// "in 2 hours".
    #[prop(into)]
    countdown: Signal<String>,
    #[prop(into)] place: Option<String>,
) -> impl IntoView {
    view! {
        <a class="next-row" href=href>
            <span class="next-row__words">
                <span class="next-row__line next-row__line--what">
                    <span class="visually-hidden">{label}": "</span>
                    <span class="next-row__title" dir="auto">
                        {title}
                    </span>
                    <span class="next-row__time">{time}</span>
                </span>
                <span class="next-row__line">
                    <span class="next-row__soon">{countdown}</span>
                    {place.map(|place| view! { <span class="next-row__place" dir="auto">{place}</span> })}
                </span>
            </span>
            <Glyph icon=Icon::Chevron class="next-row__chevron" />
        </a>
    }
}
