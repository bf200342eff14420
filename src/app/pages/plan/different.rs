//! The dates of a session that are different: called off, moved, somewhere else. Each can be as planned again.

use chrono::NaiveDate;
use domain::{Exception, SeriesId, Session, SessionEdit};
use engine::WeekError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{RwSignal, derived, live};

use super::fields::saving_of;
use crate::browser::{clock, dates};
use crate::pages::saving::Problem;
use crate::state::App;

#[component]
pub fn Different(app: App, id: SeriesId, session: Session) -> impl IntoView {
    let text = app.text().plan();
    let failed = RwSignal::new(None::<(NaiveDate, WeekError)>);
    let put_back = move |date: NaiveDate| {
        failed.set(None);
        spawn_local(async move {
            let answer = app.change_session(id, None, vec![SessionEdit::AsPlanned(date)]).await;
            let _ = failed.try_set(answer.err().map(|why| (date, why)));
        });
    };
    let again = move |()| {
        if let Some((date, _)) = failed.get_untracked() {
            put_back(date);
        }
    };
    let refused = move || match failed.get() {
        Some((_, WeekError::Plan(why))) => Some((app.text().program().refused)(why)),
        Some((_, WeekError::Save(_))) | None => None,
    };
    let row = move |(date, exception): &(NaiveDate, Exception)| {
        let date = *date;
        let day = dates::short_day(date, clock::now().day(), app.language.get_untracked());
        let name = (text.as_planned_on)(&day);
        view! {
            <li class="card">
                <p>
                    <span class="strong numbers">{day}</span>
                    <br />
                    <span class="quiet numbers" dir="auto">
                        {in_words(app, exception)}
                    </span>
                </p>
                <button type="button" class="button button--quiet" aria-label=name on:click=move |_| put_back(date)>
                    {text.as_planned}
                </button>
            </li>
        }
    };
    (!session.exceptions().is_empty()).then(|| {
        view! {
            <h2>{text.different}</h2>
            <ul class="flow flow--tight" role="list">
                {session.exceptions().iter().map(row).collect_view()}
            </ul>
            {live(move || refused().map(|why| view! { <p role="alert">{why}</p> }))}
            <Problem
                app=app
                why=derived(move || failed.get().and_then(|(_, why)| saving_of(why)))
                on_again=again
            />
        }
    })
}

fn in_words(app: App, exception: &Exception) -> String {
    let text = app.text().plan();
    let language = app.language.get_untracked();
    let mut parts = Vec::new();
    if exception.is_cancelled() {
        parts.push(text.called_off.to_owned());
    }
    if let Some(slot) = exception.moved() {
        let start = slot.start.on(slot.date);
        let (end, _) = slot.start.after(slot.length);
        let day = dates::short_day(slot.date, clock::now().day(), language);
        parts.push((text.moved_to)(&format!("{day}, {}", dates::time_range(start, end.on(slot.date), language))));
    }
    if let Some(place) = exception.place() {
        parts.push((text.place_then)(place.as_str()));
    }
    parts.join(" · ")
}
