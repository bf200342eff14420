//! What the person chose about getting help: which crisis lines are shown, which lines of their own, and whether the app may ask whom
//! they could call. 911 and 988 always stay.

use crate::code::Kept;
use crate::contact::PhoneNumber;
use crate::crisis::{CRISIS_LINES, CrisisLine, CrisisLineId};
use crate::words::{Label, Line, unspoken};
use chrono::{Datelike, NaiveDate, Weekday};
use thiserror::Error;

/// As many lines of one's own are kept.
pub const MOST_OWN_LINES: usize = 8;

/// The day on which the app may ask whom one could call, once a week: before the weekend, when the program is closed.
const ASKED_ON: Weekday = Weekday::Fri;

/// A line that the person added: the program's after-hours number, a local team.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnLine {
    pub name: Label,
    pub number: PhoneNumber,
    /// Whether it answers texts as well.
    pub texts: bool,
    pub note: Option<Line>,
}

/// The choices, all of which have a default.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct HelpChoices {
    pub(crate) hidden: Vec<Kept<CrisisLineId>>,
    pub(crate) own: Vec<OwnLine>,
    pub(crate) never_ask: bool,
}

/// One choice changed.
#[derive(Clone, PartialEq, Eq)]
pub enum HelpEdit {
    /// Hiding 911 or 988 changes nothing.
    Hide(CrisisLineId),
    Show(CrisisLineId),
    AddOwn(OwnLine),
    /// One that is not there, because another tab was faster, changes nothing.
    RemoveOwn(OwnLine),
    /// Not to be asked for somebody to call again.
    NeverAsk,
}

/// Why a change was not made. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HelpError {
    #[error("no more than {limit} lines of one's own")]
    TooManyLines { limit: usize },
}

unspoken!(OwnLine, HelpChoices, HelpEdit);

impl HelpChoices {
    /// The lines that are shown, in their order.
    pub fn lines(&self) -> impl Iterator<Item = &'static CrisisLine> {
        CRISIS_LINES.iter().filter(|line| self.shows(line.id))
    }

    pub fn shows(&self, line: CrisisLineId) -> bool {
        line.always_stays() || !self.hidden.iter().any(|hidden| hidden.known() == Some(line))
    }

    pub fn own(&self) -> &[OwnLine] {
        &self.own
    }

    /// Whether Today asks, on this day, whom one could call. Once a week while there is nobody, until it is waved away.
    pub fn asks_whom_to_call(&self, people: usize, today: NaiveDate) -> bool {
        people == 0 && !self.never_ask && today.weekday() == ASKED_ON
    }

    /// The choices with one changed.
    ///
    /// # Errors
    /// [`HelpError::TooManyLines`].
    pub fn apply(&self, edit: HelpEdit) -> Result<HelpChoices, HelpError> {
        let mut choices = self.clone();
        match edit {
            HelpEdit::Hide(line) => {
                if choices.shows(line) && !line.always_stays() {
                    choices.hidden.push(Kept::Known(line));
                }
            }
            HelpEdit::Show(line) => choices.hidden.retain(|hidden| hidden.known() != Some(line)),
            HelpEdit::AddOwn(own) => {
                if choices.own.len() >= MOST_OWN_LINES {
                    return Err(HelpError::TooManyLines { limit: MOST_OWN_LINES });
                }
                choices.own.push(own);
            }
            HelpEdit::RemoveOwn(own) => {
                if let Some(place) = choices.own.iter().position(|there| *there == own) {
                    choices.own.remove(place);
                }
            }
            HelpEdit::NeverAsk => choices.never_ask = true,
        }
        Ok(choices)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day_from_field;

    fn own(name: &str) -> OwnLine {
        OwnLine {
            name: Label::new(name).unwrap(),
            number: PhoneNumber::new("312-555-0100").unwrap(),
            texts: false,
            note: None,
        }
    }

    #[test]
    fn a_line_can_be_hidden_and_shown_again_but_911_and_988_stay() {
        let hide = |choices: HelpChoices, line| choices.apply(HelpEdit::Hide(line)).unwrap();
        let choices = CRISIS_LINES.iter().fold(HelpChoices::default(), |choices, line| hide(choices, line.id));
        let left: Vec<CrisisLineId> = choices.lines().map(|line| line.id).collect();
        assert_eq!(left, [CrisisLineId::Lifeline988, CrisisLineId::Emergency]);
        let shown = choices.apply(HelpEdit::Show(CrisisLineId::Veterans)).unwrap();
        assert!(shown.shows(CrisisLineId::Veterans) && !shown.shows(CrisisLineId::Samhsa));
    }

    #[test]
    fn lines_of_ones_own_come_and_go_and_a_ninth_does_not_fit() {
        let add = |choices: HelpChoices, name: String| choices.apply(HelpEdit::AddOwn(own(&name))).unwrap();
        let choices = (0..8).fold(HelpChoices::default(), |choices, number| add(choices, format!("line {number}")));
        assert_eq!(choices.apply(HelpEdit::AddOwn(own("x"))), Err(HelpError::TooManyLines { limit: 8 }));
        let remove = |choices: HelpChoices, name| choices.apply(HelpEdit::RemoveOwn(own(name))).unwrap();
        let choices = remove(remove(choices, "line 0"), "line 99");
        assert_eq!(choices.own().len(), 7);
        assert_eq!(choices.own()[0].name.as_str(), "line 1");
    }

    #[test]
    fn whom_one_could_call_is_asked_once_a_week_and_never_again_when_waved_away() {
        let days = |choices: &HelpChoices, people| {
            let first = day_from_field("2026-11-23").unwrap();
            first.iter_days().take(14).filter(|day| choices.asks_whom_to_call(people, *day)).count()
        };
        let choices = HelpChoices::default();
        assert_eq!((days(&choices, 0), days(&choices, 1)), (2, 0));
        assert_eq!(days(&choices.apply(HelpEdit::NeverAsk).unwrap(), 0), 0);
    }
}
