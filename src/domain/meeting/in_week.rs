//! A meeting that somebody goes to, as a session of their week.

use super::{Meeting, MeetingTime};
use crate::contact::PhoneNumber;
use crate::moment::Zone;
use crate::plan_error::PlanError;
use crate::session::{Session, SessionEdit, SessionKind, Weekly, When};
use crate::weekdays::Weekdays;
use crate::words::{Label, Line};
use chrono::{Datelike, Days, NaiveDate};

impl Meeting {
    /// Every week from its first day on or after `today`, or once on that day. `zone` is the list's, for one that has none of its own. None: it
    /// is by appointment, and has no day.
    ///
    /// # Errors
    /// [`PlanError`] for a date out of the calendar.
    pub fn session(&self, zone: &Zone, today: NaiveDate, is_once: bool) -> Result<Option<Session>, PlanError> {
        let Some(MeetingTime { day, start, length }) = self.time else { return Ok(None) };
        let ahead = (7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
        let first = today.checked_add_days(Days::new(u64::from(ahead))).unwrap_or(today);
        let Some(on) = Weekdays::of(&[day]) else { return Ok(None) };
        let when = if is_once { When::Once(first) } else { When::Weekly(Weekly::from(first, on)) };
        let zone = self.zone.as_ref().unwrap_or(zone).clone();
        let session = Session::new(SessionKind::MutualHelp, zone, when, start, length)?;
        let edits = [
            SessionEdit::SetTitle(Some(title(self.name.as_str())?)),
            SessionEdit::SetPlace(self.whereabouts().filter(|_| self.ways.is_in_person())),
            SessionEdit::SetLink(self.more.link.clone().filter(|_| self.ways.is_online)),
            SessionEdit::SetPhone(self.number()),
        ];
        edits.into_iter().try_fold(session, |session, edit| session.apply(edit)).map(Some)
    }

    /// The name of the place and its address on one line, as far as they fit.
    pub fn whereabouts(&self) -> Option<Line> {
        let both: Vec<&str> = [&self.place, &self.address].into_iter().flatten().map(Line::as_str).collect();
        let whole = Line::new(&both.join(", ")).ok();
        whole.or_else(|| self.address.clone()).or_else(|| self.place.clone())
    }

    /// With its code where it fits, so that it can be read off.
    fn number(&self) -> Option<PhoneNumber> {
        let dial = self.more.phone.as_ref()?;
        PhoneNumber::new(dial.as_str()).or_else(|_| PhoneNumber::new(dial.number())).ok()
    }
}

/// As much of a name as a title holds.
fn title(name: &str) -> Result<Label, PlanError> {
    let cut: String = name.chars().take(Label::LIMIT).collect();
    // A name has something that can be seen, but perhaps only behind what cannot.
    Label::new(&cut).or_else(|_| Label::new("…")).map_err(|_| PlanError::NoFirstDate)
}
