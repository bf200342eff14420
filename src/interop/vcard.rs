//! Cards of people, as phones and address books hand them over: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350), and what older phones still write
//! as 2.1. Read are names and numbers and nothing else: a link in a file that somebody sent is not one that the person typed.

mod lines;
mod read;
mod write;

use domain::{Label, MOST_REACHES, Person, PersonEdit, Reach, Role};
pub use read::read;
pub use write::write;

/// A file larger than this is not read, in bytes. Cards carry pictures.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// As many cards of one file are read: more than anybody chooses from.
pub const MAX_CARDS: usize = 500;

/// One card.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    pub name: Label,
    /// At most [`MOST_REACHES`]. Read from a file they are numbers only.
    pub reaches: Vec<Reach>,
}

crate::unspoken!(Card, ReadCards);

/// What a file turned out to hold.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ReadCards {
    /// In the order of the file.
    pub cards: Vec<Card>,
    /// Cards with neither a name nor a number.
    pub empty: usize,
    /// Whether there were more than [`MAX_CARDS`].
    pub is_cut: bool,
}

/// Which version a card is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// What every phone reads.
    V3,
    V4,
}

impl Card {
    /// What leaves the phone of somebody: their name and how to reach them. Not what they are to the person.
    pub fn of(person: &Person) -> Card {
        Card { name: person.name().clone(), reaches: person.reaches().to_vec() }
    }

    /// Somebody to call, of whom the card does not say who they are.
    pub fn into_person(self) -> Person {
        let reaches = self.reaches.into_iter().take(MOST_REACHES).collect();
        let person = Person::new(self.name, Role::Other);
        // Eight at most are never too many.
        person.apply(PersonEdit::SetReaches(reaches)).unwrap_or(person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{PhoneNumber, Uses};
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn any_card() -> impl Strategy<Value = Card> {
        let name = "\\PC{1,90}".prop_filter_map("blank", |text| Label::new(&text).ok());
        let number = ("[+]?[0-9]{3,15}[,]{0,2}[0-9]{0,4}[#*]?", prop::sample::select(Uses::ALL))
            .prop_map(|(number, uses)| Reach::number(PhoneNumber::new(&number).unwrap(), uses));
        (name, vec(number, 0..=MOST_REACHES)).prop_map(|(name, numbers)| {
            let mut reaches: Vec<Reach> = Vec::new();
            for number in numbers {
                if !reaches.iter().any(|there| digits(there) == digits(&number)) {
                    reaches.push(number);
                }
            }
            Card { name, reaches }
        })
    }

    fn digits(reach: &Reach) -> String {
        match reach {
            Reach::Number { number, .. } => number.as_str().to_owned(),
            Reach::Link(_) => String::new(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn what_is_written_is_read_again_in_both_versions(cards in vec(any_card(), 1..5)) {
            for version in [Version::V3, Version::V4] {
                let read = read(write(&cards, version).as_bytes());
                prop_assert!(read.cards == cards, "{version:?}");
                prop_assert_eq!(read.empty, 0);
            }
        }

        #[test]
        fn any_bytes_are_read_without_harm(bytes in vec(any::<u8>(), 0..600)) {
            let read = read(&bytes);
            prop_assert!(read.cards.len() <= MAX_CARDS);
        }

        #[test]
        fn any_lines_in_a_card_are_read_without_harm(lines in vec("(?s)[A-Za-z;=.:\"\\\\,^ \r\n-]{0,60}", 0..20)) {
            let file = format!("BEGIN:VCARD\r\n{}\r\nEND:VCARD\r\n", lines.join("\r\n"));
            for card in read(file.as_bytes()).cards {
                prop_assert!(card.reaches.len() <= MOST_REACHES);
                let _ = card.into_person();
            }
        }
    }
}
