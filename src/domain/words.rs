//! What a person wrote in their own words. It is kept as written, and it is never printed by `Debug`, an error or a log.

use thiserror::Error;

/// A free text, kept exactly as it was written: emoji, right-to-left text, combining marks, line breaks, spaces.
///
/// Only NUL is taken out. Nobody types it, and programs that read an export end a text there and lose the rest.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Note(String);

/// A short own word: a place, a person, a substance, a trigger. At most 80 characters on one line: trimmed, runs of white space
/// are one space, control characters (which cannot be seen) are left out. Joiners and marks of direction stay, as
/// emoji and right-to-left names need them; a screen shows it with its own direction (`dir="auto"`).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Label(String);

/// A longer line than a label, tidied in the same way: an address, with the door and the floor. At most 200 characters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Line(String);

/// Why words could not be taken. Never says what they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WordsError {
    /// Nothing that can be seen.
    #[error("nothing was written")]
    Empty,
    /// Both counted in characters (Unicode scalar values).
    #[error("{length} characters, and the limit is {limit}")]
    TooLong { limit: usize, length: usize },
}

impl Note {
    /// In characters (Unicode scalar values): some ten pages.
    pub const LIMIT: usize = 20_000;

    /// # Errors
    /// [`WordsError::Empty`] when nothing can be seen, [`WordsError::TooLong`] above [`Note::LIMIT`].
    pub fn new(text: &str) -> Result<Note, WordsError> {
        within(text, Note::LIMIT)?;
        let text = text.replace('\0', "");
        if is_blank(&text) { Err(WordsError::Empty) } else { Ok(Note(text)) }
    }

    /// What a text field holds: no note when it holds nothing that can be seen.
    ///
    /// # Errors
    /// [`WordsError::TooLong`] above [`Note::LIMIT`].
    pub fn optional(text: &str) -> Result<Option<Note>, WordsError> {
        match Note::new(text) {
            Ok(note) => Ok(Some(note)),
            Err(WordsError::Empty) => Ok(None),
            Err(too_long @ WordsError::TooLong { .. }) => Err(too_long),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Label {
    /// In characters (Unicode scalar values), after trimming.
    pub const LIMIT: usize = 80;

    /// # Errors
    /// [`WordsError::Empty`] when nothing can be seen, [`WordsError::TooLong`] above [`Label::LIMIT`].
    pub fn new(text: &str) -> Result<Label, WordsError> {
        one_line(text, Label::LIMIT).map(Label)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same word but for capitals.
    pub fn same_word(&self, other: &Label) -> bool {
        self.0 == other.0 || self.0.to_lowercase() == other.0.to_lowercase()
    }
}

impl Line {
    /// In characters (Unicode scalar values), after trimming.
    pub const LIMIT: usize = 200;

    /// # Errors
    /// [`WordsError::Empty`] when nothing can be seen, [`WordsError::TooLong`] above [`Line::LIMIT`].
    pub fn new(text: &str) -> Result<Line, WordsError> {
        one_line(text, Line::LIMIT).map(Line)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn one_line(text: &str, limit: usize) -> Result<String, WordsError> {
    let seen: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    let folded = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    within(&folded, limit)?;
    if is_blank(&folded) { Err(WordsError::Empty) } else { Ok(folded) }
}

/// `Debug` that names the type and says nothing else: what somebody wrote, where they go and when is theirs.
macro_rules! unspoken {
    ($($name:ident),+ $(,)?) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}
pub(crate) use unspoken;

unspoken!(Note, Label, Line);

fn within(text: &str, limit: usize) -> Result<(), WordsError> {
    let length = text.chars().count();
    if length > limit { Err(WordsError::TooLong { limit, length }) } else { Ok(()) }
}

/// Nothing but white space, control characters, joiners and marks of direction.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_kept_exactly_as_written() {
        for text in [" two spaces,\r\n\ta tab ", "👩‍👩‍👧‍👦 🫠 🏳️‍🌈", "שלום, كيف الحال\u{202E}؟", "e\u{301}le\u{300}ve", "Ｆ𝔲𝔩𝔩"]
        {
            assert_eq!(Note::new(text).unwrap().as_str(), text);
        }
        assert_eq!(Note::new("before\0after").unwrap().as_str(), "beforeafter");
    }

    #[test]
    fn a_note_of_a_megabyte_is_refused_with_its_length() {
        let megabyte = "a".repeat(1_000_000);
        assert_eq!(Note::new(&megabyte), Err(WordsError::TooLong { limit: 20_000, length: 1_000_000 }));
        assert!(Note::new(&"🫠".repeat(Note::LIMIT)).is_ok());
        assert!(Note::optional(&"🫠".repeat(Note::LIMIT + 1)).is_err());
    }

    #[test]
    fn an_empty_field_is_no_note() {
        for nothing in ["", "  \n", "\0", "\u{200B}\u{FEFF}"] {
            assert_eq!(Note::optional(nothing), Ok(None));
            assert_eq!(Note::new(nothing), Err(WordsError::Empty));
            assert_eq!(Label::new(nothing), Err(WordsError::Empty));
        }
    }

    #[test]
    fn a_label_is_one_tidy_line() {
        assert_eq!(Label::new("  the\n\tcorner \u{7}  store ").unwrap().as_str(), "the corner store");
        assert_eq!(Label::new("👩‍🍳 أمي").unwrap().as_str(), "👩‍🍳 أمي");
        assert!(Label::new(&format!(" {} ", "é".repeat(80))).is_ok());
        assert_eq!(Label::new(&"é".repeat(81)), Err(WordsError::TooLong { limit: 80, length: 81 }));
    }

    #[test]
    fn what_was_written_is_never_printed() {
        let printed = format!("{:?} {:?}", Note::new("secret").unwrap(), Label::new("secret").unwrap());
        assert_eq!(printed, "Note(…) Label(…)");
    }
}
