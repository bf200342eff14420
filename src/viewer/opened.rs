//! A page that was opened: whole, from whoever signed it, and with a consent that holds today. Anything else is not shown.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::share::{self, Arrived, ConsentError, Handed, HandedError, Until};
use domain::summary::{Sheet, SheetError};
use vault::{Signed, VerifyingKey};

use crate::ring::{Mark, Seen};
use crate::why::Why;

/// One page on the desk.
#[derive(Clone)]
pub struct Opened {
    /// As the phone sent it.
    pub arrived: Arc<Arrived>,
    /// What the counselor's keys remember of it; None while no keys are open.
    pub seen: Option<Seen>,
}

impl Opened {
    /// Takes up what opened and whose signature holds, if its consent holds on this day. Nobody has looked yet whether it was here before.
    ///
    /// # Errors
    /// [`Why`].
    pub fn of(signed: &Signed, today: NaiveDate) -> Result<Opened, Why> {
        let handed = Handed::decode(&signed.payload).map_err(why)?;
        let consent = handed.consent();
        if let (false, Until::Day(last)) = (consent.holds_on(today), consent.until()) {
            return Err(Why::ConsentOver(last));
        }
        let (sender, id, sent_utc_ms) = (signed.sender.bytes(), signed.id, signed.sent_utc_ms);
        Ok(Opened { arrived: Arc::new(Arrived { sender, id, sent_utc_ms, handed }), seen: None })
    }

    /// Who signed it.
    #[must_use]
    pub fn sender(&self) -> VerifyingKey {
        VerifyingKey::from_bytes(self.arrived.sender)
    }

    /// The name as its sender wrote it; empty where there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        self.arrived.handed.from().map_or("", |name| name.as_str())
    }

    #[must_use]
    pub fn sheet(&self) -> &Sheet {
        self.arrived.handed.sheet()
    }

    /// What it is remembered by.
    #[must_use]
    pub fn mark(&self) -> Mark<'_> {
        Mark { id: self.arrived.id, sender: self.sender(), name: self.name(), sent_utc_ms: self.arrived.sent_utc_ms }
    }
}

/// The pages of one sender among those that are open.
pub fn of_sender<'a>(all: &'a [Opened], sender: &VerifyingKey) -> impl Iterator<Item = &'a Opened> {
    let sender = sender.bytes();
    all.iter().filter(move |one| one.arrived.sender == sender)
}

/// The numbers of a sender's pages that are not open, up to the greatest that is.
#[must_use]
pub fn missing(all: &[Opened], sender: &VerifyingKey) -> Vec<u32> {
    let serials: Vec<u32> = of_sender(all, sender).map(|one| one.arrived.handed.serial()).collect();
    share::missing(&serials)
}

fn why(error: HandedError) -> Why {
    match error {
        HandedError::Newer | HandedError::Consent(ConsentError::Newer) | HandedError::Page(SheetError::Newer) => {
            Why::Newer
        }
        HandedError::TooLong | HandedError::Page(SheetError::TooLong) => Why::TooLong,
        HandedError::Unreadable | HandedError::Page(SheetError::Unreadable) => Why::Damaged,
        HandedError::NoConsent | HandedError::NoNotice | HandedError::Consent(_) => Why::NoConsent,
        HandedError::Beyond(_) => Why::Beyond,
    }
}
