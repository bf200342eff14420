//! Those who are handed something: add, change, compare their key, remove.

use domain::record::{self, Kind};
use domain::share::{Recipient, RecipientEdit, RecipientId, ShareState, To};
use domain::{Capped, Label};
use sync::{Change, RecordId, RecordState, Versions};
use vault::AddressKey;

use super::{ShareError, record_of, record_of_share};
use crate::journal::id::make_shelf_half;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H, W: Clock + Ids> Journal<H, W> {
    /// Everybody, also those who were removed, by their names. From memory: nothing is read.
    pub fn recipients(&self) -> Vec<(RecipientId, Recipient)> {
        let mut all: Vec<(RecipientId, Recipient)> = self.shelved(RecipientId::from_bytes);
        all.sort_by_cached_key(|(id, recipient)| (recipient.name().as_str().to_lowercase(), *id));
        all
    }

    /// One of them.
    pub fn recipient(&self, id: RecipientId) -> Option<Recipient> {
        self.recipients().into_iter().find(|(there, _)| *there == id).map(|(_, recipient)| recipient)
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Keeps somebody new. `compared`: their key was scanned from their screen, or its six words compared, in person and just now.
    ///
    /// # Errors
    /// [`ShareError::AlreadyThere`] for a key that is kept already, [`ShareError::Save`] when no more fit; then nothing was saved.
    pub async fn add_recipient(
        &self,
        name: Label,
        organisation: Option<Label>,
        key: AddressKey,
        compared: bool,
    ) -> Result<(RecipientId, Undo), ShareError> {
        let id = RecipientId::from_bytes(make_shelf_half(self.random()));
        let new = Recipient::new(name, organisation, key.bytes());
        let new = if compared { new.apply(RecipientEdit::Compare(self.now().day())) } else { new };
        let body = record::encode(&new)?;
        self.write_each(&[], |_, _| {
            let there = self.recipients();
            self.has_no_other(&there, id, key)?;
            let kept = there.iter().filter(|(_, recipient)| !recipient.is_removed()).count();
            Capped::Recipients.room_after(kept)?;
            let draft = Draft::new(record_of(id), Kind::Recipient.number(), body.clone());
            Ok::<_, ShareError>((vec![draft], (id, Undo::Remove(record_of(id)))))
        })
        .await
    }

    /// Changes one thing about somebody. With another key they have to be compared anew.
    ///
    /// # Errors
    /// [`ShareError::Gone`] when there is nobody by that id; then nothing was saved.
    pub async fn edit_recipient(&self, id: RecipientId, edit: RecipientEdit) -> Result<Undo, ShareError> {
        if let RecipientEdit::SetKey(key) = edit {
            let key = AddressKey::from_bytes(key).map_err(|_| ShareError::WeakKey)?;
            self.has_no_other(&self.recipients(), id, key)?;
        }
        self.write_each(&[record_of(id)], |known, _| {
            let (draft, undo) = edited(record_of(id), known.first(), &edit)?;
            Ok::<_, ShareError>((vec![draft], undo))
        })
        .await
    }

    /// Removes somebody: nothing more is handed to them, and what still ran with them is stopped. What they were handed stays in the list.
    ///
    /// # Errors
    /// [`ShareError::Gone`] when there is nobody by that id; then nothing was saved.
    pub async fn remove_recipient(&self, id: RecipientId) -> Result<Undo, ShareError> {
        let now = self.now();
        let runs = |shared: &super::Shared| {
            shared.id == shared.under
                && shared.share.to() == To::Recipient(id)
                && matches!(shared.state, Some(ShareState::Current(_)))
        };
        let running = self.shares().into_iter().filter(runs).map(|shared| record_of_share(shared.id));
        let ids: Vec<RecordId> = [record_of(id)].into_iter().chain(running).collect();
        self.write_each(&ids, |known, _| {
            let (draft, undo) = edited(record_of(id), known.first(), &RecipientEdit::SetRemoved(true))?;
            let (mut drafts, mut undo) = (vec![draft], vec![undo]);
            for (id, versions) in ids.iter().zip(known).skip(1) {
                let Some(stopped) = super::note::stopped(*id, versions.as_ref(), &now)? else { continue };
                drafts.push(stopped.0);
                undo.push(stopped.1);
            }
            Ok::<_, ShareError>((drafts, Undo::All(undo)))
        })
        .await
    }

    /// Two names for one key would be two rows of numbers for one counselor.
    fn has_no_other(
        &self,
        there: &[(RecipientId, Recipient)],
        id: RecipientId,
        key: AddressKey,
    ) -> Result<(), ShareError> {
        match there.iter().find(|(other, recipient)| *other != id && recipient.key() == key.bytes()) {
            Some((other, _)) => Err(ShareError::AlreadyThere(*other)),
            None => Ok(()),
        }
    }
}

/// What changes somebody, and what would take it back.
fn edited(id: RecordId, known: Option<&Option<Versions>>, edit: &RecipientEdit) -> Result<(Draft, Undo), ShareError> {
    let versions = known.and_then(Option::as_ref).ok_or(ShareError::Gone)?;
    let RecordState::Live(before) = versions.state() else { return Err(ShareError::Gone) };
    let recipient: Recipient = record::read(before).known().ok_or(ShareError::Gone)?;
    let after = record::encode(&recipient.apply(edit.clone())).map_err(SaveError::from)?;
    Ok((Draft::on(id, versions, Change::Put(after)), Undo::PutBack(id, before.to_vec())))
}
