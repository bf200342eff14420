//! Listing what can be brought back.

use std::cmp::Reverse;

use domain::medication::Medication;
use domain::record::{self, Kind, Stored};
use domain::strategy::OwnStrategy;
use domain::{Checklist, Imported, Person, Program, ProgramId, Reason, Session};
use storage::StoreError;
use sync::{RecordId, Versions};

use super::{Deleted, DeletedWhat, Named, deletion, phase_of, went_with};
use crate::journal::id::half_of;
use crate::safety::beside;
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
    let kind = record::preamble(body).and_then(|preamble| Kind::from_number(preamble.kind));
    let what = match kind? {
        Kind::Program => {
            DeletedWhat::Program { program: record::read(body).known()?, sessions: with_it(id, all).count() }
        }
        Kind::Session => {
            let session: Session = record::read(body).known()?;
            let has_days = session.phase().is_none_or(|member| {
                programs.iter().any(|(id, program)| *id == member.program && program.phase(member.phase).is_some())
            });
            has_days.then_some(DeletedWhat::Session(session))?
        }
        Kind::Imported => DeletedWhat::Imported(record::read::<Imported>(body).known()?),
        Kind::Person => named(Named::Person, body, |one: &Person| Some(one.name().as_str())),
        Kind::Reason => named(Named::Reason, body, |one: &Reason| one.words().map(|words| words.as_str())),
        Kind::Checklist => named(Named::Checklist, body, |one: &Checklist| Some(one.name().as_str())),
        Kind::Medication => named(Named::Medication, body, |one: &Medication| Some(one.name().as_str())),
        Kind::OwnStrategy => named(Named::Strategy, body, |one: &OwnStrategy| Some(one.name().as_str())),
        _ => DeletedWhat::Entry(crate::Entry::of(id, body, crate::What::of)?),
    };
    Some(Deleted { id, what, deleted_utc_ms: deletion.stamp.clock.utc_ms() })
}

/// What has a name. One that cannot be read is still there to be brought back.
fn named<T: Stored>(what: Named, body: &[u8], name: impl Fn(&T) -> Option<&str>) -> DeletedWhat {
    DeletedWhat::Named(what, record::read::<T>(body).known().and_then(|one| name(&one).map(str::to_owned)))
}

/// What was deleted along with a program, a person or a reason: its sessions, or the picture and the recording.
pub(super) fn with_it(whole: RecordId, all: &Records) -> impl Iterator<Item = RecordId> {
    let name = ProgramId::from_bytes(half_of(whole));
    let versions = all.iter().find(|(id, _)| *id == whole).map(|(_, versions)| versions);
    let deleted = versions.and_then(deletion);
    let beside = versions.and_then(Versions::last_body).map(beside_of).unwrap_or_default();
    all.iter().filter_map(move |(id, versions)| {
        let is_member = phase_of(versions).is_some_and(|member| member.program == name);
        let belongs = is_member || beside.contains(id);
        (belongs && went_with(deleted?, deletion(versions)?)).then_some(*id)
    })
}

/// The picture of a person, the picture and the recording of a reason.
fn beside_of(body: &[u8]) -> Vec<RecordId> {
    if let Some(person) = record::read::<Person>(body).known() {
        return person.photo().map(|photo| RecordId::from_bytes(photo.bytes())).into_iter().collect();
    }
    record::read::<Reason>(body).known().iter().flat_map(beside).collect()
}
