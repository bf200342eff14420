//! The sessions, programs, visits and calendars of the golden files.

use crate::code::Kept;
use crate::samples::chicago;
use crate::samples::week::{date, minutes, time, utc};
use crate::*;
use chrono::Weekday;

pub(super) fn evenings() -> Session {
    let on = Weekdays::of(&[Weekday::Mon, Weekday::Tue, Weekday::Thu]).unwrap();
    let when = When::Weekly(Weekly::from(date("2026-10-19"), on));
    Session::new(SessionKind::Group, chicago(), when, time(18, 0), minutes(180)).unwrap()
}

/// A kind from next year, every way to get there, and every sort of exception.
pub(super) fn everything() -> Session {
    let phase = Membership { program: ProgramId::from_bytes([0xa7; 8]), phase: PhaseId::from_number(300) };
    let slot = Slot { date: date("2026-11-07"), start: time(23, 59), length: minutes(1_440) };
    let edits = [
        SessionEdit::SetPhase(Some(phase)),
        SessionEdit::SetWhen(When::Weekly(Weekly {
            on: Weekdays::EVERY_DAY,
            every: Every::weeks(12).unwrap(),
            first: None,
            ends: Ends::After(36),
        })),
        SessionEdit::SetTitle(Label::new("Los martes").ok()),
        SessionEdit::SetPlace(Line::new("1200 West Street, side door, 3rd floor").ok()),
        SessionEdit::SetLink(Link::new("https://room.example/a?b=1").ok()),
        SessionEdit::SetPhone(PhoneNumber::new("+1 (312) 555-0100").ok()),
        SessionEdit::SetCounselor(Label::new("Ana").ok()),
        SessionEdit::SetBring(Note::new("the blue folder\n🖊").ok()),
        SessionEdit::Cancel(date("2026-11-26")),
        SessionEdit::Move(date("2026-11-05"), slot),
        SessionEdit::SetPlaceOn(date("2026-11-06"), Line::new("room 2").ok()),
    ];
    let mut session = edits.into_iter().fold(evenings(), |session, edit| session.apply(edit).unwrap());
    session.about.kind = Kept::from_code("equine").unwrap();
    session
}

pub(super) fn open_ended() -> Program {
    Program::new(chicago(), date("2026-10-19"), PhaseKind::Core, None).unwrap()
}

pub(super) fn three_phases() -> Program {
    let first = PhaseId::from_number(1);
    let edits = [
        ProgramEdit::SetName(Label::new("Mi programa").ok()),
        ProgramEdit::SetWeeks(first, Weeks::of(8)),
        ProgramEdit::SetPhaseName(first, Label::new("the first part").ok()),
        ProgramEdit::AddPhase { kind: PhaseKind::StepDown, weeks: Weeks::of(260) },
        ProgramEdit::AddPhase { kind: PhaseKind::Other, weeks: None },
        ProgramEdit::AddPhase { kind: PhaseKind::Aftercare, weeks: None },
        ProgramEdit::RemovePhase(PhaseId::from_number(3)),
        ProgramEdit::SetClinic(Label::new("The clinic on Fifth").ok()),
        ProgramEdit::SetPhone(PhoneNumber::new("312-555-0100").ok()),
    ];
    let mut program = edits.into_iter().fold(open_ended(), |program, edit| program.apply(edit).unwrap());
    program.shape = Some(Kept::Known(Template::SteppingDown));
    program
}

pub(super) fn attended() -> Visit {
    let key = VisitKey::Own { series: SeriesId::from_bytes([1, 2, 3, 4, 5, 6, 7, 8]), date: date("2026-11-02") };
    let at = Moment::new(utc("2026-11-03T00:00"), -360, chicago()).unwrap();
    Visit::new(key, at).apply(VisitEdit::SetAttendance(Some(Attendance::Attended))).unwrap()
}

pub(super) fn told() -> Visit {
    let note = |text: &str| Note::new(text).unwrap();
    let uid = Uid::new("série-1@clinic.example").unwrap();
    let key = VisitKey::Imported { uid, original: Original::At(utc("2026-11-03T00:00")) };
    let edits = [
        VisitEdit::SetObstacle(Some(Obstacle::Own(Label::new("the bus").unwrap()))),
        VisitEdit::Prepare(Prompt::Hard, Some(note("Sunday"))),
        VisitEdit::Prepare(Prompt::TalkAbout, Some(note("my brother"))),
        VisitEdit::SetTakeaway(Some(note("call before, not after"))),
        VisitEdit::AddHomework { text: note("three calls"), due: Some(date("2026-11-09")) },
        VisitEdit::AddHomework { text: note("page 4"), due: None },
        VisitEdit::SetDone { number: 1, at_utc_ms: Some(utc("2026-11-08T12:00")) },
    ];
    let visit = edits.into_iter().fold(Visit::new(key, attended().at), |visit, edit| visit.apply(edit).unwrap());
    Visit { attendance: Some(Kept::from_code("left-early").unwrap()), ..visit }
}

pub(super) fn once() -> Imported {
    let starts_utc_ms = utc("2026-11-03T00:00");
    let span = Span::Times { starts_utc_ms, ends_utc_ms: starts_utc_ms + 3_600_000 };
    let heading = Heading {
        uid: Uid::new("a@clinic.example").unwrap(),
        sequence: 0,
        stamped_utc_ms: None,
        calendar: None,
        about: About::read(None, None, None, None),
        notes: None,
        zone: None,
    };
    Imported::new(heading, vec![Listed::new(span, span.starts(), Standing::Confirmed).unwrap()]).unwrap()
}

pub(super) fn listed() -> Imported {
    let starts_utc_ms = utc("2026-11-05T00:00");
    let times = Span::Times { starts_utc_ms, ends_utc_ms: starts_utc_ms };
    let days = Span::Days { first: date("2026-12-24"), last: date("2026-12-26") };
    let moved = Listed::new(times, Original::At(utc("2026-11-04T00:00")), Standing::Cancelled).unwrap();
    let closed = Listed::new(days, Original::On(date("2026-12-23")), Standing::Tentative).unwrap();
    let closed = closed.saying(Label::new("closed").ok(), Line::new("everywhere").ok());
    let newer = Listed { standing: Kept::from_code("maybe").unwrap(), ..once().occurrences[0].clone() };
    let heading = Heading {
        uid: Uid::new("b@clinic.example").unwrap(),
        sequence: 70_000,
        stamped_utc_ms: Some(utc("2026-11-01T12:00")),
        calendar: Label::new("Clinic").ok(),
        about: About::read(Label::new("Group").ok(), Line::new("room 4").ok(), None, None),
        notes: Note::new("by the side door").ok(),
        zone: Some(chicago()),
    };
    let imported = Imported::new(heading, vec![closed, newer, moved]).unwrap();
    let source = Source::new("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned(), utc("2028-01-01T00:00"));
    imported.apply(ImportedEdit::SetKind(SessionKind::Group)).apply(ImportedEdit::SetCounts(false)).keeping(source)
}
