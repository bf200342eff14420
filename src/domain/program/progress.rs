//! How far a program has come. It counts weeks and judges nothing.

use super::{PhaseId, Program};
use chrono::NaiveDate;

/// Where somebody stands in a program on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The first day is still to come.
    NotYet { starts: NaiveDate },
    /// In a phase.
    In {
        phase: PhaseId,
        /// Of the phases, counted from 1.
        place: usize,
        /// How many phases there are.
        phases: usize,
        /// Which week of the phase it is, from 1. A week begins on the weekday on which the program did.
        week: u32,
        /// How many weeks the phase has. None: open-ended.
        weeks: Option<u32>,
    },
    /// The last day is over.
    Over { ended: NaiveDate },
}

impl Program {
    /// Where somebody stands on a day, by the calendar of the program's zone.
    pub fn progress(&self, today: NaiveDate) -> Progress {
        if today < self.starts {
            return Progress::NotYet { starts: self.starts };
        }
        let mut ended = self.starts;
        for (place, (phase, stretch)) in self.stretches().enumerate() {
            if let Some(last) = stretch.last.filter(|last| *last < today) {
                ended = last;
                continue;
            }
            let days = today.signed_duration_since(stretch.first).num_days();
            return Progress::In {
                phase: phase.id,
                place: place.saturating_add(1),
                phases: self.phases.len(),
                week: u32::try_from(days / 7).unwrap_or_default().saturating_add(1),
                weeks: phase.weeks.map(|weeks| u32::from(weeks.count())),
            };
        }
        Progress::Over { ended }
    }
}
