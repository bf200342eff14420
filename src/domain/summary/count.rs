//! How numbers are made of numbers: means and medians in tenths, halves rounded up, and nothing of nothing.

/// Of fewer entries no pattern is told: "not enough yet".
pub const ENOUGH_FOR_A_PATTERN: u32 = 8;

/// The mean of some small numbers, in tenths, a half of a tenth rounded up: the mean of 7, 7 and 8 is 73. `n` is at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mean {
    /// Of how many.
    pub n: u32,
    pub tenths: u16,
}

/// Mean and median of some small numbers. `n` is at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Middle {
    /// Of how many.
    pub n: u32,
    /// As [`Mean::tenths`].
    pub mean_tenths: u16,
    /// In tenths, too: of an even number of them it can lie halfway between two.
    pub median_tenths: u16,
}

impl Mean {
    /// None of nothing.
    pub fn of(values: &[u8]) -> Option<Mean> {
        let n = u32::try_from(values.len()).ok()?;
        let sum: u32 = values.iter().map(|value| u32::from(*value)).fold(0, u32::saturating_add);
        tenths(sum, n).map(|tenths| Mean { n, tenths })
    }
}

impl Middle {
    /// None of nothing. The values may come in any order.
    pub fn of(values: &[u8]) -> Option<Middle> {
        let mean = Mean::of(values)?;
        // The value that has so many others before it. There are eleven values at most, so none is put in order.
        let at = |place: usize| {
            let is_it = |value: &u8| values.iter().filter(|other| *other <= value).count() > place;
            (0..=u8::MAX).find(is_it).map(u16::from)
        };
        let upper = at(values.len() / 2)?;
        let lower = at((values.len() - 1) / 2)?;
        Some(Middle { n: mean.n, mean_tenths: mean.tenths, median_tenths: (lower + upper) * 5 })
    }
}

/// A sum shared among `n`, in tenths, halves up; None among nobody.
pub(super) fn tenths(sum: u32, n: u32) -> Option<u16> {
    let halves = (u64::from(sum) * 20 + u64::from(n)).checked_div(u64::from(n) * 2)?;
    u16::try_from(halves).ok()
}
