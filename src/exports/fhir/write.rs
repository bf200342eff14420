//! Writes a story as resources of FHIR R4 (4.0.1). What a valid bundle needs is checked by the tests (`fhir/check.rs`); here, nothing that is
//! empty is ever written, because an empty array or string is not valid.

use super::labels::{EVENT, SOME, labels};
use super::parts::{annotation, coding, concept_of, dense, effective, identifier, one, timing, xhtml};
use super::story::{Agrees, Answers, Coding, Front, Named, Observed, Patient, Said, Story, System, Takes, Told, Uuid};
use crate::value::{Fields, Value};

/// The whole bundle.
pub fn bundle(story: &Story) -> Value {
    let writer = Writer { story };
    let mut entries = Vec::new();
    entries.extend(story.front.as_ref().map(|front| entry(front.id, writer.front(front))));
    entries.push(entry(story.patient.id, writer.patient(&story.patient)));
    entries.extend(story.recipient.as_ref().map(|one| entry(one.id, writer.recipient(one))));
    entries.extend(story.program.as_ref().map(|one| entry(one.id, writer.program(one))));
    entries.extend(story.told.iter().map(|told| entry(told.id(), writer.told(told))));
    dense(vec![
        ("resourceType", Value::text("Bundle")),
        ("meta", labels(&EVENT)),
        ("identifier", identifier(story.id)),
        ("type", Value::text(if story.front.is_some() { "document" } else { "collection" })),
        ("timestamp", Value::At(story.made)),
        ("entry", Value::List(entries)),
    ])
}

fn entry(id: Uuid, resource: Value) -> Value {
    dense(vec![("fullUrl", Value::Text(id.urn())), ("resource", resource)])
}

fn resource(kind: &str, id: Uuid, meta: Option<Value>, rest: Fields) -> Value {
    let mut fields: Fields = vec![("resourceType", Value::text(kind)), ("id", Value::Text(id.written()))];
    fields.extend(meta.map(|meta| ("meta", meta)));
    fields.extend(rest);
    dense(fields)
}

/// Writes what belongs to one story.
struct Writer<'a> {
    story: &'a Story,
}

impl Writer<'_> {
    fn me(&self) -> Value {
        let patient = &self.story.patient;
        let name = patient.name.as_deref();
        dense(vec![("reference", Value::Text(patient.id.urn())), ("display", Value::told(name, Value::text))])
    }

    fn named(named: &Named) -> Value {
        dense(vec![("reference", Value::Text(named.id.urn())), ("display", Value::text(&named.name))])
    }

    fn coding(&self, coded: &Coding) -> Value {
        let ours;
        let system = match coded.system {
            System::Loinc => "http://loinc.org",
            System::Ours => {
                ours = [&self.story.base, "/CodeSystem/companion"].concat();
                &ours
            }
        };
        coding(system, &coded.code, &coded.display)
    }

    fn concept(&self, coded: &Coding, text: Option<&str>) -> Value {
        dense(vec![("coding", one(self.coding(coded))), ("text", Value::told(text, Value::text))])
    }

    fn front(&self, front: &Front) -> Value {
        let sections = Value::each(&front.sections, |section| {
            let paragraphs =
                section.text.iter().map(|words| ["<p>", &xhtml(words), "</p>"].concat()).collect::<String>();
            let div = ["<div xmlns=\"http://www.w3.org/1999/xhtml\">", &paragraphs, "</div>"].concat();
            dense(vec![
                ("title", Value::text(section.title)),
                ("code", Value::told(section.code.as_ref(), |code| self.concept(code, None))),
                ("text", dense(vec![("status", Value::text("generated")), ("div", Value::Text(div))])),
                ("entry", Value::each(&section.entries, |id| dense(vec![("reference", Value::Text(id.urn()))]))),
            ])
        });
        let note = Coding::loinc("51855-5", "Patient Note");
        resource(
            "Composition",
            front.id,
            Some(labels(&EVENT)),
            vec![
                ("identifier", identifier(front.id)),
                ("status", Value::text("final")),
                ("type", self.concept(&note, Some("Client-shared recovery log"))),
                ("subject", self.me()),
                ("date", Value::At(front.written)),
                ("author", one(self.me())),
                ("title", Value::text(&self.story.title)),
                ("confidentiality", Value::text("R")),
                ("custodian", Value::told(self.story.program.as_ref(), Self::named)),
                ("section", sections),
            ],
        )
    }

    fn patient(&self, patient: &Patient) -> Value {
        let name = patient.name.as_ref().map(|name| {
            one(dense(vec![
                ("use", Value::text("usual")),
                ("text", Value::text(name)),
                ("given", Value::each(&patient.given, |given| Value::text(given))),
            ]))
        });
        resource("Patient", patient.id, Some(labels(&SOME)), vec![("name", name.unwrap_or(Value::Null))])
    }

    fn recipient(&self, named: &Named) -> Value {
        let name = one(dense(vec![("text", Value::text(&named.name))]));
        resource("Practitioner", named.id, None, vec![("name", name)])
    }

    fn program(&self, named: &Named) -> Value {
        resource("Organization", named.id, None, vec![("name", Value::text(&named.name))])
    }

    fn told(&self, told: &Told) -> Value {
        match told {
            Told::Answers(answers) => self.answers(answers),
            Told::Observed(observed) => self.observed(observed),
            Told::Takes(takes) => self.takes(takes),
            Told::Agrees(agrees) => self.agrees(agrees),
        }
    }

    fn answers(&self, answers: &Answers) -> Value {
        let item = |(link, text, said): &(String, String, Said)| {
            dense(vec![
                ("linkId", Value::text(link)),
                ("text", Value::text(text)),
                ("answer", one(dense(vec![self.said(said)]))),
            ])
        };
        resource(
            "QuestionnaireResponse",
            answers.id,
            Some(labels(&SOME)),
            vec![
                ("identifier", identifier(answers.id)),
                ("questionnaire", Value::Text([&self.story.base, "/Questionnaire/", &answers.questionnaire].concat())),
                ("status", Value::text("completed")),
                ("subject", self.me()),
                ("authored", Value::At(answers.at)),
                ("author", self.me()),
                ("source", self.me()),
                ("item", Value::each(&answers.items, item)),
            ],
        )
    }

    fn observed(&self, observed: &Observed) -> Value {
        let survey = coding("http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey");
        let part = |(code, said): &(Coding, Said)| dense(vec![("code", self.concept(code, None)), self.said(said)]);
        let mut fields: Fields = vec![
            ("status", Value::text("final")),
            ("category", one(concept_of(survey))),
            ("code", self.concept(&observed.code, observed.text)),
            ("subject", self.me()),
            effective(&observed.when),
            ("performer", one(self.me())),
        ];
        fields.extend(observed.value.as_ref().map(|value| self.said(value)));
        fields.extend([
            ("component", Value::each(&observed.parts, part)),
            ("note", annotation(observed.note.as_ref())),
            ("derivedFrom", Value::each(&observed.from, |id| dense(vec![("reference", Value::Text(id.urn()))]))),
        ]);
        let meta = if observed.is_event { labels(&EVENT) } else { labels(&SOME) };
        resource("Observation", observed.id, Some(meta), fields)
    }

    /// One value, under the name that its type gives it.
    fn said(&self, said: &Said) -> (&'static str, Value) {
        match said {
            Said::Whole(number) => ("valueInteger", Value::Whole(*number)),
            Said::Coded(coded) => ("valueCoding", self.coding(coded)),
            Said::Concept(coded, text) => {
                let coding = Value::each(coded, |coded| self.coding(coded));
                let text = Value::told(text.as_deref(), Value::text);
                ("valueCodeableConcept", dense(vec![("coding", coding), ("text", text)]))
            }
        }
    }

    fn takes(&self, takes: &Takes) -> Value {
        let patient_said = coding(
            "http://terminology.hl7.org/CodeSystem/medication-statement-category",
            "patientspecified",
            "Patient Specified",
        );
        let dosage = dense(vec![
            ("text", Value::told(takes.dosage.as_deref(), Value::text)),
            ("timing", Value::told(takes.timing.as_ref(), timing)),
            ("asNeededBoolean", if takes.as_needed { Value::Bool(true) } else { Value::Null }),
        ]);
        let dosage = if dosage == Value::Object(Vec::new()) { Value::Null } else { one(dosage) };
        resource(
            "MedicationStatement",
            takes.id,
            Some(labels(&EVENT)),
            vec![
                ("status", Value::text("active")),
                ("category", concept_of(patient_said)),
                ("medicationCodeableConcept", dense(vec![("text", Value::text(&takes.name))])),
                ("subject", self.me()),
                ("effectivePeriod", dense(vec![("start", Value::Day(takes.since))])),
                ("dateAsserted", Value::Day(takes.asserted)),
                ("informationSource", self.me()),
                ("dosage", dosage),
                ("note", annotation(takes.note.as_ref())),
            ],
        )
    }

    fn agrees(&self, agrees: &Agrees) -> Value {
        let system = |name: &str| ["http://terminology.hl7.org/CodeSystem/", name].concat();
        let act = |code, display| coding(&system("v3-ActCode"), code, display);
        let reason = |code, display| coding(&system("v3-ActReason"), code, display);
        let days = |start, end| dense(vec![("start", Value::Day(start)), ("end", Value::told(end, Value::Day))]);
        let who = self.story.recipient.as_ref().or(self.story.program.as_ref());
        let reader = Value::each(who, |who| {
            let role = coding(&system("v3-ParticipationType"), "IRCP", "information recipient");
            dense(vec![("role", concept_of(role)), ("reference", Self::named(who))])
        });
        let class = |class: &&str| {
            dense(vec![("system", Value::text("http://hl7.org/fhir/resource-types")), ("code", Value::text(class))])
        };
        let provision = dense(vec![
            ("type", Value::text("permit")),
            ("period", days(agrees.from, agrees.until)),
            ("actor", reader),
            ("action", one(concept_of(coding(&system("consentaction"), "disclose", "Disclose")))),
            ("purpose", Value::List(vec![reason("TREAT", "treatment"), reason("PATRQT", "patient requested")])),
            ("class", Value::each(&agrees.classes, class)),
            ("dataPeriod", days(agrees.data.0, Some(agrees.data.1))),
        ]);
        let release = self.concept(&Coding::loinc("64292-6", "Release of information consent"), None);
        let policy = dense(vec![
            ("authority", Value::text("https://www.hhs.gov")),
            (
                "uri",
                Value::text(
                    "https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2/subpart-C/section-2.31",
                ),
            ),
        ]);
        resource(
            "Consent",
            agrees.id,
            Some(labels(&EVENT)),
            vec![
                ("status", Value::text("active")),
                ("scope", concept_of(coding(&system("consentscope"), "patient-privacy", "Privacy Consent"))),
                ("category", Value::List(vec![release, concept_of(act("IDSCL", "information disclosure"))])),
                ("patient", self.me()),
                ("dateTime", Value::At(agrees.at)),
                ("performer", one(self.me())),
                ("organization", Value::each(&self.story.program, Self::named)),
                // Without one a consent is not valid (ppc-1).
                ("policy", one(policy)),
                ("provision", provision),
            ],
        )
    }
}

impl Told {
    pub fn id(&self) -> Uuid {
        match self {
            Told::Answers(answers) => answers.id,
            Told::Observed(observed) => observed.id,
            Told::Takes(takes) => takes.id,
            Told::Agrees(agrees) => agrees.id,
        }
    }

    /// What FHIR calls it.
    pub fn class(&self) -> &'static str {
        match self {
            Told::Answers(_) => "QuestionnaireResponse",
            Told::Observed(_) => "Observation",
            Told::Takes(_) => "MedicationStatement",
            Told::Agrees(_) => "Consent",
        }
    }
}
