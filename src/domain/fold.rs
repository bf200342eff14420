//! Text as a search sees it: "Papá" is found by "papa", "STRASSE" by "straße".
//!
//! Small on purpose. The Unicode tables for this weigh more than the rest of the crate; here are lower case from the
//! standard library, the combining accents, and the accented letters of Latin-1 and Latin Extended-A, which cover the
//! languages of Europe written in Latin letters. Other scripts are compared by lower case alone.

/// A text in lower case and without Latin accents, to be compared with another one. Never shown, never stored.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Folded(String);

impl Folded {
    pub fn new(text: &str) -> Folded {
        let mut folded = String::with_capacity(text.len());
        fold_into(text, &mut folded);
        Folded(folded)
    }

    pub fn contains(&self, part: &Folded) -> bool {
        self.0.contains(part.0.as_str())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is this text, which has no capitals and no accents.
    pub fn is(&self, plain: &str) -> bool {
        self.0 == plain
    }

    /// For whoever looks through many texts at once.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }

    /// Adds another text on a line of its own, so that no match runs from one into the other.
    pub(crate) fn also(&mut self, text: &str) {
        self.0.push('\n');
        fold_into(text, &mut self.0);
    }
}

/// A folded search is still what a person wrote.
impl std::fmt::Debug for Folded {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Folded(…)")
    }
}

fn fold_into(text: &str, folded: &mut String) {
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            for lower in letter.to_lowercase() {
                push_plain(lower, folded);
            }
        }
    }
}

/// `lower` is in lower case already.
fn push_plain(lower: char, folded: &mut String) {
    let plain = match lower {
        // Combining accents, whether typed apart or left over from a lowered "İ".
        '\u{300}'..='\u{36F}' => "",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        '\u{133}' => "ij",
        'ĵ' => "j",
        'ķ' | 'ĸ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŉ' | 'ŋ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ſ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        // The two small sigmas have one capital.
        'ς' => "σ",
        other => return folded.push(other),
    };
    folded.push_str(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, part: &str) {
        assert!(Folded::new(text).contains(&Folded::new(part)), "{part:?} is not found in {text:?}");
        assert!(Folded::new(part).contains(&Folded::new(part)));
    }

    #[test]
    fn capitals_and_accents_do_not_hide_a_word() {
        check("Mi PAPÁ llamó", "papa llamo");
        check("otra vez la montana", "Montaña");
        check("STRASSE", "straße");
        check("Łódź, Ångström, Œuvre", "lodz, angstrom, oeuvre");
        check("İstanbul", "istanbul");
        check("e\u{301}le\u{300}ve", "élève");
        check("ΟΔΟΣ", "οδος");
    }

    #[test]
    fn other_scripts_and_emoji_are_found_as_they_are() {
        check("позвонил МАМЕ", "маме");
        check("كيف الحال", "الحال");
        check("a 🫠 day", "🫠");
        assert!(!Folded::new("bar").contains(&Folded::new("baz")));
    }
}
