//! The words that passphrases are made of: easy to say and to spell, told apart by their first letters, and none that hurts somebody in treatment.

#![allow(clippy::unwrap_used, reason = "a story that cannot be set up is a failing test")]

use std::collections::{BTreeMap, BTreeSet};

use stories_native::{assert_faultless, source};

fn words(language: &str) -> Vec<String> {
    source(&format!("public/words/{language}.txt")).text.lines().map(str::to_owned).collect()
}

/// As it may be typed: without accents.
fn plain(word: &str) -> String {
    let letter = |letter| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    };
    word.chars().map(letter).collect()
}

/// Words that name what nobody should have to read here, by language. Lines with `#` say what they are about.
fn forbidden(language: &str) -> BTreeSet<String> {
    let text = source(&format!("tests/native/words/forbidden_{language}.txt")).text;
    let about = text.lines().filter(|line| !line.starts_with('#'));
    about.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

#[test]
fn a_list_has_as_many_words_as_ten_bits_can_tell_apart() {
    for language in ["en", "es"] {
        let words = words(language);
        assert_eq!(words.len(), 1024, "{language}");
        assert!(words.is_sorted_by_key(|word| plain(word)), "{language}: somebody will look for a word in it");
        assert!(vault::make_passphrase(&source(&format!("public/words/{language}.txt")).text).is_ok());
    }
}

#[test]
fn every_word_is_short_and_has_plain_letters() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        faults.extend(words(language).into_iter().filter(|word| {
            let plain = plain(word);
            !(3..=7).contains(&plain.len()) || !plain.bytes().all(|byte| byte.is_ascii_lowercase())
        }));
    }
    faults.extend(words("en").into_iter().filter(|word| plain(word) != *word));
    assert_faultless("words that are hard to type", &faults);
}

#[test]
fn the_first_four_letters_tell_every_word() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for word in words(language) {
            let start = plain(&word).chars().take(4).collect();
            if let Some(other) = seen.insert(start, word.clone()) {
                faults.push(format!("{other}, {word}"));
            }
        }
    }
    assert_faultless("words that begin alike", &faults);
}

#[test]
fn no_word_begins_another() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let mut plain: Vec<String> = words(language).iter().map(|word| plain(word)).collect();
        plain.sort();
        faults.extend(plain.windows(2).filter(|pair| pair[1].starts_with(&pair[0])).map(|pair| pair.join(", ")));
    }
    assert_faultless("words that begin another", &faults);
}

/// Alcohol, drugs, medicine, needles, smoking, gambling, sex, violence, weapons, death, illness, police, prison, religion, politics, weight,
/// family; and what is rude, in any country.
#[test]
fn no_word_touches_what_people_in_treatment_should_not_have_to_read() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let forbidden = forbidden(language);
        assert!(forbidden.len() > 500, "{language}: {}", forbidden.len());
        faults.extend(words(language).into_iter().filter(|word| {
            let plain = plain(word);
            let singular = plain.strip_suffix("es").or_else(|| plain.strip_suffix('s')).unwrap_or(&plain);
            forbidden.contains(&plain)
                || forbidden.contains(singular)
                || forbidden.contains(plain.strip_suffix('s').unwrap_or(&plain))
        }));
    }
    assert_faultless("words that are not calm", &faults);
}

#[test]
fn a_passphrase_typed_by_hand_is_the_one_that_was_made() {
    for language in ["en", "es"] {
        let list = words(language);
        for six in list.chunks_exact(6) {
            let made = six.join(" ");
            let typed = format!("{} ", plain(&made).to_uppercase());
            assert_eq!(stretch::normalised(&typed), stretch::normalised(&made));
            assert_eq!(stretch::normalised(&made).split(' ').count(), 6);
        }
    }
}
