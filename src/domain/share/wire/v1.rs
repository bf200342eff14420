//! Version 1 of a consent and of what a package says. Frozen: the order of the fields, their types and the codes are read for ever.

use serde::{Deserialize, Serialize};

use crate::code::{Coded, Kept};
use crate::record::EncodeError;
use crate::share::consent::{Consent, ConsentError, Days, Purpose, Signature, Until, Whom};
use crate::share::handed::{Handed, HandedError};
use crate::summary::{Block, Carries, Choice, Period, Sheet};
use crate::words::{Label, Line};
use chrono::{Datelike, NaiveDate};

#[derive(Serialize, Deserialize)]
pub(super) struct ConsentV1 {
    /// At most 80 characters, as all names here.
    who: Option<String>,
    name: String,
    organisation: Option<String>,
    /// The first and the last, each in days since 1 January of the year 1 (which is day 1), as are all days here. None: those of each page.
    days: Option<(i32, i32)>,
    /// The codes of the parts, at least one, in the order in which they stand on the page.
    blocks: Vec<String>,
    /// The codes of what they may carry.
    carries: Vec<String>,
    purpose: PurposeV1,
    until: UntilV1,
    revoke: String,
    signature: SignatureV1,
    signed_on: i32,
    language: String,
    wording: u8,
}

#[derive(Serialize, Deserialize)]
enum PurposeV1 {
    Treatment,
    MyRequest,
    /// At most 200 characters.
    Own(String),
}

#[derive(Serialize, Deserialize)]
enum UntilV1 {
    Day(i32),
    EndOfTreatment,
    Once,
}

#[derive(Serialize, Deserialize)]
enum SignatureV1 {
    Typed(String),
    Tick,
}

#[derive(Serialize, Deserialize)]
pub(super) struct HandedV1 {
    /// As a consent is written by itself. Empty: it was taken out.
    consent: Vec<u8>,
    /// As a page is written by itself.
    page: Vec<u8>,
    from: Option<String>,
    /// From 1.
    serial: u32,
    /// Empty: it was taken out.
    notice: String,
    language: String,
}

fn text(label: &Label) -> String {
    label.as_str().to_owned()
}

fn label(text: &str) -> Option<Label> {
    Label::new(text).ok()
}

fn day(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days)
}

fn codes<T: Coded>(is_in: impl Fn(T) -> bool) -> Vec<String> {
    T::ALL.iter().filter(|word| is_in(**word)).map(|word| word.code().to_owned()).collect()
}

/// Each once. A part of the page that this build does not know cannot be shown, nor left out of a page: it takes a newer one.
fn known<T: Coded>(codes: &[String]) -> Result<Vec<T>, ConsentError> {
    let mut words: Vec<T> = Vec::new();
    for code in codes {
        match Kept::<T>::from_code(code) {
            Some(Kept::Known(word)) if !words.contains(&word) => words.push(word),
            Some(Kept::Unknown(_)) => return Err(ConsentError::Newer),
            Some(Kept::Known(_)) | None => return Err(ConsentError::Unreadable),
        }
    }
    Ok(words)
}

impl From<&Consent> for ConsentV1 {
    fn from(consent: &Consent) -> ConsentV1 {
        ConsentV1 {
            who: consent.who.as_ref().map(text),
            name: text(&consent.whom.name),
            organisation: consent.whom.organisation.as_ref().map(text),
            days: match consent.days {
                Days::These(these) => Some((these.first().num_days_from_ce(), these.last().num_days_from_ce())),
                Days::OfEachPage => None,
            },
            blocks: codes::<Block>(|block| consent.what.has(block)),
            carries: codes::<Carries>(|what| consent.what.carries(what)),
            purpose: match &consent.purpose {
                Purpose::Treatment => PurposeV1::Treatment,
                Purpose::MyRequest => PurposeV1::MyRequest,
                Purpose::Own(words) => PurposeV1::Own(words.as_str().to_owned()),
            },
            until: match consent.until {
                Until::Day(last) => UntilV1::Day(last.num_days_from_ce()),
                Until::EndOfTreatment => UntilV1::EndOfTreatment,
                Until::Once => UntilV1::Once,
            },
            revoke: consent.revoke.code().to_owned(),
            signature: match &consent.signature {
                Signature::Typed(name) => SignatureV1::Typed(text(name)),
                Signature::Tick => SignatureV1::Tick,
            },
            signed_on: consent.signed_on.num_days_from_ce(),
            language: consent.language.code().to_owned(),
            wording: consent.wording,
        }
    }
}

impl ConsentV1 {
    /// # Errors
    /// The element that is missing, or out of its bounds.
    pub(super) fn into_consent(self) -> Result<Consent, ConsentError> {
        let maybe_label = |stored: Option<String>| match stored {
            None => Ok(None),
            Some(text) => label(&text).map(Some).ok_or(ConsentError::Unreadable),
        };
        let blocks = known::<Block>(&self.blocks)?;
        let carries = known::<Carries>(&self.carries)?;
        let what = blocks.into_iter().fold(Choice::NOTHING, |choice, block| choice.with(block, true));
        let days = match self.days {
            None => Days::OfEachPage,
            Some((first, last)) => {
                let days = day(first).zip(day(last)).ok_or(ConsentError::NoDays)?;
                Days::These(Period::new(days.0, days.1).map_err(|_| ConsentError::NoDays)?)
            }
        };
        Consent {
            who: maybe_label(self.who)?,
            whom: Whom {
                name: label(&self.name).ok_or(ConsentError::NoRecipient)?,
                organisation: maybe_label(self.organisation)?,
            },
            days,
            what: carries.into_iter().fold(what, |choice, what| choice.carrying(what, true)),
            purpose: match self.purpose {
                PurposeV1::Treatment => Purpose::Treatment,
                PurposeV1::MyRequest => Purpose::MyRequest,
                PurposeV1::Own(words) => Purpose::Own(Line::new(&words).map_err(|_| ConsentError::NoPurpose)?),
            },
            until: match self.until {
                UntilV1::Day(last) => Until::Day(day(last).ok_or(ConsentError::NoEnd)?),
                UntilV1::EndOfTreatment => Until::EndOfTreatment,
                UntilV1::Once => Until::Once,
            },
            revoke: Kept::from_code(&self.revoke).ok_or(ConsentError::NoWayBack)?,
            signature: match self.signature {
                SignatureV1::Typed(name) => Signature::Typed(label(&name).ok_or(ConsentError::NotSigned)?),
                SignatureV1::Tick => Signature::Tick,
            },
            signed_on: day(self.signed_on).ok_or(ConsentError::NoDate)?,
            language: Kept::from_code(&self.language).ok_or(ConsentError::NoLanguage)?,
            wording: self.wording,
        }
        .checked()
    }
}

impl TryFrom<&Handed> for HandedV1 {
    type Error = EncodeError;

    fn try_from(handed: &Handed) -> Result<HandedV1, EncodeError> {
        Ok(HandedV1 {
            consent: handed.consent.encode()?,
            page: handed.page.clone(),
            from: handed.from.as_ref().map(text),
            serial: handed.serial,
            notice: handed.notice.code().to_owned(),
            language: handed.language.code().to_owned(),
        })
    }
}

impl HandedV1 {
    /// # Errors
    /// What is missing, out of its bounds, or not what was agreed to.
    pub(super) fn into_handed(self) -> Result<Handed, HandedError> {
        if self.consent.is_empty() {
            return Err(HandedError::NoConsent);
        }
        let from = match self.from {
            None => None,
            Some(text) => Some(label(&text).ok_or(HandedError::Unreadable)?),
        };
        Handed {
            consent: Consent::decode(&self.consent).map_err(HandedError::Consent)?,
            sheet: Sheet::decode(&self.page).map_err(HandedError::Page)?,
            page: self.page,
            from,
            serial: self.serial,
            notice: Kept::from_code(&self.notice).ok_or(HandedError::NoNotice)?,
            language: Kept::from_code(&self.language).ok_or(HandedError::Unreadable)?,
        }
        .checked()
    }
}
