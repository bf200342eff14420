//! Version 1 of a run of a strategy (kind 50), of the marks on strategies (kind 51) and of one's own strategies (kind 52). Frozen like
//! their siblings. When a run was begun is in the preamble.

use serde::{Deserialize, Serialize};

use super::RatingV1;
use super::convert::maybe;
use crate::code::Kept;
use crate::intensity::Intensity;
use crate::moment::{Moment, Zone};
use crate::strategy::{
    MAX_KEYS, MAX_STEPS, MOST_OWN_STEPS, OwnStrategy, StepTimer, StrategyChoices, StrategyKey, StrategyRun,
};
use crate::words::{Label, Line};

/// Kind 50.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct StrategyRunV1 {
    /// Local minus UTC, −1080 to 1080.
    offset_minutes: i16,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    strategy: String,
    /// At most 80 characters.
    name: String,
    /// 0 to 10.
    before: Option<u8>,
    after: Option<RatingV1>,
    /// A bit for each step.
    ticked: u32,
    timer: Option<StepTimerV1>,
    is_over: bool,
}

#[derive(Serialize, Deserialize)]
struct StepTimerV1 {
    /// 0 to 31.
    step: u8,
    elapsed_s: u16,
    since_utc_ms: Option<i64>,
}

/// Kind 51. At most 200 of each, each once.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct StrategyChoicesV1 {
    favourites: Vec<String>,
    hidden: Vec<String>,
}

/// Kind 52.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct OwnStrategyV1 {
    /// At most 80 characters.
    name: String,
    /// 1 to 12 of at most 200 characters.
    steps: Vec<String>,
    /// Each once.
    needs: Vec<String>,
}

impl From<&StrategyRun> for StrategyRunV1 {
    fn from(run: &StrategyRun) -> StrategyRunV1 {
        let timer = |timer: StepTimer| StepTimerV1 {
            step: timer.step,
            elapsed_s: timer.elapsed_s,
            since_utc_ms: timer.since_utc_ms,
        };
        StrategyRunV1 {
            offset_minutes: run.at.offset_minutes(),
            zone: run.at.zone().name().to_owned(),
            strategy: run.strategy.as_str().to_owned(),
            name: run.name.as_str().to_owned(),
            before: run.before.map(Intensity::value),
            after: run.after.map(RatingV1::from),
            ticked: run.ticked,
            timer: run.timer.map(timer),
            is_over: run.is_over,
        }
    }
}

impl StrategyRunV1 {
    /// `at_utc_ms` is the preamble's. None when any part is out of its bounds.
    pub(in crate::record) fn into_run(self, at_utc_ms: i64) -> Option<StrategyRun> {
        let timer = |timer: StepTimerV1| {
            let StepTimerV1 { step, elapsed_s, since_utc_ms } = timer;
            (step < MAX_STEPS).then_some(StepTimer { step, elapsed_s, since_utc_ms })
        };
        Some(StrategyRun {
            at: Moment::new(at_utc_ms, self.offset_minutes, Zone::named(&self.zone)?).ok()?,
            strategy: StrategyKey::new(&self.strategy)?,
            name: Label::new(&self.name).ok()?,
            before: maybe(self.before, |value| Intensity::new(value).ok())?,
            after: maybe(self.after, RatingV1::into_rating)?,
            ticked: self.ticked,
            timer: maybe(self.timer, timer)?,
            is_over: self.is_over,
        })
    }
}

impl From<&StrategyChoices> for StrategyChoicesV1 {
    fn from(choices: &StrategyChoices) -> StrategyChoicesV1 {
        let codes = |keys: &[StrategyKey]| keys.iter().map(|key| key.as_str().to_owned()).collect();
        StrategyChoicesV1 { favourites: codes(&choices.favourites), hidden: codes(&choices.hidden) }
    }
}

impl StrategyChoicesV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_choices(self) -> Option<StrategyChoices> {
        Some(StrategyChoices { favourites: keys(&self.favourites)?, hidden: keys(&self.hidden)? })
    }
}

fn keys(codes: &[String]) -> Option<Vec<StrategyKey>> {
    let keys = codes.iter().map(|code| StrategyKey::new(code)).collect::<Option<Vec<_>>>()?;
    (keys.len() <= MAX_KEYS && is_each_once(&keys)).then_some(keys)
}

pub(super) fn is_each_once<T: PartialEq>(all: &[T]) -> bool {
    all.iter().enumerate().all(|(place, one)| all.iter().take(place).all(|before| before != one))
}

impl From<&OwnStrategy> for OwnStrategyV1 {
    fn from(own: &OwnStrategy) -> OwnStrategyV1 {
        OwnStrategyV1 {
            name: own.name.as_str().to_owned(),
            steps: own.steps.iter().map(|step| step.as_str().to_owned()).collect(),
            needs: own.needs.iter().map(|need| need.code().to_owned()).collect(),
        }
    }
}

impl OwnStrategyV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_own(self) -> Option<OwnStrategy> {
        let steps = self.steps.iter().map(|step| Line::new(step).ok()).collect::<Option<Vec<_>>>()?;
        let needs = self.needs.iter().map(|code| Kept::from_code(code)).collect::<Option<Vec<_>>>()?;
        let is_sound = (1..=MOST_OWN_STEPS).contains(&steps.len()) && is_each_once(&needs);
        is_sound.then_some(OwnStrategy { name: Label::new(&self.name).ok()?, steps, needs })
    }
}
