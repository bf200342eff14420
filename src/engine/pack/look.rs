//! Looking at a pack: what it would change, from memory.

use domain::meeting::ListId;
use domain::pack::{Difference, FromProgram, LineKind, Offered, Pack, PackId, PackRefused, names_of};
use domain::{ChecklistId, SeriesId};

use crate::{Clock, Home, Ids, Journal};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// What was taken in of all packs, always in the same order. From memory.
    pub fn from_programs(&self) -> Vec<FromProgram> {
        self.shelved(|half| half).into_iter().map(|(_, program)| program).collect()
    }

    /// What a pack would change, line by line. Nothing is changed, and nothing is read from the disk.
    ///
    /// # Errors
    /// [`PackRefused`].
    pub fn look_at_pack(&self, pack: &Pack, sender: [u8; 32]) -> Result<Difference, PackRefused> {
        pack.compare(sender, &self.from_programs(), &|number, kind| self.line_now(pack.id(), number, kind))
    }

    /// How the record of a line is now; None when it is not there.
    pub(super) fn line_now(&self, pack: PackId, number: u16, kind: LineKind) -> Option<Offered> {
        let names = names_of(pack, Some(number));
        match kind {
            LineKind::Session => {
                let sessions: Vec<(SeriesId, domain::Session)> = self.shelved(SeriesId::from_bytes);
                let is_it = |id: &SeriesId| names.contains(&id.bytes());
                sessions.iter().find(|(id, _)| is_it(id)).map(|(_, session)| Offered::of_session(session))
            }
            LineKind::Checklist => {
                let is_it = |id: &ChecklistId| names.contains(&id.bytes());
                self.checklists().into_iter().find(|(id, _)| is_it(id)).map(|(_, list)| Offered::Checklist(list))
            }
            LineKind::Feed => {
                let is_it = |id: &ListId| names.contains(&id.bytes());
                self.lists().iter().find(|(id, _)| is_it(id)).and_then(|(_, list)| Offered::of_list(list))
            }
            LineKind::Goal | LineKind::Homework => None,
        }
    }
}
