//! The next session: what it is, how near and where, above the craving card in a place that is kept for it; below the card the ways to
//! get there.

use chrono::{NaiveDate, Timelike};
use domain::PhoneNumber;
use domain::week::{NextState, Occasion, PREPARE_FROM_MS, Timetable, next};
use leptos::prelude::*;
use text::Text;
use ui::{ButtonKind, ButtonLink, Card, Icon, Memo, NextRow, Show, Signal, derived, show_let};

use crate::browser::{clock, dates};
use crate::pages::minutes::minutes;
use crate::pages::occasion;
use crate::pages::session::facts::ways;
use crate::state::{App, OpenJournal, follow_with};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// So far ahead it is looked for. What is later than that is not next.
const AHEAD_MS: i64 = 8 * DAY_MS;

/// What lies ahead.
#[derive(Clone, PartialEq)]
enum Ahead {
    /// Nothing was ever planned.
    Unplanned,
    Nothing,
    One(Box<Coming>),
}

/// The next one, and how near it is.
#[derive(Clone, PartialEq)]
struct Coming {
    occasion: Occasion,
    clinic: Option<PhoneNumber>,
    countdown: String,
    can_prepare: bool,
}

async fn find(app: App, journal: &OpenJournal) -> Ahead {
    let timetable = journal.timetable();
    if timetable.sessions.is_empty() && timetable.imported.is_empty() {
        return Ahead::Unplanned;
    }
    find_one(app, journal, &timetable).await.map_or(Ahead::Nothing, |coming| Ahead::One(Box::new(coming)))
}

async fn find_one(app: App, journal: &OpenJournal, timetable: &Timetable) -> Option<Coming> {
    let (zones, now) = (app.zones(), clock::now());
    let now_ms = now.utc_ms();
    let range = now_ms.saturating_sub(DAY_MS)..now_ms.saturating_add(AHEAD_MS);
    // A home that does not answer is told of by the list below.
    let occasions = journal.week(&zones, now.zone(), range).await.ok()?;
    let next = next(&occasions, now_ms)?;
    let at = &next.occasion.occurrence;
    let to_go = at.starts_utc_ms.saturating_sub(now_ms);
    let countdown = match next.state {
        NextState::Running => app.text().week().on_now.to_owned(),
        NextState::Soon => (app.text().week().starts_in)(minutes_of(to_go)),
        NextState::Upcoming => countdown(to_go, occasion::day(app, at), now.day(), app.text()),
    };
    let can_prepare = (1..=PREPARE_FROM_MS).contains(&to_go);
    let clinic = timetable.clinic_phone(at).cloned();
    Some(Coming { occasion: next.occasion.clone(), clinic, countdown, can_prepare })
}

/// Minutes that have begun count: nobody is told that there is more time than there is.
fn minutes_of(to_go_ms: i64) -> i64 {
    to_go_ms.saturating_add(MINUTE_MS - 1) / MINUTE_MS
}

/// "in 40 min", "in 2 hours", "Tomorrow", "Thursday, November 26".
fn countdown(to_go_ms: i64, day: NaiveDate, today: NaiveDate, text: Text) -> String {
    let words = text.week();
    let minutes = minutes_of(to_go_ms);
    if minutes <= 90 {
        (words.in_minutes)(minutes)
    } else if day == today {
        (words.in_hours)(minutes.saturating_add(30) / 60)
    } else if Some(day) == today.succ_opt() {
        words.tomorrow.to_owned()
    } else {
        dates::day(day, today, text.language)
    }
}

/// What lies ahead, read again each minute.
fn ahead(app: App, now_ms: Signal<i64>) -> Memo<Option<Ahead>> {
    let read = follow_with(app, move || now_ms.track(), move |journal| async move { find(app, &journal).await });
    Memo::new(move |_| read.get())
}

fn coming(ahead: &Option<Ahead>) -> Option<&Coming> {
    match ahead {
        Some(Ahead::One(coming)) => Some(coming),
        Some(Ahead::Unplanned | Ahead::Nothing) | None => None,
    }
}

/// The next session in two lines; a greeting where nothing is planned. Fills its place and no more.
#[component]
pub fn NextLine(app: App) -> impl IntoView {
    let now_ms = minutes(app);
    let ahead = ahead(app, now_ms);
    // Drawn anew for another session only; the words that count down change in their place.
    let what = Memo::new(move |_| ahead.with(|ahead| coming(ahead).map(|one| one.occasion.clone())));
    let countdown =
        derived(move || ahead.with(|ahead| coming(ahead).map(|one| one.countdown.clone())).unwrap_or_default());
    let is_free = Memo::new(move |_| ahead.with(|ahead| ahead.is_some() && coming(ahead).is_none()));
    let has_plan = move || ahead.with(|ahead| *ahead == Some(Ahead::Nothing));
    let greeting = derived(move || {
        now_ms.track();
        (app.text().today().greeting)(clock::now().civil().hour()).to_owned()
    });
    let line = derived(move || {
        now_ms.track();
        let today = clock::now().day();
        if has_plan() {
            app.text().week().nothing_ahead.to_owned()
        } else {
            dates::day(today, today, app.text().language)
        }
    });
    view! {
        {show_let(what.into(), move |occasion: Occasion| row(app, &occasion, countdown))}
        <Show when=move || is_free.get()>
            <p class="next-slot__free">
                <span class="lead">{greeting}</span>
                <span class="quiet">{line}</span>
            </p>
        </Show>
    }
}

fn row(app: App, occasion: &Occasion, countdown: Signal<String>) -> AnyView {
    let (at, text) = (&occasion.occurrence, app.text());
    view! {
        <NextRow
            href=occasion::page(&at.key).path()
            label=text.week().next
            title=occasion::title(&at.about, text)
            time=occasion::time(app, at)
            countdown=countdown
            place=occasion::place(&at.about, text)
        />
    }
    .into_any()
}

/// The ways to the next session; nothing where it has none.
#[component]
pub fn NextCard(app: App, now_ms: Signal<i64>) -> impl IntoView {
    let ahead = ahead(app, now_ms);
    let what =
        Memo::new(move |_| ahead.with(|ahead| coming(ahead).map(|one| (one.occasion.clone(), one.clinic.clone()))));
    let can_prepare = derived(move || ahead.with(|ahead| coming(ahead).is_some_and(|one| one.can_prepare)));
    show_let(what.into(), move |(occasion, clinic): (Occasion, Option<PhoneNumber>)| {
        drawn(app, &occasion, clinic.as_ref(), can_prepare)
    })
}

fn drawn(app: App, occasion: &Occasion, clinic: Option<&PhoneNumber>, can_prepare: Signal<bool>) -> Option<AnyView> {
    let (at, text) = (&occasion.occurrence, app.text());
    let (there, ways) = (occasion::time_there(app, at), ways(app, at, clinic));
    if there.is_none() && ways.is_none() {
        return None;
    }
    let to_prepare = occasion::page(&at.key).path();
    let heading = format!("{}: {}", text.week().next, occasion::title(&at.about, text));
    let card = view! {
        <Card id="next" heading=Some(heading)>
            {there.map(|words| view! { <p class="quiet numbers">{words}</p> })}
            {ways}
            <Show when=move || can_prepare.get()>
                <div>
                    <ButtonLink href=to_prepare.clone() kind=ButtonKind::Quiet icon=Icon::Note>
                        {app.text().week().prepare}
                    </ButtonLink>
                </div>
            </Show>
        </Card>
    };
    Some(card.into_any())
}
