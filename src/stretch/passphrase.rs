//! One form for a passphrase, so that it is the same on every keyboard, and is never made weaker than its person thinks.
//!
//! - White space before and after goes away; any run of it inside becomes one space. Nobody sees how many there were.
//! - Everything else counts as it was typed: capitals, accents, punctuation. A passphrase of one's own keeps its strength.
//! - Except one that looks like those the app makes: six words or more, each of three to seven letters of the Spanish or English alphabet, with
//!   nothing between them but white space, full stops, commas and dashes. It is brought to lower case without accents, with one space between
//!   words, for phones begin with a capital, write a full stop for two spaces, and not every keyboard has an ñ.
//!
//! The exception asks for the form of the words and not whether they are on our list: so the lists may be mended without locking anybody out, and
//! whoever writes another reader needs none of them. A passphrase of one's own that has this form loses what its capitals and accents
//! add, which in a phrase of six words is next to nothing (a capital first is what everybody does), and nothing of its words.

use zeroize::Zeroizing;

/// From this many words on a passphrase may be one that the app made.
const WORDS: usize = 6;
/// Letters of a word that the app may have chosen (`public/words`).
const LETTERS: core::ops::RangeInclusive<usize> = 3..=7;

/// The form in which a passphrase is stretched. Empty if it is nothing but white space.
#[must_use]
pub fn normalised(passphrase: &str) -> Zeroizing<String> {
    made_by_us(passphrase).unwrap_or_else(|| {
        joined(passphrase.len(), passphrase.split_whitespace(), |text, word| {
            text.push_str(word);
            true
        })
        .unwrap_or_default()
    })
}

/// Lower case without accents, if it has the form of the passphrases that the app makes.
fn made_by_us(passphrase: &str) -> Option<Zeroizing<String>> {
    let between = |character: char| character.is_whitespace() || matches!(character, '.' | ',' | '-');
    let words = || passphrase.split(between).filter(|word| !word.is_empty());
    if words().count() < WORDS {
        return None;
    }
    joined(passphrase.len(), words(), |text, word| {
        let before = text.len();
        for character in word.chars().filter(|character| !is_accent(*character)) {
            let Some(letter) = plain(character) else { return false };
            text.push(letter);
        }
        LETTERS.contains(&text.len().saturating_sub(before))
    })
}

/// The words with a space between, as long as `put` takes each. All room is there from the start, so no copy is left behind in memory.
fn joined<'a>(
    room: usize,
    words: impl Iterator<Item = &'a str>,
    put: impl Fn(&mut String, &str) -> bool,
) -> Option<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::with_capacity(room));
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        if !put(&mut text, word) {
            return None;
        }
    }
    Some(text)
}

/// Accents that stand behind their letter, as some keyboards send them.
fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// A letter in lower case without its accent. `None` for everything that is no letter of ours.
fn plain(character: char) -> Option<char> {
    Some(match character {
        'a'..='z' => character,
        'A'..='Z' => character.to_ascii_lowercase(),
        'á' | 'à' | 'â' | 'ä' | 'Á' | 'À' | 'Â' | 'Ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'Ó' | 'Ò' | 'Ô' | 'Ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    fn read(passphrase: &str) -> String {
        normalised(passphrase).to_string()
    }

    #[test]
    fn six_words_are_the_same_on_every_keyboard() {
        let once = "lamp river tulip canoe maple robin";
        for typed in [
            once,
            "Lamp river tulip canoe maple robin ",
            "LAMP RIVER TULIP CANOE MAPLE ROBIN",
            "lamp  river\ttulip\u{a0}canoe maple\nrobin",
            "Lamp river. Tulip canoe. Maple robin.",
            "lamp-river-tulip-canoe-maple-robin",
            "lamp, river, tulip, canoe, maple, robin",
        ] {
            assert_eq!(read(typed), once);
        }
    }

    #[test]
    fn accents_may_be_left_out_or_sent_in_two_pieces() {
        let once = "arbol pinata limon tucan cafe pinguin";
        for typed in [
            "árbol piñata limón tucán café pinguin",
            "Arbol pinata limon tucan cafe pingüin",
            "a\u{301}rbol pin\u{303}ata limo\u{301}n tuca\u{301}n cafe\u{301} pingu\u{308}in",
            "ÁRBOL PIÑATA LIMÓN TUCÁN CAFÉ PINGÜIN",
        ] {
            assert_eq!(read(typed), once);
        }
    }

    #[test]
    fn a_passphrase_of_ones_own_keeps_its_strength() {
        for own in
            ["Tr0ub4dor&3", "Mi Perro Se Llama Canelo", "lamp river tulip canoe maple R2D2", "contraseña LARGA", "x"]
        {
            assert_eq!(read(own), own);
        }
        assert_ne!(read("Five Words Are Not Enough"), read("five words are not enough"));
        assert_ne!(read("lamp river tulip canoe maple fascinating"), read("Lamp river tulip canoe maple fascinating"));
        assert_ne!(read("lamp river tulip canoe maple robin?"), read("lamp river tulip canoe maple robin"));
        assert_ne!(read("лампа река тюльпан каноэ клён дрозд"), read("Лампа река тюльпан каноэ клён дрозд"));
    }

    #[test]
    fn how_many_spaces_there_were_is_no_secret() {
        assert_eq!(read("  my  own \t secret 7 "), "my own secret 7");
        assert_eq!(read("\u{3000}日本\u{2003}語 "), "日本 語");
        assert_eq!(read(" \n "), "");
        assert_eq!(read(""), "");
    }

    proptest! {
        #[test]
        fn the_form_has_only_one_form(text in any::<String>()) {
            let once = read(&text);
            prop_assert_eq!(read(&once), once.as_str());
            prop_assert!(once.trim() == once && !once.contains("  "));
        }

        #[test]
        fn nothing_but_white_space_is_lost_unless_it_looks_like_ours(text in "\\PC{0,40}") {
            let visible = |text: &str| text.chars().filter(|character| !character.is_whitespace()).collect::<String>();
            if made_by_us(&text).is_none() {
                prop_assert_eq!(visible(&read(&text)), visible(&text));
            }
        }

        #[test]
        fn any_six_words_may_be_typed_in_capitals(words in proptest::collection::vec("[a-z]{3,7}", 6..8)) {
            let typed = words.join(" ");
            prop_assert_eq!(read(&typed.to_uppercase()), typed);
        }
    }
}
