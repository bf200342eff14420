//! Version 1 of somebody to call, kind 30, and of their picture, kind 31. Frozen like its siblings.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use crate::code::Kept;
use crate::contact::PhoneNumber;
use crate::person::{MOST_REACHES, Person, Photo, PhotoId, Reach, ReachUses};
use crate::words::{Label, Line};

/// Kind 30.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct PersonV1 {
    /// At most 80 characters.
    name: String,
    role: String,
    /// At most 8.
    reaches: Vec<ReachV1>,
    /// At most 200 characters, as the next one.
    message: Option<String>,
    quiet: Option<String>,
    when_locked: bool,
    /// The smallest is the first.
    rank: u32,
    /// The id of the picture's record.
    photo: Option<[u8; 16]>,
}

#[derive(Serialize, Deserialize)]
enum ReachV1 {
    Number {
        /// 3 to 40 characters, as written.
        number: String,
        uses: String,
    },
    /// Begins with `https://`; at most 2,000 bytes.
    Link(String),
}

/// Kind 31.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct PhotoV1 {
    /// A JPEG of at most 32 kB.
    jpeg: Vec<u8>,
}

impl From<&Person> for PersonV1 {
    fn from(person: &Person) -> PersonV1 {
        let text = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned());
        PersonV1 {
            name: person.name.as_str().to_owned(),
            role: person.role.code().to_owned(),
            reaches: person.reaches.iter().map(ReachV1::from).collect(),
            message: text(&person.message),
            quiet: text(&person.quiet),
            when_locked: person.when_locked,
            rank: person.rank,
            photo: person.photo.map(PhotoId::bytes),
        }
    }
}

impl PersonV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_person(self) -> Option<Person> {
        if self.reaches.len() > MOST_REACHES {
            return None;
        }
        let line = |stored| maybe(stored, |text: String| Line::new(&text).ok());
        Some(Person {
            name: Label::new(&self.name).ok()?,
            role: Kept::from_code(&self.role)?,
            reaches: self.reaches.into_iter().map(ReachV1::into_reach).collect::<Option<_>>()?,
            message: line(self.message)?,
            quiet: line(self.quiet)?,
            when_locked: self.when_locked,
            rank: self.rank,
            photo: self.photo.map(PhotoId::from_bytes),
        })
    }
}

impl From<&Reach> for ReachV1 {
    fn from(reach: &Reach) -> ReachV1 {
        match reach {
            Reach::Number { number, uses } => {
                ReachV1::Number { number: number.as_str().to_owned(), uses: uses.0.code().to_owned() }
            }
            Reach::Link(link) => ReachV1::Link(link.as_str().to_owned()),
        }
    }
}

impl ReachV1 {
    fn into_reach(self) -> Option<Reach> {
        Some(match self {
            ReachV1::Number { number, uses } => {
                Reach::Number { number: PhoneNumber::new(&number).ok()?, uses: ReachUses(Kept::from_code(&uses)?) }
            }
            ReachV1::Link(link) => Reach::link(&link).ok()?,
        })
    }
}

impl From<&Photo> for PhotoV1 {
    fn from(photo: &Photo) -> PhotoV1 {
        PhotoV1 { jpeg: photo.bytes().to_vec() }
    }
}

impl PhotoV1 {
    /// None for what is no picture.
    pub(in crate::record) fn into_photo(self) -> Option<Photo> {
        Photo::new(self.jpeg)
    }
}
