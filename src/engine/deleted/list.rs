//! Listing what can be brought back.

use std::cmp::Reverse;

use domain::record::{self, Read};
use domain::{Imported, Program, ProgramId, Session};
use storage::StoreError;
use sync::{RecordId, Versions};

use super::{Deleted, DeletedWhat, deletion, phase_of, went_with};
use crate::journal::id::half_of;
use crate::{Clock, Home, Ids, Journal};

/// Every deleted record.
type Records = [(RecordId, Versions)];

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// What was deleted and can still be brought back, the latest deletion first. A session whose part of a program is not there
    /// is none of it: it comes with the program, or has no days any more.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn deleted(&self) -> Result<Vec<Deleted>, StoreError> {
        let records = self.deleted_records().await?;
        let programs = self.timetable().programs;
        let told = |(id, versions): &(RecordId, Versions)| told(*id, versions, &programs, &records);
        let mut found: Vec<Deleted> = records.iter().filter_map(told).collect();
        found.sort_by_key(|deleted| Reverse(deleted.deleted_utc_ms));
        Ok(found)
    }
}

fn told(id: RecordId, versions: &Versions, programs: &[(ProgramId, Program)], all: &Records) -> Option<Deleted> {
    let deletion = deletion(versions)?;
    let body = versions.last_body()?;
    let what = match (record::read::<Program>(body), record::read::<Session>(body), record::read::<Imported>(body)) {
        (Read::Known(program), ..) => DeletedWhat::Program { program, sessions: with_it(id, all).count() },
        (_, Read::Known(session), _) => {
            let has_days = session.phase().is_none_or(|member| {
                programs.iter().any(|(id, program)| *id == member.program && program.phase(member.phase).is_some())
            });
            has_days.then_some(DeletedWhat::Session(session))?
        }
        (.., Read::Known(imported)) => DeletedWhat::Imported(imported),
        _ => DeletedWhat::Entry(crate::Entry::of(id, body)?),
    };
    Some(Deleted { id, what, deleted_utc_ms: deletion.stamp.clock.utc_ms() })
}

/// The sessions that were deleted along with a program.
pub(super) fn with_it(program: RecordId, all: &Records) -> impl Iterator<Item = RecordId> {
    let name = ProgramId::from_bytes(half_of(program));
    let deleted = all.iter().find(|(id, _)| *id == program).and_then(|(_, versions)| deletion(versions));
    all.iter().filter_map(move |(id, versions)| {
        let is_member = phase_of(versions).is_some_and(|member| member.program == name);
        (is_member && went_with(deleted?, deletion(versions)?)).then_some(*id)
    })
}
