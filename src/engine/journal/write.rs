//! The one way anything is written: new operations and a new head, in one atomic batch that another tab's write refuses.

use std::cell::RefCell;

use storage::{Area, Batch, StoreError};
use sync::{Change, Clock as Stamped, Operation, OperationId, RecordId, Stamp, Versions};
use vault::Purpose;

use super::Journal;
use super::head::Head;
use super::load::Inside;
use super::rows::{HEAD, seal_row, sealed_bytes, tail_key};
use crate::{Clock, Home, Ids, OpenError, ReadError, SaveError};

/// Another tab may write at the same moment; after this many times in a row something else is wrong.
pub(super) const TRIES: usize = 8;

/// An operation before it has its stamp.
pub(crate) struct Draft {
    pub record: RecordId,
    pub kind: u16,
    pub change: Change,
    /// The clock of the version it is meant to replace, which may be ahead of ours.
    pub over: Stamped,
}

impl Draft {
    /// The first version of a new record.
    pub fn new(record: RecordId, kind: u16, body: Vec<u8>) -> Self {
        Self { record, kind, change: Change::Put(body), over: Stamped::START }
    }

    /// A version that replaces the one that holds now.
    pub fn on(record: RecordId, versions: &Versions, change: Change) -> Self {
        Self { record, kind: versions.kind(), change, over: versions.winner().stamp.clock }
    }
}

/// What is asked, again when another tab was faster: given what is known of the records, the operations to write and what else changes with them;
/// none when the change was refused.
type Decide<'a> = &'a dyn Fn(&[Option<Versions>], Stamped) -> Option<(Vec<Draft>, Vec<storage::Change>)>;

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Writes one operation on an existing record. `decide` sees the record as it is now, and again when another tab was faster.
    pub(crate) async fn write_on<T>(
        &self,
        id: RecordId,
        decide: impl Fn(&Versions, Stamped) -> Result<T, SaveError>,
    ) -> Result<T::Told, SaveError>
    where
        T: Decision,
    {
        self.write_each(&[id], |known, clock| {
            let versions = known.first().and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            let (draft, told) = decide(versions, clock)?.into_parts();
            Ok((vec![draft], told))
        })
        .await
    }

    /// Writes any number of operations in one batch. `decide` is given what is known of each record of `ids` (`None` where nothing
    /// is, or nothing that can be read), and is asked again when another tab was faster. With no drafts nothing is written.
    pub(crate) async fn write_each<T, E: From<SaveError>>(
        &self,
        ids: &[RecordId],
        decide: impl Fn(&[Option<Versions>], Stamped) -> Result<(Vec<Draft>, T), E>,
    ) -> Result<T, E> {
        let told = RefCell::new(None::<Result<T, E>>);
        let boxed = |known: &[Option<Versions>], clock: Stamped| {
            let (decided, answer) = match decide(known, clock) {
                Ok((drafts, answer)) => (Some((drafts, Vec::new())), Ok(answer)),
                Err(refused) => (None, Err(refused)),
            };
            told.replace(Some(answer));
            decided
        };
        self.write_decided(ids, &boxed).await?;
        told.take().unwrap_or_else(|| Err(SaveError::Busy.into()))
    }

    /// The same together with changes to rows beside the records, such as the pages of a list of meetings.
    pub(crate) async fn write_each_with_rows<T, E: From<SaveError>>(
        &self,
        ids: &[RecordId],
        decide: impl Fn(&[Option<Versions>], Stamped) -> Result<(Vec<Draft>, Vec<storage::Change>, T), E>,
    ) -> Result<T, E> {
        let told = RefCell::new(None::<Result<T, E>>);
        let boxed = |known: &[Option<Versions>], clock: Stamped| {
            let (decided, answer) = match decide(known, clock) {
                Ok((drafts, rows, answer)) => (Some((drafts, rows)), Ok(answer)),
                Err(refused) => (None, Err(refused)),
            };
            told.replace(Some(answer));
            decided
        };
        self.write_decided(ids, &boxed).await?;
        told.take().unwrap_or_else(|| Err(SaveError::Busy.into()))
    }

    /// Writes a new record; `make` is given the clock of its birth.
    pub(crate) async fn write_new<T>(&self, make: impl Fn(Stamped) -> (Draft, T)) -> Result<T, SaveError> {
        self.write_each(&[], |_, clock| {
            let (draft, told) = make(clock);
            Ok((vec![draft], told))
        })
        .await
    }

    /// What all of these have in common, which is nearly everything; once, whatever is decided and told.
    async fn write_decided(&self, ids: &[RecordId], decide: Decide<'_>) -> Result<(), SaveError> {
        let _turn = self.turn.lock().await;
        for _ in 0..TRIES {
            let mut known = Vec::new();
            for id in ids {
                known.push(match self.find(*id).await {
                    Ok(versions) => Some(versions),
                    Err(ReadError::Gone | ReadError::Unreadable) => None,
                    Err(ReadError::Store(error)) => return Err(SaveError::Store(error)),
                });
            }
            let (drafts, rows) = decide(&known, self.next_clock()).unwrap_or_default();
            if drafts.is_empty() {
                return Ok(());
            }
            match self.commit(drafts, rows).await {
                Err(SaveError::Store(StoreError::Conflict)) => self.catch_up().await?,
                answer => return answer,
            }
        }
        Err(SaveError::Busy)
    }

    /// Seals the drafts and the new head and commits them, with `more` changes to other rows, if there are any. The caller holds the
    /// turn. Memory changes only after the home said yes: a batch that failed leaves the clock where it was.
    pub(crate) async fn commit(&self, drafts: Vec<Draft>, more: Vec<storage::Change>) -> Result<(), SaveError> {
        let now_ms = self.world.now().utc_ms();
        let (mut head, head_row) = {
            let inside = self.inside.borrow();
            (inside.head, inside.head_row.clone())
        };
        let mut batch = Batch::strict().expecting(Area::Meta, HEAD, Some(head_row));
        let mut written = Vec::new();
        for draft in drafts {
            let operation = stamp(&mut head, now_ms, self.world.random(), draft);
            let row = tail_key(head.device, operation.counter);
            let sealed = sync::encode(&operation);
            let change = seal_row(&self.key, head.device, Area::Tail, Purpose::Operation, &row, &sealed);
            batch.changes.push(change.map_err(|_| SaveError::Sealing)?);
            written.push((row, operation));
        }
        let sealed = seal_row(&self.key, head.device, Area::Meta, Purpose::Head, HEAD, &head.encode());
        let sealed = sealed.map_err(|_| SaveError::Sealing)?;
        let head_row = sealed_bytes(&sealed);
        batch.changes.push(sealed);
        batch.changes.extend(more);
        let batch = self.with_contacts(batch, head.device, written.iter().map(|(_, operation)| operation)).await?;
        let (batch, used) = self.with_used(batch, head.device, written.iter().map(|(_, operation)| operation)).await?;
        self.home.commit(batch).await?;
        let mut inside = self.inside.borrow_mut();
        if used.is_some() {
            inside.used = used;
        }
        inside.head = head;
        inside.head_row = head_row;
        for (row, operation) in written {
            inside.tail.add(row, operation);
        }
        Ok(())
    }

    /// The stamp the next operation will have, if it is written now.
    fn next_clock(&self) -> Stamped {
        self.inside.borrow().head.clock.tick(self.world.now().utc_ms())
    }

    /// Reads what the other tab wrote.
    pub(crate) async fn catch_up(&self) -> Result<(), SaveError> {
        self.reload().await.map(|_| ()).map_err(|error| match error {
            OpenError::Store(error) => SaveError::Store(error),
            OpenError::KeyGone | OpenError::Locked | OpenError::Newer | OpenError::NoRandomness => {
                SaveError::from(ReadError::Unreadable)
            }
        })
    }
}

/// What `write_on` writes, and what it tells its caller once that is saved.
pub(crate) trait Decision {
    type Told;
    fn into_parts(self) -> (Draft, Self::Told);
}

impl Decision for Draft {
    type Told = ();
    fn into_parts(self) -> (Draft, ()) {
        (self, ())
    }
}

impl<T> Decision for (Draft, T) {
    type Told = T;
    fn into_parts(self) -> (Draft, T) {
        self
    }
}

/// Gives a draft its place in the journal and moves the head on.
fn stamp(head: &mut Head, now_ms: i64, random: [u8; 16], draft: Draft) -> Operation {
    head.clock = head.clock.tick(now_ms);
    head.counter = head.counter.saturating_add(1);
    Operation {
        id: OperationId::from_bytes(random),
        record: draft.record,
        kind: draft.kind,
        stamp: Stamp { clock: head.clock.after(draft.over), device: head.device },
        counter: head.counter,
        change: draft.change,
    }
}

impl Inside {
    /// How many rows the tail has.
    pub fn tail_len(&self) -> usize {
        self.tail.rows.len()
    }
}
