//! What can be changed about a program, one thing at a time.

use super::{MAX_PHASES, Phase, PhaseId, PhaseKind, Program, Weeks};
use crate::code::Kept;
use crate::contact::PhoneNumber;
use crate::moment::Zone;
use crate::plan_error::PlanError;
use crate::slot::check_date;
use crate::words::{Label, unspoken};
use chrono::NaiveDate;

/// One change. A phase is named by its id, so that nobody changes another one that moved into its place.
#[derive(Clone, PartialEq, Eq)]
pub enum ProgramEdit {
    SetName(Option<Label>),
    SetZone(Zone),
    SetStart(NaiveDate),
    SetClinic(Option<Label>),
    SetPhone(Option<PhoneNumber>),
    /// After the last one.
    AddPhase {
        kind: PhaseKind,
        weeks: Option<Weeks>,
    },
    RemovePhase(PhaseId),
    SetPhaseName(PhaseId, Option<Label>),
    SetPhaseKind(PhaseId, PhaseKind),
    /// None: open-ended.
    SetWeeks(PhaseId, Option<Weeks>),
}

unspoken!(ProgramEdit);

impl Program {
    /// The program with one thing changed.
    ///
    /// # Errors
    /// [`PlanError`]; the program is as it was.
    pub fn apply(&self, edit: ProgramEdit) -> Result<Program, PlanError> {
        let mut program = self.clone();
        match edit {
            ProgramEdit::SetName(name) => program.name = name,
            ProgramEdit::SetZone(zone) => program.zone = zone,
            ProgramEdit::SetStart(starts) => program.starts = check_date(starts)?,
            ProgramEdit::SetClinic(clinic) => program.clinic = clinic,
            ProgramEdit::SetPhone(phone) => program.phone = phone,
            ProgramEdit::AddPhase { kind, weeks } => {
                let full = PlanError::TooManyPhases { limit: MAX_PHASES };
                let next = program.next_phase.checked_add(1).ok_or(full)?;
                if program.phases.len() >= MAX_PHASES {
                    return Err(full);
                }
                let id = PhaseId(program.next_phase);
                program.phases.push(Phase { id, kind: Kept::Known(kind), name: None, weeks });
                program.next_phase = next;
            }
            ProgramEdit::RemovePhase(id) => {
                program.phase_mut(id)?;
                if program.phases.len() == 1 {
                    return Err(PlanError::OnlyPhase);
                }
                program.phases.retain(|phase| phase.id != id);
            }
            ProgramEdit::SetPhaseName(id, name) => program.phase_mut(id)?.name = name,
            ProgramEdit::SetPhaseKind(id, kind) => program.phase_mut(id)?.kind = Kept::Known(kind),
            ProgramEdit::SetWeeks(id, weeks) => program.phase_mut(id)?.weeks = weeks,
        }
        Ok(program)
    }

    fn phase_mut(&mut self, id: PhaseId) -> Result<&mut Phase, PlanError> {
        self.phases.iter_mut().find(|phase| phase.id == id).ok_or(PlanError::NoSuchPhase)
    }
}
