//! The next session from now.

use super::Occasion;
use crate::visit::{Attendance, Visit};

/// From ten minutes before the start on, a session is about to begin.
pub const SOON_MS: i64 = 10 * 60_000;

/// The one that comes next, or that is running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next<'a> {
    pub occasion: &'a Occasion,
    pub state: NextState,
}

/// How near it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NextState {
    Upcoming,
    /// Ten minutes or less.
    Soon,
    Running,
}

/// The next one of these that is not over at `now_utc_ms`, that takes place and that the person did not say they would miss. Whole days
/// are none. To find one that is running, the range has to begin a day before now.
pub fn next(occasions: &[Occasion], now_utc_ms: i64) -> Option<Next<'_>> {
    let told = |occasion: &Occasion| occasion.visit.as_ref().and_then(Visit::attendance);
    let occasion = occasions
        .iter()
        .filter(|one| !one.occurrence.is_all_day && one.takes_place())
        .filter(|one| one.occurrence.ends_utc_ms > now_utc_ms)
        .filter(|one| !told(one).is_some_and(Attendance::asks_why))
        .min_by_key(|one| (one.occurrence.starts_utc_ms, one.occurrence.ends_utc_ms))?;
    let to_go = occasion.occurrence.starts_utc_ms.saturating_sub(now_utc_ms);
    let state = match to_go {
        ..=0 => NextState::Running,
        1..=SOON_MS => NextState::Soon,
        _ => NextState::Upcoming,
    };
    Some(Next { occasion, state })
}
