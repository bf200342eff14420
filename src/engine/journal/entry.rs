//! What the engine hands to a screen: entries, pages of them, and where the next page begins.

use domain::Craving;
use domain::record::{self, Read};
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
    /// Written by a newer version of the app: kept, and shown with its time only.
    Newer,
    /// Damaged on the device: kept, and blocks nothing else. `count` is how many entries the damaged row held, 0 when even that is lost.
    Unreadable {
        count: u32,
    },
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
    /// Reads a stored body. `None` for records that are no entries of the log: settings, and what the week is made of.
    pub(crate) fn of(body: &[u8]) -> Option<Self> {
        match record::read::<Craving>(body) {
            Read::Known(craving) => Some(Self::Craving(craving)),
            Read::Other(_) => None,
            Read::Newer(_) => Some(Self::Newer),
            Read::Unreadable => Some(Self::Unreadable { count: 1 }),
        }
    }
}
