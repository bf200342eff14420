//! Words to tap instead of typing.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::icon::{Glyph, Icon};
use crate::list::For;

/// One word to tap.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Chip {
    /// Stable key, unique in its group; comes back in `on_toggle`.
    pub id: String,
    /// What is read.
    pub label: String,
}

/// A group of words under a heading, each on or off.
///
/// For one-of-several the caller keeps at most one id in `selected`. They are toggle buttons there too and not radios,
/// because tapping the chosen one again takes it back, which no radio does.
#[component]
pub fn ChipGroup(
    /// Stable id; the heading's id derives from it.
    #[prop(into)]
    id: String,
    #[prop(into)] heading: Signal<String>,
    #[prop(into)] chips: Signal<Vec<Chip>>,
    /// Ids of the chosen ones; others are ignored.
    #[prop(into)]
    selected: Signal<BTreeSet<String>>,
    /// The id that was tapped. Nothing looks chosen before `selected` says so.
    #[prop(into)]
    on_toggle: Callback<String>,
) -> impl IntoView {
    let heading_id = format!("{id}-heading");
    view! {
        <div id=id class="chip-group" role="group" aria-labelledby=heading_id>
            <h2 id=heading_id.clone() class="chip-group__heading">
                {heading}
            </h2>
            <div class="chip-group__chips">
                // The label is in the key for one reason: it changes with the language, and then the chip is made anew.
                <For each=move || chips.get() key=|chip| (chip.id.clone(), chip.label.clone()) let:chip>
                    <OneChip chip selected on_toggle />
                </For>
            </div>
        </div>
    }
}

#[component]
fn OneChip(chip: Chip, selected: Signal<BTreeSet<String>>, on_toggle: Callback<String>) -> impl IntoView {
    let Chip { id, label } = chip;
    let pressed = {
        let id = id.clone();
        move || if selected.read().contains(&id) { "true" } else { "false" }
    };
    view! {
        <button type="button" class="chip" aria-pressed=pressed on:click=move |_| on_toggle.run(id.clone())>
            <Glyph icon=Icon::Check class="chip__tick" />
            <span class="chip__label" dir="auto">
                {label}
            </span>
        </button>
    }
}
