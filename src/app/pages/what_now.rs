//! What to do about the number that was just saved. From a certain number on acts are offered; below it a quiet line is enough.

use domain::strategy::helped;
use domain::{Person, RideOut, RideOutState};
use engine::{EntryKey, RunSaved};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, ChoiceRow, Disclosure, For, Icon, Memo, Show, derived, live, show_let};

use super::call::called_now;
use super::found::{FlowTitle, Here, with_craving};
use super::saving::{NotSaved, Saving};
use crate::answer::Answer;
use crate::browser::clock;
use crate::routes::Page;
use crate::state::{App, follow};

/// What helped is told from so many milliseconds: three months are read in a moment, also after years.
const LATELY_MS: i64 = 90 * 24 * 60 * 60 * 1000;

/// After a craving.
#[component]
pub fn WhatNow(app: App, key: EntryKey) -> impl IntoView {
    view! {
        <FlowTitle words=app.text().titles().what_now.to_owned() />
        {with_craving(app, key, |here| view! { <Offer here=here /> })}
    }
}

#[component]
fn Offer(here: Here) -> impl IntoView {
    let Here { app, key, craving, .. } = here;
    let number = Memo::new(move |_| craving.with(|craving| craving.intensity().value()));
    let is_strong = Memo::new(move |_| {
        craving.with(|craving| craving.offers_actions(app.settings.with(domain::Settings::act_from)))
    });
    view! {
        <p class="quiet">{live(move || (app.text().craving().you_logged)(number.get()))}</p>
        <Show when=move || is_strong.get() fallback=move || view! { <Quiet here=here /> }>
            <Acts here=here />
        </Show>
        <ButtonLink href=Page::Details(key).path() kind=ButtonKind::Quiet icon=Icon::Plus wide=true>
            {app.text().craving().add_more}
        </ButtonLink>
        <ButtonLink href=Page::Today.path() kind=ButtonKind::Plain wide=true>
            {live(move || if is_strong.get() { app.text().craving().not_now } else { app.text().craving().to_today })}
        </ButtonLink>
    }
}

/// Below the threshold nothing is pushed; the acts are there for whoever wants one.
#[component]
fn Quiet(here: Here) -> impl IntoView {
    let app = here.app;
    view! {
        <p class="lead">{app.text().craving().may_pass}</p>
        <Disclosure summary=app.text().craving().do_something.to_owned()>
            <Acts here=here />
        </Disclosure>
    }
}

#[component]
fn Acts(here: Here) -> impl IntoView {
    let Here { app, key, craving, .. } = here;
    let wave_line = move || {
        let text = app.text().craving();
        let Some(wave) = craving.with(|craving| craving.ride_out()) else { return text.ride_it_out_line.to_owned() };
        let left = RideOut::LENGTH_S.saturating_sub(wave.elapsed_at(clock::now().utc_ms()));
        match wave.state() {
            RideOutState::Finished => text.ride_over.to_owned(),
            RideOutState::Running { .. } | RideOutState::Left => (text.ride_left)(left),
        }
    };
    let lately = follow(app, |journal| async move {
        let since = clock::now().utc_ms().saturating_sub(LATELY_MS);
        journal.runs(since..i64::MAX).await.unwrap_or_default()
    });
    view! {
        <ChoiceRow
            href=Page::RideOut(key).path()
            icon=Icon::Wave
            title=app.text().titles().ride_it_out.to_owned()
            line=derived(move || Some(wave_line()))
        />
        <CallSomeone here=here />
        <ChoiceRow
            href=Page::Leave(key).path()
            icon=Icon::Leave
            title=app.text().titles().leave.to_owned()
            line=Some(app.text().craving().leave_line.to_owned())
        />
        <ChoiceRow
            href=Page::Cope.path()
            icon=Icon::Checklist
            title=app.text().craving().my_checklist.to_owned()
            line=derived(move || Some(helped_most(app, lately)))
        />
        <MyReasons app=app />
    }
}

/// What helped most, by the person's own numbers; a word about the list while there are too few of them.
fn helped_most(app: App, lately: Answer<Vec<RunSaved>>) -> String {
    let text = app.text();
    let most = lately.with(|runs| {
        let runs = runs.as_ref()?;
        let most = helped(runs.iter().map(|saved| &saved.run)).into_iter().next()?;
        let average = most.average_tenths().filter(|average| *average < 0)?;
        let named = runs.iter().find(|saved| *saved.run.strategy() == most.strategy)?;
        Some(format!("{}: {}", named.run.name().as_str(), (text.cope().average)(average, most.rated)))
    });
    most.unwrap_or_else(|| text.craving().my_checklist_line.to_owned())
}

/// Why they are doing this, in their own words; nothing for who wrote none.
#[component]
fn MyReasons(app: App) -> impl IntoView {
    let first = Memo::new(move |_| {
        app.revision.track();
        let reasons = app.journal().reasons();
        let words = reasons.iter().find_map(|(_, reason)| reason.words().map(|words| words.as_str().to_owned()));
        (!reasons.is_empty()).then_some(words)
    });
    live(move || {
        first.get().map(|words| {
            let title = app.text().titles().reasons.to_owned();
            view! { <ChoiceRow href=Page::Reasons.path() icon=Icon::Sun title=title line=words /> }
        })
    })
}

/// As many are one tap away; the others are behind one more row.
const FIRST: usize = 2;

/// The first people, one tap to call each. A call is kept as an act of this craving, and the number is asked for again.
#[component]
fn CallSomeone(here: Here) -> impl IntoView {
    let Here { app, id, key, .. } = here;
    let saving = Saving::new(app, id);
    let people = Memo::new(move |_| {
        app.revision.track();
        app.journal().people()
    });
    let called = move |()| {
        leptos::task::spawn_local(async move {
            if saving.saved(called_now()).await {
                app.go_to.set(Some(Page::Call(key)));
            }
        });
    };
    let first = move || {
        let words = app.text().people();
        let row = |(_, person): &(_, Person)| {
            let number = person.first_call()?;
            let line = person.quiet().map(|quiet| (words.quiet_line)(quiet.as_str()));
            let line = line.unwrap_or_else(|| (words.role)(person.role()).to_owned());
            Some((number.tel_link(), (words.call_them)(person.name().as_str()), line))
        };
        people.with(|people| people.iter().filter_map(row).take(FIRST).collect::<Vec<_>>())
    };
    let more = move || {
        let text = app.text().craving();
        match people.with(Vec::len) {
            0 => Some((Page::AddPerson, text.call_someone, Some(text.call_line.to_owned()))),
            count if count > first().len() => Some((Page::Call(key), text.call_others, None)),
            _ => None,
        }
    };
    view! {
        <div class="rows">
            <For each=first key=Clone::clone let:row>
                <ChoiceRow href=row.0 icon=Icon::Phone title=row.1 line=Some(row.2) on_follow=called />
            </For>
            {show_let(derived(more), move |(to, title, line)| view! {
                <ChoiceRow href=to.path() icon=Icon::Person title=title.to_owned() line=line />
            })}
        </div>
        <NotSaved app=app saving=saving />
    }
}
