//! What the codes of meetings mean. The same letters mean other things elsewhere: `B` is the Big Book in AA and a book study in ACA, `C` is
//! closed in most and families only in Al-Anon. So a code is always read with the fellowship it comes from.

use crate::text::cut;
use domain::meeting::{Fellowship, KindGroup, MeetingKind};
use domain::{Folded, Label};
use std::collections::HashMap;

/// The words, the groups and the codes; its first lines say how it is written.
const TABLE: &str = include_str!("types.txt");

/// What one type means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A line of the table.
    Known(u16),
    /// The place is closed for the time being.
    Closed,
    /// It meets online; that is told by its link.
    Online,
}

/// One line.
#[derive(Clone, Copy)]
struct Word {
    english: &'static str,
    spanish: &'static str,
    group: &'static str,
    marks: &'static str,
}

/// The table, as one fellowship's lists are read with it.
pub struct Codes {
    words: Vec<Word>,
    is_na: bool,
    /// By code: the fellowship's own, then those that all share.
    own: HashMap<&'static str, u16>,
    shared: HashMap<&'static str, u16>,
    /// A server's keys and what all servers share.
    keys: HashMap<&'static str, u16>,
    worlds: HashMap<&'static str, u16>,
    /// By the words themselves, in both languages.
    names: HashMap<Folded, u16>,
}

impl Codes {
    pub fn of(fellowship: Fellowship) -> Codes {
        let mut codes = Codes {
            words: Vec::new(),
            is_na: fellowship == Fellowship::NarcoticsAnonymous,
            own: HashMap::new(),
            shared: HashMap::new(),
            keys: HashMap::new(),
            worlds: HashMap::new(),
            names: HashMap::new(),
        };
        let mut others: HashMap<&'static str, u16> = HashMap::new();
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        for (number, line) in (0_u16..).zip(lines) {
            let mut parts = line.split('|');
            let mut next = || parts.next().unwrap_or_default();
            let word = Word { english: next(), spanish: next(), group: next(), marks: next() };
            let whose_codes = next();
            codes.words.push(word);
            for (whose, code) in whose_codes.split(' ').filter_map(|code| code.split_once(':')) {
                match whose {
                    "*" => codes.shared.insert(code, number),
                    "-" => others.insert(code, number),
                    "bmlt" => codes.keys.insert(code, number),
                    "world" => codes.worlds.insert(code, number),
                    whose if whose == fellowship.code() => codes.own.insert(code, number),
                    _ => None,
                };
            }
            let others = parts.next().unwrap_or_default().split(';').filter(|name| !name.is_empty());
            for name in [word.english, word.spanish].into_iter().chain(others) {
                codes.names.entry(Folded::new(name)).or_insert(number);
            }
        }
        // Nobody's own table: what nearly all of them agree on.
        if codes.own.is_empty() {
            codes.own = others;
        }
        codes
    }

    /// What a list wrote as the type of a meeting: a code of its fellowship, or the words.
    pub fn meaning(&self, written: &str) -> Option<Meaning> {
        let written = written.trim();
        let number = self.own.get(written).or_else(|| self.shared.get(written));
        // Some servers write their keys into the other form of their list too.
        let number = number.or_else(|| self.keys.get(written).filter(|_| self.is_na));
        number.map(|number| self.of_number(*number)).or_else(|| self.of_words(written))
    }

    /// A key of a fresh server of Narcotics Anonymous; capitals count.
    pub fn of_key(&self, key: &str) -> Option<Meaning> {
        self.keys.get(key).map(|number| self.of_number(*number))
    }

    /// What all servers mean the same by.
    pub fn of_world(&self, world: &str) -> Option<Meaning> {
        self.worlds.get(world).map(|number| self.of_number(*number))
    }

    /// The words themselves, in either language, whatever their capitals and accents are.
    pub fn of_words(&self, words: &str) -> Option<Meaning> {
        self.names.get(&Folded::new(words.trim())).map(|number| self.of_number(*number))
    }

    /// The line with these English words.
    pub fn named(&self, english: &str) -> Option<u16> {
        self.words.iter().position(|word| word.english == english).and_then(|place| u16::try_from(place).ok())
    }

    /// Whether it is only said of a room that one goes to.
    pub fn is_of_room(&self, number: u16) -> bool {
        self.words.get(usize::from(number)).is_some_and(|word| word.marks.contains('h'))
    }

    /// A line, as a list keeps it.
    pub fn kind(&self, number: u16) -> Option<MeetingKind> {
        let word = self.words.get(usize::from(number))?;
        Some(MeetingKind {
            english: Label::new(word.english).ok()?,
            spanish: Label::new(word.spanish).ok()?,
            group: group_of(word.group),
            gives_proof: word.marks.contains('p'),
        })
    }

    fn of_number(&self, number: u16) -> Meaning {
        match self.words.get(usize::from(number)).map(|word| word.group) {
            Some("t") => Meaning::Closed,
            Some("n") => Meaning::Online,
            _ => Meaning::Known(number),
        }
    }
}

/// A type that only one server has, in its own words. None for what says nothing.
pub fn own_kind(name: &str, group: KindGroup) -> Option<MeetingKind> {
    let words = Label::new(cut(name.trim(), Label::LIMIT)).ok()?;
    Some(MeetingKind { english: words.clone(), spanish: words, group, gives_proof: false })
}

fn group_of(letter: &str) -> KindGroup {
    match letter {
        "o" => KindGroup::Access,
        "f" => KindGroup::Format,
        "c" => KindGroup::Community,
        "a" => KindGroup::Accessibility,
        "l" => KindGroup::Language,
        _ => KindGroup::Feature,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fellowship: Fellowship, code: &str, english: Option<&str>) {
        let codes = Codes::of(fellowship);
        let found = codes.meaning(code).and_then(|meaning| match meaning {
            Meaning::Known(number) => codes.kind(number),
            Meaning::Closed | Meaning::Online => None,
        });
        assert_eq!(found.as_ref().map(|kind| kind.english.as_str()), english, "{fellowship:?} {code}");
    }

    #[test]
    fn the_same_letters_mean_other_things_elsewhere() {
        use Fellowship::*;
        check(AlcoholicsAnonymous, "B", Some("Big Book"));
        check(AdultChildren, "B", Some("Book study"));
        check(AlcoholicsAnonymous, "BE", Some("Newcomers"));
        check(NarcoticsAnonymous, "BEG", Some("Newcomers"));
        check(AlcoholicsAnonymous, "SP", Some("Speaker"));
        check(AdultChildren, "SP", Some("Spanish"));
        check(AlAnon, "C", Some("Families and friends only"));
        check(AlAnon, "POA", Some("Parents of alcoholics"));
        check(AlcoholicsAnonymous, "POA", Some("Proof of attendance"));
        check(AlcoholicsAnonymous, "S", Some("Spanish"));
        check(AlcoholicsAnonymous, "ITA", Some("Italian"));
        check(NarcoticsAnonymous, "FR", Some("French"));
        check(AlcoholicsAnonymous, "12x12", Some("12 Steps and 12 Traditions"));
    }

    #[test]
    fn a_fellowship_without_codes_has_what_all_agree_on() {
        check(Fellowship::SmartRecovery, "O", Some("Open"));
        check(Fellowship::LifeRing, "X", Some("Wheelchair access"));
        check(Fellowship::Other, "FR", Some("French"));
        check(Fellowship::SmartRecovery, "B", None);
        check(Fellowship::CelebrateRecovery, "ZZZ", None);
    }

    #[test]
    fn words_are_understood_in_both_languages() {
        check(Fellowship::AlcoholicsAnonymous, "Wheelchair access", Some("Wheelchair access"));
        check(Fellowship::AlcoholicsAnonymous, "Acceso en silla de ruedas", Some("Wheelchair access"));
        check(Fellowship::AlcoholicsAnonymous, " open ", Some("Open"));
        check(Fellowship::AlcoholicsAnonymous, "12 Steps & 12 Traditions", Some("12 Steps and 12 Traditions"));
        check(Fellowship::AlcoholicsAnonymous, "Not A Type", None);
    }

    #[test]
    fn every_line_has_words_in_both_languages_a_group_and_codes_that_are_no_others() {
        let mut seen = std::collections::HashSet::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let parts: Vec<&str> = line.split('|').collect();
            assert_eq!(parts.len(), 6, "{line}");
            assert!(Label::new(parts[0]).is_ok() && Label::new(parts[1]).is_ok(), "{line}");
            assert!(["o", "f", "x", "c", "a", "l", "t", "n"].contains(&parts[2]), "{line}");
            for code in parts[4].split(' ') {
                assert!(seen.insert(code), "{code} twice");
                let whose = code.split_once(':').unwrap().0;
                let is_known = ["*", "-", "bmlt", "world"].contains(&whose) || Fellowship::from_code(whose).is_some();
                assert!(is_known, "{code}");
            }
        }
        assert!(seen.len() > 700);
    }
}
