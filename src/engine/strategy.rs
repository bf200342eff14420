//! What can be done with coping strategies: doing one step by step, marking them, and having one's own.

mod own;
mod run;

use domain::strategy::StrategyRun;
use sync::RecordId;

/// A run as it was just saved.
#[derive(Debug, Clone, PartialEq)]
pub struct RunSaved {
    pub id: RecordId,
    pub run: StrategyRun,
}
