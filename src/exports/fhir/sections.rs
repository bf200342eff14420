//! The page in front of a document: a notice, then a line of text for every sort of thing that is told, and where it is.

use super::gather::Gathering;
use super::story::{Coding, Front, Section, Story, Told, Uuid};
use crate::time::day_iso;

/// The shorter of the two statements that go with every disclosure (42 CFR 2.32(a)(2), since 2024).
const NOTICE: &str = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";
const WHOSE: &str = "Shared by the client from a personal device. Self-reported, not reviewed by a clinician.";

pub fn front(gathering: &Gathering<'_>, story: &Story) -> Front {
    let (first, last) = gathering.sender.days;
    let period = format!("About the days from {} to {}.", day_iso(first), day_iso(last));
    let notice = Section {
        title: "Notice",
        code: None,
        text: vec![NOTICE.to_owned(), WHOSE.to_owned(), period],
        entries: Vec::new(),
    };
    let mut sections = vec![notice];
    let observed = |title, codes: &[&str], one: &str, many: &str| {
        let entries =
            ids(story, |told| matches!(told, Told::Observed(seen) if codes.contains(&seen.code.code.as_str())));
        section(title, None, counted(entries.len(), one, many), entries)
    };
    sections.extend(observed("Daily check-ins", &["check-in"], "1 day checked in.", "days checked in."));
    sections.extend(observed("Cravings", &["craving-event"], "1 craving logged.", "cravings logged."));
    sections.extend(observed("Use", &["use-event"], "1 time reported.", "times reported."));
    sections.extend(observed("Coping", &["coping-event"], "1 strategy rated.", "strategies rated."));
    let medications = ids(story, |told| matches!(told, Told::Takes(_)));
    let narrative = Coding::loinc("10160-0", "History of Medication use Narrative");
    let text =
        counted(medications.len(), "1 medication, as the client takes it.", "medications, as the client takes them.");
    sections.extend(section("Medication use", Some(narrative), text, medications));
    sections.extend(observed("Attendance", &["sessions-attended"], "Sessions told about in these days.", ""));
    let consents = ids(story, |told| matches!(told, Told::Agrees(_)));
    let until = gathering.sender.consent.and_then(|agreed| agreed.until);
    let ends = until.map_or_else(|| "no end was set".to_owned(), |until| format!("ends {}", day_iso(until)));
    let text =
        format!("Consent recorded {}, {ends}; may be taken back at any time.", day_iso(gathering.facts.now.day()));
    sections.extend(section("Consent", None, text, consents));
    Front { id: gathering.name("front", &gathering.facts.now.utc_ms().to_be_bytes()), written: story.made, sections }
}

fn ids(story: &Story, is_it: impl Fn(&Told) -> bool) -> Vec<Uuid> {
    story.told.iter().filter(|told| is_it(told)).map(Told::id).collect()
}

fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { one.to_owned() } else { format!("{count} {many}") }
}

/// None where there is nothing to point at.
fn section(title: &'static str, code: Option<Coding>, text: String, entries: Vec<Uuid>) -> Option<Section> {
    (!entries.is_empty()).then(|| Section { title, code, text: vec![text], entries })
}
