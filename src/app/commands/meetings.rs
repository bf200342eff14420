//! What the person can do with lists of meetings, and with a meeting in one.

use domain::meeting::{Fellowship, Held, ListEdit, ListId, MeetingList, Origin};
use domain::{Attendance, Label, Note, SeriesId, Session, VisitEdit, VisitKey, Zone};
use engine::{ListsError, NewPage, SaveError, WeekError};
use interop::meetings::{Handed, Summary};

use crate::browser::{clock, pause};
use crate::state::App;

/// A list that was read and is not kept yet.
#[derive(Clone)]
pub struct NewList {
    pub name: Label,
    pub fellowship: Fellowship,
    pub origin: Origin,
    pub zone: Zone,
}

impl App {
    /// Keeps what the worker handed over as a new list.
    pub async fn keep_list(self, new: NewList, handed: &[u8], told: String) -> Result<ListId, ListsError> {
        let id = self.journal().new_list_id();
        let (held, pages) = self.seal_pages(id, handed).await?;
        let NewList { name, fellowship, origin, zone } = new;
        let list = MeetingList::new(name, fellowship, origin, zone, held);
        self.journal().add_list(id, list, pages).await?;
        self.saved(told, None);
        Ok(id)
    }

    /// Puts what the worker handed over in the place of what the list held.
    pub async fn renew_list(self, id: ListId, handed: &[u8]) -> Result<(), ListsError> {
        let (held, pages) = self.seal_pages(id, handed).await?;
        self.journal().renew_list(id, held, pages).await?;
        self.changed();
        Ok(())
    }

    /// Changes what a list is called or how often it is read.
    pub async fn edit_list(self, id: ListId, edit: ListEdit) -> Result<(), ListsError> {
        self.journal().edit_list(id, edit).await?;
        self.saved(self.text().common().saved.to_owned(), None);
        Ok(())
    }

    /// Takes a list away with all its meetings.
    pub async fn delete_list(self, id: ListId, told: String) -> Result<(), SaveError> {
        self.journal().delete_list(id).await?;
        self.saved(told, None);
        Ok(())
    }

    /// Saves a meeting into the week, with Undo.
    pub async fn save_meeting(self, ids: &[SeriesId], session: Session, told: String) -> Result<(), WeekError> {
        let saved = self.journal().save_meeting(ids, session).await?;
        self.saved(told, Some(saved.undo));
        Ok(())
    }

    /// Says that the person was at a meeting: at the session that it is in the week, or at one that is made for this date. `proof`: who
    /// signed, or the code that was given.
    pub async fn attended_meeting(
        self,
        in_week: Option<SeriesId>,
        once: Session,
        date: chrono::NaiveDate,
        proof: Option<Note>,
        told: String,
    ) -> Result<(), WeekError> {
        let journal = self.journal();
        let series = match in_week {
            Some(series) => series,
            None => journal.add_session(once).await?.id,
        };
        let key = VisitKey::Own { series, date };
        let occurrence = journal.timetable().occurrence(&self.zones(), clock::now().zone(), &key);
        let occurrence = occurrence.ok_or(SaveError::Gone)?;
        journal.tell(&occurrence, VisitEdit::SetAttendance(Some(Attendance::Attended))).await?;
        if proof.is_some() {
            journal.tell(&occurrence, VisitEdit::SetTakeaway(proof)).await?;
        }
        self.saved(told, None);
        Ok(())
    }

    /// Seals what was handed over, a page at a time, so that taps are answered in between.
    async fn seal_pages(self, id: ListId, handed: &[u8]) -> Result<(Held, Vec<NewPage>), ListsError> {
        let handed = Handed::decode(handed).map_err(|_| SaveError::Sealing)?;
        let journal = self.journal();
        let batch = journal.new_batch();
        let mut pages = Vec::new();
        for (is_index, group) in [(true, &handed.index), (false, &handed.details)] {
            for (number, page) in (0_u16..).zip(group) {
                pages.push(journal.seal_page(id, batch, is_index, number, page)?);
                pause::breathe().await;
            }
        }
        let count = |pages: &[&[u8]]| u16::try_from(pages.len()).unwrap_or(u16::MAX);
        let Summary { meetings, left_out, updated_utc_ms, .. } = handed.summary;
        let held = Held {
            read_utc_ms: clock::now().utc_ms(),
            batch,
            index_pages: count(&handed.index),
            detail_pages: count(&handed.details),
            meetings,
            left_out,
            updated_utc_ms,
        };
        Ok((held, pages))
    }
}
