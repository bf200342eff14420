//! Behind each number of the page, the entries it was counted from. They stay on the phone: no type of the page that is handed over has
//! room for them.

use crate::check_in::DayUse;
use crate::medication::DoseTold;
use crate::person::{PersonId, Role};
use crate::summary::PartOfDay;
use crate::visit::{Attendance, VisitKey};
use crate::words::unspoken;

/// What a number was counted from.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// The whole id of a craving, lapse, check-in, run or dose.
    Entry([u8; 16]),
    /// A session on one date, told about or not.
    Session(VisitKey),
    /// Somebody whom the person could call.
    Person(PersonId),
}

unspoken!(Row);

/// This period, or the one of the same length before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Now,
    Before,
}

/// The name of one number of the page. Where there are several lines, the line's place comes first, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    Topic(u8),
    TopicsLeftOut,
    CravingsIn(Side),
    CheckInsIn(Side),
    HeldIn(Side),
    AttendedIn(Side),
    /// All cravings of the picture.
    Times,
    /// Monday is 0.
    Heat(u8, PartOfDay),
    /// 0 to 23.
    Hour(u8),
    /// Cravings with a trigger named.
    Triggered,
    Trigger(u8),
    TriggersLeftOut,
    /// Cravings with a place named.
    Placed,
    Place(u8),
    PlacesLeftOut,
    TimesTried(u8),
    TimesRated(u8),
    TriedLeftOut,
    UseTold(DayUse),
    DaysUsed,
    Lapses,
    LapsesWith(u8),
    SubstancesLeftOut,
    CheckIns,
    Confidence,
    Mood,
    Sleep,
    Told(Attendance),
    NotTold,
    MeetingsAttended,
    Obstacle(u8),
    ObstaclesLeftOut,
    Doses(u8, DoseTold),
    DosesLeftOut,
    Called,
    PeopleIn(Role),
}

/// The rows behind every number.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Rows(Vec<(Number, Vec<Row>)>);

impl Rows {
    /// Keeps the rows of a number, in the order in which they were counted, and says how many they are.
    pub(super) fn count(&mut self, number: Number, rows: Vec<Row>) -> u32 {
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if count > 0 {
            self.0.push((number, rows));
        }
        count
    }

    pub(super) fn of(&self, number: Number) -> &[Row] {
        self.0.iter().find(|(there, _)| *there == number).map_or(&[], |(_, rows)| rows)
    }

    #[cfg(test)]
    pub(super) fn all(&self) -> &[(Number, Vec<Row>)] {
        &self.0
    }
}
