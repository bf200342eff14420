//! A version that was signed: its six words, the ways to give it away, and the sheet of paper with its code, which speaks to the client in the language of the
//! program.

use domain::Language;
use text::Text;
use text::counselor::name_of;
use ui::Icon;
use vault::VerifyingKey;

use crate::browser::{Piece, show};
use crate::desk::Desk;
use crate::making::{ACT, Act, Out, State, link_of, right};
use crate::screen::keys::six_of;
use crate::screen::parts::{acts, field, folded, icon, picture, words as said};

pub fn pieces(desk: Desk, state: &State, out: &Out) -> Vec<Piece> {
    let text = desk.text();
    let words = text.counselor_program();
    let known = Piece::new("div", "letter__known flow flow--tight")
        .put(said("p", "strong", words.words))
        .all(six(&out.signer, text.language))
        .put(said("p", "quiet small", words.words_hint));
    // What the keys remember stands there unless something else was typed.
    let remembered = desk.keys.with_ring(|ring| ring.app().to_owned()).unwrap_or_default();
    let address = if state.app.is_empty() { &remembered } else { &state.app };
    let app = Act::App.text();
    let input = Piece::new("input", "field__input").with("type", "url").with("autocomplete", "off").with(ACT, &app);
    let wrong = state.no_app.then_some(words.no_app);
    let mut pieces = vec![
        said("h3", "", &(words.signed)(out.pack.version())).with("id", "program-signed").with("tabindex", "-1"),
        said("p", "", if out.is_kept { words.kept } else { words.not_kept }),
        known,
        acts("main button--wide", Some(Icon::Download), words.save, Act::Save),
        said("p", "quiet small", words.save_hint),
        field(&app, words.app, Some(words.app_hint), wrong, input.filled(address)),
        Piece::new("div", "program__ways")
            .put(acts("quiet button--wide", Some(Icon::Note), words.copy, Act::Copy))
            .put(acts("quiet button--wide", None, "", Act::Code).all(code_way(text, state))),
        Piece::new("div", "flow flow--tight").with("id", BELOW).all(below(desk, state)),
    ];
    let next = Piece::new("div", "cluster").put(acts("quiet", Some(Icon::Edit), words.change, Act::Change)).put(acts(
        "plain",
        None,
        words.fresh,
        Act::FreshNow,
    ));
    pieces.push(next);
    pieces
}

/// Where the link and the code stand, which depend on the address.
const BELOW: &str = "program-below";

fn code_way(text: Text, state: &State) -> Vec<Piece> {
    let words = text.counselor_program();
    let code = if state.code.is_some() { words.hide_code } else { words.code };
    vec![icon(Icon::Search, "icon"), said("span", "", code)]
}

fn below(desk: Desk, state: &State) -> Vec<Piece> {
    let words = desk.text().counselor_program();
    let mut pieces = Vec::new();
    let link = state.out.as_ref().and_then(|out| link_of(desk, state, out).ok().flatten());
    if let Some(link) = link {
        pieces.push(folded("program-link", said("span", "", words.link), vec![said("p", "desk__key small", &link)]));
    }
    if let Some(code) = &state.code {
        let hint = said("figcaption", "", words.code_hint);
        pieces.push(Piece::new("figure", "program__code").put(picture(code, words.picture)).put(hint));
        if code.is_dense() {
            pieces.push(said("p", "quiet small", words.dense));
        }
        pieces.push(acts("quiet button--wide", Some(Icon::Note), words.print, Act::Print));
    }
    pieces
}

/// What depends on the address is drawn again, and not the field in which it is being typed.
pub fn address_drawn(desk: Desk) {
    right(&Act::App.text());
    desk.making.with(|state| {
        show(BELOW, below(desk, state));
        show(&Act::Code.text(), code_way(desk.text(), state));
        show("program-sheet", sheet(state));
    });
}

/// The words in the language of the page and in the other: a phone shows them in its own.
fn six(signer: &VerifyingKey, language: Language) -> Vec<Piece> {
    let other = match language {
        Language::En => Language::Es,
        Language::Es => Language::En,
    };
    let line = |language: Language| {
        let six = said("strong", "letter__words", &six_of(signer, language));
        said("p", "", name_of(language)).with("lang", language.code()).says(": ").put(six)
    };
    vec![line(language), line(other)]
}

/// Only on paper; nothing while no code is shown.
pub fn sheet(state: &State) -> Vec<Piece> {
    let Some((out, code)) = state.out.as_ref().zip(state.code.as_ref()) else { return Vec::new() };
    let language = out.pack.language().unwrap_or(Language::En);
    let words = text::of(language).counselor_program();
    let sheet = &words.sheet;
    let mut pieces =
        vec![said("h2", "", sheet.title), said("p", "", sheet.from).says(": ").says(out.pack.from().as_str())];
    if let Some(clinic) = out.pack.clinic() {
        let line = said("p", "", clinic.name.as_str());
        pieces.push(match &clinic.phone {
            Some(phone) => line.says(" · ").says(phone.as_str()),
            None => line,
        });
    }
    pieces.push(picture(code, words.picture));
    pieces.push(said("p", "", sheet.scan));
    pieces.push(said("p", "", sheet.compare));
    pieces.extend(six(&out.signer, language));
    pieces.push(said("p", "", sheet.yours));
    vec![
        Piece::new("section", "program__sheet")
            .with("lang", language.code())
            .with("aria-label", sheet.title)
            .all(pieces),
    ]
}
