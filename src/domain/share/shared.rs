//! What was handed over: one record for each package, with the consent under which it went, and whether that was stopped.

use super::consent::{Consent, Until};
use super::recipient::RecipientId;
use crate::moment::Moment;
use crate::name::name;
use crate::words::unspoken;
use chrono::NaiveDate;

/// The random name of a package, which travels with it.
pub type PackageId = [u8; 16];

/// The seed of the key that everything is signed with that this person hands over: random bytes, made once, of no use to anybody else. Exports
/// never tell it.
#[derive(Clone, PartialEq, Eq)]
pub struct SharingKey([u8; 32]);

name! {
    /// By which the journal knows what was handed over. Random; a route may carry it.
    #[derive(Debug)]
    pub struct ShareId;
}

/// Which way it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// Sealed for a counselor's key.
    Recipient(RecipientId),
    /// Sealed under a passphrase; to whom, the consent says.
    Passphrase,
    /// Printed.
    Paper,
}

/// Under which consent it went.
#[derive(Clone, PartialEq, Eq)]
pub enum Grant {
    /// Under one that was signed for it.
    Signed(Consent),
    /// Under the one that was signed for an earlier package.
    Earlier(ShareId),
}

/// One package that was handed over, or one page that was printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Share {
    pub(crate) to: To,
    pub(crate) grant: Grant,
    pub(crate) at: Moment,
    pub(crate) serial: u32,
    pub(crate) package: Option<PackageId>,
    pub(crate) bytes: u32,
    pub(crate) stopped_at: Option<Moment>,
}

/// What a consent allows now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareState {
    /// More may be handed over under it, until this.
    Current(Until),
    /// It ended with the end of this day.
    Ended(NaiveDate),
    /// It was for one page, which was handed over.
    Used,
    /// The person stopped it, on this day of theirs.
    Stopped(NaiveDate),
}

unspoken!(SharingKey, Grant, Share);

impl SharingKey {
    /// Takes up random bytes. None for zeros, which no source of randomness gives.
    pub fn new(seed: [u8; 32]) -> Option<SharingKey> {
        (seed != [0; 32]).then_some(SharingKey(seed))
    }

    /// The seed itself. Only for the worker that signs; never to be shown, sent or exported.
    pub fn seed(&self) -> [u8; 32] {
        self.0
    }
}

impl Share {
    /// What was just handed over. `serial`: the how manieth it is for whom it is for, from 1. `bytes`: how long the package is, 0 for paper.
    pub fn new(to: To, grant: Grant, at: Moment, serial: u32, package: Option<PackageId>, bytes: u32) -> Share {
        Share { to, grant, at, serial: serial.max(1), package, bytes, stopped_at: None }
    }

    /// Stops what its consent allows. One that is stopped already stays as it is: it was stopped then.
    #[must_use]
    pub fn stop(&self, now: &Moment) -> Share {
        Share { stopped_at: Some(self.stopped_at.clone().unwrap_or_else(|| now.clone())), ..self.clone() }
    }

    pub fn to(&self) -> To {
        self.to
    }

    pub fn grant(&self) -> &Grant {
        &self.grant
    }

    /// The consent that was signed for it; None when it went under an earlier one.
    pub fn consent(&self) -> Option<&Consent> {
        match &self.grant {
            Grant::Signed(consent) => Some(consent),
            Grant::Earlier(_) => None,
        }
    }

    /// When it was handed over.
    pub fn at(&self) -> &Moment {
        &self.at
    }

    /// The how manieth it is for whom it is for, from 1.
    pub fn serial(&self) -> u32 {
        self.serial
    }

    /// The name of the package; None for paper.
    pub fn package(&self) -> Option<PackageId> {
        self.package
    }

    /// How long the package is, in bytes.
    pub fn bytes(&self) -> u32 {
        self.bytes
    }

    /// When the person stopped it.
    pub fn stopped_at(&self) -> Option<&Moment> {
        self.stopped_at.as_ref()
    }

    /// What its consent allows on a day; None when it went under an earlier one, which is to be asked instead.
    pub fn state_on(&self, day: NaiveDate) -> Option<ShareState> {
        let consent = self.consent()?;
        Some(match (&self.stopped_at, consent.until()) {
            (Some(stopped), _) => ShareState::Stopped(stopped.day()),
            (None, Until::Once) => ShareState::Used,
            (None, Until::Day(last)) if day > last => ShareState::Ended(last),
            (None, until) => ShareState::Current(until),
        })
    }
}
