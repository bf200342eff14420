//! Cope: what can be gone on with, what has helped, what there is for what is going on.

mod form;
mod one;
mod run;
mod step;
mod wish;

use std::rc::Rc;

use domain::strategy::{ENOUGH, Helped, Strategy, StrategyRun, helped, offered};
use engine::{EntryKey, RunSaved};
use leptos::prelude::*;
use ui::{Button, ButtonKind, ButtonLink, Card, ChoiceRow, Effect, Icon, Memo, RwSignal, Show, derived, live};

pub use form::OwnForm;
pub use one::OneStrategy;
pub use run::Run;

use crate::answer::Answer;
use crate::browser::{clock, library, time};
use crate::routes::Page;
use crate::state::{App, OpenJournal, follow};
use wish::{Narrow, Needs, Wished};

/// What helped a year ago may say little about today.
const LATELY_MS: i64 = 365 * 24 * 60 * 60 * 1000;
/// A run that was begun within this time is offered to be gone on with.
const STILL_ON_MS: i64 = 24 * 60 * 60 * 1000;
/// As many strategies of one's own numbers are shown; the rest stand in the list.
const MOST_HELPED: usize = 3;
/// So many rows at first; a list of all is long.
const ROWS: usize = 12;

/// What was done, the latest first.
type Runs = Rc<[RunSaved]>;

/// All strategies there are: one's own first, then the library.
pub type All = Rc<[Strategy]>;

/// Reads them.
pub async fn read(app: App, journal: &OpenJournal) -> All {
    let own = journal.own_strategies().into_iter().filter_map(|(id, own)| own.as_strategy(id));
    let library = library::library(app.language.get_untracked()).await;
    app.parts.is_hard_to_get.set(false);
    own.chain(library.iter().cloned()).collect()
}

/// What was done within a time that ends now. A home that does not answer has nothing to tell of.
async fn done(journal: &OpenJournal, within_ms: i64) -> Runs {
    let since = clock::now().utc_ms().saturating_sub(within_ms);
    journal.runs(since..i64::MAX).await.unwrap_or_default().into()
}

/// What it is called now, or what it was called when it was done last.
fn name(one: &Helped, all: &[Strategy], lately: &[RunSaved]) -> Option<String> {
    let now = all.iter().find(|strategy| strategy.key == one.strategy).map(|strategy| strategy.name.clone());
    let then = || {
        let run = lately.iter().find(|saved| *saved.run.strategy() == one.strategy)?;
        Some(run.run.name().as_str().to_owned())
    };
    now.or_else(then)
}

/// The tab.
#[component]
pub fn Cope(app: App) -> impl IntoView {
    let shown: Answer<All> = follow(app, move |journal| async move { read(app, &journal).await });
    let just_now: Answer<Runs> = follow(app, |journal| async move { done(&journal, STILL_ON_MS).await });
    // A year of it may take a moment, and nobody waits for it: the list is there before.
    let lately: Answer<Runs> = follow(app, |journal| async move { done(&journal, LATELY_MS).await });
    let helped = Memo::new(move |_| {
        lately.with(|lately| helped(lately.iter().flat_map(|runs| runs.iter()).map(|saved| &saved.run)))
    });
    let wish = Wished::new();
    let is_there = Memo::new(move |_| shown.with(Option::is_some));
    // The bench measures from the tap on the tab to this.
    Effect::new(move |_| {
        if is_there.get() {
            request_animation_frame(|| time::mark("handrail:cope"));
        }
    });
    view! {
        <GoOn app=app just_now=just_now />
        <WhatHelped app=app shown=shown lately=lately helped=helped />
        <Needs app=app wish=wish />
        <Narrow app=app wish=wish />
        <Found app=app shown=shown helped=helped wish=wish />
        <Prepared app=app />
        <ButtonLink href=Page::AddStrategy.path() kind=ButtonKind::Quiet icon=Icon::Plus wide=true>
            {app.text().cope().add_own}
        </ButtonLink>
    }
}

/// What was prepared on a better day.
#[component]
fn Prepared(app: App) -> impl IntoView {
    let (titles, safety) = (app.text().titles(), app.text().safety());
    let row = |page: Page, title: &str, line: &str| (page.path(), title.to_owned(), Some(line.to_owned()));
    rows(
        vec![
            row(Page::SafetyPlan, titles.safety_plan, safety.plan_line),
            row(Page::Reasons, titles.reasons, safety.reasons_line),
            row(Page::TriggerChart, titles.trigger_chart, safety.chart_line),
            row(Page::Checklists, titles.checklists, app.text().checklists().in_cope),
        ],
        Icon::Note,
    )
}

/// One row: where it leads, what it is called, and a line.
type Row = (String, String, Option<String>);

fn rows(rows: Vec<Row>, icon: Icon) -> AnyView {
    let row = |(href, title, line): Row| view! { <ChoiceRow href=href icon=icon title=title line=line /> };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! { <div class="rows">{rows}</div> }.into_any()
}

/// A run that was interrupted goes on with one tap.
#[component]
fn GoOn(app: App, just_now: Answer<Runs>) -> impl IntoView {
    let open = Memo::new(move |_| {
        let since = clock::now().utc_ms().saturating_sub(STILL_ON_MS);
        let is_open = |run: &StrategyRun| !run.is_over() && !run.is_untouched() && run.at().utc_ms() >= since;
        just_now.with(|runs| {
            let saved = runs.as_ref()?.iter().find(|saved| is_open(&saved.run))?;
            Some((Page::Run(EntryKey::of(saved.id)).path(), saved.run.name().as_str().to_owned()))
        })
    });
    live(move || {
        let go_on = app.text().cope().go_on.to_owned();
        open.get().map(|(href, name)| rows(vec![(href, go_on, Some(name))], Icon::Checklist))
    })
}

#[component]
fn WhatHelped(app: App, shown: Answer<All>, lately: Answer<Runs>, helped: Memo<Vec<Helped>>) -> impl IntoView {
    let told = Memo::new(move |_| {
        let words = app.text().cope();
        let line = |one: &Helped| match one.average_tenths() {
            Some(average) => (words.average)(average, one.rated),
            None => (words.not_enough)(one.rated),
        };
        // What made it stronger is no help; of what is not known enough it is said how little is known.
        let is_told = |one: &&Helped| one.average_tenths().is_none_or(|average| average < 0);
        shown.with(|all| {
            lately.with(|lately| {
                let (all, lately) = (all.as_deref().unwrap_or_default(), lately.as_deref().unwrap_or_default());
                let row = |one: &Helped| {
                    Some((Page::Strategy(one.strategy.mark()).path(), name(one, all, lately)?, Some(line(one))))
                };
                helped.with(|helped| {
                    helped.iter().filter(is_told).filter_map(row).take(MOST_HELPED).collect::<Vec<Row>>()
                })
            })
        })
    });
    live(move || {
        let told = told.get();
        let words = app.text().cope();
        (!told.is_empty()).then(|| {
            view! {
                <Card id="helped" heading=Some(words.helped.to_owned())>
                    {rows(told, Icon::Check)}
                    <p class="quiet small">{words.helped_line}</p>
                </Card>
            }
        })
    })
}

/// What fits.
#[component]
fn Found(app: App, shown: Answer<All>, helped: Memo<Vec<Helped>>, wish: Wished) -> impl IntoView {
    let is_long = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let words = app.text().cope();
        let wish = wish.get();
        let choices = app.journal().strategy_choices();
        shown.with(|shown| {
            let Some(all) = shown else { return None };
            let known = helped.get();
            let line = |one: &Strategy| {
                let minutes = (words.minutes)(one.minutes);
                let helped = known.iter().find(|known| known.strategy == one.key && known.rated >= ENOUGH);
                let average = helped.and_then(|known| Some((words.average)(known.average_tenths()?, known.rated)));
                [Some(minutes), average].into_iter().flatten().collect::<Vec<_>>().join(" · ")
            };
            let row = |one: &&Strategy| (Page::Strategy(one.key.mark()).path(), one.name.clone(), Some(line(one)));
            let is_missing = all.iter().all(|one| one.schools.is_empty());
            Some((offered(all, &wish, &choices, &known).iter().map(row).collect::<Vec<Row>>(), is_missing))
        })
    });
    // Until the list is on the phone it may have to wait for the network.
    let waits = move || found.with(Option::is_none) && app.parts.is_hard_to_get.get();
    let list = live(move || {
        let words = app.text().cope();
        found.get().map(|(found, is_missing)| {
            let rest = found.len().saturating_sub(ROWS);
            let is_cut = rest > 0 && !is_long.get();
            let shown: Vec<Row> = found.into_iter().take(if is_cut { ROWS } else { usize::MAX }).collect();
            let is_empty = shown.is_empty();
            view! {
                {is_missing.then(|| view! { <p role="status">{words.not_read}</p> })}
                {(is_empty && !is_missing).then(|| view! { <p class="quiet">{words.none_found}</p> })}
                {rows(shown, Icon::Checklist)}
                {is_cut
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Quiet wide=true on_press=move |()| is_long.set(true)>
                                {(words.show_rest)(rest)}
                            </Button>
                        }
                    })}
            }
        })
    });
    view! {
        <Show when=waits>
            <p role="status">{app.text().cope().not_read}</p>
        </Show>
        {list}
    }
}

/// The strategy with a mark, as long as it is known.
pub fn with_mark(shown: Answer<All>, mark: [u8; 8]) -> ui::Signal<Option<Option<Strategy>>> {
    derived(move || shown.with(|all| Some(all.as_ref()?.iter().find(|one| one.key.mark() == mark).cloned())))
}
