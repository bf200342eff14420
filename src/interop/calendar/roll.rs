//! A calendar's series that goes on for ever is kept eighteen months ahead. As time passes it is worked out again from what its calendar
//! said, so that the week never runs out of dates.

use super::{Extent, ReadCalendar, ReadEvent, Taken, take_in};
use domain::Imported;

/// It is worked out again when less than a year of it is left.
const LEFT_MS: i64 = 365 * 86_400_000;

/// Whether it is time to work out later dates of it.
pub fn is_running_out(imported: &Imported, now_utc_ms: i64) -> bool {
    imported.source().is_some_and(|source| source.until_utc_ms() < now_utc_ms.saturating_add(LEFT_MS))
}

/// It with the dates of a later window; what it says otherwise, and what the person chose, stays. `read` is what reading its source in
/// [`super::Window::around`] now gave. A series that has come to its end by then is worked out no further. None when what was read is not it.
pub fn roll_on(imported: &Imported, read: &ReadCalendar, now_utc_ms: i64) -> Option<Imported> {
    let Some(event) = read.events.iter().find(|event| event.uid == *imported.uid()) else {
        // It ended before the window: its source has nothing more to tell.
        return (read.outside > 0 && read.events.is_empty()).then(|| imported.clone().keeping(None));
    };
    // What changed single dates may be stamped later than the series; it is all one reading here.
    let (sequence, stamped_utc_ms) = (imported.sequence(), imported.stamped_utc_ms());
    let event = ReadEvent { sequence, stamped_utc_ms, source: source_text(imported), ..event.clone() };
    match take_in(read, &event, Some(imported), now_utc_ms) {
        Some(Taken::Keep(rolled)) if event.extent == Extent::Whole => Some(*rolled),
        _ => None,
    }
}

fn source_text(imported: &Imported) -> Option<String> {
    imported.source().map(|source| source.text().to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::Window;
    use super::super::samples::{calendar, evenings, occurrence, taken};
    use super::*;
    use domain::{ImportedEdit, SessionKind};

    const DAY_MS: i64 = 86_400_000;
    const NOON_MS: i64 = 1_800_000_000_000;

    fn endless() -> ReadEvent {
        ReadEvent { goes_on: true, source: Some("BEGIN:VCALENDAR".to_owned()), ..evenings("a") }
    }

    fn later(event: ReadEvent) -> ReadCalendar {
        ReadCalendar { window: Window::around(NOON_MS + 300 * DAY_MS), ..calendar(vec![event]) }
    }

    #[test]
    fn a_series_is_worked_out_again_when_a_year_is_left() {
        let read = calendar(vec![endless()]);
        let known = taken(&read, 0, None);
        assert!(!is_running_out(&known, NOON_MS - DAY_MS) && is_running_out(&known, NOON_MS + DAY_MS));
        assert!(!is_running_out(&taken(&calendar(vec![evenings("a")]), 0, None), i64::MAX));
    }

    #[test]
    fn later_dates_come_and_what_was_chosen_stays() {
        let known = taken(&calendar(vec![endless()]), 0, None).apply(ImportedEdit::SetKind(SessionKind::Group));
        let event = ReadEvent { sequence: 0, stamped_utc_ms: None, occurrences: vec![occurrence(310)], ..endless() };
        let rolled = roll_on(&known, &later(event), NOON_MS + 300 * DAY_MS).unwrap();
        assert_eq!(rolled.occurrences().len(), known.occurrences().len() + 1);
        assert_eq!(rolled.about().kind(), SessionKind::Group);
        assert!(rolled.source().unwrap().until_utc_ms() > known.source().unwrap().until_utc_ms());
        assert_eq!(rolled.source().unwrap().text(), known.source().unwrap().text());
    }

    #[test]
    fn what_has_come_to_its_end_is_left_alone_from_then_on() {
        let known = taken(&calendar(vec![endless()]), 0, None);
        let mut over = later(endless());
        over.events.clear();
        assert!(roll_on(&known, &over, NOON_MS).is_none());
        over.outside = 1;
        let ended = roll_on(&known, &over, NOON_MS).unwrap();
        assert_eq!((ended.source().is_none(), ended.occurrences().len()), (true, known.occurrences().len()));
    }

    #[test]
    fn a_change_to_one_date_is_remembered_for_later() {
        let known = taken(&calendar(vec![endless()]), 0, None);
        let one = ReadEvent {
            extent: Extent::SomeDates,
            source: Some("BEGIN:VCALENDAR\r\nLATER".to_owned()),
            ..evenings("a")
        };
        let changed = taken(&calendar(vec![one]), 0, Some(&known));
        assert!(changed.source().unwrap().text().ends_with("LATER"));
        let off = ReadEvent { extent: Extent::CalledOff, occurrences: Vec::new(), ..evenings("a") };
        let Some(Taken::Keep(left)) = take_in(&calendar(vec![off.clone()]), &off, Some(&known), NOON_MS + 1) else {
            panic!()
        };
        assert!(left.source().is_none());
    }
}
