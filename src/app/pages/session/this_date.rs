//! Calling off or moving this one date, and taking that back.

use chrono::NaiveDate;
use domain::week::Shown;
use domain::{Length, SeriesId, SessionEdit, Slot, StartTime, from_field, to_field};
use engine::WeekError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, FieldKind, RwSignal, Sheet, Show, TextField, derived};

use super::Here;
use super::telling::NotSaved;
use crate::pages::occasion;
use crate::pages::sheet_help;

/// The button and its sheet.
#[component]
pub fn ThisDate(here: Here, series: SeriesId, date: NaiveDate) -> impl IntoView {
    let app = here.app;
    let is_open = RwSignal::new(false);
    view! {
        <Button kind=ButtonKind::Quiet wide=true on_press=move |()| is_open.set(true)>
            {app.text().week().this_date}
        </Button>
        <Sheet
            id="this-date"
            open=is_open
            heading=app.text().week().this_date
            close=app.text().common().close
            help=sheet_help(app)
            on_close=move |()| is_open.set(false)
        >
            <Choices here=here series=series date=date is_open=is_open />
        </Sheet>
    }
}

#[component]
fn Choices(here: Here, series: SeriesId, date: NaiveDate, is_open: RwSignal<bool>) -> impl IntoView {
    let Here { app, occasion, .. } = here;
    let at = occasion.with_untracked(|one| one.occurrence.clone());
    let words = RwSignal::new(to_field(at.times.start));
    let why = RwSignal::new(None::<WeekError>);
    let is_missing = RwSignal::new(false);
    let last = RwSignal::new(None::<SessionEdit>);
    let save = move |edit: SessionEdit| {
        last.set(Some(edit.clone()));
        spawn_local(async move {
            match app.change_date(series, edit).await {
                Ok(()) => {
                    let _ = is_open.try_set(false);
                }
                Err(error) => {
                    let _ = why.try_set(Some(error));
                }
            }
        });
    };
    let minutes = u16::try_from(at.minutes()).unwrap_or_default();
    let move_it = move |()| {
        let slot = from_field(&words.get_untracked()).and_then(|civil| {
            let since_midnight = civil.signed_duration_since(civil.date().into()).num_minutes();
            let start = StartTime::of_minutes(u16::try_from(since_midnight).ok()?)?;
            Some(Slot { date: civil.date(), start, length: Length::of_minutes(minutes)? })
        });
        is_missing.set(slot.is_none());
        if let Some(slot) = slot {
            save(SessionEdit::Move(date, slot));
        }
    };
    let again = move |()| {
        if let Some(edit) = last.get_untracked() {
            save(edit);
        }
    };
    let is_on = at.shown != Shown::Cancelled;
    let is_changed = !is_on || at.moved_from.is_some() || at.has_other_place;
    let hint = occasion::time_there(app, &at);
    let missing = move || is_missing.get().then(|| app.text().week().date_missing.to_owned());
    view! {
        <p class="quiet">{app.text().week().this_date_line}</p>
        <Show when=move || is_changed>
            <Button kind=ButtonKind::Quiet wide=true on_press=move |()| save(SessionEdit::AsPlanned(date))>
                {app.text().week().as_planned}
            </Button>
        </Show>
        <Show when=move || is_on>
            <Button kind=ButtonKind::Quiet wide=true on_press=move |()| save(SessionEdit::Cancel(date))>
                {app.text().week().call_off}
            </Button>
        </Show>
        <TextField
            id="move-to"
            kind=FieldKind::Moment
            label=app.text().week().move_to.to_owned()
            hint=hint
            value=words
            error=derived(missing)
            on_input=move |typed| words.set(typed)
        />
        <Button kind=ButtonKind::Quiet wide=true on_press=move_it>
            {app.text().week().move_it}
        </Button>
        <NotSaved app=app why=why on_again=again />
    }
}
