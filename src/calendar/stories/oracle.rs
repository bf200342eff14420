//! What is read of a line is what calcard reads of it: of any line that the standard allows, and of every line of the sample calendars.
//!
//! Where ours reads more, it is on purpose and stands in the tests of [`crate::moment`], [`crate::names`] and [`crate::property`].

use crate::moment::{Length, Written};
use crate::property::Property;
use calcard::common::IanaString;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponentType, ICalendarDuration, ICalendarEntry, ICalendarParameterName, ICalendarParameterValue,
    ICalendarPeriod, ICalendarRelated, ICalendarValue, Uri,
};
use calcard::{Entry, Parser};
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

/// What a line says.
#[derive(Debug, Default, PartialEq)]
struct Said {
    text: Option<String>,
    moments: Vec<Option<Written>>,
    length: Option<Length>,
    integer: Option<i64>,
    word: Option<&'static str>,
    zone: Option<String>,
    reaches_on: bool,
    is_from_end: bool,
}

const TEXTS: [&str; 10] = [
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "URL",
    "CONFERENCE",
    "UID",
    "TZID",
    "NAME",
    "X-WR-CALNAME",
    "X-LIC-LOCATION",
];
const MOMENTS: [&str; 8] =
    ["DTSTART", "DTEND", "RECURRENCE-ID", "DTSTAMP", "LAST-MODIFIED", "ACKNOWLEDGED", "RDATE", "EXDATE"];
/// The words that are looked for in a property.
fn words_of(name: &str) -> &'static [&'static str] {
    match name {
        "ACTION" => &["DISPLAY", "AUDIO"],
        "STATUS" => &["CANCELLED", "TENTATIVE"],
        _ => &[],
    }
}

/// Numbers, lengths and words; the rest of what is asked for is read as it stands, and so are properties that nobody asks for.
const OTHERS: [&str; 5] = ["DURATION", "TRIGGER", "SEQUENCE", "STATUS", "ACTION"];

fn is_asked_for(line: &str) -> bool {
    let name = name_of(line);
    TEXTS.iter().chain(&MOMENTS).chain(&OTHERS).any(|there| *there == name)
}

fn name_of(line: &str) -> String {
    line.split([':', ';']).next().unwrap().to_ascii_uppercase()
}

fn ours(line: &str) -> Said {
    let property = Property::of(line);
    let name = name_of(line);
    let is_period = property.has("VALUE", "PERIOD");
    let both = |one: &str| -> Vec<Option<Written>> {
        let (start, end) = one.split_once('/').unwrap();
        let ends = Length::read(end).is_none().then(|| Written::read(end));
        std::iter::once(Written::read(start)).chain(ends).collect()
    };
    let list = || property.list().filter(|one| !one.trim().is_empty());
    Said {
        text: TEXTS.contains(&name.as_str()).then(|| property.text()).filter(|text| !text.trim().is_empty()),
        moments: match name.as_str() {
            "TRIGGER" if property.has("VALUE", "DATE-TIME") => vec![property.moment()],
            "RDATE" | "EXDATE" if is_period => list().flat_map(both).collect(),
            "RDATE" | "EXDATE" => list().map(|one| property.moment_in(one)).collect(),
            name if MOMENTS.contains(&name) => vec![property.moment()],
            _ => Vec::new(),
        },
        length: match name.as_str() {
            "DURATION" | "TRIGGER" => property.length(),
            "RDATE" if is_period => list().find_map(|one| Length::read(one.split_once('/')?.1)),
            _ => None,
        },
        integer: (name == "SEQUENCE").then(|| property.integer()).flatten(),
        word: words_of(&name).iter().copied().find(|word| property.is(word)),
        zone: property.parameter("TZID").map(|zone| zone.trim().to_owned()),
        reaches_on: property.has("RANGE", "THISANDFUTURE"),
        is_from_end: property.has("RELATED", "END"),
    }
}

fn written(value: &PartialDateTime) -> Option<Written> {
    let day = NaiveDate::from_ymd_opt(i32::from(value.year?), u32::from(value.month?), u32::from(value.day?))?;
    let Some(hour) = value.hour else { return Some(Written::Day(day)) };
    let second = value.second.unwrap_or_default();
    let second = if second == 60 { 59 } else { second };
    let wall = day.and_hms_opt(u32::from(hour), u32::from(value.minute.unwrap_or_default()), u32::from(second))?;
    let Some(hours) = value.tz_hour else { return Some(Written::Wall(wall)) };
    let minutes = i64::from(hours) * 60 + i64::from(value.tz_minute.unwrap_or_default());
    wall.checked_sub_signed(TimeDelta::minutes(if value.tz_minus { -minutes } else { minutes })).map(Written::Utc)
}

fn length(value: &ICalendarDuration) -> Option<Length> {
    let sign = if value.neg { -1 } else { 1 };
    let days = i64::from(value.weeks) * 7 + i64::from(value.days);
    let seconds = i64::from(value.hours) * 3_600 + i64::from(value.minutes) * 60 + i64::from(value.seconds);
    (days + seconds / 86_400 <= 366).then_some(Length { days: sign * days, seconds: sign * seconds })
}

/// None for what calcard takes for no property.
fn entry(line: &str) -> Option<ICalendarEntry> {
    let text = format!("{line}\r\nEND:VEVENT\r\n");
    let Entry::ICalendar(calendar) = Parser::new(&text).icalendar(ICalendarComponentType::VEvent) else { return None };
    calendar.components.into_iter().next()?.entries.into_iter().next()
}

fn theirs(line: &str) -> Option<Said> {
    let entry = entry(line)?;
    let name = name_of(line);
    let mut said = Said { zone: entry.tz_id().map(|zone| zone.trim().to_owned()), ..Said::default() };
    let has = |name: ICalendarParameterName, value: ICalendarParameterValue| {
        entry.params.iter().any(|parameter| parameter.name == name && parameter.value == value)
    };
    said.reaches_on = has(ICalendarParameterName::Range, ICalendarParameterValue::Bool(true));
    said.is_from_end = has(ICalendarParameterName::Related, ICalendarParameterValue::Related(ICalendarRelated::End));
    let word = |said: &str| words_of(&name).iter().copied().find(|there| *there == said);
    for value in &entry.values {
        match value {
            ICalendarValue::Text(text) | ICalendarValue::Uri(Uri::Location(text)) => {
                if TEXTS.contains(&name.as_str()) && said.text.is_none() && !text.trim().is_empty() {
                    said.text = Some(text.clone());
                }
                if MOMENTS.contains(&name.as_str()) && !text.trim().is_empty() {
                    said.moments.push(None);
                }
            }
            ICalendarValue::PartialDateTime(value) => said.moments.push(written(value)),
            ICalendarValue::Period(ICalendarPeriod::Range { start, end }) => {
                said.moments.extend([written(start), written(end)]);
            }
            ICalendarValue::Period(ICalendarPeriod::Duration { start, duration }) => {
                said.moments.push(written(start));
                said.length = said.length.or(length(duration));
            }
            ICalendarValue::Duration(duration) => said.length = length(duration),
            ICalendarValue::Integer(number) => said.integer = Some(*number),
            ICalendarValue::Status(status) => said.word = word(status.as_str()),
            ICalendarValue::Action(action) => said.word = word(action.as_str()),
            _ => {}
        }
    }
    if MOMENTS.contains(&name.as_str()) && said.moments.is_empty() && !matches!(name.as_str(), "RDATE" | "EXDATE") {
        said.moments.push(None);
    }
    Some(said)
}

/// Upper and lower case, as it comes.
fn cased(name: &'static str) -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(name.to_owned()), 1 => Just(name.to_ascii_lowercase())]
}

fn day() -> impl Strategy<Value = String> {
    (1_583_u32..2_200, 1_u32..=12, 1_u32..=31).prop_map(|(year, month, day)| format!("{year:04}{month:02}{day:02}"))
}

fn time() -> impl Strategy<Value = String> {
    let zone = prop_oneof![2 => "Z?", 1 => "[+-](0[0-9]|1[0-4])([0-5][0-9])?"];
    (day(), 0_u32..24, 0_u32..60, 0_u32..=60, zone)
        .prop_map(|(day, hour, minute, second, zone)| format!("{day}T{hour:02}{minute:02}{second:02}{zone}"))
}

fn duration() -> impl Strategy<Value = String> {
    "[+-]?P([0-9]{1,3}W|[0-9]{1,3}D(T[0-9]{1,3}H([0-9]{1,3}M)?)?|T([0-9]{1,5}H)?[0-9]{1,5}M([0-9]{1,9}S)?)"
}

/// What a text may hold: all that is printed, and every escape.
fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![4 => "[^\\\\\\p{C}]{0,6}", 1 => "\\\\[nN,;\\\\r\"x]"], 0..8)
        .prop_map(|parts| parts.concat().trim().to_owned())
}

/// Parameters, in quotes where they must be.
fn parameters() -> impl Strategy<Value = String> {
    let one = prop_oneof![
        cased("TZID").prop_map(|name| format!(";{name}=America/Chicago")),
        ("[A-Za-z/_+-][A-Za-z0-9 /_+()-]{0,12}").prop_map(|zone| format!(";TZID={zone}")),
        ("[A-Za-z(][A-Za-z0-9 :;,()+-]{0,12}").prop_map(|zone| format!(";TZID=\"{zone}\"")),
        cased("THISANDFUTURE").prop_map(|range| format!(";RANGE={range}")),
        prop::sample::select(vec!["START", "END", "end"]).prop_map(|word| format!(";RELATED={word}")),
        "X-[A-Z]{1,5}=([a-z0-9 ]{0,5}|\"[a-z;:,= ]{0,5}\")(,[a-z]{1,3}|,\"[a-z:,]{1,4}\")?"
            .prop_map(|odd| format!(";{odd}")),
        Just(";X-BARE".to_owned()),
        Just(";LANGUAGE=en-us".to_owned()),
    ];
    prop::collection::vec(one, 0..3).prop_map(|all| all.concat())
}

/// What is in no standard is a list on semicolons to calcard, and a text to us.
fn uncut((name, parameters, value): (String, String, String)) -> (String, String, String) {
    let is_odd = name.starts_with(['X', 'x']);
    let value = if is_odd { value.replace("\\;", "").replace(';', "") } else { value };
    (name, parameters, value)
}

fn listed(one: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop::collection::vec(one, 1..4).prop_map(|all| all.join(","))
}

fn lines() -> impl Strategy<Value = String> {
    let named = |names: Vec<&'static str>| prop::sample::select(names).prop_flat_map(cased);
    let single = || named(MOMENTS.into_iter().filter(|name| !name.ends_with("DATE")).collect());
    let many = || named(vec!["RDATE", "EXDATE"]);
    let period = (time(), prop_oneof![time().boxed(), "[+]?P([1-9]?[0-9]D|T[0-9]{1,3}H([0-9]{1,3}M)?)".boxed()])
        .prop_map(|(start, end)| format!("{start}/{end}"));
    let line = |(name, parameters, value): (String, String, String)| format!("{name}{parameters}:{value}");
    let with = |value: &'static str| move |parameters: String| format!("{parameters};VALUE={value}");
    let printable = Just(";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE".to_owned());
    prop_oneof![
        (named(TEXTS.to_vec()), parameters(), words()).prop_map(uncut).prop_map(line),
        (named(vec!["SUMMARY", "DESCRIPTION"]), printable, hidden()).prop_map(line),
        (single(), parameters(), time()).prop_map(line),
        (single(), parameters(), day()).prop_map(line),
        (single(), parameters().prop_map(with("DATE")), prop_oneof![day(), time()]).prop_map(line),
        (many(), parameters(), listed(time())).prop_map(line),
        (many(), parameters().prop_map(with("date")), listed(day())).prop_map(line),
        (Just("RDATE".to_owned()), parameters().prop_map(with("PERIOD")), period).prop_map(line),
        (named(vec!["DURATION", "TRIGGER"]), parameters(), duration()).prop_map(line),
        (Just("TRIGGER".to_owned()), parameters().prop_map(with("DATE-TIME")), time()).prop_map(line),
        (Just("SEQUENCE".to_owned()), parameters(), "-?[0-9]{1,22}").prop_map(line),
        (
            named(vec!["STATUS", "ACTION"]),
            parameters(),
            named(vec!["DISPLAY", "AUDIO", "CANCELLED", "TENTATIVE", "CONFIRMED", "EMAIL"])
        )
            .prop_map(line),
        (Just("ACTION".to_owned()), parameters(), "[A-Z]{1,6}").prop_map(line),
    ]
}

/// Letters as quoted-printable, every sign of which may be hidden.
fn hidden() -> impl Strategy<Value = String> {
    let hex = |text: String| text.bytes().map(|byte| format!("={byte:02X}")).collect::<String>();
    prop::collection::vec(
        prop_oneof!["[a-zA-Z0-9 .;:,]{0,6}".boxed(), "[^\\\\\\p{C}]{0,4}".prop_map(hex).boxed()],
        0..5,
    )
    .prop_map(|parts| parts.concat().trim().to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn any_line_says_what_calcard_reads_in_it(line in lines()) {
        if let Some(theirs) = theirs(&line) {
            prop_assert_eq!(ours(&line), theirs, "{}", line);
        }
    }
}

#[test]
fn what_is_hidden_in_letters_says_what_calcard_reads_in_it() {
    for value in ["R3JvdXA=", "R3Jvd XA", "w6k=", "R3Jvd", "not: so", "////", ""] {
        for line in [format!("SUMMARY;ENCODING=BASE64:{value}"), format!("LOCATION;encoding=b;X-A=1:{value}")] {
            assert_eq!(Some(ours(&line)), theirs(&line), "{line}");
        }
    }
}

#[test]
fn every_line_of_the_sample_calendars_says_what_calcard_reads_in_it() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/native/calendars");
    let mut compared = 0;
    for file in folder.read_dir().unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|ending| ending != "ics") {
            continue;
        }
        let bytes = std::fs::read(&file).unwrap();
        for line in crate::lines::Lines::of(&interop::bytes::decoded(&bytes)) {
            let line = line.text.trim_end();
            if let Some(theirs) = theirs(line).filter(|_| is_asked_for(line)) {
                compared += 1;
                assert_eq!(ours(line), theirs, "{}: {line}", file.display());
            }
        }
    }
    assert!(compared > 200, "{compared}");
}
