//! How far the program is, as one thin line and one sentence, and what the week adds up to.

use chrono::NaiveDate;
use domain::week::{Hours, Timetable, hours};
use domain::zones::civil_of;
use domain::{Program, ProgramId, Progress};
use leptos::prelude::*;
use text::Text;
use text::week::hours as in_hours;
use ui::{Memo, PhaseLine, PhasePart, Signal, live};

use super::{Read, week_of};
use crate::browser::{clock, dates};
use crate::state::App;

/// How wide a phase without an end is drawn, in weeks.
const OPEN_WEEKS: f64 = 12.0;

/// The program that the line is about: the one that runs, or else the next to begin, or else the last one.
pub fn running(timetable: &Timetable, today: NaiveDate) -> Option<&(ProgramId, Program)> {
    let rank = |program: &Program| match program.progress(today) {
        Progress::In { .. } => (0, 0),
        Progress::NotYet { starts } => (1, starts.signed_duration_since(today).num_days()),
        Progress::Over { ended } => (2, today.signed_duration_since(ended).num_days()),
    };
    timetable.programs.iter().min_by_key(|(_, program)| rank(program))
}

/// What is said, as drawn; compared so that nothing is drawn twice.
#[derive(Clone, PartialEq)]
struct Said {
    program: Option<(String, Vec<PhasePart>)>,
    sum: Option<String>,
}

/// The line and the sum.
#[component]
pub fn ProgramLine(app: App, week: Signal<Option<Read>>) -> impl IntoView {
    let said = Memo::new(move |_| week.with(|week| week.as_ref().map(|week| say(app, week))));
    live(move || {
        let Said { program, sum } = said.get()?;
        let (sentence, parts) = program.unzip();
        let has_any = sentence.is_some() || sum.is_some();
        has_any.then(|| {
            view! {
                <div class="flow flow--tight">
                    {parts.map(|parts| view! { <PhaseLine parts=parts /> })}
                    {sentence.map(|words| view! { <p class="quiet numbers">{words}</p> })}
                    {sum.map(|words| view! { <p class="numbers">{words}</p> })}
                </div>
            }
        })
    })
}

fn say(app: App, week: &Read) -> Said {
    let (text, now) = (app.text(), clock::now());
    let today = now.day();
    // How far a program is goes by its own calendar, wherever the person is.
    let program = running(&week.timetable, today).map(|(_, program)| {
        let day = civil_of(&app.zones(), program.zone(), now.utc_ms()).map_or(today, |civil| civil.date());
        (sentence(program, day, text), parts(program, day))
    });
    let sum = hours(&week.occasions);
    let is_this_week = week.first == week_of(today, text.language);
    let has_any = sum.sessions_planned > 0;
    Said { program, sum: has_any.then(|| add_up(sum, is_this_week, text)) }
}

fn add_up(sum: Hours, is_this_week: bool, text: Text) -> String {
    let (attended, planned) = (in_hours(sum.minutes_attended), in_hours(sum.minutes_planned));
    (text.week().sum)(sum.sessions_attended, sum.sessions_planned, &attended, &planned, is_this_week)
}

fn sentence(program: &Program, today: NaiveDate, text: Text) -> String {
    let words = text.week();
    match program.progress(today) {
        Progress::NotYet { starts } => (words.begins)(&dates::day(starts, today, text.language)),
        Progress::In { place, phases, week, weeks, .. } => (words.progress)(place, phases, week, weeks),
        Progress::Over { ended } => (words.over)(&dates::day(ended, today, text.language)),
    }
}

fn parts(program: &Program, today: NaiveDate) -> Vec<PhasePart> {
    let progress = program.progress(today);
    let part = |(index, phase): (usize, &domain::Phase)| {
        let place = index.saturating_add(1);
        let weeks = phase.weeks().map(|weeks| f64::from(weeks.count()));
        let done = match progress {
            Progress::NotYet { .. } => 0.0,
            Progress::Over { .. } => 1.0,
            Progress::In { place: at, .. } if place < at => 1.0,
            Progress::In { place: at, .. } if place > at => 0.0,
            // A phase without an end is never full.
            Progress::In { week, .. } => weeks.map_or_else(
                || f64::from(week) / (f64::from(week) + OPEN_WEEKS),
                |weeks| f64::from(week.saturating_sub(1)) / weeks,
            ),
        };
        PhasePart { share: weeks.unwrap_or(OPEN_WEEKS), done }
    };
    program.phases().iter().enumerate().map(part).collect()
}
