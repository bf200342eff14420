//! Everything as one page to print or to keep: by day, in words, in either language.
//!
//! The file may be opened anywhere, years from now, so it needs nothing and may do nothing: no script, nothing from elsewhere, and a policy that
//! would stop both. What the person wrote is text and never markup ([`page::text`] is the only way in), and stands in an element of its own
//! direction, so that no mark in it turns the page around.

mod page;

use crate::Including;
use crate::base64::base64;
use crate::facts::{Facts, Item, Journal};
use crate::order::{in_order, key};
use crate::tell::{collection, told};
use crate::value::{ChipWord, Fields, Value};
use crate::words::Words;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};
use domain::record::{Kind, Record};
use domain::{Language, PhotoId};
pub use page::text as escaped;
use page::{Page, text};

const STYLE: &str = include_str!("html/print.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:";

/// Parts that only a program has a use for; the JSON has them.
const UNSAID: [&str; 23] = [
    "id",
    "zone",
    "rank",
    "uid",
    "sequence",
    "stamped_at",
    "source",
    "source_until",
    "calendar_uid",
    "session_id",
    "program_id",
    "checklist_id",
    "medication_id",
    "picture_id",
    "recording_id",
    "strategy",
    "planned_for",
    "recipient_id",
    "package_id",
    "earlier_share_id",
    "pack_id",
    "public_key",
    "wording",
];

/// What has no day, in the order in which it is read best.
const ALWAYS: [Kind; 18] = [
    Kind::Reason,
    Kind::SafetyPlan,
    Kind::Person,
    Kind::Medication,
    Kind::Checklist,
    Kind::OwnStrategy,
    Kind::TriggerChart,
    Kind::Recipient,
    Kind::Program,
    Kind::Session,
    Kind::Imported,
    Kind::SoberStart,
    Kind::SoberChoices,
    Kind::StrategyChoices,
    Kind::Help,
    Kind::MeetingList,
    Kind::SharingKey,
    Kind::Settings,
];

/// One self-contained page.
pub fn page(facts: &Facts<'_>, items: &[Item]) -> String {
    let words = Words::of(facts.language);
    let journal = Journal::of(items);
    let kept = journal.kept(facts.including);
    let mut page = Page::new();
    page.start(facts.language.code(), words.word("page", "title"), POLICY, STYLE);
    let said = |page: &mut Page, key: &str| page.paragraph(words.word("page", key));
    page.paragraph(&format!(
        "{} {}",
        words.word("page", "made"),
        day_in_words(&words, facts.language, facts.now.day())
    ));
    let Including { private, use_of_substances, medication } = facts.including;
    said(&mut page, if private { "with-private" } else { "without-private" });
    if !use_of_substances {
        said(&mut page, "without-use");
    }
    if !medication {
        said(&mut page, "without-medication");
    }
    if facts.left_out > 0 {
        page.paragraph(&[words.word("page", "left-out"), ": ", &facts.left_out.to_string()].concat());
    }
    let teller = Teller { facts, journal: &journal, words: &words };

    let dated: Vec<(NaiveDate, &Item)> = kept.iter().filter_map(|item| day_of(item).map(|day| (day, *item))).collect();
    let always: Vec<&Item> =
        ALWAYS.iter().flat_map(|kind| kept.iter().copied().filter(move |item| item.record.kind() == *kind)).collect();
    if dated.is_empty() && always.is_empty() {
        said(&mut page, "nothing");
    }
    if !always.is_empty() {
        page.heading(2, words.word("page", "always"));
        for item in always {
            teller.entry(&mut page, 3, item);
        }
    }
    if !dated.is_empty() {
        page.heading(2, words.word("page", "days"));
    }
    // They come in the order of their instants, which a flight can turn around within a day or two.
    let days = in_order(dated, |(day, _)| key(day.num_days_from_ce().into(), [0; 16]));
    for of_day in days.chunk_by(|one, next| one.0 == next.0) {
        if let Some((day, _)) = of_day.first() {
            page.heading(3, &day_in_words(&words, facts.language, *day));
        }
        for (_, item) in of_day {
            teller.entry(&mut page, 4, item);
        }
    }
    page.finish()
}

/// The person's own day of an entry. None for what has none, and for what is told beside something else.
fn day_of(item: &Item) -> Option<NaiveDate> {
    match &item.record {
        Record::Craving(craving) => Some(craving.occurred_at().day()),
        Record::Visit(visit) => Some(visit.at().day()),
        Record::CheckIn(check_in) => Some(check_in.day()),
        Record::Lapse(lapse) => Some(lapse.day()),
        Record::StrategyRun(run) => Some(run.at().day()),
        Record::ChecklistDay(ticks) => Some(ticks.day()),
        Record::Dose(dose) => Some(dose.slot().day),
        Record::Share(share) => Some(share.at().day()),
        Record::Marks(_)
        | Record::Photo(_)
        | Record::Recording(_)
        | Record::Settings(_)
        | Record::Session(_)
        | Record::Program(_)
        | Record::Imported(_)
        | Record::Person(_)
        | Record::Help(_)
        | Record::MeetingList(_)
        | Record::SoberStart(_)
        | Record::SoberChoices(_)
        | Record::StrategyChoices(_)
        | Record::OwnStrategy(_)
        | Record::Checklist(_)
        | Record::SafetyPlan(_)
        | Record::Reason(_)
        | Record::Medication(_)
        | Record::TriggerChart(_)
        | Record::SharingKey(_)
        | Record::Recipient(_)
        | Record::FromProgram(_) => None,
    }
}

/// Whether an entry has an hour, and not only a day.
fn has_hour(item: &Item) -> bool {
    match &item.record {
        Record::Craving(_) | Record::Visit(_) | Record::StrategyRun(_) | Record::Share(_) => true,
        Record::Lapse(lapse) => lapse.knows_hour(),
        _ => false,
    }
}

/// Writes entries.
struct Teller<'a> {
    facts: &'a Facts<'a>,
    journal: &'a Journal<'a>,
    words: &'a Words,
}

impl Teller<'_> {
    fn entry(&self, page: &mut Page, level: u8, item: &Item) {
        let kind = collection(item.record.kind());
        let fields = told(self.facts, self.journal, item);
        let at = fields.iter().find_map(|(name, value)| match value {
            Value::At(time) if *name == "at" => Some(*time),
            _ => None,
        });
        page.begin("article");
        let hour = at.filter(|_| has_hour(item)).map(|at| clock(self.words, at.civil()));
        let heading = [hour.as_deref(), Some(self.words.word("kind", kind)), self.session(&item.record)];
        page.heading(level, &heading.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        self.picture(page, &item.record);
        self.recording(page, &item.record);
        page.begin("table");
        for (name, value) in &fields {
            // The hour stands in the heading, and the day above it.
            let is_above = *name == "at" || (*name == "day" && day_of(item).is_some());
            if !UNSAID.contains(name) && !is_above && says_something(value) {
                page.row(self.label(kind, name), &self.shown(kind, value, false));
            }
        }
        page.end("table");
        page.end("article");
    }

    fn label(&self, kind: &str, name: &'static str) -> &'static str {
        let own = self.words.find("field", &[kind, name].join("."));
        own.or_else(|| self.words.find("field", name)).unwrap_or(name)
    }

    /// What a visit was to.
    fn session(&self, record: &Record) -> Option<&str> {
        let Record::Visit(visit) = record else { return None };
        let about = self.journal.session_of(visit.key())?;
        let kind = || self.words.word("session-kind", about.kind_code());
        Some(about.title().map_or_else(kind, |title| title.as_str()))
    }

    /// The value as markup, everything in it escaped. Several stand one below the other, but within one of them on a line.
    fn shown(&self, kind: &str, value: &Value, is_within: bool) -> String {
        let together = |all: Vec<String>, between: &str| if is_within { all.join(between) } else { page::list(&all) };
        match value {
            Value::Null | Value::Bytes(_) => String::new(),
            Value::Bool(is_so) => text(self.words.word("page", if *is_so { "yes" } else { "no" })),
            Value::Whole(number) => number.to_string(),
            Value::Text(own) | Value::Chip(_, ChipWord::Own(own)) => page::own(own),
            Value::Word(vocabulary, code) | Value::Chip(vocabulary, ChipWord::Code(code)) => {
                text(self.words.word(vocabulary, code))
            }
            Value::At(time) => {
                let clock = clock(self.words, time.civil());
                text(&format!("{}, {clock}", day_in_words(self.words, self.facts.language, time.day())))
            }
            Value::Day(day) => text(&day_in_words(self.words, self.facts.language, *day)),
            Value::Clock(time) => text(&clock(self.words, time.on(self.facts.now.day()))),
            Value::List(all) => together(all.iter().map(|one| self.shown(kind, one, true)).collect(), ", "),
            Value::Object(fields) => together(self.parts(kind, fields), "; "),
        }
    }

    /// What an object says. A word of ours that comes first needs no label, and neither does what it is about: "Bored: With care".
    fn parts(&self, kind: &str, fields: &Fields) -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        let mut leads = false;
        for (name, value) in fields.iter().filter(|(name, value)| !UNSAID.contains(name) && says_something(value)) {
            let shown = self.shown(kind, value, true);
            match parts.last_mut() {
                Some(lead) if leads => lead.extend([": ", &shown]),
                None if matches!(value, Value::Word(..) | Value::Chip(..)) => {
                    parts.push(shown);
                    leads = true;
                    continue;
                }
                Some(_) | None => parts.push([&text(self.label(kind, name)), ": ", &shown].concat()),
            }
            leads = false;
        }
        parts
    }

    /// The picture of somebody or of a reason.
    fn picture(&self, page: &mut Page, record: &Record) {
        let photo: Option<PhotoId> = match record {
            Record::Person(person) => person.photo(),
            Record::Reason(reason) => reason.photo(),
            _ => None,
        };
        let Some(item) = photo.and_then(|id| self.journal.item(id.bytes())) else { return };
        if let Record::Photo(photo) = &item.record {
            page.picture(&base64(photo.bytes()), self.words.word("page", "picture"));
        }
    }

    /// The recording of a reason: a line, which is all that paper can have of it, and what plays it.
    fn recording(&self, page: &mut Page, record: &Record) {
        let Record::Reason(reason) = record else { return };
        let Some(item) = reason.recording().and_then(|id| self.journal.item(id.bytes())) else { return };
        let Record::Recording(recording) = &item.record else { return };
        page.paragraph(self.words.word("page", "recording"));
        if let Some(media_type) = recording.media_type() {
            page.sound(media_type, &base64(recording.bytes()));
        }
    }
}

/// No, never and nothing are not said of everything that could be.
fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) | Value::Bytes(_) => false,
        Value::List(all) => all.iter().any(says_something),
        Value::Object(fields) => fields.iter().any(|(_, one)| says_something(one)),
        _ => true,
    }
}

/// "Sunday, November 22, 2026", "domingo, 22 de noviembre de 2026".
fn day_in_words(words: &Words, language: Language, day: NaiveDate) -> String {
    let weekday = match day.weekday() {
        Weekday::Mon => "monday",
        Weekday::Tue => "tuesday",
        Weekday::Wed => "wednesday",
        Weekday::Thu => "thursday",
        Weekday::Fri => "friday",
        Weekday::Sat => "saturday",
        Weekday::Sun => "sunday",
    };
    let weekday = words.word("weekday", weekday);
    let number = day.month().to_string();
    let month = words.word("month", &number);
    match language {
        Language::En => format!("{weekday}, {month} {}, {}", day.day(), day.year()),
        Language::Es => format!("{weekday}, {} de {month} de {}", day.day(), day.year()),
    }
}

/// "9:30 am", "9:30 a. m.".
fn clock(words: &Words, civil: NaiveDateTime) -> String {
    let (is_after_noon, hour) = civil.time().hour12();
    let half = words.word("page", if is_after_noon { "pm" } else { "am" });
    let minute = civil.time().minute();
    format!("{hour}:{}{minute} {half}", if minute < 10 { "0" } else { "" })
}
