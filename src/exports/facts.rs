//! What an export is made of: everything that is kept, and what the domain never asks.

use crate::order::{in_order, key};
use domain::record::Record;
use domain::zones::Zones;
use domain::{About, Language, Marks, Moment, VisitKey};

/// One current record and its id, as the journal has it. The second half of the id is what other records and exports name it by.
#[derive(Clone, PartialEq)]
pub struct Item {
    pub id: [u8; 16],
    pub record: Record,
}

/// What goes along. Everything, unless the person says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Including {
    /// Entries that are marked as nobody else's, and lapses that nobody marked at all.
    pub private: bool,
    /// Lapses, sober time, and whether a day had any use.
    pub use_of_substances: bool,
    /// Medications, doses, and whether a day's medication was taken.
    pub medication: bool,
}

impl Including {
    /// All of it.
    pub const EVERYTHING: Including = Including { private: true, use_of_substances: true, medication: true };
}

/// What the domain never asks.
#[derive(Clone)]
pub struct Facts<'a> {
    pub now: Moment,
    /// Of headings and words; what the person wrote stays as it is.
    pub language: Language,
    /// For times that carry no offset of their own.
    pub zones: &'a dyn Zones,
    pub including: Including,
    /// How many records are there that this build cannot read.
    pub left_out: u32,
}

/// What the person said about one entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// To be talked about.
    pub talk_about: bool,
    /// Nobody else's: marked so, or a lapse of which nothing else was said.
    pub private: bool,
}

/// Everything that is kept, sorted so that every entry finds its marks.
pub struct Journal<'a> {
    /// By id.
    items: Vec<&'a Item>,
    /// By the entry that they are about.
    marks: Vec<&'a Marks>,
    /// Everything that a visit can be to.
    sessions: Vec<&'a Item>,
}

impl<'a> Journal<'a> {
    /// `items`: all records that are there now, in any order.
    pub fn of(items: &'a [Item]) -> Journal<'a> {
        let mut marks: Vec<&Marks> = Vec::new();
        let mut sessions: Vec<&Item> = Vec::new();
        for item in items {
            match &item.record {
                Record::Marks(one) => marks.push(one),
                Record::Session(_) | Record::Imported(_) => sessions.push(item),
                _ => {}
            }
        }
        let marks = in_order(marks, |one| key(0, one.entry()));
        let items = in_order(items, |item| key(0, item.id));
        Journal { items, marks, sessions }
    }

    /// What goes along, the earliest first; what has no day comes before it.
    pub fn kept(&self, including: Including) -> Vec<&'a Item> {
        let kept = self.items.iter().copied().filter(|item| self.goes_along(item, including));
        in_order(kept, |item| key(item.record.preamble().at_utc_ms.unwrap_or(i64::MIN), item.id))
    }

    /// What was said about an entry.
    pub fn marked(&self, item: &Item) -> Marked {
        let is_lapse = matches!(item.record, Record::Lapse(_));
        match self.marks.binary_search_by_key(&item.id, |one| one.entry()).ok().and_then(|place| self.marks.get(place))
        {
            Some(marks) => Marked { talk_about: marks.talk_about(), private: marks.is_private(is_lapse) },
            None => Marked { talk_about: false, private: is_lapse },
        }
    }

    /// The record with an id, if it is there.
    pub fn item(&self, id: [u8; 16]) -> Option<&'a Item> {
        let place = self.items.binary_search_by_key(&id, |item| item.id).ok()?;
        self.items.get(place).copied()
    }

    /// What the session of a visit is, if it is still there.
    pub fn session_of(&self, visit: &VisitKey) -> Option<&'a About> {
        self.sessions.iter().find_map(|item| match (&item.record, visit) {
            (Record::Session(session), VisitKey::Own { series, .. }) if item.id.ends_with(&series.bytes()) => {
                Some(session.about())
            }
            (Record::Imported(imported), VisitKey::Imported { uid, .. }) if imported.uid() == uid => {
                Some(imported.about())
            }
            _ => None,
        })
    }

    fn goes_along(&self, item: &Item, including: Including) -> bool {
        let is_wanted = match &item.record {
            Record::Lapse(_) | Record::SoberStart(_) | Record::SoberChoices(_) => including.use_of_substances,
            Record::Medication(_) | Record::Dose(_) => including.medication,
            // What is said about an entry goes where the entry goes.
            Record::Marks(marks) => match self.item(marks.entry()) {
                Some(entry) if !matches!(entry.record, Record::Marks(_)) => return self.goes_along(entry, including),
                Some(_) | None => including.private,
            },
            _ => true,
        };
        is_wanted && (including.private || !self.marked(item).private)
    }
}

/// Sixteen lowercase hex digits: the half of an id that is its own.
pub fn id_hex(id: [u8; 16]) -> String {
    let [.., a, b, c, d, e, f, g, h] = id;
    domain::PersonId::from_bytes([a, b, c, d, e, f, g, h]).to_hex()
}
