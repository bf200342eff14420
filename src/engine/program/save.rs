//! Saving a plan: a program and all its sessions, in one batch. Half a program is never on the phone.

use domain::record::{self, Kind};
use domain::{Plan, ProgramId, SeriesId};

use super::{PlanSaved, record_of};
use crate::journal::id::{make_shelf_half, shelf_record};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, Undo, WeekError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves a plan. Its sessions become this program's, whatever program they named before.
    ///
    /// # Errors
    /// [`WeekError`]; then nothing of it was saved.
    pub async fn save_plan(&self, plan: Plan) -> Result<PlanSaved, WeekError> {
        let program = ProgramId::from_bytes(make_shelf_half(self.random()));
        let mut bodies = vec![(record_of(program), Kind::Program, record::encode(&plan.program)?)];
        let mut sessions = Vec::new();
        for session in plan.sessions {
            let id = SeriesId::from_bytes(make_shelf_half(self.random()));
            let body = record::encode(&session.of_program(program))?;
            bodies.push((shelf_record(id.bytes()), Kind::Session, body));
            sessions.push(id);
        }
        self.write_each(&[], |_, _| {
            self.check_room(bodies.len())?;
            let draft = |(id, kind, body): &(_, Kind, Vec<u8>)| Draft::new(*id, kind.number(), body.clone());
            Ok::<_, WeekError>((bodies.iter().map(draft).collect(), ()))
        })
        .await?;
        let undo = Undo::All(bodies.iter().map(|(id, ..)| Undo::Remove(*id)).collect());
        Ok(PlanSaved { program, sessions, undo })
    }
}
