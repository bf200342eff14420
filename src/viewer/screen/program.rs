//! A program for clients: folded away until somebody wants to make one, then written, and when it is signed, given away. It is put together of plain elements
//! (`browser::Piece`) and drawn anew as a whole; what somebody does comes to `making` by the attributes of what they did it to.

mod fields;
mod given;
mod writing;

use domain::pack::{LineKind, Offered};
use text::Text;
use text::program::session_kind;
use ui::Effect;

use crate::browser;
use crate::desk::Desk;
use crate::screen::parts::{folded, words as said};

pub use given::address_drawn;
pub use writing::line_drawn;

/// In the order in which they can be added.
pub const KINDS: [LineKind; 5] =
    [LineKind::Session, LineKind::Homework, LineKind::Checklist, LineKind::Goal, LineKind::Feed];

/// Draws it whenever something is other than it was.
pub fn begin(desk: Desk) {
    Effect::new(move |_| {
        desk.making.turn.track();
        desk.keys.stage.track();
        desk.keys.turn.track();
        draw(desk);
    });
}

fn draw(desk: Desk) {
    let words = desk.text().counselor_program();
    let is_first = browser::is_empty("program-inside");
    let inside = desk.making.with(|state| match &state.out {
        Some(out) => given::pieces(desk, state, out),
        None => writing::pieces(desk, state),
    });
    browser::show("program-inside", vec![folded("program-make", said("span", "", words.make), inside)]);
    // In another language it is drawn for the first time again.
    if is_first && desk.making.with(|state| state.draft.is_changed() || state.out.is_some()) {
        browser::attribute("program-make", "open", Some(""));
    }
    browser::show("program-sheet", desk.making.with(given::sheet));
}

/// What a sort of line is called.
fn kind_of(text: Text, kind: LineKind) -> &'static str {
    let words = text.counselor_program();
    match kind {
        LineKind::Session => words.session,
        LineKind::Homework => words.homework,
        LineKind::Checklist => words.checklist,
        LineKind::Goal => words.goal,
        LineKind::Feed => words.feed,
    }
}

/// What a line is called among others.
fn name_of(text: Text, offered: &Offered) -> String {
    let name = match offered {
        Offered::Session(session) => match session.about().title() {
            Some(title) => title.as_str(),
            None => session_kind(session.about().kind(), text.language),
        },
        Offered::Homework { words, .. } => words.as_str().lines().next().unwrap_or_default(),
        Offered::Checklist(list) => list.name().as_str(),
        Offered::Goal(words) => words.as_str(),
        Offered::Feed(feed) => feed.name().as_str(),
    };
    format!("{}: {name}", kind_of(text, offered.kind()))
}
