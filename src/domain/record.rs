//! What is stored: the one way from a domain value to bytes and back. Shapes are frozen, one module per version.
//!
//! A record is a preamble of eleven bytes that never changes in any version, then a body whose shape the version and the
//! kind decide. A released shape is never edited: a change is a new version with an upgrade, and the old one keeps its
//! golden file (see `record/golden.rs`). So an old build can still date what a newer one wrote, and keep it.

mod any;
mod codes;
mod preamble;
mod stored;
mod v1;
mod v2;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod laws;

pub use any::{Record, read_any};
pub use preamble::{PREAMBLE_LENGTH, Preamble, preamble};
use thiserror::Error;

/// What a record is of. The number is stored, and never used again for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Craving,
    Settings,
    Session,
    Program,
    Visit,
    /// A session that came from a calendar.
    Imported,
    /// Somebody to call.
    Person,
    /// The picture of somebody to call.
    Photo,
    /// What was chosen about getting help.
    Help,
    /// A list of meetings; the meetings are in pages beside it.
    MeetingList,
    /// How a day was.
    CheckIn,
    /// That something was used.
    Lapse,
    /// From when sober time is counted.
    SoberStart,
    /// Which truths of it are told.
    SoberChoices,
    /// One time that a strategy was done.
    StrategyRun,
    /// Which strategies are favourites, and which are hidden.
    StrategyChoices,
    /// A strategy of one's own.
    OwnStrategy,
    /// A list of one's own: a routine, a plan for a hard hour, ways of staying away.
    Checklist,
    /// What was ticked on such a list on one day.
    ChecklistDay,
    /// The safety plan.
    SafetyPlan,
    /// Why somebody wants this.
    Reason,
    /// The sound of a reason that was spoken.
    Recording,
    /// What the person said about an entry itself.
    Marks,
    /// A medication.
    Medication,
    /// What was told about one dose.
    Dose,
    /// Triggers sorted from safe to never.
    TriggerChart,
    /// What everything is signed with that is handed over. Never told in an export.
    SharingKey,
    /// Somebody who is handed something.
    Recipient,
    /// What was handed over.
    Share,
    /// What was taken in of a program pack.
    FromProgram,
}

/// A value that is stored as one record. Each kind is read and written by itself, so that a screen which knows cravings does not
/// bring along how programs are stored.
pub trait Stored: Sized {
    /// What a record of it is called.
    const KIND: Kind;

    /// The time it is about, UTC milliseconds; None for what has no day, such as settings.
    fn at_utc_ms(&self) -> Option<i64>;

    /// Its body behind `start`, in the current version.
    ///
    /// # Errors
    /// [`EncodeError`], for completeness.
    fn write(&self, start: Vec<u8>) -> Result<Vec<u8>, EncodeError>;

    /// The way back from version 1. None when anything is out of its bounds.
    fn from_v1(body: &[u8], at_utc_ms: Option<i64>) -> Option<Self>;

    /// The way back from version 2, for the kinds that have one.
    fn from_v2(_body: &[u8], _at_utc_ms: Option<i64>) -> Option<Self> {
        None
    }
}

/// What some bytes turned out to be to somebody who asks for one kind. Whatever it is, the bytes are the caller's to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read<T> {
    Known(T),
    /// A record of another kind; whether it is readable was not looked at.
    Other(Kind),
    /// Written by a newer build, in a version or of a kind that this one does not know. To be kept as it is.
    Newer(Preamble),
    /// Damaged, or never a record.
    Unreadable,
}

/// The encoder refused. No value of ours makes it; it is an error and not a panic because a panic ends the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the record could not be put into bytes")]
pub struct EncodeError;

impl Kind {
    pub const ALL: [Kind; 30] = [
        Kind::Craving,
        Kind::Settings,
        Kind::Session,
        Kind::Program,
        Kind::Visit,
        Kind::Imported,
        Kind::Person,
        Kind::Photo,
        Kind::Help,
        Kind::MeetingList,
        Kind::CheckIn,
        Kind::Lapse,
        Kind::SoberStart,
        Kind::SoberChoices,
        Kind::StrategyRun,
        Kind::StrategyChoices,
        Kind::OwnStrategy,
        Kind::Checklist,
        Kind::ChecklistDay,
        Kind::SafetyPlan,
        Kind::Reason,
        Kind::Recording,
        Kind::Marks,
        Kind::Medication,
        Kind::Dose,
        Kind::TriggerChart,
        Kind::SharingKey,
        Kind::Recipient,
        Kind::Share,
        Kind::FromProgram,
    ];

    /// The stored number.
    pub const fn number(self) -> u16 {
        match self {
            Kind::Craving => 1,
            Kind::Settings => 2,
            Kind::Session => 3,
            Kind::Program => 4,
            Kind::Visit => 5,
            Kind::Imported => 6,
            Kind::Person => 30,
            Kind::Photo => 31,
            Kind::Help => 32,
            Kind::MeetingList => 20,
            Kind::CheckIn => 40,
            Kind::Lapse => 41,
            Kind::SoberStart => 42,
            Kind::SoberChoices => 43,
            Kind::StrategyRun => 50,
            Kind::StrategyChoices => 51,
            Kind::OwnStrategy => 52,
            Kind::Checklist => 53,
            Kind::ChecklistDay => 54,
            Kind::SafetyPlan => 55,
            Kind::Reason => 56,
            Kind::Recording => 57,
            Kind::Marks => 44,
            Kind::Medication => 60,
            Kind::Dose => 61,
            Kind::TriggerChart => 45,
            Kind::SharingKey => 80,
            Kind::Recipient => 81,
            Kind::Share => 82,
            Kind::FromProgram => 83,
        }
    }

    /// The version that [`encode`] writes of this kind.
    pub const fn version(self) -> u8 {
        if matches!(self, Kind::Settings | Kind::Reason) { 2 } else { 1 }
    }

    /// None for a kind that this build does not know.
    pub fn from_number(number: u16) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.number() == number)
    }
}

/// The bytes of a value, in the current version. The same value always gives the same bytes.
///
/// # Errors
/// [`EncodeError`], for completeness.
pub fn encode<T: Stored>(value: &T) -> Result<Vec<u8>, EncodeError> {
    value.write(preamble_of(value).to_bytes().to_vec())
}

fn preamble_of<T: Stored>(value: &T) -> Preamble {
    Preamble { version: T::KIND.version(), kind: T::KIND.number(), at_utc_ms: value.at_utc_ms() }
}

/// What the bytes are, to somebody who asks for a `T`. Every bound is checked again: an intensity of 11, a text beyond its limit or a
/// byte too many is [`Read::Unreadable`], never a value.
pub fn read<T: Stored>(bytes: &[u8]) -> Read<T> {
    let Some((preamble, body)) = preamble::split(bytes) else { return Read::Unreadable };
    match Kind::from_number(preamble.kind) {
        // A newer build may store a new kind in a version that we know.
        None => Read::Newer(preamble),
        Some(kind) if preamble.version > kind.version() => Read::Newer(preamble),
        Some(kind) if kind != T::KIND => Read::Other(kind),
        Some(_) => {
            let value = if preamble.version == 1 { T::from_v1 } else { T::from_v2 };
            value(body, preamble.at_utc_ms).map_or(Read::Unreadable, Read::Known)
        }
    }
}

impl<T> Read<T> {
    fn map<U>(self, wrap: impl FnOnce(T) -> U) -> Read<U> {
        match self {
            Read::Known(value) => Read::Known(wrap(value)),
            Read::Other(kind) => Read::Other(kind),
            Read::Newer(preamble) => Read::Newer(preamble),
            Read::Unreadable => Read::Unreadable,
        }
    }

    /// The value, if it is one.
    pub fn known(self) -> Option<T> {
        match self {
            Read::Known(value) => Some(value),
            Read::Other(_) | Read::Newer(_) | Read::Unreadable => None,
        }
    }
}

/// What the encoder makes of a frozen shape.
fn written(shape: &impl serde::Serialize, start: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
    postcard::to_extend(shape, start).map_err(|_| EncodeError)
}

/// The body, if it is one and nothing follows it.
fn whole<'a, T: serde::Deserialize<'a>>(body: &'a [u8]) -> Option<T> {
    match postcard::take_from_bytes(body) {
        Ok((value, [])) => Some(value),
        Ok((_, _)) | Err(_) => None,
    }
}
