//! Help now: whom to call, at once. Nothing here waits for the journal, nothing is sent by opening it, and on the smallest phone
//! nothing has to be scrolled.

use std::iter;

use domain::{CRISIS_LINES, CRISIS_LINES_CHECKED_ON, CrisisLine, CrisisLineId, day_from_field};
use engine::{Entry, EntryKey, What};
use leptos::prelude::*;
use ui::{ChoiceRow, Disclosure, Icon, Memo, Tone, derived, live};

use crate::browser::{clock, dates};
use crate::routes::Page;
use crate::state::{App, follow};

/// A craving older than this is over; riding it out would be about another one. Milliseconds.
const STILL_NOW_MS: i64 = 3 * 60 * 60 * 1000;

/// The screen behind the amber button.
#[component]
pub fn HelpNow(app: App) -> impl IntoView {
    view! {
        <div class="flow flow--tight">
            <div class="cluster cluster--apart">
                <h1 id="page-title" tabindex="-1">
                    {app.text().common().help_now}
                </h1>
                <p class="small quiet">{app.text().help().nothing_is_sent}</p>
            </div>
            <LineRow app=app id=CrisisLineId::Lifeline988 way=Way::Call />
            <LineRow app=app id=CrisisLineId::Lifeline988 way=Way::Write />
            <LineRow app=app id=CrisisLineId::Emergency way=Way::Call />
            <ChoiceRow
                href=Page::Overdose.path()
                icon=Icon::Info
                title=app.text().titles().overdose.to_owned()
                tone=Tone::Help
            />
            <div class="rows">
                <RideItOut app=app />
            </div>
            <MoreLines app=app />
        </div>
    }
}

/// One of the two ways to reach a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Call,
    Write,
}

/// One line, one way to reach it; nothing where the line has no such way.
#[component]
fn LineRow(app: App, id: CrisisLineId, way: Way) -> impl IntoView {
    let line = CRISIS_LINES.iter().find(|line| line.id == id).filter(|line| match way {
        Way::Call => line.call.is_some(),
        Way::Write => line.text.is_some(),
    })?;
    let icon = match way {
        Way::Call => Icon::Phone,
        Way::Write => Icon::Message,
    };
    Some(view! {
        <ChoiceRow
            href=derived(move || link(app, line, way))
            icon=icon
            title=derived(move || title(app, line, way))
            line=derived(move || Some(about(app, line, way)))
            tone=Tone::Help
        />
    })
}

fn link(app: App, line: &CrisisLine, way: Way) -> String {
    match way {
        Way::Call => line.tel_link(),
        Way::Write => line.sms_link(app.language.get()),
    }
    .unwrap_or_default()
}

fn title(app: App, line: &CrisisLine, way: Way) -> String {
    let (help, language) = (app.text().help(), app.language.get());
    match way {
        Way::Call => help.to_call(line, language),
        Way::Write => help.to_write(line, language),
    }
    .unwrap_or_default()
}

fn about(app: App, line: &CrisisLine, way: Way) -> String {
    let help = app.text().help();
    match way {
        Way::Call => help.about_calling(line.id).to_owned(),
        Way::Write => help.about_writing(line, app.language.get()),
    }
}

/// The wave of the last craving when it was just now; otherwise Today, where a number starts one. The row is there at once and only
/// its address follows what the journal answers.
#[component]
fn RideItOut(app: App) -> impl IntoView {
    let newest = follow(app, |journal| async move { journal.list(None, 1).await });
    let to = Memo::new(move |_| {
        let key = newest.with(|page| page.as_ref()?.as_ref().ok()?.entries.first().and_then(just_now));
        key.map_or(Page::Today, Page::RideOut)
    });
    let line = move || {
        let help = app.text().help();
        Some(if to.get() == Page::Today { help.number_first } else { help.three_minutes }.to_owned())
    };
    view! {
        <ChoiceRow
            href=derived(move || to.get().path())
            icon=Icon::Wave
            title=app.text().help().ride_it_out.to_owned()
            line=derived(line)
        />
    }
}

fn just_now(entry: &Entry) -> Option<EntryKey> {
    let age_ms = clock::now().utc_ms().saturating_sub(entry.at_utc_ms);
    let is_craving = matches!(entry.what, What::Craving(_));
    (is_craving && (0..STILL_NOW_MS).contains(&age_ms)).then(|| EntryKey::of(entry.id))
}

/// The other lines, one tap away, and when they were checked.
#[component]
fn MoreLines(app: App) -> impl IntoView {
    let others = [CrisisLineId::Veterans, CrisisLineId::CrisisTextLine, CrisisLineId::Samhsa];
    let ways = others.into_iter().flat_map(|id| iter::repeat(id).zip([Way::Call, Way::Write]));
    let rows = ways.map(|(id, way)| view! { <LineRow app=app id=id way=way /> }).collect_view();
    view! {
        <Disclosure summary=app.text().help().more_lines.to_owned()>
            <div class="rows">{rows}</div>
            <p class="small quiet">{app.text().help().relay}</p>
            <p class="small quiet">{live(move || checked_in(app))}</p>
        </Disclosure>
    }
}

fn checked_in(app: App) -> Option<String> {
    let day = day_from_field(CRISIS_LINES_CHECKED_ON)?;
    Some((app.text().help().checked_in)(&dates::month(day, app.language.get())))
}
