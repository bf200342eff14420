//! What the person can do with calendars of others, and what keeps them from running out of dates.

use domain::{Imported, ImportedEdit, SeriesId, Uid};
use engine::{SaveError, WeekError};
use interop::calendar::{Window, is_running_out, roll_on};

use crate::browser::{calendars, clock};
use crate::state::App;

impl App {
    /// Takes in what a calendar says, all or nothing, with Undo. `told`: what is said then.
    pub async fn take_in_calendar(self, keep: Vec<Imported>, drop: Vec<Uid>, told: String) -> Result<(), WeekError> {
        let taken = self.journal().take_in(keep, drop).await?;
        self.saved(told, Some(taken.undo));
        Ok(())
    }

    /// Says what a calendar's session is, or whether it is the program's, with Undo.
    pub async fn edit_imported(self, id: SeriesId, edit: ImportedEdit) -> Result<(), SaveError> {
        let saved = self.journal().edit_imported(id, edit).await?;
        self.saved(self.text().common().saved.to_owned(), Some(saved.undo));
        Ok(())
    }

    /// Works out later dates of the series that go on and have less than a year left. Nobody asked for it, so nothing is said: what does
    /// not work today is tried at the next opening.
    pub async fn roll_calendars(self) {
        let now = clock::now();
        let mut rolled = Vec::new();
        for (_, imported) in self.journal().timetable().imported {
            let Some(source) = imported.source().filter(|_| is_running_out(&imported, now.utc_ms())) else { continue };
            let read = calendars::read(source.text().as_bytes(), Window::around(now.utc_ms()), now.zone()).await;
            rolled.extend(read.and_then(|read| roll_on(&imported, &read, now.utc_ms())));
        }
        if !rolled.is_empty() && self.journal().take_in(rolled, Vec::new()).await.is_ok() {
            self.changed();
        }
    }
}
