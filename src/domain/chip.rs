//! One choice on a screen of chips: a word that we offer, or the person's own.

use crate::code::{Code, Coded};
use crate::words::Label;
use std::fmt;

/// What was chosen. [`Trigger`](crate::Trigger), [`Place`](crate::Place), [`Company`](crate::Company) and
/// [`Substance`](crate::Substance) are chips over their own vocabulary.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Chip<K> {
    /// One that we offer; its words in the person's language live in the app's catalogue.
    Known(K),
    /// The person's own word.
    Own(Label),
    /// Offered by a newer build than this one: it cannot be named here, and is kept as it is.
    Unknown(Code),
}

impl<K: Coded> Chip<K> {
    /// From a stored code; None when it is not shaped as one.
    pub fn from_code(code: &str) -> Option<Chip<K>> {
        match K::from_code(code) {
            Some(known) => Some(Chip::Known(known)),
            None => Code::new(code).map(Chip::Unknown),
        }
    }

    pub fn known(&self) -> Option<K> {
        match self {
            Chip::Known(known) => Some(*known),
            Chip::Own(_) | Chip::Unknown(_) => None,
        }
    }

    pub fn own(&self) -> Option<&Label> {
        match self {
            Chip::Own(label) => Some(label),
            Chip::Known(_) | Chip::Unknown(_) => None,
        }
    }

    /// Whether choosing both would say the same thing twice. "Corner store" is "corner store", but "papá" is not
    /// "papa": capitals are ignored, accents are not.
    pub fn same_as(&self, other: &Chip<K>) -> bool {
        match (self, other) {
            (Chip::Known(mine), Chip::Known(theirs)) => mine == theirs,
            (Chip::Own(mine), Chip::Own(theirs)) => mine.same_word(theirs),
            (Chip::Unknown(mine), Chip::Unknown(theirs)) => mine == theirs,
            (Chip::Known(_) | Chip::Own(_) | Chip::Unknown(_), _) => false,
        }
    }
}

impl<K> From<Label> for Chip<K> {
    fn from(label: Label) -> Chip<K> {
        Chip::Own(label)
    }
}

/// What somebody chose is theirs, even where the word is ours.
impl<K> fmt::Debug for Chip<K> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Chip::Known(_) => "Known(…)",
            Chip::Own(_) => "Own(…)",
            Chip::Unknown(_) => "Unknown(…)",
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{KnownPlace, KnownTrigger, Label, Place, Trigger};

    fn own(word: &str) -> Trigger {
        Trigger::Own(Label::new(word).unwrap())
    }

    #[test]
    fn capitals_do_not_make_a_new_word_and_accents_do() {
        assert!(own("Corner store").same_as(&own("corner  STORE")));
        assert!(!own("papá").same_as(&own("papa")));
        assert!(!own("hungry").same_as(&Trigger::Known(KnownTrigger::Hungry)));
        assert!(Trigger::Known(KnownTrigger::Hungry).same_as(&KnownTrigger::Hungry.into()));
    }

    #[test]
    fn a_chip_from_a_newer_app_is_kept_by_its_code() {
        assert!(matches!(Place::from_code("spaceport"), Some(Place::Unknown(code)) if code.as_str() == "spaceport"));
        assert!(matches!(Place::from_code("home"), Some(Place::Known(KnownPlace::Home))));
        assert_eq!(Place::from_code("Space port"), None);
    }

    #[test]
    fn a_printed_chip_says_nothing_about_the_person() {
        assert_eq!(format!("{:?} {:?}", own("my dealer"), Trigger::Known(KnownTrigger::Sad)), "Own(…) Known(…)");
    }
}
