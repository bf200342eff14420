//! Which sessions go into the file: all, or those that are ticked.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use domain::week::Timetable;
use domain::{Imported, SeriesId, Session};
use leptos::prelude::*;
use ui::{Choice, For, Memo, RadioGroup, RwSignal, Show, Tick, derived};

use crate::browser::{clock, dates};
use crate::pages::{occasion, set_up};
use crate::state::App;

const ALL: &str = "all";
const SOME: &str = "some";

/// What is chosen.
#[derive(Clone, Copy)]
pub struct Chosen {
    all: RwSignal<bool>,
    ticked: RwSignal<BTreeSet<SeriesId>>,
}

/// A session in the list.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    id: SeriesId,
    title: String,
    line: String,
}

impl Chosen {
    /// Only this one, or all.
    pub fn new(only: Option<SeriesId>) -> Self {
        Self { all: RwSignal::new(only.is_none()), ticked: RwSignal::new(only.into_iter().collect()) }
    }

    /// The same timetable with the chosen sessions only. The programs stay: they bound their sessions.
    pub fn of(self, timetable: &Timetable) -> Timetable {
        let (all, ticked) = (self.all.get_untracked(), self.ticked.get_untracked());
        let mut chosen = timetable.clone();
        chosen.sessions.retain(|(id, _)| all || ticked.contains(id));
        chosen.imported.retain(|(id, _)| all || ticked.contains(id));
        chosen
    }

    fn tick(self, id: SeriesId, is_on: bool) {
        self.ticked.update(|ticked| {
            if is_on {
                ticked.insert(id);
            } else {
                ticked.remove(&id);
            }
        });
    }
}

/// The choice, and the list below it where it is needed.
#[component]
pub fn Which(app: App, timetable: Memo<Timetable>, chosen: Chosen) -> impl IntoView {
    let words = app.text().calendar_out();
    let choices = vec![
        Choice { value: ALL.to_owned(), label: words.all.to_owned() },
        Choice { value: SOME.to_owned(), label: words.only_some.to_owned() },
    ];
    let has_imported = move || chosen.all.get() && timetable.with(|all| !all.imported.is_empty());
    view! {
        <div class="card">
            <RadioGroup
                name="which"
                legend=words.which.to_owned()
                choices=derived(move || choices.clone())
                value=derived(move || if chosen.all.get() { ALL } else { SOME }.to_owned())
                on_choose=move |value: String| chosen.all.set(value == ALL)
            />
            <Show when=has_imported>
                <p class="quiet">{words.imported_too}</p>
            </Show>
            <Show when=move || !chosen.all.get()>
                <List app=app timetable=timetable chosen=chosen />
            </Show>
        </div>
    }
}

#[component]
fn List(app: App, timetable: Memo<Timetable>, chosen: Chosen) -> impl IntoView {
    let rows = Memo::new(move |_| timetable.with(|all| rows(app, all)));
    view! {
        <ul class="rows" role="list">
            <For each=move || rows.get() key=Row::clone let:row>
                <li>{one(chosen, row)}</li>
            </For>
        </ul>
    }
}

fn one(chosen: Chosen, Row { id, title, line }: Row) -> AnyView {
    view! {
        <Tick
            id=format!("session-{}", id.to_hex())
            label=title
            line=derived(move || Some(line.clone()))
            chooses=true
            on=derived(move || chosen.ticked.with(|ticked| ticked.contains(&id)))
            on_change=move |is_on| chosen.tick(id, is_on)
        />
    }
    .into_any()
}

/// Every session that is on some date: what goes on first, what ended long ago last.
fn rows(app: App, all: &Timetable) -> Vec<Row> {
    let today = clock::now().day();
    let own = all.sessions.iter().filter_map(|(id, session)| {
        let (first, last) = all.dates_of(session)?;
        let ended = last.filter(|last| *last < today);
        Some((ended.map(Reverse), first, own_row(app, *id, session, last)))
    });
    let mut own: Vec<_> = own.collect();
    own.sort_by_key(|(ended, first, row)| (*ended, *first, row.id));
    let imported = all.imported.iter().map(|(id, imported)| imported_row(app, *id, imported));
    own.into_iter().map(|(_, _, row)| row).chain(imported).collect()
}

fn own_row(app: App, id: SeriesId, session: &Session, last: Option<chrono::NaiveDate>) -> Row {
    let text = app.text();
    let words = set_up::line(app, session);
    // The title may have the same two letters in it; what comes after the last ones is when it is.
    let when = words.rsplit_once(": ").map_or(words.as_str(), |(_, when)| when);
    let until = last.filter(|_| matches!(session.when(), domain::When::Weekly(_))).map(|last| {
        let last = dates::short_day(last, clock::now().day(), text.language);
        (text.calendar_out().until)(&last)
    });
    let line = until.map_or_else(|| when.to_owned(), |until| format!("{when}, {until}"));
    Row { id, title: occasion::title(session.about(), text), line }
}

fn imported_row(app: App, id: SeriesId, imported: &Imported) -> Row {
    let text = app.text();
    let line = (text.calendar_out().dates)(imported.occurrences().len());
    Row { id, title: occasion::title(imported.about(), text), line }
}
