//! What the app says: every sentence in both languages, none that is empty, shouts, or uses a word that hurts.
//!
//! The sentences are read from the source, so that one that is shown rarely is looked at as well.

use domain::{
    ActionKind, EditError, KnownCompany, KnownPlace, KnownSubstance, KnownTrigger, KnownWord, Language, WhenError,
};
use engine::{OpenError, SaveError};
use std::collections::BTreeSet;
use storage::StoreError;
use stories_native::{assert_faultless, source, sources};
use text::Text;

/// Words that judge, in both languages. They are looked for as whole words.
const HURTING_EN: &str = "failure failed fail fails clean dirty addict addicts addicted abuse abuser relapse relapsed compliance compliant \
    patient patients slipped junkie success";
const HURTING_ES: &str = "fracaso fracasaste fallaste limpio limpia sucio sucia adicto adicta adictos abuso recaída recaíste cumplimiento \
    paciente pacientes éxito usted";
/// Praise for a number is praise withheld for another.
const PRAISE: [&str; 10] = [
    "great job",
    "good job",
    "well done",
    "congratulations",
    "proud of you",
    "keep it up",
    "felicidades",
    "felicitaciones",
    "bien hecho",
    "buen trabajo",
];

/// Names, and what has to be sent letter by letter.
const WRITTEN_LARGE: [&str; 9] = ["SAMHSA", "HIPAA", "NARCAN", "HELLO", "HOLA", "AYUDA", "SMART", "SLAA", "CEAHOW"];

/// One sentence as it stands in the source.
struct Sentence {
    /// File and line.
    place: String,
    /// `None` outside the blocks of either, where a sentence has to pass for both.
    language: Option<Language>,
    words: String,
}

/// Every literal in the catalogue, with the language whose block it stands in. Tests say what they like.
fn sentences() -> Vec<Sentence> {
    let files = sources("src/text", &[".rs"]);
    assert!(files.len() > 5, "the catalogue has moved");
    let mut found = Vec::new();
    for file in files {
        let mut language = None;
        let shipped = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        let mut lines = shipped.lines().enumerate();
        while let Some((number, line)) = lines.next() {
            language = if line.starts_with('}') { None } else { language_from(line).or(language) };
            let mut code = line.to_owned();
            // A literal that goes on in the next line ends with a backslash.
            while code.ends_with('\\') {
                let Some((_, more)) = lines.next() else { break };
                code.truncate(code.len() - 1);
                code.push_str(more.trim_start());
            }
            if code.trim_start().starts_with("//") || is_silence(&code) {
                continue;
            }
            let place = format!("{}:{}", file.path, number + 1);
            found.extend(literals(&code).into_iter().map(|words| Sentence { place: place.clone(), language, words }));
        }
    }
    found.extend(strategies());
    found.extend(printed());
    found
}

/// The words of what is printed, which stand beside each other in both languages.
fn printed() -> Vec<Sentence> {
    let file = source("src/exports/words.txt");
    let mut found = Vec::new();
    for (line, number) in file.text.lines().zip(1..) {
        if let [_, english, spanish] = line.split(" | ").collect::<Vec<_>>().as_slice() {
            for (language, words) in [(Language::En, english), (Language::Es, spanish)] {
                let place = format!("{}:{number}", file.path);
                found.push(Sentence { place, language: Some(language), words: (*words).to_owned() });
            }
        }
    }
    assert!(found.len() > 600, "the words of exports have moved");
    found
}

/// The sentences of the coping strategies, which are content and not code.
fn strategies() -> Vec<Sentence> {
    let mut found = Vec::new();
    for file in sources("public/strategies", &[".txt"]) {
        let language = if file.path.ends_with("en.txt") { Language::En } else { Language::Es };
        for (line, number) in file.text.lines().zip(1..) {
            if line.is_empty() || line.starts_with(['#', '@']) {
                continue;
            }
            let words = line.trim_start_matches("? ").trim_start_matches("- ");
            let words = words.split_once("] ").map_or(words, |(_, words)| words).to_owned();
            found.push(Sentence { place: format!("{}:{number}", file.path), language: Some(language), words });
        }
    }
    assert!(found.len() > 400, "the strategies have moved");
    found
}

/// An arm that says nothing on purpose.
fn is_silence(code: &str) -> bool {
    code.trim_end().ends_with("=> \"\",") || code.contains("::new()")
}

/// A line that begins a block in one language: a static, or a function that is named after it.
fn language_from(line: &str) -> Option<Language> {
    let line = line.trim_start_matches("pub ");
    let begins = |names: [&str; 2]| names.iter().any(|name| line.starts_with(name));
    let is_function_of =
        |ending: &str| line.starts_with("fn ") && line.split('(').next().is_some_and(|n| n.ends_with(ending));
    if begins(["static EN", "fn en("]) || is_function_of("_en") {
        Some(Language::En)
    } else if begins(["static ES", "fn es("]) || is_function_of("_es") {
        Some(Language::Es)
    } else {
        None
    }
}

/// What stands between quotes in a line of code.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside: Option<String> = None;
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match (letter, inside.as_mut()) {
            ('\\', Some(words)) => {
                words.extend(letters.next().map(|escaped| if escaped == 'n' { '\n' } else { escaped }))
            }
            ('"', Some(_)) => found.extend(inside.take()),
            ('"', None) => inside = Some(String::new()),
            (_, Some(words)) => words.push(letter),
            (_, None) => {}
        }
    }
    found
}

/// Words without what is around them, in small letters; what a number is put into is left out.
fn words_of(sentence: &str) -> Vec<String> {
    let letters = |text: &str| text.to_lowercase();
    sentence.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).map(letters).collect()
}

fn check(what: &str, is_fault: impl Fn(&Sentence) -> Option<String>) {
    let faults: Vec<String> = sentences()
        .iter()
        .filter_map(|sentence| Some(format!("{}: {} ({:?})", sentence.place, is_fault(sentence)?, sentence.words)))
        .collect();
    assert_faultless(what, &faults);
}

#[test]
fn there_is_as_much_to_say_in_each_language() {
    let count = |language| sentences().iter().filter(|sentence| sentence.language == Some(language)).count();
    let (english, spanish) = (count(Language::En), count(Language::Es));
    assert!(english > 200 && english.abs_diff(spanish) * 20 < english, "{english} in English, {spanish} in Spanish");
}

#[test]
fn no_sentence_is_empty_or_padded() {
    check("empty or padded sentences", |sentence| {
        let words = &sentence.words;
        let is_padded = words.trim() != words && sentence.language.is_some();
        (is_padded || words.is_empty() || words.contains("  ")).then(|| "empty, or spaces too many".to_owned())
    });
}

#[test]
fn nobody_is_shouted_at() {
    check("sentences that shout", |sentence| {
        let shouts = sentence.words.contains(['!', '¡']);
        let capitals = sentence.words.split_whitespace().find(|word| {
            let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
            let letters: String = letters.into_iter().collect();
            letters.chars().count() > 3
                && letters == letters.to_uppercase()
                && !WRITTEN_LARGE.contains(&letters.as_str())
        });
        (shouts || capitals.is_some()).then(|| "shouts".to_owned())
    });
}

#[test]
fn no_sentence_judges() {
    check("sentences that judge", |sentence| {
        let hurting: BTreeSet<&str> = match sentence.language {
            Some(Language::En) => HURTING_EN.split_whitespace().collect(),
            Some(Language::Es) => HURTING_ES.split_whitespace().collect(),
            None => HURTING_EN.split_whitespace().chain(HURTING_ES.split_whitespace()).collect(),
        };
        let word = words_of(&sentence.words).into_iter().find(|word| hurting.contains(word.as_str()))?;
        Some(format!("says “{word}”"))
    });
}

#[test]
fn nobody_is_praised_for_a_number() {
    check("sentences that praise", |sentence| {
        let spoken = sentence.words.to_lowercase();
        PRAISE.iter().find(|praise| spoken.contains(*praise)).map(|praise| format!("says “{praise}”"))
    });
}

#[test]
fn quotes_and_dots_are_those_of_print() {
    check("sentences with a typewriter's marks", |sentence| {
        let typed = sentence.words.contains("...") || sentence.words.contains('\'') || sentence.words.contains('"');
        typed.then(|| "use … ’ “ ”".to_owned())
    });
}

#[test]
fn a_spanish_question_opens_as_well_as_it_closes() {
    check("questions without their beginning", |sentence| {
        let count = |mark: char| sentence.words.matches(mark).count();
        (sentence.language == Some(Language::Es) && count('?') != count('¿')).then(|| "¿…?".to_owned())
    });
}

fn in_both(check: impl Fn(Text)) {
    for language in Language::ALL {
        check(text::of(*language));
    }
}

fn every_word() -> Vec<KnownWord> {
    let triggers = KnownTrigger::ALL.iter().copied().map(KnownWord::Trigger);
    let places = KnownPlace::ALL.iter().copied().map(KnownWord::Place);
    let company = KnownCompany::ALL.iter().copied().map(KnownWord::Company);
    let substances = KnownSubstance::ALL.iter().copied().map(KnownWord::Substance);
    let actions = ActionKind::ALL.iter().copied().map(KnownWord::Action);
    triggers.chain(places).chain(company).chain(substances).chain(actions).collect()
}

#[test]
fn every_chip_has_a_short_word_of_its_own() {
    in_both(|text| {
        let kind_of = std::mem::discriminant::<KnownWord>;
        let words: Vec<_> = every_word().into_iter().map(|word| (kind_of(&word), text.word(word))).collect();
        for (_, word) in &words {
            assert!((1..=36).contains(&word.chars().count()), "{word:?}");
        }
        for (place, one) in words.iter().enumerate() {
            assert!(!words[..place].contains(one), "{:?} is said of two chips of one kind", one.1);
        }
    });
}

#[test]
fn a_printed_page_says_a_chip_as_the_app_does() {
    let printed = printed();
    for language in Language::ALL {
        let said = |word: &&str| printed.iter().any(|one| one.language == Some(*language) && one.words == **word);
        let words: Vec<&str> = every_word().into_iter().map(|word| text::of(*language).word(word)).collect();
        let missing: Vec<&&str> = words.iter().filter(|word| !said(word)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn everything_that_can_go_wrong_has_a_sentence_with_a_next_step() {
    let stores = [
        StoreError::Full,
        StoreError::Conflict,
        StoreError::Newer,
        StoreError::Lost,
        StoreError::Unavailable,
        StoreError::Refused,
        StoreError::Failed { doing: "anything" },
    ];
    let mut saving: Vec<SaveError> = stores.into_iter().map(SaveError::Store).collect();
    saving.extend([SaveError::Busy, SaveError::Gone, SaveError::Sealing]);
    saving.extend([WhenError::NotYet, WhenError::TooFarBack].map(|when| SaveError::Edit(EditError::When(when))));
    let opening = stores.into_iter().map(OpenError::Store).chain([
        OpenError::KeyGone,
        OpenError::Locked,
        OpenError::NoRandomness,
        OpenError::Newer,
    ]);
    let opening: Vec<OpenError> = opening.collect();
    in_both(|text| {
        for why in &saving {
            let sentences = text.problems().saving(*why).matches('.').count();
            assert!(sentences >= 2, "{why:?}: what happened, and what to do next");
            assert!(text.log().not_done(*why).matches('.').count() >= 2, "{why:?}");
        }
        for why in &opening {
            assert!(text.problems().opening(*why).matches('.').count() >= 2, "{why:?}");
        }
        for why in text::packs::Why::ALL {
            assert!((text.packs().why)(why).matches('.').count() >= 2, "{why:?}");
        }
    });
}

#[test]
fn numbers_are_put_into_sentences_that_hold_them() {
    in_both(|text| {
        assert!((text.common().craving_of_ten)(7).contains("7"));
        for count in [1, 2, 41] {
            assert!((text.log().found)(count).contains(&count.to_string()));
        }
        assert_ne!((text.log().unreadable)(1), (text.log().unreadable)(2));
        assert_ne!((text.log().days_left)(0), (text.log().days_left)(1));
        assert!((text.log().days_left)(29).contains("29"));
        assert!((text.log().craving_then)(7, 4).contains('7') && (text.log().craving_then)(7, 4).contains('4'));
    });
}
