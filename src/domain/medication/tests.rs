//! When doses are due, and how many were taken.

use super::*;
use crate::moment::Moment;
use crate::samples::now;
use crate::slot::StartTime;
use crate::weekdays::Weekdays;
use chrono::{Days, Weekday};
use proptest::prelude::*;

fn date(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn at(day: NaiveDate, hour: u32) -> Moment {
    Moment::said_at(day.and_hms_opt(hour, 0, 0).unwrap(), now().offset_minutes(), now().zone().clone()).unwrap()
}

fn twice_a_day() -> Schedule {
    let times = [20, 8, 8].map(|hour| StartTime::at(hour, 0).unwrap());
    Schedule::at_times(Weekdays::EVERY_DAY, times.to_vec()).unwrap()
}

fn medication(schedule: Schedule) -> Medication {
    Medication::new(Label::new("The strip").unwrap(), Line::new("one under the tongue").ok(), schedule, date(1, 1))
}

fn told(id: MedicationId, slot: DoseSlot, told: DoseTold) -> Dose {
    let reason = Line::new("felt sick").ok();
    Dose::new(id, Label::new("The strip").unwrap(), slot, &now()).unwrap().tell(Some(told), reason)
}

#[test]
fn a_medication_at_times_needs_a_time_and_keeps_each_once_in_order() {
    assert_eq!(Schedule::at_times(Weekdays::EVERY_DAY, Vec::new()), Err(ScheduleError::NoTime));
    let many: Vec<StartTime> = (0..9).map(|hour| StartTime::at(hour, 0).unwrap()).collect();
    assert_eq!(Schedule::at_times(Weekdays::EVERY_DAY, many), Err(ScheduleError::TooManyTimes { limit: 8 }));
    let hours: Vec<u16> = twice_a_day().on(date(11, 27)).iter().map(|slot| slot.at.unwrap().minutes() / 60).collect();
    assert_eq!(hours, [8, 20]);
    let mondays = Schedule::at_times(Weekdays::of(&[Weekday::Mon]).unwrap(), vec![StartTime::MIDNIGHT]).unwrap();
    assert_eq!((mondays.on(date(11, 23)).len(), mondays.on(date(11, 24)).len()), (1, 0));
}

#[test]
fn a_dose_comes_is_due_for_the_rest_of_its_day_and_is_over() {
    let schedule = twice_a_day();
    let evening = DoseSlot { day: date(11, 27), at: StartTime::at(20, 0) };
    assert_eq!(schedule.stage(evening, &at(date(11, 27), 19)), Stage::Ahead);
    assert_eq!(schedule.stage(evening, &at(date(11, 27), 20)), Stage::Due);
    assert_eq!(schedule.stage(evening, &at(date(11, 28), 0)), Stage::Past);
}

#[test]
fn an_injection_every_four_weeks_has_a_window_and_then_the_next_one_is_meant() {
    let schedule = Schedule::every(28, date(10, 1), 3, 7).unwrap();
    let Schedule::EveryDays(every) = schedule else { panic!("another schedule") };
    assert_eq!(every.window(date(10, 29)), (date(10, 26), date(11, 5)));
    assert_eq!(every.next(date(9, 1)), Some(date(10, 1)));
    assert_eq!(every.next(date(11, 5)), Some(date(10, 29)));
    assert_eq!(every.next(date(11, 6)), Some(date(11, 26)));
    assert!(schedule.on(date(10, 25)).is_empty() && schedule.on(date(10, 26)).len() == 1);
    let slot = DoseSlot { day: date(10, 29), at: None };
    assert_eq!(schedule.stage(slot, &at(date(10, 25), 9)), Stage::Ahead);
    assert_eq!(schedule.stage(slot, &at(date(11, 5), 23)), Stage::Due);
    assert_eq!(schedule.stage(slot, &at(date(11, 6), 0)), Stage::Past);
    for (days, early, late) in [(0, 0, 0), (367, 0, 0), (28, 31, 0), (7, 3, 4)] {
        assert_eq!(Schedule::every(days, date(10, 1), early, late), Err(ScheduleError::NoSuchDays));
    }
}

#[test]
fn what_was_taken_is_counted_of_what_has_come_and_silence_is_neither() {
    let (medication, id) = (medication(twice_a_day()), MedicationId::from_bytes([3; 8]));
    let slot = |day, hour| DoseSlot { day: date(11, day), at: StartTime::at(hour, 0) };
    let doses = [
        told(id, slot(26, 8), DoseTold::Taken),
        told(id, slot(26, 20), DoseTold::Late),
        told(id, slot(27, 8), DoseTold::Skipped),
        told(MedicationId::from_bytes([4; 8]), slot(27, 8), DoseTold::Taken),
    ];
    let week = (date(11, 26), date(11, 27));
    let intake = |hour| Intake::of(&medication, id, &doses, week, &at(date(11, 27), hour));
    assert_eq!(intake(12), Intake { taken: 2, of: 3 });
    assert_eq!(intake(22), Intake { taken: 2, of: 4 });
}

#[test]
fn nothing_was_planned_before_it_was_written_down() {
    let new = Medication { since: date(11, 27), ..medication(twice_a_day()) };
    let id = MedicationId::from_bytes([3; 8]);
    assert!(new.on(date(11, 26)).is_empty() && new.on(date(11, 27)).len() == 2);
    let week = (date(11, 21), date(11, 27));
    assert_eq!(Intake::of(&new, id, &[], week, &at(date(11, 27), 22)), Intake { taken: 0, of: 2 });
    // An injection of the day before yesterday can still be given.
    let shot = Medication { since: date(11, 27), ..medication(Schedule::every(28, date(11, 25), 0, 7).unwrap()) };
    assert_eq!(shot.on(date(11, 27)), [DoseSlot { day: date(11, 25), at: None }]);
}

#[test]
fn a_reason_belongs_to_what_was_skipped() {
    let slot = DoseSlot { day: date(11, 27), at: None };
    let id = MedicationId::from_bytes([3; 8]);
    assert!(told(id, slot, DoseTold::Taken).reason().is_none());
    let skipped = told(id, slot, DoseTold::Skipped);
    assert!(skipped.reason().is_some() && skipped.tell(None, None).told().is_none());
}

proptest! {
    #[test]
    fn the_next_injection_is_never_one_whose_window_is_over(days in 1..=366u16, early in 0..=30u8, late in 0..=30u8, ahead in 0..2_000u64) {
        let Ok(Schedule::EveryDays(every)) = Schedule::every(days, date(1, 1), early, late) else { return Ok(()) };
        let today = date(1, 1) + Days::new(ahead);
        let next = every.next(today).unwrap();
        prop_assert!(every.window(next).1 >= today);
        prop_assert_eq!(next.signed_duration_since(every.from()).num_days() % i64::from(days), 0);
        let before = next - Days::new(days.into());
        prop_assert!(next == every.from() || every.window(before).1 < today);
    }
}
