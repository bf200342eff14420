//! What is on each day of the week, one below the other. Only days that have something, and the day that was asked for.

use chrono::NaiveDate;
use leptos::prelude::*;
use ui::{For, Memo, RwSignal, SessionLine, SessionRow, Signal, live};

use super::Read;
use crate::browser::{clock, dates};
use crate::pages::occasion;
use crate::state::App;

/// A day as it is drawn. One that did not change keeps its rows, and the focus in them.
#[derive(Clone, PartialEq, Eq, Hash)]
struct DayShown {
    id: String,
    heading: String,
    lines: Vec<SessionLine>,
}

/// The id of a day's heading, where the focus goes when the day is tapped.
pub fn heading_id(day: NaiveDate) -> String {
    format!("day-{day}")
}

/// The list.
#[component]
pub fn DayList(app: App, week: Signal<Option<Read>>, picked: RwSignal<Option<NaiveDate>>) -> impl IntoView {
    let shown = Memo::new(move |_| week.with(|week| week.as_ref().map(|week| days_of(app, week, picked.get()))));
    let is_empty = move || shown.with(|shown| shown.as_ref().is_some_and(Vec::is_empty));
    view! {
        <For each=move || shown.get().unwrap_or_default() key=DayShown::clone let:day>
            <div class="flow flow--tight">
                <h2 class="day" id=day.id tabindex="-1">
                    {day.heading}
                </h2>
                {rows(app, day.lines)}
            </div>
        </For>
        {live(move || is_empty().then(|| view! { <p class="quiet">{app.text().week().nothing_this_week}</p> }))}
    }
}

fn rows(app: App, lines: Vec<SessionLine>) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="quiet">{app.text().week().nothing_that_day}</p> }.into_any();
    }
    let row = |line: SessionLine| {
        view! {
            <li>
                <SessionRow line=line />
            </li>
        }
    };
    view! {
        <ul class="rows" role="list">
            {lines.into_iter().map(row).collect_view()}
        </ul>
    }
    .into_any()
}

fn days_of(app: App, week: &Read, picked: Option<NaiveDate>) -> Vec<DayShown> {
    let (text, today) = (app.text(), clock::now().day());
    let heading = |day: NaiveDate| {
        let name = dates::day(day, today, text.language);
        if day == today { format!("{} · {name}", text.log().today) } else { name }
    };
    let mut days: Vec<(NaiveDate, Vec<SessionLine>)> = Vec::new();
    for one in &week.occasions {
        let (day, line) = (occasion::day(app, &one.occurrence), occasion::line(app, one));
        match days.iter_mut().find(|(there, _)| *there == day) {
            Some((_, lines)) => lines.push(line),
            None => days.push((day, vec![line])),
        }
    }
    if let Some(picked) = picked.filter(|picked| week.has(*picked) && !days.iter().any(|(day, _)| day == picked)) {
        days.push((picked, Vec::new()));
    }
    days.sort_by_key(|(day, _)| *day);
    let shown =
        |(day, lines): (NaiveDate, Vec<SessionLine>)| DayShown { id: heading_id(day), heading: heading(day), lines };
    days.into_iter().map(shown).collect()
}
