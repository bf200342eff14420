//! Cravings, check-ins, use and strategies as observations, each with the parts that somebody told.

use super::gather::Gathering;
use super::story::{Coding, Observed, Said, When};
use crate::time::Time;
use domain::strategy::StrategyRun;
use domain::{ActionTaken, CheckIn, Chip, Craving, Intensity, Lapse, Moment, Rating, Trigger};

type Part = (Coding, Said);

/// None for a time that FHIR cannot say.
fn at(moment: &Moment) -> Option<Time> {
    Time::of_moment(moment).map(Time::near_utc)
}

fn number(code: &str, display: &str, intensity: Intensity) -> Part {
    (Coding::ours(code, display), Said::Whole(intensity.value().into()))
}

/// From when it was to when it was rated again, if that was later.
fn when(gathering: &Gathering<'_>, moment: &Moment, after: Option<Rating>) -> Option<When> {
    let start = at(moment)?;
    let end = after
        .filter(|after| after.at_utc_ms >= moment.utc_ms())
        .and_then(|after| Time::beside(gathering.facts, moment, after.at_utc_ms));
    Some(end.map_or(When::At(start), |end| When::Between(start, end.near_utc())))
}

fn observed(
    id: super::story::Uuid,
    (code, display): (&str, &str),
    text: &'static str,
    when: When,
    parts: Vec<Part>,
) -> Observed {
    let code = Coding::ours(code, display);
    Observed { id, code, text: Some(text), when, value: None, parts, note: None, from: Vec::new(), is_event: true }
}

pub fn craving(gathering: &Gathering<'_>, id: [u8; 16], craving: &Craving) -> Option<Observed> {
    let mut parts = vec![number("craving-peak", "Craving peak 0-10", craving.intensity())];
    parts.extend(craving.after().map(|after| number("craving-after", "Craving after coping 0-10", after.intensity)));
    parts.extend(craving.triggers().iter().filter_map(|one| trigger(gathering, one)));
    parts.extend(craving.substance().and_then(|one| substance(gathering, one)));
    parts.extend(craving.actions().iter().filter_map(|act| action(gathering, act)));
    let when = when(gathering, craving.occurred_at(), craving.after())?;
    let id = gathering.name("craving", &id);
    let note = gathering.note(craving.note().map(domain::Note::as_str));
    Some(Observed { note, ..observed(id, ("craving-event", "Craving event"), "Craving (self-logged)", when, parts) })
}

/// The kind of high-risk situation, with the word that was tapped. The person's own words are notes.
fn trigger(gathering: &Gathering<'_>, trigger: &Trigger) -> Option<Part> {
    let said = match trigger {
        Chip::Known(known) => {
            let situation = known.situation().code();
            let display = gathering.words.word("situation", situation);
            let word = gathering.words.word("trigger", known.code());
            Said::Concept(Some(Coding::ours(situation, display)), Some(word.to_owned()))
        }
        Chip::Own(own) => Said::Concept(None, Some(gathering.note(Some(own.as_str()))?)),
        Chip::Unknown(_) => return None,
    };
    Some((Coding::ours("trigger", "Trigger category"), said))
}

fn substance(gathering: &Gathering<'_>, substance: &domain::Substance) -> Option<Part> {
    let said = match substance {
        Chip::Known(known) => gathering.coded("substance", known.code()),
        Chip::Own(own) => Said::Concept(None, Some(gathering.note(Some(own.as_str()))?)),
        Chip::Unknown(_) => return None,
    };
    Some((Coding::ours("substance", "Substance"), said))
}

fn action(gathering: &Gathering<'_>, act: &ActionTaken) -> Option<Part> {
    let kind = act.kind()?;
    Some((Coding::ours("coping-used", "Coping strategy used"), gathering.coded("action", kind.code())))
}

/// None for one that says nothing which goes along.
pub fn check_in(gathering: &Gathering<'_>, id: [u8; 16], told: &CheckIn) -> Option<Observed> {
    let including = gathering.facts.including;
    let word = |code, display, vocabulary, said: Option<&'static str>| {
        said.map(|said| (Coding::ours(code, display), gathering.coded(vocabulary, said)))
    };
    let used = told.used().filter(|_| including.use_of_substances).map(domain::DayUse::code);
    let medication = told.medication().filter(|_| including.medication).map(domain::MedicationTaken::code);
    let mut parts: Vec<Part> = Vec::new();
    parts.extend(told.strongest().map(|strongest| number("craving-peak", "Craving peak 0-10", strongest)));
    parts.extend(
        told.confidence().map(|one| (Coding::ours("confidence", "Confidence 0-10"), Said::Whole(one.value().into()))),
    );
    parts.extend(word("mood", "Mood", "mood", told.mood().map(domain::Mood::code)));
    parts.extend(word("sleep", "Sleep", "sleep", told.sleep().map(domain::Sleep::code)));
    parts.extend(word("use", "Used something that day", "day-use", used));
    parts.extend(word("medication-taken", "Medication taken that day", "medication-taken", medication));
    for need in domain::Need::ALL.iter().filter(|need| told.needs(**need)) {
        parts.extend(word("need", "Need", "need", Some(need.code())));
    }
    let note = gathering.note(told.line().map(domain::Line::as_str));
    let id = gathering.name("check-in", &id);
    let check_in =
        observed(id, ("check-in", "Daily check-in"), "Daily check-in (self-reported)", When::On(told.day()), parts);
    (!check_in.parts.is_empty() || note.is_some()).then_some(Observed { note, ..check_in })
}

pub fn lapse(gathering: &Gathering<'_>, id: [u8; 16], lapse: &Lapse) -> Option<Observed> {
    let mut parts: Vec<Part> = Vec::new();
    parts.extend(lapse.substance().and_then(|one| substance(gathering, one)));
    let amount = gathering.note(lapse.amount().map(domain::Line::as_str));
    parts.extend(amount.map(|amount| (Coding::ours("amount", "Amount"), Said::Concept(None, Some(amount)))));
    let story: Vec<&str> =
        domain::StoryPart::ALL.iter().filter_map(|part| lapse.told(*part)).map(domain::Note::as_str).collect();
    let note = gathering.note(Some(story.join("\n\n").as_str()).filter(|story| !story.is_empty()));
    let when = if lapse.knows_hour() { When::At(at(lapse.at())?) } else { When::On(lapse.day()) };
    let id = gathering.name("use", &id);
    let event = observed(id, ("use-event", "Use of a substance"), "Use (self-reported)", when, parts);
    // An observation says something: that it was, if nothing else is known.
    let value = event.parts.is_empty().then(|| gathering.coded("day-use", domain::DayUse::Something.code()));
    Some(Observed { note, value, ..event })
}

/// None for one of which neither number was told.
pub fn run(gathering: &Gathering<'_>, id: [u8; 16], run: &StrategyRun) -> Option<Observed> {
    let own = run.strategy().as_str().starts_with("own-");
    let name = if own { gathering.note(Some(run.name().as_str())) } else { Some(run.name().as_str().to_owned()) };
    let coded = (!own).then(|| Coding::ours(run.strategy().as_str(), run.name().as_str()));
    let mut parts: Vec<Part> = Vec::new();
    parts.extend(run.before().map(|before| number("craving-before", "Craving before 0-10", before)));
    parts.extend(run.after().map(|after| number("craving-after", "Craving after coping 0-10", after.intensity)));
    if parts.is_empty() {
        return None;
    }
    if coded.is_some() || name.is_some() {
        parts.push((Coding::ours("coping-used", "Coping strategy used"), Said::Concept(coded, name)));
    }
    let id = gathering.name("strategy", &id);
    let when = when(gathering, run.at(), run.after())?;
    Some(observed(id, ("coping-event", "Coping strategy done"), "Coping strategy (self-logged)", when, parts))
}
