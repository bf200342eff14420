//! What somebody says when they hand a bundle over: who they are, who is to read it, and what goes along.

use crate::facts::Item;
use chrono::NaiveDate;
use domain::record::Record;
use domain::{Line, Link};

/// What the sender says about handing a bundle over.
#[derive(Clone, PartialEq, Eq)]
pub struct Sender {
    /// As they want to be called by the reader.
    pub name: Option<Line>,
    /// Who is to read it: "Dana M., LMFT".
    pub recipient: Option<Line>,
    /// The program that keeps it.
    pub program: Option<Line>,
    /// The first and the last day that something is told of.
    pub days: (NaiveDate, NaiveDate),
    /// Whether their own words go along: notes, lines, own words for triggers.
    pub notes: bool,
    /// That they agree, in so many words. None: they were not asked, and the bundle has no consent in it.
    pub consent: Option<Agreed>,
    /// A page in front, or only the entries.
    pub as_document: bool,
    /// Bytes that are the person's own and always the same: what is told twice is called alike, and never like another person's.
    pub own: [u8; 16],
    /// The address under which our codes are explained, without a slash at its end.
    pub base: Link,
}

/// How long the sender agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// The last day on which it holds. None: until it is taken back.
    pub until: Option<NaiveDate>,
}

/// The first day on which something happened that a bundle can tell of.
pub fn first_day(items: &[Item]) -> Option<NaiveDate> {
    let day = |item: &Item| match &item.record {
        Record::Craving(one) => Some(one.occurred_at().day()),
        Record::CheckIn(one) => Some(one.day()),
        Record::Lapse(one) => Some(one.day()),
        Record::StrategyRun(one) => Some(one.at().day()),
        Record::Visit(one) => Some(one.at().day()),
        Record::Dose(one) => Some(one.at().day()),
        _ => None,
    };
    items.iter().filter_map(day).min()
}
