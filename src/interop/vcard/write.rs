//! Writing cards. Lines are at most 75 bytes, ended by CR and LF; what is longer goes on in the next one after a space.

use domain::{Reach, Uses};

use super::{Card, Version};

/// In bytes, without the line end (RFC 6350, 3.2).
const LONGEST: usize = 75;

/// One file with all of them.
pub fn write(cards: &[Card], version: Version) -> String {
    let mut file = String::new();
    for card in cards {
        line(&mut file, "BEGIN:VCARD");
        line(
            &mut file,
            match version {
                Version::V3 => "VERSION:3.0",
                Version::V4 => "VERSION:4.0",
            },
        );
        let name = escaped(card.name.as_str());
        line(&mut file, &format!("FN:{name}"));
        if version == Version::V3 {
            // Version 3 wants the parts of a name, and what the person wrote is not ours to take apart.
            line(&mut file, &format!("N:;{name};;;"));
        }
        for reach in &card.reaches {
            line(&mut file, &written(reach, version));
        }
        line(&mut file, "END:VCARD");
    }
    file
}

fn written(reach: &Reach, version: Version) -> String {
    match reach {
        Reach::Number { number, uses } => {
            let types = match (uses.known(), version) {
                (Uses::CallAndText, Version::V3) => "CELL",
                (Uses::CallAndText, Version::V4) => "\"cell,text\"",
                (Uses::Call, Version::V3 | Version::V4) => "voice",
                (Uses::Text, Version::V3 | Version::V4) => "text",
            };
            format!("TEL;TYPE={types}:{}", escaped(number.as_str()))
        }
        // An address has no sign that could begin another line.
        Reach::Link(link) => format!("URL:{}", link.as_str()),
    }
}

fn line(file: &mut String, text: &str) {
    let mut room = LONGEST;
    for character in text.chars() {
        if character.len_utf8() > room {
            file.push_str("\r\n ");
            room = LONGEST - 1;
        }
        file.push(character);
        room = room.saturating_sub(character.len_utf8());
    }
    file.push_str("\r\n");
}

/// What means something in a TEXT is written so that it means itself. Names and numbers have no line breaks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            hidden if hidden.is_control() => {}
            seen => out.push(seen),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Label, PhoneNumber};

    #[test]
    fn a_card_says_who_and_how_and_not_what_they_are_to_anybody() {
        let number = |written: &str, uses| Reach::number(PhoneNumber::new(written).unwrap(), uses);
        let card = Card {
            name: Label::new("Torres, Ana").unwrap(),
            reaches: vec![
                number("312-555-0100", Uses::CallAndText),
                number("312-555-0101,,44#", Uses::Call),
                Reach::link("https://chat.example/a,b").unwrap(),
            ],
        };
        assert_eq!(
            write(std::slice::from_ref(&card), Version::V3),
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Torres\\, Ana\r\nN:;Torres\\, Ana;;;\r\nTEL;TYPE=CELL:312-555-0100\r\n\
             TEL;TYPE=voice:312-555-0101\\,\\,44#\r\nURL:https://chat.example/a,b\r\nEND:VCARD\r\n"
        );
        assert_eq!(
            write(&[card], Version::V4),
            "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Torres\\, Ana\r\nTEL;TYPE=\"cell,text\":312-555-0100\r\n\
             TEL;TYPE=voice:312-555-0101\\,\\,44#\r\nURL:https://chat.example/a,b\r\nEND:VCARD\r\n"
        );
    }

    #[test]
    fn no_line_is_longer_than_75_bytes_and_no_letter_is_cut() {
        let card = Card { name: Label::new(&"🧠é".repeat(40)).unwrap(), reaches: Vec::new() };
        let file = write(&[card], Version::V4);
        assert!(file.split("\r\n").all(|line| line.len() <= LONGEST));
        assert!(file.replace("\r\n ", "").contains(&"🧠é".repeat(40)));
    }
}
