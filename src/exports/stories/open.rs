//! The export as JSON: it is valid, it holds everything, and what the person wrote comes back as they wrote it.

use super::world::{HOSTILE, any_facts, any_items, facts, golden, items};
use crate::Including;
use crate::{Facts, json};
use domain::record::{Kind, Record};
use domain::{Craving, CravingEdit, EntryMark, Intensity, Label, Lapse, Marks, Note, Trigger};
use proptest::prelude::*;
use serde_json::Value;

const SCHEMA: &str = include_str!("../schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn faults(export: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    validator.iter_errors(export).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

#[test]
fn everything_that_was_ever_kept_is_in_it_and_is_valid() {
    let items = golden();
    let export = read(&json(&facts(), &items));
    assert_eq!(faults(&export), Vec::<String>::new());
    let whole = export.as_object().unwrap();
    let kept: usize = whole.values().filter_map(Value::as_array).map(Vec::len).sum();
    assert_eq!(kept, items.len());
    for kind in Kind::ALL {
        assert!(!whole[crate::tell::collection(kind)].as_array().unwrap().is_empty(), "no {kind:?} among the samples");
    }
}

#[test]
fn every_object_of_the_schema_is_closed_and_asks_for_all_its_parts() {
    fn check(at: &str, schema: &Value, objects: &mut usize) {
        if let Some(properties) = schema.get("properties") {
            assert_eq!(schema["additionalProperties"], false, "{at}");
            let required: Vec<&str> =
                schema["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            let mut named: Vec<&str> = properties.as_object().unwrap().keys().map(String::as_str).collect();
            named.sort_unstable();
            let mut sorted = required.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, named, "{at}");
            *objects += 1;
        }
        match schema {
            Value::Object(parts) => parts.iter().for_each(|(name, part)| check(&format!("{at}/{name}"), part, objects)),
            Value::Array(all) => all.iter().for_each(|part| check(at, part, objects)),
            _ => {}
        }
    }
    let mut objects = 0;
    check("", &schema(), &mut objects);
    assert!(objects > Kind::ALL.len(), "{objects}");
}

#[test]
fn a_part_too_many_or_too_few_is_not_valid() {
    let mut export = read(&json(&facts(), &golden()));
    export["cravings"][0]["guess"] = 1.into();
    assert_eq!(faults(&export).len(), 1);
    let mut export = read(&json(&facts(), &golden()));
    export["cravings"][0].as_object_mut().unwrap().remove("note");
    assert_eq!(faults(&export).len(), 1);
}

#[test]
fn a_lapse_is_private_until_the_person_says_otherwise() {
    let now = facts().now;
    let mut all = items([
        Record::Lapse(Lapse::just_now(&now)),
        Record::Lapse(Lapse::just_now(&now)),
        Record::Craving(Craving::new(Intensity::new(5).unwrap(), now.clone())),
    ]);
    let said = Marks::new(all[1].id, now.clone()).set(EntryMark::Private, false).set(EntryMark::TalkAbout, true);
    let mine = Marks::new(all[2].id, now).set(EntryMark::Private, true);
    all.extend(items([Record::Marks(said), Record::Marks(mine)]).into_iter().map(|mut item| {
        item.id[0] = 0x22;
        item
    }));
    let mine = read(&json(&facts(), &all));
    let private = |export: &Value, kind: &str| -> Vec<bool> {
        export[kind].as_array().unwrap().iter().map(|entry| entry["private"].as_bool().unwrap()).collect()
    };
    assert_eq!((private(&mine, "lapses"), private(&mine, "cravings")), (vec![true, false], vec![true]));
    assert_eq!(mine["lapses"][1]["talk_about"], true);

    let including = Including { private: false, ..Including::EVERYTHING };
    let shown = read(&json(&Facts { including, ..facts() }, &all));
    assert_eq!((private(&shown, "lapses"), private(&shown, "cravings")), (vec![false], vec![]));
    // What was said about an entry that stays at home stays with it.
    assert_eq!(shown["marks"].as_array().unwrap().len(), 1);
}

#[test]
fn without_use_and_medication_nothing_tells_of_them() {
    let including = Including { private: true, use_of_substances: false, medication: false };
    let export = read(&json(&Facts { including, ..facts() }, &golden()));
    assert_eq!(faults(&export), Vec::<String>::new());
    for kind in ["lapses", "sober_starts", "sober_choices", "medications", "doses"] {
        assert_eq!(export[kind].as_array().unwrap().len(), 0, "{kind}");
    }
    for check_in in export["check_ins"].as_array().unwrap() {
        assert!(check_in["used"].is_null() && check_in["medication"].is_null());
    }
}

#[test]
fn hostile_words_come_back_as_they_were_written() {
    for words in HOSTILE {
        let craving = Craving::new(Intensity::new(5).unwrap(), facts().now);
        let edits = [
            CravingEdit::SetNote(Some(Note::new(words).unwrap())),
            CravingEdit::AddTrigger(Trigger::Own(Label::new(words).unwrap())),
        ];
        let now = facts().now;
        let craving = edits.into_iter().fold(craving, |craving, edit| craving.apply(edit, &now).unwrap());
        let export = read(&json(&facts(), &items([Record::Craving(craving)])));
        assert_eq!(export["cravings"][0]["note"], words);
        assert_eq!(export["cravings"][0]["triggers"][0]["own_words"], Label::new(words).unwrap().as_str());
        assert_eq!(export["cravings"][0]["at"], "2026-11-22T09:30:00-06:00");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_journal_is_valid(facts in any_facts(), items in any_items()) {
        prop_assert_eq!(faults(&read(&json(&facts, &items))), Vec::<String>::new());
    }
}
