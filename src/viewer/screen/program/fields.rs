//! One field of a program: drawn by its shape, with its fault beside it.

use chrono::Weekday;
use domain::meeting::Fellowship;
use domain::pack::LineKind;
use domain::{ChecklistUse, Language, SessionKind, Weekdays};
use text::Text;
use text::checklists::use_of;
use text::counselor::name_of;
use text::meetings::name as name_of_fellowship;
use text::program::session_kind;

use crate::browser::Piece;
use crate::making::{ACT, Act, Key, State, field_id};
use crate::program::form::{Field, Shape};
use crate::screen::parts::{field as frame, words as said};

/// Draws a field of a line, or of what is said of the whole.
pub fn field(text: Text, state: &State, key: Key, field: Field) -> Piece {
    let kind = key.and_then(|key| state.draft.line(key)).map(|line| line.kind);
    let (label, hint) = asked(text, field, kind);
    let value = state.draft.get(key, field);
    let id = field_id(key, field);
    let shape = field.shape();
    let drawn = if shape == Shape::Weekdays {
        weekdays(text, key, field, label, &value)
    } else {
        let fault = state.faults.iter().find(|(there, of, _)| *there == key && *of == field);
        let fault = fault.map(|(_, _, fault)| fault.sentence(text.counselor_program()));
        let input = input(shape).with(ACT, &id).with("autocomplete", "off");
        let input = if shape == Shape::Choice { with_choices(input, text, field, &value) } else { input };
        frame(&id, label, hint, fault.as_deref(), input.filled(&value))
    };
    let is_narrow = matches!(shape, Shape::Day | Shape::Time);
    let class = if is_narrow { "program__field program__field--narrow" } else { "program__field" };
    Piece::new("div", class).put(drawn)
}

fn input(shape: Shape) -> Piece {
    let line = |kind| Piece::new("input", "field__input").with("type", kind).with("dir", "auto");
    match shape {
        Shape::Words | Shape::Weekdays => line("text"),
        Shape::Phone => line("tel"),
        Shape::Day => line("date"),
        Shape::Time => line("time"),
        Shape::Lines => Piece::new("textarea", "field__input field__area").with("rows", "3").with("dir", "auto"),
        Shape::Choice => Piece::new("select", "field__input field__select"),
    }
}

fn weekdays(text: Text, key: Key, field: Field, heading: &str, value: &str) -> Piece {
    let bits = value.parse::<u8>().unwrap_or_default();
    let id = format!("{}-heading", field_id(key, field));
    let days = Weekdays::EVERY_DAY.days().zip(0_u8..).map(|(day, number): (Weekday, u8)| {
        let act = Act::Day(key, field, number).text();
        let pressed = if bits >> number & 1 == 1 { "true" } else { "false" };
        let day = |is_long| dates::weekday(day, is_long, text.language);
        Piece::new("button", "weekdays__day")
            .with("type", "button")
            .with("id", &act)
            .with(ACT, &act)
            .with("aria-pressed", pressed)
            .put(said("span", "", &day(false)).with("aria-hidden", "true"))
            .put(said("span", "visually-hidden", &day(true)))
    });
    Piece::new("div", "weekdays")
        .with("role", "group")
        .with("aria-labelledby", &id)
        .put(said("span", "weekdays__heading", heading).with("id", &id))
        .put(Piece::new("div", "weekdays__days").each(days))
}

fn with_choices(select: Piece, text: Text, field: Field, value: &str) -> Piece {
    let choice = |value: &str, label: &str| said("option", "", label).with("value", value);
    let language = text.language;
    match field {
        Field::Kind => select.each(SessionKind::ALL.iter().map(|of| choice(of.code(), session_kind(*of, language)))),
        Field::Use => select.each(ChecklistUse::ALL.iter().map(|of| choice(of.code(), use_of(*of, language)))),
        Field::Fellowship => {
            select.each(Fellowship::ALL.iter().map(|of| choice(of.code(), name_of_fellowship(*of, language))))
        }
        _ => {
            // Another page may have left it open.
            let none = value.is_empty().then(|| choice("", text.counselor_program().field.no_language));
            select.each(none).each(Language::ALL.iter().map(|of| choice(of.code(), name_of(*of))))
        }
    }
}

/// What is asked, and what helps to answer it.
fn asked(text: Text, field: Field, kind: Option<LineKind>) -> (&'static str, Option<&'static str>) {
    let words = &text.counselor_program().field;
    let label = match field {
        Field::From => words.from,
        Field::Clinic => words.clinic,
        Field::ClinicPhone => words.clinic_phone,
        Field::Language => words.language,
        Field::Kind => words.kind,
        Field::Title => words.title,
        Field::Days if kind == Some(LineKind::Session) => words.session_days,
        Field::Days => words.days,
        Field::Start => words.start,
        Field::End => words.end,
        Field::First => words.first,
        Field::Last => words.last,
        Field::Place => words.place,
        Field::Link => words.link,
        Field::Phone => words.phone,
        Field::Counselor => words.counselor,
        Field::Bring => words.bring,
        Field::Homework => words.what,
        Field::Due => words.due,
        Field::Use => words.what_for,
        Field::Name => words.name,
        Field::Steps => words.steps,
        Field::Around => words.around,
        Field::Goal => text.counselor_program().goal,
        Field::Fellowship => words.fellowship,
        Field::Address => words.address,
    };
    let hint = match field {
        Field::Steps => Some(words.steps_hint),
        Field::Address => Some(words.address_hint),
        _ => None,
    };
    (label, hint)
}
