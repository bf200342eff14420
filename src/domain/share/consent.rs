//! What a person agrees to when they hand something over. It cannot be made with a part missing: whatever is a [`Consent`] is a whole one.

use crate::code::{Kept, coded};
use crate::settings::Language;
use crate::share::notice::Statement;
use crate::slot::check_date;
use crate::summary::{Choice, Period};
use crate::words::{Label, Line, unspoken};
use chrono::NaiveDate;
use thiserror::Error;

/// Which wording of the plain sentences a person sees now. It goes up when they come to mean something else, so that it is known for ever which
/// ones were agreed to.
pub const WORDING: u8 = 1;

coded! {
    /// How it is taken back (2.31(a)(6)).
    pub enum Revoke {
        /// With "stop sharing" in the app, or by telling the recipient in writing.
        InTheApp = "in-the-app",
        /// By telling the recipient in writing: it was signed on paper.
        InWriting = "in-writing",
    }
}

/// Who receives it (2.31(a)(4)(i)).
#[derive(Clone, PartialEq, Eq)]
pub struct Whom {
    pub name: Label,
    /// The practice or program they work for.
    pub organisation: Option<Label>,
}

/// The days it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// These and no others.
    These(Period),
    /// Those of each page that is handed over as long as the consent runs.
    OfEachPage,
}

/// What it is for (2.31(a)(5)).
#[derive(Clone, PartialEq, Eq)]
pub enum Purpose {
    /// My treatment.
    Treatment,
    /// "At the request of the patient" is enough when the patient starts it.
    MyRequest,
    /// In the person's own words.
    Own(Line),
}

/// Until when it holds (2.31(a)(7)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// This day is the last.
    Day(NaiveDate),
    /// Until the person says that treatment is over, which they do by stopping it.
    EndOfTreatment,
    /// One page, and no more.
    Once,
}

/// How it was signed (2.31(a)(8); electronically is allowed).
#[derive(Clone, PartialEq, Eq)]
pub enum Signature {
    /// With a typed name.
    Typed(Label),
    /// With a tick beside "I agree".
    Tick,
}

/// A whole consent. Made by [`Consent::new`] only, and never changed.
#[derive(Clone, PartialEq, Eq)]
pub struct Consent {
    pub(crate) who: Option<Label>,
    pub(crate) whom: Whom,
    pub(crate) days: Days,
    pub(crate) what: Choice,
    pub(crate) purpose: Purpose,
    pub(crate) until: Until,
    pub(crate) revoke: Kept<Revoke>,
    pub(crate) signature: Signature,
    pub(crate) signed_on: NaiveDate,
    pub(crate) language: Kept<Language>,
    pub(crate) wording: u8,
}

/// A consent that is being filled in.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ConsentDraft {
    /// Their name as they write it, or none: what is handed over is their own (2.23). A program that wants the form of 2.31(a)(1) asks for it.
    pub who: Option<Label>,
    pub whom: Option<Whom>,
    pub days: Option<Days>,
    pub what: Option<Choice>,
    pub purpose: Option<Purpose>,
    pub until: Option<Until>,
    /// Set once it was shown how it is taken back.
    pub revoke: Option<Revoke>,
    pub signature: Option<Signature>,
    pub language: Option<Language>,
}

unspoken!(Whom, Purpose, Signature, Consent, ConsentDraft);

/// Why something is no consent. It names the element of 2.31 that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ConsentError {
    /// 2.31(a)(4)(i).
    #[error("it does not say who receives it")]
    NoRecipient,
    /// 2.31(a)(3): no part of the page is chosen.
    #[error("it does not say what is shared")]
    NothingShared,
    /// 2.31(a)(3): nor which days it is about.
    #[error("it does not say which days it is about")]
    NoDays,
    /// 2.31(a)(5).
    #[error("it does not say what it is for")]
    NoPurpose,
    /// 2.31(a)(7).
    #[error("it does not say until when it holds")]
    NoEnd,
    /// 2.31(a)(7), and 2.31(c): nothing may be disclosed on one that is over.
    #[error("it ends before it was signed")]
    EndedBefore,
    /// 2.31(a)(6).
    #[error("it does not say how it is taken back")]
    NoWayBack,
    /// 2.31(a)(8).
    #[error("it is not signed")]
    NotSigned,
    /// 2.31(a)(9), or a date that is none.
    #[error("it does not say when it was signed")]
    NoDate,
    /// The language in which it was agreed to.
    #[error("it does not say in which language it is")]
    NoLanguage,
    /// A newer version of the app wrote it.
    #[error("a newer version wrote this consent")]
    Newer,
    /// Damaged, or never a consent.
    #[error("this is not a consent")]
    Unreadable,
}

impl Consent {
    /// Signs it on a day, which is today.
    ///
    /// # Errors
    /// [`ConsentError`], the first element that is missing, in the order in which a screen asks for them.
    pub fn new(draft: ConsentDraft, signed_on: NaiveDate) -> Result<Consent, ConsentError> {
        Consent {
            who: draft.who,
            whom: draft.whom.ok_or(ConsentError::NoRecipient)?,
            what: draft.what.ok_or(ConsentError::NothingShared)?,
            days: draft.days.ok_or(ConsentError::NoDays)?,
            purpose: draft.purpose.ok_or(ConsentError::NoPurpose)?,
            until: draft.until.ok_or(ConsentError::NoEnd)?,
            revoke: Kept::Known(draft.revoke.ok_or(ConsentError::NoWayBack)?),
            signature: draft.signature.ok_or(ConsentError::NotSigned)?,
            signed_on,
            language: Kept::Known(draft.language.ok_or(ConsentError::NoLanguage)?),
            wording: WORDING,
        }
        .checked()
    }

    /// What holds for every consent, wherever it comes from.
    pub(super) fn checked(self) -> Result<Consent, ConsentError> {
        check_date(self.signed_on).map_err(|_| ConsentError::NoDate)?;
        if let Until::Day(last) = self.until {
            check_date(last).map_err(|_| ConsentError::NoEnd)?;
            if last < self.signed_on {
                return Err(ConsentError::EndedBefore);
            }
        }
        if self.what.shows_nothing() { Err(ConsentError::NothingShared) } else { Ok(self) }
    }

    /// Their name as they wrote it.
    pub fn who(&self) -> Option<&Label> {
        self.who.as_ref()
    }

    pub fn whom(&self) -> &Whom {
        &self.whom
    }

    pub fn days(&self) -> Days {
        self.days
    }

    /// Which parts of the page, and what they may carry.
    pub fn what(&self) -> Choice {
        self.what
    }

    pub fn purpose(&self) -> &Purpose {
        &self.purpose
    }

    pub fn until(&self) -> Until {
        self.until
    }

    /// How it is taken back; None for a way that this build does not know.
    pub fn revoke(&self) -> Option<Revoke> {
        self.revoke.known()
    }

    pub fn signature(&self) -> &Signature {
        &self.signature
    }

    pub fn signed_on(&self) -> NaiveDate {
        self.signed_on
    }

    /// The language in which it was agreed to; None for one that this build does not speak.
    pub fn language(&self) -> Option<Language> {
        self.language.known()
    }

    /// Which wording of the plain sentences was shown ([`WORDING`]).
    pub fn wording(&self) -> u8 {
        self.wording
    }

    /// Whether it holds on a day, as far as it says itself. Whether it was stopped, or used up, a [`Share`](super::Share) knows.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        match self.until {
            Until::Day(last) => day <= last,
            Until::EndOfTreatment | Until::Once => true,
        }
    }

    /// The sentences that belong to it, in the order in which they are shown.
    pub fn statements(&self) -> &'static [Statement] {
        Statement::of(&self.purpose)
    }
}

impl Whom {
    /// Whether both name the same person, but for capitals.
    pub fn is(&self, other: &Whom) -> bool {
        self.name.same_word(&other.name)
    }
}
