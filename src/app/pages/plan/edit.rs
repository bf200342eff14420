//! A saved session, in the same fields: changed on all its dates or from one on, or deleted.

use chrono::NaiveDate;
use domain::{PlanError, SeriesId, Session, SessionEdit, When, day_from_field};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Choice, FieldKind, Icon, Memo, RwSignal, Select, Show, TextField, derived};

use super::add::{Attempt, Outcome, phases_of};
use super::different::Different;
use super::fields::date_field;
use super::form::{Form, that_change};
use super::inputs::Inputs;
use crate::browser::clock;
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::{App, follow};

/// What an address of a session leads to.
#[derive(Clone, PartialEq)]
enum Found {
    Own(Box<Session>),
    FromCalendar,
    Gone,
}

/// A session with all its dates.
#[component]
pub fn EditSession(app: App, id: SeriesId) -> impl IntoView {
    let found = follow(app, move |journal| async move {
        let timetable = journal.timetable();
        let is_imported = timetable.imported.iter().any(|(there, _)| *there == id);
        match timetable.sessions.into_iter().find(|(there, _)| *there == id) {
            Some((_, session)) => Found::Own(Box::new(session)),
            None if is_imported => Found::FromCalendar,
            None => Found::Gone,
        }
    });
    // Drawn anew when the session changed elsewhere or was given back; a change of something else leaves what is typed alone.
    let shown = Memo::new(move |_| found.get());
    move || match shown.get() {
        None => ().into_any(),
        Some(Found::Own(session)) => view! { <Editing app=app id=id session=*session /> }.into_any(),
        Some(Found::FromCalendar) => view! { <Elsewhere app=app words=app.text().plan().from_calendar /> }.into_any(),
        Some(Found::Gone) => view! { <Elsewhere app=app words=app.text().plan().gone /> }.into_any(),
    }
}

#[component]
fn Elsewhere(app: App, words: &'static str) -> impl IntoView {
    view! {
        <p class="lead">{words}</p>
        <ButtonLink href=Page::Week.path() wide=true>
            {app.text().program().to_week}
        </ButtonLink>
    }
}

/// From which date on, as it is chosen. None in the field of the date: all dates.
#[derive(Clone, Copy)]
struct From {
    is_some: RwSignal<bool>,
    date: RwSignal<String>,
    why: RwSignal<Option<PlanError>>,
}

#[component]
fn Editing(app: App, id: SeriesId, session: Session) -> impl IntoView {
    let today = clock::now().day();
    let form = Form::of(&session, today);
    let attempt = Attempt::new(app);
    let next = next_date(app, &session, today).unwrap_or(today);
    let from = From { is_some: RwSignal::new(false), date: RwSignal::new(date_field(next)), why: RwSignal::new(None) };
    let is_weekly = matches!(session.when(), When::Weekly(_));
    let before = StoredValue::new(session.clone());
    let save = move || save(app, id, before.get_value(), form, from, attempt);
    view! {
        <Inputs app=app form=form phases=phases_of(app) />
        {is_weekly.then(|| view! { <WhichDates app=app from=from /> })}
        <Outcome app=app attempt=attempt on_save=move |()| save() />
        <Different app=app id=id session=session />
        <Delete app=app id=id />
    }
}

/// The first date from today on, exceptions left aside.
fn next_date(app: App, session: &Session, today: NaiveDate) -> Option<NaiveDate> {
    let timetable = app.journal().timetable();
    // A year of days: the longest rhythm is twelve weeks.
    today.iter_days().take(366).find(|date| timetable.is_planned_on(session, *date))
}

fn save(app: App, id: SeriesId, before: Session, form: Form, from: From, attempt: Attempt) {
    let Some(edits) = form.edits() else { return attempt.refuse(form) };
    let timetable = app.journal().timetable();
    let date = if from.is_some.get_untracked() { day_from_field(&from.date.get_untracked()) } else { None };
    let is_planned = date.is_some_and(|date| timetable.is_planned_on(&before, date));
    let why = (from.is_some.get_untracked() && !is_planned).then_some(PlanError::NoSuchDate);
    from.why.set(why);
    if why.is_some() {
        return attempt.is_refused.set(true);
    }
    let last = timetable.dates_of(&before).and_then(|(_, last)| last);
    let mut edits = that_change(&before, edits, date, last);
    // A kind that only a newer version has a word for stays, unless another one was chosen.
    let is_kind_left = form.kind.get_untracked() == before.about().kind();
    edits.retain(|edit| !(is_kind_left && matches!(edit, SessionEdit::SetKind(_))));
    if edits.is_empty() {
        app.tell(app.text().plan().nothing_changed.to_owned(), None);
        return;
    }
    attempt.begin();
    spawn_local(async move {
        attempt.end(app.change_session(id, date, edits).await);
    });
}

#[component]
fn WhichDates(app: App, from: From) -> impl IntoView {
    let text = app.text().plan();
    let choice = |value: &str, label: &str| Choice { value: value.to_owned(), label: label.to_owned() };
    let choices = vec![choice("all", text.all_dates), choice("from", text.from_a_date)];
    let error = move || from.why.get().map(|why| (app.text().program().refused)(why).to_owned());
    view! {
        <div class="card">
            <Select
                id="which-dates"
                label=text.which_dates.to_owned()
                choices=derived(move || choices.clone())
                value=derived(move || if from.is_some.get() { "from" } else { "all" }.to_owned())
                on_choose=move |code: String| from.is_some.set(code == "from")
            />
            <Show when=move || from.is_some.get()>
                <TextField
                    id="from-date"
                    kind=FieldKind::Date
                    label=text.from_date.to_owned()
                    hint=Some(text.from_hint.to_owned())
                    value=from.date
                    error=derived(error)
                    on_input=move |words| from.date.set(words)
                />
            </Show>
        </div>
    }
}

#[component]
fn Delete(app: App, id: SeriesId) -> impl IntoView {
    let is_busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<SaveError>);
    let delete = move || {
        is_busy.set(true);
        spawn_local(async move {
            match app.delete_session(id).await {
                Ok(()) => app.go_to.set(Some(Page::Week)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                    let _ = is_busy.try_set(false);
                }
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet wide=true icon=Icon::Trash busy=is_busy on_press=move |()| delete()>
            {app.text().plan().delete}
        </Button>
        <Problem app=app why=failed on_again=move |()| delete() />
    }
}
