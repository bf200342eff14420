//! The stable name of a strategy: a word of the library's, or the random name of one of the person's own.

use crate::code::Code;

/// 1 to 40 of `a-z`, `0-9` and `-`. It never changes, so what helped stays known under it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StrategyKey(Code);

impl StrategyKey {
    /// None when it is not shaped as one.
    pub fn new(code: &str) -> Option<StrategyKey> {
        Code::new(code).map(StrategyKey)
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Eight bytes that look random and depend on the name alone: an address says nothing.
    pub fn mark(&self) -> [u8; 8] {
        crate::visit::mark_of(self.as_str().as_bytes())
    }
}
