//! What somebody wants to talk about, above the log: found in a second when the session begins.

use engine::{Entry, EntryKey, What};
use leptos::prelude::*;
use ui::{Card, ChoiceRow, Icon, live};

use super::done;
use super::rows::moment_of;
use crate::browser::{clock, dates};
use crate::facts;
use crate::routes::Page;
use crate::state::{App, follow};

/// What is older was talked about, or is not going to be. Milliseconds.
const LATELY_MS: i64 = 90 * 24 * 60 * 60 * 1000;

#[component]
pub fn ToTalkAbout(app: App) -> impl IntoView {
    let found = follow(app, |journal| async move {
        let since = clock::now().utc_ms().saturating_sub(LATELY_MS);
        journal.to_talk_about(since).await.unwrap_or_default()
    });
    live(move || {
        let rows: Vec<_> = found.with(|found| found.iter().flatten().filter_map(|entry| row(app, entry)).collect());
        (!rows.is_empty()).then(|| {
            view! {
                <Card id="to-talk-about" heading=Some(app.text().log().to_talk_about.to_owned())>
                    <div class="rows">{rows}</div>
                </Card>
            }
        })
    })
}

/// An entry as a row that leads to it. None of what this version cannot read.
pub fn row(app: App, entry: &Entry) -> Option<AnyView> {
    let text = app.text();
    let (href, line) = match &entry.what {
        What::Craving(craving) => (Page::Entry(EntryKey::of(entry.id)), facts::line(craving, text)),
        What::Lapse(lapse) => (Page::Entry(EntryKey::of(entry.id)), facts::lapse_line(lapse, text)),
        What::CheckIn(told) => (Page::CheckInOf(told.day()), facts::check_in_line(told, text)),
        What::Done(done) => {
            let shown = done::shown(app, entry.id, done, &|| app.journal().timetable());
            (Page::Entry(EntryKey::of(entry.id)), shown.line)
        }
        What::Newer | What::Unreadable { .. } => return None,
    };
    let day = dates::short_day(moment_of(entry).day(), clock::now().day(), text.language);
    let line_below = if line.words.is_empty() { day } else { format!("{day} · {}", line.words) };
    Some(view! { <ChoiceRow href=href.path() icon=Icon::Message title=line.label line=Some(line_below) /> }.into_any())
}
