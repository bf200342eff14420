//! Bytes as text, for every reader of files that other programs wrote: UTF-16, Latin-1, and what old phones hide in plain ASCII.

use std::borrow::Cow;

/// The file as UTF-8 where it was UTF-16, and without a mark at its start.
pub fn decoded(bytes: &[u8]) -> Cow<'_, [u8]> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
        let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        Cow::Owned(text.into_bytes())
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(rest),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => Cow::Borrowed(bytes),
    }
}

/// UTF-8; where it is not, Latin-1, which no byte is wrong in.
pub fn text(bytes: Cow<'_, [u8]>) -> Cow<'_, str> {
    let latin = |bytes: &[u8]| Cow::Owned(bytes.iter().map(|byte| char::from(*byte)).collect::<String>());
    match bytes {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map_or_else(|_| latin(bytes), Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).map_or_else(|error| latin(error.as_bytes()), Cow::Owned),
    }
}

/// `=C3=A9` as the letter it is (quoted-printable; RFC 2045, 6.7). What is no such pair stays as it is.
pub fn printable(value: &str) -> String {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let mut out = Vec::new();
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hidden = match (first, after) {
            (b'=', [high, low, ..]) => {
                digit(high).zip(digit(low)).and_then(|(high, low)| u8::try_from(high * 16 + low).ok())
            }
            _ => None,
        };
        out.push(hidden.unwrap_or(*first));
        rest = if hidden.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    text(Cow::Owned(out)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_old_phones_hide_is_read_in_either_alphabet() {
        assert_eq!(printable("Jos=C3=A9 =4a=4F"), "Jos\u{e9} JO");
        assert_eq!(printable("Jos=E9"), "Jos\u{e9}");
        assert_eq!(printable("1=2, 3=, =4"), "1=2, 3=, =4");
    }

    #[test]
    fn wide_letters_and_older_ones_are_read() {
        assert_eq!(text(decoded(b"\xFF\xFEA\0\xE9\0")), "A\u{e9}");
        assert_eq!(text(decoded(b"\xFE\xFF\0A\0\xE9")), "A\u{e9}");
        assert_eq!(text(decoded(b"\xEF\xBB\xBFA")), "A");
        assert_eq!(text(Cow::Borrowed(b"caf\xE9")), "caf\u{e9}");
    }

    #[test]
    fn a_file_is_the_same_with_any_mark_in_front() {
        assert_eq!(decoded(b"\xEF\xBB\xBF[]").as_ref(), b"[]");
        assert_eq!(decoded(b"\xFF\xFE[\0]\0").as_ref(), b"[]");
        assert_eq!(decoded(b"\xFE\xFF\0[\0]").as_ref(), b"[]");
    }
}
