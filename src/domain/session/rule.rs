//! Weekly recurrence, counted in whole days: which dates a session is on, between its first and its last.
//!
//! Dates are day numbers here (day 1 of the common era was a Monday), so that a year of them is a few hundred additions.

use super::{Ends, Session, When};
use crate::program::{Program, ProgramId, Stretch};
use crate::slot::check_date;
use crate::weekdays::Weekdays;
use chrono::{Datelike, NaiveDate};

/// The dates of one session, with its phase taken into account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dates {
    One(NaiveDate),
    Weekly(Rule),
}

/// `every` weeks on these days, from the first day to the last (both included). Weeks begin on Monday, and are counted from the first day's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    on: Weekdays,
    every: i32,
    first: i32,
    /// None: for ever.
    last: Option<i32>,
}

/// The dates of a session. None when its phase is gone or has no beginning yet, because the phase before it has no end.
pub(crate) fn dates_of(session: &Session, programs: &[(ProgramId, Program)]) -> Option<Dates> {
    let weekly = match session.when {
        When::Once(date) => return Some(Dates::One(date)),
        When::Weekly(weekly) => weekly,
    };
    let phase = match session.phase {
        None => None,
        Some(member) => {
            let (_, program) = programs.iter().find(|(id, _)| *id == member.program)?;
            Some(program.stretch_of(member.phase)?)
        }
    };
    let first = match (weekly.first, phase) {
        (Some(own), Some(phase)) => own.max(phase.first),
        (Some(own), None) => own,
        (None, Some(phase)) => phase.first,
        (None, None) => return None,
    };
    let mut rule = Rule {
        on: weekly.on,
        every: i32::from(weekly.every.count()),
        first: first.num_days_from_ce(),
        last: phase.and_then(|phase: Stretch| phase.last).map(|last| last.num_days_from_ce()),
    };
    let own_last = match weekly.ends {
        Ends::Open => None,
        Ends::On(last) => Some(last.num_days_from_ce()),
        Ends::After(times) => Some(rule.nth(times)),
    };
    rule.last = match (rule.last, own_last) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    Some(Dates::Weekly(rule))
}

impl Dates {
    /// Whether the session is planned on that date.
    pub fn hold(&self, date: NaiveDate) -> bool {
        match self {
            Dates::One(one) => *one == date,
            Dates::Weekly(rule) => rule.holds(date.num_days_from_ce()),
        }
    }

    /// Those from one date to another, both included, in order.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        match self {
            Dates::One(one) => {
                if (from..=to).contains(one) {
                    vec![*one]
                } else {
                    Vec::new()
                }
            }
            Dates::Weekly(rule) => rule
                .between(from.num_days_from_ce(), to.num_days_from_ce())
                .into_iter()
                .filter_map(NaiveDate::from_num_days_from_ce_opt)
                .filter(|date| check_date(*date).is_ok())
                .collect(),
        }
    }

    /// The first one that there is.
    pub fn first(&self) -> Option<NaiveDate> {
        match self {
            Dates::One(one) => Some(*one),
            Dates::Weekly(rule) => {
                let first = rule.nth(1);
                let there_is = rule.holds(first);
                NaiveDate::from_num_days_from_ce_opt(first).filter(|_| there_is)
            }
        }
    }

    /// The last day of the rule, which need not be one of its dates. None for no end.
    pub fn last(&self) -> Option<NaiveDate> {
        match self {
            Dates::One(one) => Some(*one),
            Dates::Weekly(rule) => rule.last.and_then(NaiveDate::from_num_days_from_ce_opt),
        }
    }
}

impl Rule {
    fn holds(&self, day: i32) -> bool {
        let is_within = day >= self.first && self.last.is_none_or(|last| day <= last);
        let weeks = week_of(day) - week_of(self.first);
        is_within && self.is_on(day) && weeks % self.every == 0
    }

    fn is_on(&self, day: i32) -> bool {
        self.on.bits() & (1 << weekday_of(day)) != 0
    }

    fn between(&self, from: i32, to: i32) -> Vec<i32> {
        let from = from.max(self.first);
        let to = self.last.map_or(to, |last| to.min(last));
        let mut found = Vec::new();
        // The week in which to begin: the first one at or after `from` that is a multiple of `every` from the first.
        let weeks = week_of(from) - week_of(self.first);
        let mut week = week_of(self.first) + (weeks + self.every - 1) / self.every * self.every;
        while week * 7 < to {
            let monday = week * 7 + 1;
            found.extend((monday..monday + 7).filter(|day| self.is_on(*day) && (from..=to).contains(day)));
            week += self.every;
        }
        found
    }

    /// The day of the n-th time, from 1, as if there were no end.
    fn nth(&self, times: u16) -> i32 {
        let days: Vec<i32> = (0..7).filter(|day| self.on.bits() & (1 << day) != 0).collect();
        let skipped = days.iter().filter(|day| **day < weekday_of(self.first)).count();
        // As if the days of the first week that lie before the first date had been counted as well.
        let place = skipped + usize::from(times.max(1)) - 1;
        let weeks = (place / days.len().max(1)) as i32;
        let day = days.get(place % days.len().max(1)).copied().unwrap_or_default();
        (week_of(self.first) + weeks * self.every) * 7 + 1 + day
    }
}

/// Weeks since the common era began, on a Monday.
fn week_of(day: i32) -> i32 {
    (day - 1).div_euclid(7)
}

/// 0 is Monday.
fn weekday_of(day: i32) -> i32 {
    (day - 1).rem_euclid(7)
}
