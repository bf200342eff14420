//! The daily minute: how a day was, in answers of which each can be given or left out. A day without one says nothing about anybody.
//!
//! Which sessions and meetings somebody went to is not in here: that is told about the sessions themselves, so there is one truth.

mod confidence;

use crate::code::{Code, Kept, coded};
use crate::intensity::Intensity;
use crate::moment::{Moment, WhenError};
use crate::slot::check_date;
use crate::visit::mark_of;
use crate::words::{Line, unspoken};
use chrono::{Datelike, NaiveDate, NaiveTime};
pub use confidence::{Confidence, ConfidenceError};

coded! {
    /// Whether something was used that day. Medication taken as prescribed is not use, and nothing here can make it so.
    pub enum DayUse {
        Nothing = "nothing",
        Something = "something",
        /// Rather not say: an answer like the others.
        NotSaid = "not-said",
    }
}

coded! {
    /// How the day felt.
    pub enum Mood {
        VeryLow = "very-low",
        Low = "low",
        Okay = "okay",
        Good = "good",
        VeryGood = "very-good",
    }
}

coded! {
    /// How the night before was.
    pub enum Sleep {
        Badly = "badly",
        SoSo = "so-so",
        Well = "well",
    }
}

coded! {
    /// Whether that day's medication was taken.
    pub enum MedicationTaken {
        Taken = "taken",
        /// Some of it, or late.
        InPart = "in-part",
        NotTaken = "not-taken",
        NothingToTake = "nothing-to-take",
    }
}

coded! {
    /// What makes a day harder without anybody noticing (HALT).
    pub enum Need {
        Hungry = "hungry",
        Angry = "angry",
        Lonely = "lonely",
        Tired = "tired",
    }
}

/// More needs than there are words for; a newer build may know a few more.
pub(crate) const MAX_NEEDS: usize = 16;
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// How one day was. Changed only by [`CheckIn::apply`].
#[derive(Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// Noon of the day it is about, by the clock of where it was begun: far from every midnight, so that the day stays the day.
    pub(crate) at: Moment,
    pub(crate) used: Option<Kept<DayUse>>,
    pub(crate) strongest: Option<Intensity>,
    pub(crate) confidence: Option<Confidence>,
    pub(crate) mood: Option<Kept<Mood>>,
    pub(crate) sleep: Option<Kept<Sleep>>,
    pub(crate) medication: Option<Kept<MedicationTaken>>,
    /// Each once.
    pub(crate) needs: Vec<Kept<Need>>,
    pub(crate) line: Option<Line>,
}

/// One answer, given or taken back.
#[derive(Clone, PartialEq, Eq)]
pub enum CheckInEdit {
    SetUsed(Option<DayUse>),
    /// The strongest craving of the day, 0 to 10.
    SetStrongest(Option<Intensity>),
    SetConfidence(Option<Confidence>),
    SetMood(Option<Mood>),
    SetSleep(Option<Sleep>),
    SetMedication(Option<MedicationTaken>),
    SetNeed(Need, bool),
    SetLine(Option<Line>),
}

unspoken!(CheckIn, CheckInEdit);

impl CheckIn {
    /// Nothing told yet about `day`, begun `now`.
    ///
    /// # Errors
    /// [`WhenError::NotYet`] for a day that has not come by the clock that hangs beside the person, [`WhenError::TooFarBack`] before 1971.
    pub fn new(day: NaiveDate, now: &Moment) -> Result<CheckIn, WhenError> {
        if day > now.day() {
            return Err(WhenError::NotYet);
        }
        Ok(CheckIn {
            at: noon_of(day, now)?,
            used: None,
            strongest: None,
            confidence: None,
            mood: None,
            sleep: None,
            medication: None,
            needs: Vec::new(),
            line: None,
        })
    }

    /// The check-in with one answer given or taken back. A day that lies ahead of a clock which was set back can still be worked on.
    #[must_use]
    pub fn apply(&self, edit: CheckInEdit) -> CheckIn {
        let mut told = self.clone();
        match edit {
            CheckInEdit::SetUsed(used) => told.used = used.map(Kept::Known),
            CheckInEdit::SetStrongest(strongest) => told.strongest = strongest,
            CheckInEdit::SetConfidence(confidence) => told.confidence = confidence,
            CheckInEdit::SetMood(mood) => told.mood = mood.map(Kept::Known),
            CheckInEdit::SetSleep(sleep) => told.sleep = sleep.map(Kept::Known),
            CheckInEdit::SetMedication(medication) => told.medication = medication.map(Kept::Known),
            CheckInEdit::SetNeed(need, is_there) => {
                told.needs.retain(|known| known.known() != Some(need));
                if is_there && told.needs.len() < MAX_NEEDS {
                    told.needs.push(Kept::Known(need));
                }
            }
            CheckInEdit::SetLine(line) => told.line = line,
        }
        told
    }

    /// The day it is about.
    pub fn day(&self) -> NaiveDate {
        self.at.day()
    }

    /// Noon of that day.
    pub fn at(&self) -> &Moment {
        &self.at
    }

    /// None while it was not told, or when a newer build has a word for it that this one has not.
    pub fn used(&self) -> Option<DayUse> {
        self.used.as_ref().and_then(Kept::known)
    }

    /// The strongest craving of the day.
    pub fn strongest(&self) -> Option<Intensity> {
        self.strongest
    }

    pub fn confidence(&self) -> Option<Confidence> {
        self.confidence
    }

    pub fn mood(&self) -> Option<Mood> {
        self.mood.as_ref().and_then(Kept::known)
    }

    pub fn sleep(&self) -> Option<Sleep> {
        self.sleep.as_ref().and_then(Kept::known)
    }

    pub fn medication(&self) -> Option<MedicationTaken> {
        self.medication.as_ref().and_then(Kept::known)
    }

    pub fn needs(&self, need: Need) -> bool {
        self.needs.iter().any(|known| known.known() == Some(need))
    }

    /// The one line.
    pub fn line(&self) -> Option<&Line> {
        self.line.as_ref()
    }

    /// Codes of answers that a newer build gave and this one has no words for.
    pub fn unknown(&self) -> impl Iterator<Item = &Code> {
        let one = self.used.as_ref().and_then(Kept::unknown);
        let two = self.mood.as_ref().and_then(Kept::unknown);
        let three = self.sleep.as_ref().and_then(Kept::unknown);
        let four = self.medication.as_ref().and_then(Kept::unknown);
        [one, two, three, four].into_iter().flatten().chain(self.needs.iter().filter_map(Kept::unknown))
    }

    /// Whether every answer was taken back, or none was given.
    pub fn says_nothing(&self) -> bool {
        let CheckIn { at: _, used, strongest, confidence, mood, sleep, medication, needs, line } = self;
        used.is_none()
            && strongest.is_none()
            && confidence.is_none()
            && mood.is_none()
            && sleep.is_none()
            && medication.is_none()
            && needs.is_empty()
            && line.is_none()
    }
}

/// Noon of a day, by the clock of where the person is.
pub(crate) fn noon_of(day: NaiveDate, now: &Moment) -> Result<Moment, WhenError> {
    check_date(day).map_err(|_| WhenError::TooFarBack)?;
    Moment::said_at(day.and_time(NOON), now.offset_minutes(), now.zone().clone())
}

/// Eight bytes that look random and depend on the day alone: two tabs, or two phones, that tell about one day change one record.
pub fn check_in_mark(day: NaiveDate) -> [u8; 8] {
    let mut name = *b"check-in\0\0\0\0";
    for (to, from) in name.iter_mut().skip(8).zip(day.num_days_from_ce().to_be_bytes()) {
        *to = from;
    }
    mark_of(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{intensity, now};
    use chrono::Days;

    fn today() -> NaiveDate {
        now().day()
    }

    #[test]
    fn tomorrow_cannot_be_told_about_and_any_day_before_can() {
        let tomorrow = today().succ_opt().unwrap();
        assert_eq!(CheckIn::new(tomorrow, &now()).map(|one| one.day()), Err(WhenError::NotYet));
        for days in [0, 1, 400] {
            let day = today().checked_sub_days(Days::new(days)).unwrap();
            let told = CheckIn::new(day, &now()).unwrap();
            assert!(told.day() == day && told.says_nothing());
        }
        let long_ago = NaiveDate::from_ymd_opt(1969, 7, 20).unwrap();
        assert_eq!(CheckIn::new(long_ago, &now()).map(|one| one.day()), Err(WhenError::TooFarBack));
    }

    #[test]
    fn each_answer_is_given_and_taken_back_by_itself() {
        let blank = CheckIn::new(today(), &now()).unwrap();
        let line = Line::new("Long day, good talk with Nan").unwrap();
        let answers = [
            CheckInEdit::SetUsed(Some(DayUse::NotSaid)),
            CheckInEdit::SetStrongest(Some(intensity(6))),
            CheckInEdit::SetConfidence(Confidence::new(8).ok()),
            CheckInEdit::SetMood(Some(Mood::Good)),
            CheckInEdit::SetSleep(Some(Sleep::SoSo)),
            CheckInEdit::SetMedication(Some(MedicationTaken::Taken)),
            CheckInEdit::SetNeed(Need::Tired, true),
            CheckInEdit::SetNeed(Need::Tired, true),
            CheckInEdit::SetLine(Some(line.clone())),
        ];
        let told = answers.into_iter().fold(blank.clone(), |told, edit| told.apply(edit));
        assert_eq!((told.used(), told.strongest().map(Intensity::value)), (Some(DayUse::NotSaid), Some(6)));
        assert_eq!(
            (told.mood(), told.sleep(), told.medication()),
            (Some(Mood::Good), Some(Sleep::SoSo), Some(MedicationTaken::Taken))
        );
        assert!(told.needs(Need::Tired) && !told.needs(Need::Hungry) && told.needs.len() == 1);
        assert!(told.line() == Some(&line) && told.confidence().map(Confidence::value) == Some(8));
        let back = [
            CheckInEdit::SetUsed(None),
            CheckInEdit::SetStrongest(None),
            CheckInEdit::SetConfidence(None),
            CheckInEdit::SetMood(None),
            CheckInEdit::SetSleep(None),
            CheckInEdit::SetMedication(None),
            CheckInEdit::SetNeed(Need::Tired, false),
            CheckInEdit::SetLine(None),
        ];
        assert!(back.into_iter().fold(told, |told, edit| told.apply(edit)) == blank);
    }

    #[test]
    fn a_day_has_one_name_for_ever_and_another_day_another() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(check_in_mark(day), check_in_mark(day));
        assert_ne!(check_in_mark(day), check_in_mark(day.succ_opt().unwrap()));
    }
}
