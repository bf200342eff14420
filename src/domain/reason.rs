//! Why somebody wants this: their reasons, in words, as a picture or in their own voice, for the minute in which they are hard to remember.

use crate::name::name;
use crate::person::PhotoId;
use crate::recording::RecordingId;
use crate::words::{Line, unspoken};

/// As many reasons are kept: they are read at every opening.
pub const MOST_REASONS: usize = 30;

/// One reason: words, a picture, a recording, or more than one of them; never nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Reason {
    pub(crate) words: Option<Line>,
    pub(crate) photo: Option<PhotoId>,
    pub(crate) recording: Option<RecordingId>,
}

name! {
    /// The stable name of a reason: random, and the same for as long as it exists.
    pub struct ReasonId;
}

unspoken!(Reason, ReasonId);

impl Reason {
    /// None for a reason that says nothing.
    pub fn new(words: Option<Line>, photo: Option<PhotoId>, recording: Option<RecordingId>) -> Option<Reason> {
        let says_something = words.is_some() || photo.is_some() || recording.is_some();
        says_something.then_some(Reason { words, photo, recording })
    }

    /// The same reason in other words, or without any; None when nothing would be left.
    #[must_use]
    pub fn in_words(&self, words: Option<Line>) -> Option<Reason> {
        Reason::new(words, self.photo, self.recording)
    }

    pub fn words(&self) -> Option<&Line> {
        self.words.as_ref()
    }

    pub fn photo(&self) -> Option<PhotoId> {
        self.photo
    }

    pub fn recording(&self) -> Option<RecordingId> {
        self.recording
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_something_or_shows_something() {
        assert!(Reason::new(None, None, None).is_none());
        let photo = PhotoId::from_bytes([7; 16]);
        assert!(Reason::new(None, Some(photo), None).unwrap().photo() == Some(photo));
        let words = Line::new("Ana’s graduation").unwrap();
        let said = Reason::new(Some(words.clone()), None, None).unwrap();
        assert!(said.words() == Some(&words) && said.in_words(None).is_none());
        let voice = Reason::new(None, None, Some(RecordingId::from_bytes([9; 16]))).unwrap();
        assert!(voice.in_words(Some(words)).unwrap().recording() == voice.recording());
    }
}
