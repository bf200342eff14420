//! A strategy in the person's own words: a name and what to do.

use super::{Setting, Step, Strategy, StrategyKey, StrategyNeed};
use crate::code::Kept;
use crate::name::name;
use crate::words::{Label, Line, unspoken};
use thiserror::Error;

/// As many steps fit one.
pub const MOST_OWN_STEPS: usize = 12;
/// As many of one's own are kept: they are read at every opening.
pub const MOST_OWN_STRATEGIES: usize = 100;

/// One of the person's own.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnStrategy {
    pub(crate) name: Label,
    pub(crate) steps: Vec<Line>,
    /// What it is for; each once.
    pub(crate) needs: Vec<Kept<StrategyNeed>>,
}

name! {
    /// Its stable name: random, and the same for as long as it exists.
    pub struct OwnStrategyId;
}

/// Why it was not taken. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OwnStrategyError {
    #[error("there is no step")]
    NoStep,
    #[error("no more than {limit} steps fit")]
    TooManySteps { limit: usize },
    #[error("no more than {limit} strategies of one's own fit")]
    TooMany { limit: usize },
}

unspoken!(OwnStrategy, OwnStrategyId);

impl OwnStrategy {
    /// # Errors
    /// [`OwnStrategyError`] with no step, or with too many.
    pub fn new(name: Label, steps: Vec<Line>, needs: &[StrategyNeed]) -> Result<OwnStrategy, OwnStrategyError> {
        if steps.is_empty() {
            return Err(OwnStrategyError::NoStep);
        }
        if steps.len() > MOST_OWN_STEPS {
            return Err(OwnStrategyError::TooManySteps { limit: MOST_OWN_STEPS });
        }
        let mut once: Vec<Kept<StrategyNeed>> = Vec::new();
        for need in needs {
            if !once.contains(&Kept::Known(*need)) {
                once.push(Kept::Known(*need));
            }
        }
        Ok(OwnStrategy { name, steps, needs: once })
    }

    pub fn name(&self) -> &Label {
        &self.name
    }

    pub fn steps(&self) -> &[Line] {
        &self.steps
    }

    /// What it is for, as far as this build has words for it.
    pub fn needs(&self) -> impl Iterator<Item = StrategyNeed> {
        self.needs.iter().filter_map(Kept::known)
    }

    /// As one of the library: for any urge, anywhere, and as short as anything.
    pub fn as_strategy(&self, id: OwnStrategyId) -> Option<Strategy> {
        Some(Strategy {
            key: id.key()?,
            name: self.name.as_str().to_owned(),
            why: None,
            schools: Vec::new(),
            needs: self.needs().collect(),
            minutes: 0,
            urge: (0, 10),
            setting: Setting::Anywhere,
            steps: self.steps.iter().map(|step| Step { text: step.as_str().to_owned(), timer: None }).collect(),
        })
    }
}

impl OwnStrategyId {
    /// The name it has among strategies.
    pub fn key(self) -> Option<StrategyKey> {
        StrategyKey::new(&format!("own-{}", self.to_hex()))
    }

    /// The way back; None for a name of the library's.
    pub fn of_key(key: &StrategyKey) -> Option<OwnStrategyId> {
        OwnStrategyId::from_hex(key.as_str().strip_prefix("own-")?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_ones_own_stands_beside_the_library() {
        let step = Line::new("Put the kettle on").unwrap();
        let name = Label::new("Tea").unwrap();
        let own =
            OwnStrategy::new(name.clone(), vec![step.clone()], &[StrategyNeed::Stress, StrategyNeed::Stress]).unwrap();
        let id = OwnStrategyId::from_bytes([0x80, 1, 2, 3, 4, 5, 6, 7]);
        let strategy = own.as_strategy(id).unwrap();
        assert_eq!((strategy.needs.as_slice(), strategy.steps.len()), (&[StrategyNeed::Stress][..], 1));
        assert!(OwnStrategyId::of_key(&strategy.key) == Some(id));
        assert!(OwnStrategyId::of_key(&StrategyKey::new("delay-15").unwrap()).is_none());
        assert_eq!(OwnStrategy::new(name.clone(), Vec::new(), &[]).err(), Some(OwnStrategyError::NoStep));
        let many = OwnStrategy::new(name, vec![step; 13], &[]).err();
        assert_eq!(many, Some(OwnStrategyError::TooManySteps { limit: 12 }));
    }
}
