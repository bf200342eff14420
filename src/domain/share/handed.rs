//! What a package says: the page, to the byte as the preview drew it, the consent to it, and the notice. It cannot be held with one of them missing.

use super::consent::{Consent, ConsentError};
use super::covers::Beyond;
use super::notice::Notice;
use crate::code::Kept;
use crate::record::EncodeError;
use crate::settings::Language;
use crate::summary::{Sheet, SheetError};
use crate::words::{Label, unspoken};
use thiserror::Error;

/// The content of one package.
#[derive(Clone, PartialEq, Eq)]
pub struct Handed {
    pub(super) consent: Consent,
    /// As [`Sheet::encode`] gave them.
    pub(super) page: Vec<u8>,
    pub(super) sheet: Sheet,
    pub(super) from: Option<Label>,
    pub(super) serial: u32,
    pub(super) notice: Kept<Notice>,
    pub(super) language: Kept<Language>,
}

unspoken!(Handed);

/// Why some bytes are no content of a package. Nothing of them was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HandedError {
    /// A newer version of the app wrote it.
    #[error("a newer version wrote this package")]
    Newer,
    /// More than [`MOST_HANDED_BYTES`](super::MOST_HANDED_BYTES).
    #[error("no package says that much")]
    TooLong,
    /// Damaged, or never a package.
    #[error("this is not what a package says")]
    Unreadable,
    /// The consent was taken out (2.32(b): each disclosure carries a copy).
    #[error("there is no consent in this package")]
    NoConsent,
    /// What stands in its place is none.
    #[error("the consent in this package is not whole: {0}")]
    Consent(ConsentError),
    /// The notice was taken out (2.32(a)).
    #[error("there is no notice in this package")]
    NoNotice,
    /// The page itself cannot be read.
    #[error("the page in this package cannot be read: {0}")]
    Page(SheetError),
    /// The page says more than its consent allows.
    #[error("the page is not what was agreed to: {0}")]
    Beyond(Beyond),
}

impl Handed {
    /// Puts a package together. `from` is what they call themselves to the recipient; `serial` is how many they were handed with this one, from 1.
    ///
    /// # Errors
    /// [`HandedError::Beyond`] for a page that goes beyond the consent, [`HandedError::Unreadable`] for number 0.
    pub fn new(
        consent: Consent,
        sheet: &Sheet,
        from: Option<Label>,
        serial: u32,
        language: Language,
    ) -> Result<Handed, HandedError> {
        let page = sheet.encode().map_err(|EncodeError| HandedError::TooLong)?;
        let (notice, language) = (Kept::Known(Notice::Statement2), Kept::Known(language));
        Handed { consent, page, sheet: sheet.clone(), from, serial, notice, language }.checked()
    }

    /// What holds for every package, wherever it comes from.
    pub(super) fn checked(self) -> Result<Handed, HandedError> {
        self.consent.covers_page(&self.sheet).map_err(HandedError::Beyond)?;
        if self.serial == 0 { Err(HandedError::Unreadable) } else { Ok(self) }
    }

    pub fn consent(&self) -> &Consent {
        &self.consent
    }

    /// The page.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The page as it travels: the same bytes that the preview was drawn from.
    pub fn page(&self) -> &[u8] {
        &self.page
    }

    /// What they call themselves to the recipient. Who they are, the signature of the package says.
    pub fn from(&self) -> Option<&Label> {
        self.from.as_ref()
    }

    /// The how manieth it is for this recipient, from 1.
    pub fn serial(&self) -> u32 {
        self.serial
    }

    /// The notice that stands with the page. One that this build does not know says no less than the short one.
    pub fn notice(&self) -> Notice {
        self.notice.known().unwrap_or(Notice::Statement2)
    }

    /// The language of who handed it over; None for one that this build does not speak.
    pub fn language(&self) -> Option<Language> {
        self.language.known()
    }
}
