//! What one line of a pack offers, and in what two versions of it differ.

use super::wire;
use crate::checklist::Checklist;
use crate::code::Kept;
use crate::contact::Link;
use crate::meeting::{Fellowship, MeetingList, Origin};
use crate::session::{Ends, Every, Session, Weekly, When};
use crate::slot::check_date;
use crate::words::{Label, Line, Note, unspoken};
use chrono::NaiveDate;

/// In characters: two screens of a phone.
pub const MOST_HOMEWORK_LETTERS: usize = 1_000;

/// What is offered.
#[allow(clippy::large_enum_variant, reason = "there are sixty at most, and for a moment")]
#[derive(Clone, PartialEq, Eq)]
pub enum Offered {
    /// Once, or every week on some days; without a phase, and without single dates that are different.
    Session(Session),
    /// Something to do, until a day if there is one. At most [`MOST_HOMEWORK_LETTERS`].
    Homework {
        words: Note,
        due: Option<NaiveDate>,
    },
    Checklist(Checklist),
    Goal(Line),
    /// The address of a list of meetings.
    Feed(Feed),
}

/// The address of a list of meetings, what to call it, and whose it is.
#[derive(Clone, PartialEq, Eq)]
pub struct Feed {
    pub(crate) name: Label,
    pub(crate) fellowship: Kept<Fellowship>,
    pub(crate) address: Link,
}

/// What sort of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    Session,
    Homework,
    Checklist,
    Goal,
    Feed,
}

/// What can be different between two versions of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What sort of session, or of list.
    Kind,
    /// The title of a session, the name of a list.
    Name,
    /// The days of the week, or the one date.
    Days,
    /// When it begins, how long it is, and by which clock.
    Time,
    /// The first and the last date.
    Dates,
    Place,
    Link,
    Phone,
    Counselor,
    Bring,
    /// The words of homework or of a goal.
    Words,
    /// Until when homework is due.
    Due,
    Steps,
    /// On which days a list is up.
    Repeats,
    /// The address of a list of meetings, or whose it is.
    Address,
}

unspoken!(Offered, Feed);

impl Feed {
    /// The address of a list; whether a phone may ask it, [`PackLine::new`](super::PackLine::new) says.
    pub fn new(name: Label, fellowship: Fellowship, address: Link) -> Feed {
        Feed { name, fellowship: Kept::Known(fellowship), address }
    }

    pub fn name(&self) -> &Label {
        &self.name
    }

    /// [`Fellowship::Other`] for one that a newer build offered.
    pub fn fellowship(&self) -> Fellowship {
        self.fellowship.known().unwrap_or(Fellowship::Other)
    }

    pub fn address(&self) -> &Link {
        &self.address
    }

    /// Where it comes from; None for an address that no phone may ask.
    pub fn origin(&self) -> Option<Origin> {
        Origin::address(self.address.clone()).ok()
    }
}

impl Offered {
    pub fn kind(&self) -> LineKind {
        match self {
            Offered::Session(_) => LineKind::Session,
            Offered::Homework { .. } => LineKind::Homework,
            Offered::Checklist(_) => LineKind::Checklist,
            Offered::Goal(_) => LineKind::Goal,
            Offered::Feed(_) => LineKind::Feed,
        }
    }

    /// A session as it is now, as far as a pack could have offered it: what is different about single dates is the person's.
    pub fn of_session(session: &Session) -> Offered {
        Offered::Session(Session { phase: None, exceptions: Vec::new(), ..session.clone() })
    }

    /// A list of meetings as it is now. None for one from a file.
    pub fn of_list(list: &MeetingList) -> Option<Offered> {
        match &list.origin {
            Origin::Address(address) => Some(Offered::Feed(Feed {
                name: list.name.clone(),
                fellowship: list.fellowship.clone(),
                address: address.clone(),
            })),
            Origin::File => None,
        }
    }

    /// Whether a pack can say it.
    pub(crate) fn is_sound(&self) -> bool {
        match self {
            Offered::Session(session) => {
                let is_plain = match session.when {
                    When::Once(_) => true,
                    When::Weekly(Weekly { every, first, ends, .. }) => {
                        every == Every::WEEK && first.is_some() && !matches!(ends, Ends::After(_))
                    }
                };
                is_plain && session.phase.is_none() && session.exceptions.is_empty()
            }
            Offered::Homework { words, due } => {
                words.as_str().chars().count() <= MOST_HOMEWORK_LETTERS && due.is_none_or(|due| check_date(due).is_ok())
            }
            Offered::Checklist(_) | Offered::Goal(_) => true,
            Offered::Feed(feed) => feed.origin().is_some(),
        }
    }

    /// Eight bytes that say whether two of them are the same; None for what no pack can say. They tell an update from what was taken in, and
    /// what the person changed from what they were given. Stored: never to be changed.
    pub(crate) fn digest(&self) -> Option<[u8; 8]> {
        if self.is_sound() { wire::digest(self) } else { None }
    }

    /// In what this one differs from what was there before, in the order in which it is told.
    pub(crate) fn changed_since(&self, before: &Offered) -> Vec<Part> {
        let differs: Vec<(Part, bool)> = match (before, self) {
            (Offered::Session(before), Offered::Session(after)) => session_parts(before, after),
            (Offered::Homework { words, due }, Offered::Homework { words: new, due: later }) => {
                vec![(Part::Words, words != new), (Part::Due, due != later)]
            }
            (Offered::Checklist(before), Offered::Checklist(after)) => vec![
                (Part::Kind, before.list_use != after.list_use),
                (Part::Name, before.name != after.name),
                (Part::Steps, before.steps != after.steps),
                (Part::Repeats, before.repeats != after.repeats),
            ],
            (Offered::Goal(before), Offered::Goal(after)) => vec![(Part::Words, before != after)],
            (Offered::Feed(before), Offered::Feed(after)) => vec![
                (Part::Name, before.name != after.name),
                (Part::Address, before.address != after.address || before.fellowship != after.fellowship),
            ],
            _ => vec![(Part::Kind, true)],
        };
        differs.into_iter().filter_map(|(part, is_other)| is_other.then_some(part)).collect()
    }
}

fn session_parts(before: &Session, after: &Session) -> Vec<(Part, bool)> {
    let (was, is) = (&before.about, &after.about);
    let days = |session: &Session| match session.when {
        When::Once(date) => (Some(date), None),
        When::Weekly(weekly) => (None, Some((weekly.on, weekly.every))),
    };
    let dates = |session: &Session| match session.when {
        When::Once(_) => None,
        When::Weekly(weekly) => Some((weekly.first, weekly.ends)),
    };
    let clock = |session: &Session| (session.start, session.length, session.zone.clone());
    // A date that became days of the week says so once.
    let both_weekly = dates(before).is_some() && dates(after).is_some();
    vec![
        (Part::Kind, was.kind != is.kind),
        (Part::Name, was.title != is.title),
        (Part::Days, days(before) != days(after)),
        (Part::Time, clock(before) != clock(after)),
        (Part::Dates, both_weekly && dates(before) != dates(after)),
        (Part::Place, was.place != is.place),
        (Part::Link, was.link != is.link),
        (Part::Phone, was.phone != is.phone),
        (Part::Counselor, was.counselor != is.counselor),
        (Part::Bring, was.bring != is.bring),
    ]
}
