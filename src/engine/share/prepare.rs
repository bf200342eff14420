//! What is put into a package: the page that the preview drew, with the consent to it. Nothing is put together that was not agreed to, or for
//! whom it was not.

use domain::Zone;
use domain::share::{Consent, Grant, Handed, To};
use domain::zones::Zones;
use vault::AddressKey;

use super::list::runs;
use super::{Prepared, Sending, ShareError};
use crate::{Clock, Home, Ids, Journal};

impl<H, W: Clock + Ids> Journal<H, W> {
    /// What is sealed for on this way; None for a passphrase and for paper.
    ///
    /// # Errors
    /// Why nothing is sealed for this recipient.
    pub(super) fn key_for(&self, to: To) -> Result<Option<AddressKey>, ShareError> {
        let To::Recipient(id) = to else { return Ok(None) };
        let recipient = self.recipient(id).ok_or(ShareError::Gone)?;
        if recipient.is_removed() {
            return Err(ShareError::Removed);
        }
        if recipient.compared_on().is_none() {
            return Err(ShareError::NotCompared);
        }
        AddressKey::from_bytes(recipient.key()).map(Some).map_err(|_| ShareError::WeakKey)
    }

    /// The consent that this is to go under, and what a record names it by.
    fn consent_for(&self, sending: &Sending) -> Result<(Consent, Grant), ShareError> {
        match &sending.grant {
            Grant::Signed(consent) => {
                let is_for = match sending.to {
                    To::Recipient(id) => {
                        self.recipient(id).is_some_and(|one| one.name().same_word(&consent.whom().name))
                    }
                    To::Passphrase | To::Paper => true,
                };
                if is_for { Ok((consent.clone(), sending.grant.clone())) } else { Err(ShareError::OtherRecipient) }
            }
            Grant::Earlier(id) => {
                let earlier = self.shared(*id).ok_or(ShareError::Gone)?;
                if earlier.share.to() != sending.to {
                    return Err(ShareError::OtherRecipient);
                }
                runs(&earlier)?;
                let consent = earlier.consent.ok_or(ShareError::Gone)?;
                Ok((consent, Grant::Earlier(earlier.under)))
            }
        }
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Puts together what may be sealed and handed over now: the same page that [`Journal::summary`] draws. `here` is the zone the person is in.
    /// Nothing is saved by it.
    ///
    /// # Errors
    /// [`ShareError::Ended`], [`ShareError::Stopped`] and [`ShareError::Used`] when the consent does not hold any more, and whatever else keeps
    /// it from being handed over.
    pub async fn prepare_share(
        &self,
        zones: &dyn Zones,
        here: &Zone,
        sending: &Sending,
    ) -> Result<Prepared, ShareError> {
        let key = self.key_for(sending.to)?;
        let (consent, grant) = self.consent_for(sending)?;
        let at = self.now();
        consent.covers(sending.period, sending.choice, at.day())?;
        let serial = self.next_serial(sending.to, consent.whom());
        let summary = self.summary(zones, here, sending.period, sending.choice).await?;
        let handed = Handed::new(consent, summary.sheet(), sending.from.clone(), serial, sending.language);
        let payload = handed.map_err(ShareError::Package)?.encode()?;
        Ok(Prepared { to: sending.to, key, package: self.random(), at, serial, payload, grant })
    }
}
