//! Version 1 of a session, kind 3. Frozen like its siblings. No time in the preamble: it lies on the shelf.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use super::day::{AboutV1, DayV1, SlotV1, line};
use crate::moment::Zone;
use crate::program::{PhaseId, ProgramId};
use crate::session::{Ends, Every, Exception, MAX_EXCEPTIONS, Membership, Session, Weekly, When, check_when};
use crate::slot::{Length, StartTime};
use crate::weekdays::Weekdays;
use chrono::NaiveDate;

/// Kind 3.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct SessionV1 {
    about: AboutV1,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    when: WhenV1,
    /// Minutes since midnight, 0 to 1,439.
    start: u16,
    /// Minutes, 1 to 1,440.
    length: u16,
    phase: Option<MembershipV1>,
    /// At most 400, by rising date, each of them different from the plan.
    exceptions: Vec<ExceptionV1>,
}

#[derive(Serialize, Deserialize)]
enum WhenV1 {
    Once(DayV1),
    Weekly {
        /// Monday is the lowest of seven bits; at least one.
        on: u8,
        /// 1 to 12.
        every: u8,
        /// None only with a phase.
        first: Option<DayV1>,
        ends: EndsV1,
    },
}

#[derive(Serialize, Deserialize)]
enum EndsV1 {
    Open,
    On(DayV1),
    /// 1 or more.
    After(u16),
}

#[derive(Serialize, Deserialize)]
struct MembershipV1 {
    program: [u8; 8],
    phase: u16,
}

#[derive(Serialize, Deserialize)]
struct ExceptionV1 {
    date: DayV1,
    is_cancelled: bool,
    moved: Option<SlotV1>,
    place: Option<String>,
}

impl From<&Session> for SessionV1 {
    fn from(session: &Session) -> SessionV1 {
        SessionV1 {
            about: AboutV1::from(&session.about),
            zone: session.zone.name().to_owned(),
            when: WhenV1::from(session.when),
            start: session.start.minutes(),
            length: session.length.minutes(),
            phase: session
                .phase
                .map(|phase| MembershipV1 { program: phase.program.bytes(), phase: phase.phase.number() }),
            exceptions: session.exceptions.iter().map(ExceptionV1::from).collect(),
        }
    }
}

impl SessionV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_session(self) -> Option<Session> {
        let when = self.when.into_when()?;
        let phase = self.phase.map(|phase| Membership {
            program: ProgramId::from_bytes(phase.program),
            phase: PhaseId::from_number(phase.phase),
        });
        check_when(&when, phase).ok()?;
        let exceptions = self.exceptions.into_iter().map(ExceptionV1::into_exception).collect::<Option<Vec<_>>>()?;
        let is_in_order = exceptions.is_sorted_by(|(one, _), (next, _)| one < next);
        if exceptions.len() > MAX_EXCEPTIONS || !is_in_order {
            return None;
        }
        Some(Session {
            about: self.about.into_about()?,
            zone: Zone::named(&self.zone)?,
            when,
            start: StartTime::of_minutes(self.start)?,
            length: Length::of_minutes(self.length)?,
            phase,
            exceptions,
        })
    }
}

impl From<When> for WhenV1 {
    fn from(when: When) -> WhenV1 {
        match when {
            When::Once(date) => WhenV1::Once(date.into()),
            When::Weekly(weekly) => WhenV1::Weekly {
                on: weekly.on.bits(),
                every: weekly.every.count(),
                first: weekly.first.map(DayV1::from),
                ends: match weekly.ends {
                    Ends::Open => EndsV1::Open,
                    Ends::On(last) => EndsV1::On(last.into()),
                    Ends::After(times) => EndsV1::After(times),
                },
            },
        }
    }
}

impl WhenV1 {
    fn into_when(self) -> Option<When> {
        Some(match self {
            WhenV1::Once(date) => When::Once(date.into_date()?),
            WhenV1::Weekly { on, every, first, ends } => When::Weekly(Weekly {
                on: Weekdays::from_bits(on)?,
                every: Every::weeks(every)?,
                first: maybe(first, DayV1::into_date)?,
                ends: match ends {
                    EndsV1::Open => Ends::Open,
                    EndsV1::On(last) => Ends::On(last.into_date()?),
                    EndsV1::After(times) => Ends::After(times),
                },
            }),
        })
    }
}

impl From<&(NaiveDate, Exception)> for ExceptionV1 {
    fn from((date, exception): &(NaiveDate, Exception)) -> ExceptionV1 {
        ExceptionV1 {
            date: (*date).into(),
            is_cancelled: exception.is_cancelled,
            moved: exception.moved.map(SlotV1::from),
            place: exception.place.as_ref().map(|place| place.as_str().to_owned()),
        }
    }
}

impl ExceptionV1 {
    fn into_exception(self) -> Option<(NaiveDate, Exception)> {
        let moved = maybe(self.moved, SlotV1::into_slot)?;
        let exception = Exception { is_cancelled: self.is_cancelled, moved, place: line(self.place)? };
        if exception.says_nothing() { None } else { Some((self.date.into_date()?, exception)) }
    }
}
