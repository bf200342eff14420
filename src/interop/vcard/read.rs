//! Reading cards. Whatever is wrong with one of them, the others still come in.

use domain::{Label, MOST_REACHES, PhoneNumber, Reach, Uses};

use super::lines::{Lines, Property, component};
use super::{Card, MAX_BYTES, MAX_CARDS, ReadCards};
use crate::bytes::decoded;

/// The cards of a file. One that is too large holds none.
pub fn read(bytes: &[u8]) -> ReadCards {
    let mut found = ReadCards::default();
    if bytes.len() > MAX_BYTES {
        found.is_cut = true;
        return found;
    }
    let bytes = decoded(bytes);
    let mut open: Option<Draft> = None;
    for line in Lines(&bytes) {
        let Some(property) = Property::of(&line) else { continue };
        match (property.name.as_str(), property.value.trim().eq_ignore_ascii_case("vcard")) {
            // A card that was never ended is a card all the same.
            ("BEGIN", true) => found.take(open.replace(Draft::default())),
            ("END", true) => found.take(open.take()),
            _ => {
                if let Some(card) = &mut open {
                    card.add(&property);
                }
            }
        }
    }
    found.take(open);
    found
}

impl ReadCards {
    fn take(&mut self, card: Option<Draft>) {
        let Some(card) = card else { return };
        if self.cards.len() >= MAX_CARDS {
            self.is_cut = true;
            return;
        }
        match card.finish() {
            Some(card) => self.cards.push(card),
            None => self.empty = self.empty.saturating_add(1),
        }
    }
}

/// A card while its lines come in.
#[derive(Default)]
struct Draft {
    full: Option<Label>,
    parts: Option<Label>,
    nickname: Option<Label>,
    organisation: Option<Label>,
    /// With the preference that the file states.
    numbers: Vec<(u8, Reach)>,
}

impl Draft {
    fn add(&mut self, property: &Property) {
        match property.name.as_str() {
            "FN" => keep(&mut self.full, &component(&property.value, None).0),
            "N" => {
                let (family, rest) = component(&property.value, Some(';'));
                let given = rest.map(|rest| component(rest, Some(';')).0).unwrap_or_default();
                keep(&mut self.parts, &format!("{given} {family}"));
            }
            "NICKNAME" => keep(&mut self.nickname, &component(&property.value, Some(',')).0),
            "ORG" => keep(&mut self.organisation, &component(&property.value, Some(';')).0),
            "TEL" => self.add_number(property),
            _ => {}
        }
    }

    fn add_number(&mut self, property: &Property) {
        let types: Vec<String> = property.types().collect();
        let is = |kind: &[&str]| types.iter().any(|there| kind.contains(&there.as_str()));
        // Nobody answers there.
        if is(&["fax", "pager", "modem", "bbs", "isdn", "telex"]) {
            return;
        }
        let uses = if is(&["cell", "iphone", "mobile"]) || is(&["text", "sms"]) && is(&["voice"]) {
            Uses::CallAndText
        } else if is(&["text", "sms"]) {
            Uses::Text
        } else if is(&["voice", "home", "work", "main"]) {
            Uses::Call
        } else {
            Uses::CallAndText
        };
        let Some(number) = number(&component(&property.value, None).0) else { return };
        let reach = Reach::number(number.clone(), uses);
        let is_known = self.numbers.iter().any(|(_, there)| match there {
            Reach::Number { number: there, .. } => there.as_str() == number.as_str(),
            Reach::Link(_) => false,
        });
        // A hundred numbers are none of a person, and all of them would be compared with each other.
        if !is_known && self.numbers.len() < 100 {
            self.numbers.push((property.preference(), reach));
        }
    }

    /// None without a name and without a number.
    fn finish(mut self) -> Option<Card> {
        self.numbers.sort_by_key(|(preference, _)| *preference);
        let reaches: Vec<Reach> = self.numbers.into_iter().map(|(_, reach)| reach).take(MOST_REACHES).collect();
        let by_number = || match reaches.first() {
            Some(Reach::Number { number, .. }) => Label::new(number.as_str()).ok(),
            Some(Reach::Link(_)) | None => None,
        };
        let name = self.full.or(self.parts).or(self.nickname).or(self.organisation).or_else(by_number)?;
        Some(Card { name, reaches })
    }
}

/// The first name that is one; what is too long for a name is cut.
fn keep(name: &mut Option<Label>, text: &str) {
    if name.is_none() {
        let short: String =
            text.chars().filter(|c| c.is_whitespace() || !c.is_control()).take(4 * Label::LIMIT).collect();
        let words = short.split_whitespace().collect::<Vec<_>>().join(" ");
        *name = Label::new(&words.chars().take(Label::LIMIT).collect::<String>()).ok();
    }
}

/// A number, also as `tel:` writes it, and without the marks of direction and the typographic hyphens that phones put into it.
fn number(text: &str) -> Option<PhoneNumber> {
    let text = text.trim();
    let (is_link, text) = match text.get(..4) {
        Some(scheme) if scheme.eq_ignore_ascii_case("tel:") => (true, text.get(4..)?),
        Some(_) | None => (false, text),
    };
    // What follows a semicolon there are parameters: an extension, a context.
    let text = if is_link { text.split(';').next()? } else { text };
    let plain = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        c if c.is_whitespace() => Some(' '),
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => None,
        c => Some(c),
    };
    PhoneNumber::new(&text.chars().filter_map(plain).collect::<String>()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each card as "name: number kind, number kind".
    #[track_caller]
    fn check(file: &str, expected: &[&str]) {
        let told = |card: &Card| {
            let numbers = card.reaches.iter().map(|reach| match reach {
                Reach::Number { number, uses } => format!("{} {}", number.as_str(), uses.known().code()),
                Reach::Link(_) => "a link".to_owned(),
            });
            format!("{}: {}", card.name.as_str(), numbers.collect::<Vec<_>>().join(", "))
        };
        let read = read(file.as_bytes());
        assert_eq!(read.cards.iter().map(told).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_card_of_an_iphone_with_groups_labels_and_a_picture() {
        check(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 18.1//EN\r\nN:Torres;Ana;;;\r\nFN:Ana Torres\r\n\
             item1.TEL;type=pref:+1\u{a0}(312)\u{a0}555\u{2011}0100\r\nitem1.X-ABLabel:_$!<Mobile>!$_\r\n\
             TEL;type=HOME;type=VOICE:312-555-0101\r\nTEL;type=HOME;type=FAX:312-555-0102\r\n\
             PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n /2wBDAAgGBgcGBQgHBwcJ\r\n URL:javascript:alert(1)\r\nEND:VCARD\r\n",
            &["Ana Torres: +1 (312) 555-0100 call-and-text, 312-555-0101 call"],
        );
    }

    #[test]
    fn a_card_of_an_old_android_in_quoted_printable() {
        check(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=4A=6F=73=C3=A9=20=\r\n=50=C3=A9=72=65=7A;;;\r\n\
             TEL;CELL;PREF:3125550100\r\nEND:VCARD\r\n",
            &["José Pérez: 3125550100 call-and-text"],
        );
    }

    #[test]
    fn a_card_of_version_4_with_links_for_numbers_in_the_order_of_their_preference() {
        check(
            "BEGIN:VCARD\nVERSION:4.0\nFN:The clinic\\, at night\nTEL;VALUE=uri;PREF=2;TYPE=\"voice,work\":tel:+1-312-555-0101;ext=4\n\
             TEL;VALUE=uri;PREF=1;TYPE=\"text,voice\":tel:+1-312-555-0100\nTEL;TYPE=text:5550102\nEND:VCARD\n",
            &["The clinic, at night: +1-312-555-0100 call-and-text, +1-312-555-0101 call, 5550102 text"],
        );
    }

    #[test]
    fn several_cards_each_by_the_best_name_it_has() {
        check(
            "BEGIN:VCARD\nN:Torres;Ana\nEND:VCARD\nBEGIN:VCARD\nFN: \nNICKNAME:Tita,T\nEND:VCARD\nBEGIN:VCARD\nORG:Recovery House;Front desk\n\
             TEL:555-0100\nBEGIN:VCARD\nTEL:555-0101\nTEL:555-0101\nEND:VCARD\nBEGIN:VCARD\nTEL:call me\nEND:VCARD\nFN:nobody",
            &["Ana Torres: ", "Tita: ", "Recovery House: 555-0100 call-and-text", "555-0101: 555-0101 call-and-text"],
        );
    }

    #[test]
    fn a_hostile_card_brings_numbers_and_a_name_and_nothing_else() {
        let name = "x".repeat(5_000);
        let file = format!(
            "BEGIN:VCARD\nVERSION:4.0\nFN:<img src=x onerror=alert(1)>{name}\nURL:https://evil.example\nIMPP:whatsapp:1\n\
             TEL;VALUE=uri:javascript:alert(1)\nTEL:+1<script>\nSOURCE:https://evil.example/a.vcf\nTEL:555-0100\nEND:VCARD\n"
        );
        let read = read(file.as_bytes());
        assert_eq!((read.cards.len(), read.cards[0].reaches.len()), (1, 1));
        assert_eq!(read.cards[0].name.as_str().chars().count(), Label::LIMIT);
    }

    #[test]
    fn what_is_no_card_holds_none_and_what_is_too_much_is_cut() {
        check("hello", &[]);
        check("", &[]);
        check("BEGIN:VCALENDAR\nSUMMARY:x\nEND:VCALENDAR\n", &[]);
        let many = read("BEGIN:VCARD\nFN:x\nEND:VCARD\n".repeat(600).as_bytes());
        assert_eq!((many.cards.len(), many.is_cut), (500, true));
        let large = read(&vec![b'x'; MAX_BYTES + 1]);
        assert_eq!((large.cards.len(), large.is_cut), (0, true));
        let numbers =
            read(format!("BEGIN:VCARD\n{}END:VCARD", "TEL:555-0100\nTEL:555-0101\n".repeat(9_000)).as_bytes());
        assert_eq!(numbers.cards[0].reaches.len(), 2);
    }

    #[test]
    fn older_alphabets_are_read_too() {
        let wide = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{FEFF}BEGIN:VCARD\r\nFN:Zoë\r\nEND:VCARD".encode_utf16().flat_map(unit).collect()
        };
        let latin = b"BEGIN:VCARD\rFN:Zo\xEB\rEND:VCARD".to_vec();
        for bytes in [wide(u16::to_le_bytes), wide(u16::to_be_bytes), latin] {
            assert_eq!(read(&bytes).cards[0].name.as_str(), "Zoë");
        }
    }

    #[test]
    fn a_card_with_nothing_in_it_is_counted() {
        let read = read(b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\nBEGIN:VCARD\nFN:Ana\nEND:VCARD");
        assert_eq!((read.cards.len(), read.empty), (1, 1));
    }
}
