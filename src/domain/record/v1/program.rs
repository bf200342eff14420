//! Version 1 of a program, kind 4. Frozen like its siblings. No time in the preamble: it lies on the shelf.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use super::day::{DayV1, label, phone};
use crate::code::Kept;
use crate::moment::Zone;
use crate::program::{MAX_PHASES, Phase, PhaseId, Program, Weeks};

/// Kind 4.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct ProgramV1 {
    /// At most 80 characters.
    name: Option<String>,
    /// The template it was made from.
    shape: Option<String>,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    starts: DayV1,
    /// 1 to 12, each with a number of its own.
    phases: Vec<PhaseV1>,
    /// Greater than every number above.
    next_phase: u16,
    /// At most 80 characters.
    clinic: Option<String>,
    /// 3 to 40 characters.
    phone: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct PhaseV1 {
    number: u16,
    kind: String,
    /// At most 80 characters.
    name: Option<String>,
    /// 1 to 260; none: open-ended.
    weeks: Option<u16>,
}

impl From<&Program> for ProgramV1 {
    fn from(program: &Program) -> ProgramV1 {
        ProgramV1 {
            name: program.name.as_ref().map(|name| name.as_str().to_owned()),
            shape: program.shape.as_ref().map(|shape| shape.code().to_owned()),
            zone: program.zone.name().to_owned(),
            starts: program.starts.into(),
            phases: program.phases.iter().map(PhaseV1::from).collect(),
            next_phase: program.next_phase,
            clinic: program.clinic.as_ref().map(|clinic| clinic.as_str().to_owned()),
            phone: program.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        }
    }
}

impl ProgramV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_program(self) -> Option<Program> {
        let phases = self.phases.into_iter().map(PhaseV1::into_phase).collect::<Option<Vec<_>>>()?;
        let mut numbers: Vec<u16> = phases.iter().map(|phase| phase.id.number()).collect();
        numbers.sort_unstable();
        let is_numbered = numbers.is_sorted_by(|one, next| one < next) && numbers.last() < Some(&self.next_phase);
        if !(1..=MAX_PHASES).contains(&phases.len()) || !is_numbered {
            return None;
        }
        Some(Program {
            name: label(self.name)?,
            shape: maybe(self.shape, |code| Kept::from_code(&code))?,
            zone: Zone::named(&self.zone)?,
            starts: self.starts.into_date()?,
            phases,
            next_phase: self.next_phase,
            clinic: label(self.clinic)?,
            phone: phone(self.phone)?,
        })
    }
}

impl From<&Phase> for PhaseV1 {
    fn from(phase: &Phase) -> PhaseV1 {
        PhaseV1 {
            number: phase.id.number(),
            kind: phase.kind.code().to_owned(),
            name: phase.name.as_ref().map(|name| name.as_str().to_owned()),
            weeks: phase.weeks.map(Weeks::count),
        }
    }
}

impl PhaseV1 {
    fn into_phase(self) -> Option<Phase> {
        Some(Phase {
            id: PhaseId::from_number(self.number),
            kind: Kept::from_code(&self.kind)?,
            name: label(self.name)?,
            weeks: maybe(self.weeks, Weeks::of)?,
        })
    }
}
