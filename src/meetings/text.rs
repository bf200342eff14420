//! Texts as lists have them: in some encoding, sometimes with the signs of a web page in them.

/// In bytes.
const MAX_TAG: usize = 2_000;

/// The first so many characters.
pub fn cut(text: &str, limit: usize) -> &str {
    match text.char_indices().nth(limit) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

/// Without tags, with the letters that entities stand for, and with line breaks where a page would have them. What a page would run is no text.
pub fn plain(text: &str) -> String {
    if !text.contains(['<', '&', '\r']) {
        return text.trim().to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(['<', '&', '\r']) {
        let (before, after) = rest.split_at(place);
        plain.push_str(before);
        rest = match after.as_bytes().first() {
            Some(b'<') => behind_tag(after, &mut plain),
            Some(b'&') => behind_entity(after, &mut plain),
            // Of the two signs for a line break one is enough.
            _ => {
                let after = after.get(1..).unwrap_or_default();
                if !after.starts_with('\n') {
                    plain.push('\n');
                }
                after
            }
        };
    }
    plain.push_str(rest);
    plain.trim().to_owned()
}

/// What follows a tag; the tag itself becomes a line break or nothing. A `<` that begins no tag is a letter.
fn behind_tag<'a>(text: &'a str, plain: &mut String) -> &'a str {
    let inner = text.get(1..).unwrap_or_default();
    let begins = inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    // No tag is longer, and nobody makes this look through the same text again and again.
    let end = if begins { inner.bytes().take(MAX_TAG).position(|byte| byte == b'>') } else { None };
    let Some(end) = end else {
        plain.push('<');
        return inner;
    };
    let (tag, after) = (inner.get(..end).unwrap_or_default(), inner.get(end.saturating_add(1)..).unwrap_or_default());
    let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "script" | "style" if !tag.starts_with('/') => {
            let closes = |place: &usize| {
                let named = after.get(place.saturating_add(2)..).and_then(|rest| rest.get(..name.len()));
                named.is_some_and(|named| named.eq_ignore_ascii_case(&name))
            };
            let end = after.match_indices("</").map(|(place, _)| place).find(closes);
            let behind = end.and_then(|end| after.get(end..)).unwrap_or_default();
            behind.split_once('>').map_or("", |(_, rest)| rest)
        }
        "br" | "p" | "div" | "li" | "tr" | "h1" | "h2" | "h3" | "h4" => {
            if !plain.is_empty() && !plain.ends_with('\n') {
                plain.push('\n');
            }
            after
        }
        _ => after,
    }
}

/// What follows an entity; what is none is left as it is.
fn behind_entity<'a>(text: &'a str, plain: &mut String) -> &'a str {
    let inner = text.get(1..).unwrap_or_default();
    let end = inner.bytes().take(9).position(|byte| byte == b';').filter(|end| *end > 0);
    let name = end.and_then(|end| inner.get(..end));
    let letter = name.and_then(|name| match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "lsquo" => Some('‘'),
        "rsquo" => Some('’'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        "hellip" => Some('…'),
        _ => {
            let code = name.strip_prefix('#')?;
            let number = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => code.parse().ok()?,
            };
            char::from_u32(number).filter(|letter| !letter.is_control() || *letter == '\n')
        }
    });
    match (letter, name) {
        (Some(letter), Some(name)) => {
            plain.push(letter);
            inner.get(name.len().saturating_add(1)..).unwrap_or_default()
        }
        _ => {
            plain.push('&');
            inner
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_text() {
        assert_eq!(plain("<b>Bold</b> Name & Co"), "Bold Name & Co");
        assert_eq!(plain("Line one<br>Line two <script>alert(1)</script>"), "Line one\nLine two");
        assert_eq!(plain("<P>Ring</p><p class=\"x\">the bell</P>"), "Ring\nthe bell");
        assert_eq!(plain("a &amp; b &#39;c&#x27; &eacute; &"), "a & b 'c' &eacute; &");
        assert_eq!(plain("5 < 6 and <3"), "5 < 6 and <3");
        assert_eq!(plain("one\r\ntwo\rthree"), "one\ntwo\nthree");
        assert_eq!(plain("<script>never ends"), "");
    }
}
