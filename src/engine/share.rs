//! Handing pages over: to whom, under which consent, and what became of it. What is sealed is decided here; the sealing for a key is done by a
//! worker, because the client has no elliptic curves.

mod key;
mod list;
mod note;
mod prepare;
mod recipients;

use domain::share::{Beyond, Consent, Grant, HandedError, PackageId, RecipientId, Share, ShareId, ShareState, To};
use domain::summary::{Choice, Period};
use domain::{EditError, Label, Language, Moment};
use storage::StoreError;
use sync::RecordId;
use thiserror::Error;
use vault::AddressKey;

use crate::SaveError;
use crate::journal::id::shelf_record;

pub use key::seal_under_passphrase;

/// What is to be handed over.
#[derive(Clone)]
pub struct Sending {
    /// Which way it goes.
    pub to: To,
    /// The consent that was signed for it, or what was handed over under the same one before.
    pub grant: Grant,
    /// The days it is about.
    pub period: Period,
    /// What of them.
    pub choice: Choice,
    /// What they call themselves to the recipient.
    pub from: Option<Label>,
    /// The language they speak.
    pub language: Language,
}

/// What may be sealed now. Nothing of it is kept until it was really handed over ([`crate::Journal::note_share`]).
#[derive(Clone)]
pub struct Prepared {
    /// Which way it goes.
    pub to: To,
    /// What it is sealed for; None for a passphrase and for paper.
    pub key: Option<AddressKey>,
    /// The random name of the package.
    pub package: PackageId,
    /// When it is handed over.
    pub at: Moment,
    /// The how manieth it is for whom it is for, from 1.
    pub serial: u32,
    /// What the package says (`domain::share::Handed`).
    pub payload: Vec<u8>,
    grant: Grant,
}

/// One line of the list of what was shared.
#[derive(Clone, PartialEq)]
pub struct Shared {
    pub id: ShareId,
    pub share: Share,
    /// What it went under, which may have been signed for an earlier one; None where that is damaged or newer.
    pub consent: Option<Consent>,
    /// The one that this consent was signed for: what is asked again and stopped.
    pub under: ShareId,
    /// What the consent allows now.
    pub state: Option<ShareState>,
}

/// Why nothing is handed over, or somebody was not kept. Everything is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ShareError {
    /// As for any entry.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// There is nobody by that name any more, or nothing was handed over by that one.
    #[error("there is no such recipient or share")]
    Gone,
    /// The person removed this recipient.
    #[error("the recipient was removed")]
    Removed,
    /// Nobody has compared the six words of their key, or they have another one since.
    #[error("the key of the recipient was not compared")]
    NotCompared,
    /// Nothing can be sealed for their key.
    #[error("the key of the recipient protects nothing")]
    WeakKey,
    /// Somebody else is kept with the same key.
    #[error("another recipient has this key")]
    AlreadyThere(RecipientId),
    /// The consent was signed for somebody else, or for another way.
    #[error("the consent is for somebody else")]
    OtherRecipient,
    /// The consent is over.
    #[error("the consent has ended")]
    Ended,
    /// The person stopped it.
    #[error("the consent was stopped")]
    Stopped,
    /// It was for one page, which was handed over.
    #[error("the consent was for one page")]
    Used,
    /// More than was agreed to.
    #[error("not what was agreed to: {0}")]
    Beyond(Beyond),
    /// It could not be put into a package; never seen in practice, but never ignored either.
    #[error("not put together: {0}")]
    Package(HandedError),
}

impl From<StoreError> for ShareError {
    fn from(error: StoreError) -> Self {
        Self::Save(SaveError::Store(error))
    }
}

impl From<EditError> for ShareError {
    fn from(error: EditError) -> Self {
        Self::Save(SaveError::Edit(error))
    }
}

impl From<domain::record::EncodeError> for ShareError {
    fn from(error: domain::record::EncodeError) -> Self {
        Self::Save(error.into())
    }
}

impl From<Beyond> for ShareError {
    fn from(beyond: Beyond) -> Self {
        match beyond {
            Beyond::Time => Self::Ended,
            Beyond::Days | Beyond::Parts => Self::Beyond(beyond),
        }
    }
}

fn record_of(id: RecipientId) -> RecordId {
    shelf_record(id.bytes())
}

fn record_of_share(id: ShareId) -> RecordId {
    shelf_record(id.bytes())
}
