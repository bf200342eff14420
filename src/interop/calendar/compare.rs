//! What reading a calendar would change, told before anything is changed.
//!
//! Events are the same by their UID. The greater SEQUENCE is the newer, then the later DTSTAMP (RFC 5546, 2.1.5). Many programs stamp every
//! file anew and many never count, so what decides between *changed* and *unchanged* is what the event says.

use super::{Extent, MAX_OCCURRENCES, ReadCalendar, ReadEvent, take::listed};
use domain::{Imported, Listed, Span, Standing, Uid};

/// An event that came in before, and what is needed of it for the comparison.
#[derive(Clone, Copy)]
pub struct Known<'a>(pub &'a Imported);

/// What would come of one event, or of one thing that could not be read. Numbers are places in the lists that were compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It comes in.
    New { event: usize },
    /// It takes the place of what is known.
    Changed { event: usize, known: usize },
    /// It says what is known already. (Its later dates may have come into the window; taking it in adds them.)
    Unchanged { event: usize, known: usize },
    /// It is older than what is known: nothing happens.
    Older { event: usize, known: usize },
    /// It is called off. None: it was never known, and nothing happens.
    Cancelled { event: usize, known: Option<usize> },
    /// It could not be read, or not all of it.
    Unreadable { problem: usize },
}

/// Every event and every problem of a calendar, in their order, against what came in before.
pub fn compare(known: &[Known<'_>], read: &ReadCalendar) -> Vec<Change> {
    let mut by_uid: Vec<(&Uid, usize)> =
        known.iter().enumerate().map(|(place, Known(imported))| (imported.uid(), place)).collect();
    by_uid.sort_unstable();
    let find = |uid: &Uid| {
        let found = by_uid.binary_search_by(|(other, _)| (*other).cmp(uid)).ok()?;
        let (_, place) = by_uid.get(found)?;
        known.get(*place).map(|Known(imported)| (*place, *imported))
    };
    let events = read.events.iter().enumerate().map(|(event, one)| match find(&one.uid) {
        None if one.extent == Extent::CalledOff => Change::Cancelled { event, known: None },
        None => Change::New { event },
        Some((known, imported)) => change(event, one, known, imported, read),
    });
    events.chain((0..read.problems.len()).map(|problem| Change::Unreadable { problem })).collect()
}

fn change(event: usize, one: &ReadEvent, known: usize, imported: &Imported, read: &ReadCalendar) -> Change {
    if is_older(one, imported) {
        return Change::Older { event, known };
    }
    let was_cancelled = imported.occurrences().iter().all(|listed| listed.standing() == Standing::Cancelled);
    match one.extent {
        Extent::CalledOff => Change::Cancelled { event, known: Some(known) },
        // First, because a series that is called off may have a date that still takes place, and both are known then.
        Extent::Whole if says_the_same(one, imported) && has_the_same_dates(one, imported, read) => {
            Change::Unchanged { event, known }
        }
        Extent::Whole if one.standing == Standing::Cancelled && !was_cancelled => {
            Change::Cancelled { event, known: Some(known) }
        }
        Extent::SomeDates if has_these_dates(one, imported) => Change::Unchanged { event, known },
        Extent::Whole | Extent::SomeDates => Change::Changed { event, known },
    }
}

/// Whether what was read is older than what is known. A single date counts for itself, whatever the number of its series is.
pub(super) fn is_older(one: &ReadEvent, imported: &Imported) -> bool {
    if one.sequence != imported.sequence() && one.extent != Extent::SomeDates {
        return one.sequence < imported.sequence();
    }
    match (one.stamped_utc_ms, imported.stamped_utc_ms()) {
        (Some(read), Some(known)) => read < known,
        _ => false,
    }
}

fn says_the_same(one: &ReadEvent, imported: &Imported) -> bool {
    let (link, phone) = one.link_and_phone();
    let about = imported.about();
    about.title() == one.title.as_ref()
        && about.place() == one.place.as_ref()
        && about.link() == link
        && about.phone() == phone
        && imported.notes() == one.notes.as_ref()
        && imported.zone() == one.zone()
}

/// Whether both have the same dates as far as both reach: from the beginning of the window to the last date known. Where no more dates
/// than the greatest number are kept, the later ones need not be known.
fn has_the_same_dates(one: &ReadEvent, imported: &Imported, read: &ReadCalendar) -> bool {
    let dates = listed(one);
    let Some(last) = imported.occurrences().last().map(|listed| start_ms(listed.span())) else { return false };
    let is_shared = |listed: &&Listed| {
        let (starts, ends) = (start_ms(listed.span()), end_ms(listed.span()));
        read.window.meets(starts, ends) && starts <= last
    };
    let known: Vec<&Listed> = imported.occurrences().iter().filter(is_shared).collect();
    let found: Vec<&Listed> = dates.iter().filter(is_shared).collect();
    if found.len() >= MAX_OCCURRENCES || known.len() >= MAX_OCCURRENCES {
        return found.iter().zip(&known).all(|(a, b)| a == b);
    }
    // With nothing shared, the known ones all lie before the window, and what was read are other dates.
    found == known && !found.is_empty()
}

fn has_these_dates(one: &ReadEvent, imported: &Imported) -> bool {
    listed(one).iter().all(|date| imported.occurrences().contains(date))
}

pub(super) fn start_ms(span: Span) -> i64 {
    match span {
        Span::Times { starts_utc_ms, .. } => starts_utc_ms,
        Span::Days { first, .. } => midnight_ms(first),
    }
}

/// The end, which is not part of it.
pub(super) fn end_ms(span: Span) -> i64 {
    match span {
        Span::Times { ends_utc_ms, .. } => ends_utc_ms,
        Span::Days { last, .. } => midnight_ms(last).saturating_add(86_400_000),
    }
}

fn midnight_ms(date: chrono::NaiveDate) -> i64 {
    date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis()
}

#[cfg(test)]
mod tests {
    use super::super::samples::{calendar, evenings, taken};
    use super::*;
    use crate::calendar::{Problem, Reason};

    #[track_caller]
    fn check(known: &[&Imported], read: &ReadCalendar, expected: &[Change]) {
        let known: Vec<Known<'_>> = known.iter().map(|imported| Known(imported)).collect();
        assert_eq!(compare(&known, read), expected);
    }

    #[test]
    fn the_first_time_everything_is_new_and_the_second_time_nothing_is() {
        let read = calendar(vec![evenings("a"), evenings("b")]);
        check(&[], &read, &[Change::New { event: 0 }, Change::New { event: 1 }]);
        let (a, b) = (taken(&read, 0, None), taken(&read, 1, None));
        let same = [Change::Unchanged { event: 0, known: 1 }, Change::Unchanged { event: 1, known: 0 }];
        check(&[&b, &a], &read, &same);
    }

    #[test]
    fn an_older_file_does_nothing() {
        let newer = calendar(vec![ReadEvent { sequence: 2, ..evenings("a") }]);
        let known = taken(&newer, 0, None);
        let older = Change::Older { event: 0, known: 0 };
        check(&[&known], &calendar(vec![ReadEvent { sequence: 1, ..evenings("a") }]), &[older]);
        let stamped = ReadEvent { sequence: 2, stamped_utc_ms: Some(1), ..evenings("a") };
        check(&[&known], &calendar(vec![stamped]), &[older]);
    }

    #[test]
    fn a_file_that_is_only_stamped_anew_changes_nothing() {
        let known = taken(&calendar(vec![evenings("a")]), 0, None);
        let stamped = ReadEvent { stamped_utc_ms: Some(i64::MAX), sequence: 9, ..evenings("a") };
        check(&[&known], &calendar(vec![stamped]), &[Change::Unchanged { event: 0, known: 0 }]);
    }

    #[test]
    fn another_time_or_another_room_is_a_change() {
        let known = taken(&calendar(vec![evenings("a")]), 0, None);
        let mut moved = evenings("a");
        moved.occurrences[1].span = Span::Times { starts_utc_ms: 1_800_003_600_000, ends_utc_ms: 1_800_007_200_000 };
        check(&[&known], &calendar(vec![moved]), &[Change::Changed { event: 0, known: 0 }]);
        let room = ReadEvent { place: domain::Line::new("Room 9").ok(), ..evenings("a") };
        check(&[&known], &calendar(vec![room]), &[Change::Changed { event: 0, known: 0 }]);
    }

    #[test]
    fn a_series_called_off_is_cancelled_and_what_was_never_known_is_nothing() {
        let known = taken(&calendar(vec![evenings("a")]), 0, None);
        let off = || ReadEvent { extent: Extent::CalledOff, occurrences: Vec::new(), sequence: 5, ..evenings("a") };
        check(&[&known], &calendar(vec![off()]), &[Change::Cancelled { event: 0, known: Some(0) }]);
        check(&[], &calendar(vec![off()]), &[Change::Cancelled { event: 0, known: None }]);
    }

    #[test]
    fn a_series_called_off_but_for_one_date_is_the_same_the_second_time() {
        let mut off = ReadEvent { standing: Standing::Cancelled, ..evenings("a") };
        for date in off.occurrences.iter_mut().skip(1) {
            date.standing = Standing::Cancelled;
        }
        let before = taken(&calendar(vec![evenings("a")]), 0, None);
        let read = calendar(vec![off]);
        check(&[&before], &read, &[Change::Cancelled { event: 0, known: Some(0) }]);
        let known = taken(&read, 0, None);
        check(&[&known], &read, &[Change::Unchanged { event: 0, known: 0 }]);
    }

    #[test]
    fn what_could_not_be_read_is_told_after_the_events() {
        let mut read = calendar(vec![evenings("a")]);
        read.tell(Problem::of_line(9, Reason::LineNotRead));
        check(&[], &read, &[Change::New { event: 0 }, Change::Unreadable { problem: 0 }]);
    }
}
