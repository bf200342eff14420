//! The lines of a calendar (RFC 5545, 3.1): at most 75 bytes each, ended by CR and LF; what is longer goes on in the next one after a space.

/// In bytes, without the line end.
const LONGEST: usize = 75;

/// Lines, as they are written.
pub(super) struct Lines(String);

impl Lines {
    pub fn new() -> Lines {
        Lines(String::new())
    }

    /// A property whose value is written as it is: dates, rules, addresses.
    pub fn put(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{}", one_line(value)));
    }

    /// A property whose value is TEXT (3.3.11).
    pub fn text(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{}", escaped(value)));
    }

    pub fn finish(self) -> String {
        self.0
    }

    fn folded(&mut self, line: &str) {
        let mut room = LONGEST;
        for character in line.chars() {
            if character.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(character);
            room -= character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// What means something in a TEXT is written so that it means itself. Characters that cannot be seen are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            hidden if hidden.is_control() => {}
            seen => out.push(seen),
        }
    }
    out
}

/// Nothing in it can begin another line.
fn one_line(value: &str) -> String {
    value.chars().filter(|character| !character.is_control()).collect()
}

/// A parameter's value (3.2), in quotes where it needs them.
pub(super) fn parameter(value: &str) -> String {
    let value: String = value.chars().filter(|character| !character.is_control() && *character != '"').collect();
    if value.contains([':', ';', ',']) { format!("\"{value}\"") } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    fn unescaped(text: &str) -> String {
        let mut out = String::new();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            match (character, character == '\\') {
                (_, true) => match characters.next() {
                    Some('n' | 'N') => out.push('\n'),
                    other => out.extend(other),
                },
                (other, false) => out.push(other),
            }
        }
        out
    }

    #[test]
    fn a_long_title_goes_on_in_the_next_line_and_no_letter_is_cut() {
        let mut lines = Lines::new();
        lines.text("SUMMARY", &"é🧠".repeat(40));
        let text = lines.finish();
        assert!(text.lines().count() > 3);
        assert_eq!(unfolded(&text), format!("SUMMARY:{}\r\n", "é🧠".repeat(40)));
    }

    #[test]
    fn commas_semicolons_and_line_breaks_mean_themselves() {
        assert_eq!(escaped("a, b; c\\d\r\ne\rf\u{0}\u{7}"), "a\\, b\\; c\\\\d\\ne\\nf");
        assert_eq!(parameter("Odd:\"Zone\""), "\"Odd:Zone\"");
    }

    #[test]
    fn no_value_can_begin_another_line() {
        let mut lines = Lines::new();
        lines.put("URL", "https://a.example\r\nATTENDEE:x");
        assert_eq!(lines.finish(), "URL:https://a.exampleATTENDEE:x\r\n");
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_75_bytes_and_nothing_is_lost(text in "\\PC{0,400}") {
            let mut lines = Lines::new();
            lines.text("DESCRIPTION", &text);
            let written = lines.finish();
            prop_assert!(written.split("\r\n").all(|line| line.len() <= LONGEST));
            prop_assert!(!written.replace("\r\n", "").contains(['\r', '\n']));
            let whole = unfolded(&written);
            prop_assert_eq!(unescaped(whole.trim_start_matches("DESCRIPTION:").trim_end_matches("\r\n")), text);
        }
    }
}
