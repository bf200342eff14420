//! What a chip says: a word of ours, the person's own, or that a newer build chose it.

use domain::{Chip, Coded, KnownCompany, KnownPlace, KnownSubstance, KnownTrigger, KnownWord};

use crate::Text;

/// A vocabulary whose words the catalogue names.
pub trait Named: Coded + Send + Sync {
    /// The word, as the catalogue knows it.
    fn word(self) -> KnownWord;
}

impl Named for KnownTrigger {
    fn word(self) -> KnownWord {
        KnownWord::Trigger(self)
    }
}

impl Named for KnownPlace {
    fn word(self) -> KnownWord {
        KnownWord::Place(self)
    }
}

impl Named for KnownCompany {
    fn word(self) -> KnownWord {
        KnownWord::Company(self)
    }
}

impl Named for KnownSubstance {
    fn word(self) -> KnownWord {
        KnownWord::Substance(self)
    }
}

impl Text {
    /// The words on a chip.
    #[must_use]
    pub fn chip<K: Named>(self, chip: &Chip<K>) -> String {
        match chip {
            Chip::Known(known) => self.word(known.word()).to_owned(),
            Chip::Own(own) => own.as_str().to_owned(),
            Chip::Unknown(_) => self.log().word_from_newer.to_owned(),
        }
    }
}
