//! Whether a bundle is one, for the tests: every element known, of its type and there when it must be; codes of the value sets that FHIR
//! requires; references that lead somewhere; and the invariants that no schema says (bdl, cmp, ppc, qrs, obs, que).
//!
//! It knows the resources that are written here and no others. The shapes are those of R4 4.0.1.

use serde_json::{Map, Value};

/// Types and their elements. `!` is required, `*` may come more than once, `+` both; `[x]` has one of several types. A type in brackets is a
/// required value set.
const SHAPES: &str = "
Bundle: meta Meta, identifier Identifier, type! (document|collection), timestamp instant, entry* Entry
Entry: fullUrl uri, resource! Resource
Meta: security* Coding
Identifier: system uri, value string
Coding: system uri, version string, code code, display string
CodeableConcept: coding* Coding, text string
Reference: reference string, display string
Period: start dateTime, end dateTime
Narrative: status! (generated|extensions|additional|empty), div! xhtml
Annotation: text! string
HumanName: use (usual|official|temp|nickname|anonymous|old|maiden), text string, family string, given* string
Composition: id id, meta Meta, identifier Identifier, status! (preliminary|final|amended|entered-in-error), type! CodeableConcept, \
 subject Reference, date! dateTime, author+ Reference, title! string, confidentiality (U|L|M|N|R|V), custodian Reference, section* Section
Section: title string, code CodeableConcept, text Narrative, entry* Reference
Patient: id id, meta Meta, name* HumanName
Practitioner: id id, meta Meta, name* HumanName
Organization: id id, meta Meta, name string
QuestionnaireResponse: id id, meta Meta, identifier Identifier, questionnaire canonical, \
 status! (in-progress|completed|amended|entered-in-error|stopped), subject Reference, authored dateTime, author Reference, \
 source Reference, item* Item
Item: linkId! string, text string, answer* Answer, item* Item
Answer: value[x] valueBoolean:boolean;valueInteger:integer;valueString:string;valueCoding:Coding, item* Item
Observation: id id, meta Meta, status! (registered|preliminary|final|amended|corrected|cancelled|entered-in-error|unknown), \
 category* CodeableConcept, code! CodeableConcept, subject Reference, \
 effective[x] effectiveDateTime:dateTime;effectivePeriod:Period, performer* Reference, \
 value[x] valueInteger:integer;valueString:string;valueBoolean:boolean;valueCodeableConcept:CodeableConcept, \
 dataAbsentReason CodeableConcept, note* Annotation, derivedFrom* Reference, component* Component
Component: code! CodeableConcept, value[x] valueInteger:integer;valueString:string;valueCodeableConcept:CodeableConcept, \
 dataAbsentReason CodeableConcept
MedicationStatement: id id, meta Meta, \
 status! (active|completed|entered-in-error|intended|stopped|on-hold|unknown|not-taken), category CodeableConcept, \
 medication[x]! medicationCodeableConcept:CodeableConcept;medicationReference:Reference, subject! Reference, \
 effective[x] effectiveDateTime:dateTime;effectivePeriod:Period, dateAsserted dateTime, informationSource Reference, \
 note* Annotation, dosage* Dosage
Dosage: text string, timing Timing, asNeeded[x] asNeededBoolean:boolean
Timing: repeat Repeat
Repeat: frequency positiveInt, period decimal, periodUnit (s|min|h|d|wk|mo|a), dayOfWeek* (mon|tue|wed|thu|fri|sat|sun), \
 timeOfDay* time, when* (MORN|AFT|EVE|NIGHT|HS|WAKE)
Consent: id id, meta Meta, status! (draft|proposed|active|rejected|inactive|entered-in-error), scope! CodeableConcept, \
 category+ CodeableConcept, patient Reference, dateTime dateTime, performer* Reference, organization* Reference, policy* Policy, \
 policyRule CodeableConcept, provision Provision
Policy: authority uri, uri uri
Provision: type (deny|permit), period Period, actor* Actor, action* CodeableConcept, purpose* Coding, class* Coding, dataPeriod Period
Actor: role! CodeableConcept, reference! Reference
";

/// Everything that is wrong with a bundle, each with where it is. None is what a bundle should have.
pub fn faults(bundle: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    shaped(bundle, "Bundle", "Bundle", &mut faults);
    nothing_empty(bundle, "Bundle", &mut faults);
    let entries = bundle["entry"].as_array().map_or(&[][..], Vec::as_slice);
    let urls: Vec<&str> = entries.iter().filter_map(|entry| entry["fullUrl"].as_str()).collect();
    let mut once = urls.clone();
    once.sort_unstable();
    once.dedup();
    let mut rule = |holds: bool, name: &str| {
        if !holds {
            faults.push(name.to_owned());
        }
    };
    rule(once.len() == entries.len(), "bdl-7: every entry has a fullUrl of its own");
    if bundle["type"] == "document" {
        rule(
            bundle["identifier"]["system"].is_string() && bundle["identifier"]["value"].is_string(),
            "bdl-9: an identifier",
        );
        rule(bundle["timestamp"].is_string(), "bdl-10: a timestamp");
        rule(
            entries.first().is_some_and(|entry| entry["resource"]["resourceType"] == "Composition"),
            "bdl-11: a page in front",
        );
    }
    for entry in entries {
        let resource = &entry["resource"];
        let id = resource["id"].as_str().unwrap_or_default();
        rule(entry["fullUrl"].as_str() == Some(&format!("urn:uuid:{id}")), "a fullUrl that is the id of its resource");
        match resource["resourceType"].as_str() {
            Some("Composition") => {
                for section in resource["section"].as_array().into_iter().flatten() {
                    rule(
                        ["text", "entry", "section"].iter().any(|part| section.get(part).is_some()),
                        "cmp-1: a section says something",
                    );
                }
            }
            Some("Consent") => {
                rule(resource.get("policy").is_some() || resource.get("policyRule").is_some(), "ppc-1: a policy")
            }
            Some("Observation") => {
                let has_value =
                    resource.as_object().is_some_and(|parts| parts.keys().any(|name| name.starts_with("value")));
                rule(!(has_value && resource.get("dataAbsentReason").is_some()), "obs-6: a value or a reason for none");
                rule(
                    has_value || resource.get("component").is_some() || resource.get("note").is_some(),
                    "an observation says something",
                );
            }
            Some("QuestionnaireResponse") => {
                for item in resource["item"].as_array().into_iter().flatten() {
                    rule(
                        item.get("item").is_none() || item.get("answer").is_none(),
                        "qrs-1: answers or items, never both",
                    );
                }
            }
            _ => {}
        }
    }
    references(bundle, &urls, &mut faults);
    faults
}

fn shaped(value: &Value, kind: &str, at: &str, faults: &mut Vec<String>) {
    let Some(object) = value.as_object() else {
        faults.push(format!("{at}: no {kind}"));
        return;
    };
    let kind =
        if kind == "Resource" { object.get("resourceType").and_then(Value::as_str).unwrap_or("nothing") } else { kind };
    let joined = SHAPES.replace("\\\n", "");
    let Some(shape) = joined.lines().find_map(|line| line.strip_prefix(&format!("{kind}: "))) else {
        faults.push(format!("{at}: {kind} is not known here"));
        return;
    };
    let mut known: Vec<String> = vec!["resourceType".to_owned()];
    for element in shape.split(',') {
        let (name, of) = element.trim().split_once(' ').unwrap();
        let required = name.ends_with(['!', '+']);
        let many = name.ends_with(['*', '+']);
        let name = name.trim_end_matches(['!', '+', '*']);
        let choices: Vec<(&str, &str)> = match name.strip_suffix("[x]") {
            Some(_) => of.split(';').map(|choice| choice.split_once(':').unwrap()).collect(),
            None => vec![(name, of)],
        };
        let there: Vec<&(&str, &str)> = choices.iter().filter(|(name, _)| object.contains_key(*name)).collect();
        if there.len() > 1 {
            faults.push(format!("{at}.{name}: more than one"));
        }
        if there.is_empty() && required {
            faults.push(format!("{at}.{name}: missing"));
        }
        known.extend(choices.iter().map(|(name, _)| (*name).to_owned()));
        for (name, of) in there {
            element_of(object, name, of, many, &format!("{at}.{name}"), faults);
        }
    }
    faults
        .extend(object.keys().filter(|name| !known.contains(name)).map(|name| format!("{at}.{name}: not an element")));
}

fn element_of(object: &Map<String, Value>, name: &str, of: &str, many: bool, at: &str, faults: &mut Vec<String>) {
    match (&object[name], many) {
        (Value::Array(all), true) => all.iter().for_each(|one| typed(one, of, at, faults)),
        (one, false) if !one.is_array() => typed(one, of, at, faults),
        _ => faults.push(format!("{at}: a list, or none")),
    }
}

fn typed(value: &Value, of: &str, at: &str, faults: &mut Vec<String>) {
    let text = value.as_str();
    let is_so = match of {
        "boolean" => value.is_boolean(),
        "integer" => value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        "positiveInt" => value.as_i64().is_some_and(|number| number > 0 && i32::try_from(number).is_ok()),
        "decimal" => value.is_number(),
        "string" => {
            text.is_some_and(|text| !text.trim().is_empty() && !text.chars().any(|c| c < ' ' && !"\r\n\t".contains(c)))
        }
        "uri" | "canonical" => text.is_some_and(|text| !text.is_empty() && !text.chars().any(char::is_whitespace)),
        "code" => text.is_some_and(|text| !text.is_empty() && text == text.trim() && !text.contains("  ")),
        "id" => text.is_some_and(|text| {
            (1..=64).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
        }),
        "dateTime" => text.is_some_and(|text| is_day(text) || is_instant(text)),
        "instant" => text.is_some_and(is_instant),
        "time" => text.is_some_and(|text| is_digits(text, "dd:dd:dd")),
        "xhtml" => text.is_some_and(|text| {
            text.starts_with("<div xmlns=\"http://www.w3.org/1999/xhtml\">") && text.ends_with("</div>")
        }),
        codes if codes.starts_with('(') => {
            text.is_some_and(|text| codes.trim_matches(['(', ')']).split('|').any(|code| code == text))
        }
        kind => return shaped(value, kind, at, faults),
    };
    if !is_so {
        faults.push(format!("{at}: no {of}"));
    }
}

/// `d` stands for a digit.
fn is_digits(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text
            .bytes()
            .zip(pattern.bytes())
            .all(|(byte, wanted)| if wanted == b'd' { byte.is_ascii_digit() } else { byte == wanted })
}

fn is_day(text: &str) -> bool {
    is_digits(text, "dddd-dd-dd")
}

/// To the second, with a zone that is at most 14 hours from UTC.
fn is_instant(text: &str) -> bool {
    let Some((civil, rest)) = text.split_at_checked(19) else { return false };
    let zone = rest.strip_prefix('.').map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let is_zone = zone == "Z"
        || (is_digits(&zone.replacen('-', "+", 1), "+dd:dd") && zone.get(1..).is_some_and(|zone| zone <= "14:00"));
    is_digits(civil, "dddd-dd-ddTdd:dd:dd") && is_zone
}

fn nothing_empty(value: &Value, at: &str, faults: &mut Vec<String>) {
    match value {
        Value::Null => faults.push(format!("{at}: null")),
        Value::String(text) if text.is_empty() => faults.push(format!("{at}: an empty string")),
        Value::Array(all) if all.is_empty() => faults.push(format!("{at}: an empty list")),
        Value::Object(parts) if parts.is_empty() => faults.push(format!("{at}: an empty object")),
        Value::Array(all) => all.iter().for_each(|one| nothing_empty(one, at, faults)),
        Value::Object(parts) => {
            parts.iter().for_each(|(name, one)| nothing_empty(one, &format!("{at}.{name}"), faults))
        }
        _ => {}
    }
}

/// Every reference is to an entry of the bundle.
fn references(value: &Value, urls: &[&str], faults: &mut Vec<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| references(one, urls, faults)),
        Value::Object(parts) => {
            for (name, one) in parts {
                match one.as_str() {
                    Some(to) if name == "reference" && !urls.contains(&to) => {
                        faults.push("a reference to nothing".to_owned())
                    }
                    _ => references(one, urls, faults),
                }
            }
        }
        _ => {}
    }
}
