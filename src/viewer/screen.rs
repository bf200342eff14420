//! What is on the screen: on one side what is handed in, the program for clients and the counselor's keys, on the other the page that is open.

mod consent;
mod files;
mod keys;
mod page;
mod parts;
mod program;
mod trend;

use domain::Language;
use text::counselor::name_of;
use ui::{Effect, RwSignal};

pub use keys::sentence as trouble_said;
use parts::{button, card, words as said};
pub use program::{KINDS, address_drawn, line_drawn};

use crate::browser::{self, Piece, show};
use crate::desk::Desk;

/// Draws everything below the line that nobody watches this page; all of it anew in another language, so that no sentence has to listen.
pub fn begin(desk: Desk) {
    Effect::new(move |_| {
        desk.language.track();
        let words = desk.words();
        browser::speak(desk.language.get_untracked(), words.title);
        show(browser::PLACE, vec![skeleton(desk)]);
        // They are of this language, and go with it.
        Effect::new(move |_| {
            let class = if desk.opened.with(Vec::is_empty) { "desk" } else { "desk desk--open" };
            browser::attribute("desk-main", "class", Some(class));
        });
        files::begin(desk);
        status_of(desk.said, "desk-said");
        page::begin(desk);
        program::begin(desk);
        status_of(desk.making.said, "program-said");
        keys::begin(desk);
        Effect::new(move |_| browser::busy(desk.busy.get()));
    });
}

fn skeleton(desk: Desk) -> Piece {
    let words = desk.words();
    let side = Piece::new("div", "desk__side no-print flow")
        .put(said("p", "", words.lead))
        .put(files::pick(desk))
        .put(place("files-scan", "flow"))
        .put(place("files-locked", ""))
        .put(place("files-refused", "").with("aria-live", "polite"))
        .put(status("desk-said"))
        .put(place("files-open", ""));
    let program = Piece::new("div", "desk__program");
    let program = program.put(Piece::new("div", "no-print").put(program_card(desk))).put(place("program-sheet", ""));
    let keys = vec![place("keys-inside", "flow"), status("keys-said")];
    let keys = card("keys", desk.text().counselor_keys().heading, keys);
    Piece::new("main", "desk")
        .with("id", "desk-main")
        .put(Piece::new("div", "desk__top no-print").all(top(desk)))
        .put(side)
        .put(place("desk-page", "desk__page"))
        .put(program)
        .put(Piece::new("div", "desk__keys no-print").put(keys))
}

fn top(desk: Desk) -> Vec<Piece> {
    let words = desk.words();
    let chosen = desk.language.get_untracked();
    let languages = Language::ALL.iter().copied().map(|language| {
        let choose = move || {
            desk.said.set(None);
            desk.language.set(language);
        };
        let pressed = if language == chosen { "true" } else { "false" };
        let one = button("plain", None, name_of(language)).with("lang", language.code()).with("aria-pressed", pressed);
        one.pressed(choose)
    });
    let group = Piece::new("div", "cluster").with("role", "group").with("aria-label", words.language);
    vec![said("h1", "", words.title), group.all(languages.collect())]
}

fn program_card(desk: Desk) -> Piece {
    let words = desk.text().counselor_program();
    let inside = vec![said("p", "", words.lead), place("program-inside", "program"), status("program-said")];
    card("program", words.heading, inside)
}

/// Where something is drawn later.
fn place(id: &str, class: &str) -> Piece {
    Piece::new("div", class).with("id", id)
}

/// Where it is said what happened. It is there before its sentence, or the sentence would not be read out.
fn status(id: &str) -> Piece {
    place(id, "announce").with("role", "status")
}

fn status_of(what: RwSignal<Option<String>>, id: &'static str) {
    Effect::new(move |_| show(id, what.get().iter().map(|what| said("p", "strong", what)).collect()));
}
