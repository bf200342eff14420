//! What the engine hands to a screen: entries, pages of them, and where the next page begins.

use domain::record::{self, Kind, Read};
use domain::{CheckIn, Craving, Lapse};
use sync::RecordId;

use super::leaf::position;

/// One entry of the log, in the state it has now.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: RecordId,
    /// The moment the entry is about, UTC milliseconds.
    pub at_utc_ms: i64,
    pub what: What,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "nearly every entry is a craving; the small ones are the exceptions")]
pub enum What {
    Craving(Craving),
    Lapse(Lapse),
    /// How a day was. It stands at noon of its day.
    CheckIn(CheckIn),
    /// Written by a newer version of the app: kept, and shown with its time only.
    Newer,
    /// Damaged on the device: kept, and blocks nothing else. `count` is how many entries the damaged row held, 0 when even that is lost.
    Unreadable {
        count: u32,
    },
}

/// Which kinds of entries are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Only {
    All,
    Cravings,
    CheckIns,
    Lapses,
}

impl Only {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::All, Self::Cravings, Self::CheckIns, Self::Lapses];

    /// A name for a screen's own use; never stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Cravings => "cravings",
            Self::CheckIns => "check-ins",
            Self::Lapses => "lapses",
        }
    }

    /// Whether an entry is one of them. One that cannot be read may be of any kind, so it is always shown.
    pub(crate) fn takes(self, what: &What) -> bool {
        match what {
            What::Craving(_) => matches!(self, Self::All | Self::Cravings),
            What::Lapse(_) => matches!(self, Self::All | Self::Lapses),
            What::CheckIn(_) => matches!(self, Self::All | Self::CheckIns),
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
    pub(crate) fn of(id: RecordId, body: &[u8]) -> Option<Self> {
        let what = What::of(body)?;
        Some(Self { id, at_utc_ms: position(body).unwrap_or_default(), what })
    }
}

impl What {
    /// Reads a stored body. `None` for records that are no entries of the log: settings, what the week is made of, and a check-in of which
    /// every answer was taken back.
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

    const DAMAGED: Self = Self::Unreadable { count: 1 };

    /// The craving, if it is one.
    #[must_use]
    pub fn craving(&self) -> Option<&Craving> {
        match self {
            Self::Craving(craving) => Some(craving),
            Self::Lapse(_) | Self::CheckIn(_) | Self::Newer | Self::Unreadable { .. } => None,
        }
    }
}
