//! Words and addresses of a calendar, as far as they can be kept: of a text its beginning, of an address only what is safe to open.

use crate::blocks::Block;
use domain::{Label, Line, Link, Note, PhoneNumber};
use interop::calendar::ReadLink;

/// How much of a title stands beside a problem, in characters.
const SHORT: usize = 40;

/// A title; the beginning of a long one. The second value is whether it was cut.
pub(crate) fn label(text: &str) -> (Option<Label>, bool) {
    let (text, is_cut) = shortened(text, Label::LIMIT);
    (Label::new(&text).ok(), is_cut)
}

/// A place; the beginning of a long one.
pub(crate) fn line(text: &str) -> (Option<Line>, bool) {
    let (text, is_cut) = shortened(text, Line::LIMIT);
    (Line::new(&text).ok(), is_cut)
}

/// What is said at length: any text, also one with tags in it, which stay what they are. Control characters are left out.
pub(crate) fn note(text: &str) -> (Option<Note>, bool) {
    let seen: String = text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let is_cut = seen.chars().nth(Note::LIMIT).is_some();
    let text: String = if is_cut { seen.chars().take(Note::LIMIT - 1).chain(['…']).collect() } else { seen };
    (Note::new(&text).ok(), is_cut)
}

/// A title beside a problem.
pub(crate) fn short_title(block: &Block) -> Option<Label> {
    let text = block.raw("SUMMARY").next()?;
    short(&unescaped(text))
}

/// The beginning of a title.
pub(crate) fn short(title: &str) -> Option<Label> {
    Label::new(&shortened(title, SHORT).0).ok()
}

/// A text without its escapes (RFC 5545, 3.3.11). Some write both signs of a line end that way.
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => out.extend(characters.next().map(|escaped| match escaped {
                'n' | 'N' => '\n',
                'r' | 'R' => '\r',
                other => other,
            })),
            other => out.push(other),
        }
    }
    out
}

/// One line of at most so many characters, an ellipsis included.
fn shortened(text: &str, limit: usize) -> (String, bool) {
    let seen: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    let tidy = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    if tidy.chars().nth(limit).is_none() {
        return (tidy, false);
    }
    let kept: String = tidy.chars().take(limit - 1).collect();
    (format!("{}…", kept.trim_end()), true)
}

/// An address that may be opened: a page, a telephone, a mailbox. None for everything else.
pub(crate) fn link(text: &str) -> Option<ReadLink> {
    let text = text.trim();
    if let Ok(link) = Link::new(text) {
        return Some(ReadLink::Web(link));
    }
    let (scheme, rest) = text.split_once(':')?;
    if scheme.eq_ignore_ascii_case("tel") {
        let number = rest.trim_start_matches('/').split(';').next().unwrap_or_default().replace("%20", " ");
        return PhoneNumber::new(&number).ok().map(ReadLink::Call);
    }
    if scheme.eq_ignore_ascii_case("mailto") {
        let address = rest.split('?').next().unwrap_or_default();
        let is_address = address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"\\,;:()".contains(&byte));
        return (is_address && is_plain).then(|| Line::new(address).ok().map(ReadLink::Write))?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_telephones_and_mailboxes_are_links() {
        assert!(matches!(link(" https://clinic.example/r?x=1 "), Some(ReadLink::Web(_))));
        assert!(matches!(link("TEL:+1-312-555-0100;ext=5"), Some(ReadLink::Call(_))));
        assert!(matches!(link("mailto:desk@clinic.example?subject=x"), Some(ReadLink::Write(_))));
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "mailto:<script>@a.b",
            "intent://x",
            "vbscript:x",
            "tel:",
            "clinic.example",
        ] {
            assert!(link(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_long_title_keeps_its_beginning_and_tags_stay_text() {
        let (title, is_cut) = label(&"é".repeat(100));
        assert!(is_cut && title.unwrap().as_str().chars().count() == Label::LIMIT);
        assert_eq!(label("<b>Group</b>\u{7}").0.unwrap().as_str(), "<b>Group</b>");
        assert!(note(&"x".repeat(30_000)).1);
    }
}
