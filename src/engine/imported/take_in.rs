//! Taking in what was read from a calendar, in one batch: the same file again changes nothing and doubles nothing.

use domain::record::{self, Kind};
use domain::{Imported, Uid};
use sync::{Change, RecordId, Versions};

use super::{TakenIn, read};
use crate::journal::id::{make_shelf_half, shelf_record};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, Undo, WeekError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Takes in the sessions of a calendar, all or none. One that is known by its UID is replaced unless the calendar's SEQUENCE, or
    /// with the same SEQUENCE its DTSTAMP, is older; what the person chose about it stays. Those of `called_off` are deleted: nothing is
    /// left of them, and they can be brought back like anything that is deleted.
    ///
    /// # Errors
    /// [`WeekError::Plan`] when they do not all fit, otherwise [`WeekError::Save`]; then nothing was taken in.
    pub async fn take_in(&self, read_in: Vec<Imported>, called_off: Vec<Uid>) -> Result<TakenIn, WeekError> {
        let halves: Vec<[u8; 8]> = read_in.iter().map(|_| make_shelf_half(self.random())).collect();
        self.write_each(&[], |_, _| {
            let mut known: Vec<(RecordId, Versions, Imported)> = Vec::new();
            for (id, versions) in self.inside.borrow().on_shelf(Kind::Imported.number()) {
                if let Ok((imported, _)) = read(&versions) {
                    known.push((id, versions, imported));
                }
            }
            let mut taken = TakenIn { new: 0, changed: 0, unchanged: 0, removed: 0, undo: Undo::All(Vec::new()) };
            let (mut drafts, mut undo) = (Vec::new(), Vec::new());
            for (place, (imported, half)) in read_in.iter().zip(&halves).enumerate() {
                if read_in.iter().take(place).any(|earlier| earlier.uid() == imported.uid()) {
                    taken.unchanged = taken.unchanged.saturating_add(1);
                    continue;
                }
                let there = known.iter().find(|(_, _, there)| there.uid() == imported.uid());
                let Some((id, versions, there)) = there else {
                    let id = shelf_record(*half);
                    let body = record::encode(imported)?;
                    drafts.push(Draft::new(id, Kind::Imported.number(), body));
                    undo.push(Undo::Remove(id));
                    taken.new = taken.new.saturating_add(1);
                    continue;
                };
                let newer = there.updated(imported.clone());
                let is_older = age(imported) < age(there);
                if is_older || newer == *there {
                    taken.unchanged = taken.unchanged.saturating_add(1);
                    continue;
                }
                let (_, before) = read(versions)?;
                undo.push(Undo::PutBack(*id, before.to_vec()));
                let body = record::encode(&newer)?;
                drafts.push(Draft::on(*id, versions, Change::Put(body)));
                taken.changed = taken.changed.saturating_add(1);
            }
            for (id, versions, _) in known.iter().filter(|(_, _, there)| called_off.contains(there.uid())) {
                undo.push(Undo::Restore(*id));
                drafts.push(Draft::on(*id, versions, Change::Delete));
                taken.removed = taken.removed.saturating_add(1);
            }
            self.check_room(taken.new)?;
            taken.undo = Undo::All(undo);
            Ok((drafts, taken))
        })
        .await
    }
}

fn age(imported: &Imported) -> (u32, Option<i64>) {
    (imported.sequence(), imported.stamped_utc_ms())
}
