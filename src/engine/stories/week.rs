//! A week: a program saved from a template, told about, changed, taken back.

use domain::week::{Due, Occasion, Shown, day_range, hours};
use domain::zones::Zones;
use domain::{
    Attendance, Beginning, KnownObstacle, Length, Line, Note, PhaseId, PlanError, ProgramEdit, Prompt, SessionEdit,
    Slot, StartTime, Template, VisitEdit, Weeks, Zone, day_from_field,
};
use storage::StoreError;

use super::world::{DAY_MS, MINUTE_MS, Phone, World, all, intensity, log_many, new_phone, now, open};
use crate::{PlanSaved, SaveError, WeekError};

/// Chicago from the autumn of 2026 to that of 2027, and UTC.
pub struct Chicago;

impl Zones for Chicago {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        let winter = 1_793_516_400_000..1_805_011_200_000_i64; // 1 November 2026, 14 March 2027
        match zone.name() {
            "America/Chicago" => Some(if winter.contains(&utc_ms) { -21_600 } else { -18_000 }),
            "UTC" => Some(0),
            _ => None,
        }
    }
}

pub fn chicago() -> Zone {
    Zone::named_or_utc("America/Chicago")
}

pub fn plan(template: Template) -> domain::Plan {
    let beginning = Beginning {
        date: day_from_field("2026-10-19").unwrap(),
        days: template.usual_days(),
        start: template.usual_start(),
        zone: chicago(),
        with_wellness: false,
    };
    template.plan(&beginning).unwrap()
}

pub fn save(phone: &Phone, template: Template) -> PlanSaved {
    now(phone.save_plan(plan(template))).unwrap()
}

pub fn week(phone: &Phone, first: &str, last: &str) -> Vec<Occasion> {
    let range = day_range(&Chicago, &chicago(), day_from_field(first).unwrap(), day_from_field(last).unwrap());
    now(phone.week(&Chicago, &chicago(), range)).unwrap()
}

pub fn attended(attendance: Attendance) -> VisitEdit {
    VisitEdit::SetAttendance(Some(attendance))
}

fn this_week(phone: &Phone) -> Vec<Occasion> {
    week(phone, "2026-11-23", "2026-11-29")
}

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

#[test]
fn a_program_is_saved_in_one_go_and_is_there_after_a_restart() {
    let (home, world, phone) = new_phone();
    let saved = save(&phone, Template::SteppingDown);
    assert_eq!(saved.sessions.len(), 3);
    let phone = open(&home, &world);
    assert_eq!(this_week(&phone).iter().map(|one| one.occurrence.minutes()).collect::<Vec<_>>(), [180, 180, 180]);
    assert_eq!(week(&phone, "2026-12-14", "2026-12-20").len(), 2);
    assert_eq!(phone.timetable().programs.len(), 1);
}

#[test]
fn a_phone_that_is_full_has_no_half_of_a_program() {
    let (home, world, phone) = new_phone();
    let _ = home.clone().failing_at(1, StoreError::Full);
    let full = WeekError::Save(SaveError::Store(StoreError::Full));
    assert_eq!(now(phone.save_plan(plan(Template::Daily))).unwrap_err(), full);
    for phone in [&phone, &open(&home, &world)] {
        assert!(phone.timetable() == domain::week::Timetable::default());
    }
    save(&phone, Template::Daily);
    assert_eq!(this_week(&phone).len(), 7);
}

#[test]
fn a_program_by_accident_is_taken_back_with_all_its_sessions() {
    let (home, world, phone) = new_phone();
    let saved = save(&phone, Template::EveningsAndWeekends);
    now(phone.undo(saved.undo)).unwrap();
    assert_eq!(this_week(&phone).len(), 0);
    assert!(open(&home, &world).timetable().programs.is_empty());
}

#[test]
fn a_deleted_program_comes_back_with_everything_that_was_told() {
    let (_, _, phone) = new_phone();
    let saved = save(&phone, Template::ThreeEvenings);
    let monday = this_week(&phone).remove(0).occurrence;
    now(phone.tell(&monday, attended(Attendance::Late))).unwrap();
    let before = this_week(&phone);
    let undo = now(phone.delete_program(saved.program)).unwrap();
    assert_eq!(this_week(&phone).len(), 0);
    assert_eq!(now(phone.delete_program(saved.program)), Err(SaveError::Gone));
    now(phone.undo(undo)).unwrap();
    assert!(this_week(&phone) == before);
}

#[test]
fn a_phase_goes_with_its_sessions_and_comes_back_with_them() {
    let (_, _, phone) = new_phone();
    let saved = save(&phone, Template::SteppingDown);
    let gone = now(phone.edit_program(saved.program, ProgramEdit::RemovePhase(PhaseId::from_number(2)))).unwrap();
    assert_eq!(phone.timetable().sessions.len(), 2);
    assert_eq!(week(&phone, "2026-12-14", "2026-12-20").len(), 1);
    now(phone.undo(gone.undo)).unwrap();
    assert_eq!(week(&phone, "2026-12-14", "2026-12-20").len(), 2);
}

#[test]
fn a_longer_first_phase_moves_what_comes_after_it() {
    let (_, _, phone) = new_phone();
    let saved = save(&phone, Template::SteppingDown);
    let longer = ProgramEdit::SetWeeks(PhaseId::from_number(1), Weeks::of(10));
    now(phone.edit_program(saved.program, longer)).unwrap();
    assert_eq!(week(&phone, "2026-12-14", "2026-12-20").len(), 3);
    assert_eq!(week(&phone, "2026-12-28", "2027-01-03").len(), 2);
    let none = ProgramEdit::RemovePhase(PhaseId::from_number(40));
    assert_eq!(now(phone.edit_program(saved.program, none)).unwrap_err(), WeekError::Plan(PlanError::NoSuchPhase));
}

#[test]
fn one_evening_is_cancelled_and_the_others_are_not() {
    let (home, world, phone) = new_phone();
    let id = save(&phone, Template::ThreeEvenings).sessions[0];
    let tuesday = day_from_field("2026-11-24").unwrap();
    let cancelled = now(phone.edit_session(id, SessionEdit::Cancel(tuesday))).unwrap();
    let shown = |phone: &Phone| this_week(phone).iter().map(|one| one.occurrence.shown).collect::<Vec<_>>();
    assert_eq!(shown(&open(&home, &world)), [Shown::Planned, Shown::Cancelled, Shown::Planned]);
    assert_eq!(hours(&this_week(&phone)).minutes_planned, 360);
    now(phone.undo(cancelled.undo)).unwrap();
    assert_eq!(shown(&phone), [Shown::Planned; 3]);
}

#[test]
fn what_was_told_about_an_evening_goes_along_when_it_is_moved() {
    let (_, _, phone) = new_phone();
    let id = save(&phone, Template::ThreeEvenings).sessions[0];
    let tuesday = this_week(&phone).remove(1).occurrence;
    now(phone.tell(&tuesday, VisitEdit::Prepare(Prompt::TalkAbout, Some(note("my brother"))))).unwrap();
    let slot = Slot {
        date: day_from_field("2026-12-05").unwrap(),
        start: StartTime::at(10, 0).unwrap(),
        length: Length::of_minutes(60).unwrap(),
    };
    now(phone.edit_session(id, SessionEdit::Move(day_from_field("2026-11-24").unwrap(), slot))).unwrap();
    assert_eq!(this_week(&phone).len(), 2);
    let moved = week(&phone, "2026-12-05", "2026-12-05").remove(0);
    assert_eq!(moved.visit.unwrap().prepared(Prompt::TalkAbout).unwrap().as_str(), "my brother");
}

#[test]
fn two_tabs_that_tell_about_one_session_have_one_visit() {
    let (home, world, one) = new_phone();
    save(&one, Template::ThreeEvenings);
    let two = open(&home, &world);
    let monday = this_week(&one).remove(0).occurrence;
    now(one.tell(&monday, attended(Attendance::Missed))).unwrap();
    now(two.tell(&monday, VisitEdit::SetObstacle(Some(KnownObstacle::Ride.into())))).unwrap();
    now(one.refresh()).unwrap();
    for phone in [one, two, open(&home, &world)] {
        let visit = this_week(&phone).remove(0).visit.unwrap();
        assert_eq!(visit.attendance(), Some(Attendance::Missed));
        assert_eq!(visit.obstacle(), Some(&KnownObstacle::Ride.into()));
        assert_eq!(now(phone.visits_in(0..i64::MAX)).unwrap().len(), 1);
    }
}

#[test]
fn two_tabs_that_change_two_evenings_change_both() {
    let (home, world, one) = new_phone();
    let id = save(&one, Template::ThreeEvenings).sessions[0];
    let two = open(&home, &world);
    let day = |day: &str| day_from_field(day).unwrap();
    now(one.edit_session(id, SessionEdit::Cancel(day("2026-11-23")))).unwrap();
    now(two.edit_session(id, SessionEdit::SetPlaceOn(day("2026-11-24"), Line::new("room 2").ok()))).unwrap();
    let week = this_week(&open(&home, &world));
    assert_eq!(week[0].occurrence.shown, Shown::Cancelled);
    assert_eq!(week[1].occurrence.about.place().unwrap().as_str(), "room 2");
    assert!(week[1].occurrence.has_other_place && !week[2].occurrence.has_other_place);
}

#[test]
fn what_was_told_by_accident_is_taken_back_and_can_be_told_again_next_year() {
    let (_, world, phone) = new_phone();
    save(&phone, Template::ThreeEvenings);
    let monday = this_week(&phone).remove(0).occurrence;
    let told = now(phone.tell(&monday, attended(Attendance::Missed))).unwrap();
    now(phone.undo(told.undo)).unwrap();
    assert!(this_week(&phone)[0].visit.is_none());
    world.wait(365 * DAY_MS);
    log_many(&phone, &world, 1);
    now(phone.sweep()).unwrap();
    now(phone.tell(&monday, attended(Attendance::Attended))).unwrap();
    assert_eq!(hours(&this_week(&phone)).minutes_attended, 180);
}

#[test]
fn what_is_due_follows_the_clock() {
    let (_, world, phone) = new_phone();
    save(&phone, Template::ThreeEvenings);
    let due = || now(phone.due(&Chicago, &chicago())).unwrap();
    // Sunday morning: Thursday's session was more than two days ago.
    assert_eq!(due(), []);
    set(&world, "2026-11-23T22:30");
    assert!(matches!(due()[..], [Due::Prepare { answered: 0, .. }]));
    let monday = this_week(&phone).remove(0).occurrence;
    for prompt in Prompt::ALL {
        now(phone.tell(&monday, VisitEdit::Prepare(*prompt, Some(note("something"))))).unwrap();
    }
    assert_eq!(due(), []);
    set(&world, "2026-11-24T03:05");
    assert!(matches!(due()[..], [Due::Tell { .. }]));
    now(phone.tell(&monday, attended(Attendance::Attended))).unwrap();
    let by = day_from_field("2026-11-26");
    now(phone.tell(&monday, VisitEdit::AddHomework { text: note("three calls"), due: by })).unwrap();
    assert!(matches!(due()[..], [Due::Homework { is_late: false, .. }]));
    now(phone.tell(&monday, VisitEdit::SetDone { number: 1, at_utc_ms: Some(0) })).unwrap();
    assert_eq!(due(), []);
}

fn set(world: &World, utc: &str) {
    let to = domain::from_field(utc).unwrap().and_utc().timestamp_millis();
    let now_ms = crate::Clock::now(world).utc_ms();
    world.wait(to - now_ms);
}

#[test]
fn from_december_on_the_group_is_an_hour_earlier_and_november_stays() {
    let (_, _, phone) = new_phone();
    let id = save(&phone, Template::ThreeEvenings).sessions[0];
    let monday = this_week(&phone).remove(0).occurrence;
    now(phone.tell(&monday, attended(Attendance::Attended))).unwrap();
    let before = this_week(&phone);
    let earlier = vec![SessionEdit::SetStart(StartTime::at(17, 0).unwrap())];
    let tuesday = day_from_field("2026-12-01").unwrap();
    let changed = now(phone.change_session_from(id, tuesday, earlier.clone())).unwrap();
    let starts = |first, last| -> Vec<String> {
        week(&phone, first, last).iter().map(|one| domain::to_field(one.occurrence.times.start)).collect()
    };
    let expected = ["2026-11-30T18:00", "2026-12-01T17:00", "2026-12-03T17:00"];
    assert_eq!(starts("2026-11-30", "2026-12-06"), expected);
    assert!(this_week(&phone) == before);
    let sunday = day_from_field("2026-12-06").unwrap();
    let refused = now(phone.change_session_from(changed.id, sunday, earlier.clone())).unwrap_err();
    assert_eq!(refused, WeekError::Plan(PlanError::NoSuchDate));
    let first = day_from_field("2026-12-01").unwrap();
    assert_eq!(now(phone.change_session_from(changed.id, first, earlier)).unwrap().id, changed.id);
    now(phone.undo(changed.undo)).unwrap();
    assert_eq!(phone.timetable().sessions.len(), 1);
    assert!(starts("2026-11-30", "2026-12-06").iter().all(|start| start.ends_with("T18:00")));
}

#[test]
fn homework_of_a_session_that_is_gone_can_still_be_ticked() {
    let (_, _, phone) = new_phone();
    let saved = save(&phone, Template::ThreeEvenings);
    let monday = this_week(&phone).remove(0).occurrence;
    let tick = VisitEdit::SetDone { number: 1, at_utc_ms: Some(0) };
    let gone = WeekError::Save(SaveError::Gone);
    assert_eq!(now(phone.change_visit(&monday.key, tick.clone())).unwrap_err(), gone);
    now(phone.tell(&monday, VisitEdit::AddHomework { text: note("three calls"), due: None })).unwrap();
    let found = now(phone.occasion(&Chicago, &chicago(), &monday.key)).unwrap().unwrap();
    assert_eq!(found.visit.unwrap().homework().len(), 1);
    now(phone.delete_program(saved.program)).unwrap();
    assert!(now(phone.occasion(&Chicago, &chicago(), &monday.key)).unwrap().is_none());
    assert_eq!(now(phone.due(&Chicago, &chicago())).unwrap().len(), 1);
    now(phone.change_visit(&monday.key, tick)).unwrap();
    assert_eq!(now(phone.due(&Chicago, &chicago())).unwrap(), []);
}

#[test]
fn evenings_are_evenings_in_summer_and_in_winter() {
    let (_, _, phone) = new_phone();
    save(&phone, Template::ThreeEvenings);
    let autumn = week(&phone, "2026-10-26", "2026-11-08");
    let shown: Vec<String> = autumn.iter().map(|one| domain::to_field(one.occurrence.times.start)).collect();
    assert!(shown.iter().all(|start| start.ends_with("T18:00")), "{shown:?}");
    let apart = autumn[3].occurrence.starts_utc_ms - autumn[0].occurrence.starts_utc_ms;
    assert_eq!(apart, 7 * DAY_MS + 60 * MINUTE_MS);
}

#[test]
fn a_week_is_no_part_of_the_log() {
    let (_, _, phone) = new_phone();
    let saved = save(&phone, Template::ThreeEvenings);
    now(phone.log_craving(intensity(4), None)).unwrap();
    let monday = this_week(&phone).remove(0).occurrence;
    now(phone.tell(&monday, attended(Attendance::Attended))).unwrap();
    now(phone.delete_session(saved.sessions[0])).unwrap();
    assert_eq!(all(&phone).len(), 1);
}
