//! The key, the recipients and the shares of the golden files.

use crate::samples::share::{consent, under_another_purpose};
use crate::samples::{now, week::date};
use crate::share::{Grant, Recipient, RecipientEdit, RecipientId, Share, ShareId, SharingKey, To};
use crate::words::Label;

pub(super) fn key() -> SharingKey {
    SharingKey::new(core::array::from_fn(|at| at as u8)).unwrap()
}

pub(super) fn name_only() -> Recipient {
    Recipient::new(Label::new("Dr. Rivera").unwrap(), None, [0x11; 32])
}

pub(super) fn everything() -> Recipient {
    let organisation = Label::new("Clínica El Río 🌊").ok();
    let recipient = Recipient::new(Label::new("Sam").unwrap(), organisation, [0xe1; 32]);
    recipient.apply(RecipientEdit::Compare(date("2026-11-20"))).apply(RecipientEdit::SetRemoved(true))
}

pub(super) fn signed() -> Share {
    let to = To::Recipient(RecipientId::from_bytes([0x81, 1, 2, 3, 4, 5, 6, 7]));
    Share::new(to, Grant::Signed(consent()), now(), 300, Some([0xa7; 16]), 2_398).stop(&now())
}

pub(super) fn earlier() -> Share {
    let id = ShareId::from_bytes([0x82, 1, 2, 3, 4, 5, 6, 7]);
    Share::new(To::Passphrase, Grant::Earlier(id), now(), 2, Some([0xb7; 16]), 606)
}

pub(super) fn on_paper() -> Share {
    Share::new(To::Paper, Grant::Signed(under_another_purpose()), now(), 1, None, 0)
}
