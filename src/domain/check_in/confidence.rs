//! How sure somebody is of getting through the next days without using: with past use and craving, the answer that tells most.

use thiserror::Error;

/// From 0 (not at all) to 10 (entirely).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u8);

/// A number that is not on the 0–10 scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("confidence goes from 0 to 10")]
pub struct ConfidenceError;

impl Confidence {
    const HIGHEST: u8 = 10;

    /// # Errors
    /// [`ConfidenceError`] for 11 and above.
    pub const fn new(value: u8) -> Result<Confidence, ConfidenceError> {
        if value <= Confidence::HIGHEST { Ok(Confidence(value)) } else { Err(ConfidenceError) }
    }

    /// 0 to 10.
    pub const fn value(self) -> u8 {
        self.0
    }
}
