//! What this page is put together of: as the components of `ui` draw the same, with their styles. Nearly everything on it changes as a whole, so it is made of
//! plain elements (`browser::Piece`), for which the framework would need several times the room.

use std::rc::Rc;

use codes::Code;
use ui::Icon;

use crate::browser::{self, Piece};
use crate::making::{ACT, Act};

/// An element with a text in it.
#[inline(never)]
pub fn words(tag: &str, class: &str, text: &str) -> Piece {
    Piece::new(tag, class).says(text)
}

#[inline(never)]
pub fn icon(icon: Icon, class: &str) -> Piece {
    let line = Piece::drawn("path").with("d", icon.line());
    Piece::drawn("svg").with("class", class).with("viewBox", "0 0 24 24").with("aria-hidden", "true").put(line)
}

/// The code in black on white, whatever the screen is: a camera wants it so.
pub fn picture(code: &Code, name: &str) -> Piece {
    let size = code.size.to_string();
    Piece::drawn("svg")
        .with("class", "program__picture")
        .with("viewBox", &format!("0 0 {size} {size}"))
        .with("role", "img")
        .with("aria-label", name)
        .with("shape-rendering", "crispEdges")
        .put(Piece::drawn("rect").with("width", &size).with("height", &size).with("fill", "white"))
        .put(Piece::drawn("path").with("d", &code.path).with("fill", "black"))
}

/// A button; `class` is what follows `button--`.
#[inline(never)]
pub fn button(class: &str, of: Option<Icon>, text: &str) -> Piece {
    let button = Piece::new("button", &format!("button button--{class}")).with("type", "button");
    let button = match of {
        Some(of) => button.put(icon(of, "icon")),
        None => button,
    };
    button.says(text)
}

/// The same, for what is done in the form of a program.
#[inline(never)]
pub fn acts(class: &str, of: Option<Icon>, text: &str, act: Act) -> Piece {
    let said = act.text();
    button(class, of, text).with("id", &said).with(ACT, &said)
}

/// One idea on one surface, under its name.
pub fn card(id: &str, heading: &str, inside: Vec<Piece>) -> Piece {
    let name = format!("{id}-heading");
    let heading = words("h2", "card__heading", heading).with("id", &name);
    Piece::new("section", "card").with("id", id).with("aria-labelledby", &name).put(heading).all(inside)
}

/// On or off.
pub fn switch(id: &str, label: &str) -> Piece {
    let name = format!("{id}-label");
    let input = Piece::new("input", "switch__box").with("type", "checkbox").with("role", "switch").with("id", id);
    Piece::new("label", "switch")
        .with("for", id)
        .put(Piece::new("span", "switch__words").put(words("span", "", label).with("id", &name)))
        .put(input.with("aria-labelledby", &name))
}

/// One line to write on.
pub fn line(id: &str, kind: &str, label: &str, hint: Option<&str>) -> Piece {
    let input = Piece::new("input", "field__input").with("type", kind).with("autocomplete", "off").with("dir", "auto");
    field(id, label, hint, None, input)
}

/// A passphrase, hidden unless whoever types it wants to see it.
pub fn secret(id: &'static str, label: &str, hint: Option<&str>, show: &str) -> Vec<Piece> {
    let shown = format!("{id}-shown");
    let own = shown.clone();
    let toggled = move |_| {
        let kind = if browser::is_checked(&own) { "text" } else { "password" };
        browser::attribute(id, "type", Some(kind));
    };
    vec![line(id, "password", label, hint), switch(&shown, show).on("change", Box::new(toggled))]
}

/// A row to press.
pub fn row(of: Icon, title: &str, under: &str) -> Piece {
    let said = Piece::new("span", "choice-row__words").put(words("span", "choice-row__title", title)).put(words(
        "span",
        "choice-row__line",
        under,
    ));
    let row = Piece::new("button", "choice-row").with("type", "button").put(icon(of, "icon")).put(said);
    row.put(icon(Icon::Chevron, "icon choice-row__chevron"))
}

/// Something that cannot be taken back.
pub struct Sure {
    /// Of the place in which it is asked.
    pub id: String,
    pub ask: &'static str,
    /// What is gone then.
    pub asks: &'static str,
    pub now: &'static str,
    pub keep: &'static str,
    pub act: Box<dyn Fn()>,
}

/// Asks once more, in the same place.
pub fn surely(of: Sure) -> Piece {
    let id = of.id.clone();
    Piece::new("div", "flow flow--tight").with("id", &id).all(to_ask(Rc::new(of)))
}

fn to_ask(of: Rc<Sure>) -> Vec<Piece> {
    let ask = button("quiet", None, of.ask).with("id", &format!("{}-ask", of.id));
    vec![ask.pressed(move || {
        browser::show(&of.id, asked(of.clone()));
        browser::focus(&format!("{}-keep", of.id));
    })]
}

fn asked(of: Rc<Sure>) -> Vec<Piece> {
    let sure = of.clone();
    let now = button("danger", Some(Icon::Trash), of.now).pressed(move || (sure.act)());
    let keep = button("plain", None, of.keep).with("id", &format!("{}-keep", of.id));
    let question = words("p", "strong", of.asks);
    let keep = keep.pressed(move || {
        browser::show(&of.id, to_ask(of.clone()));
        browser::focus(&format!("{}-ask", of.id));
    });
    vec![question, Piece::new("div", "cluster").put(now).put(keep)]
}

/// More of the same, folded away.
#[inline(never)]
pub fn folded(id: &str, summary: Piece, inside: Vec<Piece>) -> Piece {
    let line =
        Piece::new("summary", "disclosure__summary").put(summary).put(icon(Icon::Chevron, "icon disclosure__chevron"));
    let inside = Piece::new("div", "disclosure__inside").all(inside);
    Piece::new("details", "disclosure").with("id", id).put(line).put(inside)
}

/// The same in the form of a program, which is drawn anew when it is asked.
pub fn once_more(asked: Option<Act>, ask: (Act, &str), asks: &str, now: (Act, &str), keep: &str) -> Vec<Piece> {
    if asked != Some(ask.0) {
        return vec![acts("quiet", None, ask.1, ask.0)];
    }
    let both = Piece::new("div", "cluster").put(acts("danger", Some(Icon::Trash), now.1, now.0));
    let both = both.put(acts("plain", None, keep, Act::Keep));
    vec![words("p", "strong", asks), both]
}

/// The frame of a field: its label, what helps, and what is wrong. `input` is told by what it is described.
#[inline(never)]
pub fn field(id: &str, label: &str, hint: Option<&str>, error: Option<&str>, input: Piece) -> Piece {
    let class = if error.is_some() { "field field--error" } else { "field" };
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let frame = Piece::new("div", class).put(words("label", "field__label", label).with("for", id));
    let frame = match hint {
        Some(hint) => frame.put(words("p", "field__hint", hint).with("id", &hint_id)),
        None => frame,
    };
    let live = Piece::new("div", "field__live").with("aria-live", "polite").with("id", &error_id);
    let live = match error {
        Some(error) => {
            let wrong = Piece::new("p", "field__error").put(icon(Icon::Info, "icon"));
            live.put(wrong.put(words("span", "", error)))
        }
        None => live,
    };
    let input = match (hint, error) {
        (None, None) => input,
        (Some(_), None) => input.with("aria-describedby", &hint_id),
        (None, Some(_)) => input.with("aria-describedby", &error_id),
        (Some(_), Some(_)) => input.with("aria-describedby", &format!("{error_id} {hint_id}")),
    };
    let input = if error.is_some() { input.with("aria-invalid", "true") } else { input };
    frame.put(live).put(input.with("id", id))
}
