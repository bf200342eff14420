//! What is exported, as a small tree that every format writes in its own way: so a record is put into words once, and no format can forget
//! a part of it.

use crate::time::Time;
use chrono::NaiveDate;
use domain::StartTime;

/// One value of the tree.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// Not told.
    Null,
    Bool(bool),
    Whole(i64),
    /// What somebody wrote, or an id.
    Text(String),
    /// A word of one of our vocabularies: the vocabulary's name, and the stored code.
    Word(&'static str, String),
    /// A word of ours or the person's own.
    Chip(&'static str, ChipWord),
    At(Time),
    Day(NaiveDate),
    /// A time of day.
    Clock(StartTime),
    /// Bytes of a picture.
    Bytes(Vec<u8>),
    List(Vec<Value>),
    Object(Fields),
}

/// What a chip says.
#[derive(Clone, PartialEq, Eq)]
pub enum ChipWord {
    /// The stored code of a word of ours.
    Code(String),
    /// The person's own word.
    Own(String),
}

/// The parts of an object, in the order in which they are written. No name comes twice.
pub type Fields = Vec<(&'static str, Value)>;

impl Value {
    /// A text of any kind.
    pub fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    /// What was told, or null.
    pub fn told<T>(told: Option<T>, value: impl FnOnce(T) -> Value) -> Value {
        told.map_or(Value::Null, value)
    }

    /// Each of them.
    pub fn each<T>(all: impl IntoIterator<Item = T>, value: impl FnMut(T) -> Value) -> Value {
        Value::List(all.into_iter().map(value).collect())
    }

    /// A word of a vocabulary.
    pub fn word(vocabulary: &'static str, code: &str) -> Value {
        Value::Word(vocabulary, code.to_owned())
    }

    /// What lies at a path, and null where there is nothing.
    pub fn at_path(&self, path: &[&str]) -> &Value {
        let Some((name, rest)) = path.split_first() else { return self };
        match self {
            Value::Object(fields) => {
                fields.iter().find(|(there, _)| there == name).map_or(&Value::Null, |(_, value)| value.at_path(rest))
            }
            _ => &Value::Null,
        }
    }
}
