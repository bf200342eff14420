//! The dates of one event by its own clock: how a wall-clock time becomes an instant, how long it is, and which dates a rule comes to.

use crate::event::{End, Event, Stamp};
use crate::expand::{Asked, Dates, Stretch, Work, dates};
use crate::moment::{Length, Written};
use crate::rule::Rule;
use crate::series::{Change, different};
use crate::zone::{Clock, ZoneBook};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::{Listed, Original, Span, Standing, Zone, check_date};
use interop::calendar::{MAX_OCCURRENCES, ReadOccurrence, Reason, Window};

const DAY_MS: i64 = 86_400_000;

/// When one event is: its start, by which clock, and how long.
pub(crate) struct Line {
    pub start: Stamp,
    wall: NaiveDateTime,
    /// None for whole days.
    clock: Option<Clock>,
    length: Length,
}

/// The dates that a rule comes to, with what is changed from some date on.
#[derive(Default)]
pub(crate) struct Planned {
    pub found: Vec<ReadOccurrence>,
    pub goes_on: bool,
    pub is_cut: bool,
}

impl Line {
    /// None for a start beyond the calendar. What is odd about the end is told to `problems`.
    pub fn of<'a>(event: &'a Event, zones: &ZoneBook, problems: &mut Vec<(&'a Event, Reason)>) -> Option<Line> {
        let (wall, clock) = match &event.start {
            Stamp::Day(day) => (day.and_time(NaiveTime::MIN), None),
            Stamp::Zoned(wall, clock) => (*wall, Some(clock.clone())),
            Stamp::Utc(wall) => (*wall, Some(Clock::utc())),
            Stamp::Here(wall) => (*wall, Some(zones.here.clone())),
        };
        let mut line = Line { start: event.start.clone(), wall, clock, length: Length::NONE };
        line.length = line.length_of(event.end.as_ref(), wall).unwrap_or_else(|reason| {
            problems.push((event, reason));
            line.shortest()
        });
        (1_600..=2_199).contains(&chrono::Datelike::year(&wall)).then_some(line)
    }

    /// A time without an end has no length; a day is a day.
    fn shortest(&self) -> Length {
        if self.clock.is_some() { Length::NONE } else { Length { days: 1, seconds: 0 } }
    }

    /// How long something is that begins at `wall` and ends so.
    fn length_of(&self, end: Option<&End>, wall: NaiveDateTime) -> Result<Length, Reason> {
        let length = match end {
            None => return Ok(self.shortest()),
            Some(End::After(length)) => *length,
            Some(End::At(end)) => match (&self.clock, end) {
                (None, end) => {
                    let days = (end.day() - wall.date()).num_days();
                    // Many write a last day that is the first one; the end is not part of it.
                    Length { days: if days == 0 { 1 } else { days }, seconds: 0 }
                }
                (Some(clock), end) => {
                    let starts = clock.instant(wall).ok_or(Reason::EndNotRead)?;
                    let ends = self.instant(end).ok_or(Reason::EndNotRead)?;
                    Length::between(starts, ends).ok_or(Reason::EndNotRead)?
                }
            },
        };
        if length.is_negative() {
            return Err(Reason::EndBeforeStart);
        }
        Ok(if self.clock.is_none() {
            Length { days: (length.days + length.seconds / 86_400).max(1), seconds: 0 }
        } else {
            length
        })
    }

    /// When something is, in milliseconds of UTC; times without a clock are by this one's.
    fn instant(&self, stamp: &Stamp) -> Option<i64> {
        match (stamp, &self.clock) {
            (Stamp::Utc(wall), _) => Some(wall.and_utc().timestamp_millis()),
            (Stamp::Zoned(wall, clock), _) => clock.instant(*wall),
            (Stamp::Here(wall), Some(clock)) => clock.instant(*wall),
            (Stamp::Day(day), Some(clock)) => clock.instant(day.and_time(NaiveTime::MIN)),
            (Stamp::Here(_) | Stamp::Day(_), None) => None,
        }
    }

    /// The same by this one's clock.
    fn wall_of(&self, stamp: &Stamp) -> Option<NaiveDateTime> {
        match (&self.clock, stamp) {
            (None, stamp) => Some(stamp.day().and_time(NaiveTime::MIN)),
            (Some(_), Stamp::Here(wall)) => Some(*wall),
            (Some(_), Stamp::Day(day)) => Some(day.and_time(self.wall.time())),
            (Some(clock), stamp) => clock.wall(self.instant(stamp)?),
        }
    }

    /// Which date is meant. A day names the date on that day; a time names the day of whole days.
    pub fn original(&self, which: &Stamp) -> Option<Original> {
        match (&self.clock, which) {
            (None, which) => Some(Original::On(which.day())),
            (Some(clock), Stamp::Day(day)) => clock.instant(day.and_time(self.wall.time())).map(Original::At),
            (Some(_), which) => self.instant(which).map(Original::At),
        }?
        .checked()
    }

    fn original_at(&self, wall: NaiveDateTime) -> Option<Original> {
        match &self.clock {
            None => Some(Original::On(wall.date())),
            Some(clock) => clock.instant(wall).map(Original::At),
        }?
        .checked()
    }

    /// Its own date, as one of a series.
    pub fn occurrence(
        &self,
        original: Original,
        standing: Standing,
        usual: &Event,
        own: &Event,
    ) -> Option<ReadOccurrence> {
        self.at(self.wall, self.length, original, standing, usual, own)
    }

    fn at(
        &self,
        wall: NaiveDateTime,
        length: Length,
        original: Original,
        standing: Standing,
        usual: &Event,
        own: &Event,
    ) -> Option<ReadOccurrence> {
        let span = match &self.clock {
            None => {
                let days = u64::try_from(length.days.max(1) - 1).ok()?;
                Span::Days { first: wall.date(), last: wall.date().checked_add_days(Days::new(days))? }
            }
            Some(clock) => {
                let starts_utc_ms = clock.instant(wall)?;
                let nominal = match u64::try_from(length.days).ok()? {
                    0 => starts_utc_ms,
                    days => clock.instant(wall.checked_add_days(Days::new(days))?)?,
                };
                Span::Times { starts_utc_ms, ends_utc_ms: nominal.checked_add(length.seconds * 1_000)? }
            }
        };
        Listed::new(span, original, standing)?;
        let title = different(own.title.as_ref(), usual.title.as_ref());
        let place = different(own.place.as_ref(), usual.place.as_ref());
        Some(ReadOccurrence { span, original, standing, title, place })
    }

    /// How long it is, in seconds.
    pub fn length_s(&self) -> i64 {
        self.length.days * 86_400 + self.length.seconds
    }

    pub fn zone(&self) -> Option<&Zone> {
        match &self.start {
            Stamp::Day(_) | Stamp::Here(_) => None,
            Stamp::Zoned(..) | Stamp::Utc(_) => self.clock.as_ref()?.name.as_ref(),
        }
    }

    /// The last time of a rule by this clock. Err for what is no date.
    fn until(&self, rule: &Rule) -> Result<Option<NaiveDateTime>, Reason> {
        let Some(text) = &rule.until else { return Ok(None) };
        let wall = match Written::read(text).ok_or(Reason::RuleNotRead)? {
            Written::Day(day) => day.and_hms_opt(23, 59, 59),
            Written::Wall(wall) => Some(wall),
            Written::Utc(utc) => match &self.clock {
                None => utc.date().and_hms_opt(23, 59, 59),
                Some(clock) => clock.wall(utc.and_utc().timestamp_millis()),
            },
        };
        wall.map(Some).ok_or(Reason::RuleNotRead)
    }
}

impl Stamp {
    /// The day it is on, by its own clock.
    fn day(&self) -> NaiveDate {
        match self {
            Stamp::Day(day) => *day,
            Stamp::Zoned(wall, _) | Stamp::Utc(wall) | Stamp::Here(wall) => wall.date(),
        }
    }
}

/// All dates of a series in the window, without those that are left out or changed one by one.
pub(crate) fn planned<'a>(
    event: &'a Event,
    line: &Line,
    changes: &[Change<'_>],
    window: Window,
    work: &mut Work,
    problems: &mut Vec<(&'a Event, Reason)>,
) -> Planned {
    let Some(stretch) = stretch(line, changes, window) else { return Planned::default() };
    // What is left out or changed must not take the place of what is not.
    let limit = MAX_OCCURRENCES + event.left_out.len() + changes.len() + 1;
    let asked = Asked { stretch, limit, counts_start: event.rules.len() == 1 };
    let mut planned = Planned::default();
    let mut walls: Vec<(NaiveDateTime, Length)> = vec![(line.wall, line.length)];
    for rule in &event.rules {
        if rule.count.is_some() && rule.until.is_some() {
            problems.push((event, Reason::CountAndUntil));
        }
        match followed(rule, line, asked, work) {
            Ok(dates) => {
                planned.goes_on |= dates.goes_on;
                planned.is_cut |= dates.is_cut;
                walls.extend(dates.found.into_iter().map(|wall| (wall, line.length)));
            }
            Err(reason) => problems.push((event, reason)),
        }
    }
    for (start, end) in &event.extra {
        let Some(wall) = line.wall_of(start) else { continue };
        let length = match end {
            None => line.length,
            Some(_) => line.length_of(end.as_ref(), wall).unwrap_or(line.length),
        };
        walls.push((wall, length));
    }
    let mut left_out: Vec<Original> = Vec::new();
    let mut days_left_out: Vec<NaiveDate> = Vec::new();
    for stamp in &event.left_out {
        match (stamp, &line.clock) {
            (Stamp::Day(day), Some(_)) => days_left_out.push(*day),
            (stamp, _) => left_out.extend(line.original(stamp)),
        }
    }
    for rule in &event.not_rules {
        let dates = followed(rule, line, asked, work).unwrap_or_default();
        left_out.extend(dates.found.into_iter().filter_map(|wall| line.original_at(wall)));
    }
    left_out.sort_unstable();
    days_left_out.sort_unstable();
    walls.sort_by_key(|(wall, _)| *wall);
    // An extra date that names an end counts before the rule's.
    walls.dedup_by_key(|(wall, _)| *wall);
    for (wall, length) in walls {
        let Some(original) = line.original_at(wall) else { continue };
        let is_left_out =
            left_out.binary_search(&original).is_ok() || days_left_out.binary_search(&wall.date()).is_ok();
        let is_changed = changes.binary_search_by_key(&original, |change| change.original).is_ok();
        if is_left_out || is_changed {
            continue;
        }
        let from = changes.iter().rfind(|change| change.reaches_on && change.original < original);
        planned.found.extend(match from {
            None => line.at(wall, length, original, event.standing, event, event),
            Some(change) => shifted(line, change, original, event),
        });
    }
    planned
}

fn followed(rule: &Rule, line: &Line, asked: Asked, work: &mut Work) -> Result<Dates, Reason> {
    dates(rule, line.wall, line.until(rule)?, asked, work)
}

/// The stretch of the wall clock whose dates can be in the window, with their lengths and with what they are moved by.
fn stretch(line: &Line, changes: &[Change<'_>], window: Window) -> Option<Stretch> {
    let moved = changes.iter().filter(|change| change.reaches_on).filter_map(|change| {
        let original = match change.original {
            Original::At(utc_ms) => utc_ms,
            Original::On(day) => midnight_ms(day),
        };
        let starts = change.line.instant(&change.line.start).unwrap_or_else(|| midnight_ms(change.line.wall.date()));
        Some((starts.abs_diff(original) / 1_000 + u64::try_from(change.line.length_s()).ok()?).min(366 * 86_400))
    });
    let moved = i64::try_from(moved.max().unwrap_or_default()).ok()?;
    let before = TimeDelta::seconds(line.length_s().max(0) + moved + 2 * 86_400);
    let after = TimeDelta::seconds(moved);
    let shown = |utc_ms: i64| match &line.clock {
        None => DateTime::from_timestamp_millis(utc_ms).map(|at| at.naive_utc()),
        Some(clock) => clock.wall(utc_ms),
    };
    Some(Stretch {
        from: shown(window.from_utc_ms())?.checked_sub_signed(before)?,
        to: shown(window.to_utc_ms())?.checked_add_signed(after)?,
    })
}

/// A date after a change that reaches on: moved by as much as the changed one was, by the clock of the change.
fn shifted(line: &Line, change: &Change<'_>, original: Original, usual: &Event) -> Option<ReadOccurrence> {
    let new = &change.line;
    let shown = |original: Original| match (original, &new.clock, &line.clock) {
        (Original::On(day), _, _) => Some(day.and_time(NaiveTime::MIN)),
        (Original::At(utc_ms), Some(clock), _) | (Original::At(utc_ms), None, Some(clock)) => clock.wall(utc_ms),
        (Original::At(utc_ms), None, None) => DateTime::from_timestamp_millis(utc_ms).map(|at| at.naive_utc()),
    };
    let moved = new.wall - shown(change.original)?;
    let wall = shown(original)?.checked_add_signed(moved)?;
    check_date(wall.date()).ok()?;
    let standing = if usual.standing == Standing::Cancelled { Standing::Cancelled } else { change.event.standing };
    new.at(wall, new.length, original, standing, usual, change.event)
}

pub(crate) fn midnight_ms(date: NaiveDate) -> i64 {
    i64::from(chrono::Datelike::num_days_from_ce(&date) - 719_163) * DAY_MS
}
