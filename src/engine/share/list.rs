//! What was shared, with whom, and what of it still runs.

use domain::share::{Grant, Share, ShareId, ShareState, To, Whom};

use super::{ShareError, Shared};
use crate::{Clock, Ids, Journal};

impl<H, W: Clock + Ids> Journal<H, W> {
    /// Everything that was handed over, the latest first, and what its consent allows today. From memory: nothing is read.
    pub fn shares(&self) -> Vec<Shared> {
        let today = self.now().day();
        let all: Vec<(ShareId, Share)> = self.shelved(ShareId::from_bytes);
        let mut shares: Vec<Shared> = Vec::with_capacity(all.len());
        for (id, share) in &all {
            let (under, signed) = match share.grant() {
                Grant::Signed(_) => (*id, Some(share)),
                Grant::Earlier(earlier) => {
                    (*earlier, all.iter().find(|(there, _)| there == earlier).map(|(_, share)| share))
                }
            };
            shares.push(Shared {
                id: *id,
                share: share.clone(),
                consent: signed.and_then(Share::consent).cloned(),
                under,
                state: signed.and_then(|share| share.state_on(today)),
            });
        }
        shares.sort_by_key(|shared| std::cmp::Reverse((shared.share.at().utc_ms(), shared.share.serial(), shared.id)));
        shares
    }

    /// One of them.
    pub fn shared(&self, id: ShareId) -> Option<Shared> {
        self.shares().into_iter().find(|shared| shared.id == id)
    }

    /// Whether another page may be handed over under the consent of this one: never after it ended or was stopped, nor to somebody who was
    /// removed, or whose key was not compared.
    ///
    /// # Errors
    /// Why not.
    pub fn may_share_again(&self, id: ShareId) -> Result<(), ShareError> {
        let shared = self.shared(id).ok_or(ShareError::Gone)?;
        self.key_for(shared.share.to())?;
        runs(&shared)
    }

    /// The number of the next package for this recipient. Those for a key, under a passphrase and on paper are counted apart, because the
    /// counselor's page sees only what it opens.
    pub(super) fn next_serial(&self, to: To, whom: &Whom) -> u32 {
        let is_for = |shared: &Shared| match to {
            To::Recipient(_) => shared.share.to() == to,
            To::Passphrase | To::Paper => {
                shared.share.to() == to && shared.consent.as_ref().is_some_and(|consent| consent.whom().is(whom))
            }
        };
        let last = self.shares().iter().filter(|shared| is_for(shared)).map(|shared| shared.share.serial()).max();
        last.unwrap_or(0).saturating_add(1)
    }
}

/// Whether the consent of this one holds now.
pub(super) fn runs(shared: &Shared) -> Result<(), ShareError> {
    match shared.state {
        Some(ShareState::Current(_)) => Ok(()),
        Some(ShareState::Ended(_)) => Err(ShareError::Ended),
        Some(ShareState::Stopped(_)) => Err(ShareError::Stopped),
        Some(ShareState::Used) => Err(ShareError::Used),
        None => Err(ShareError::Gone),
    }
}
