//! "I was there": it stands in the week, with who signed for it.

use std::rc::Rc;

use chrono::{Datelike, Days, NaiveDate};
use domain::Note;
use engine::WeekError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Choice, Disclosure, RadioGroup, RwSignal, TextArea, derived};

use super::in_week::series_of;
use crate::browser::{clock, dates};
use crate::pages::meetings::opened::OneMeeting;
use crate::pages::plan::fields::saving_of;
use crate::pages::saving::Problem;
use crate::state::App;

/// The days on which it was lately: as many weeks back.
const WEEKS: u64 = 2;

#[component]
pub fn Attended(app: App, here: Rc<OneMeeting>) -> impl IntoView {
    let (text, words) = (app.text(), app.text().meetings());
    let time = here.meeting.time?;
    let today = clock::now().day();
    let back = u64::from((7 + today.weekday().num_days_from_monday() - time.day.num_days_from_monday()) % 7);
    let dates: Vec<NaiveDate> =
        (0..=WEEKS).filter_map(|week| today.checked_sub_days(Days::new(back + week * 7))).collect();
    let date = RwSignal::new(dates.first().copied().unwrap_or(today));
    let proof = RwSignal::new(String::new());
    let failed = RwSignal::new(None::<WeekError>);
    let is_too_long = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let gives_proof = here
        .meeting
        .kinds
        .iter()
        .any(|kind| here.listing.kinds.get(usize::from(*kind)).is_some_and(|kind| kind.gives_proof));
    let kept = StoredValue::new_local(Rc::clone(&here));
    let save = move || {
        let Ok(note) = Note::optional(&proof.get_untracked()) else { return is_too_long.set(true) };
        is_too_long.set(false);
        let (here, day) = (kept.get_value(), date.get_untracked());
        let Ok(Some(once)) = here.meeting.session(here.list.zone(), day, true) else { return };
        // A session that began after that day is not on it.
        let in_week = untrack(|| series_of(app, &here)).filter(|series| {
            let key = domain::VisitKey::Own { series: *series, date: day };
            app.journal().timetable().occurrence(&app.zones(), clock::now().zone(), &key).is_some()
        });
        busy.set(true);
        spawn_local(async move {
            let answer = app.attended_meeting(in_week, once, day, note, words.told_attended.to_owned()).await;
            let _ = busy.try_set(false);
            let _ = failed.try_set(answer.err());
        });
    };
    let choices: Vec<Choice> = dates
        .iter()
        .map(|date| Choice { value: date.to_string(), label: dates::day(*date, today, text.language) })
        .collect();
    let chosen = move |value: String| {
        if let Some(day) = domain::day_from_field(&value) {
            date.set(day);
        }
    };
    Some(view! {
        {gives_proof.then(|| view! { <p>{words.gives_proof}</p> })}
        <Disclosure summary=words.attended.to_owned()>
            <div class="flow">
                <RadioGroup
                    name="attended-on"
                    legend=words.attended_on.to_owned()
                    choices=choices
                    value=derived(move || date.get().to_string())
                    on_choose=chosen
                />
                <TextArea
                    id="attended-proof"
                    label=words.proof.to_owned()
                    hint=Some(words.proof_hint.to_owned())
                    value=proof
                    error=derived(move || is_too_long.get().then(|| words.note_too_long.to_owned()))
                    on_input=move |text| proof.set(text)
                />
                <Problem app=app why=derived(move || failed.get().and_then(saving_of)) on_again=move |()| save() />
                <Button kind=ButtonKind::Quiet wide=true busy=busy on_press=move |()| save()>
                    {words.attended}
                </Button>
                <p class="quiet small">{words.attended_hint}</p>
            </div>
        </Disclosure>
    })
}
