//! Finding an entry again by any word in it: the person's own, or the word a chip has in their language.

use crate::action::ActionKind;
use crate::check_in::CheckIn;
use crate::chip::Chip;
use crate::code::Coded;
use crate::company::KnownCompany;
use crate::craving::Craving;
use crate::fold::Folded;
use crate::place::KnownPlace;
use crate::substance::KnownSubstance;
use crate::trigger::KnownTrigger;

/// A word of ours, for the catalogue of the language in use to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KnownWord {
    Trigger(KnownTrigger),
    Place(KnownPlace),
    Company(KnownCompany),
    Substance(KnownSubstance),
    Action(ActionKind),
}

/// What is looked for: words in any order, each of which has to be found somewhere in the entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    words: Vec<Folded>,
}

impl Needle {
    pub fn new(typed: &str) -> Needle {
        Needle { words: typed.split_whitespace().map(Folded::new).filter(|word| !word.is_empty()).collect() }
    }

    /// Nothing is looked for, so everything matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word is somewhere in a text.
    pub fn fits(&self, text: &str) -> bool {
        self.is_in(&Folded::new(text))
    }

    /// Whether every word is somewhere in these.
    pub(crate) fn is_in(&self, words: &Folded) -> bool {
        self.words.iter().all(|word| words.contains(word))
    }
}

impl CheckIn {
    /// Whether every word of the search is in its line.
    pub fn matches(&self, needle: &Needle) -> bool {
        needle.is_in(&Folded::new(self.line().map_or("", |line| line.as_str())))
    }
}

impl Craving {
    /// Whether every word of the search is in the note, in an own word, or in the label of a known one.
    /// `label` gives the label in the language in use: the domain knows none.
    pub fn matches<'a>(&self, needle: &Needle, label: &dyn Fn(KnownWord) -> &'a str) -> bool {
        if needle.is_empty() {
            return true;
        }
        let mut words = Folded::new(self.note.as_ref().map_or("", |note| note.as_str()));
        add_chips(&mut words, &self.triggers, label, KnownWord::Trigger);
        add_chips(&mut words, &self.place, label, KnownWord::Place);
        add_chips(&mut words, &self.company, label, KnownWord::Company);
        add_chips(&mut words, &self.substance, label, KnownWord::Substance);
        for kind in self.actions.iter().filter_map(|action| action.kind()) {
            words.also(label(KnownWord::Action(kind)));
        }
        needle.is_in(&words)
    }
}

fn add_chips<'chip, 'label, K: Coded>(
    words: &mut Folded,
    chips: impl IntoIterator<Item = &'chip Chip<K>>,
    label: &dyn Fn(KnownWord) -> &'label str,
    known_word: impl Fn(K) -> KnownWord,
) {
    for chip in chips {
        match chip {
            Chip::Known(known) => words.also(label(known_word(*known))),
            Chip::Own(own) => words.also(own.as_str()),
            // It has no word in this build; its code is not one that a person would type.
            Chip::Unknown(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::craving_of;
    use crate::{ActionTaken, Company, Label, Note};

    fn spanish(word: KnownWord) -> &'static str {
        match word {
            KnownWord::Trigger(KnownTrigger::Lonely) => "Soledad",
            KnownWord::Place(KnownPlace::Home) => "En casa",
            KnownWord::Action(ActionKind::CalledSomeone) => "Llamé a alguien",
            KnownWord::Trigger(_)
            | KnownWord::Place(_)
            | KnownWord::Company(_)
            | KnownWord::Substance(_)
            | KnownWord::Action(_) => "",
        }
    }

    fn evening() -> Craving {
        Craving {
            triggers: vec![KnownTrigger::Lonely.into()],
            place: Some(KnownPlace::Home.into()),
            company: vec![Company::Own(Label::new("Tía Inés").unwrap())],
            note: Some(Note::new("Después del café").unwrap()),
            actions: vec![ActionTaken::new(ActionKind::CalledSomeone, 0)],
            ..craving_of(6)
        }
    }

    #[test]
    fn an_entry_is_found_by_its_note_its_own_words_and_its_chips() {
        for typed in ["despues", "CAFÉ", "tia ines", "soledad", "casa cafe", "llame", "", "  "] {
            assert!(evening().matches(&Needle::new(typed), &spanish), "{typed:?}");
        }
    }

    #[test]
    fn every_word_has_to_be_there_and_none_runs_across_two_fields() {
        for typed in ["lonely", "casa bar", "cafesoledad", "home"] {
            assert!(!evening().matches(&Needle::new(typed), &spanish), "{typed:?}");
        }
    }
}
