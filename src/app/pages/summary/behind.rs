//! Behind each number the entries that it was counted from, each a way to its own page. They are read only when somebody looks.

use domain::summary::{Number, Row, Summary};
use engine::{Entry, RecordId};
use leptos::prelude::*;
use ui::{ChoiceRow, Icon, RwSignal, live};

use crate::browser::{clock, dates};
use crate::pages::log::talk;
use crate::pages::occasion;
use crate::routes::Page;
use crate::state::{App, follow};

/// One row as it was found.
enum Found {
    Entry(Box<Entry>),
    /// It needs no reading.
    Other(Row),
    /// It is gone, or damaged, since the number was counted.
    NotThere,
}

/// What opens the numbers of one block; none where nothing was counted.
pub fn view(app: App, summary: &Summary, numbers: Vec<(String, Number)>) -> Option<AnyView> {
    let behind = |(name, number): (String, Number)| (name, summary.rows(number).to_vec());
    let all: Vec<(String, Vec<Row>)> = numbers.into_iter().map(behind).filter(|(_, rows)| !rows.is_empty()).collect();
    let mut each_once: Vec<&Row> = all.iter().flat_map(|(_, rows)| rows).collect();
    each_once.sort_unstable();
    each_once.dedup();
    let count = each_once.len();
    let is_one = all.len() == 1;
    let all = StoredValue::new(all);
    let inside = move || {
        all.with_value(|all| {
            let one = |(name, rows): &(String, Vec<Row>)| {
                if is_one {
                    return view! { <Entries app=app rows=rows.clone() /> }.into_any();
                }
                let (name, rows) = (format!("{name} ({})", rows.len()), rows.clone());
                opens(name, "paper__behind", move || view! { <Entries app=app rows=rows.clone() /> }.into_any())
            };
            all.iter().map(one).collect_view().into_any()
        })
    };
    (count > 0).then(|| opens((app.text().summary().behind)(count), "paper__behind no-print", inside))
}

/// A line that opens to what is drawn only then.
fn opens(line: String, class: &'static str, inside: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_open = RwSignal::new(false);
    // The event comes a moment later: the page may have been drawn anew.
    let toggle = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlDetailsElement>| {
        let _ = is_open.try_set(event.target().open());
    };
    view! {
        <details class=class on:toggle:target=toggle>
            <summary dir="auto">{line}</summary>
            {live(move || is_open.get().then(&inside))}
        </details>
    }
    .into_any()
}

#[component]
fn Entries(app: App, rows: Vec<Row>) -> impl IntoView {
    let found = follow(app, move |journal| {
        let rows = rows.clone();
        async move {
            let mut found = Vec::new();
            for row in rows {
                found.push(match row {
                    Row::Entry(id) => match journal.entry_of_any(RecordId::from_bytes(id)).await {
                        Ok(entry) => Found::Entry(Box::new(entry)),
                        Err(_) => Found::NotThere,
                    },
                    other @ (Row::Session(_) | Row::Person(_)) => Found::Other(other),
                });
            }
            found
        }
    });
    live(move || {
        let rows = found.with(|found| found.iter().flatten().map(|one| drawn(app, one)).collect_view());
        view! { <div class="rows">{rows}</div> }
    })
}

fn drawn(app: App, found: &Found) -> AnyView {
    let row = match found {
        Found::Entry(entry) => talk::row(app, entry),
        Found::Other(Row::Session(key)) => {
            let text = app.text();
            let here = clock::now();
            app.journal().timetable().occurrence(&app.zones(), here.zone(), key).map(|occurrence| {
                let day = dates::short_day(occasion::day(app, &occurrence), here.day(), text.language);
                let (href, title) = (occasion::page(key).path(), occasion::title(&occurrence.about, text));
                view! { <ChoiceRow href=href icon=Icon::Week title=title line=Some(day) /> }.into_any()
            })
        }
        Found::Other(Row::Person(id)) => {
            let person = app.journal().people().into_iter().find(|(there, _)| there == id);
            person.map(|(_, person)| {
                let name = person.name().as_str().to_owned();
                let role = (app.text().people().role)(person.role()).to_owned();
                view! { <ChoiceRow href=Page::Person(*id).path() icon=Icon::Person title=name line=Some(role) /> }
                    .into_any()
            })
        }
        Found::Other(Row::Entry(_)) | Found::NotThere => None,
    };
    row.unwrap_or_else(|| view! { <p class="paper__gone quiet">{app.text().summary().not_there}</p> }.into_any())
}
