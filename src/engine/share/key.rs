//! The key that this person signs with: made when it is first needed, and the same for ever, so that a counselor knows the next page by it.
//!
//! It is a record, so that it comes along in backups and on other devices. Where two devices made one before they heard of each other, the later
//! one holds on both, and counselors are told that pages come from another key than before.

use domain::record::{self, Kind, Read};
use domain::share::SharingKey;
use sync::{Change, RecordState};
use vault::{FilePurpose, Sealer, Stretched, VaultError};

use crate::journal::id::shelf_id;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// The key that everything is signed with; the first time that it is asked for, it is made.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when there is one that only a newer version can read: another one would make this person somebody else.
    pub async fn sharing_key(&self) -> Result<SharingKey, SaveError> {
        let id = shelf_id(Kind::SharingKey.number());
        let mut seed = [0; 32];
        for (to, from) in seed.iter_mut().zip(self.random().into_iter().chain(self.random())) {
            *to = from;
        }
        let fresh = SharingKey::new(seed).ok_or(SaveError::Sealing)?;
        let body = record::encode(&fresh)?;
        self.write_each(&[id], |known, _| {
            let versions = known.first().and_then(Option::as_ref);
            let draft = match versions {
                None => Draft::new(id, Kind::SharingKey.number(), body.clone()),
                Some(versions) => match versions.state() {
                    RecordState::Live(there) => match record::read::<SharingKey>(there) {
                        Read::Known(key) => return Ok((Vec::new(), key)),
                        Read::Newer(_) => return Err(SaveError::Gone),
                        // What nobody can read signs nothing any more.
                        Read::Other(_) | Read::Unreadable => Draft::on(id, versions, Change::Put(body.clone())),
                    },
                    RecordState::Deleted { .. } => Draft::on(id, versions, Change::Put(body.clone())),
                    RecordState::Erased => return Err(SaveError::Gone),
                },
            };
            Ok((vec![draft], fresh.clone()))
        })
        .await
    }
}

/// Seals what the worker signed for nobody in particular under a passphrase: the whole file.
///
/// # Errors
/// [`VaultError::NoRandomness`] where the system gives none.
pub fn seal_under_passphrase(signed: &[u8], stretched: &Stretched) -> Result<Vec<u8>, VaultError> {
    let (mut sealer, mut file) = Sealer::begin(FilePurpose::Share, stretched)?;
    file.extend(sealer.push(signed)?);
    file.extend(sealer.finish()?);
    Ok(file)
}
