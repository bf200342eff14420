//! Zero to ten, as eleven targets a shaking thumb can hit. Not a slider: a slider has no wrong places, only wrong values.

use leptos::prelude::*;

use crate::callback::Callback;
use crate::derived::Signal;

/// The class that gives one step its colour (`--tint`) and the colour of a number on it (`--on-tint`). Above ten counts as ten.
pub fn tint(step: u8) -> &'static str {
    match step {
        0 => "tint-0",
        1 => "tint-1",
        2 => "tint-2",
        3 => "tint-3",
        4 => "tint-4",
        5 => "tint-5",
        6 => "tint-6",
        7 => "tint-7",
        8 => "tint-8",
        9 => "tint-9",
        10..=u8::MAX => "tint-10",
    }
}

/// Eleven buttons; each acts at once. The visible heading belongs to the card around it.
#[component]
pub fn Scale(
    /// Stable id; the id of the words under the ends derives from it.
    #[prop(into)]
    id: String,
    /// What is rated, for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// What 0 means: "none".
    #[prop(into)]
    low: Signal<String>,
    /// What 10 means: "strongest".
    #[prop(into)]
    high: Signal<String>,
    /// One step in words: "Craving 7 of 10".
    #[prop(into)]
    step_label: Callback<u8, String>,
    /// The step that was taken, while there is one to show.
    #[prop(optional, into)]
    chosen: Signal<Option<u8>>,
    /// Ten is the calm end: the colours run the other way.
    #[prop(optional)]
    calm_at_ten: bool,
    #[prop(into)] on_pick: Callback<u8>,
) -> impl IntoView {
    let ends_id = format!("{id}-ends");
    let step = move |step: u8| {
        view! {
            <button
                type="button"
                class=step_class(step, if calm_at_ten { 10_u8.saturating_sub(step) } else { step })
                aria-label=move || step_label.run(step)
                aria-pressed=move || (chosen.get() == Some(step)).then_some("true")
                on:click=move |_| on_pick.run(step)
            >
                {step.to_string()}
            </button>
        }
    };
    view! {
        <div id=id class="scale" role="group" aria-label=label aria-describedby=ends_id>
            <div class="scale__steps">{(0..=10).map(step).collect_view()}</div>
            <Ends id=ends_id.clone() low high />
        </div>
    }
}

/// The same as one question in a form: native radios, one stop for Tab, arrows move.
#[component]
pub fn ScaleChoice(
    /// Name of the radio group; must be its own on the page. Ids derive from it.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: Signal<String>,
    /// What 0 means.
    #[prop(into)]
    low: Signal<String>,
    /// What 10 means.
    #[prop(into)]
    high: Signal<String>,
    /// One step in words: "Craving 7 of 10".
    #[prop(into)]
    step_label: Callback<u8, String>,
    #[prop(into)] value: Signal<Option<u8>>,
    #[prop(into)] on_choose: Callback<u8>,
) -> impl IntoView {
    let ends_id = format!("{name}-ends");
    let step = {
        let name = name.clone();
        move |step: u8| {
            view! {
                <label class=step_class(step, step)>
                    <input
                        type="radio"
                        class="scale__radio"
                        name=name.clone()
                        value=step.to_string()
                        aria-label=move || step_label.run(step)
                        prop:checked=move || value.get() == Some(step)
                        on:change=move |_| on_choose.run(step)
                    />
                    <span aria-hidden="true">{step.to_string()}</span>
                </label>
            }
        }
    };
    view! {
        <fieldset class="scale" aria-describedby=ends_id>
            <legend class="scale__legend">{legend}</legend>
            <div class="scale__steps">{(0..=10).map(step).collect_view()}</div>
            <Ends id=ends_id.clone() low high />
        </fieldset>
    }
}

/// What the two ends mean, each with its number, since in four columns they do not stand under their step.
#[component]
fn Ends(id: String, low: Signal<String>, high: Signal<String>) -> impl IntoView {
    view! {
        <p id=id class="scale__ends">
            <span><b>"0"</b> " " {low}</span>
            <span><b>"10"</b> " " {high}</span>
        </p>
    }
}

/// `coloured_as`: the step whose colour it has.
fn step_class(step: u8, coloured_as: u8) -> String {
    let last = if step == 10 { " scale__step--last" } else { "" };
    format!("scale__step {}{last}", tint(coloured_as))
}

#[cfg(test)]
mod tests {
    use super::tint;

    #[test]
    fn every_step_has_its_own_colour() {
        for step in 0..=10 {
            assert_eq!(tint(step), format!("tint-{step}"));
        }
    }

    #[test]
    fn a_number_beyond_the_scale_looks_like_its_end() {
        assert_eq!(tint(11), tint(10));
        assert_eq!(tint(u8::MAX), tint(10));
    }
}
