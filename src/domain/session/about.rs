//! What a session is and how one gets there: kind, title, place, link, number, counselor, what to bring.

use crate::code::{Code, Kept, coded};
use crate::contact::{Link, PhoneNumber};
use crate::slot::Length;
use crate::words::{Label, Line, Note, unspoken};

coded! {
    /// The kinds of session that an outpatient program has (`program-facts.json`, and feature 1 of the product).
    pub enum SessionKind {
        Group = "group",
        Individual = "individual",
        Family = "family",
        Education = "education",
        /// Vocational help and life skills.
        LifeSkills = "life-skills",
        /// Medication management.
        Medication = "medication",
        Psychiatry = "psychiatry",
        /// Yoga, nutrition, a trainer, acupuncture, meditation.
        Wellness = "wellness",
        CaseManagement = "case-management",
        ReadinessReview = "readiness-review",
        DrugTest = "drug-test",
        Aftercare = "aftercare",
        /// A 12-step or other mutual-help meeting in the house of the program.
        MutualHelp = "mutual-help",
        Other = "other",
    }
}

/// What a session is and how one gets there.
#[derive(Clone, PartialEq, Eq)]
pub struct About {
    pub(crate) kind: Kept<SessionKind>,
    pub(crate) title: Option<Label>,
    pub(crate) place: Option<Line>,
    pub(crate) link: Option<Link>,
    pub(crate) phone: Option<PhoneNumber>,
    pub(crate) counselor: Option<Label>,
    pub(crate) bring: Option<Note>,
}

unspoken!(About);

impl SessionKind {
    /// How long one usually is, in minutes (`program-facts.json`).
    pub fn usual_length(self) -> Length {
        Length::fixed(match self {
            SessionKind::Group | SessionKind::Family => 90,
            SessionKind::Individual => 50,
            SessionKind::CaseManagement | SessionKind::Psychiatry | SessionKind::ReadinessReview => 30,
            SessionKind::Medication => 20,
            SessionKind::DrugTest => 15,
            SessionKind::Education
            | SessionKind::LifeSkills
            | SessionKind::Wellness
            | SessionKind::Aftercare
            | SessionKind::MutualHelp
            | SessionKind::Other => 60,
        })
    }

    /// Whether its hours are the program's. A mutual-help meeting is the person's own, also in the program's house.
    pub fn counts(self) -> bool {
        self != SessionKind::MutualHelp
    }
}

impl About {
    /// Of one kind, and nothing else said about it.
    pub fn of(kind: SessionKind) -> About {
        About {
            kind: Kept::Known(kind),
            title: None,
            place: None,
            link: None,
            phone: None,
            counselor: None,
            bring: None,
        }
    }

    /// [`SessionKind::Other`] for one that a newer build offered; [`About::unknown`] then has its code.
    pub fn kind(&self) -> SessionKind {
        self.kind.known().unwrap_or(SessionKind::Other)
    }

    /// The code of a kind that this build has no word for.
    pub fn unknown(&self) -> Option<&Code> {
        self.kind.unknown()
    }

    /// The person's own name for it.
    pub fn title(&self) -> Option<&Label> {
        self.title.as_ref()
    }

    /// Where, when it is in person.
    pub fn place(&self) -> Option<&Line> {
        self.place.as_ref()
    }

    /// The room, when it is online.
    pub fn link(&self) -> Option<&Link> {
        self.link.as_ref()
    }

    /// The number, when it is by phone.
    pub fn phone(&self) -> Option<&PhoneNumber> {
        self.phone.as_ref()
    }

    pub fn counselor(&self) -> Option<&Label> {
        self.counselor.as_ref()
    }

    /// What to bring.
    pub fn bring(&self) -> Option<&Note> {
        self.bring.as_ref()
    }

    /// What a calendar says about an event, of kind [`SessionKind::Other`] until the person says which it is.
    pub fn read(title: Option<Label>, place: Option<Line>, link: Option<Link>, phone: Option<PhoneNumber>) -> About {
        About { title, place, link, phone, ..About::of(SessionKind::Other) }
    }
}
