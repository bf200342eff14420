//! Stories of the week: one program across the change of clocks, a traveller, a calendar, and what is due.

use super::*;
use crate::samples::chicago;
use crate::samples::week::{FewZones, date, minutes, time, utc};
use crate::*;
use chrono::Weekday;

const GROUP: SeriesId = SeriesId::from_bytes([1; 8]);

fn evenings() -> Session {
    let on = Weekdays::of(&[Weekday::Mon, Weekday::Tue, Weekday::Thu]).unwrap();
    let when = When::Weekly(Weekly::from(date("2026-10-19"), on));
    Session::new(SessionKind::Group, chicago(), when, time(18, 0), minutes(180)).unwrap()
}

fn seen(session: &Session, first: &str, last: &str) -> Vec<Occasion> {
    let timetable = Timetable { sessions: vec![(GROUP, session.clone())], ..Timetable::default() };
    let range = day_range(&FewZones, &chicago(), date(first), date(last));
    let found = timetable.occurrences(&FewZones, &chicago(), range);
    found.into_iter().map(|occurrence| Occasion { occurrence, visit: None }).collect()
}

fn starts(occasions: &[Occasion]) -> Vec<String> {
    occasions.iter().map(|one| to_field(one.occurrence.times.start)).collect()
}

fn told(occasion: &Occasion, attendance: Attendance) -> Occasion {
    let one = &occasion.occurrence;
    let visit = Visit::new(one.key.clone(), one.at()).apply(VisitEdit::SetAttendance(Some(attendance))).unwrap();
    Occasion { visit: Some(visit), ..occasion.clone() }
}

fn moment(field: &str) -> Moment {
    Moment::new(utc(field), -360, chicago()).unwrap()
}

#[test]
fn three_evenings_stay_evenings_when_the_clocks_change() {
    let week = seen(&evenings(), "2026-10-26", "2026-11-08");
    let expected = ["26T18:00", "27T18:00", "29T18:00"].map(|rest| format!("2026-10-{rest}"));
    assert_eq!(starts(&week)[..3], expected);
    assert_eq!(week[0].occurrence.starts_utc_ms, utc("2026-10-26T23:00"));
    assert_eq!(week[3].occurrence.starts_utc_ms, utc("2026-11-03T00:00"));
    assert_eq!(hours(&week).minutes_planned, 6 * 180);
}

#[test]
fn a_traveller_is_told_both_times_and_only_when_they_differ() {
    let week = seen(&evenings(), "2026-11-02", "2026-11-02");
    let one = &week[0].occurrence;
    assert_eq!(one.times_here(&FewZones, &chicago()), None);
    let tokyo = Zone::named_or_utc("Asia/Tokyo");
    let there = one.times_here(&FewZones, &tokyo).unwrap();
    assert_eq!((to_field(there.start), to_field(there.end)), ("2026-11-03T09:00".into(), "2026-11-03T12:00".into()));
    assert_eq!(one.at().offset_minutes(), -360);
}

#[test]
fn a_cancelled_evening_stays_in_sight_and_its_hours_do_not() {
    let session = evenings().apply(SessionEdit::Cancel(date("2026-11-03"))).unwrap();
    let week = seen(&session, "2026-11-02", "2026-11-08");
    assert_eq!(
        week.iter().map(|one| one.occurrence.shown).collect::<Vec<_>>(),
        [Shown::Planned, Shown::Cancelled, Shown::Planned]
    );
    assert_eq!((hours(&week).sessions_planned, hours(&week).minutes_planned), (2, 360));
}

#[test]
fn a_moved_evening_is_where_it_was_moved_to_and_says_where_it_came_from() {
    let slot = Slot { date: date("2026-11-14"), start: time(10, 0), length: minutes(120) };
    let session = evenings().apply(SessionEdit::Move(date("2026-11-03"), slot)).unwrap();
    assert_eq!(starts(&seen(&session, "2026-11-02", "2026-11-08")), ["2026-11-02T18:00", "2026-11-05T18:00"]);
    let moved = seen(&session, "2026-11-14", "2026-11-14");
    assert_eq!(starts(&moved), ["2026-11-14T10:00"]);
    assert_eq!(moved[0].occurrence.moved_from.map(to_field).as_deref(), Some("2026-11-03T18:00"));
    assert_eq!(moved[0].occurrence.minutes(), 120);
    let VisitKey::Own { date: original, .. } = &moved[0].occurrence.key else { panic!("not an own session") };
    assert_eq!(*original, date("2026-11-03"));
}

#[test]
fn two_of_three_sessions_are_six_of_nine_hours() {
    let week = seen(&evenings(), "2026-11-02", "2026-11-08");
    let week =
        [told(&week[0], Attendance::Attended), told(&week[1], Attendance::Missed), told(&week[2], Attendance::Late)];
    let sum = Hours { sessions_planned: 3, sessions_attended: 2, minutes_planned: 540, minutes_attended: 360 };
    assert_eq!(hours(&week), sum);
    let called_off = [told(&week[0], Attendance::Cancelled), week[1].clone()];
    assert_eq!(hours(&called_off).sessions_planned, 1);
}

#[test]
fn the_next_session_is_the_one_that_runs_then_the_one_that_comes() {
    let week = seen(&evenings(), "2026-11-02", "2026-11-08");
    let at =
        |field: &str| next(&week, utc(field)).map(|next| (to_field(next.occasion.occurrence.times.start), next.state));
    let row = |field: &str, state| Some((field.to_owned(), state));
    assert_eq!(at("2026-11-02T18:00"), row("2026-11-02T18:00", NextState::Upcoming));
    assert_eq!(at("2026-11-02T23:50"), row("2026-11-02T18:00", NextState::Soon));
    assert_eq!(at("2026-11-03T00:00"), row("2026-11-02T18:00", NextState::Running));
    assert_eq!(at("2026-11-03T03:00"), row("2026-11-03T18:00", NextState::Upcoming));
    assert_eq!(at("2026-11-07T03:00"), None);
    let excused = [told(&week[0], Attendance::Excused), week[1].clone()];
    let after = next(&excused, utc("2026-11-02T18:00")).unwrap();
    assert_eq!(to_field(after.occasion.occurrence.times.start), "2026-11-03T18:00");
}

#[test]
fn two_hours_before_there_are_prompts_and_afterwards_a_question() {
    let week = seen(&evenings(), "2026-11-02", "2026-11-02");
    let at = |week: &[Occasion], field: &str| due(week, [], &[], &moment(field));
    assert_eq!(at(&week, "2026-11-02T21:59"), []);
    assert!(matches!(at(&week, "2026-11-02T22:00")[..], [Due::Prepare { answered: 0, .. }]));
    assert_eq!(at(&week, "2026-11-03T01:00"), []);
    assert!(matches!(at(&week, "2026-11-03T03:00")[..], [Due::Tell { .. }]));
    assert_eq!(at(&week, "2026-11-05T03:01"), []);
    assert_eq!(at(&[told(&week[0], Attendance::Missed)], "2026-11-03T03:00"), []);
}

#[test]
fn homework_is_due_until_it_is_done_the_nearest_first() {
    let week = seen(&evenings(), "2026-11-02", "2026-11-02");
    let homework =
        |text: &str, due: Option<&str>| VisitEdit::AddHomework { text: Note::new(text).unwrap(), due: due.map(date) };
    let visit = told(&week[0], Attendance::Attended).visit.unwrap();
    let edits =
        [homework("some time", None), homework("later", Some("2026-11-09")), homework("first", Some("2026-11-04"))];
    let visit = edits.into_iter().fold(visit, |visit, edit| visit.apply(edit).unwrap());
    let told = |visit: &Visit, field: &str| -> Vec<(u8, bool)> {
        let row = |due| match due {
            Due::Homework { homework, is_late, .. } => Some((homework.number(), is_late)),
            Due::Prepare { .. } | Due::Tell { .. } | Due::FromProgram { .. } => None,
        };
        due(&[], [visit], &[], &moment(field)).into_iter().filter_map(row).collect()
    };
    assert_eq!(told(&visit, "2026-11-05T18:00"), [(3, true), (2, false), (1, false)]);
    let done = visit.apply(VisitEdit::SetDone { number: 3, at_utc_ms: Some(0) }).unwrap();
    assert_eq!(told(&done, "2026-11-05T18:00"), [(2, false), (1, false)]);
    assert_eq!(told(&visit, "2027-03-05T18:00"), []);
}

#[test]
fn a_program_steps_down_and_a_longer_phase_moves_what_follows() {
    let beginning = Beginning {
        date: date("2026-10-19"),
        days: Template::SteppingDown.usual_days(),
        start: time(9, 0),
        zone: chicago(),
        with_wellness: false,
    };
    let plan = Template::SteppingDown.plan(&beginning).unwrap();
    let stretches: Vec<_> = plan.program.stretches().map(|(_, stretch)| (stretch.first, stretch.last)).collect();
    assert_eq!(stretches[0], (date("2026-10-19"), Some(date("2026-12-13"))));
    assert_eq!(stretches[1], (date("2026-12-14"), Some(date("2027-01-10"))));
    assert_eq!(stretches[2], (date("2027-01-11"), None));
    let longer = ProgramEdit::SetWeeks(plan.program.phases()[0].id(), Weeks::of(9));
    let program = plan.program.apply(longer).unwrap();
    let timetable = |program| Timetable {
        programs: vec![(ProgramId::UNSAVED, program)],
        sessions: plan.sessions.iter().cloned().map(|session| (GROUP, session)).collect(),
        imported: Vec::new(),
    };
    let week = |timetable: Timetable| -> Vec<u32> {
        let range = day_range(&FewZones, &chicago(), date("2026-12-14"), date("2026-12-20"));
        timetable.occurrences(&FewZones, &chicago(), range).iter().map(Occurrence::minutes).collect()
    };
    assert_eq!(week(timetable(plan.program.clone())), [120, 120]);
    assert_eq!(week(timetable(program)), [180, 180, 180]);
}

#[test]
fn a_missed_session_knows_whom_to_call() {
    let beginning = Beginning {
        date: date("2026-10-19"),
        days: Weekdays::EVERY_DAY,
        start: time(18, 0),
        zone: Zone::named_or_utc("Asia/Tokyo"),
        with_wellness: false,
    };
    let plan = Template::ThreeEvenings.plan(&beginning).unwrap();
    let phone = PhoneNumber::new("312-555-0100").ok();
    let mut timetable = Timetable {
        programs: vec![(ProgramId::UNSAVED, plan.program.apply(ProgramEdit::SetPhone(phone.clone())).unwrap())],
        sessions: vec![(GROUP, plan.sessions[0].clone()), (SeriesId::from_bytes([2; 8]), evenings())],
        imported: Vec::new(),
    };
    let week = |timetable: &Timetable| {
        timetable.occurrences(&FewZones, &chicago(), utc("2026-11-02T00:00")..utc("2026-11-04T00:00"))
    };
    let calls = |timetable: &Timetable| -> Vec<_> {
        week(timetable).iter().map(|one| (one.zone.name().to_owned(), timetable.clinic_phone(one).is_some())).collect()
    };
    let row = |zone: &str, calls| (zone.to_owned(), calls);
    assert_eq!(calls(&timetable), [row("Asia/Tokyo", true), row("America/Chicago", true), row("Asia/Tokyo", true)]);
    let other = Program::new(chicago(), date("2026-10-19"), PhaseKind::Core, None).unwrap();
    timetable.programs.push((ProgramId::from_bytes([3; 8]), other));
    assert_eq!(calls(&timetable)[1], row("America/Chicago", false));
}

#[test]
fn progress_is_told_by_phase_and_week() {
    let program = Program::new(chicago(), date("2026-10-19"), PhaseKind::Core, Weeks::of(8)).unwrap();
    let program = program.apply(ProgramEdit::AddPhase { kind: PhaseKind::StepDown, weeks: Weeks::of(4) }).unwrap();
    let told = |day: &str| match program.progress(date(day)) {
        Progress::In { place, phases, week, weeks, .. } => format!("{place}/{phases} {week} of {weeks:?}"),
        Progress::NotYet { starts } => format!("not before {starts}"),
        Progress::Over { ended } => format!("over since {ended}"),
    };
    assert_eq!(told("2026-10-18"), "not before 2026-10-19");
    assert_eq!(told("2026-10-25"), "1/2 1 of Some(8)");
    assert_eq!(told("2026-12-13"), "1/2 8 of Some(8)");
    assert_eq!(told("2026-12-14"), "2/2 1 of Some(4)");
    assert_eq!(told("2027-01-11"), "over since 2027-01-10");
    assert_eq!(program.expected_end(), Some(date("2027-01-10")));
}

#[test]
fn a_calendars_session_is_one_of_the_week_with_a_name_of_its_own() {
    let times = |day: &str, hour: &str| {
        let starts_utc_ms = utc(&format!("{day}T{hour}"));
        (Span::Times { starts_utc_ms, ends_utc_ms: starts_utc_ms + 3_600_000 }, starts_utc_ms)
    };
    let (usual, at) = times("2026-11-03", "00:00");
    let (moved, _) = times("2026-11-05", "02:00");
    let (_, planned) = times("2026-11-05", "00:00");
    let days = Span::Days { first: date("2026-11-06"), last: date("2026-11-07") };
    let listed = vec![
        Listed::new(moved, Original::At(planned), Standing::Confirmed).unwrap(),
        Listed::new(usual, Original::At(at), Standing::Cancelled).unwrap(),
        Listed::new(days, Original::On(date("2026-11-06")), Standing::Confirmed).unwrap(),
        Listed::new(usual, Original::At(at), Standing::Confirmed).unwrap(),
    ];
    let heading = Heading {
        uid: Uid::new("a@clinic.example").unwrap(),
        sequence: 0,
        stamped_utc_ms: None,
        calendar: None,
        about: About::read(Label::new("Group").ok(), None, None, None),
        notes: None,
        zone: Some(chicago()),
    };
    let imported = Imported::new(heading, listed).unwrap();
    let timetable = Timetable { imported: vec![(GROUP, imported)], ..Timetable::default() };
    let range = day_range(&FewZones, &chicago(), date("2026-11-02"), date("2026-11-08"));
    let found = timetable.occurrences(&FewZones, &chicago(), range);
    let told: Vec<_> = found.iter().map(|one| (to_field(one.times.start), one.shown, one.is_all_day)).collect();
    assert_eq!(
        told,
        [
            ("2026-11-02T18:00".to_owned(), Shown::Cancelled, false),
            ("2026-11-04T20:00".to_owned(), Shown::Planned, false),
            ("2026-11-06T00:00".to_owned(), Shown::Planned, true),
        ]
    );
    assert_eq!(found[1].moved_from.map(to_field).as_deref(), Some("2026-11-04T18:00"));
    let occasions: Vec<_> = found.into_iter().map(|occurrence| Occasion { occurrence, visit: None }).collect();
    assert_eq!(hours(&occasions).minutes_planned, 60);
}

#[test]
fn a_zone_the_phone_has_never_heard_of_hides_no_session() {
    let session = evenings().apply(SessionEdit::SetZone(Zone::named_or_utc("Moon/Tranquility"))).unwrap();
    let week = seen(&session, "2026-11-02", "2026-11-02");
    assert_eq!(starts(&week), ["2026-11-02T18:00"]);
    assert_eq!(week[0].occurrence.zone, chicago());
}

#[test]
fn what_makes_no_sense_is_refused_with_its_reason() {
    let on = Weekdays::EVERY_DAY;
    let session = |when| Session::new(SessionKind::Group, chicago(), When::Weekly(when), time(9, 0), minutes(60)).err();
    assert_eq!(session(Weekly::through_phase(on)), Some(PlanError::NoFirstDate));
    let first = Weekly::from(date("2026-10-19"), on);
    assert_eq!(session(Weekly { ends: Ends::On(date("2026-10-18")), ..first }), Some(PlanError::EndsBeforeItBegins));
    assert_eq!(session(Weekly { ends: Ends::After(0), ..first }), Some(PlanError::EndsBeforeItBegins));
    assert_eq!(session(Weekly::from(date("1970-06-01"), on)), Some(PlanError::NoSuchYear));
    let program = Program::new(chicago(), date("2026-10-19"), PhaseKind::Core, None).unwrap();
    let only = program.phases()[0].id();
    assert_eq!(program.apply(ProgramEdit::RemovePhase(only)).err(), Some(PlanError::OnlyPhase));
    assert_eq!(program.apply(ProgramEdit::SetWeeks(PhaseId::from_number(9), None)).err(), Some(PlanError::NoSuchPhase));
}

#[test]
fn nothing_of_a_week_is_ever_printed() {
    let week = seen(&evenings(), "2026-11-02", "2026-11-02");
    let printed = format!("{:?} {:?} {:?}", evenings(), week[0], week[0].occurrence.key);
    assert_eq!(printed, "Session(…) Occasion(…) VisitKey(…)");
    let edit = VisitEdit::SetAttendance(Some(Attendance::Missed));
    assert_eq!(format!("{edit:?} {:?}", SessionEdit::Cancel(date("2026-11-02"))), "VisitEdit(…) SessionEdit(…)");
}

#[test]
fn homework_from_the_program_is_due_until_it_is_done_and_stands_by_its_day() {
    use crate::pack::{FromProgram, Offered, PackLine};
    use crate::samples::pack::{lines, pack_of};
    let pack = pack_of(1, lines());
    let nothing = pack.compare([5; 32], &[], &|_, _| None).unwrap();
    let numbers: Vec<u16> = pack.lines().iter().map(PackLine::number).collect();
    assert!(pack.lines().iter().any(|line| matches!(line.offered(), Offered::Homework { .. })));
    let today = date("2026-11-22");
    let given = pack.take([5; 32], None, &nothing, &numbers, today).record;
    let rows = |given: &FromProgram, field| {
        let found = due(&[], &[], std::slice::from_ref(given), &moment(field));
        found.into_iter().map(|one| matches!(one, Due::FromProgram { is_late: true, .. })).collect::<Vec<bool>>()
    };
    assert_eq!(rows(&given, "2026-11-23T12:00"), [false]);
    assert_eq!(rows(&given, "2026-12-03T12:00"), [true]);
    assert_eq!(rows(&given, "2027-06-01T12:00"), [false; 0]);
    assert_eq!(rows(&given.tick(2, Some(1)), "2026-11-23T12:00"), [false; 0]);
}
