//! One list: its steps, ticked as they are done. Each tick is saved at once, so a call or a locked phone loses none.

use chrono::Days;
use domain::{Checklist, ChecklistDay, ChecklistId, ChecklistUse, Line};
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, ButtonLink, Card, For, Icon, Memo, RwSignal, Tick, derived, live};

use super::when;
use crate::browser::clock;
use crate::pages::saving::Problem;
use crate::routes::Page;
use crate::state::{App, follow_with};

/// So many days are looked back on, today included.
const LATELY_DAYS: u64 = 28;

/// What is read beside the list itself: what is ticked now, and on how many days lately anything was.
#[derive(Clone, Default, PartialEq)]
struct Told {
    ticks: Option<ChecklistDay>,
    lately: usize,
}

#[component]
pub fn OneChecklist(app: App, id: ChecklistId) -> impl IntoView {
    let list = Memo::new(move |_| {
        app.revision.track();
        app.journal().checklists().into_iter().find(|(there, _)| *there == id).map(|(_, list)| list)
    });
    let is_there = Memo::new(move |_| list.with(Option::is_some));
    live(move || {
        if is_there.get() {
            return view! { <Steps app=app id=id list=list /> }.into_any();
        }
        view! {
            <p class="lead">{app.text().checklists().gone}</p>
            <ButtonLink href=Page::Checklists.path()>{app.text().titles().checklists}</ButtonLink>
        }
        .into_any()
    })
}

#[component]
fn Steps(app: App, id: ChecklistId, list: Memo<Option<Checklist>>) -> impl IntoView {
    let words = app.text().checklists();
    // Whoever comes back in the morning ticks for the new day.
    let told = follow_with(
        app,
        move || app.woken.track(),
        move |journal| async move {
            let Some(list) = list.get_untracked() else { return Told::default() };
            let now = clock::now();
            let ticks = journal.ticks(id, list.day_of(&now)).await.ok().flatten();
            let first = now.day().checked_sub_days(Days::new(LATELY_DAYS - 1)).unwrap_or(now.day());
            let lately = journal.ticks_between(first, now.day()).await.unwrap_or_default();
            let lately = lately.iter().filter(|day| day.list() == id && day.done_of(&list) > 0).count();
            Told { ticks, lately }
        },
    );
    let failed = RwSignal::new(None::<(Line, bool, SaveError)>);
    let tick = move |step: Line, is_done: bool| {
        let Some(list) = list.get_untracked() else { return };
        spawn_local(async move {
            let answer = app.tick_step(id, list.day_of(&clock::now()), step.clone(), is_done).await;
            let _ = failed.try_set(answer.err().map(|why| (step, is_done, why)));
        });
    };
    let again = move |()| {
        if let Some((step, is_done, _)) = failed.get_untracked() {
            tick(step, is_done);
        }
    };
    let steps = move || {
        list.with(|list| list.iter().flat_map(Checklist::steps).cloned().enumerate().collect::<Vec<(usize, Line)>>())
    };
    let row = move |(place, step): (usize, Line)| {
        let (asked, changed) = (step.clone(), step.clone());
        let is_ticked = move || {
            told.with(|told| {
                told.as_ref().is_some_and(|told| told.ticks.as_ref().is_some_and(|ticks| ticks.is_ticked(&asked)))
            })
        };
        view! {
            <Tick
                id=format!("step-{place}")
                label=step.as_str().to_owned()
                on=derived(is_ticked)
                on_change=move |is_done| tick(changed.clone(), is_done)
            />
        }
    };
    let name = move || list.with(|list| list.as_ref().map(|list| list.name().as_str().to_owned()));
    let about = move || list.with(|list| list.as_ref().map(|list| when(app, list)).filter(|when| !when.is_empty()));
    let heading = list.with_untracked(|list| list.as_ref().map_or(ChecklistUse::Routine, Checklist::list_use));
    let not_deleted = RwSignal::new(None::<SaveError>);
    let delete = move |()| {
        spawn_local(async move {
            match app.delete_checklist(id).await {
                Ok(()) => app.go_to.set(Some(Page::Checklists)),
                Err(why) => {
                    let _ = not_deleted.try_set(Some(why));
                }
            }
        });
    };
    view! {
        <h2 dir="auto">{live(name)}</h2>
        {live(move || about().map(|about| view! { <p class="quiet">{about}</p> }))}
        <Card id="steps" heading=Some((words.steps)(heading).to_owned())>
            <For each=steps key=|(place, step)| (*place, step.as_str().to_owned()) let:one>
                {row(one)}
            </For>
            <Problem app=app why=derived(move || failed.with(|failed| failed.as_ref().map(|(.., why)| *why))) on_again=again />
        </Card>
        {live(move || {
            let lately = told.with(|told| told.as_ref().map_or(0, |told| told.lately));
            (lately > 0 && heading != ChecklistUse::StayingAway)
                .then(|| view! { <p class="quiet small numbers">{(words.lately)(lately)}</p> })
        })}
        <ButtonLink href=Page::EditChecklist(id).path() kind=ButtonKind::Quiet icon=Icon::Edit wide=true>
            {words.change}
        </ButtonLink>
        <Button kind=ButtonKind::Plain icon=Icon::Trash wide=true on_press=delete>
            {words.delete}
        </Button>
        <Problem app=app why=not_deleted on_again=delete />
    }
}
