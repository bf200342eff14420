//! When what is planned was changed last: another calendar takes a session in again only if it is told that there was a change since.

use domain::record::Kind;
use domain::{ProgramId, SeriesId, Session};

use crate::journal::id::{half_of, shelf_id};
use crate::{Clock, Home, Ids, Journal};

/// The last changes of what lies on the shelf, by the clock of the journal, which never goes back. It is the same on every device that has
/// the same entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastChanges(Vec<([u8; 8], i64)>);

impl LastChanges {
    /// When a session was changed last (UTC ms): it itself, the program that bounds it, or the settings that say what of it is told.
    pub fn of_session(&self, id: SeriesId, session: &Session) -> i64 {
        let program = session.phase().map(|phase| phase.program);
        let of_program = program.map_or(0, |id: ProgramId| self.of(id.bytes()));
        self.of_imported(id).max(of_program)
    }

    /// The same for a calendar's session.
    pub fn of_imported(&self, id: SeriesId) -> i64 {
        let settings = half_of(shelf_id(Kind::Settings.number()));
        self.of(id.bytes()).max(self.of(settings))
    }

    fn of(&self, half: [u8; 8]) -> i64 {
        self.0.iter().find(|(there, _)| *there == half).map_or(0, |(_, utc_ms)| *utc_ms)
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// When everything that is planned was changed last. From memory: nothing is read.
    pub fn last_changes(&self) -> LastChanges {
        let inside = self.inside.borrow();
        let kinds = [Kind::Session, Kind::Program, Kind::Imported, Kind::Settings];
        let records = kinds.into_iter().flat_map(|kind| inside.on_shelf(kind.number()));
        let changed = records.map(|(id, versions)| (half_of(id), versions.winner().stamp.clock.utc_ms()));
        LastChanges(changed.collect())
    }
}
