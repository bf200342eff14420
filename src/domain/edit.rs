//! What can be changed about a craving: small edits, each saved as it is made.
//!
//! An edit names the one thing it changes, never the whole craving, so two tabs, or an edit and its undo, do not take
//! each other's words away. Edits of different things come out the same in either order.

use crate::action::{ActionKind, ActionTaken};
use crate::chip::Chip;
use crate::code::Coded;
use crate::company::Company;
use crate::craving::{Craving, Rating};
use crate::intensity::Intensity;
use crate::moment::{Moment, WhenError, check_occurred};
use crate::place::Place;
use crate::ride_out::RideOut;
use crate::substance::Substance;
use crate::trigger::Trigger;
use crate::words::Note;
use std::fmt;
use thiserror::Error;

/// All the chips that are offered fit, with room for own words.
pub const MAX_TRIGGERS: usize = 32;
pub const MAX_COMPANY: usize = 16;
pub const MAX_ACTIONS: usize = 64;

/// One small change. An `Add` of what is there already, or a `Remove` of what is not, changes nothing.
#[derive(Clone, PartialEq, Eq)]
pub enum CravingEdit {
    SetIntensity(Intensity),
    AddTrigger(Trigger),
    RemoveTrigger(Trigger),
    SetPlace(Option<Place>),
    AddCompany(Company),
    RemoveCompany(Company),
    SetSubstance(Option<Substance>),
    SetNote(Option<Note>),
    /// Back-dating. It may not be in the future.
    SetOccurredAt(Moment),
    RateAgain(Option<Rating>),
    AddAction(ActionTaken),
    /// Every act of that kind.
    RemoveAction(ActionKind),
    RideOut(RideOut),
}

/// Why a change was not made. The craving is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    #[error("no more than {limit} {what} fit")]
    TooMany { what: Capped, limit: usize },
    #[error(transparent)]
    When(#[from] WhenError),
}

/// The lists that have a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capped {
    /// At most [`MAX_TRIGGERS`].
    Triggers,
    /// At most [`MAX_COMPANY`].
    Company,
    /// At most [`MAX_ACTIONS`].
    Actions,
    /// At most [`MOST_STARTS`](crate::sober::MOST_STARTS).
    Starts,
    /// At most [`MOST_OWN_STRATEGIES`](crate::strategy::MOST_OWN_STRATEGIES).
    Strategies,
    /// At most [`MOST_PLAN_LINES`](crate::MOST_PLAN_LINES) in each part.
    PlanLines,
    /// At most [`MOST_REASONS`](crate::MOST_REASONS).
    Reasons,
    /// At most [`MOST_CHECKLISTS`](crate::MOST_CHECKLISTS).
    Checklists,
    /// At most [`MOST_MEDICATIONS`](crate::medication::MOST_MEDICATIONS).
    Medications,
    /// At most [`MOST_PLACED`](crate::MOST_PLACED).
    Placed,
    /// At most [`MOST_RECIPIENTS`](crate::share::MOST_RECIPIENTS).
    Recipients,
}

impl Craving {
    /// The craving with one thing changed. `now` is asked only when the time is changed: an entry that is ahead of a
    /// clock set back by a year can still be worked on.
    ///
    /// # Errors
    /// [`EditError::TooMany`] for one more than fits, [`EditError::When`] for a time that has not come.
    pub fn apply(&self, edit: CravingEdit, now: &Moment) -> Result<Craving, EditError> {
        let mut craving = self.clone();
        match edit {
            CravingEdit::SetIntensity(intensity) => craving.intensity = intensity,
            CravingEdit::AddTrigger(trigger) => add_chip(&mut craving.triggers, trigger, Capped::Triggers)?,
            CravingEdit::RemoveTrigger(trigger) => craving.triggers.retain(|there| !there.same_as(&trigger)),
            CravingEdit::SetPlace(place) => craving.place = place,
            CravingEdit::AddCompany(company) => add_chip(&mut craving.company, company, Capped::Company)?,
            CravingEdit::RemoveCompany(company) => craving.company.retain(|there| !there.same_as(&company)),
            CravingEdit::SetSubstance(substance) => craving.substance = substance,
            CravingEdit::SetNote(note) => craving.note = note,
            CravingEdit::SetOccurredAt(at) => {
                check_occurred(&at, now)?;
                craving.occurred_at = at;
            }
            CravingEdit::RateAgain(after) => craving.after = after,
            CravingEdit::AddAction(action) => {
                if !craving.actions.contains(&action) {
                    Capped::Actions.room_after(craving.actions.len())?;
                    craving.actions.push(action);
                }
            }
            CravingEdit::RemoveAction(kind) => craving.actions.retain(|there| there.kind() != Some(kind)),
            CravingEdit::RideOut(ride_out) => craving.ride_out = Some(ride_out),
        }
        Ok(craving)
    }
}

impl Capped {
    pub const fn limit(self) -> usize {
        match self {
            Capped::Triggers => MAX_TRIGGERS,
            Capped::Company => MAX_COMPANY,
            Capped::Actions => MAX_ACTIONS,
            Capped::Starts => crate::sober::MOST_STARTS,
            Capped::Strategies => crate::strategy::MOST_OWN_STRATEGIES,
            Capped::PlanLines => crate::safety_plan::MOST_PLAN_LINES,
            Capped::Reasons => crate::reason::MOST_REASONS,
            Capped::Checklists => crate::checklist::MOST_CHECKLISTS,
            Capped::Medications => crate::medication::MOST_MEDICATIONS,
            Capped::Placed => crate::trigger_chart::MOST_PLACED,
            Capped::Recipients => crate::share::MOST_RECIPIENTS,
        }
    }

    /// # Errors
    /// [`EditError::TooMany`] when as many are there already.
    pub fn room_after(self, there: usize) -> Result<(), EditError> {
        let limit = self.limit();
        if there < limit { Ok(()) } else { Err(EditError::TooMany { what: self, limit }) }
    }
}

impl fmt::Display for Capped {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Capped::Triggers => "triggers",
            Capped::Company => "people",
            Capped::Actions => "acts",
            Capped::Starts => "starts",
            Capped::Strategies => "strategies of one's own",
            Capped::PlanLines => "lines",
            Capped::Reasons => "reasons",
            Capped::Checklists => "lists",
            Capped::Medications => "medications",
            Capped::Placed => "triggers on the chart",
            Capped::Recipients => "recipients",
        })
    }
}

fn add_chip<K: Coded>(chips: &mut Vec<Chip<K>>, chip: Chip<K>, capped: Capped) -> Result<(), EditError> {
    if !chips.iter().any(|there| there.same_as(&chip)) {
        capped.room_after(chips.len())?;
        chips.push(chip);
    }
    Ok(())
}

/// The kind of edit, never what it says.
impl fmt::Debug for CravingEdit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            CravingEdit::SetIntensity(_) => "SetIntensity(…)",
            CravingEdit::AddTrigger(_) => "AddTrigger(…)",
            CravingEdit::RemoveTrigger(_) => "RemoveTrigger(…)",
            CravingEdit::SetPlace(_) => "SetPlace(…)",
            CravingEdit::AddCompany(_) => "AddCompany(…)",
            CravingEdit::RemoveCompany(_) => "RemoveCompany(…)",
            CravingEdit::SetSubstance(_) => "SetSubstance(…)",
            CravingEdit::SetNote(_) => "SetNote(…)",
            CravingEdit::SetOccurredAt(_) => "SetOccurredAt(…)",
            CravingEdit::RateAgain(_) => "RateAgain(…)",
            CravingEdit::AddAction(_) => "AddAction(…)",
            CravingEdit::RemoveAction(_) => "RemoveAction(…)",
            CravingEdit::RideOut(_) => "RideOut(…)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{craving_of, now};
    use crate::{KnownCompany, KnownTrigger, Label, Zone};

    fn own_trigger(word: &str) -> Trigger {
        Trigger::Own(Label::new(word).unwrap())
    }

    #[test]
    fn the_thirty_third_trigger_is_refused_and_the_others_stay() {
        let mut craving = craving_of(6);
        for count in 0..MAX_TRIGGERS {
            craving = craving.apply(CravingEdit::AddTrigger(own_trigger(&format!("word {count}"))), &now()).unwrap();
        }
        let refused = craving.apply(CravingEdit::AddTrigger(KnownTrigger::Sad.into()), &now());
        assert_eq!(refused, Err(EditError::TooMany { what: Capped::Triggers, limit: 32 }));
        assert_eq!(refused.unwrap_err().to_string(), "no more than 32 triggers fit");
        assert_eq!(craving.apply(CravingEdit::AddTrigger(own_trigger("WORD 3")), &now()), Ok(craving));
    }

    #[test]
    fn company_and_acts_have_their_limits_too() {
        let mut craving = craving_of(6);
        for count in 0..MAX_COMPANY {
            let company = Company::Own(Label::new(&format!("friend {count}")).unwrap());
            craving = craving.apply(CravingEdit::AddCompany(company), &now()).unwrap();
        }
        for at in 0..MAX_ACTIONS as i64 {
            let act = ActionTaken::new(ActionKind::CalledSomeone, at);
            craving = craving.apply(CravingEdit::AddAction(act), &now()).unwrap();
        }
        let company = craving.apply(CravingEdit::AddCompany(KnownCompany::Alone.into()), &now());
        assert_eq!(company, Err(EditError::TooMany { what: Capped::Company, limit: 16 }));
        let act = ActionTaken::new(ActionKind::RodeItOut, 0);
        let action = craving.apply(CravingEdit::AddAction(act), &now());
        assert_eq!(action, Err(EditError::TooMany { what: Capped::Actions, limit: 64 }));
    }

    #[test]
    fn the_time_may_be_moved_back_and_not_ahead() {
        let craving = craving_of(6);
        let at = |ms: i64| Moment::new(now().utc_ms() + ms, -360, Zone::utc()).unwrap();
        let moved = craving.apply(CravingEdit::SetOccurredAt(at(-86_400_000)), &now()).unwrap();
        assert_eq!(moved.occurred_at(), &at(-86_400_000));
        let ahead = craving.apply(CravingEdit::SetOccurredAt(at(86_400_000)), &now());
        assert_eq!(ahead, Err(EditError::When(WhenError::NotYet)));
    }

    #[test]
    fn a_clock_set_back_by_a_year_stops_no_one_from_adding_a_note() {
        let craving = craving_of(6);
        let year_ago = Moment::new(now().utc_ms() - 365 * 86_400_000, -360, Zone::utc()).unwrap();
        let note = Note::new("it passed").unwrap();
        let edited = craving.apply(CravingEdit::SetNote(Some(note.clone())), &year_ago).unwrap();
        assert_eq!(edited.note(), Some(&note));
        assert_eq!(edited.occurred_at(), craving.occurred_at());
    }

    #[test]
    fn taking_back_an_act_takes_back_that_kind_only() {
        let craving = [(ActionKind::RodeItOut, 1), (ActionKind::CalledSomeone, 2), (ActionKind::RodeItOut, 3)]
            .into_iter()
            .fold(craving_of(6), |craving, (kind, at)| {
                craving.apply(CravingEdit::AddAction(ActionTaken::new(kind, at)), &now()).unwrap()
            });
        let left = craving.apply(CravingEdit::RemoveAction(ActionKind::RodeItOut), &now()).unwrap();
        assert_eq!(left.actions(), [ActionTaken::new(ActionKind::CalledSomeone, 2)]);
    }

    #[test]
    fn a_printed_edit_says_what_kind_it_is_and_no_more() {
        let edit = CravingEdit::AddTrigger(own_trigger("my brother"));
        assert_eq!(format!("{edit:?}"), "AddTrigger(…)");
    }
}
