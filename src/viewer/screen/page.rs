//! One page that is open: who it is from, the page itself as it was handed over, what was agreed to, and how it went over time.

use leptos::prelude::{SetValue, mount_to};
use leptos::task::spawn_local;
use ui::{Effect, Icon};

use super::parts::{button, words as said};
use super::{consent, keys, trend};
use crate::browser::{self, Piece, show};
use crate::desk::Desk;
use crate::opened::Opened;
use crate::ring::{Came, Seen, Sent};

/// Draws it whenever another one is shown. Who they are can become known while it is open, so it is drawn anew with every change of what is.
pub fn begin(desk: Desk) {
    Effect::new(move |_| {
        let place = desk.shown.get();
        // What was drawn of the last one goes with it.
        desk.paper.set_value(None);
        show(
            "desk-page",
            desk.opened.with(|all| all.get(place).map(|one| piece(desk, one, all))).into_iter().collect(),
        );
        desk.opened.with_untracked(|all| {
            let Some((one, place)) = all.get(place).zip(browser::element("page-paper")) else { return };
            let page = paper::view(desk.text(), one.sheet(), &|_| None);
            desk.paper.set_value(Some(mount_to(place, move || page)));
        });
    });
}

fn piece(desk: Desk, one: &Opened, all: &[Opened]) -> Piece {
    let (text, words) = (desk.text(), desk.words());
    let print = button("main button--wide", Some(Icon::Note), words.print).pressed(move || desk.print(false));
    let more = vec![
        print,
        said("p", "quiet small", words.print_hint),
        consent::piece(text, one),
        trend::piece(desk, one, all),
    ];
    Piece::new("section", "letter flow")
        .with("aria-labelledby", "page-heading")
        .put(Piece::new("div", "letter__from").all(from(desk, one)))
        .put(Piece::new("div", "").with("id", "page-paper"))
        .put(Piece::new("div", "letter__foot").all(consent::short(text, one)))
        .put(Piece::new("div", "no-print flow").all(more))
}

fn from(desk: Desk, one: &Opened) -> Vec<Piece> {
    let (text, words) = (desk.text(), desk.words());
    let name = if one.name().is_empty() { words.no_name } else { one.name() };
    let sent = dates::day(browser::day_of(one.arrived.sent_utc_ms), browser::today(), text.language);
    let six = said("strong", "letter__words", &keys::six_of(&one.sender(), text.language));
    let heading = said("h2", "", words.from).with("id", "page-heading").with("tabindex", "-1").says(" ");
    vec![
        heading.put(said("span", "", name).with("dir", "auto")),
        said("p", "numbers", &(words.made_on)(&sent)),
        said("p", "", words.words).says(": ").put(six),
        said("p", "quiet small no-print", words.words_hint).says(" ").says(words.name_hint),
        known(desk, one),
    ]
}

/// Whether the sender and the page were here before.
fn known(desk: Desk, one: &Opened) -> Piece {
    let words = &desk.words().known;
    let Some(Seen { sender, page }) = one.seen else {
        return said("p", "quiet small no-print", words.not_kept);
    };
    let who = match sender {
        Sent::First => words.first,
        Sent::Same => words.same,
        Sent::Other => words.other,
    };
    let again = match page {
        Came::New => None,
        Came::Before(day) => Some((words.opened_before)(&dates::day(day, browser::today(), desk.text().language))),
        Came::Older => Some(words.older.to_owned()),
    };
    let asked = one.clone();
    let accept = move || {
        let asked = asked.clone();
        spawn_local(async move {
            if desk.keys.accept(&asked).await.is_ok() {
                desk.opened.update(|all| {
                    all.iter_mut().filter(|one| one.arrived.sender == asked.arrived.sender).for_each(|one| {
                        one.seen = one.seen.map(|seen| Seen { sender: Sent::Same, ..seen });
                    });
                });
                desk.say(words.accepted);
            }
        });
    };
    let is_attention = sender == Sent::Other || again.is_some();
    let attention = if is_attention { " letter__known--attention" } else { "" };
    let known = Piece::new("div", &format!("letter__known{attention} no-print flow flow--tight"));
    let known = known.put(said("p", "", who)).each(again.map(|again| said("p", "", &again)));
    if sender != Sent::Other {
        return known;
    }
    known.put(button("quiet", Some(Icon::Check), words.accept).pressed(accept))
}
