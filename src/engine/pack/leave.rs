//! Leaving a pack: what is known of it goes, with its goals and homework. What became sessions, lists and lists of meetings stays, or goes too.

use chrono::NaiveDate;
use domain::Session;
use domain::pack::{LineKind, PackId};
use domain::record;
use sync::{Change, RecordId, RecordState, Versions};

use super::{place, read_program, records_of};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Leaves a pack. `takes_away`: with what came of it; sessions then keep their past.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when nothing of that pack is here any more; then nothing was changed.
    pub async fn leave_program(&self, pack: PackId, takes_away: bool) -> Result<Undo, SaveError> {
        let today = self.now().day();
        let program = self.from_programs().into_iter().find(|program| program.pack() == pack).ok_or(SaveError::Gone)?;
        let lines: Vec<(u16, LineKind)> = program.taken_lines().filter(|_| takes_away).collect();
        let head = records_of(pack, None);
        let of_lines = lines.iter().flat_map(|(number, _)| records_of(pack, Some(*number)));
        let ids: Vec<RecordId> = head.into_iter().chain(of_lines).collect();
        self.write_each(&ids, |known, _| {
            let (mut drafts, mut undo) = (Vec::new(), Vec::new());
            for (place_of, (ids, known)) in ids.chunks(head.len()).zip(known.chunks(head.len())).enumerate() {
                let at = place(known).unwrap_or_default();
                let (Some(id), Some(Some(versions))) = (ids.get(at).copied(), known.get(at)) else {
                    continue;
                };
                if place_of == 0 {
                    read_program(versions)?;
                }
                let Some((draft, back)) = taken_away(id, versions, today)? else { continue };
                drafts.push(draft);
                undo.push(back);
            }
            if drafts.is_empty() { Err(SaveError::Gone) } else { Ok((drafts, Undo::All(undo))) }
        })
        .await
    }
}

/// What takes a record away: a session with a past only ends.
fn taken_away(id: RecordId, versions: &Versions, today: NaiveDate) -> Result<Option<(Draft, Undo)>, SaveError> {
    let RecordState::Live(before) = versions.state() else { return Ok(None) };
    let ended = record::read::<Session>(before).known().and_then(|session| session.without_future(today));
    Ok(Some(match ended {
        Some(ended) => {
            let change = Change::Put(record::encode(&ended)?);
            (Draft::on(id, versions, change), Undo::PutBack(id, before.to_vec()))
        }
        None => (Draft::on(id, versions, Change::Delete), Undo::Restore(id)),
    }))
}
