//! The five shapes that a program usually has, so that a week is set up in a few taps. They are named by their shape and not by a provider.
//!
//! From the product's feature 2 and `program-facts.json`. Everything in a plan can be changed before it is saved, and after.
//! A length is open-ended unless it is part of the shape's name.

use crate::code::{Kept, coded};
use crate::moment::Zone;
use crate::plan_error::PlanError;
use crate::program::{PhaseId, PhaseKind, Program, ProgramEdit, ProgramId, Weeks};
use crate::session::{Membership, Session, SessionKind, Weekly, When};
use crate::slot::{Length, StartTime};
use crate::weekdays::Weekdays;
use crate::words::unspoken;
use chrono::{NaiveDate, Weekday};

coded! {
    /// The shapes, in the order in which they are offered.
    pub enum Template {
        /// Three evenings a week, three hours each.
        ThreeEvenings = "three-evenings",
        /// Three to five days of three hours for eight weeks, then two of two hours for four, then aftercare.
        SteppingDown = "stepping-down",
        /// Evenings and weekends, with a 12-step meeting in the house after each.
        EveningsAndWeekends = "evenings-and-weekends",
        /// Every working day, with two individual hours a week; wellness as well, if wanted.
        Daily = "daily",
        /// Six weeks after residential care, with a readiness review every week.
        AfterResidential = "after-residential",
    }
}

/// What a person says about their week; the rest is the template's.
#[derive(Clone, PartialEq, Eq)]
pub struct Beginning {
    /// The program's first day.
    pub date: NaiveDate,
    pub days: Weekdays,
    /// When the group begins on working days. On weekends it is in the morning where the template says so.
    pub start: StartTime,
    pub zone: Zone,
    /// Only [`Template::Daily`] has any.
    pub with_wellness: bool,
}

/// A program and its sessions, before they are saved. The sessions belong to [`ProgramId::UNSAVED`] until then.
#[derive(Clone, PartialEq, Eq)]
pub struct Plan {
    pub program: Program,
    pub sessions: Vec<Session>,
}

unspoken!(Beginning, Plan);

const HOUR: Length = Length::fixed(60);
const TWO_HOURS: Length = Length::fixed(120);
const THREE_HOURS: Length = Length::fixed(180);
const WEEKEND_START: u16 = 10 * 60;

impl Template {
    /// The days that are ticked at first.
    pub fn usual_days(self) -> Weekdays {
        use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};
        let days: &[Weekday] = match self {
            Template::ThreeEvenings => &[Mon, Tue, Thu],
            Template::SteppingDown | Template::AfterResidential => &[Mon, Wed, Fri],
            Template::EveningsAndWeekends => &[Tue, Thu, Sat],
            Template::Daily => &[Mon, Tue, Wed, Thu, Fri],
        };
        Weekdays::of(days).unwrap_or(Weekdays::EVERY_DAY)
    }

    /// The time that is filled in at first.
    pub fn usual_start(self) -> StartTime {
        let hour = match self {
            Template::ThreeEvenings | Template::EveningsAndWeekends => 18,
            Template::SteppingDown | Template::Daily | Template::AfterResidential => 9,
        };
        StartTime::at(hour, 0).unwrap_or(StartTime::MIDNIGHT)
    }

    /// The program and its sessions, for one that begins like this.
    ///
    /// # Errors
    /// [`PlanError::NoSuchYear`] for a first day out of the calendar.
    pub fn plan(self, beginning: &Beginning) -> Result<Plan, PlanError> {
        let weeks = |count| Some(Weeks::fixed(count));
        let (days, start) = (beginning.days, beginning.start);
        let mut draft = match self {
            Template::ThreeEvenings | Template::EveningsAndWeekends | Template::Daily => Draft::new(beginning, None)?,
            Template::SteppingDown => Draft::new(beginning, weeks(8))?,
            Template::AfterResidential => Draft::new(beginning, weeks(6))?,
        };
        draft.program.shape = Some(Kept::Known(self));
        match self {
            Template::ThreeEvenings => draft.add(SessionKind::Group, days, start, THREE_HOURS)?,
            Template::SteppingDown => {
                draft.add(SessionKind::Group, days, start, THREE_HOURS)?;
                draft.next_phase(PhaseKind::StepDown, weeks(4))?;
                draft.add(SessionKind::Group, days.first(2), start, TWO_HOURS)?;
                draft.next_phase(PhaseKind::Aftercare, None)?;
                draft.add(SessionKind::Aftercare, days.first(1), start, SessionKind::Aftercare.usual_length())?;
            }
            Template::EveningsAndWeekends => {
                let weekend = Weekdays::of(&[Weekday::Sat, Weekday::Sun]).and_then(|weekend| days.both(weekend));
                let evenings = weekend.map_or(Some(days), |weekend| Weekdays::from_bits(days.bits() & !weekend.bits()));
                let morning = StartTime::of_minutes(WEEKEND_START).unwrap_or(start);
                for (days, start) in [(evenings, start), (weekend, morning)] {
                    let Some(days) = days else { continue };
                    draft.add(SessionKind::Group, days, start, THREE_HOURS)?;
                    draft.add_after(SessionKind::MutualHelp, days, (start, THREE_HOURS), HOUR)?;
                }
            }
            Template::Daily => {
                draft.add(SessionKind::Group, days, start, THREE_HOURS)?;
                let second = days.days().nth(1).and_then(|day| Weekdays::of(&[day])).unwrap_or(days.first(1));
                let two = Weekdays::from_bits(second.bits() | days.last().bits()).unwrap_or(second);
                draft.add_after(SessionKind::Individual, two, (start, THREE_HOURS), HOUR)?;
                if beginning.with_wellness {
                    draft.add_after(SessionKind::Wellness, days.first(1), (start, THREE_HOURS), HOUR)?;
                }
            }
            Template::AfterResidential => {
                draft.add(SessionKind::Group, days, start, THREE_HOURS)?;
                let review = SessionKind::ReadinessReview;
                draft.add_after(review, days.last(), (start, THREE_HOURS), review.usual_length())?;
            }
        }
        Ok(Plan { program: draft.program, sessions: draft.sessions })
    }
}

/// A plan in the making; what is added belongs to its last phase.
struct Draft {
    program: Program,
    sessions: Vec<Session>,
    phase: PhaseId,
}

impl Draft {
    fn new(beginning: &Beginning, weeks: Option<Weeks>) -> Result<Draft, PlanError> {
        let program = Program::new(beginning.zone.clone(), beginning.date, PhaseKind::Core, weeks)?;
        let phase = PhaseId::from_number(1);
        Ok(Draft { program, sessions: Vec::new(), phase })
    }

    fn next_phase(&mut self, kind: PhaseKind, weeks: Option<Weeks>) -> Result<(), PlanError> {
        self.program = self.program.apply(ProgramEdit::AddPhase { kind, weeks })?;
        self.phase = self.program.phases().last().map_or(self.phase, |phase| phase.id());
        Ok(())
    }

    fn add(&mut self, kind: SessionKind, on: Weekdays, start: StartTime, length: Length) -> Result<(), PlanError> {
        let phase = Membership { program: ProgramId::UNSAVED, phase: self.phase };
        let when = When::Weekly(Weekly::through_phase(on));
        let zone = self.program.zone().clone();
        self.sessions.push(Session::in_phase(kind, zone, when, (start, length), phase)?);
        Ok(())
    }

    /// Right after another session; after midnight that is the next day.
    fn add_after(
        &mut self,
        kind: SessionKind,
        on: Weekdays,
        (before, lasts): (StartTime, Length),
        length: Length,
    ) -> Result<(), PlanError> {
        let (start, is_next_day) = before.after(lasts);
        self.add(kind, if is_next_day { on.next_days() } else { on }, start, length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::chicago;

    fn beginning(template: Template) -> Beginning {
        Beginning {
            date: NaiveDate::from_ymd_opt(2026, 10, 19).unwrap(),
            days: template.usual_days(),
            start: template.usual_start(),
            zone: chicago(),
            with_wellness: true,
        }
    }

    #[test]
    fn every_shape_has_its_hours_and_its_phases() {
        let told = Template::ALL
            .iter()
            .map(|template| {
                let plan = template.plan(&beginning(*template)).unwrap();
                let sessions = plan.sessions.iter().map(|session| {
                    let When::Weekly(weekly) = session.when() else { panic!("not weekly") };
                    (session.about().kind().code(), weekly.on.count(), session.length().minutes())
                });
                (plan.program.phases().len(), sessions.collect::<Vec<_>>())
            })
            .collect::<Vec<_>>();
        let expected = [
            (1, vec![("group", 3, 180)]),
            (3, vec![("group", 3, 180), ("group", 2, 120), ("aftercare", 1, 60)]),
            (1, vec![("group", 2, 180), ("mutual-help", 2, 60), ("group", 1, 180), ("mutual-help", 1, 60)]),
            (1, vec![("group", 5, 180), ("individual", 2, 60), ("wellness", 1, 60)]),
            (1, vec![("group", 3, 180), ("readiness-review", 1, 30)]),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_length_is_open_ended_unless_the_shape_has_one() {
        let ends: Vec<Option<NaiveDate>> = Template::ALL
            .iter()
            .map(|template| template.plan(&beginning(*template)).unwrap().program.expected_end())
            .collect();
        assert_eq!(ends, [None, None, None, None, NaiveDate::from_ymd_opt(2026, 11, 29)]);
    }

    #[test]
    fn one_day_a_week_or_a_late_start_still_makes_a_plan() {
        for template in Template::ALL {
            for day in Weekdays::EVERY_DAY.days() {
                let days = Weekdays::of(&[day]).unwrap();
                let late = Beginning { days, start: StartTime::at(23, 30).unwrap(), ..beginning(*template) };
                assert!(!template.plan(&late).unwrap().sessions.is_empty());
            }
        }
    }
}
