//! How a session stands, as a shape: it has to be told without colour, and in the size of a letter.

use leptos::prelude::*;

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionState {
    /// Still to come, or nobody said yet: a ring.
    Planned,
    /// A tick on a disc.
    Attended,
    /// A ring with a bar.
    Missed,
    /// A cross.
    CalledOff,
}

/// The shape alone, hidden from screen readers: the words beside it are what is read.
#[component]
pub fn SessionMark(state: SessionState) -> impl IntoView {
    let (class, line) = match state {
        SessionState::Planned => {
            ("session-mark session-mark--planned", "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z")
        }
        SessionState::Attended => ("session-mark session-mark--attended", "M4.5 8.5 7 11l4.5-5.5"),
        SessionState::Missed => {
            ("session-mark session-mark--missed", "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM5 8h6")
        }
        SessionState::CalledOff => ("session-mark session-mark--called-off", "M3.5 3.5l9 9M12.5 3.5l-9 9"),
    };
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            {(state == SessionState::Attended).then(|| view! { <circle cx="8" cy="8" r="6.5" /> })}
            <path d=line />
        </svg>
    }
}
