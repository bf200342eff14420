//! Counting tests from what the test programs print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Passed.
    pub passed: usize,
    /// Failed.
    pub failed: usize,
}

impl Totals {
    /// One step that is either right or wrong, such as a lint.
    pub const ONE_PASSED: Self = Self { passed: 1, failed: 0 };
    /// As [`Totals::ONE_PASSED`], wrong.
    pub const ONE_FAILED: Self = Self { passed: 0, failed: 1 };

    /// Reads a line of cargo's or of wasm-bindgen's test runner: `test result: ok. 3 passed; 1 failed; …`.
    pub fn in_result_line(line: &str) -> Option<Self> {
        let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let count =
            |word: &str| counts.split(';').find_map(|part| part.trim().strip_suffix(word)?.trim_end().parse().ok());
        Some(Self { passed: count("passed")?, failed: count("failed")? })
    }

    /// Reads the last line of the journeys, which is also the last line of `cargo xtask test`: `3 passed, 1 failed`.
    pub fn in_summary(line: &str) -> Option<Self> {
        let (passed, failed) = line.trim().strip_suffix(" failed")?.split_once(" passed, ")?;
        Some(Self { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::Totals;

    #[test]
    fn a_result_line_is_counted() {
        let ok = "test result: ok. 41 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(Totals::in_result_line(ok), Some(Totals { passed: 41, failed: 0 }));
        let failed = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 filtered out";
        assert_eq!(Totals::in_result_line(failed), Some(Totals { passed: 12, failed: 3 }));
        for other in ["test craving::log ... ok", "test result: ok.", "running 3 tests", "", "3 passed, 1 failed"] {
            assert_eq!(Totals::in_result_line(other), None, "{other}");
        }
    }

    #[test]
    fn the_summary_reads_itself_back() {
        let totals = Totals { passed: 12, failed: 3 };
        assert_eq!(Totals::in_summary(&totals.to_string()), Some(totals));
        assert_eq!(Totals::in_summary("12 passed"), None);
        assert_eq!(Totals::in_summary("ok 12 passed, 3 failed"), None);
    }

    #[test]
    fn totals_add_up() {
        let mut sum = Totals::ONE_PASSED;
        sum += Totals::ONE_FAILED;
        sum += Totals { passed: 5, failed: 0 };
        assert_eq!(sum.to_string(), "6 passed, 1 failed");
    }
}
