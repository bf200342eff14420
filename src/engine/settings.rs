//! The person's settings: one record, on the shelf, so that every opening has it at hand.

use domain::record::{self, Kind, Read};
use domain::{Settings, SettingsEdit};
use sync::{Change, RecordState};

use crate::journal::id::shelf_id;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, ReadError, SaveError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// The settings as saved; the defaults where nothing was saved or what was saved is newer or damaged.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn settings(&self) -> Result<Settings, storage::StoreError> {
        match self.find(shelf_id(Kind::Settings.number())).await {
            Ok(versions) => Ok(match versions.state() {
                RecordState::Live(body) => read(body).unwrap_or_default(),
                RecordState::Deleted { .. } | RecordState::Erased => Settings::default(),
            }),
            Err(ReadError::Gone | ReadError::Unreadable) => Ok(Settings::default()),
            Err(ReadError::Store(error)) => Err(error),
        }
    }

    /// Changes one setting.
    ///
    /// # Errors
    /// [`SaveError`]; the settings are as they were.
    pub async fn change_settings(&self, edit: SettingsEdit) -> Result<Settings, SaveError> {
        let id = shelf_id(Kind::Settings.number());
        match self.find(id).await {
            Ok(_) => {
                self.write_on(id, |versions, _| {
                    let body = versions.last_body().unwrap_or_default();
                    // Settings of a newer version hold choices that this one would lose.
                    if matches!(record::read::<Settings>(body), Read::Newer(_)) {
                        return Err(SaveError::Gone);
                    }
                    let settings = read(body).unwrap_or_default().apply(edit);
                    let body = record::encode(&settings)?;
                    Ok((Draft::on(id, versions, Change::Put(body)), settings))
                })
                .await
            }
            Err(ReadError::Gone | ReadError::Unreadable) => {
                let settings = Settings::default().apply(edit);
                let body = record::encode(&settings)?;
                self.write_new(|_| (Draft::new(id, Kind::Settings.number(), body.clone()), settings.clone())).await
            }
            Err(ReadError::Store(error)) => Err(SaveError::Store(error)),
        }
    }
}

fn read(body: &[u8]) -> Option<Settings> {
    record::read(body).known()
}
