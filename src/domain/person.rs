//! Somebody to call: a sponsor, a friend, a sister, the clinic. A plan without a person to call does measurably worse, so they are kept
//! one tap away, in the order that the person chose.

mod edit;
mod message;
mod reach;

use crate::code::{Code, Kept, coded};
use crate::name::name;
use crate::words::{Label, Line, unspoken};
pub use edit::{PersonEdit, PersonError, in_order, moved};
pub use message::{Texting, sms_link};
pub use reach::{Reach, ReachUses, Uses};

/// As many people are kept: they are read at every opening.
pub const MOST_PEOPLE: usize = 100;
/// As many numbers and links one of them has.
pub const MOST_REACHES: usize = 8;

coded! {
    /// What somebody is to the person, in the order in which a screen offers it.
    pub enum Role {
        Sponsor = "sponsor",
        /// Somebody in recovery too.
        Peer = "peer",
        Family = "family",
        Counselor = "counselor",
        Clinic = "clinic",
        /// A crisis line, a mobile team, an on-call number.
        Crisis = "crisis",
        Other = "other",
    }
}

name! {
    /// By which the journal knows somebody. Random; a route may carry it.
    #[derive(Debug)]
    pub struct PersonId;
}

/// By which a person's record names its picture, which is a record of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhotoId([u8; 16]);

/// Somebody to call. Changed only by [`Person::apply`], so that whatever can be held can be stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    pub(crate) name: Label,
    pub(crate) role: Kept<Role>,
    /// In the order in which they are tried.
    pub(crate) reaches: Vec<Reach>,
    pub(crate) message: Option<Line>,
    pub(crate) quiet: Option<Line>,
    pub(crate) when_locked: bool,
    pub(crate) rank: u32,
    pub(crate) photo: Option<PhotoId>,
}

/// A picture, scaled down and written anew by the browser, so that nothing is left in it of where it was taken. JPEG.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo(Vec<u8>);

unspoken!(Person, PhotoId, Photo);

impl PhotoId {
    pub const fn from_bytes(bytes: [u8; 16]) -> PhotoId {
        PhotoId(bytes)
    }

    pub const fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl Photo {
    /// In bytes. A picture of 160 by 160 takes a quarter of it.
    pub const LIMIT: usize = 32 * 1024;
    /// A side of the square that somebody's picture is scaled down to, in pixels.
    pub const SIDE: u32 = 160;

    /// None for what is no JPEG, for nothing, and for more than [`Photo::LIMIT`].
    pub fn new(bytes: Vec<u8>) -> Option<Photo> {
        let fits = bytes.len() <= Photo::LIMIT && bytes.starts_with(&[0xFF, 0xD8, 0xFF]);
        fits.then_some(Photo(bytes))
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Person {
    /// Somebody by name, with nothing else said. They come after everybody who is there.
    pub fn new(name: Label, role: Role) -> Person {
        Person {
            name,
            role: Kept::Known(role),
            reaches: Vec::new(),
            message: None,
            quiet: None,
            when_locked: false,
            rank: u32::MAX,
            photo: None,
        }
    }

    pub fn name(&self) -> &Label {
        &self.name
    }

    /// [`Role::Other`] for one that a newer build offered; [`Person::unknown`] then has its code.
    pub fn role(&self) -> Role {
        self.role.known().unwrap_or(Role::Other)
    }

    /// The code of a role that this build has no word for.
    pub fn unknown(&self) -> Option<&Code> {
        self.role.unknown()
    }

    pub fn reaches(&self) -> &[Reach] {
        &self.reaches
    }

    /// The first number that can be called.
    pub fn first_call(&self) -> Option<&crate::PhoneNumber> {
        self.reaches.iter().find_map(Reach::to_call)
    }

    /// The first number that can be texted.
    pub fn first_text(&self) -> Option<&crate::PhoneNumber> {
        self.reaches.iter().find_map(Reach::to_text)
    }

    /// What a text to them begins with; None: the words of the app.
    pub fn message(&self) -> Option<&Line> {
        self.message.as_ref()
    }

    /// When not to call, as the person noted it. It is shown and decides nothing.
    pub fn quiet(&self) -> Option<&Line> {
        self.quiet.as_ref()
    }

    /// Whether Help now shows name and numbers, also while the app is locked.
    pub fn when_locked(&self) -> bool {
        self.when_locked
    }

    /// Their place in the list: the smallest is the first.
    pub fn rank(&self) -> u32 {
        self.rank
    }

    pub fn photo(&self) -> Option<PhotoId> {
        self.photo
    }

    /// The same person for another place in the list.
    #[must_use]
    pub fn ranked(mut self, rank: u32) -> Person {
        self.rank = rank;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_a_small_jpeg_or_none() {
        assert!(Photo::new(vec![0xFF, 0xD8, 0xFF, 0xE0]).is_some());
        assert!(Photo::new(b"GIF89a".to_vec()).is_none());
        assert!(Photo::new(Vec::new()).is_none());
        let mut large = vec![0xFF; Photo::LIMIT + 1];
        large[1] = 0xD8;
        assert!(Photo::new(large).is_none());
    }

    #[test]
    fn an_address_names_somebody_and_says_nothing() {
        let id = PersonId::from_bytes([0x80, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(id.to_hex(), "8001020304050607");
        assert_eq!(PersonId::from_hex("8001020304050607"), Some(id));
        for bad in ["", "8001", "80010203040506GG", "+001020304050607"] {
            assert_eq!(PersonId::from_hex(bad), None);
        }
    }

    #[test]
    fn nobody_is_printed() {
        let person = Person::new(Label::new("Nan").unwrap(), Role::Family);
        assert_eq!(format!("{person:?}"), "Person(…)");
    }
}
