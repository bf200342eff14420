//! On which days of the week: seven buttons, each on or off.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;
use crate::live::show_let;

/// One of the seven.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DayOfWeek {
    /// Comes back in `on_toggle`; its own in the week.
    pub number: u8,
    /// "Tue".
    pub short: String,
    /// "Tuesday", for a screen reader.
    pub long: String,
}

/// Seven toggle buttons under a heading. They wrap rather than become too small for a thumb.
#[component]
pub fn Weekdays(
    /// Stable id; the heading's id derives from it.
    #[prop(into)]
    id: String,
    #[prop(into)] heading: Signal<String>,
    /// In the order in which the language writes a week.
    days: Vec<DayOfWeek>,
    /// The numbers of those that are chosen.
    #[prop(into)]
    chosen: Signal<Vec<u8>>,
    /// Why the last tap changed nothing.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(into)] on_toggle: Callback<u8>,
) -> impl IntoView {
    let heading_id = format!("{id}-heading");
    let buttons = days.into_iter().map(|day| {
        let DayOfWeek { number, short, long } = day;
        let pressed = move || if chosen.read().contains(&number) { "true" } else { "false" };
        view! {
            <button type="button" class="weekdays__day" aria-pressed=pressed on:click=move |_| on_toggle.run(number)>
                <span aria-hidden="true">{short}</span>
                <span class="visually-hidden">{long}</span>
            </button>
        }
    });
    view! {
        <div id=id class="weekdays" role="group" aria-labelledby=heading_id.clone()>
            <span id=heading_id.clone() class="weekdays__heading">
                {heading}
            </span>
            <div class="weekdays__days">{buttons.collect_view()}</div>
            <div aria-live="polite">
                {show_let(error, move |error| view! { <p class="field__error">{error}</p> })}
            </div>
        </div>
    }
}
