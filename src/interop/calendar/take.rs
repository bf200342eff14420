//! An event of a calendar becomes a session of the person's week.
//!
//! What a newer file says takes the place of what an older one said, with three exceptions: dates before the window stay (people were
//! there), what the person chose stays, and of a series that is called off the dates that are past stay.

use super::compare::{end_ms, is_older, start_ms};
use super::{Clock, Extent, MAX_OCCURRENCES, ReadCalendar, ReadEvent, ReadLink};
use domain::{About, Heading, Imported, Link, Listed, PhoneNumber, Source, Zone};

/// What to keep of an event.
#[derive(Clone, PartialEq, Eq)]
pub enum Taken {
    Keep(Box<Imported>),
    /// It is called off and none of its dates is past: nothing is left of it.
    Drop,
}

crate::unspoken!(Taken);

/// What to keep of an event of `read`, when `known` is what is kept of it so far. None: nothing changes, because it is older than what is
/// known, or calls off what was never known.
pub fn take_in(read: &ReadCalendar, event: &ReadEvent, known: Option<&Imported>, now_utc_ms: i64) -> Option<Taken> {
    if known.is_some_and(|known| is_older(event, known)) {
        return None;
    }
    let before = |known: &Imported, until: i64| -> Vec<Listed> {
        known.occurrences().iter().filter(|date| end_ms(date.span()) <= until).cloned().collect()
    };
    let dates = match (event.extent, known) {
        (Extent::CalledOff, None) => return None,
        (Extent::CalledOff, Some(known)) => {
            known.occurrences().iter().filter(|date| start_ms(date.span()) < now_utc_ms).cloned().collect()
        }
        (Extent::Whole, known) => {
            let mut dates = listed(event);
            let kept = known.map(|known| before(known, read.window.from_utc_ms())).unwrap_or_default();
            add_missing(&mut dates, kept);
            dates
        }
        (Extent::SomeDates, known) => {
            let mut dates = listed(event);
            add_missing(&mut dates, known.map(|known| known.occurrences().to_vec()).unwrap_or_default());
            dates
        }
    };
    if dates.is_empty() {
        return known.map(|_| Taken::Drop);
    }
    let heading = match known {
        // Words about one date, or none at all, are no words about the series.
        Some(known) if event.extent != Extent::Whole => heading_of(known, event),
        _ => heading_read(read, event),
    };
    let imported = Imported::new(heading, newest(dates)).ok()?.keeping(source(read, event, known));
    Some(Taken::Keep(Box::new(match known {
        Some(known) => known.updated(imported),
        None => imported,
    })))
}

/// From what its later dates can be worked out.
fn source(read: &ReadCalendar, event: &ReadEvent, known: Option<&Imported>) -> Option<Source> {
    match event.extent {
        Extent::CalledOff => None,
        Extent::Whole if event.goes_on => Source::new(event.source.clone()?, read.window.to_utc_ms()),
        Extent::Whole => None,
        // Where the series is not known, or ends in sight, there is nothing to work out later.
        Extent::SomeDates => known.and_then(Imported::source)?.followed_by(event.source.as_deref()?),
    }
}

/// The dates of an event as they are kept.
pub(super) fn listed(event: &ReadEvent) -> Vec<Listed> {
    let mut dates: Vec<Listed> = event
        .occurrences
        .iter()
        .filter_map(|date| {
            let listed = Listed::new(date.span, date.original, date.standing)?;
            Some(listed.saying(date.title.clone(), date.place.clone()))
        })
        .collect();
    dates.sort_by_key(|date| (start_ms(date.span()), date.original()));
    dates
}

fn add_missing(dates: &mut Vec<Listed>, others: Vec<Listed>) {
    let mut have: Vec<_> = dates.iter().map(Listed::original).collect();
    have.sort_unstable();
    dates.extend(others.into_iter().filter(|date| have.binary_search(&date.original()).is_err()));
}

/// As many as can be kept: the oldest are left out first.
fn newest(mut dates: Vec<Listed>) -> Vec<Listed> {
    dates.sort_by_key(|date| (start_ms(date.span()), date.original()));
    dates.split_off(dates.len().saturating_sub(MAX_OCCURRENCES))
}

fn heading_read(read: &ReadCalendar, event: &ReadEvent) -> Heading {
    let (link, phone) = event.link_and_phone();
    Heading {
        uid: event.uid.clone(),
        sequence: event.sequence,
        stamped_utc_ms: event.stamped_utc_ms,
        calendar: read.name.clone(),
        about: About::read(event.title.clone(), event.place.clone(), link.cloned(), phone.cloned()),
        notes: event.notes.clone(),
        zone: event.zone().cloned(),
    }
}

fn heading_of(known: &Imported, event: &ReadEvent) -> Heading {
    // A change to one date has a number of its own, which may be smaller than that of the next file of the whole series.
    let whole = event.extent == Extent::CalledOff;
    Heading {
        uid: known.uid().clone(),
        sequence: if whole { event.sequence } else { known.sequence() },
        stamped_utc_ms: if whole { event.stamped_utc_ms } else { known.stamped_utc_ms() },
        calendar: known.calendar().cloned(),
        about: known.about().clone(),
        notes: known.notes().cloned(),
        zone: known.zone().cloned(),
    }
}

impl ReadEvent {
    /// Its zone, when it has one of the world.
    pub fn zone(&self) -> Option<&Zone> {
        match &self.clock {
            Clock::Zone(zone) => Some(zone),
            Clock::Days | Clock::Utc | Clock::Here => None,
        }
    }

    /// Of its link what a session can keep: a page or a telephone number. An address to write to is in neither.
    pub fn link_and_phone(&self) -> (Option<&Link>, Option<&PhoneNumber>) {
        match &self.link {
            Some(ReadLink::Web(link)) => (Some(link), None),
            Some(ReadLink::Call(number)) => (None, Some(number)),
            Some(ReadLink::Write(_)) | None => (None, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{calendar, evenings, occurrence, taken};
    use super::*;
    use domain::{ImportedEdit, SessionKind, Span, Standing};

    const DAY_MS: i64 = 86_400_000;

    #[test]
    fn what_the_person_chose_stays_when_the_file_comes_again() {
        let read = calendar(vec![evenings("a")]);
        let known = taken(&read, 0, None).apply(ImportedEdit::SetKind(SessionKind::Group));
        let again = taken(&read, 0, Some(&known));
        assert_eq!(again.about().kind(), SessionKind::Group);
        assert_eq!(again, known);
    }

    #[test]
    fn dates_before_the_window_stay() {
        let mut first = evenings("a");
        first.occurrences.insert(0, occurrence(-40));
        let known = taken(&calendar(vec![first]), 0, None);
        let again = taken(&calendar(vec![evenings("a")]), 0, Some(&known));
        assert_eq!(again.occurrences().len(), known.occurrences().len());
    }

    #[test]
    fn of_a_series_called_off_only_what_is_past_stays() {
        let known = taken(&calendar(vec![evenings("a")]), 0, None);
        let off = ReadEvent { extent: Extent::CalledOff, occurrences: Vec::new(), sequence: 5, ..evenings("a") };
        let read = calendar(vec![off]);
        let second = start_ms(known.occurrences()[1].span());
        let Some(Taken::Keep(left)) = take_in(&read, &read.events[0], Some(&known), second) else { panic!() };
        assert_eq!((left.occurrences().len(), left.sequence()), (1, 5));
        assert!(matches!(take_in(&read, &read.events[0], Some(&known), 0), Some(Taken::Drop)));
        assert!(take_in(&read, &read.events[0], None, 0).is_none());
    }

    #[test]
    fn a_change_to_one_date_leaves_the_others_alone() {
        let known = taken(&calendar(vec![evenings("a")]), 0, None);
        let mut one = evenings("a");
        one.extent = Extent::SomeDates;
        one.sequence = 7;
        one.title = domain::Label::new("Moved").ok();
        one.occurrences.truncate(1);
        one.occurrences[0].standing = Standing::Cancelled;
        let after = taken(&calendar(vec![one]), 0, Some(&known));
        assert_eq!(after.occurrences().len(), known.occurrences().len());
        assert_eq!(after.occurrences()[0].standing(), Standing::Cancelled);
        assert_eq!((after.about().title(), after.sequence()), (known.about().title(), known.sequence()));
    }

    #[test]
    fn of_too_many_dates_the_oldest_go() {
        let long = |from: i64, count: i64| {
            let mut event = evenings("a");
            event.occurrences = (from..from + count).map(occurrence).collect();
            event
        };
        let known = taken(&calendar(vec![long(-900, 900)]), 0, None);
        let after = taken(&calendar(vec![long(0, 200)]), 0, Some(&known));
        assert_eq!(after.occurrences().len(), MAX_OCCURRENCES);
        let Span::Times { starts_utc_ms, .. } = after.occurrences()[0].span() else { panic!() };
        assert_eq!(starts_utc_ms, 1_800_000_000_000 - 800 * DAY_MS);
    }
}
