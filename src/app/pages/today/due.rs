//! What is due: preparing, telling how it was, homework, medication, lists of one's own. It is there also where no reminder arrives.

use std::rc::Rc;

use domain::pack::{PackId, key_of};
use domain::week::{Due, Timetable};
use domain::{VisitEdit, VisitKey};
use engine::WeekError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Card, ChoiceRow, Effect, For, Icon, Memo, RwSignal, Signal, Tick, derived, live};

use crate::browser::{clock, dates, focus};
use crate::pages::from_program::due_words as given_due_words;
use crate::pages::medication::{due_today, read as read_doses};
use crate::pages::occasion;
use crate::pages::session::homework::due_words;
use crate::routes::Page;
use crate::state::{App, OpenJournal, follow_with};

/// More than this is no list for one day.
const MOST: usize = 8;
/// The id of the list.
const ROWS: &str = "due-rows";

/// One thing, as it is drawn.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Row {
    /// Leads to the session.
    Go {
        href: String,
        icon: Kind,
        title: String,
        line: String,
    },
    Homework {
        of: Giver,
        words: String,
        line: Option<String>,
    },
}

/// Where homework came from, and its number there.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Giver {
    Session(VisitKey, u8),
    /// A program pack.
    Program(PackId, u16),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Prepare,
    Tell,
    /// A list of one's own.
    List,
    /// Medication, and only that there is something: no name stands on Today.
    Take,
}

async fn find(app: App, journal: &OpenJournal) -> Vec<Row> {
    let (zones, now) = (app.zones(), clock::now());
    // A home that does not answer is told of by the list below.
    let due = journal.due(&zones, now.zone()).await.unwrap_or_default();
    let timetable = journal.timetable();
    let mut rows: Vec<Row> = due.iter().take(MOST).filter_map(|one| row(app, &timetable, one)).collect();
    rows.extend(medication(app, journal).await);
    rows.extend(lists(app, journal).await);
    rows
}

/// What there is to take now; nothing, and nothing is read, for who takes nothing.
async fn medication(app: App, journal: &OpenJournal) -> Option<Row> {
    if journal.medications().is_empty() {
        return None;
    }
    let line = due_today(app, journal, &read_doses(journal).await)?;
    Some(Row::Go {
        href: Page::Medication.path(),
        icon: Kind::Take,
        title: app.text().medication().due.to_owned(),
        line,
    })
}

/// Lists that are up now and not done.
async fn lists(app: App, journal: &OpenJournal) -> Vec<Row> {
    let now = clock::now();
    let mut rows = Vec::new();
    for (id, list) in journal.checklists() {
        let Some(day) = list.repeats().up_at(&now) else { continue };
        let ticks = journal.ticks(id, day).await.ok().flatten();
        let (done, of) = (ticks.map_or(0, |ticks| ticks.done_of(&list)), list.steps().len());
        if done < of {
            rows.push(Row::Go {
                href: Page::Checklist(id).path(),
                icon: Kind::List,
                title: list.name().as_str().to_owned(),
                line: (app.text().checklists().done_of)(done, of),
            });
        }
    }
    rows
}

fn row(app: App, timetable: &Timetable, due: &Due) -> Option<Row> {
    let words = app.text().week();
    match due {
        Due::Prepare { key, .. } => session(app, timetable, key, Kind::Prepare, words.prepare_for),
        Due::Tell { key, .. } => session(app, timetable, key, Kind::Tell, words.tell_about),
        Due::Homework { key, homework, .. } => Some(Row::Homework {
            of: Giver::Session(key.clone(), homework.number()),
            words: homework.text().as_str().to_owned(),
            line: due_words(app, homework),
        }),
        Due::FromProgram { pack, homework, .. } => Some(Row::Homework {
            of: Giver::Program(*pack, homework.number),
            words: homework.words.as_str().to_owned(),
            line: given_due_words(app, homework),
        }),
    }
}

fn session(app: App, timetable: &Timetable, key: &VisitKey, icon: Kind, sentence: fn(&str) -> String) -> Option<Row> {
    let (text, now) = (app.text(), clock::now());
    let at = timetable.occurrence(&app.zones(), now.zone(), key)?;
    let href = occasion::page(key).path();
    let day = occasion::day(app, &at);
    let day = if day == now.day() { text.log().today.to_owned() } else { dates::day(day, now.day(), text.language) };
    let line = format!("{day}, {}", occasion::time(app, &at));
    Some(Row::Go { href, icon, title: sentence(&occasion::title(&at.about, text)), line })
}

/// The list; nothing while nothing is due.
#[component]
pub fn DueList(app: App, now_ms: Signal<i64>) -> impl IntoView {
    let read = follow_with(
        app,
        move || now_ms.track(),
        move |journal: Rc<OpenJournal>| async move { find(app, &journal).await },
    );
    let failed = RwSignal::new(None::<WeekError>);
    let rows = Memo::new(move |_| read.with(|read| read.clone().unwrap_or_default()));
    let has_any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let ticked = StoredValue::new(None::<(Row, usize)>);
    // What is done leaves the list as soon as that is saved and read again, and would take the focus along.
    Effect::new(move |_| {
        let gone = rows.with(|rows| {
            ticked.with_value(|ticked| ticked.as_ref().filter(|(row, _)| !rows.contains(row)).map(|(_, place)| *place))
        });
        if let Some(place) = gone {
            ticked.set_value(None);
            request_animation_frame(move || focus::after_leaving(ROWS, place, "page-title"));
        }
    });
    let on_done = move |row: Row| {
        let place = rows.with_untracked(|rows| rows.iter().position(|there| *there == row));
        ticked.set_value(place.map(|place| (row, place)));
    };
    live(move || {
        has_any.get().then(|| {
            view! {
                <Card id="due" heading=Some(app.text().week().due.to_owned())>
                    <ul class="rows" role="list" id=ROWS>
                        <For each=move || rows.get() key=Row::clone let:row>
                            <li>{one_row(app, row, failed, on_done)}</li>
                        </For>
                    </ul>
                    <p class="announce" role="alert">
                        {live(move || failed.get().map(|why| app.text().week().not_saved(why, app.text())))}
                    </p>
                </Card>
            }
        })
    })
}

/// `on_done` hears of a row that is about to leave the list.
fn one_row(
    app: App,
    row: Row,
    failed: RwSignal<Option<WeekError>>,
    on_done: impl Fn(Row) + Copy + Send + Sync + 'static,
) -> AnyView {
    let this = row.clone();
    match row {
        Row::Go { href, icon, title, line } => {
            let icon = match icon {
                Kind::Prepare => Icon::Note,
                Kind::Tell | Kind::List => Icon::Checklist,
                Kind::Take => Icon::Clock,
            };
            view! { <ChoiceRow href=href icon=icon title=title line=Some(line) /> }.into_any()
        }
        Row::Homework { of, words, line } => {
            let on = RwSignal::new(false);
            let id = match &of {
                Giver::Session(key, number) => format!("due-{}-{number}", u64::from_be_bytes(key.mark())),
                Giver::Program(pack, number) => format!("due-{}-{number}", key_of(*pack).to_hex()),
            };
            let tick = move |is_done: bool| {
                on.set(is_done);
                if is_done {
                    on_done(this.clone());
                }
                let of = of.clone();
                spawn_local(async move {
                    let at_utc_ms = is_done.then(|| clock::now().utc_ms());
                    let answer = match of {
                        Giver::Session(key, number) => {
                            app.change_told(&key, VisitEdit::SetDone { number, at_utc_ms }).await
                        }
                        Giver::Program(pack, number) => {
                            app.tick_from_program(pack, number, is_done).await.map_err(WeekError::from)
                        }
                    };
                    if answer.is_err() {
                        let _ = on.try_set(!is_done);
                    }
                    let _ = failed.try_set(answer.err());
                });
            };
            view! {
                <Tick id=id label=words line=derived(move || line.clone()) on=on on_change=tick />
            }
            .into_any()
        }
    }
}
