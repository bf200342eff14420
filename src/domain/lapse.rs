//! A lapse: something was used, told in the person's own words as far as they care to. Telling it deletes nothing, resets nothing and
//! tells nobody. Medication taken as prescribed is not use, and there is no word for it in here.

use crate::chip::Chip;
use crate::code::coded;
use crate::fold::Folded;
use crate::moment::{Moment, WhenError, check_occurred};
use crate::search::{KnownWord, Needle};
use crate::slot::check_date;
use crate::substance::Substance;
use crate::words::{Line, Note, unspoken};
use chrono::{NaiveDate, NaiveTime};

coded! {
    /// A question of the what-happened worksheet, each answered or left out.
    pub enum StoryPart {
        /// What was going on before.
        Before = "before",
        Feelings = "feelings",
        Thoughts = "thoughts",
        /// What was tried, or could not be.
        Tried = "tried",
        NextTime = "next-time",
    }
}

const PARTS: usize = StoryPart::ALL.len();

/// As long as the day itself is known and the hour is not, it stands here: far from every midnight.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// One lapse. Changed only by [`Lapse::apply`].
#[derive(Clone, PartialEq, Eq)]
pub struct Lapse {
    pub(crate) at: Moment,
    /// Whether the hour was told too, and not only the day.
    pub(crate) knows_hour: bool,
    pub(crate) substance: Option<Substance>,
    /// How much, in the person's own words.
    pub(crate) amount: Option<Line>,
    /// What happened, by [`StoryPart`].
    pub(crate) story: [Option<Note>; PARTS],
}

/// One small change.
#[derive(Clone, PartialEq, Eq)]
pub enum LapseEdit {
    /// What was used.
    SetSubstance(Option<Substance>),
    SetAmount(Option<Line>),
    /// To the minute. It may not be in the future.
    SetAt(Moment),
    Write(StoryPart, Option<Note>),
}

unspoken!(Lapse, LapseEdit);

impl Lapse {
    /// What one tap says: it was just now.
    pub fn just_now(now: &Moment) -> Lapse {
        Lapse { at: now.clone(), knows_hour: true, substance: None, amount: None, story: Default::default() }
    }

    /// What one tap says: on which day. Of today, it stands at the time it is told; of an earlier day, at noon.
    ///
    /// # Errors
    /// [`WhenError::NotYet`] for a day that has not come, [`WhenError::TooFarBack`] before 1971.
    pub fn on_day(day: NaiveDate, now: &Moment) -> Result<Lapse, WhenError> {
        if day > now.day() {
            return Err(WhenError::NotYet);
        }
        check_date(day).map_err(|_| WhenError::TooFarBack)?;
        let at = if day == now.day() {
            now.clone()
        } else {
            Moment::said_at(day.and_time(NOON), now.offset_minutes(), now.zone().clone())?
        };
        Ok(Lapse { at, knows_hour: false, ..Lapse::just_now(now) })
    }

    /// The lapse with one thing changed.
    ///
    /// # Errors
    /// [`WhenError`] for a time that has not come; nothing else is ever refused.
    pub fn apply(&self, edit: LapseEdit, now: &Moment) -> Result<Lapse, WhenError> {
        let mut lapse = self.clone();
        match edit {
            LapseEdit::SetSubstance(substance) => lapse.substance = substance,
            LapseEdit::SetAmount(amount) => lapse.amount = amount,
            LapseEdit::SetAt(at) => {
                check_occurred(&at, now)?;
                (lapse.at, lapse.knows_hour) = (at, true);
            }
            LapseEdit::Write(part, words) => {
                if let Some(there) = lapse.story.get_mut(part as usize) {
                    *there = words;
                }
            }
        }
        Ok(lapse)
    }

    /// When it was; to the day only, unless [`Lapse::knows_hour`].
    pub fn at(&self) -> &Moment {
        &self.at
    }

    /// The day it counts for: the person's own, where they were.
    pub fn day(&self) -> NaiveDate {
        self.at.day()
    }

    /// Whether the hour was told, and not only the day.
    pub fn knows_hour(&self) -> bool {
        self.knows_hour
    }

    pub fn substance(&self) -> Option<&Substance> {
        self.substance.as_ref()
    }

    pub fn amount(&self) -> Option<&Line> {
        self.amount.as_ref()
    }

    /// One answer of the worksheet.
    pub fn told(&self, part: StoryPart) -> Option<&Note> {
        self.story.get(part as usize).and_then(Option::as_ref)
    }

    /// Whether anything of the worksheet was answered.
    pub fn has_story(&self) -> bool {
        self.story.iter().any(Option::is_some)
    }

    /// Whether every word of a search is in it, as [`Craving::matches`](crate::Craving::matches).
    pub fn matches<'a>(&self, needle: &Needle, label: &dyn Fn(KnownWord) -> &'a str) -> bool {
        let mut words = Folded::new(self.amount.as_ref().map_or("", |amount| amount.as_str()));
        match &self.substance {
            Some(Chip::Known(known)) => words.also(label(KnownWord::Substance(*known))),
            Some(Chip::Own(own)) => words.also(own.as_str()),
            Some(Chip::Unknown(_)) | None => {}
        }
        for note in self.story.iter().flatten() {
            words.also(note.as_str());
        }
        needle.is_in(&words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::now;
    use crate::{KnownSubstance, Label, Zone};
    use chrono::Days;

    #[test]
    fn one_tap_tells_the_day_and_another_the_rest() {
        let today = now().day();
        let lapse = Lapse::on_day(today - Days::new(1), &now()).unwrap();
        assert!(lapse.day() == today - Days::new(1) && !lapse.knows_hour() && !lapse.has_story());
        let edits = [
            LapseEdit::SetSubstance(Some(KnownSubstance::Alcohol.into())),
            LapseEdit::SetAmount(Line::new("two glasses").ok()),
            LapseEdit::Write(StoryPart::NextTime, Note::new("Call Nan first").ok()),
        ];
        let told = edits.into_iter().fold(lapse, |lapse, edit| lapse.apply(edit, &now()).unwrap());
        assert_eq!(told.amount().map(Line::as_str), Some("two glasses"));
        assert_eq!(told.told(StoryPart::NextTime).map(Note::as_str), Some("Call Nan first"));
        assert!(told.told(StoryPart::Before).is_none() && told.has_story());
    }

    #[test]
    fn what_lies_ahead_is_no_lapse() {
        assert_eq!(Lapse::on_day(now().day() + Days::new(1), &now()).map(|lapse| lapse.day()), Err(WhenError::NotYet));
        let ahead = Moment::new(now().utc_ms() + 86_400_000, -360, Zone::utc()).unwrap();
        let refused = Lapse::just_now(&now()).apply(LapseEdit::SetAt(ahead), &now());
        assert_eq!(refused.map(|lapse| lapse.day()), Err(WhenError::NotYet));
        let long_ago = NaiveDate::from_ymd_opt(1969, 7, 20).unwrap();
        assert_eq!(Lapse::on_day(long_ago, &now()).map(|lapse| lapse.day()), Err(WhenError::TooFarBack));
    }

    #[test]
    fn a_time_that_is_told_is_a_time_that_is_known() {
        let lapse = Lapse::on_day(now().day(), &now()).unwrap();
        let earlier = Moment::new(now().utc_ms() - 3_600_000, -360, Zone::utc()).unwrap();
        let told = lapse.apply(LapseEdit::SetAt(earlier.clone()), &now()).unwrap();
        assert!(!lapse.knows_hour() && told.knows_hour() && told.at() == &earlier);
    }

    #[test]
    fn it_is_found_by_its_words() {
        let label = |_: KnownWord| "Alcohol";
        let lapse = Lapse {
            substance: Some(KnownSubstance::Alcohol.into()),
            amount: Line::new("dos cervezas").ok(),
            ..Lapse::just_now(&now())
        };
        let lapse = lapse.apply(LapseEdit::Write(StoryPart::Before, Note::new("After the café").ok()), &now()).unwrap();
        for typed in ["alcohol cerv", "CAFE", ""] {
            assert!(lapse.matches(&Needle::new(typed), &label), "{typed}");
        }
        assert!(!lapse.matches(&Needle::new("whisky"), &label));
        let own = Lapse { substance: Some(Substance::Own(Label::new("Kratom").unwrap())), ..Lapse::just_now(&now()) };
        assert!(own.matches(&Needle::new("kratom"), &label));
    }
}
