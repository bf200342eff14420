//! What the engine hands to a screen: entries, pages of them, and where the next page begins.

use domain::medication::Dose;
use domain::record::{self, Kind, Read};
use domain::strategy::StrategyRun;
use domain::{CheckIn, ChecklistDay, Craving, Lapse, Moment, Visit};
use sync::RecordId;

use super::leaf::position;

/// One entry of the log, in the state it has now.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: RecordId,
    /// The moment the entry is about, UTC milliseconds.
    pub at_utc_ms: i64,
    pub what: What,
    /// What the person said about the entry itself, where that was asked for too.
    pub marked: Marked,
}

/// The marks of an entry as they hold: a lapse is private while nobody said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marked {
    pub talk_about: bool,
    pub private: bool,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "nearly every entry is a craving; the small ones are the exceptions")]
pub enum What {
    Craving(Craving),
    Lapse(Lapse),
    /// How a day was. It stands at noon of its day.
    CheckIn(CheckIn),
    /// Something that was done, told where it belongs: with the strategy, the session, the medication, the list.
    Done(Done),
    /// Written by a newer version of the app: kept, and shown with its time only.
    Newer,
    /// Damaged on the device: kept, and blocks nothing else. `count` is how many entries the damaged row held, 0 when even that is lost.
    Unreadable {
        count: u32,
    },
}

/// What was done, and is told in a place of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    Run(StrategyRun),
    Visit(Visit),
    Dose(Dose),
    Ticks(ChecklistDay),
}

/// How a stored body becomes an entry; none for what is no entry. [`What::of`] knows what is logged by itself, [`What::of_any`] all there
/// is: two of them, so that the first screen need not bring along what only the log reads.
pub(crate) type Reads = fn(&[u8]) -> Option<What>;

/// Which kinds of entries are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Only {
    All,
    Cravings,
    CheckIns,
    Lapses,
    Coping,
    Sessions,
    Medication,
    Lists,
}

impl Only {
    /// In the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Cravings,
        Self::CheckIns,
        Self::Coping,
        Self::Sessions,
        Self::Medication,
        Self::Lists,
        Self::Lapses,
    ];

    /// A name for a screen's own use; never stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Cravings => "cravings",
            Self::CheckIns => "check-ins",
            Self::Lapses => "lapses",
            Self::Coping => "coping",
            Self::Sessions => "sessions",
            Self::Medication => "medication",
            Self::Lists => "lists",
        }
    }

    /// Whether an entry is one of them. One that cannot be read may be of any kind, so it is always shown.
    pub(crate) fn takes(self, what: &What) -> bool {
        match what {
            What::Craving(_) => matches!(self, Self::All | Self::Cravings),
            What::Lapse(_) => matches!(self, Self::All | Self::Lapses),
            What::CheckIn(_) => matches!(self, Self::All | Self::CheckIns),
            What::Done(Done::Run(_)) => matches!(self, Self::All | Self::Coping),
            What::Done(Done::Visit(_)) => matches!(self, Self::All | Self::Sessions),
            What::Done(Done::Dose(_)) => matches!(self, Self::All | Self::Medication),
            What::Done(Done::Ticks(_)) => matches!(self, Self::All | Self::Lists),
            What::Newer | What::Unreadable { .. } => true,
        }
    }
}

/// A page of entries, newest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    pub entries: Vec<Entry>,
    /// Where the next page begins; `None` when this was the last one.
    pub next: Option<Cursor>,
}

/// A place between two entries, newest first: the next page holds what comes after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    pub(crate) at_utc_ms: i64,
    pub(crate) id: RecordId,
}

/// One version of an entry, for its history.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// When this version was saved, UTC milliseconds.
    pub saved_utc_ms: i64,
    /// What it said; `None` for a deletion.
    pub what: Option<What>,
}

/// The part of an id that a route may carry: random, so that an address in the browser's history says nothing about an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey([u8; 8]);

impl EntryKey {
    /// The random half of `id`.
    #[must_use]
    pub fn of(id: RecordId) -> Self {
        let mut half = [0_u8; 8];
        for (to, from) in half.iter_mut().zip(id.bytes().into_iter().skip(8)) {
            *to = from;
        }
        Self(half)
    }

    /// Sixteen lowercase hex digits.
    #[must_use]
    pub fn to_hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The way back; `None` for anything but sixteen lowercase hex digits.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let plain = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let number = u64::from_str_radix(text, 16).ok().filter(|_| plain)?;
        Some(Self(number.to_be_bytes()))
    }
}

impl Entry {
    /// What a stored body says, as an entry. `None` for records that are no entries of the log.
    pub(crate) fn of(id: RecordId, body: &[u8], reads: Reads) -> Option<Self> {
        let what = reads(body)?;
        Some(Self { id, at_utc_ms: position(body).unwrap_or_default(), what, marked: Marked::default() })
    }
}

impl What {
    /// Reads the body of what is logged by itself: a craving, a lapse, a check-in. `None` for all else, and for a check-in of which every
    /// answer was taken back.
    pub(crate) fn of(body: &[u8]) -> Option<Self> {
        match record::read::<Craving>(body) {
            Read::Known(craving) => Some(Self::Craving(craving)),
            Read::Other(Kind::Lapse) => Some(record::read(body).known().map_or(Self::DAMAGED, Self::Lapse)),
            Read::Other(Kind::CheckIn) => match record::read::<CheckIn>(body).known() {
                Some(told) => (!told.says_nothing()).then_some(Self::CheckIn(told)),
                None => Some(Self::DAMAGED),
            },
            Read::Other(_) => None,
            Read::Newer(_) => Some(Self::Newer),
            Read::Unreadable => Some(Self::DAMAGED),
        }
    }

    /// The same, and what was done besides. `None` for records that are no entries of the log (settings, what the week is made of), and for
    /// what says nothing: a run that was only looked at, a visit, a dose or a list of which the last word was taken back.
    pub(crate) fn of_any(body: &[u8]) -> Option<Self> {
        let kind = record::preamble(body).and_then(|preamble| Kind::from_number(preamble.kind));
        let done = match kind {
            Some(Kind::StrategyRun) => record::read(body).known().map(Done::Run),
            Some(Kind::Visit) => record::read(body).known().map(Done::Visit),
            Some(Kind::Dose) => record::read(body).known().map(Done::Dose),
            Some(Kind::ChecklistDay) => record::read(body).known().map(Done::Ticks),
            Some(_) | None => return Self::of(body),
        };
        match done {
            // One of a newer version is of the same kind, and said so by what reads every body.
            None => Self::of(body).or(Some(Self::DAMAGED)),
            Some(done) => done.says_something().then_some(Self::Done(done)),
        }
    }

    const DAMAGED: Self = Self::Unreadable { count: 1 };

    /// The craving, if it is one.
    #[must_use]
    pub fn craving(&self) -> Option<&Craving> {
        match self {
            Self::Craving(craving) => Some(craving),
            Self::Lapse(_) | Self::CheckIn(_) | Self::Done(_) | Self::Newer | Self::Unreadable { .. } => None,
        }
    }
}

impl Done {
    /// The moment it stands at: noon of its day for what is about a day.
    #[must_use]
    pub fn at(&self) -> &Moment {
        match self {
            Self::Run(run) => run.at(),
            Self::Visit(visit) => visit.at(),
            Self::Dose(dose) => dose.at(),
            Self::Ticks(day) => day.at(),
        }
    }

    /// What was prepared for a session is not done before somebody said how it was.
    fn says_something(&self) -> bool {
        match self {
            Self::Run(run) => !run.is_untouched(),
            Self::Visit(visit) => visit.attendance().is_some() || visit.takeaway().is_some(),
            Self::Dose(dose) => dose.told().is_some(),
            Self::Ticks(day) => !day.ticked().is_empty(),
        }
    }
}
