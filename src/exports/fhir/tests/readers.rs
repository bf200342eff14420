//! What others make of our bundles: HL7's JSON schema of R4, and the profiles of R4 as `@medplum/core` applies them (`tests/fhir/read.mjs`).

use super::{BROKEN, COLLECTION, DOCUMENT, craving_saying, fhir, read, sender};
use crate::fhir::Sender;
use crate::stories::world::{HOSTILE, any_facts, any_items, facts, golden, items};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

/// Set by `cargo xtask test`, which installs what it takes: then being without it is a failed test.
const WANTED: &str = "HANDRAIL_TEST_WITH_NODE";

/// Journals of chance, beside those that are chosen.
const BY_CHANCE: usize = 12;

/// What either reader finds wrong with each bundle; nothing where they are not installed and nobody insists on them.
fn faults_found(name: &str, bundles: &[Value]) -> Option<Vec<Vec<String>>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fhir");
    if !folder.join("node_modules").is_dir() && std::env::var_os(WANTED).is_none() {
        return None;
    }
    let file = std::env::temp_dir().join(format!("bundles-{name}-{}.json", std::process::id()));
    std::fs::write(&file, serde_json::to_string(bundles).unwrap()).unwrap();
    let output = Command::new("node").arg("read.mjs").arg(&file).current_dir(folder).output().unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn others_read_every_bundle_without_a_complaint() {
    let mut bundles = vec![read(DOCUMENT), read(COLLECTION), read(&fhir(&facts(), &sender(), &golden()))];
    bundles.extend(HOSTILE.map(|words| read(&fhir(&facts(), &sender(), &items([craving_saying(words)])))));
    let mut chance = TestRunner::deterministic();
    for number in 0..BY_CHANCE {
        let (facts, items) = (any_facts(), any_items()).new_tree(&mut chance).unwrap().current();
        let sender = Sender { as_document: number % 2 == 0, ..sender() };
        bundles.push(read(&fhir(&facts, &sender, &items)));
    }
    let Some(found) = faults_found("ours", &bundles) else { return };
    assert_eq!(found.len(), bundles.len());
    for (number, faults) in found.iter().enumerate() {
        assert_eq!(faults, &Vec::<String>::new(), "bundle {number}");
    }
}

/// Our own checker refuses all of them. A reader that took whatever it gets would prove nothing above.
#[test]
fn others_refuse_what_is_broken_too_as_far_as_they_look() {
    let variants: BTreeMap<String, Value> = serde_json::from_str(BROKEN).unwrap();
    let (names, bundles): (Vec<String>, Vec<Value>) = variants.into_iter().unzip();
    let Some(found) = faults_found("broken", &bundles) else { return };
    let taken: Vec<&String> =
        names.iter().zip(found).filter(|(_, faults)| faults.is_empty()).map(|(name, _)| name).collect();
    assert_eq!(taken, ["dangling-reference", "empty-array", "two-value-choices"]);
}
