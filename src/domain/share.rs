//! Handing over to a counselor: who is handed something, what the person agreed to, what a package says, and what becomes of it afterwards.
//!
//! The rules are those for records of treatment for substance use in the United States (42 CFR part 2, as amended in 2024). They bind programs,
//! not the person, who may give their own words to anybody without any consent (2.23); but what a program is handed becomes its record, so
//! a consent of the person goes along with every page, with every element of 2.31 and the notice of 2.32, and says in one place what was agreed.

mod consent;
mod covers;
mod handed;
mod notice;
mod received;
mod recipient;
mod shared;
mod wire;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod stories;

pub use consent::{Consent, ConsentDraft, ConsentError, Days, Purpose, Revoke, Signature, Until, WORDING, Whom};
pub use covers::Beyond;
pub use handed::{Handed, HandedError};
pub use notice::{Notice, Statement};
pub use received::{Arrived, missing};
pub use recipient::{MOST_RECIPIENTS, Recipient, RecipientEdit, RecipientId};
pub use shared::{Grant, PackageId, Share, ShareId, ShareState, SharingKey, To};
pub use wire::{MOST_CONSENT_BYTES, MOST_HANDED_BYTES};
