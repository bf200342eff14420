//! Entries as rows under the day they are of.

use std::cell::LazyCell;

use chrono::{Datelike, Days, NaiveDate};
use domain::week::Timetable;
use domain::{Moment, by_day};
use engine::{Entry, EntryKey, Marked, What};
use leptos::prelude::*;
use text::Text;
use ui::{EntryRow, For, Glyph, Icon, Signal};

use super::done;
use crate::browser::{clock, dates};
use crate::facts::{self, Line};
use crate::routes::Page;
use crate::state::App;

/// A day as it is drawn. Days that did not change keep their rows on the screen, and the focus in them.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DayShown {
    heading: String,
    rows: Vec<Row>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Row {
    /// Can be opened.
    Entry { id: String, href: String, icon: Icon, time: String, line: Line },
    /// Is there and is kept, and that is all that can be said of it.
    Closed { id: String, sentence: String, time: Option<String> },
}

/// The id that an entry's row has in the page.
pub fn row_of(key: EntryKey) -> String {
    format!("row-{}", key.to_hex())
}

/// The same for any entry. Damaged rows have made-up ids, whose random half is not random.
pub fn row_id(entry: &Entry) -> String {
    match entry.what {
        What::Craving(_) | What::Lapse(_) | What::CheckIn(_) | What::Done(_) | What::Newer => {
            row_of(EntryKey::of(entry.id))
        }
        What::Unreadable { .. } => {
            entry.id.bytes().iter().fold("row-".to_owned(), |name, byte| format!("{name}{byte:02x}"))
        }
    }
}

/// Groups entries by day, newest first, and says them in the language spoken now. Reactive in the language.
pub fn days_of<'a>(app: App, entries: impl Iterator<Item = &'a Entry>) -> Vec<DayShown> {
    let text = app.text();
    let today = clock::now().day();
    let dated = entries.map(|entry| (moment_of(entry), entry));
    let timetable = LazyCell::new(|| app.journal().timetable());
    let days = by_day(dated, |(moment, _)| moment);
    let shown = days.into_iter().map(|day| DayShown {
        heading: heading(day.date, today, text),
        rows: day
            .entries
            .iter()
            .map(|(moment, entry)| row(app, moment, entry, &|| Timetable::clone(&timetable)))
            .collect(),
    });
    shown.collect()
}

/// The moment an entry is about. One that cannot be read has only its place in the log, told by this device's wall clock.
pub fn moment_of(entry: &Entry) -> Moment {
    match &entry.what {
        What::Craving(craving) => craving.occurred_at().clone(),
        What::Lapse(lapse) => lapse.at().clone(),
        What::CheckIn(told) => told.at().clone(),
        What::Done(done) => done.at().clone(),
        What::Newer | What::Unreadable { .. } => clock::at(entry.at_utc_ms as f64),
    }
}

fn heading(day: NaiveDate, today: NaiveDate, text: Text) -> String {
    if day == today {
        text.log().today.to_owned()
    } else if Some(day) == today.checked_sub_days(Days::new(1)) {
        text.log().yesterday.to_owned()
    } else if day.year() <= 1970 {
        text.log().day_unknown.to_owned()
    } else {
        dates::day(day, today, text.language)
    }
}

fn row(app: App, moment: &Moment, entry: &Entry, timetable: &dyn Fn() -> Timetable) -> Row {
    let text = app.text();
    let id = row_id(entry);
    let time = dates::time(moment, text.language);
    match &entry.what {
        What::Craving(craving) => {
            let line = facts::line(craving, text);
            let time = line.change.as_ref().map_or_else(|| time.clone(), |change| format!("{time} · {change}"));
            let time = marked(time, entry.marked, text);
            Row::Entry { id, href: Page::Entry(EntryKey::of(entry.id)).path(), icon: Icon::Note, time, line }
        }
        What::Lapse(lapse) => {
            let line = facts::lapse_line(lapse, text);
            let time = if lapse.knows_hour() { time } else { text.lapse().some_time.to_owned() };
            let time = marked(time, entry.marked, text);
            Row::Entry { id, href: Page::Entry(EntryKey::of(entry.id)).path(), icon: Icon::Note, time, line }
        }
        What::CheckIn(told) => {
            let line = facts::check_in_line(told, text);
            let time = marked(line.label.clone(), entry.marked, text);
            Row::Entry { id, href: Page::CheckInOf(told.day()).path(), icon: Icon::Check, time, line }
        }
        What::Done(done) => {
            let shown = done::shown(app, entry.id, done, timetable);
            let href = Page::Entry(EntryKey::of(entry.id)).path();
            Row::Entry { id, href, icon: shown.icon, time: marked(shown.time, entry.marked, text), line: shown.line }
        }
        What::Newer => Row::Closed { id, sentence: text.log().from_newer.to_owned(), time: Some(time) },
        What::Unreadable { count } => Row::Closed { id, sentence: (text.log().unreadable)(*count), time: None },
    }
}

/// What the person said about the entry itself, behind when it was.
fn marked(time: String, marked: Marked, text: Text) -> String {
    let words = text.log();
    let marks = [
        Some(time),
        marked.talk_about.then(|| words.marked_talk.to_owned()),
        marked.private.then(|| words.marked_private.to_owned()),
    ];
    marks.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Days with their rows.
#[component]
pub fn Rows(#[prop(into)] days: Signal<Vec<DayShown>>) -> impl IntoView {
    view! {
        <For each=move || days.get() key=DayShown::clone let:day>
            <div class="flow flow--tight">
                <h2 class="day">{day.heading}</h2>
                <ul class="rows" role="list">
                    {day.rows.into_iter().map(one_row).collect_view()}
                </ul>
            </div>
        </For>
    }
}

fn one_row(row: Row) -> AnyView {
    match row {
        Row::Entry { id, href, icon, time, line } => view! {
            <li id=id>
                <EntryRow
                    href=href
                    intensity=line.intensity
                    icon=icon
                    label=line.label
                    time=time
                    words=line.words
                />
            </li>
        }
        .into_any(),
        Row::Closed { id, sentence, time } => view! {
            <li id=id tabindex="-1">
                <div class="entry-row">
                    <span class="entry-row__intensity entry-row__intensity--none">
                        <Glyph icon=Icon::Info />
                    </span>
                    <span class="entry-row__words">
                        <span class="entry-row__time">{sentence}</span>
                        <span class="entry-row__text">{time}</span>
                    </span>
                </div>
            </li>
        }
        .into_any(),
    }
}
