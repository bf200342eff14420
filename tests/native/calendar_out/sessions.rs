//! Sessions to be told to another calendar: by name, of all five programs, and arbitrary ones.

use super::{ZONES, date, zone};
use chrono::{Days, NaiveDate};
use domain::Zone;
use domain::week::Timetable;
use domain::{
    About, Beginning, Ends, Every, Heading, Imported, Label, Length, Line, Link, Listed, Note, Original, ProgramId,
    SeriesId, Session, SessionEdit, SessionKind, Slot, Span, Standing, StartTime, Template, Uid, Weekdays, Weekly,
    When,
};
use proptest::prelude::*;

/// Zone, first day, minute, length, weekdays, weeks, how it ends, and what is different when.
pub type Recipe = (usize, u64, u16, u16, u8, u8, u8, Vec<(usize, u8)>);

pub fn recipe() -> impl Strategy<Value = Recipe> {
    let exceptions = prop::collection::vec((0_usize..20, 0_u8..4), 0..4);
    (0..ZONES.len(), 0_u64..420, 0_u16..1_440, 1_u16..600, 1_u8..128, 1_u8..4, 0_u8..4, exceptions)
}

pub fn session((place, day, minute, minutes, on, every, ends, exceptions): Recipe) -> Session {
    let first = date(2026, 1, 1) + Days::new(day);
    let ends = [Ends::Open, Ends::On(first + Days::new(200)), Ends::After(9), Ends::Open][usize::from(ends)];
    let on = Weekdays::from_bits(on).unwrap();
    let when = When::Weekly(Weekly { on, every: Every::weeks(every).unwrap(), first: Some(first), ends });
    let (start, length) = (StartTime::of_minutes(minute).unwrap(), Length::of_minutes(minutes).unwrap());
    let session = Session::new(SessionKind::Group, zone(ZONES[place]), when, start, length).unwrap();
    let timetable = Timetable::default();
    let dates: Vec<NaiveDate> = (0..400)
        .map(|days| first + Days::new(days))
        .filter(|date| timetable.is_planned_on(&session, *date))
        .take(20)
        .collect();
    exceptions.into_iter().fold(session, |session, (nth, what)| {
        let Some(date) = dates.get(nth).copied() else { return session };
        let later = Slot { date: date + Days::new(2), start: StartTime::at(7, 5).unwrap(), length };
        let edit = match what {
            0 => SessionEdit::Cancel(date),
            1 => SessionEdit::Move(date, later),
            2 => SessionEdit::SetPlaceOn(date, Line::new("Room 7").ok()),
            _ => SessionEdit::SetLength(length),
        };
        session.apply(edit).unwrap()
    })
}

pub fn own(sessions: Vec<Session>) -> Timetable {
    let sessions = (1_u8..).zip(sessions).map(|(n, one)| (SeriesId::from_bytes([n; 8]), one)).collect();
    Timetable { sessions, ..Timetable::default() }
}

pub fn imported(zone: Option<Zone>, occurrences: Vec<Listed>) -> Timetable {
    let heading = Heading {
        uid: Uid::new("iop-group-17@clinic.example").unwrap(),
        sequence: 3,
        stamped_utc_ms: None,
        calendar: None,
        about: About::read(Label::new("Evening group").ok(), Line::new("Suite 200").ok(), None, None),
        notes: Note::new("Second door").ok(),
        zone,
    };
    let imported = vec![(SeriesId::from_bytes([9; 8]), Imported::new(heading, occurrences).unwrap())];
    Timetable { imported, ..Timetable::default() }
}

/// Dates as calendars have them: mostly every few days at one time, now and then another, moved, longer, called off or unsettled.
pub fn any_listed() -> impl Strategy<Value = Timetable> {
    let one = (0_i64..300, 0_u8..8, 1_i64..300);
    let dates = prop::collection::vec(one, 1..40);
    (prop::option::of(0..ZONES.len()), dates, any::<bool>()).prop_map(|(place, dates, is_weekly)| {
        let begins = 1_767_290_400_000; // 1 January 2026, noon in Chicago
        let listed = (0_i64..).zip(dates).map(|(nth, (day, what, minutes))| {
            let day = if is_weekly { nth * 7 } else { day };
            let original = begins + day * 86_400_000 + if what == 1 { 1_800_000 } else { 0 };
            let starts_utc_ms = original + if what == 2 { 5_400_000 } else { 0 };
            let minutes = if what == 3 { minutes } else { 90 };
            let span = Span::Times { starts_utc_ms, ends_utc_ms: starts_utc_ms + minutes * 60_000 };
            let standing = [Standing::Confirmed, Standing::Cancelled, Standing::Tentative][usize::from(what / 3)];
            Listed::new(span, Original::At(original), standing).unwrap()
        });
        imported(place.map(|place| zone(ZONES[place])), listed.collect())
    })
}

pub fn told() -> Timetable {
    let recipe = (0, 300, 1_080, 180, 0b1011, 1, 0, vec![(1, 0), (2, 1), (3, 2)]);
    let edits = [
        SessionEdit::SetTitle(Label::new("Relapse prevention").ok()),
        SessionEdit::SetPlace(Line::new("Westside Recovery, 2nd floor").ok()),
        SessionEdit::SetLink(Link::new("https://westside.example/room").ok()),
        SessionEdit::SetBring(Note::new("The red workbook").ok()),
    ];
    let session = edits.into_iter().fold(session(recipe), |session, edit| session.apply(edit).unwrap());
    let listed = any_dates(&[0, 7, 14]);
    Timetable { imported: imported(None, listed).imported, ..own(vec![session]) }
}

pub fn any_dates(days: &[i64]) -> Vec<Listed> {
    let listed = days.iter().map(|day| {
        let starts_utc_ms = 1_795_000_200_000 + day * 86_400_000;
        let span = Span::Times { starts_utc_ms, ends_utc_ms: starts_utc_ms + 3_600_000 };
        let own = Listed::new(span, span.starts(), Standing::Confirmed).unwrap();
        own.saying(Label::new("Group with Ana").ok(), Line::new("Clinic garden").ok())
    });
    listed.collect()
}

/// The sessions of all five shapes of a program, with an evening called off and one moved, and a calendar's.
pub fn everything() -> Timetable {
    let mut timetable = Timetable::default();
    for (number, template) in (1_u8..).zip(Template::ALL.iter().copied()) {
        let beginning = Beginning {
            date: date(2026, 10, 14),
            days: template.usual_days(),
            start: template.usual_start(),
            zone: zone(ZONES[usize::from(number) % ZONES.len()]),
            with_wellness: true,
        };
        let plan = template.plan(&beginning).unwrap();
        let program = ProgramId::from_bytes([number; 8]);
        for (nth, session) in (1_u8..).zip(plan.sessions) {
            let session = session.of_program(program);
            timetable.sessions.push((SeriesId::from_bytes([number, nth, 0, 0, 0, 0, 0, 0]), session));
        }
        timetable.programs.push((program, plan.program));
    }
    for place in 0..timetable.sessions.len() {
        let session = timetable.sessions[place].1.clone();
        let dates: Vec<NaiveDate> = (0..200)
            .map(|days| date(2026, 10, 14) + Days::new(days))
            .filter(|date| timetable.is_planned_on(&session, *date))
            .collect();
        let (Some(off), Some(moved)) = (dates.get(1), dates.get(3)) else { continue };
        let slot = Slot { date: *moved + Days::new(1), start: StartTime::at(12, 0).unwrap(), length: session.length() };
        let session = session.apply(SessionEdit::Cancel(*off)).unwrap();
        timetable.sessions[place].1 = session.apply(SessionEdit::Move(*moved, slot)).unwrap();
    }
    timetable.imported = imported(Some(zone(ZONES[0])), any_dates(&[0, 7, 14, 28])).imported;
    let others = imported(None, any_dates(&[1, 50, 53])).imported;
    timetable.imported.extend(others.into_iter().map(|(_, one)| (SeriesId::from_bytes([10; 8]), one)));
    timetable
}
