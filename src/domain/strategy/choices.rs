//! Which strategies are a person's favourites, and which they do not want to see.

use super::StrategyKey;
use crate::words::unspoken;

/// As many can be marked in each way.
pub const MAX_KEYS: usize = 200;

/// What was chosen.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct StrategyChoices {
    pub(crate) favourites: Vec<StrategyKey>,
    pub(crate) hidden: Vec<StrategyKey>,
}

/// What a strategy is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrategyMark {
    Favourite,
    Hidden,
}

unspoken!(StrategyChoices);

impl StrategyChoices {
    pub fn is(&self, mark: StrategyMark, key: &StrategyKey) -> bool {
        match mark {
            StrategyMark::Favourite => self.favourites.contains(key),
            StrategyMark::Hidden => self.hidden.contains(key),
        }
    }

    /// The choices with one mark set or taken away. A hidden favourite is hidden; one more than fits changes nothing.
    #[must_use]
    pub fn mark(&self, mark: StrategyMark, key: &StrategyKey, is_set: bool) -> StrategyChoices {
        let mut choices = self.clone();
        let keys = match mark {
            StrategyMark::Favourite => &mut choices.favourites,
            StrategyMark::Hidden => &mut choices.hidden,
        };
        keys.retain(|there| there != key);
        if is_set && keys.len() < MAX_KEYS {
            keys.push(key.clone());
        }
        choices
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_set_once_and_taken_away() {
        let key = StrategyKey::new("delay-15").unwrap();
        let marked = StrategyChoices::default().mark(StrategyMark::Favourite, &key, true).mark(
            StrategyMark::Favourite,
            &key,
            true,
        );
        assert!(marked.is(StrategyMark::Favourite, &key) && !marked.is(StrategyMark::Hidden, &key));
        assert_eq!(marked.favourites.len(), 1);
        assert!(marked.mark(StrategyMark::Favourite, &key, false) == StrategyChoices::default());
    }
}
