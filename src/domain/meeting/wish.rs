//! What somebody is looking for.

use super::{Fellowship, Position};
use crate::fold::Folded;
use crate::words::unspoken;
use chrono::{NaiveTime, Timelike, Weekday};

/// All that is asked of a meeting; what is not asked for does not matter.
#[derive(Clone, Default, PartialEq)]
pub struct Wish {
    /// Each has to be found somewhere in name, place, group, region or address.
    pub words: Vec<Folded>,
    /// On this day of the person's own week.
    pub day: Option<Weekday>,
    /// At this time of the person's own day.
    pub part: Option<DayPart>,
    pub join: Option<JoinBy>,
    /// One of these; none: anybody's.
    pub fellowships: Vec<Fellowship>,
    /// All of these, by their English words.
    pub kinds: Vec<String>,
    pub near: Option<Near>,
}

/// Not further away than this from here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    pub here: Position,
    pub km: f64,
}

/// How somebody wants to get in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JoinBy {
    InPerson,
    Online,
    Phone,
}

/// Parts of a day. They overlap, because half past four is both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayPart {
    /// From four to noon.
    Morning,
    /// From eleven to five.
    Midday,
    /// From four to nine.
    Evening,
    /// From eight to five in the morning.
    Night,
}

unspoken!(Wish);

impl Wish {
    /// The words somebody typed.
    pub fn words(typed: &str) -> Vec<Folded> {
        typed.split_whitespace().map(Folded::new).filter(|word| !word.is_empty()).collect()
    }

    /// Nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Wish::default()
    }
}

impl DayPart {
    pub const ALL: [DayPart; 4] = [DayPart::Morning, DayPart::Midday, DayPart::Evening, DayPart::Night];

    /// Whether what begins at this time of day is in it.
    pub fn contains(self, time: NaiveTime) -> bool {
        let hour = time.hour();
        match self {
            DayPart::Morning => (4..12).contains(&hour),
            DayPart::Midday => (11..17).contains(&hour),
            DayPart::Evening => (16..21).contains(&hour),
            DayPart::Night => !(5..20).contains(&hour),
        }
    }
}
