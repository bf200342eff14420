//! People, their pictures, reasons and recordings, and what was chosen about getting help.

use crate::facts::id_hex;
use crate::value::{Fields, Value};
use domain::{HelpChoices, Person, Photo, PhotoId, Reach, Reason, Recording};

pub fn person(person: &Person) -> Fields {
    vec![
        ("name", Value::text(person.name().as_str())),
        ("role", Value::word("role", person.role_code())),
        ("reaches", Value::each(person.reaches(), reach)),
        ("message", Value::told(person.message(), |line| Value::text(line.as_str()))),
        ("quiet", Value::told(person.quiet(), |line| Value::text(line.as_str()))),
        ("shown_when_locked", Value::Bool(person.when_locked())),
        ("rank", Value::Whole(person.rank().into())),
        ("picture_id", picture_id(person.photo())),
    ]
}

fn reach(reach: &Reach) -> Value {
    let (number, good_for, link) = match reach {
        Reach::Number { number, uses } => (Some(number), Some(uses), None),
        Reach::Link(link) => (None, None, Some(link)),
    };
    Value::Object(vec![
        ("number", Value::told(number, |number| Value::text(number.as_str()))),
        ("good_for", Value::told(good_for, |uses| Value::word("reach-use", uses.code()))),
        ("link", Value::told(link, |link| Value::text(link.as_str()))),
    ])
}

fn picture_id(photo: Option<PhotoId>) -> Value {
    Value::told(photo, |id| Value::Text(id_hex(id.bytes())))
}

pub fn picture(photo: &Photo) -> Fields {
    vec![("media_type", Value::text("image/jpeg")), ("base64", Value::Bytes(photo.bytes().to_vec()))]
}

pub fn reason(reason: &Reason) -> Fields {
    vec![
        ("words", Value::told(reason.words(), |line| Value::text(line.as_str()))),
        ("picture_id", picture_id(reason.photo())),
        ("recording_id", Value::told(reason.recording(), |id| Value::Text(id_hex(id.bytes())))),
    ]
}

/// `media_type` is null for what no browser records; such a recording is never kept.
pub fn recording(recording: &Recording) -> Fields {
    let bytes = recording.bytes();
    vec![
        ("media_type", Value::told(recording.media_type(), Value::text)),
        ("size", Value::Whole(i64::try_from(bytes.len()).unwrap_or(i64::MAX))),
        ("base64", Value::Bytes(bytes.to_vec())),
    ]
}

pub fn help(choices: &HelpChoices) -> Fields {
    vec![
        ("hidden_lines", Value::each(choices.hidden_codes(), |code| Value::word("crisis-line", code))),
        (
            "own_lines",
            Value::each(choices.own(), |line| {
                Value::Object(vec![
                    ("name", Value::text(line.name.as_str())),
                    ("number", Value::text(line.number.as_str())),
                    ("answers_texts", Value::Bool(line.texts)),
                    ("note", Value::told(line.note.as_ref(), |note| Value::text(note.as_str()))),
                ])
            }),
        ),
        ("never_asks", Value::Bool(choices.never_asks())),
    ]
}
