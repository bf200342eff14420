//! A program: when it began, its phases one after the other, and whom to call. Its phases' dates are worked out from their lengths, so
//! making one longer moves everything that comes after it.

mod edit;
mod progress;

use crate::code::{Code, Kept, coded};
use crate::contact::PhoneNumber;
use crate::moment::Zone;
use crate::name::name;
use crate::plan_error::PlanError;
use crate::slot::{check_date, day_before, weeks_after};
use crate::template::Template;
use crate::words::{Label, unspoken};
use chrono::NaiveDate;
pub use edit::ProgramEdit;
pub use progress::Progress;

coded! {
    /// What a phase is for; its words are in the app's catalogue, unless the person gave it a name.
    pub enum PhaseKind {
        /// The intensive part.
        Core = "core",
        /// Fewer and shorter sessions.
        StepDown = "step-down",
        Aftercare = "aftercare",
        Other = "other",
    }
}

name! {
    /// By which the journal knows a program. Random; a route may carry it.
    #[derive(Debug)]
    pub struct ProgramId;
}

/// One phase of one program, whatever its place. Never given twice in the same program, so that nothing joins a phase that came later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhaseId(u16);

/// How many weeks a phase lasts: 1 to 260.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weeks(u16);

/// One program. Changed only by [`Program::apply`].
#[derive(Clone, PartialEq, Eq)]
pub struct Program {
    pub(crate) name: Option<Label>,
    pub(crate) shape: Option<Kept<Template>>,
    pub(crate) zone: Zone,
    pub(crate) starts: NaiveDate,
    /// In the order in which they come; never empty.
    pub(crate) phases: Vec<Phase>,
    /// The number of the next phase.
    pub(crate) next_phase: u16,
    pub(crate) clinic: Option<Label>,
    pub(crate) phone: Option<PhoneNumber>,
}

/// One part of a program.
#[derive(Clone, PartialEq, Eq)]
pub struct Phase {
    pub(crate) id: PhaseId,
    pub(crate) kind: Kept<PhaseKind>,
    pub(crate) name: Option<Label>,
    pub(crate) weeks: Option<Weeks>,
}

/// From the first day to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    pub first: NaiveDate,
    /// None: open-ended.
    pub last: Option<NaiveDate>,
}

/// More than any program has.
pub const MAX_PHASES: usize = 12;

unspoken!(Program, Phase);

impl ProgramId {
    /// What a plan has before it is saved.
    pub const UNSAVED: ProgramId = ProgramId([0; 8]);
}

impl PhaseId {
    pub const fn from_number(number: u16) -> PhaseId {
        PhaseId(number)
    }

    pub const fn number(self) -> u16 {
        self.0
    }
}

impl Weeks {
    /// None for no week and for more than five years of them.
    pub fn of(count: u16) -> Option<Weeks> {
        (1..=260).contains(&count).then_some(Weeks(count))
    }

    /// For the lengths that are written in the code.
    pub(crate) const fn fixed(count: u16) -> Weeks {
        assert!(count >= 1 && count <= 260, "a length that no phase has");
        Weeks(count)
    }

    pub fn count(self) -> u16 {
        self.0
    }
}

impl Program {
    /// A program with one phase.
    ///
    /// # Errors
    /// [`PlanError::NoSuchYear`] for a start out of the calendar.
    pub fn new(zone: Zone, starts: NaiveDate, kind: PhaseKind, weeks: Option<Weeks>) -> Result<Program, PlanError> {
        let phase = Phase { id: PhaseId(1), kind: Kept::Known(kind), name: None, weeks };
        Ok(Program {
            name: None,
            shape: None,
            zone,
            starts: check_date(starts)?,
            phases: vec![phase],
            next_phase: 2,
            clinic: None,
            phone: None,
        })
    }

    /// In the person's words. None: by its shape.
    pub fn name(&self) -> Option<&Label> {
        self.name.as_ref()
    }

    /// The template it was made from, for a name in the app's words.
    pub fn shape(&self) -> Option<Template> {
        self.shape.as_ref().and_then(Kept::known)
    }

    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// Its first day.
    pub fn starts(&self) -> NaiveDate {
        self.starts
    }

    /// In the order in which they come; never empty.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    pub fn phase(&self, id: PhaseId) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.id == id)
    }

    pub fn clinic(&self) -> Option<&Label> {
        self.clinic.as_ref()
    }

    /// The clinic's number: what a missed session offers to call.
    pub fn phone(&self) -> Option<&PhoneNumber> {
        self.phone.as_ref()
    }

    /// The days of a phase. None when there is no such phase, or when one before it has no end yet.
    pub fn stretch_of(&self, id: PhaseId) -> Option<Stretch> {
        self.stretches().find(|(phase, _)| phase.id == id).map(|(_, stretch)| stretch)
    }

    /// The phases with their days, up to and including the first one that is open-ended.
    pub fn stretches(&self) -> impl Iterator<Item = (&Phase, Stretch)> {
        let mut begins = Some(self.starts);
        self.phases.iter().map_while(move |phase| {
            let first = begins?;
            let next = phase.weeks.map(|weeks| weeks_after(first, u64::from(weeks.0)));
            begins = next;
            Some((phase, Stretch { first, last: next.map(day_before) }))
        })
    }

    /// The last day of the last phase. None while a phase is open-ended.
    pub fn expected_end(&self) -> Option<NaiveDate> {
        let mut weeks = 0_u64;
        for phase in &self.phases {
            weeks = weeks.saturating_add(u64::from(phase.weeks?.0));
        }
        Some(day_before(weeks_after(self.starts, weeks)))
    }
}

impl Phase {
    pub fn id(&self) -> PhaseId {
        self.id
    }

    /// [`PhaseKind::Other`] for one that a newer build offered.
    pub fn kind(&self) -> PhaseKind {
        self.kind.known().unwrap_or(PhaseKind::Other)
    }

    /// The code of a kind that this build has no word for.
    pub fn unknown(&self) -> Option<&Code> {
        self.kind.unknown()
    }

    /// In the person's words. None: by its kind.
    pub fn name(&self) -> Option<&Label> {
        self.name.as_ref()
    }

    /// None: open-ended.
    pub fn weeks(&self) -> Option<Weeks> {
        self.weeks
    }
}
