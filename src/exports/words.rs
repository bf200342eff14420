//! What codes, fields and kinds are called in either language, for pages that people read (`words.txt`). The words of chips are those of the
//! app's own catalogue.

use domain::Language;

const WORDS: &str = include_str!("words.txt");

/// The words of one language.
pub struct Words {
    /// Every vocabulary with its codes and words, as they stand in the file.
    all: Vec<(&'static str, Vec<(&'static str, &'static str)>)>,
}

impl Words {
    /// Reads what was compiled in.
    pub fn of(language: Language) -> Words {
        let mut all: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
        for line in WORDS.lines() {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                all.push((name, Vec::new()));
            } else if let (Some((_, words)), Some((code, both))) = (all.last_mut(), line.split_once(" | ")) {
                let (english, spanish) = both.split_once(" | ").unwrap_or((both, both));
                words.push((
                    code,
                    match language {
                        Language::En => english,
                        Language::Es => spanish,
                    },
                ));
            }
        }
        Words { all }
    }

    /// The code itself for one that has no words here: a newer build chose it.
    pub fn word<'a>(&self, vocabulary: &str, code: &'a str) -> &'a str {
        self.find(vocabulary, code).unwrap_or(code)
    }

    /// None for a code that has no words here.
    pub fn find(&self, vocabulary: &str, code: &str) -> Option<&'static str> {
        let (_, words) = self.all.iter().find(|(name, _)| *name == vocabulary)?;
        words.iter().find(|(there, _)| *there == code).map(|(_, word)| *word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::medication::DoseTold;
    use domain::meeting::{Fellowship, Refresh};
    use domain::record::Kind;
    use domain::share::Revoke;
    use domain::sober::{Told, Truth};
    use domain::strategy::StrategyNeed;
    use domain::summary::{Block, Carries};
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
        check::<Block>("page-part");
        check::<Carries>("page-carries");
        check::<Revoke>("revoke");
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
        let lines = WORDS.lines().filter(|line| line.matches(" | ").count() == 2).count();
        assert_eq!(lines, WORDS.lines().filter(|line| !line.is_empty() && !line.starts_with(['[', '#'])).count());
        let words = Words::of(Language::En);
        assert_eq!(words.all.iter().map(|(_, words)| words.len()).sum::<usize>(), lines);
        for (vocabulary, words) in &words.all {
            for (place, (code, _)) in words.iter().enumerate() {
                assert!(words[..place].iter().all(|(before, _)| before != code), "{vocabulary}.{code}");
            }
        }
    }
}
