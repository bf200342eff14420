//! What can be changed about a session: small edits, each saved as it is made, of all its dates or of one.

use super::{Exception, MAX_EXCEPTIONS, Membership, Session, SessionKind, When, check_when};
use crate::code::Kept;
use crate::contact::{Link, PhoneNumber};
use crate::moment::Zone;
use crate::plan_error::PlanError;
use crate::slot::{Length, Slot, StartTime, check_date};
use crate::words::{Label, Line, Note, unspoken};
use chrono::NaiveDate;

/// One change. A date is always the one on which the occurrence was first planned, wherever it was moved since.
#[derive(Clone, PartialEq, Eq)]
pub enum SessionEdit {
    SetKind(SessionKind),
    SetTitle(Option<Label>),
    SetPlace(Option<Line>),
    SetLink(Option<Link>),
    SetPhone(Option<PhoneNumber>),
    SetCounselor(Option<Label>),
    SetBring(Option<Note>),
    SetZone(Zone),
    SetWhen(When),
    SetStart(StartTime),
    SetLength(Length),
    SetPhase(Option<Membership>),
    /// It does not take place on that date.
    Cancel(NaiveDate),
    /// It does after all.
    Uncancel(NaiveDate),
    /// It is at another time, in the program's zone. Moving one that was cancelled makes it take place.
    Move(NaiveDate, Slot),
    /// It is where only this once.
    SetPlaceOn(NaiveDate, Option<Line>),
    /// Nothing is different about that date any more.
    AsPlanned(NaiveDate),
}

unspoken!(SessionEdit);

impl Session {
    /// The session with one thing changed.
    ///
    /// # Errors
    /// [`PlanError`] for a date out of the calendar, an end before the beginning, no beginning, or one exception too many; the
    /// session is as it was.
    pub fn apply(&self, edit: SessionEdit) -> Result<Session, PlanError> {
        let mut session = self.clone();
        match edit {
            SessionEdit::SetKind(kind) => session.about.kind = Kept::Known(kind),
            SessionEdit::SetTitle(title) => session.about.title = title,
            SessionEdit::SetPlace(place) => session.about.place = place,
            SessionEdit::SetLink(link) => session.about.link = link,
            SessionEdit::SetPhone(phone) => session.about.phone = phone,
            SessionEdit::SetCounselor(counselor) => session.about.counselor = counselor,
            SessionEdit::SetBring(bring) => session.about.bring = bring,
            SessionEdit::SetZone(zone) => session.zone = zone,
            SessionEdit::SetWhen(when) => session.when = when,
            SessionEdit::SetStart(start) => session.start = start,
            SessionEdit::SetLength(length) => session.length = length,
            SessionEdit::SetPhase(phase) => session.phase = phase,
            SessionEdit::Cancel(date) => session.except(date, |exception| exception.is_cancelled = true)?,
            SessionEdit::Uncancel(date) => session.except(date, |exception| exception.is_cancelled = false)?,
            SessionEdit::Move(date, slot) => {
                check_date(slot.date)?;
                session.except(date, |exception| {
                    exception.moved = Some(slot);
                    exception.is_cancelled = false;
                })?;
            }
            SessionEdit::SetPlaceOn(date, place) => session.except(date, |exception| exception.place = place)?,
            SessionEdit::AsPlanned(date) => session.except(date, |exception| *exception = Exception::default())?,
        }
        check_when(&session.when, session.phase)?;
        Ok(session)
    }

    fn except(&mut self, date: NaiveDate, change: impl FnOnce(&mut Exception)) -> Result<(), PlanError> {
        check_date(date)?;
        let place = self.exceptions.binary_search_by_key(&date, |(there, _)| *there);
        let mut exception = match place {
            Ok(place) => self.exceptions.remove(place).1,
            Err(_) => Exception::default(),
        };
        change(&mut exception);
        if exception.says_nothing() {
            return Ok(());
        }
        if self.exceptions.len() >= MAX_EXCEPTIONS {
            return Err(PlanError::TooManyExceptions { limit: MAX_EXCEPTIONS });
        }
        // Where it was, or where it belongs: the same place either way.
        let (Ok(place) | Err(place)) = place;
        self.exceptions.insert(place, (date, exception));
        Ok(())
    }
}
