//! What is said about hours and times.

use super::{EN, ES, hours};

#[test]
fn a_week_is_told_in_sessions_and_hours() {
    assert_eq!([540, 270, 75, 0, 50].map(hours), ["9", "4.5", "1.25", "0", "0.83"]);
    assert_eq!((EN.sum)(2, 3, "6", "9", true), "2 of 3 sessions, 6 of 9 hours this week");
    assert_eq!((EN.sum)(0, 1, "0", "1", false), "0 of 1 session, 0 of 1 hour");
    assert_eq!((ES.sum)(2, 3, "6", "9", true), "2 de 3 sesiones, 6 de 9 horas esta semana");
}

#[test]
fn a_program_without_an_end_or_with_one_phase_is_told_plainly() {
    assert_eq!((EN.progress)(1, 3, 4, Some(12)), "Part 1 of 3, week 4 of 12");
    assert_eq!((EN.progress)(3, 3, 30, None), "Part 3 of 3, week 30");
    assert_eq!((ES.progress)(1, 1, 2, Some(6)), "Semana 2 de 6");
}
