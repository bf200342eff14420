//! The stable name under which a word of ours is stored, and how a name that this build does not know survives.
//!
//! A phone with an older build may read what a newer one wrote. It cannot show a word it has never heard of, but it
//! must give it back unharmed when it saves the entry again.

/// A vocabulary of ours, each word with a code that never changes and is never used again for something else.
pub trait Coded: Copy + Eq + 'static {
    /// Every word, in the order in which a screen offers them.
    const ALL: &'static [Self];

    /// The stored name: lower case, digits and hyphens. Not for a screen.
    fn code(self) -> &'static str;

    /// None for a code that this build does not know.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.code() == code)
    }
}

/// A well-formed code that this build does not know: 1 to 40 of `a-z`, `0-9` and `-`.
/// It can only be had by reading one, so a known code is never kept as an unknown one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

impl Code {
    /// None when it is not shaped as a code.
    pub(crate) fn new(code: &str) -> Option<Code> {
        let shaped = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        ((1..=40).contains(&code.len()) && code.bytes().all(shaped)).then(|| Code(code.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One word of a vocabulary, or the code of one that came later than this build.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kept<T> {
    Known(T),
    Unknown(Code),
}

impl<T: Coded> Kept<T> {
    /// None when it is not shaped as a code.
    pub(crate) fn from_code(code: &str) -> Option<Kept<T>> {
        match T::from_code(code) {
            Some(known) => Some(Kept::Known(known)),
            None => Code::new(code).map(Kept::Unknown),
        }
    }

    pub(crate) fn code(&self) -> &str {
        match self {
            Kept::Known(known) => known.code(),
            Kept::Unknown(code) => code.as_str(),
        }
    }

    pub(crate) fn known(&self) -> Option<T> {
        match self {
            Kept::Known(known) => Some(*known),
            Kept::Unknown(_) => None,
        }
    }

    pub(crate) fn unknown(&self) -> Option<&Code> {
        match self {
            Kept::Known(_) => None,
            Kept::Unknown(code) => Some(code),
        }
    }
}

/// Writes a vocabulary as an enum with its codes, so that no word can be left out of `ALL`.
macro_rules! coded {
    (
        $(#[$about:meta])*
        pub enum $name:ident { $( $(#[$meaning:meta])* $word:ident = $code:literal, )+ }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$meaning])* $word, )+ }

        impl $name {
            /// Every word, in the order in which a screen offers them.
            pub const ALL: &'static [$name] = &[ $( $name::$word, )+ ];

            /// The stored name. It never changes.
            pub const fn code(self) -> &'static str {
                match self { $( $name::$word => $code, )+ }
            }

            /// None for a code that this build does not know.
            pub fn from_code(code: &str) -> Option<$name> {
                <$name as $crate::code::Coded>::from_code(code)
            }
        }

        impl $crate::code::Coded for $name {
            const ALL: &'static [$name] = $name::ALL;

            fn code(self) -> &'static str {
                $name::code(self)
            }
        }
    };
}
pub(crate) use coded;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::medication::DoseTold;
    use crate::meeting::{Fellowship, KindGroup, Refresh};
    use crate::share::{Notice, Revoke, Statement};
    use crate::sober::{Told, Truth};
    use crate::strategy::{School, Setting, StrategyNeed, TimerKind};
    use crate::summary::{Block, Carries, PartOfDay};
    use crate::{
        ActionKind, Appearance, Attendance, ChecklistUse, CrisisLineId, DayUse, KnownCompany, KnownObstacle,
        KnownPlace, KnownSubstance, KnownTrigger, Language, MedicationTaken, Mood, Need, PhaseKind, PlanPart, Prompt,
        Risk, Role, SessionKind, Sleep, Standing, StoryPart, Template, Uses,
    };

    fn check_codes<T: Coded + std::fmt::Debug>() {
        for (position, word) in T::ALL.iter().enumerate() {
            assert_eq!(T::from_code(word.code()), Some(*word));
            assert!(Code::new(word.code()).is_some(), "{word:?} has a badly shaped code");
            assert!(T::ALL[..position].iter().all(|other| other.code() != word.code()), "{word:?} is stored twice");
        }
        assert_eq!(T::from_code("from-next-year"), None);
    }

    #[test]
    fn every_word_has_a_code_of_its_own_and_comes_back_from_it() {
        check_codes::<KnownTrigger>();
        check_codes::<KnownPlace>();
        check_codes::<KnownCompany>();
        check_codes::<KnownSubstance>();
        check_codes::<ActionKind>();
        check_codes::<Appearance>();
        check_codes::<Language>();
        check_codes::<SessionKind>();
        check_codes::<PhaseKind>();
        check_codes::<Template>();
        check_codes::<Attendance>();
        check_codes::<KnownObstacle>();
        check_codes::<Prompt>();
        check_codes::<Standing>();
        check_codes::<Fellowship>();
        check_codes::<KindGroup>();
        check_codes::<Refresh>();
        check_codes::<Role>();
        check_codes::<Uses>();
        check_codes::<CrisisLineId>();
        check_codes::<DayUse>();
        check_codes::<Mood>();
        check_codes::<Sleep>();
        check_codes::<MedicationTaken>();
        check_codes::<Need>();
        check_codes::<StoryPart>();
        check_codes::<Truth>();
        check_codes::<Told>();
        check_codes::<School>();
        check_codes::<StrategyNeed>();
        check_codes::<Setting>();
        check_codes::<TimerKind>();
        check_codes::<ChecklistUse>();
        check_codes::<PlanPart>();
        check_codes::<DoseTold>();
        check_codes::<Risk>();
        check_codes::<Block>();
        check_codes::<Carries>();
        check_codes::<PartOfDay>();
        check_codes::<Notice>();
        check_codes::<Revoke>();
        check_codes::<Statement>();
    }

    #[test]
    fn a_word_from_next_year_is_kept_and_a_mangled_one_is_not() {
        assert_eq!(Kept::<Language>::from_code("fr").map(|kept| kept.code().to_owned()), Some("fr".to_owned()));
        assert_eq!(Kept::<Language>::from_code("fr").and_then(|kept| kept.known()), None);
        for mangled in ["", "Fr", "f r", "é", &"x".repeat(41)] {
            assert_eq!(Kept::<Language>::from_code(mangled), None);
        }
    }
}
