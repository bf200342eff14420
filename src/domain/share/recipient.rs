//! A counselor to whom pages are handed over: their name, and the key that only they open.

use crate::name::name;
use crate::words::{Label, unspoken};
use chrono::NaiveDate;

/// As many recipients are kept: they are read at every opening.
pub const MOST_RECIPIENTS: usize = 30;

name! {
    /// By which the journal knows a recipient. Random; a route may carry it.
    #[derive(Debug)]
    pub struct RecipientId;
}

/// Somebody who is handed something. Changed only by [`Recipient::apply`].
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient {
    pub(crate) name: Label,
    pub(crate) organisation: Option<Label>,
    pub(crate) key: [u8; 32],
    pub(crate) compared_on: Option<NaiveDate>,
    pub(crate) is_removed: bool,
}

/// One change.
#[derive(Clone, PartialEq, Eq)]
pub enum RecipientEdit {
    SetName(Label),
    SetOrganisation(Option<Label>),
    /// Their key is another one. Nothing is sealed for it until it was compared.
    SetKey([u8; 32]),
    /// The six words, or the code on their screen, were compared in person on this day.
    Compare(NaiveDate),
    /// Nothing more is handed to them, or it is again.
    SetRemoved(bool),
}

unspoken!(Recipient, RecipientEdit);

impl Recipient {
    /// Somebody new, whose key nobody has compared yet. Whether it is one that something can be sealed for, the vault says.
    pub fn new(name: Label, organisation: Option<Label>, key: [u8; 32]) -> Recipient {
        Recipient { name, organisation, key, compared_on: None, is_removed: false }
    }

    /// The recipient with one thing changed.
    #[must_use]
    pub fn apply(&self, edit: RecipientEdit) -> Recipient {
        let mut recipient = self.clone();
        match edit {
            RecipientEdit::SetName(name) => recipient.name = name,
            RecipientEdit::SetOrganisation(organisation) => recipient.organisation = organisation,
            RecipientEdit::SetKey(key) if key == recipient.key => {}
            RecipientEdit::SetKey(key) => (recipient.key, recipient.compared_on) = (key, None),
            RecipientEdit::Compare(day) => recipient.compared_on = Some(day),
            RecipientEdit::SetRemoved(is_removed) => recipient.is_removed = is_removed,
        }
        recipient
    }

    pub fn name(&self) -> &Label {
        &self.name
    }

    /// The practice or program they work for.
    pub fn organisation(&self) -> Option<&Label> {
        self.organisation.as_ref()
    }

    /// Their public key, 32 bytes.
    pub fn key(&self) -> [u8; 32] {
        self.key
    }

    /// When the present key was compared in person; None: never.
    pub fn compared_on(&self) -> Option<NaiveDate> {
        self.compared_on
    }

    /// Whether nothing more is handed to them.
    pub fn is_removed(&self) -> bool {
        self.is_removed
    }
}
