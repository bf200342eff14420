//! One session on its date: when and where, what to bring up, whether one was there, what to take away and to do.

mod after;
mod before;
pub(super) mod facts;
mod found;
mod from_calendar;
pub(super) mod homework;
mod telling;
mod this_date;
mod words;

use domain::week::{Occasion, PREPARE_FROM_MS};
use domain::{Attendance, PhoneNumber};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Icon, Memo, Show, Signal};

use super::minutes::minutes;
use super::occasion;
use crate::routes::{Page, SessionKey};
use crate::state::App;
use after::{InTheWay, WereYouThere};
use before::Before;
use facts::{Facts, ToReach};
use from_calendar::FromCalendar;
use homework::HomeworkCard;
use this_date::ThisDate;
use words::{Field, KeptWords, WordsField};

/// A session on the screen.
#[derive(Clone, Copy)]
pub struct Here {
    pub app: App,
    pub key: SessionKey,
    /// As it is saved now.
    pub occasion: Signal<Occasion>,
    /// Whom to call about it.
    pub clinic: Signal<Option<PhoneNumber>>,
}

/// One session on its date.
#[component]
pub fn Session(app: App, key: SessionKey) -> impl IntoView {
    found::with_session(app, key, move |here| view! { <Everything here=here /> })
}

#[component]
fn Everything(here: Here) -> impl IntoView {
    let Here { app, key, occasion, .. } = here;
    let now_ms = minutes(app);
    let starts = move || occasion.with(|one| one.occurrence.starts_utc_ms);
    let has_begun = Memo::new(move |_| now_ms.get() >= starts());
    // Asked once: what somebody writes in must not fold itself away.
    let is_near = untrack(move || !has_begun.get() && now_ms.get() >= starts().saturating_sub(PREPARE_FROM_MS));
    let takes_place = Memo::new(move |_| occasion.with(|one| one.occurrence.shown != domain::week::Shown::Cancelled));
    let asks_why = move || occasion.with(occasion::attendance).is_some_and(Attendance::asks_why);
    let kept = KeptWords::open(here);
    view! {
        <Facts here=here />
        <ToReach here=here />
        <Show when=move || takes_place.get() && has_begun.get()>
            <WereYouThere here=here />
            <Show when=asks_why>
                <InTheWay here=here />
            </Show>
        </Show>
        <Show when=move || takes_place.get()>
            <Before here=here kept=kept open=is_near />
        </Show>
        <Show when=move || takes_place.get() && has_begun.get()>
            <div class="card">
                <WordsField kept=kept field=Field::Takeaway />
            </div>
            <HomeworkCard here=here />
        </Show>
        {match key {
            SessionKey::Own { series, date } => {
                view! {
                    <ThisDate here=here series=series date=date />
                    <ButtonLink
                        href=Page::EditSession(series).path()
                        kind=ButtonKind::Plain
                        icon=Icon::Edit
                        wide=true
                    >
                        {app.text().titles().edit_session}
                    </ButtonLink>
                    <ButtonLink
                        href=Page::CalendarOutOf(series).path()
                        kind=ButtonKind::Plain
                        icon=Icon::Week
                        wide=true
                    >
                        {app.text().titles().calendar_out}
                    </ButtonLink>
                }
                    .into_any()
            }
            SessionKey::Imported { .. } => view! { <FromCalendar here=here /> }.into_any(),
        }}
    }
}
