//! One session as a row in a day.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    session_mark::{SessionMark, SessionState},
};

/// What stands in the row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SessionLine {
    /// Where its page is; none for one that has none.
    pub href: Option<String>,
    pub state: SessionState,
    /// "6:00 – 9:00 PM".
    pub time: String,
    /// The same by the clock of its own zone, where that shows something else.
    pub time_there: Option<String>,
    /// Its kind, or the person's own name for it.
    pub title: String,
    /// Place, online, by phone.
    pub place: Option<String>,
    /// "attended", "moved from Tuesday".
    pub standing: Option<String>,
}

/// A link to the session, or a plain row. One that was called off is struck through, and says so in words.
#[component]
pub fn SessionRow(line: SessionLine) -> impl IntoView {
    let class = if line.state == SessionState::CalledOff { "session-row session-row--off" } else { "session-row" };
    match line.href.clone() {
        Some(href) => view! {
            <a href=href class=class>
                {inside(line)}
                <Glyph icon=Icon::Chevron class="session-row__chevron" />
            </a>
        }
        .into_any(),
        None => view! { <div class=class>{inside(line)}</div> }.into_any(),
    }
}

fn inside(line: SessionLine) -> AnyView {
    let quiet = |words: String| view! { <span class="session-row__line" dir="auto">{words}</span> };
    view! {
        <SessionMark state=line.state />
        <span class="session-row__words">
            <span class="session-row__time">{line.time}</span>
            <span class="session-row__title" dir="auto">
                {line.title}
            </span>
            {line.time_there.map(quiet)}
            {line.place.map(quiet)}
            {line.standing.map(|words| view! { <span class="session-row__standing">{words}</span> })}
        </span>
    }
    .into_any()
}
