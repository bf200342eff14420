//! Lists of one's own, by what they are for.

mod form;
mod one;

use domain::{Checklist, ChecklistDay, ChecklistId, ChecklistUse};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Card, ChoiceRow, Icon, Memo, live};

pub use form::ChecklistForm;
pub use one::OneChecklist;

use super::plan::fields::days_in_words;
use crate::browser::{clock, dates};
use crate::routes::Page;
use crate::state::{App, OpenJournal, follow};

/// A list, and what is ticked on it now.
pub type Ticked = (ChecklistId, Checklist, Option<ChecklistDay>);

/// All of them with their ticks. A home that does not answer has none.
pub async fn read(journal: &OpenJournal) -> Vec<Ticked> {
    let now = clock::now();
    let mut found = Vec::new();
    for (id, list) in journal.checklists() {
        let ticks = journal.ticks(id, list.day_of(&now)).await.ok().flatten();
        found.push((id, list, ticks));
    }
    found.sort_by(|(_, one, _), (_, other, _)| one.name().as_str().cmp(other.name().as_str()));
    found
}

/// "2 of 3 done", or of this week.
pub fn progress(app: App, (_, list, ticks): &Ticked) -> String {
    let words = app.text().checklists();
    let done = ticks.as_ref().map_or(0, |ticks| ticks.done_of(list));
    let say = match list.list_use() {
        ChecklistUse::StayingAway => words.this_week,
        ChecklistUse::Routine | ChecklistUse::HighRisk => words.done_of,
    };
    say(done, list.steps().len())
}

/// When it comes up: days, day of the month, time; empty for a list that waits.
pub fn when(app: App, list: &Checklist) -> String {
    let (words, language) = (app.text().checklists(), app.text().language);
    let repeats = list.repeats();
    let time = repeats.at.map(|at| (words.around)(&dates::time_of_day(at.on(clock::now().day()), language)));
    let days = repeats.days.map(|days| days_in_words(days, language));
    [days, repeats.day_of_month.map(words.each_month), time].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[component]
pub fn Checklists(app: App) -> impl IntoView {
    let read = follow(app, move |journal| async move { read(&journal).await });
    let uses = ChecklistUse::ALL.iter().map(|of| {
        let of = *of;
        let rows = Memo::new(move |_| {
            read.with(|read| {
                let of_this = read.iter().flatten().filter(|(_, list, _)| list.list_use() == of);
                let row = |one: &Ticked| {
                    let (id, list, _) = one;
                    let line = [when(app, list), progress(app, one)];
                    let line = line.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
                    (Page::Checklist(*id).path(), list.name().as_str().to_owned(), line)
                };
                of_this.map(row).collect::<Vec<_>>()
            })
        });
        view! { <OneUse app=app of=of rows=rows /> }
    });
    view! {
        {uses.collect_view()}
        <ButtonLink href=Page::AddChecklist.path() wide=true icon=Icon::Plus kind=ButtonKind::Quiet>
            {app.text().checklists().add}
        </ButtonLink>
    }
}

#[component]
fn OneUse(app: App, of: ChecklistUse, rows: Memo<Vec<(String, String, String)>>) -> impl IntoView {
    let words = app.text().checklists();
    view! {
        <Card id=of.code() heading=Some((words.list_use)(of).to_owned())>
            <p class="quiet">{(words.use_hint)(of)}</p>
            {live(move || {
                let rows = rows.get();
                if rows.is_empty() {
                    return view! { <p class="quiet">{words.none_yet}</p> }.into_any();
                }
                let rows = rows.into_iter().map(|(href, title, line)| {
                    view! { <ChoiceRow href=href icon=Icon::Checklist title=title line=Some(line) /> }
                });
                view! { <div class="rows">{rows.collect_view()}</div> }.into_any()
            })}
        </Card>
    }
}
