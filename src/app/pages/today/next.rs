//! The next session: what it is, how near, where, and the ways to get there. It stands below the craving card, because it arrives after
//! it and must not move it.

use chrono::NaiveDate;
use domain::PhoneNumber;
use domain::week::{NextState, Occasion, PREPARE_FROM_MS, next};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Card, Icon, Memo, Show, derived, live, show_let};

use crate::browser::{clock, dates};
use crate::pages::occasion;
use crate::pages::session::facts::ways;
use crate::state::{App, OpenJournal, follow_with};
use crate::text::Text;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// So far ahead it is looked for. What is later than that is not next.
const AHEAD_MS: i64 = 8 * DAY_MS;

/// The next one, and how near it is.
#[derive(Clone, PartialEq)]
struct Coming {
    occasion: Occasion,
    clinic: Option<PhoneNumber>,
    countdown: String,
    can_prepare: bool,
}

async fn find(app: App, journal: &OpenJournal) -> Option<Coming> {
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
    let clinic = journal.timetable().clinic_phone(at).cloned();
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

/// The card; nothing while nothing is planned.
#[component]
pub fn NextCard(app: App, now_ms: Signal<i64>) -> impl IntoView {
    let read = follow_with(app, move || now_ms.track(), move |journal| async move { find(app, &journal).await });
    let coming = Memo::new(move |_| read.with(|read| read.clone().flatten()));
    // Drawn anew for another session only; the words that count down change in their place.
    let what = Memo::new(move |_| coming.with(|coming| coming.clone().map(|one| (one.occasion, one.clinic))));
    let countdown =
        derived(move || coming.with(|coming| coming.as_ref().map(|one| one.countdown.clone())).unwrap_or_default());
    let can_prepare = derived(move || coming.with(|coming| coming.as_ref().is_some_and(|one| one.can_prepare)));
    show_let(what.into(), move |(occasion, clinic): (Occasion, Option<PhoneNumber>)| {
        drawn(app, &occasion, clinic.as_ref(), countdown, can_prepare)
    })
}

fn drawn(
    app: App,
    occasion: &Occasion,
    clinic: Option<&PhoneNumber>,
    countdown: Signal<String>,
    can_prepare: Signal<bool>,
) -> AnyView {
    let (at, text) = (&occasion.occurrence, app.text());
    let place = occasion::place(&at.about, text).map(|place| format!(" · {place}"));
    let href = occasion::page(&at.key).path();
    let what = format!("{} · {}", occasion::title(&at.about, text), occasion::time(app, at));
    let to_prepare = href.clone();
    let (there, ways) = (occasion::time_there(app, at), ways(app, at, clinic));
    view! {
        <Card id="next" heading=Some(text.week().next.to_owned())>
            <div>
                <p class="lead strong numbers">
                    <a href=href>{what}</a>
                </p>
                <p class="numbers">
                    {live(move || countdown.get())}
                    {place}
                </p>
                {there.map(|words| view! { <p class="quiet small numbers">{words}</p> })}
            </div>
            {ways}
            <Show when=move || can_prepare.get()>
                <div>
                    <ButtonLink href=to_prepare.clone() kind=ButtonKind::Quiet icon=Icon::Note>
                        {app.text().week().prepare}
                    </ButtonLink>
                </div>
            </Show>
        </Card>
    }
    .into_any()
}
