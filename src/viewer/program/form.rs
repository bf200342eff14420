//! What is typed: a text for each field. Whatever stands there stays there until it is changed, also when no program can say it.

use domain::pack::LineKind;

/// What is asked for in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Who makes the program, as clients read it.
    From,
    Clinic,
    ClinicPhone,
    Language,

    /// What sort of session: the code of a `SessionKind`.
    Kind,
    Title,
    /// Days of the week: the bits of `Weekdays` as a number, 0 for none.
    Days,
    Start,
    End,
    /// The first day, or the one day.
    First,
    Last,
    Place,
    Link,
    Phone,
    Counselor,
    Bring,

    Homework,
    Due,

    /// What a list is for: the code of a `ChecklistUse`.
    Use,
    Name,
    /// One in each line.
    Steps,
    /// The time around which a list is up.
    Around,

    Goal,

    /// Whose a list of meetings is: the code of a `Fellowship`.
    Fellowship,
    Address,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Words,
    Lines,
    Phone,
    /// `YYYY-MM-DD`.
    Day,
    /// `HH:MM`.
    Time,
    /// Some of seven.
    Weekdays,
    /// One of several.
    Choice,
}

impl Field {
    /// By its number among all.
    #[must_use]
    pub fn of(number: u8) -> Option<Field> {
        let kinds = [LineKind::Session, LineKind::Homework, LineKind::Checklist, LineKind::Goal, LineKind::Feed];
        let all = HEAD.iter().chain(kinds.iter().flat_map(|kind| fields(*kind)));
        all.copied().find(|field| *field as u8 == number)
    }

    #[must_use]
    pub fn shape(self) -> Shape {
        match self {
            Field::Bring | Field::Homework | Field::Steps => Shape::Lines,
            Field::ClinicPhone | Field::Phone => Shape::Phone,
            Field::First | Field::Last | Field::Due => Shape::Day,
            Field::Start | Field::End | Field::Around => Shape::Time,
            Field::Days => Shape::Weekdays,
            Field::Language | Field::Kind | Field::Use | Field::Fellowship => Shape::Choice,
            _ => Shape::Words,
        }
    }
}

/// What is asked about the whole program.
pub const HEAD: &[Field] = &[Field::From, Field::Clinic, Field::ClinicPhone, Field::Language];

/// What is asked about a line, in the order in which it stands there.
#[must_use]
pub fn fields(kind: LineKind) -> &'static [Field] {
    match kind {
        LineKind::Session => &[
            Field::Kind,
            Field::Title,
            Field::Days,
            Field::Start,
            Field::End,
            Field::First,
            Field::Last,
            Field::Place,
            Field::Link,
            Field::Phone,
            Field::Counselor,
            Field::Bring,
        ],
        LineKind::Homework => &[Field::Homework, Field::Due],
        LineKind::Checklist => &[Field::Name, Field::Use, Field::Steps, Field::Days, Field::Around],
        LineKind::Goal => &[Field::Goal],
        LineKind::Feed => &[Field::Name, Field::Fellowship, Field::Address],
    }
}

/// The texts of some fields.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(Field, String)>);

impl Form {
    #[must_use]
    pub fn of(texts: impl IntoIterator<Item = (Field, String)>) -> Form {
        let mut form = Form::default();
        texts.into_iter().for_each(|(field, text)| form.set(field, text));
        form
    }

    /// Empty where nothing was typed.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.0.iter().find(|(there, _)| *there == field).map_or("", |(_, text)| text)
    }

    /// A field that is empty is as one that was never there.
    pub fn set(&mut self, field: Field, text: String) {
        self.0.retain(|(there, _)| *there != field);
        if !text.is_empty() {
            // In one order, so that two forms with the same texts are the same.
            let behind = self.0.iter().position(|(there, _)| *there as u8 > field as u8);
            self.0.insert(behind.unwrap_or(self.0.len()), (field, text));
        }
    }
}
