//! Files that were handed in: opened with a passphrase, or not opened and why; and which pages are open now.

use ui::{Effect, Icon};

use super::parts::{button, card, icon, row, secret, words as said};
use crate::browser::{self, Piece, show};
use crate::desk::{Desk, Refused};
use crate::opened::Opened;

/// Draws each part whenever it is other than it was.
pub fn begin(desk: Desk) {
    Effect::new(move |_| {
        let typed = browser::value("passphrase");
        show("files-locked", locked(desk, desk.locked.get()));
        // Another file may have come while somebody was typing.
        browser::fill("passphrase", &typed);
    });
    Effect::new(move |_| show("files-scan", scan(desk, desk.is_scanning.get())));
    Effect::new(move |_| show("scan-said", desk.scanned.with(|told| vec![said("p", "", told)])));
    Effect::new(move |_| show("files-refused", desk.refused.with(|refused| not_opened(desk, refused))));
    Effect::new(move |_| {
        let shown = desk.shown.get();
        show("files-open", desk.opened.with(|all| open_now(desk, all, shown)));
    });
}

/// A button that asks for files, and a place to drop them.
pub fn pick(desk: Desk) -> Piece {
    let words = desk.words();
    let input = Piece::new("input", "file-pick__input").with("type", "file").with("id", "files").with("multiple", "");
    let input = input.with("aria-describedby", "files-hint").picks(move |files| desk.take(files));
    let label = Piece::new("label", "button button--main button--wide file-pick__label");
    let label = label.put(input).put(icon(Icon::Search, "icon")).put(said("span", "", words.choose));
    let over = |class: &'static str| move |_| browser::attribute("file-pick", "class", Some(class));
    Piece::new("div", "file-pick")
        .with("id", "file-pick")
        .on("dragover", Box::new(over("file-pick file-pick--over")))
        .on("dragleave", Box::new(over("file-pick")))
        .on("drop", Box::new(over("file-pick")))
        .put(label)
        .put(said("p", "quiet small", words.choose_hint).with("id", "files-hint"))
}

/// The way to read codes off another screen, where this browser can, and what the camera sees meanwhile.
fn scan(desk: Desk, is_scanning: bool) -> Vec<Piece> {
    let words = &desk.words().codes;
    if !is_scanning {
        let press = button("quiet button--wide", None, words.read).pressed(move || desk.scan());
        return if browser::can_read_codes() { vec![press] } else { Vec::new() };
    }
    let video = Piece::new("video", "camera").with("id", "scan-video").with("muted", "").with("playsinline", "");
    let told = Piece::new("div", "strong").with("id", "scan-said").with("role", "status");
    let told = told.put(desk.scanned.with_untracked(|told| said("p", "", told)));
    let stop = button("quiet button--wide", Some(Icon::Close), words.stop);
    // The camera stops when what shows it is gone.
    vec![video, told, stop.pressed(move || desk.is_scanning.set(false))]
}

fn locked(desk: Desk, count: usize) -> Vec<Piece> {
    let words = desk.words();
    if count == 0 {
        return Vec::new();
    }
    let open = move || desk.open(browser::value("passphrase"));
    let fields = secret("passphrase", words.passphrase, Some(words.passphrase_hint), words.show);
    let form = Piece::new("div", "flow").all(fields).entered(move || {
        // Enter on the switch, or on the button, is theirs.
        if browser::has_focus("passphrase") {
            open();
        }
    });
    let press = button("main button--wide", Some(Icon::Lock), words.open).with("data-busy", "").pressed(open);
    vec![card("locked", &(words.locked)(count), vec![form.put(press)])]
}

fn not_opened(desk: Desk, refused: &[Refused]) -> Vec<Piece> {
    let words = desk.words();
    if refused.is_empty() {
        return Vec::new();
    }
    let day = |day| dates::day(day, browser::today(), desk.text().language);
    let rows = refused.iter().map(|one| {
        let taken = one.clone();
        let off = button("plain", None, words.take_off).pressed(move || desk.take_off(&taken));
        Piece::new("li", "desk__refused flow flow--tight")
            .put(said("p", "strong own-text", &one.name))
            .put(said("p", "", &one.why.sentence(words, day)))
            .put(off.put(said("span", "visually-hidden", ": ").says(&one.name)))
    });
    let list = Piece::new("ul", "flow").with("role", "list").each(rows);
    vec![card("not-opened", words.not_opened, vec![list])]
}

/// The pages that are open, the one that is shown marked, and the way to close them.
fn open_now(desk: Desk, all: &[Opened], shown: usize) -> Vec<Piece> {
    let (text, words) = (desk.text(), desk.words());
    if all.is_empty() {
        return Vec::new();
    }
    let rows = all.iter().zip(0..).map(|(one, place)| {
        let period = one.sheet().period;
        let days = dates::day_range(period.first(), period.last(), browser::today(), text.language);
        let name = if one.name().is_empty() { words.no_name } else { one.name() };
        let pressed = row(Icon::Note, name, &days).pressed(move || desk.shown.set(place));
        let item = Piece::new("li", "").put(pressed);
        if place == shown { item.with("aria-current", "true") } else { item }
    });
    let rows = Piece::new("ul", "rows desk__open").with("role", "list").each(rows);
    let section = Piece::new("section", "flow flow--tight").with("aria-labelledby", "open-now");
    let close = button("quiet button--wide", Some(Icon::Close), words.close).pressed(move || desk.close());
    let section = section.put(said("h2", "", words.opened).with("id", "open-now")).put(rows).put(close);
    vec![section.put(said("p", "quiet small", words.close_hint))]
}
