//! What will be in the week, in words: every session with its days and times, the first dates, the expected end.

use chrono::{Days, NaiveDate};
use domain::week::{Timetable, day_range};
use domain::{Membership, Plan, ProgramId, SeriesId, Session, When};
use leptos::prelude::*;
use ui::live;

use super::adjust::Adjusted;
use crate::browser::{clock, dates};
use crate::pages::occasion;
use crate::pages::plan::fields::days_in_words;
use crate::state::App;

/// So many dates are shown.
const FIRST: usize = 3;
/// In so many days from the first one they are looked for.
const WITHIN_DAYS: u64 = 28;

#[component]
pub fn Preview(app: App, adjusted: Adjusted) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="preview-heading">
            <h2 class="card__heading" id="preview-heading">
                {app.text().program().preview}
            </h2>
            <div class="flow flow--tight" aria-live="polite">
                {live(move || adjusted.plan().ok().map(|plan| in_words(app, plan)))}
            </div>
        </section>
    }
}

fn in_words(app: App, plan: Plan) -> AnyView {
    let text = app.text().program();
    let language = app.language.get_untracked();
    let today = clock::now().day();
    let has_parts = plan.program.phases().len() > 1;
    let parts = plan.program.phases().iter().map(|phase| {
        let member = Membership { program: ProgramId::UNSAVED, phase: phase.id() };
        let of_part = plan.sessions.iter().filter(|session| session.phase() == Some(member));
        let lasts = phase.weeks().map_or(text.open_ended.to_owned(), |weeks| (text.weeks)(u32::from(weeks.count())));
        let heading = if has_parts { format!("{} · {lasts}", (text.phase)(phase.kind())) } else { lasts };
        let lines = of_part.map(|session| view! { <li class="numbers">{line(app, session)}</li> }).collect_view();
        view! {
            <p class="strong">{heading}</p>
            <ul role="list">{lines}</ul>
        }
    });
    let parts = parts.collect_view();
    let end = plan.program.expected_end().map(|end| (text.expected_end)(&dates::short_day(end, today, language)));
    let first = first_dates(app, plan);
    let first: Vec<String> = first.into_iter().map(|date| dates::short_day(date, today, language)).collect();
    view! {
        {parts}
        <p class="quiet numbers">{(text.first_dates)(&first.join(" · "))}</p>
        {end.map(|end| view! { <p class="quiet numbers">{end}</p> })}
    }
    .into_any()
}

/// "Group: Mon, Tue, Thu · 6:00 – 9:00 PM".
pub fn line(app: App, session: &Session) -> String {
    format!("{}: {}", occasion::title(session.about(), app.text()), days_and_time(app, session))
}

/// "Mon, Tue, Thu · 6:00 – 9:00 PM".
pub fn days_and_time(app: App, session: &Session) -> String {
    let language = app.language.get_untracked();
    let (days, on) = match session.when() {
        When::Once(date) => (dates::short_day(date, clock::now().day(), language), date),
        When::Weekly(weekly) => (days_in_words(weekly.on, language), NaiveDate::default()),
    };
    let start = session.start().on(on);
    let (end, is_next_day) = session.start().after(session.length());
    let end_day = if is_next_day { on.succ_opt().unwrap_or(on) } else { on };
    format!("{days} · {}", dates::time_range(start, end.on(end_day), language))
}

/// By the same rules by which the week will be worked out.
fn first_dates(app: App, plan: Plan) -> Vec<NaiveDate> {
    let (zone, first) = (plan.program.zone().clone(), plan.program.starts());
    let last = first.checked_add_days(Days::new(WITHIN_DAYS)).unwrap_or(first);
    let sessions = plan.sessions.into_iter().zip(0_u64..);
    let timetable = Timetable {
        programs: vec![(ProgramId::UNSAVED, plan.program)],
        sessions: sessions.map(|(session, number)| (SeriesId::from_bytes(number.to_be_bytes()), session)).collect(),
        ..Timetable::default()
    };
    let zones = app.zones();
    let range = day_range(&zones, &zone, first, last);
    let mut found: Vec<NaiveDate> =
        timetable.occurrences(&zones, &zone, range).iter().map(|one| one.times.start.date()).collect();
    found.dedup();
    found.truncate(FIRST);
    found
}
