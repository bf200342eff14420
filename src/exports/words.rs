//! What codes, fields and kinds are called in either language, for pages that people read (`words.txt`). The words of chips are those of the
//! app's own catalogue.

use domain::Language;

const WORDS: &str = include_str!("words.txt");

/// The words of one language.
pub struct Words {
    /// Vocabulary, code and word, sorted.
    all: Vec<(&'static str, &'static str, &'static str)>,
}

impl Words {
    /// Reads what was compiled in.
    pub fn of(language: Language) -> Words {
        let mut all = Vec::new();
        let mut vocabulary = "";
        for line in WORDS.lines() {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                vocabulary = name;
            } else if let [code, english, spanish] = line.split(" | ").collect::<Vec<_>>().as_slice() {
                let word = match language {
                    Language::En => english,
                    Language::Es => spanish,
                };
                all.push((vocabulary, *code, *word));
            }
        }
        all.sort_unstable();
        Words { all }
    }

    /// The code itself for one that has no words here: a newer build chose it.
    pub fn word<'a>(&self, vocabulary: &str, code: &'a str) -> &'a str {
        self.find(vocabulary, code).unwrap_or(code)
    }

    /// None for a code that has no words here.
    pub fn find(&self, vocabulary: &str, code: &str) -> Option<&'static str> {
        let place =
            self.all.binary_search_by_key(&(vocabulary, code), |(vocabulary, code, _)| (vocabulary, code)).ok()?;
        self.all.get(place).map(|(_, _, word)| *word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::medication::DoseTold;
    use domain::meeting::{Fellowship, Refresh};
    use domain::record::Kind;
    use domain::sober::{Told, Truth};
    use domain::strategy::StrategyNeed;
    use domain::*;

    /// The words of a vocabulary, and what the schema names of it.
    fn check<K: Coded>(vocabulary: &str) {
        let schema: serde_json::Value = serde_json::from_str(include_str!("schema.json")).unwrap();
        let named = &schema["$defs"][["word_", &vocabulary.replace('-', "_")].concat()]["examples"];
        let ours: Vec<&str> = K::ALL.iter().map(|word| word.code()).collect();
        assert_eq!(*named, serde_json::json!(ours), "{vocabulary}");
        for language in Language::ALL {
            let words = Words::of(*language);
            for word in K::ALL {
                assert!(words.find(vocabulary, word.code()).is_some(), "{vocabulary} {}", word.code());
            }
        }
    }

    #[test]
    fn every_word_of_ours_is_said_in_both_languages_and_stands_in_the_schema() {
        check::<KnownTrigger>("trigger");
        check::<KnownPlace>("place");
        check::<KnownCompany>("company");
        check::<KnownSubstance>("substance");
        check::<ActionKind>("action");
        check::<DayUse>("day-use");
        check::<Mood>("mood");
        check::<Sleep>("sleep");
        check::<MedicationTaken>("medication-taken");
        check::<Need>("need");
        check::<SessionKind>("session-kind");
        check::<Template>("template");
        check::<PhaseKind>("phase-kind");
        check::<Attendance>("attendance");
        check::<KnownObstacle>("obstacle");
        check::<Standing>("standing");
        check::<Role>("role");
        check::<Uses>("reach-use");
        check::<CrisisLineId>("crisis-line");
        check::<ChecklistUse>("checklist-use");
        check::<PlanPart>("plan-part");
        check::<Risk>("risk");
        check::<Fellowship>("fellowship");
        check::<Refresh>("refresh");
        check::<StrategyNeed>("strategy-need");
        check::<DoseTold>("dose-told");
        check::<Appearance>("appearance");
        check::<Language>("language");
        check::<Truth>("truth");
        check::<Told>("truth-told");
        let words = Words::of(Language::Es);
        for kind in Kind::ALL {
            assert!(words.find("kind", crate::tell::collection(kind)).is_some(), "{kind:?}");
        }
    }

    #[test]
    fn every_line_is_a_word_and_none_is_there_twice() {
        let lines = WORDS.lines().filter(|line| !line.is_empty() && !line.starts_with(['[', '#'])).count();
        let words = Words::of(Language::En);
        assert_eq!(words.all.len(), lines);
        assert!(words.all.windows(2).all(|pair| (pair[0].0, pair[0].1) != (pair[1].0, pair[1].1)));
    }
}
