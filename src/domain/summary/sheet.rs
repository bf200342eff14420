//! The page itself: what the person sees before sending, and what the counselor sees. It holds numbers, words of ours and, where they were
//! chosen, words of the person's; the names of records have no place in it, so none can be sent.
//!
//! It fits on one printed page because every list ends: six topics, five triggers, three places, five things that were tried, three
//! substances, four obstacles, five medications, six names. What did not fit is counted and not named ("and 3 more"). Nothing in it says that
//! something was left out by choice: a block that is off is not there.

use crate::action::ActionKind;
use crate::code::Code;
use crate::intensity::Intensity;
use crate::person::Role;
use crate::place::Place;
use crate::strategy::StrategyKey;
use crate::substance::Substance;
use crate::summary::{Excerpt, Mean, Middle, Period};
use crate::trigger::Trigger;
use crate::visit::Obstacle;
use crate::words::{Label, unspoken};
use chrono::{NaiveDate, NaiveDateTime};

/// Things to talk about.
pub const MOST_TOPICS: usize = 6;
/// Triggers, of those that were named.
pub const MOST_TRIGGERS: usize = 5;
/// Places, where they were chosen.
pub const MOST_PLACES: usize = 3;
/// Acts and strategies together.
pub const MOST_TRIED: usize = 5;
/// Things that were used, where lapses were chosen.
pub const MOST_SUBSTANCES: usize = 3;
/// Things that got in the way of a session.
pub const MOST_OBSTACLES: usize = 4;
/// Medications about which something was told.
pub const MOST_MEDICATIONS_TOLD: usize = 5;
/// Names of people, of all roles together.
pub const MOST_NAMES: usize = 6;

/// One page about one period. A block that was not chosen is None.
#[derive(Clone, PartialEq, Eq)]
pub struct Sheet {
    pub period: Period,
    /// The day on which it was made.
    pub made: NaiveDate,
    pub talk: Option<Talk>,
    pub change: Option<Change>,
    pub times: Option<Times>,
    pub triggers: Option<Triggers>,
    pub tried: Option<Tried>,
    pub used: Option<Used>,
    pub check_ins: Option<CheckIns>,
    pub attendance: Option<Attended>,
    pub medication: Option<Doses>,
    pub people: Option<People>,
}

/// What I want to talk about, the latest first.
#[derive(Clone, PartialEq, Eq)]
pub struct Talk {
    /// At most [`MOST_TOPICS`].
    pub topics: Vec<Topic>,
    pub left_out: u32,
}

/// One thing to talk about.
#[derive(Clone, PartialEq, Eq)]
pub struct Topic {
    /// By the clock of where it was. A check-in stands at noon, as does a lapse of which only the day is known.
    pub at: NaiveDateTime,
    pub about: TopicAbout,
    /// Only where places were chosen.
    pub place: Option<Place>,
    /// Only where notes were chosen.
    pub note: Option<Excerpt>,
}

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicAbout {
    Craving(Intensity),
    Lapse,
    CheckIn,
    /// What was written down for a session.
    Session,
}

/// This period and the one of the same length before it, side by side. Which of the two is better, the page does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub now: Figures,
    pub before: Figures,
}

/// A few numbers of one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    pub cravings: u32,
    /// Of their intensity; None where there were none.
    pub intensity: Option<Mean>,
    /// Days with a check-in, of [`Figures::days`].
    pub check_ins: u32,
    pub days: u16,
    /// Sessions that took place, as [`Attended`] counts them.
    pub held: u32,
    /// Those of them that the person was at, late or not.
    pub attended: u32,
}

/// When cravings came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// All cravings of the period.
    pub cravings: u32,
    /// None: there are fewer than [`ENOUGH_FOR_A_PATTERN`](crate::summary::ENOUGH_FOR_A_PATTERN).
    pub pattern: Option<Heat>,
}

/// How many cravings came when, by the clock that hung beside the person. Each way of counting adds up to all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// Monday first, and of each day [`PartOfDay::ALL`](crate::summary::PartOfDay::ALL).
    pub days: [[u32; 4]; 7],
    /// By the hour in which they came, 0 to 23.
    pub hours: [u32; 24],
}

/// What set cravings off.
#[derive(Clone, PartialEq, Eq)]
pub struct Triggers {
    /// Cravings of which a trigger was told. Of fewer than [`ENOUGH_FOR_A_PATTERN`](crate::summary::ENOUGH_FOR_A_PATTERN) none is named.
    pub told: u32,
    /// The most frequent first, at most [`MOST_TRIGGERS`].
    pub top: Vec<(Trigger, Mean)>,
    pub left_out: u32,
    /// Where they came; only where places were chosen.
    pub places: Option<Places>,
}

/// As [`Triggers`], of places.
#[derive(Clone, PartialEq, Eq)]
pub struct Places {
    pub told: u32,
    /// At most [`MOST_PLACES`].
    pub top: Vec<(Place, Mean)>,
    pub left_out: u32,
}

/// What was tried: acts after a craving, and strategies. The numbers say what changed, not what changed it.
#[derive(Clone, PartialEq, Eq)]
pub struct Tried {
    /// Those of which enough is known first, the largest drop first; then what was done more often. At most [`MOST_TRIED`].
    pub lines: Vec<TriedLine>,
    pub left_out: u32,
}

/// One kind of thing that was tried.
#[derive(Clone, PartialEq, Eq)]
pub struct TriedLine {
    pub what: TriedWhat,
    pub times: u32,
    /// How many of the times were rated before and after.
    pub rated: u32,
    /// The means of the numbers before and after, in tenths, of the rated times; None of fewer than three
    /// ([`ENOUGH`](crate::strategy::ENOUGH)).
    pub before_after: Option<(u16, u16)>,
}

/// What it was.
#[derive(Clone, PartialEq, Eq)]
pub enum TriedWhat {
    Act(ActionKind),
    /// On a page of a newer build, an act that this one has no word for.
    NewerAct(Code),
    /// The name is what it was called when it was last done, in the person's language, or the person's own word.
    Strategy(StrategyKey, Label),
}

/// Use, as it was told.
#[derive(Clone, PartialEq, Eq)]
pub struct Used {
    /// What check-ins answered, by [`DayUse::ALL`](crate::DayUse::ALL): nothing, something, rather not say.
    pub answers: [u32; 3],
    /// Days on which a check-in or a lapse of this page tells of use, each once.
    pub days: u32,
    /// Only where lapses were chosen.
    pub lapses: Option<Lapses>,
}

/// Lapses that the person made no secret of.
#[derive(Clone, PartialEq, Eq)]
pub struct Lapses {
    /// How many.
    pub n: u32,
    /// What was used, where it was told. At most [`MOST_SUBSTANCES`].
    pub with: Vec<(Substance, u32)>,
    pub left_out: u32,
}

/// How the days were. A day without a check-in says nothing about anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckIns {
    /// Days with one, of `days`.
    pub n: u32,
    pub days: u16,
    /// 0 to 10.
    pub confidence: Option<Middle>,
    /// 1 to 5, as [`Mood::ALL`](crate::Mood::ALL).
    pub mood: Option<Middle>,
    /// 1 to 3, as [`Sleep::ALL`](crate::Sleep::ALL).
    pub sleep: Option<Middle>,
}

/// Sessions of the program that have begun, and the meetings that somebody went to.
#[derive(Clone, PartialEq, Eq)]
pub struct Attended {
    /// By [`Attendance::ALL`](crate::Attendance::ALL): attended, late, missed, excused, cancelled.
    pub told: [u32; 5],
    /// Those that took place as far as is known, and of which nothing was told.
    pub not_told: u32,
    /// Mutual-help meetings that the person was at.
    pub meetings: u32,
    /// What got in the way. Own words only where notes were chosen. At most [`MOST_OBSTACLES`].
    pub obstacles: Vec<(Obstacle, u32)>,
    pub left_out: u32,
}

/// What was told about medication. Nobody counts what was not told, and nothing here says how much to take.
#[derive(Clone, PartialEq, Eq)]
pub struct Doses {
    /// By name, at most [`MOST_MEDICATIONS_TOLD`].
    pub lines: Vec<DosesOf>,
    /// Medications that did not fit.
    pub left_out: u32,
}

/// One medication.
#[derive(Clone, PartialEq, Eq)]
pub struct DosesOf {
    pub name: Label,
    /// By [`DoseTold::ALL`](crate::medication::DoseTold::ALL): taken, late, skipped.
    pub told: [u32; 3],
}

/// Who was reached.
#[derive(Clone, PartialEq, Eq)]
pub struct People {
    /// After how many cravings somebody was called or texted. Whom, nobody wrote down.
    pub called: u32,
    /// Whom the person could call, by what they are to them, in the order of [`Role::ALL`](crate::Role::ALL); roles that nobody has are not
    /// among them.
    pub roles: Vec<RoleLine>,
}

/// The people of one role.
#[derive(Clone, PartialEq, Eq)]
pub struct RoleLine {
    /// On a page of a newer build, [`Role::Other`] also stands for roles that this one has no word for.
    pub role: Role,
    pub n: u32,
    /// Only where names were chosen; at most [`MOST_NAMES`] on the whole page.
    pub names: Vec<Label>,
}

unspoken!(
    Sheet, Talk, Topic, Triggers, Places, Tried, TriedLine, TriedWhat, Used, Lapses, Attended, Doses, DosesOf, People,
    RoleLine
);
