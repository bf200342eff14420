//! Seven days beside one another, with a mark for each session, and the way to the week before and after.

use leptos::{prelude::*, web_sys};

use crate::callback::Callback;
use crate::derived::Signal;
use crate::signals::Memo;
use crate::{
    icon::{Glyph, Icon},
    live::live,
    session_mark::{SessionMark, SessionState},
};

/// One day of the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripDay {
    /// "S".
    pub letter: String,
    /// "24".
    pub number: String,
    /// What is read: the whole date, and how its sessions stand.
    pub name: String,
    pub marks: Vec<SessionState>,
    pub is_today: bool,
}

/// Which week to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Back,
    Forward,
}

/// More marks than this find no room in a day.
const MARKS: usize = 4;
/// So far a finger has to go, in pixels, before it means another week.
const SWIPE_PX: i32 = 48;

/// The strip. Arrow keys inside it turn the week, and so does a finger that goes across it.
#[component]
pub fn WeekStrip(
    /// "Nov 22 – 28".
    #[prop(into)]
    heading: Signal<String>,
    /// The name of the button to the week before.
    #[prop(into)]
    previous: Signal<String>,
    #[prop(into)] next: Signal<String>,
    /// Seven of them.
    #[prop(into)]
    days: Signal<Vec<StripDay>>,
    /// The place of the day that was tapped, from 0.
    #[prop(into)]
    on_pick: Callback<usize>,
    #[prop(into)] on_turn: Callback<Turn>,
) -> impl IntoView {
    let began_at = StoredValue::new(None::<(i32, i32)>);
    // The click at the end of a swipe picks no day.
    let was_swipe = StoredValue::new(false);
    let begin = move |event: web_sys::PointerEvent| {
        was_swipe.set_value(false);
        began_at.set_value(Some((event.client_x(), event.client_y())));
    };
    let end = move |event: web_sys::PointerEvent| {
        let Some((x, y)) = began_at.try_update_value(Option::take).flatten() else { return };
        let (across, along) = (event.client_x() - x, event.client_y() - y);
        if across.abs() >= SWIPE_PX && across.abs() > 2 * along.abs() {
            was_swipe.set_value(true);
            on_turn.run(if across > 0 { Turn::Back } else { Turn::Forward });
        }
    };
    let press = move |event: web_sys::KeyboardEvent| {
        let turn = match event.key().as_str() {
            "ArrowLeft" => Turn::Back,
            "ArrowRight" => Turn::Forward,
            _ => return,
        };
        event.prevent_default();
        on_turn.run(turn);
    };
    let pick = Callback::new(move |place: usize| {
        if !was_swipe.get_value() {
            on_pick.run(place);
        }
    });
    view! {
        <div class="week-strip" role="group" aria-labelledby="week-strip-heading" on:keydown=press>
            <div class="week-strip__top">
                {turn_button(Turn::Back, previous, on_turn)}
                <h2 class="week-strip__heading" id="week-strip-heading" aria-live="polite">
                    {heading}
                </h2>
                {turn_button(Turn::Forward, next, on_turn)}
            </div>
            <div class="week-strip__days" on:pointerdown=begin on:pointerup=end>
                {(0..7).map(|place| day(place, days, pick)).collect::<Vec<_>>()}
            </div>
        </div>
    }
}

fn turn_button(turn: Turn, label: Signal<String>, on_turn: Callback<Turn>) -> AnyView {
    let icon = match turn {
        Turn::Back => Icon::Back,
        Turn::Forward => Icon::Chevron,
    };
    view! {
        <button type="button" class="week-strip__turn" aria-label=label on:click=move |_| on_turn.run(turn)>
            <Glyph icon />
        </button>
    }
    .into_any()
}

/// The button stays the same element in every week, or the focus would be lost.
fn day(place: usize, days: Signal<Vec<StripDay>>, on_pick: Callback<usize>) -> AnyView {
    let shown = Memo::new(move |_| days.with(|days| days.get(place).cloned()));
    let current = move || shown.with(|day| day.as_ref().is_some_and(|day| day.is_today)).then_some("date");
    view! {
        <button type="button" class="week-strip__day" aria-current=current on:click=move |_| on_pick.run(place)>
            {live(move || shown.get().map(inside))}
        </button>
    }
    .into_any()
}

fn inside(day: StripDay) -> AnyView {
    let marks: Vec<AnyView> =
        day.marks.iter().take(MARKS).map(|state| view! { <SessionMark state=*state /> }.into_any()).collect();
    view! {
        <span class="visually-hidden">{day.name}</span>
        <span class="week-strip__letter" aria-hidden="true">
            {day.letter}
        </span>
        <span class="week-strip__number" aria-hidden="true">
            {day.number}
        </span>
        <span class="week-strip__marks" aria-hidden="true">
            {marks}
        </span>
    }
    .into_any()
}
