//! Sober time: several truths side by side, each shown where the person wants it.

mod also;
mod start;

use chrono::NaiveDate;
use domain::sober::{Counted, SoberTime, Span, StartId, Told, Truth};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Text;
use ui::{ButtonKind, ButtonLink, Card, Choice, Disclosure, EmptyState, Icon, Memo, RwSignal, Select, derived, live};

use also::AlsoDone;
pub use start::Start;

use super::details::chips::said;
use super::saving::Problem;
use crate::browser::{clock, dates};
use crate::routes::Page;
use crate::state::App;

/// Today, by the clock of the person; another day after midnight.
pub fn today(app: App) -> Memo<NaiveDate> {
    Memo::new(move |_| {
        app.woken.track();
        app.revision.track();
        clock::now().day()
    })
}

/// What is counted, in the person's language.
pub fn name_of(one: &Counted, text: Text) -> String {
    said(one.counts.iter(), text).unwrap_or_else(|| text.sober().everything.to_owned())
}

#[component]
pub fn Sober(app: App) -> impl IntoView {
    let today = today(app);
    let told = Memo::new(move |_| {
        app.revision.track();
        app.journal().sober_time(today.get())
    });
    let days = live(move || match told.get() {
        None => view! { <p class="lead">{app.text().sober().not_known_yet}</p> }.into_any(),
        Some(all) if all.is_empty() => view! {
            <EmptyState text=app.text().sober().empty.to_owned() icon=Icon::Today>
                <ButtonLink href=Page::AddStart.path()>{app.text().sober().start_counting}</ButtonLink>
            </EmptyState>
        }
        .into_any(),
        Some(all) => view! { <Told app=app all=all today=today.get_untracked() /> }.into_any(),
    });
    view! {
        {days}
        <AlsoDone app=app />
    }
}

#[component]
fn Told(app: App, all: Vec<Counted>, today: NaiveDate) -> impl IntoView {
    let words = app.text().sober();
    let choices = app.journal().sober_choices();
    let shown: Vec<Truth> = choices.on(Told::OnItsPage).collect();
    let starts = app.journal().sober_starts();
    let is_one = all.len() == 1;
    let cards = all.into_iter().zip(0_usize..).map(|(one, place)| {
        let is_same = |start: &domain::sober::SoberStart| match (start.counts(), &one.counts) {
            (Some(mine), Some(theirs)) => mine.same_as(theirs),
            (mine, theirs) => mine.is_none() && theirs.is_none(),
        };
        let own: Vec<(StartId, NaiveDate)> =
            starts.iter().filter(|(_, start)| is_same(start)).map(|(id, start)| (*id, start.day())).collect();
        let has_several = own.len() > 1;
        let day_of = |day| has_several.then(|| dates::short_day(day, today, app.text().language));
        let changes = own.into_iter().map(|(id, day)| change(app, id, day_of(day))).collect_view();
        let heading = (!is_one || one.counts.is_some()).then(|| name_of(&one, app.text()));
        let rows = shown.iter().map(|truth| row(*truth, &one.time, today, app.text())).collect_view();
        view! {
            <Card id=format!("counted-{place}") heading=heading>
                <dl class="facts">{rows}</dl>
                <div class="cluster">{changes}</div>
            </Card>
        }
    });
    let cards = cards.collect_view();
    view! {
        <p class="quiet">{words.lead}</p>
        {cards}
        <p class="quiet small">{words.how_counted}</p>
        <ButtonLink href=Page::AddStart.path() kind=ButtonKind::Quiet icon=Icon::Plus wide=true>
            {words.add_start}
        </ButtonLink>
        <Choices app=app />
    }
}

/// The way to a start: "Change the start", with its day where there are several.
fn change(app: App, id: StartId, day: Option<String>) -> impl IntoView {
    let words = [Some(app.text().sober().change_start.to_owned()), day];
    view! {
        <ButtonLink href=Page::Start(id).path() kind=ButtonKind::Plain icon=Icon::Edit>
            {words.into_iter().flatten().collect::<Vec<_>>().join(" · ")}
        </ButtonLink>
    }
}

fn row(truth: Truth, time: &SoberTime, today: NaiveDate, text: Text) -> impl IntoView + use<> {
    let words = text.sober();
    let (value, line) = match truth {
        Truth::Current => {
            let since = match time.current.since {
                since if since > today => words.from_tomorrow.to_owned(),
                since => (words.since)(&dates::short_day(since, today, text.language)),
            };
            let span = (words.span)(Span::between(time.current.since, today));
            let line = [span, since].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            ((words.days)(time.current.days), Some(line))
        }
        Truth::Best => ((words.days)(time.best), None),
        Truth::Together => ((words.days)(time.together), None),
        Truth::Last30 => ((words.share)(time.last_30), None),
        Truth::Last90 => ((words.share)(time.last_90), None),
    };
    view! {
        <dt>{(words.truth)(truth)}</dt>
        <dd class="numbers">
            <span class="strong">{value}</span>
            {line.map(|line| view! { <p class="quiet small">{line}</p> })}
        </dd>
    }
}

/// Where each truth is told.
#[component]
fn Choices(app: App) -> impl IntoView {
    let words = app.text().sober();
    let failed = RwSignal::new(None);
    let places: Vec<Choice> = Told::ALL
        .iter()
        .map(|told| Choice { value: told.code().to_owned(), label: (words.told)(*told).to_owned() })
        .collect();
    let choose = move |truth: Truth, code: String| {
        let Some(told) = Told::from_code(&code) else { return };
        spawn_local(async move {
            let answer = app.tell_truth(truth, told).await;
            let _ = failed.try_set(answer.err());
        });
    };
    let selects = Truth::ALL.iter().map(|truth| {
        let truth = *truth;
        let value = move || {
            app.revision.track();
            app.journal().sober_choices().told(truth).code().to_owned()
        };
        view! {
            <Select
                id=format!("told-{}", truth.code())
                label=(words.truth)(truth).to_owned()
                choices=ui::Signal::stored(places.clone())
                value=derived(value)
                on_choose=move |code| choose(truth, code)
            />
        }
    });
    let selects = selects.collect_view();
    view! {
        <Disclosure summary=words.what_is_told.to_owned()>
            {selects}
            <Problem app=app why=failed on_again=|()| () />
        </Disclosure>
    }
}
