//! Version 1 of what the person chose about getting help, kind 32. Frozen like its siblings.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use crate::code::Kept;
use crate::contact::PhoneNumber;
use crate::help::{HelpChoices, MOST_OWN_LINES, OwnLine};
use crate::words::{Label, Line};

/// As many lines of ours can be hidden: more than there will ever be.
const MOST_HIDDEN: usize = 64;

/// Kind 32.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct HelpV1 {
    /// Codes of lines, at most 64.
    hidden: Vec<String>,
    /// At most 8.
    own: Vec<OwnLineV1>,
    never_ask: bool,
}

#[derive(Serialize, Deserialize)]
struct OwnLineV1 {
    /// At most 80 characters.
    name: String,
    /// 3 to 40 characters, as written.
    number: String,
    texts: bool,
    /// At most 200 characters.
    note: Option<String>,
}

impl From<&HelpChoices> for HelpV1 {
    fn from(choices: &HelpChoices) -> HelpV1 {
        HelpV1 {
            hidden: choices.hidden.iter().map(|hidden| hidden.code().to_owned()).collect(),
            own: choices.own.iter().map(OwnLineV1::from).collect(),
            never_ask: choices.never_ask,
        }
    }
}

impl HelpV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_choices(self) -> Option<HelpChoices> {
        if self.hidden.len() > MOST_HIDDEN || self.own.len() > MOST_OWN_LINES {
            return None;
        }
        Some(HelpChoices {
            hidden: self.hidden.iter().map(|code| Kept::from_code(code)).collect::<Option<_>>()?,
            own: self.own.into_iter().map(OwnLineV1::into_line).collect::<Option<_>>()?,
            never_ask: self.never_ask,
        })
    }
}

impl From<&OwnLine> for OwnLineV1 {
    fn from(line: &OwnLine) -> OwnLineV1 {
        OwnLineV1 {
            name: line.name.as_str().to_owned(),
            number: line.number.as_str().to_owned(),
            texts: line.texts,
            note: line.note.as_ref().map(|note| note.as_str().to_owned()),
        }
    }
}

impl OwnLineV1 {
    fn into_line(self) -> Option<OwnLine> {
        Some(OwnLine {
            name: Label::new(&self.name).ok()?,
            number: PhoneNumber::new(&self.number).ok()?,
            texts: self.texts,
            note: maybe(self.note, |text: String| Line::new(&text).ok())?,
        })
    }
}
