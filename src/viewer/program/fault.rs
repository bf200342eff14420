//! What is wrong with what was typed, and the sentence for it. Nothing that was typed goes away because of it.

use text::counselor_program::CounselorProgram;

/// About one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Something has to stand there.
    Missing,
    /// At most so many characters.
    TooLong(usize),
    /// No day, or one that no calendar of ours has.
    NoDay,
    NoTime,
    /// The session is over before it begins, or takes longer than half a day.
    EndsBefore,
    /// The last day is before the first.
    LastBefore,
    /// A last day, and no day of the week on which it comes again.
    LastAlone,
    NoLink,
    NoNumber,
    /// No address that a phone may ask for meetings.
    NoList,
    /// At most so many steps.
    TooManySteps(usize),
}

/// Why no version was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// What is wrong, by line (none is what is said of the whole) and field; at least one.
    Faults(Vec<(Option<u32>, super::form::Field, Fault)>),
    /// There is no line in it.
    Empty,
    /// More than a file may hold.
    TooLong,
    NoRandomness,
}

impl Fault {
    #[must_use]
    pub fn sentence(self, words: &CounselorProgram) -> String {
        let fault = &words.fault;
        let said = match self {
            Fault::Missing => fault.missing,
            Fault::TooLong(limit) => return (fault.too_long)(limit),
            Fault::NoDay => fault.no_day,
            Fault::NoTime => fault.no_time,
            Fault::EndsBefore => fault.ends_before,
            Fault::LastBefore => fault.last_before,
            Fault::LastAlone => fault.last_alone,
            Fault::NoLink => fault.no_link,
            Fault::NoNumber => fault.no_number,
            Fault::NoList => fault.no_list,
            Fault::TooManySteps(limit) => return (fault.too_many_steps)(limit),
        };
        said.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::Fault;
    use domain::Language;
    use std::collections::BTreeSet;

    #[test]
    fn each_fault_has_a_sentence_of_its_own_that_says_what_to_do() {
        let all = [
            Fault::Missing,
            Fault::TooLong(80),
            Fault::NoDay,
            Fault::NoTime,
            Fault::EndsBefore,
            Fault::LastBefore,
            Fault::LastAlone,
            Fault::NoLink,
            Fault::NoNumber,
            Fault::NoList,
            Fault::TooManySteps(12),
        ];
        for language in Language::ALL {
            let words = text::of(*language).counselor_program();
            let said: BTreeSet<String> = all.iter().map(|fault| fault.sentence(words)).collect();
            assert_eq!(said.len(), all.len(), "two of them say the same");
            assert!(said.iter().any(|sentence| sentence.contains("80")));
        }
    }
}
