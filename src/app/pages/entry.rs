//! One entry, read as facts, with what it said before it was changed.

use chrono::NaiveDate;
use domain::{Craving, Moment};
use engine::{Done, EntryKey, ReadError, RecordId, SaveError, Version, What};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Text;
use ui::{Button, ButtonKind, ButtonLink, Card, Icon, RwSignal, Show, live, tint};

use crate::browser::{clock, dates};
use crate::facts::{self, Dates, Fact, Kind};
use crate::pages::found::NotRead;
use crate::pages::lapse;
use crate::pages::log::done;
use crate::pages::marks::MarksOf;
use crate::routes::Page;
use crate::state::{App, OpenJournal, follow};

/// Earlier versions on the screen at once; somebody may change one entry for years.
const VERSIONS_AT_MOST: usize = 60;

/// An entry and all its versions, the newest first.
struct Told {
    entry: engine::Entry,
    versions: Vec<Version>,
}

#[component]
pub fn Entry(app: App, key: EntryKey) -> impl IntoView {
    let told = follow(app, move |journal| async move { read(&journal, key).await });
    move || {
        told.with(|told| match told {
            None => ().into_any(),
            Some(Ok(Told { entry, versions })) => match &entry.what {
                What::Craving(_) | What::Lapse(_) => {
                    view! { <Read app=app key=key id=entry.id what=entry.what.clone() versions=versions.clone() /> }
                        .into_any()
                }
                What::CheckIn(told) => view! {
                    <p class="lead">{app.text().titles().check_in}</p>
                    <ButtonLink href=Page::CheckInOf(told.day()).path()>{app.text().check_in().change}</ButtonLink>
                }
                .into_any(),
                What::Done(done) => view! { <DoneThere app=app id=entry.id done=done.clone() /> }.into_any(),
                What::Newer => sentence(app.text().log().from_newer.to_owned()),
                What::Unreadable { count } => sentence((app.text().log().unreadable)(*count)),
            },
            Some(Err(ReadError::Gone)) => view! { <Gone app=app /> }.into_any(),
            Some(Err(ReadError::Unreadable)) => sentence((app.text().log().unreadable)(1)),
            Some(Err(ReadError::Store(_))) => view! { <NotRead app=app /> }.into_any(),
        })
    }
}

async fn read(journal: &OpenJournal, key: EntryKey) -> Result<Told, ReadError> {
    let id = journal.locate(key).await?;
    let entry = journal.entry_of_any(id).await?;
    let versions = journal.versions(id).await?;
    Ok(Told { entry, versions })
}

fn sentence(words: String) -> AnyView {
    view! { <p>{words}</p> }.into_any()
}

#[component]
fn Gone(app: App) -> impl IntoView {
    view! {
        <p class="lead">{app.text().log().gone}</p>
        <div class="cluster">
            <ButtonLink href=Page::Deleted.path()>{app.text().titles().deleted}</ButtonLink>
            <ButtonLink kind=ButtonKind::Quiet href=Page::Log.path()>
                {app.text().log().to_log}
            </ButtonLink>
        </div>
    }
}

/// What was done and is told elsewhere: what it says, its marks, and the way there.
#[component]
fn DoneThere(app: App, id: RecordId, done: Done) -> impl IntoView {
    let text = app.text();
    let at = done.at().clone();
    let shown = done::shown(app, id, &done, &|| app.journal().timetable());
    let day = dates::day(at.day(), clock::now().day(), text.language);
    view! {
        <p class="lead strong">{shown.line.label}</p>
        <p>{day} " · " {shown.time}</p>
        <p dir="auto">{shown.line.words}</p>
        <MarksOf app=app id=id at=at is_lapse=false />
        <ButtonLink wide=true href=shown.page.path()>
            {text.log().where_told}
        </ButtonLink>
    }
}

/// Drawn anew when the entry or the language changes, so its words need not follow either by themselves.
#[component]
fn Read(app: App, key: EntryKey, id: RecordId, what: What, versions: Vec<Version>) -> impl IntoView {
    let text = app.text();
    let facts = facts_of(&what, text).unwrap_or_default();
    let is_craving = what.craving().is_some();
    let at = match &what {
        What::Craving(craving) => Some(craving.occurred_at().clone()),
        What::Lapse(lapse) => Some(lapse.at().clone()),
        What::CheckIn(_) | What::Done(_) | What::Newer | What::Unreadable { .. } => None,
    };
    let change = if is_craving { Page::Details(key) } else { Page::LapseDetails(key) };
    view! {
        {match what.craving() {
            Some(craving) => heading(craving, text),
            None => view! { <p class="lead strong">{text.lapse().used}</p> }.into_any(),
        }}
        {facts_list(facts, is_craving)}
        {at.map(|at| view! { <MarksOf app=app id=id at=at is_lapse=!is_craving /> })}
        <div class="flow flow--tight">
            <ButtonLink wide=true icon=Icon::Edit href=change.path()>
                {text.log().change_or_add}
            </ButtonLink>
            <Delete app=app id=id />
        </div>
        <Versions versions=versions text=text />
    }
}

/// The number of a craving, and when it was.
fn heading(craving: &Craving, text: Text) -> AnyView {
    let intensity = craving.intensity().value();
    view! {
        <div class="cluster">
            <span class=format!("entry-row__intensity {}", tint(intensity)) aria-hidden="true">
                {intensity}
            </span>
            <p>
                <span class="lead strong">{(text.common().craving_of_ten)(intensity)}</span>
                <br />
                <span class="quiet numbers">{when_in_full(craving.occurred_at(), text)}</span>
            </p>
        </div>
    }
    .into_any()
}

/// What was told, but for what stands above it: the number and the time of a craving.
fn facts_list(facts: Vec<Fact>, has_heading: bool) -> Option<AnyView> {
    let is_above = |kind: Kind| has_heading && matches!(kind, Kind::Number | Kind::When);
    let told: Vec<Fact> = facts.into_iter().filter(|fact| fact.told.is_some() && !is_above(fact.kind)).collect();
    let is_empty = told.is_empty();
    let list = told.into_iter().map(fact).collect_view();
    (!is_empty).then(|| {
        view! {
            <Card id="facts">
                <dl class="facts">{list}</dl>
            </Card>
        }
        .into_any()
    })
}

fn fact(fact: Fact) -> impl IntoView {
    view! {
        <dt>{fact.name}</dt>
        <dd class="own-text" dir="auto">
            {fact.told}
        </dd>
    }
}

#[component]
fn Delete(app: App, id: RecordId) -> impl IntoView {
    let is_busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<SaveError>);
    let delete = move |()| {
        is_busy.set(true);
        spawn_local(async move {
            match app.delete(id).await {
                Ok(()) => app.go_to.set(Some(Page::Log)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                    let _ = is_busy.try_set(false);
                }
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet wide=true icon=Icon::Trash busy=is_busy on_press=delete>
            {app.text().log().delete}
        </Button>
        {live(move || failed.get().map(|why| view! { <p role="alert">{app.text().log().not_done(why)}</p> }))}
    }
}

/// An earlier version: when it was saved, and what it said that the next one did not.
struct Earlier {
    headline: String,
    differences: Vec<Fact>,
    is_unreadable: bool,
}

#[component]
fn Versions(versions: Vec<Version>, text: Text) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let earlier = earlier_of(&versions, text);
    let is_cut = earlier.len() > VERSIONS_AT_MOST;
    let has_any = !earlier.is_empty();
    let earlier = StoredValue::new_local(earlier);
    let list = move || {
        earlier.with_value(|earlier| earlier.iter().take(VERSIONS_AT_MOST).map(|one| version(one, text)).collect_view())
    };
    has_any.then(|| {
        view! {
            <details on:toggle:target=move |event| is_open.set(event.target().open())>
                <summary>{text.log().versions}</summary>
                <Show when=move || is_open.get()>
                    <div class="flow flow--tight">
                        <p class="quiet small">{text.log().versions_hint}</p>
                        <ul class="flow flow--tight" role="list">
                            {list}
                        </ul>
                        {is_cut.then(|| view! { <p class="quiet small">{(text.log().versions_cut)(VERSIONS_AT_MOST)}</p> })}
                    </div>
                </Show>
            </details>
        }
    })
}

fn version(version: &Earlier, text: Text) -> impl IntoView + use<> {
    let differences = version.differences.iter().cloned().map(|mut difference| {
        difference.told.get_or_insert_with(|| text.log().nothing_yet.to_owned());
        fact(difference)
    });
    view! {
        <li class="card">
            <p class="numbers">{version.headline.clone()}</p>
            {version.is_unreadable.then_some(text.log().version_unreadable)}
            <dl class="facts small">{differences.collect_view()}</dl>
        </li>
    }
}

/// The versions before the present one, the newest first. Two that read the same are told as one.
fn earlier_of(versions: &[Version], text: Text) -> Vec<Earlier> {
    let today = clock::now().day();
    let mut later: Option<Vec<Fact>> = None;
    let mut earlier = Vec::new();
    for version in versions {
        let when = instant(version.saved_utc_ms, today, text);
        match &version.what {
            Some(what @ (What::Craving(_) | What::Lapse(_) | What::CheckIn(_))) => {
                let facts = facts_of(what, text).unwrap_or_default();
                let differences =
                    later.as_ref().map(|later| facts::said_differently(&facts, later)).unwrap_or_default();
                if !differences.is_empty() {
                    earlier.push(Earlier {
                        headline: (text.log().version_saved)(&when),
                        differences,
                        is_unreadable: false,
                    });
                }
                later = Some(facts);
            }
            Some(What::Done(_) | What::Newer | What::Unreadable { .. }) => earlier.push(Earlier {
                headline: (text.log().version_saved)(&when),
                differences: Vec::new(),
                is_unreadable: true,
            }),
            None => earlier.push(Earlier {
                headline: (text.log().version_deleted)(&when),
                differences: Vec::new(),
                is_unreadable: false,
            }),
        }
    }
    earlier
}

/// What an entry says; `None` of an entry that has a page of its own.
fn facts_of(what: &What, text: Text) -> Option<Vec<Fact>> {
    let today = clock::now().day();
    let dates = Dates {
        moment: &|moment: &Moment| dates::day_and_time(moment, today, text.language),
        instant: &|utc_ms| instant(utc_ms, today, text),
    };
    match what {
        What::Craving(craving) => Some(facts::of(craving, text, &dates)),
        What::Lapse(lapse) => Some(facts::of_lapse(lapse, text, lapse::when(lapse, text))),
        What::CheckIn(_) | What::Done(_) | What::Newer | What::Unreadable { .. } => None,
    }
}

fn instant(utc_ms: i64, today: NaiveDate, text: Text) -> String {
    dates::day_and_time(&clock::at(utc_ms as f64), today, text.language)
}

/// "Sunday, November 22, 9:40 PM", or "Today, 9:40 PM".
fn when_in_full(moment: &Moment, text: Text) -> String {
    let today = clock::now().day();
    let day = if moment.day() == today {
        text.log().today.to_owned()
    } else {
        dates::day(moment.day(), today, text.language)
    };
    format!("{day}, {}", dates::time(moment, text.language))
}
