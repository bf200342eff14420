//! One idea on one surface.

use leptos::prelude::*;

use crate::derived::Signal;
use crate::live::show_let;

/// What a surface is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Everything that is not a crisis.
    #[default]
    Plain,
    /// Crisis lines and overdose steps: amber, and only there.
    Help,
}

/// A card. With a heading it is a region of the page under that name.
#[component]
pub fn Card(
    /// Stable id; the heading's id is `{id}-heading`.
    #[prop(into)]
    id: String,
    #[prop(optional, into)] heading: Signal<Option<String>>,
    #[prop(optional)] tone: Tone,
    children: Children,
) -> impl IntoView {
    let class = match tone {
        Tone::Plain => "card",
        Tone::Help => "card card--help",
    };
    let heading_id = format!("{id}-heading");
    let labelled_by = {
        let heading_id = heading_id.clone();
        move || heading.read().is_some().then(|| heading_id.clone())
    };
    view! {
        <section id=id class=class aria-labelledby=labelled_by>
            {show_let(heading, move |words| view! {
                <h2 class="card__heading" id=heading_id.clone()>
                    {words}
                </h2>
            })}
            {children()}
        </section>
    }
}
