//! Hours planned and hours attended: "2 of 3 sessions, 6 of 9 hours". Numbers only; nobody is rated by them.

use super::Occasion;
use crate::visit::{Attendance, Visit};

/// What a range adds up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Those that take place and whose hours count.
    pub sessions_planned: u32,
    /// Those of them that the person was at, late or not.
    pub sessions_attended: u32,
    pub minutes_planned: u32,
    pub minutes_attended: u32,
}

/// Adds up what is given, usually a week.
pub fn hours(occasions: &[Occasion]) -> Hours {
    let mut sum = Hours::default();
    for occasion in occasions.iter().filter(|occasion| occasion.occurrence.counts && occasion.takes_place()) {
        let minutes = occasion.occurrence.minutes();
        sum.sessions_planned = sum.sessions_planned.saturating_add(1);
        sum.minutes_planned = sum.minutes_planned.saturating_add(minutes);
        if occasion.visit.as_ref().and_then(Visit::attendance).is_some_and(Attendance::was_there) {
            sum.sessions_attended = sum.sessions_attended.saturating_add(1);
            sum.minutes_attended = sum.minutes_attended.saturating_add(minutes);
        }
    }
    sum
}
