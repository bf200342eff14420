//! The counselor's own keys, where they want some: made, opened, given away, exchanged, saved, deleted.

use std::future::Future;

use codes::Code;
use domain::Language;
use leptos::task::spawn_local;
use text::counselor_keys::CounselorKeys;
use ui::{Effect, Icon};
use vault::VerifyingKey;

use super::parts::{Sure, button, folded, line, picture, secret, surely, switch, words as said};
use crate::browser::{self, Piece, show};
use crate::desk::Desk;
use crate::keys::{Stage, Trouble};
use crate::ring::{Key, Ring};
use crate::sealed::NotOpened;
use crate::why::Why;

/// Fewer letters are too easily guessed, whatever they are.
const SHORTEST: usize = 12;

/// The words of which passphrases are made, and by which keys are compared.
pub fn list(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../public/words/en.txt"),
        Language::Es => include_str!("../../../public/words/es.txt"),
    }
}

/// The six words of a key that signs.
pub fn six_of(signer: &VerifyingKey, language: Language) -> String {
    signer.words(list(language)).map(|six| six.join(" ")).unwrap_or_default()
}

/// Draws them whenever they are other than they were.
pub fn begin(desk: Desk) {
    Effect::new(move |_| {
        desk.keys.turn.track();
        desk.keys.unsaved.track();
        let pieces = match desk.keys.stage.get() {
            Stage::None => make(desk),
            Stage::Sealed => sealed(desk),
            Stage::Open => open(desk),
        };
        show("keys-inside", pieces);
    });
    Effect::new(move |_| {
        desk.keys.stage.track();
        say("");
    });
}

/// What happened, for who cannot see it.
fn say(what: &str) {
    let said = (!what.is_empty()).then(|| said("p", "strong", what));
    show("keys-said", said.into_iter().collect());
}

/// What to say about something that went wrong.
pub fn sentence(desk: Desk, trouble: Trouble) -> String {
    let words: &CounselorKeys = desk.text().counselor_keys();
    let said = match trouble {
        Trouble::Passphrase(why @ (Why::NoPassphrase | Why::NoMemory)) => {
            return why.sentence(desk.words(), |day| day.to_string());
        }
        Trouble::Passphrase(_) | Trouble::NotOpened(NotOpened::Damaged) => words.why.damaged,
        Trouble::NotOpened(NotOpened::WrongPassphrase) => words.why.wrong,
        Trouble::NotOpened(NotOpened::Newer) => words.why.newer,
        Trouble::NotKept => words.why.not_kept,
        Trouble::OtherTab => words.why.other_tab,
        Trouble::TooMany => words.why.too_many,
        Trouble::NoRandomness => desk.words().why.no_randomness,
    };
    said.to_owned()
}

/// Changes something about the keys, and says what came of it.
fn change(desk: Desk, change: impl Future<Output = Result<(), Trouble>> + 'static, done: &'static str) {
    let change: std::pin::Pin<Box<dyn Future<Output = _>>> = Box::pin(change);
    spawn_local(async move {
        match change.await {
            Ok(()) => say(done),
            Err(why) => say(&sentence(desk, why)),
        }
    });
}

fn make(desk: Desk) -> Vec<Piece> {
    let words = desk.text().counselor_keys();
    let offer = move || {
        if let Ok(six) = vault::make_passphrase(list(desk.text().language)) {
            browser::fill("new-passphrase", &six);
        }
    };
    let make = move || {
        let typed = browser::value("new-passphrase");
        if desk.busy.get_untracked() {
            return;
        }
        if typed.trim().chars().count() < SHORTEST {
            return say(words.too_short);
        }
        if !browser::is_checked("written-down") {
            return say(words.written_down_first);
        }
        say(words.making);
        desk.busy.set(true);
        spawn_local(async move {
            browser::drawn().await;
            let made = desk.keys.make(&typed).await;
            desk.busy.set(false);
            match made {
                Ok(()) => desk.keys_opened(),
                Err(why) => say(&sentence(desk, why)),
            }
        });
    };
    let form = vec![
        said("p", "", words.make_hint),
        line("new-passphrase", "text", words.passphrase, Some(words.passphrase_hint)),
        button("quiet button--wide", None, words.offer).pressed(offer),
        switch("written-down", words.written_down),
        button("main button--wide", Some(Icon::Lock), words.make).with("data-busy", "").pressed(make),
    ];
    vec![
        said("p", "", words.lead),
        said("p", "quiet small", words.from_file),
        folded("keys-make", said("span", "", words.make), form),
    ]
}

fn sealed(desk: Desk) -> Vec<Piece> {
    let words = desk.text().counselor_keys();
    let open = move || {
        if desk.busy.get_untracked() {
            return;
        }
        say(desk.words().opening);
        desk.busy.set(true);
        spawn_local(async move {
            browser::drawn().await;
            let opened = desk.keys.open(&browser::value("keys-passphrase"));
            desk.busy.set(false);
            match opened {
                Ok(()) => {
                    desk.keys_opened();
                    desk.say(words.opened);
                }
                Err(why) => say(&sentence(desk, why)),
            }
        });
    };
    let mut pieces = vec![said("p", "", words.locked)];
    pieces.extend(secret("keys-passphrase", words.passphrase, None, desk.words().show));
    let press = button("quiet button--wide", Some(Icon::Lock), words.open).with("data-busy", "");
    pieces.extend([press.pressed(open), forget(desk)]);
    pieces
}

fn open(desk: Desk) -> Vec<Piece> {
    let words = desk.text().counselor_keys();
    let mut pieces = desk.keys.with_ring(|ring| given(desk, ring)).unwrap_or_default();
    if desk.keys.unsaved.get_untracked() {
        pieces.push(said("p", "strong", words.save_needed));
    }
    let save = move || say(if desk.keys.save() { words.saved } else { words.why.not_kept });
    pieces.push(button("quiet button--wide", Some(Icon::Download), words.save).pressed(save));
    pieces.push(said("p", "quiet small", words.save_hint));
    let lock = move || desk.keys.lock();
    pieces.push(button("quiet button--wide", Some(Icon::Lock), words.lock).pressed(lock));
    let rotate = move || change(desk, desk.keys.rotate(), words.rotated);
    let rotate = button("quiet button--wide", Some(Icon::Plus), words.rotate).pressed(rotate);
    let rotate = vec![said("p", "", words.rotate_hint), rotate];
    pieces.push(folded("keys-rotate", said("span", "", words.rotate), rotate));
    pieces.extend(desk.keys.with_ring(|ring| older(desk, ring)).flatten());
    pieces.push(forget(desk));
    pieces
}

/// The key to give away.
fn given(desk: Desk, ring: &Ring) -> Vec<Piece> {
    let (text, words) = (desk.text(), desk.text().counselor_keys());
    let Some(key) = ring.keys().first() else { return Vec::new() };
    let address = key.reading.address().text();
    let made = dates::day(key.made, browser::today(), text.language);
    let copied = address.clone();
    let copy = move || {
        let address = copied.clone();
        spawn_local(async move {
            if browser::copy(&address).await {
                say(words.copied);
            }
        });
    };
    let code = Code::of(&address).map(|code| picture(&code, words.code));
    let six = |label: &str, six: &str| said("p", "", label).says(": ").put(said("strong", "", six));
    let mut pieces = vec![
        said("h3", "", words.yours),
        said("p", "quiet small", &(words.made_on)(&made)),
        said("p", "desk__key numbers", &address),
        button("quiet button--wide", Some(Icon::Note), words.copy).pressed(copy),
        folded("keys-code", said("span", "", words.code), code.into_iter().collect()),
        said("p", "", words.give),
        six(words.words, &six_of_address(key, text.language)),
    ];
    pieces.extend(ring.signer().map(|signer| six(words.signs, &six_of(&signer, text.language))));
    pieces.push(said("p", "quiet small", &(words.remembers)(ring.senders())));
    pieces
}

fn six_of_address(key: &Key, language: Language) -> String {
    key.reading.address().words(list(language)).map(|six| six.join(" ")).unwrap_or_default()
}

/// Keys that only read, each with the way to remove it.
fn older(desk: Desk, ring: &Ring) -> Option<Piece> {
    let (text, words) = (desk.text(), desk.text().counselor_keys());
    let rows = ring.keys().iter().zip(0..).skip(1).map(|(key, place): (&Key, usize)| {
        let made = dates::day(key.made, browser::today(), text.language);
        let remove = surely(Sure {
            id: format!("keys-remove-{place}"),
            ask: words.remove,
            asks: words.remove_asks,
            now: words.remove_now,
            keep: words.keep_it,
            act: Box::new(move || change(desk, desk.keys.remove(place), words.removed)),
        });
        Piece::new("li", "flow flow--tight")
            .put(said("p", "strong", &six_of_address(key, text.language)))
            .put(said("p", "quiet small", &(words.made_on)(&made)))
            .put(remove)
    });
    let rows: Vec<Piece> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    let list = Piece::new("ul", "flow").with("role", "list").all(rows);
    Some(folded("keys-older", said("span", "", words.older), vec![said("p", "", words.older_hint), list]))
}

fn forget(desk: Desk) -> Piece {
    let words = desk.text().counselor_keys();
    let forget = move || {
        spawn_local(async move {
            match desk.keys.forget().await {
                Ok(()) => desk.say(words.forgotten),
                Err(why) => say(&sentence(desk, why)),
            }
        });
    };
    let asked = surely(Sure {
        id: "keys-forget-asked".to_owned(),
        ask: words.forget,
        asks: words.forget_asks,
        now: words.forget_now,
        keep: words.keep_it,
        act: Box::new(forget),
    });
    folded("keys-forget", said("span", "", words.forget), vec![said("p", "", words.forget_hint), asked])
}
