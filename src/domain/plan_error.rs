//! Why a change of the week was not made. One list for sessions, programs and visits, so that a screen has one place for the words.

use thiserror::Error;

/// Nothing was changed. Never says what somebody wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PlanError {
    /// Before 1971 or after 2199.
    #[error("no plan has a date in that year")]
    NoSuchYear,
    /// A session that comes every week begins on a date of its own, or with a phase of a program.
    #[error("a session that comes again needs a first date or a phase")]
    NoFirstDate,
    /// The last date is before the first one.
    #[error("it would end before it begins")]
    EndsBeforeItBegins,
    /// A session cannot change from a date on which it is not.
    #[error("the session is not on that date")]
    NoSuchDate,
    /// So many single dates of one session were changed already.
    #[error("no more than {limit} single dates of one session can be changed")]
    TooManyExceptions { limit: usize },
    /// So many phases has this program already.
    #[error("a program has no more than {limit} phases")]
    TooManyPhases { limit: usize },
    /// A program keeps at least one phase.
    #[error("the only phase of a program stays")]
    OnlyPhase,
    /// It was taken out meanwhile.
    #[error("the program has no such phase")]
    NoSuchPhase,
    /// So many pieces of homework one session has already.
    #[error("no more than {limit} pieces of homework fit one session")]
    TooMuchHomework { limit: usize },
    /// It was taken out meanwhile.
    #[error("there is no such homework")]
    NoSuchHomework,
    /// So many sessions, programs or calendars are kept already.
    #[error("no more than {limit} sessions are kept")]
    TooManySessions { limit: usize },
    /// A calendar's session with no date, or with more than fit.
    #[error("a calendar's session has 1 to {limit} dates")]
    NoSuchCalendar { limit: usize },
}
