//! The facts of the sample bundles: fourteen days of one client, who hands them to their counselor.

use crate::fhir::story::*;
use crate::time::Time;
use chrono::NaiveDate;

/// Hours west of UTC in winter in Los Angeles.
const OFFSET: i16 = -480;

fn uuid(text: &str) -> Uuid {
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    let bytes: Vec<u8> =
        (0..16).map(|place| u8::from_str_radix(&digits[place * 2..place * 2 + 2], 16).unwrap()).collect();
    Uuid(bytes.try_into().unwrap())
}

fn day(text: &str) -> NaiveDate {
    domain::day_from_field(text).unwrap()
}

fn at(date: &str, hour: u32, minute: u32, second: u32) -> Time {
    let civil = day(date).and_hms_opt(hour, minute, second).unwrap();
    Time::of(civil.and_utc().timestamp_millis() - i64::from(OFFSET) * 60_000, OFFSET).unwrap()
}

fn answer(link: &str, text: &str, code: &str, display: &str) -> (String, String, Said) {
    (link.to_owned(), text.to_owned(), Said::Coded(Coding::loinc(code, display)))
}

const NOT_AT_ALL: (&str, &str) = ("LA6568-5", "Not at all");
const SEVERAL: (&str, &str) = ("LA6569-3", "Several days");
const MORE_THAN_HALF: (&str, &str) = ("LA6570-1", "More than half the days");

fn answers() -> Answers {
    let asked = [
        ("44250-9", "Little interest or pleasure in doing things", SEVERAL),
        ("44255-8", "Feeling down, depressed, or hopeless", MORE_THAN_HALF),
        ("44259-0", "Trouble falling or staying asleep, or sleeping too much", SEVERAL),
        ("44254-1", "Feeling tired or having little energy", MORE_THAN_HALF),
        ("44251-7", "Poor appetite or overeating", SEVERAL),
        (
            "44258-2",
            "Feeling bad about yourself - or that you are a failure or have let yourself or your family down",
            SEVERAL,
        ),
        (
            "44252-5",
            "Trouble concentrating on things, such as reading the newspaper or watching television",
            NOT_AT_ALL,
        ),
        (
            "44253-3",
            "Moving or speaking so slowly that other people could have noticed. Or the opposite - being so fidgety or restless \
             that you have been moving around a lot more than usual",
            NOT_AT_ALL,
        ),
        ("44260-8", "Thoughts that you would be better off dead, or of hurting yourself in some way", NOT_AT_ALL),
    ];
    let mut items: Vec<_> =
        asked.into_iter().map(|(link, text, (code, display))| answer(link, text, code, display)).collect();
    items.push(("44261-6".to_owned(), "Total score".to_owned(), Said::Whole(8)));
    Answers {
        id: uuid("93f9dc9f-37e1-57b1-9181-61cc7fe8be55"),
        questionnaire: "phq-9|1.0.0".to_owned(),
        at: at("2026-11-18", 20, 5, 0),
        items,
    }
}

fn score() -> Observed {
    Observed {
        id: uuid("43a47924-7070-58e8-9897-bdd8df9c536e"),
        code: Coding::loinc("44261-6", "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"),
        text: Some("PHQ-9 total score"),
        when: When::At(at("2026-11-18", 20, 5, 0)),
        value: Some(Said::Whole(8)),
        parts: Vec::new(),
        note: None,
        from: vec![answers().id],
        is_event: false,
    }
}

fn craving() -> Observed {
    let ours = |code, display| Coding::ours(code, display);
    let concept = |code, display| Said::Concept(Some(Coding::ours(code, display)), None);
    Observed {
        id: uuid("92609e49-840e-5c71-85d2-cae58df9f717"),
        code: ours("craving-event", "Craving event"),
        text: Some("Craving (self-logged)"),
        when: When::Between(at("2026-11-17", 17, 40, 0), at("2026-11-17", 18, 2, 0)),
        value: None,
        parts: vec![
            (ours("craving-peak", "Craving peak 0-10"), Said::Whole(7)),
            (ours("craving-after", "Craving after coping 0-10"), Said::Whole(3)),
            (ours("trigger", "Trigger category"), concept("inter.social-pressure.direct", "Direct social pressure")),
            (ours("coping-used", "Coping strategy used"), concept("urge-surfing", "Urge surfing")),
            (ours("outcome", "Outcome"), concept("passed", "Passed without use")),
        ],
        note: Some("Old friend offered after work.".to_owned()),
        from: Vec::new(),
        is_event: true,
    }
}

fn takes() -> Takes {
    Takes {
        id: uuid("8af30f11-fcca-544c-8b68-ffe61e4c6fa5"),
        name: "Naltrexone 50 mg tablet".to_owned(),
        since: day("2026-09-15"),
        asserted: day("2026-11-18"),
        dosage: Some("1 tablet every morning".to_owned()),
        as_needed: false,
        timing: Some(Timing { frequency: 1, period: 1, when: Some("MORN"), days: Vec::new(), times: Vec::new() }),
        note: Some("Self-reported: taken 13 of the last 14 days.".to_owned()),
    }
}

fn attendance() -> Observed {
    let count = |code, display, number| (Coding::ours(code, display), Said::Whole(number));
    Observed {
        id: uuid("58c04372-5305-5255-9b57-17390eb79e4e"),
        code: Coding::ours("sessions-attended", "Sessions attended"),
        text: None,
        when: When::Days(day("2026-11-05"), day("2026-11-18")),
        value: None,
        parts: vec![
            count("scheduled", "Sessions scheduled", 6),
            count("attended", "Sessions attended", 5),
            count("mutual-help", "Mutual-help meetings attended", 4),
        ],
        note: None,
        from: Vec::new(),
        is_event: false,
    }
}

fn agrees() -> Agrees {
    Agrees {
        id: uuid("0387f91c-c443-5f1c-8b7c-3a983d940929"),
        at: at("2026-11-18", 20, 10, 0),
        from: day("2026-11-18"),
        until: Some(day("2027-02-18")),
        data: (day("2026-11-05"), day("2026-11-18")),
        classes: vec!["QuestionnaireResponse", "Observation", "MedicationStatement"],
    }
}

fn front() -> Front {
    let section = |title, text: &[&str], entries| Section {
        title,
        code: None,
        text: text.iter().map(|words| (*words).to_owned()).collect(),
        entries,
    };
    let narrative = Coding::loinc("10160-0", "History of Medication use Narrative");
    Front {
        id: uuid("9d17933b-2125-5e1e-8649-0baab25c0ec5"),
        written: at("2026-11-18", 20, 10, 0),
        sections: vec![
            section(
                "Notice",
                &[
                    "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
                    "Shared by the client from a personal device. Self-reported, not reviewed by a clinician.",
                ],
                Vec::new(),
            ),
            section("Check-in measures", &["PHQ-9 total 8 (mild). Item 9 answered 0."], vec![answers().id, score().id]),
            section("Cravings", &["1 craving logged, peak 7, after coping 3, passed without use."], vec![craving().id]),
            Section {
                code: Some(narrative),
                ..section("Medication use", &["Naltrexone 50 mg: taken 13 of 14 days."], vec![takes().id])
            },
            section("Attendance", &["5 of 6 sessions; 4 mutual-help meetings."], vec![attendance().id]),
            section(
                "Consent",
                &["Consent recorded 18 November 2026, ends 18 February 2027; may be taken back at any time."],
                vec![agrees().id],
            ),
        ],
    }
}

pub fn story(as_document: bool) -> Story {
    let named = |id, name: &str| Some(Named { id: uuid(id), name: name.to_owned() });
    Story {
        id: uuid("7022e2ec-d9c5-5eef-9d4e-82d82670fffc"),
        made: at("2026-11-18", 20, 10, 5),
        title: "Recovery log shared by the client, 5-18 November 2026".to_owned(),
        patient: Patient {
            id: uuid("5b8692e9-fcdf-5e7c-8eb0-056dcdab5c6e"),
            name: Some("Alex R.".to_owned()),
            given: Some("Alex".to_owned()),
        },
        recipient: named("74380d14-366e-533c-9eb1-e527c7e0a3ee", "Dana M., LMFT"),
        program: named("20073e28-b5e5-561d-b541-d88f7ea3ae71", "Example Intensive Outpatient Program"),
        base: "https://iop-companion.example/fhir".to_owned(),
        front: as_document.then(front),
        told: vec![
            Told::Answers(answers()),
            Told::Observed(Box::new(score())),
            Told::Observed(Box::new(craving())),
            Told::Takes(takes()),
            Told::Observed(Box::new(attendance())),
            Told::Agrees(agrees()),
        ],
    }
}
