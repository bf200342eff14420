//! Sober time, told as several truths: how long it is now, how long it was at best, all days together, and how many of the last weeks' days.
//!
//! It counts the person's calendar days, not hours: a flight, a change of the clocks and a leap day change no number. A day counts once it
//! is over, so what is told about today, good or bad, takes nothing away that was there this morning but the run that goes on now. Medication is
//! no input: taken as prescribed, it can change nothing here.

mod choices;
mod span;
mod start;
mod used;

use crate::substance::Substance;
pub(crate) use choices::MAX_TRUTHS;
pub use choices::{SoberChoices, Told, Truth};
use chrono::{Days, NaiveDate};
pub use span::Span;
pub use start::{MOST_STARTS, SoberStart, StartId};
pub use used::{UsedOn, days_of_use};

/// Sober time up to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoberTime {
    /// The run that goes on now.
    pub current: Run,
    /// Of the longest run, the current one included, in days.
    pub best: u32,
    /// All sober days since the first start, whatever came between them.
    pub together: u32,
    pub last_30: Share,
    pub last_90: Share,
}

/// Sober days one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its first day: a start that was told, or the day after use. That is tomorrow when today is a day of use.
    pub since: NaiveDate,
    /// Its days that are over.
    pub days: u32,
}

/// What is counted, and how long it is.
#[derive(Clone, PartialEq, Eq)]
pub struct Counted {
    /// None is everything.
    pub counts: Option<Substance>,
    pub time: SoberTime,
}

crate::words::unspoken!(Counted);

/// How many of some days were sober.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub sober: u32,
    /// Fewer than asked for while less time is known.
    pub of: u32,
}

impl Share {
    /// In whole per cent, never rounded up: 100 is said only of all days. None of no days.
    pub fn percent(self) -> Option<u32> {
        self.sober.saturating_mul(100).checked_div(self.of)
    }
}

impl SoberTime {
    /// Works it out for `today`. `starts`: days from which somebody counts, the first of them sober, in any order; a later one begins a new
    /// run and takes nothing from the days before it. `used`: days of use, in any order, more than once if need be.
    ///
    /// What lies before the first start or after `today` (a clock that jumped) is left alone. None while there is no start up to today.
    pub fn of(
        starts: impl IntoIterator<Item = NaiveDate>,
        used: impl IntoIterator<Item = NaiveDate>,
        today: NaiveDate,
    ) -> Option<SoberTime> {
        let mut starts: Vec<NaiveDate> = starts.into_iter().filter(|start| *start <= today).collect();
        starts.sort_unstable();
        let first = *starts.first()?;
        let mut used: Vec<NaiveDate> = used.into_iter().filter(|day| (first..=today).contains(day)).collect();
        used.sort_unstable();
        used.dedup();

        let after_use = used.iter().filter_map(|day| day.succ_opt());
        let mut begins: Vec<NaiveDate> = starts.iter().copied().chain(after_use).collect();
        begins.sort_unstable();
        let ends = begins.iter().skip(1).copied().chain([today]);
        // A run ends the day before the next one begins, or before the day of use that ended it.
        let length = |(begin, end): (NaiveDate, NaiveDate)| sober_between(begin, end.min(today), &used);
        let best = begins.iter().copied().zip(ends).map(length).max().unwrap_or(0);
        let since = begins.last().copied().unwrap_or(first);
        let last = |days: u64| {
            let from = today.checked_sub_days(Days::new(days)).map_or(first, |from| from.max(first));
            Share { sober: sober_between(from, today, &used), of: days_between(from, today) }
        };
        Some(SoberTime {
            current: Run { since, days: days_between(since, today) },
            best,
            together: sober_between(first, today, &used),
            last_30: last(30),
            last_90: last(90),
        })
    }
}

/// Sober time for each thing that is counted from some start on: everything first, then in the order of the starts. What is counted twice
/// is one run after the other.
pub fn counted(starts: &[SoberStart], used: &[UsedOn], today: NaiveDate) -> Vec<Counted> {
    let mut all: Vec<Counted> = Vec::new();
    let mut starts: Vec<&SoberStart> = starts.iter().collect();
    starts.sort_by_key(|start| (start.counts.is_some(), start.day));
    for start in &starts {
        let is_same = |other: Option<&Substance>| match (start.counts(), other) {
            (Some(mine), Some(theirs)) => mine.same_as(theirs),
            (mine, theirs) => mine.is_none() && theirs.is_none(),
        };
        if all.iter().any(|there| is_same(there.counts.as_ref())) {
            continue;
        }
        let days = starts.iter().filter(|other| is_same(other.counts())).map(|other| other.day);
        if let Some(time) = SoberTime::of(days, days_of_use(used, start.counts()), today) {
            all.push(Counted { counts: start.counts.clone(), time });
        }
    }
    all
}

/// Whether use of one thing counts for who counts another. Who counts everything counts any use; use of nothing that was named counts for
/// all, until it is named.
pub fn counts_for(counted: Option<&Substance>, used: Option<&Substance>) -> bool {
    match (counted, used) {
        (Some(counted), Some(used)) => counted.same_as(used),
        (None, _) | (_, None) => true,
    }
}

/// Days from `from` up to the day before `to`; 0 when that is none.
fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}

/// The same without the days of use. `used` is sorted, with no day twice.
fn sober_between(from: NaiveDate, to: NaiveDate, used: &[NaiveDate]) -> u32 {
    let within = used.partition_point(|day| *day < to).saturating_sub(used.partition_point(|day| *day < from));
    days_between(from, to).saturating_sub(u32::try_from(within).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod laws;
