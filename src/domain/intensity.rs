//! How strong a craving is, from 0 (none) to 10 (the strongest there was): the one number that a log needs.

use thiserror::Error;

/// The strength of a craving on the usual 0–10 scale. Outside 0..=10 it does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Intensity(u8);

/// A number that is not on the 0–10 scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an intensity goes from 0 to 10")]
pub struct IntensityError;

impl Intensity {
    pub const LOWEST: Intensity = Intensity(0);
    pub const HIGHEST: Intensity = Intensity(10);
    /// Where an act is offered unless the person chose otherwise. Here, because only this file can make one in a `const`.
    pub(crate) const FIVE: Intensity = Intensity(5);

    /// # Errors
    /// [`IntensityError`] for 11 and above.
    pub const fn new(value: u8) -> Result<Intensity, IntensityError> {
        if value <= Intensity::HIGHEST.0 { Ok(Intensity(value)) } else { Err(IntensityError) }
    }

    /// 0 to 10.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// The whole scale, from 0 up, as a screen draws it.
    pub fn all() -> impl DoubleEndedIterator<Item = Intensity> {
        (Intensity::LOWEST.0..=Intensity::HIGHEST.0).map(Intensity)
    }
}

impl TryFrom<u8> for Intensity {
    type Error = IntensityError;

    fn try_from(value: u8) -> Result<Intensity, IntensityError> {
        Intensity::new(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_ten_is_on_the_scale_and_eleven_is_refused() {
        for value in 0..=10 {
            assert_eq!(Intensity::new(value).map(Intensity::value), Ok(value));
        }
        for value in 11..=u8::MAX {
            assert_eq!(Intensity::new(value), Err(IntensityError));
        }
    }

    #[test]
    fn the_scale_has_eleven_steps_in_order() {
        let values: Vec<u8> = Intensity::all().map(Intensity::value).collect();
        assert_eq!(values, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
}
