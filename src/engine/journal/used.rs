//! Days of use, in a row of their own. Sober time is told on Today, after ten years as after a week, so it must not need the leaves: every
//! write that says or takes back use writes this row anew in the same batch. It repeats what check-ins and lapses say and nothing more;
//! where it is missing or damaged it is made again from them.

use chrono::{Datelike, NaiveDate};
use domain::record::{self, Kind};
use domain::sober::UsedOn;
use domain::{CheckIn, DayUse, Label, Lapse, Substance};
use serde::{Deserialize, Serialize};
use storage::{Area, Batch, StoreError};
use sync::{Change, DeviceId, Operation, RecordId, RecordState, Versions};
use vault::{LocalKey, Purpose};

use super::rows::{USED, seal_row};
use crate::sorted::Sorted;
use crate::{Clock, Home, Ids, Journal, ReadError, SaveError};

/// What each record says about use, for those that say any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Used(Sorted<RecordId, UsedOn>);

/// Version 1 of the row. Frozen: a change is a new version beside it.
#[derive(Serialize, Deserialize)]
struct UsedV1 {
    record: [u8; 16],
    /// Days of the common era.
    day: i32,
    substance: Option<NamedV1>,
}

#[derive(Serialize, Deserialize)]
enum NamedV1 {
    Code(String),
    Own(String),
}

const VERSION: u8 = 1;

impl Used {
    /// The days, in no order, one for each record that tells of use.
    pub fn days(&self) -> Vec<UsedOn> {
        self.0.values().cloned().collect()
    }

    /// Opens the row; `None` when it is damaged or newer.
    pub fn open(key: &LocalKey, sealed: &[u8]) -> Option<Self> {
        Self::decode(&vault::open(key, Purpose::Used, USED, sealed).ok()?)
    }

    /// Takes down what a record says now.
    fn note_down(&mut self, record: RecordId, said: Option<UsedOn>) {
        match said {
            Some(said) => self.0.insert(record, said),
            None => {
                self.0.remove(&record);
            }
        }
    }

    /// The row of a new journal.
    pub fn nothing() -> [u8; 2] {
        [VERSION, 0]
    }

    fn encode(&self) -> Result<Vec<u8>, SaveError> {
        let named = |substance: &Substance| match substance {
            Substance::Known(known) => NamedV1::Code(known.code().to_owned()),
            Substance::Unknown(code) => NamedV1::Code(code.as_str().to_owned()),
            Substance::Own(own) => NamedV1::Own(own.as_str().to_owned()),
        };
        let one = |(record, used): (&RecordId, &UsedOn)| UsedV1 {
            record: record.bytes(),
            day: used.day.num_days_from_ce(),
            substance: used.substance.as_ref().map(named),
        };
        let stored: Vec<UsedV1> = self.0.iter().map(one).collect();
        postcard::to_extend(&stored, vec![VERSION]).map_err(|_| SaveError::Sealing)
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let (VERSION, body) = bytes.split_first().map(|(version, body)| (*version, body))? else { return None };
        let stored: Vec<UsedV1> = postcard::from_bytes(body).ok()?;
        let mut used = Self::default();
        for UsedV1 { record, day, substance } in stored {
            let substance = match substance {
                None => None,
                Some(NamedV1::Code(code)) => Some(Substance::from_code(&code)?),
                Some(NamedV1::Own(own)) => Some(Substance::Own(Label::new(&own).ok()?)),
            };
            let said = UsedOn { day: NaiveDate::from_num_days_from_ce_opt(day)?, substance };
            used.note_down(RecordId::from_bytes(record), Some(said));
        }
        Some(used)
    }
}

/// What a body says about use, if it says any.
fn said(body: &[u8]) -> Option<UsedOn> {
    if let Some(lapse) = record::read::<Lapse>(body).known() {
        return Some(UsedOn { day: lapse.day(), substance: lapse.substance().cloned() });
    }
    let told = record::read::<CheckIn>(body).known()?;
    (told.used() == Some(DayUse::Something)).then(|| UsedOn { day: told.day(), substance: None })
}

fn said_now(versions: &Versions) -> Option<UsedOn> {
    match versions.state() {
        RecordState::Live(body) => said(body),
        RecordState::Deleted { .. } | RecordState::Erased => None,
    }
}

fn may_tell(kind: u16) -> bool {
    [Kind::CheckIn, Kind::Lapse].map(Kind::number).contains(&kind)
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// The batch with the row as it will be once these operations are written, and what it says then; nothing is added when none of them
    /// changes it.
    pub(super) async fn with_used<'a>(
        &self,
        mut batch: Batch,
        device: DeviceId,
        operations: impl Iterator<Item = &'a Operation>,
    ) -> Result<(Batch, Option<Used>), SaveError> {
        let telling: Vec<&Operation> = operations.filter(|operation| may_tell(operation.kind)).collect();
        if telling.is_empty() {
            return Ok((batch, None));
        }
        let known = self.inside.borrow().used.clone();
        let before = match &known {
            Some(known) => known.clone(),
            None => self.used_from_all().await?,
        };
        let mut after = before.clone();
        for operation in telling {
            let said = match &operation.change {
                Change::Put(body) => said(body),
                Change::Delete | Change::Erase => None,
            };
            after.note_down(operation.record, said);
        }
        if known.is_none() || after != before {
            let row = seal_row(&self.key, device, Area::Meta, Purpose::Used, USED, &after.encode()?);
            batch.changes.push(row.map_err(|_| SaveError::Sealing)?);
        }
        Ok((batch, Some(after)))
    }

    /// The row as it will be once these records are as they are given here, and what it says then; `None` where nothing changes, or where
    /// what there was before is not known: then it stays missing until it is made again.
    pub(super) fn used_with<'a>(
        &self,
        device: DeviceId,
        records: impl Iterator<Item = (RecordId, &'a Versions)>,
    ) -> Result<Option<(storage::Change, Used)>, SaveError> {
        let Some(before) = self.inside.borrow().used.clone() else { return Ok(None) };
        let mut after = before.clone();
        for (id, versions) in records.filter(|(_, versions)| may_tell(versions.kind())) {
            after.note_down(id, said_now(versions));
        }
        if after == before {
            return Ok(None);
        }
        let row = seal_row(&self.key, device, Area::Meta, Purpose::Used, USED, &after.encode()?);
        Ok(Some((row.map_err(|_| SaveError::Sealing)?, after)))
    }

    /// What all check-ins and lapses say, read one by one.
    async fn used_from_all(&self) -> Result<Used, StoreError> {
        let mut used = Used::default();
        for kind in [Kind::CheckIn, Kind::Lapse] {
            for id in self.dated(kind, &(i64::MIN..i64::MAX)).await? {
                match self.find(id).await {
                    Ok(versions) => used.note_down(id, said_now(&versions)),
                    Err(ReadError::Gone | ReadError::Unreadable) => {}
                    Err(ReadError::Store(error)) => return Err(error),
                }
            }
        }
        Ok(used)
    }

    /// Makes the row again where it is missing, because an older version of the app or damage left none. Says whether it did. For when
    /// nobody waits: it reads everything.
    ///
    /// # Errors
    /// [`SaveError`]; then it is as missing as before.
    pub async fn make_known_what_was_used(&self) -> Result<bool, SaveError> {
        let _turn = self.turn.lock().await;
        if self.inside.borrow().used.is_some() {
            return Ok(false);
        }
        let used = self.used_from_all().await?;
        let device = self.inside.borrow().head.device;
        let row = seal_row(&self.key, device, Area::Meta, Purpose::Used, USED, &used.encode()?);
        match self.commit(Vec::new(), vec![row.map_err(|_| SaveError::Sealing)?]).await {
            // The other tab that was faster makes it too, or does not need it.
            Err(SaveError::Store(StoreError::Conflict)) => self.catch_up().await?,
            Err(error) => return Err(error),
            Ok(()) => self.inside.borrow_mut().used = Some(used),
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::KnownSubstance;

    fn id(last: u8) -> RecordId {
        let mut bytes = [0; 16];
        bytes[15] = last;
        RecordId::from_bytes(bytes)
    }

    /// Written on the first day of version 1. If this fails, an updated phone would have to read everything again: make a version 2 instead.
    #[test]
    fn a_row_of_version_1_is_read_for_ever() {
        let day = NaiveDate::from_num_days_from_ce_opt(739_942).unwrap();
        let mut used = Used::default();
        used.note_down(id(1), Some(UsedOn { day, substance: None }));
        used.note_down(id(2), Some(UsedOn { day, substance: Some(KnownSubstance::Alcohol.into()) }));
        used.note_down(id(3), Some(UsedOn { day, substance: Some(Substance::Own(Label::new("pega").unwrap())) }));
        let row = |last: u8, named: &[u8]| [&[0; 15][..], &[last, 204, 169, 90], named].concat();
        let (first, second, third) = (row(1, &[0]), row(2, b"\x01\x00\x07alcohol"), row(3, b"\x01\x01\x04pega"));
        let golden = [&[1, 3][..], &first, &second, &third].concat();
        assert_eq!(used.encode().unwrap(), golden);
        assert!(Used::decode(&golden) == Some(used));
        assert!(Used::decode(&Used::nothing()) == Some(Used::default()));
        for bytes in [&[][..], &[2, 0], &golden[..9]] {
            assert!(Used::decode(bytes).is_none());
        }
    }
}
