//! Doing a strategy: begun with one tap, each step saved as it is ticked, so that it goes on where it was after a call or a reload.

use std::ops::Range;

use domain::Label;
use domain::record::{self, Kind};
use domain::strategy::{RunEdit, StrategyChoices, StrategyKey, StrategyMark, StrategyRun};
use storage::StoreError;
use sync::{Change, RecordId, RecordState};

use super::RunSaved;
use crate::journal::id::make_record_id;
use crate::journal::write::Draft;
use crate::{Clock, EntryKey, Home, Ids, Journal, ReadError, SaveError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Begins a strategy now.
    ///
    /// # Errors
    /// [`SaveError`]; then nothing was saved.
    pub async fn begin_strategy(&self, strategy: StrategyKey, name: Label) -> Result<RunSaved, SaveError> {
        let run = StrategyRun::new(strategy, name, self.now());
        let body = record::encode(&run)?;
        let id = self
            .write_new(|born| {
                let id = make_record_id(born, self.random());
                (Draft::new(id, Kind::StrategyRun.number(), body.clone()), id)
            })
            .await?;
        Ok(RunSaved { id, run })
    }

    /// Makes one change to a run as it is now.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it was deleted meanwhile or is from a newer version; then nothing was saved.
    pub async fn edit_run(&self, id: RecordId, edit: RunEdit) -> Result<RunSaved, SaveError> {
        self.write_on(id, |versions, _| {
            let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone) };
            let run: StrategyRun = record::read(body).known().ok_or(SaveError::Gone)?;
            let run = run.apply(edit);
            let body = record::encode(&run)?;
            Ok((Draft::on(id, versions, Change::Put(body)), RunSaved { id, run }))
        })
        .await
    }

    /// The runs that were begun in a range of time (UTC ms), the latest first.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub async fn runs(&self, range: Range<i64>) -> Result<Vec<RunSaved>, StoreError> {
        let mut found = Vec::new();
        for id in self.dated(Kind::StrategyRun, &range).await? {
            found.extend(self.said_now::<StrategyRun>(id).await?.map(|run| RunSaved { id, run }));
        }
        found.retain(|saved| range.contains(&saved.run.at().utc_ms()));
        found.sort_by_key(|saved| std::cmp::Reverse(saved.run.at().utc_ms()));
        Ok(found)
    }

    /// The run behind a route's key; None when it is gone, cannot be read, or is something else.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn run(&self, key: EntryKey) -> Result<Option<RunSaved>, StoreError> {
        match self.locate(key).await {
            Ok(id) => Ok(self.said_now::<StrategyRun>(id).await?.map(|run| RunSaved { id, run })),
            Err(ReadError::Gone | ReadError::Unreadable) => Ok(None),
            Err(ReadError::Store(error)) => Err(error),
        }
    }

    /// Marks a strategy, or takes the mark away.
    ///
    /// # Errors
    /// [`SaveError`]; the marks are as they were.
    pub async fn mark_strategy(&self, mark: StrategyMark, key: &StrategyKey, is_set: bool) -> Result<(), SaveError> {
        self.choose(|before: StrategyChoices| Ok::<_, SaveError>(before.mark(mark, key, is_set))).await?;
        Ok(())
    }
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// The marks on strategies, as this tab knows them. From memory.
    pub fn strategy_choices(&self) -> StrategyChoices {
        self.chosen()
    }
}
