//! The people, pictures and choices of the golden files.

use crate::code::Kept;
use crate::*;

pub(super) fn name_only() -> Person {
    Person::new(Label::new("Nan").unwrap(), Role::Family)
}

/// A role and a use from next year, every way to reach somebody, and a picture.
pub(super) fn everything() -> Person {
    let number = |written: &str| PhoneNumber::new(written).unwrap();
    let reaches = vec![
        Reach::number(number("+1 (312) 555-0100"), Uses::CallAndText),
        Reach::number(number("312.555.0101"), Uses::Call),
        Reach::number(number("5550102"), Uses::Text),
        Reach::Number { number: number("555-0103"), uses: ReachUses(Kept::from_code("video").unwrap()) },
        Reach::link("https://chat.example/room?a=1").unwrap(),
    ];
    let edits = [
        PersonEdit::SetReaches(reaches),
        PersonEdit::SetMessage(Line::new("¿Puedes hablar? 🌊").ok()),
        PersonEdit::SetQuiet(Line::new("not after 10 pm").ok()),
        PersonEdit::SetWhenLocked(true),
        PersonEdit::SetPhoto(Some(PhotoId::from_bytes([0xa7; 16]))),
    ];
    let person = Person::new(Label::new("Tía Rosa 👩‍🍳").unwrap(), Role::Sponsor).ranked(300);
    let mut person = edits.into_iter().fold(person, |person, edit| person.apply(edit).unwrap());
    person.role = Kept::from_code("recovery-coach").unwrap();
    person
}

/// The start of a JPEG and its end.
pub(super) fn smallest() -> Photo {
    Photo::new(vec![0xFF, 0xD8, 0xFF, 0xD9]).unwrap()
}

pub(super) fn chosen() -> HelpChoices {
    let own = |name: &str, texts, note| OwnLine {
        name: Label::new(name).unwrap(),
        number: PhoneNumber::new("312-555-0199").unwrap(),
        texts,
        note,
    };
    let edits = [
        HelpEdit::Hide(CrisisLineId::Veterans),
        HelpEdit::AddOwn(own("The clinic at night", true, Line::new("6 pm to 8 am").ok())),
        HelpEdit::AddOwn(own("El equipo móvil", false, None)),
        HelpEdit::NeverAsk,
    ];
    let mut choices = edits.into_iter().fold(HelpChoices::default(), |choices, edit| choices.apply(edit).unwrap());
    choices.hidden.push(Kept::from_code("line-from-next-year").unwrap());
    choices
}
