//! How far a program has come, as one thin line with its phases.

use leptos::prelude::*;

/// One phase of the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhasePart {
    /// How long it is, compared with the others.
    pub share: f64,
    /// How much of it is over, 0 to 1.
    pub done: f64,
}

/// Between two phases, in hundredths of the line.
const GAP: f64 = 1.5;

/// The line alone, hidden from screen readers: the sentence beside it says the same.
#[component]
pub fn PhaseLine(parts: Vec<PhasePart>) -> impl IntoView {
    let whole: f64 = parts.iter().map(|part| part.share).sum::<f64>().max(f64::EPSILON);
    let room = 100.0 - GAP * parts.len().saturating_sub(1) as f64;
    let mut x = 0.0;
    let mut pieces = Vec::new();
    for part in parts {
        let width = room * part.share / whole;
        pieces.push(piece(x, width, "phase-line__part"));
        if part.done > 0.0 {
            pieces.push(piece(x, width * part.done.min(1.0), "phase-line__done"));
        }
        x += width + GAP;
    }
    view! {
        <svg class="phase-line" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {pieces}
        </svg>
    }
}

fn piece(x: f64, width: f64, class: &'static str) -> AnyView {
    view! { <rect class=class x=format!("{x:.2}") y="0" width=format!("{width:.2}") height="6" /> }.into_any()
}
