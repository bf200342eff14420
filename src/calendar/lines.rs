//! Bytes as the lines of a calendar (RFC 5545, 3.1), whatever wrote them: any kind of line end, folded or not, UTF-8 or older.
//!
//! Lines are unfolded as bytes and decoded afterwards, because some programs fold in the middle of a character. They are made one at a
//! time: a file of nothing but short lines must not take a hundred times its size.

use interop::bytes::text;
use std::borrow::Cow;

/// One line, unfolded.
pub(crate) struct Line<'a> {
    /// Where it begins in the file, from 1.
    pub number: u32,
    pub text: Cow<'a, str>,
}

/// The lines of a file; those with nothing on them are left out.
pub(crate) struct Lines<'a> {
    rest: &'a [u8],
    next_number: u32,
}

impl<'a> Lines<'a> {
    pub fn of(bytes: &'a [u8]) -> Lines<'a> {
        Lines { rest: bytes, next_number: 1 }
    }

    /// Whether the line goes on: the next one begins with a space. Some programs leave a line empty in between.
    fn goes_on(&mut self) -> bool {
        let empty = self.rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let goes_on = matches!(self.rest.get(empty), Some(b' ' | b'\t'));
        while goes_on && matches!(self.rest.first(), Some(b'\r' | b'\n')) {
            self.physical();
        }
        goes_on
    }

    /// One line as it stands in the file. CR LF, LF, CR and CR CR LF end it.
    fn physical(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        self.next_number = self.next_number.saturating_add(1);
        let end = self.rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(self.rest.len());
        let (line, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, &[]));
        let returns = rest.iter().take_while(|byte| **byte == b'\r').count();
        let ended = if rest.get(returns) == Some(&b'\n') { returns + 1 } else { usize::from(!rest.is_empty()) };
        self.rest = rest.get(ended..).unwrap_or_default();
        Some(line)
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        loop {
            let number = self.next_number;
            let line = self.physical()?;
            // At once, or a file of nothing but empty lines would be looked through from each of them.
            if line.trim_ascii().is_empty() {
                continue;
            }
            let mut line = Cow::Borrowed(line);
            // What an old program breaks in its own way: `=` at the end, and the line goes on without a space.
            let is_printable = is_quoted_printable(&line);
            loop {
                if self.goes_on() {
                    let more = self.physical().unwrap_or_default();
                    line.to_mut().extend_from_slice(more.get(1..).unwrap_or_default());
                } else if is_printable && line.last() == Some(&b'=') && !self.rest.is_empty() {
                    let more = self.physical().unwrap_or_default();
                    line.to_mut().pop();
                    line.to_mut().extend_from_slice(more);
                } else {
                    break;
                }
            }
            return Some(Line { number, text: text(line) });
        }
    }
}

fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
    head.windows(16).any(|part| part.eq_ignore_ascii_case(b"QUOTED-PRINTABLE"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use interop::bytes::decoded;

    #[track_caller]
    fn check(bytes: &[u8], expected: &[(u32, &str)]) {
        let bytes = decoded(bytes);
        let lines: Vec<(u32, String)> = Lines::of(&bytes).map(|line| (line.number, line.text.into_owned())).collect();
        let lines: Vec<(u32, &str)> = lines.iter().map(|(number, text)| (*number, text.as_str())).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        check(b"A:1\r\nB:2\nC:3\rD:4\r\r\n\r\nE:5", &[(1, "A:1"), (2, "B:2"), (3, "C:3"), (4, "D:4"), (6, "E:5")]);
        check(b"", &[]);
        check(b"\n\n", &[]);
    }

    #[test]
    fn a_line_folded_inside_a_letter_is_whole_again() {
        check(b"A:caf\xC3\r\n \xA9\n\t!\r\nB:2", &[(1, "A:caf\u{e9}!"), (4, "B:2")]);
        check(b"VERSION\n\n :2.0\nB:2", &[(1, "VERSION:2.0"), (4, "B:2")]);
    }

    #[test]
    fn older_alphabets_are_read_too() {
        check(b"A:caf\xE9", &[(1, "A:caf\u{e9}")]);
        check(b"\xFF\xFEA\0:\0\xE9\0\r\0\n\0B\0", &[(1, "A:\u{e9}"), (2, "B")]);
        check(b"\xEF\xBB\xBFA:1", &[(1, "A:1")]);
        check(
            b"A;ENCODING=quoted-printable:one=\r\ntwo\r\nB:2=",
            &[(1, "A;ENCODING=quoted-printable:onetwo"), (3, "B:2=")],
        );
    }
}
