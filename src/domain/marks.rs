//! What the person said about an entry itself: that they want to talk about it, or that it is nobody else's.

use crate::moment::Moment;
use crate::visit::mark_of;
use crate::words::unspoken;

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryMark {
    /// To be talked about, with whom is for the person to say.
    TalkAbout,
    /// Never in anything that is shared.
    Private,
}

/// The marks of one entry. They are a record of their own, so that marking an entry is no change to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Marks {
    /// When the entry was, as the person had told it when it was first marked.
    pub(crate) at: Moment,
    /// The whole id of the entry.
    pub(crate) entry: [u8; 16],
    pub(crate) talk_about: bool,
    /// None: as is usual for what it is. A lapse is private unless the person says otherwise.
    pub(crate) private: Option<bool>,
}

unspoken!(Marks);

impl Marks {
    /// None set yet.
    pub fn new(entry: [u8; 16], at: Moment) -> Marks {
        Marks { at, entry, talk_about: false, private: None }
    }

    /// With one set or taken away.
    #[must_use]
    pub fn set(&self, mark: EntryMark, is_set: bool) -> Marks {
        match mark {
            EntryMark::TalkAbout => Marks { talk_about: is_set, ..self.clone() },
            EntryMark::Private => Marks { private: Some(is_set), ..self.clone() },
        }
    }

    pub fn at(&self) -> &Moment {
        &self.at
    }

    /// The id of the entry that it is about.
    pub fn entry(&self) -> [u8; 16] {
        self.entry
    }

    pub fn talk_about(&self) -> bool {
        self.talk_about
    }

    /// `is_lapse` is what decides when the person has not.
    pub fn is_private(&self, is_lapse: bool) -> bool {
        self.private.unwrap_or(is_lapse)
    }
}

/// Eight bytes that look random and depend on the entry alone: two tabs that mark one entry change one record.
pub fn marks_mark(entry: [u8; 16]) -> [u8; 8] {
    let name: Vec<u8> = b"marks".iter().copied().chain(entry).collect();
    mark_of(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::now;

    #[test]
    fn a_lapse_is_private_until_the_person_says_otherwise_and_nothing_else_is() {
        let none = Marks::new([7; 16], now());
        assert!(none.is_private(true) && !none.is_private(false) && !none.talk_about());
        let open = none.set(EntryMark::Private, false);
        assert!(!open.is_private(true));
        let both = open.set(EntryMark::TalkAbout, true).set(EntryMark::Private, true);
        assert!(both.is_private(false) && both.talk_about());
        assert!(marks_mark([7; 16]) != marks_mark([8; 16]));
    }
}
