//! Why somebody wants this: their reasons, in words or as a picture, for the minute in which they are hard to remember.

use crate::name::name;
use crate::person::PhotoId;
use crate::words::{Line, unspoken};

/// As many reasons are kept: they are read at every opening.
pub const MOST_REASONS: usize = 30;

/// One reason: words, a picture, or both; never neither.
#[derive(Clone, PartialEq, Eq)]
pub struct Reason {
    pub(crate) words: Option<Line>,
    pub(crate) photo: Option<PhotoId>,
}

name! {
    /// The stable name of a reason: random, and the same for as long as it exists.
    pub struct ReasonId;
}

unspoken!(Reason, ReasonId);

impl Reason {
    /// None for a reason that says nothing.
    pub fn new(words: Option<Line>, photo: Option<PhotoId>) -> Option<Reason> {
        (words.is_some() || photo.is_some()).then_some(Reason { words, photo })
    }

    pub fn words(&self) -> Option<&Line> {
        self.words.as_ref()
    }

    pub fn photo(&self) -> Option<PhotoId> {
        self.photo
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_something_or_shows_something() {
        assert!(Reason::new(None, None).is_none());
        let photo = PhotoId::from_bytes([7; 16]);
        assert!(Reason::new(None, Some(photo)).unwrap().photo() == Some(photo));
        let words = Line::new("Ana’s graduation").unwrap();
        assert!(Reason::new(Some(words.clone()), None).unwrap().words() == Some(&words));
    }
}
