//! Everything the person recorded, as one object: the published format (`schema.json`), version 1.

use crate::Including;
use crate::facts::{Facts, Item, Journal};
use crate::tell::{collection, told};
use crate::time::Time;
use crate::value::{Fields, Value};
use domain::record::Kind;

/// The number of the published format. It rises when a part is taken away or means something else; parts may be added within it.
pub const VERSION: i64 = 1;

/// All records that go along, by kind, and within a kind the earliest first.
pub fn whole(facts: &Facts<'_>, items: &[Item]) -> Value {
    let journal = Journal::of(items);
    let kept = journal.kept(facts.including);
    let Including { private, use_of_substances, medication } = facts.including;
    let mut fields: Fields = vec![
        ("format", Value::text("handrail-export")),
        ("version", Value::Whole(VERSION)),
        ("made_at", Value::told(Time::of_moment(&facts.now), Value::At)),
        ("zone", Value::text(facts.now.zone().name())),
        ("language", Value::word("language", facts.language.code())),
        (
            "including",
            Value::Object(vec![
                ("private", Value::Bool(private)),
                ("use_of_substances", Value::Bool(use_of_substances)),
                ("medication", Value::Bool(medication)),
            ]),
        ),
    ];
    fields.push(("left_out", Value::Whole(facts.left_out.into())));
    for kind in Kind::ALL {
        let of_kind = kept.iter().filter(|item| item.record.kind() == kind);
        fields.push((collection(kind), Value::each(of_kind, |item| Value::Object(told(facts, &journal, item)))));
    }
    Value::Object(fields)
}
