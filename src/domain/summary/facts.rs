//! What a summary is worked out from, and the one place where what is private is left out: nothing behind it ever sees such an entry.

use crate::check_in::CheckIn;
use crate::craving::Craving;
use crate::lapse::Lapse;
use crate::marks::Marks;
use crate::medication::Dose;
use crate::person::{Person, PersonId};
use crate::strategy::StrategyRun;
use crate::summary::{Period, Row};
use crate::visit::Visit;
use crate::week::{Occasion, Occurrence};
use crate::words::unspoken;
use chrono::NaiveDate;

/// An entry, its record's whole id, and what the person said about the entry itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Marked<T> {
    pub id: [u8; 16],
    /// None: nothing was ever said.
    pub marks: Option<Marks>,
    pub what: T,
}

/// What is known of a period and the one before. More than that may be among it, in any order: days that are asked for nowhere
/// change nothing.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Facts {
    pub cravings: Vec<Marked<Craving>>,
    pub lapses: Vec<Marked<Lapse>>,
    pub check_ins: Vec<Marked<CheckIn>>,
    pub runs: Vec<Marked<StrategyRun>>,
    pub doses: Vec<Marked<Dose>>,
    /// What was planned, with what was told about it. The id is the visit's, also where nothing was told yet.
    pub occasions: Vec<Marked<Occasion>>,
    /// Everybody whom the person could call.
    pub people: Vec<(PersonId, Person)>,
}

unspoken!(Facts);

impl<T> std::fmt::Debug for Marked<T> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Marked(…)")
    }
}

/// What may be told about one period, each list by time and then by id, so that the order it came in is forgotten.
pub(super) struct Open<'a> {
    pub(super) cravings: Vec<&'a Marked<Craving>>,
    pub(super) lapses: Vec<&'a Marked<Lapse>>,
    pub(super) check_ins: Vec<&'a Marked<CheckIn>>,
    pub(super) runs: Vec<&'a Marked<StrategyRun>>,
    pub(super) doses: Vec<&'a Marked<Dose>>,
    pub(super) sessions: Vec<OpenSession<'a>>,
}

/// An occurrence, and what was told about it unless that is private: then it is one that nothing was told about.
pub(super) struct OpenSession<'a> {
    pub(super) id: [u8; 16],
    pub(super) occurrence: &'a Occurrence,
    pub(super) visit: Option<&'a Visit>,
    pub(super) talk_about: bool,
}

impl<T> Marked<T> {
    pub(super) fn row(&self) -> Row {
        Row::Entry(self.id)
    }

    pub(super) fn talk_about(&self) -> bool {
        self.marks.as_ref().is_some_and(Marks::talk_about)
    }

    pub(super) fn is_private(&self, is_lapse: bool) -> bool {
        self.marks.as_ref().map_or(is_lapse, |marks| marks.is_private(is_lapse))
    }
}

impl OpenSession<'_> {
    pub(super) fn row(&self) -> Row {
        Row::Session(self.occurrence.key.clone())
    }
}

impl<'a> Open<'a> {
    pub(super) fn of(facts: &'a Facts, period: Period) -> Open<'a> {
        Open {
            cravings: open(&facts.cravings, period, false, &|one| (one.occurred_at.utc_ms(), one.occurred_at.day())),
            lapses: open(&facts.lapses, period, true, &|one| (one.at.utc_ms(), one.day())),
            check_ins: open(&facts.check_ins, period, false, &|one| (one.at.utc_ms(), one.day())),
            runs: open(&facts.runs, period, false, &|one| (one.at().utc_ms(), one.at().day())),
            doses: open(&facts.doses, period, false, &|one| (one.at.utc_ms(), one.slot.day)),
            sessions: sessions(facts, period),
        }
    }
}

/// `when`: the instant (UTC ms) and the day of an entry.
fn open<'a, T>(
    all: &'a [Marked<T>],
    period: Period,
    is_lapse: bool,
    when: &dyn Fn(&T) -> (i64, NaiveDate),
) -> Vec<&'a Marked<T>> {
    let mut keys = Vec::new();
    for (place, one) in all.iter().enumerate() {
        let (at_utc_ms, day) = when(&one.what);
        if period.contains(day) && !one.is_private(is_lapse) {
            keys.push((at_utc_ms, one.id, place));
        }
    }
    in_order(keys).into_iter().filter_map(|place| all.get(place)).collect()
}

fn sessions(facts: &Facts, period: Period) -> Vec<OpenSession<'_>> {
    let mut keys = Vec::new();
    for (place, one) in facts.occasions.iter().enumerate() {
        // The wall clock beside the session is the one that hung beside the person.
        if period.contains(one.what.occurrence.times.start.date()) {
            keys.push((one.what.occurrence.starts_utc_ms, one.id, place));
        }
    }
    let session = |place: usize| {
        let one = facts.occasions.get(place)?;
        let is_private = one.is_private(false);
        Some(OpenSession {
            id: one.id,
            occurrence: &one.what.occurrence,
            visit: one.what.visit.as_ref().filter(|_| !is_private),
            talk_about: one.talk_about() && !is_private,
        })
    };
    in_order(keys).into_iter().filter_map(session).collect()
}

/// The places in a list, put in order by time (or whatever comes first) and id. One kind of list for everything, so that sorting is compiled
/// once.
pub(super) fn in_order(mut keys: Vec<(i64, [u8; 16], usize)>) -> Vec<usize> {
    keys.sort_unstable();
    keys.into_iter().map(|(_, _, place)| place).collect()
}
