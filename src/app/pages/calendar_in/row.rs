//! One event of a calendar in words: when it is, and how often.

use chrono::NaiveDate;
use domain::{Label, Span};
use interop::calendar::{Problem, ReadEvent, ReadOccurrence};

use crate::browser::{clock, dates};
use crate::state::App;

/// What it is called.
pub fn title(app: App, event: &ReadEvent) -> String {
    called(app, event.title.as_ref())
}

fn called(app: App, title: Option<&Label>) -> String {
    title.map_or_else(|| app.text().calendar_in().untitled.to_owned(), |title| title.as_str().to_owned())
}

/// "Mon, Nov 30, 6:00 PM · 24 dates, the last on Feb 12". The next date, or where all are past, the first.
pub fn dates_of(app: App, event: &ReadEvent) -> Option<String> {
    let (now, text) = (clock::now(), app.text());
    let is_ahead = |date: &&ReadOccurrence| match date.span {
        Span::Times { ends_utc_ms, .. } => ends_utc_ms > now.utc_ms(),
        Span::Days { last, .. } => last >= now.day(),
    };
    let shown = event.occurrences.iter().find(is_ahead).or(event.occurrences.first())?;
    let when = match shown.span {
        Span::Times { starts_utc_ms, .. } => {
            let at = clock::at(starts_utc_ms as f64);
            let day = dates::short_day(at.day(), now.day(), text.language);
            format!("{day}, {}", dates::time(&at, text.language))
        }
        Span::Days { first, .. } => dates::short_day(first, now.day(), text.language),
    };
    let last = event.occurrences.last().map(|date| day(date.span))?;
    let last = dates::short_day(last, now.day(), text.language);
    let words = text.calendar_in();
    let often = match (event.occurrences.len(), event.goes_on) {
        (0 | 1, false) => None,
        (_, true) => Some(words.goes_on.to_owned()),
        (count, false) => Some((words.dates)(count, &last)),
    };
    Some([Some(when), often].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn day(span: Span) -> NaiveDate {
    match span {
        Span::Times { starts_utc_ms, .. } => clock::at(starts_utc_ms as f64).day(),
        Span::Days { first, .. } => first,
    }
}

/// "Group · its end is not a date; only its start is known · Line 12".
pub fn problem(app: App, problem: &Problem) -> String {
    let words = app.text().calendar_in();
    let what = problem.title.as_ref().map(|title| title.as_str().to_owned());
    let why = (words.why)(problem.reason, problem.reason.limit().unwrap_or_default());
    let parts = [what, Some(why), problem.line.map(words.in_line)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
