//! Handing the page over: put together, signed, sealed, and noted once it is out.

use domain::Label;
use domain::share::{RecipientEdit, RecipientId, ShareId};
use engine::{AddressKey, Prepared, Sending, ShareError, Stretching, VerifyingKey, make_salt, seal_under_passphrase};

use crate::browser::clock;
use crate::browser::sealing::{self, Outgoing};
use crate::browser::stretch::{NoKey, stretched};
use crate::state::App;

/// Why nothing was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSealed {
    /// It may not be handed over, or not be put together.
    Share(ShareError),
    /// There is no key of the passphrase.
    Key(NoKey),
    /// The worker did not start, or stopped.
    Worker,
    /// The system gives no random numbers.
    NoRandomness,
}

impl App {
    /// Seals the page that was chosen, for whom it is for: the whole file. Nothing is noted yet.
    ///
    /// # Errors
    /// [`NotSealed`].
    pub async fn seal_share(self, sending: Sending, passphrase: &str) -> Result<(Prepared, Vec<u8>), NotSealed> {
        let journal = self.journal();
        let here = clock::now();
        let prepared = journal.prepare_share(&self.zones(), here.zone(), &sending).await.map_err(NotSealed::Share)?;
        let key = journal.sharing_key().await.map_err(|why| NotSealed::Share(why.into()))?;
        let out = Outgoing {
            key: &key,
            package: prepared.package,
            at_utc_ms: prepared.at.utc_ms(),
            payload: &prepared.payload,
        };
        let file = match prepared.key {
            Some(to) => sealing::sealed(to, &out).await.ok_or(NotSealed::Worker)?,
            None => {
                let signed = sealing::signed(&out).await.ok_or(NotSealed::Worker)?;
                let salt = make_salt().map_err(|_| NotSealed::NoRandomness)?;
                let key = stretched(passphrase, salt, Stretching::DEFAULT).await.map_err(NotSealed::Key)?;
                seal_under_passphrase(&signed, &key).map_err(|_| NotSealed::NoRandomness)?
            }
        };
        Ok((prepared, file))
    }

    /// Notes what was handed over. False where that did not work: then it is out, and not in the list.
    pub async fn note_share(self, prepared: &Prepared, bytes: usize) -> bool {
        let noted = self.journal().note_share(prepared, u32::try_from(bytes).unwrap_or(u32::MAX)).await;
        self.after_saving();
        noted.is_ok()
    }

    /// Ends what is to come under a consent.
    ///
    /// # Errors
    /// [`ShareError`]; then it runs on.
    pub async fn stop_share(self, id: ShareId) -> Result<(), ShareError> {
        let undo = self.journal().stop_share(id).await?;
        self.saved(self.text().send().stopped_now.to_owned(), Some(undo));
        Ok(())
    }

    /// Keeps a counselor, or changes what is kept of one.
    ///
    /// # Errors
    /// [`ShareError`]; then nothing of it is saved that was not saved before.
    pub async fn keep_counselor(
        self,
        id: Option<RecipientId>,
        name: Label,
        organisation: Option<Label>,
        key: AddressKey,
    ) -> Result<RecipientId, ShareError> {
        let journal = self.journal();
        let Some(id) = id else {
            let (id, undo) = journal.add_recipient(name, organisation, key, false).await?;
            self.saved(self.text().common().saved.to_owned(), Some(undo));
            return Ok(id);
        };
        // The key first: it is what may be refused.
        let edits = [
            RecipientEdit::SetKey(key.bytes()),
            RecipientEdit::SetName(name),
            RecipientEdit::SetOrganisation(organisation),
        ];
        for edit in edits {
            journal.edit_recipient(id, edit).await?;
        }
        self.saved(self.text().common().saved.to_owned(), None);
        Ok(id)
    }

    /// The six words of a counselor's key were compared in person, today.
    ///
    /// # Errors
    /// [`ShareError`].
    pub async fn compare_counselor(self, id: RecipientId) -> Result<(), ShareError> {
        let undo = self.journal().edit_recipient(id, RecipientEdit::Compare(clock::now().day())).await?;
        self.saved(self.text().common().saved.to_owned(), Some(undo));
        Ok(())
    }

    /// Removes a counselor, and stops what still runs with them.
    ///
    /// # Errors
    /// [`ShareError`].
    pub async fn remove_counselor(self, id: RecipientId) -> Result<(), ShareError> {
        let undo = self.journal().remove_recipient(id).await?;
        self.saved(self.text().counselor_card().removed.to_owned(), Some(undo));
        Ok(())
    }

    /// What everybody may know of the key that this person signs with.
    pub async fn own_sharing_key(self) -> Option<VerifyingKey> {
        let key = self.journal().sharing_key().await.ok()?;
        self.after_saving();
        sealing::sender(&key).await
    }
}
