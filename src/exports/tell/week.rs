//! The week: programs, sessions, what came from calendars, and what was told about single dates.

use super::parts::{chip, day, moment, time, weekdays, zone};
use crate::facts::Facts;
use crate::time::Time;
use crate::value::{Fields, Value};
use domain::{
    About, Ends, Imported, Listed, Original, Program, Prompt, Session, Slot, Span, Visit, VisitKey, When, Zone,
};

fn about(about: &About) -> Fields {
    vec![
        ("kind", Value::word("session-kind", about.kind_code())),
        ("title", Value::told(about.title(), |title| Value::text(title.as_str()))),
        ("place", Value::told(about.place(), |place| Value::text(place.as_str()))),
        ("link", Value::told(about.link(), |link| Value::text(link.as_str()))),
        ("phone", Value::told(about.phone(), |phone| Value::text(phone.as_str()))),
        ("counselor", Value::told(about.counselor(), |name| Value::text(name.as_str()))),
        ("bring", Value::told(about.bring(), |note| Value::text(note.as_str()))),
    ]
}

pub fn session(session: &Session) -> Fields {
    let (once, weekly) = match session.when() {
        When::Once(date) => (Some(date), None),
        When::Weekly(weekly) => (None, Some(weekly)),
    };
    let mut fields = about(session.about());
    fields.extend([
        ("zone", zone(session.zone())),
        ("starts", Value::Clock(session.start())),
        ("length_minutes", Value::Whole(session.length().minutes().into())),
        ("program_id", Value::told(session.phase(), |phase| Value::Text(phase.program.to_hex()))),
        ("phase_number", Value::told(session.phase(), |phase| Value::Whole(phase.phase.number().into()))),
        ("once_on", day(once)),
        (
            "weekly",
            Value::told(weekly, |weekly| {
                let (ends_on, ends_after) = match weekly.ends {
                    Ends::Open => (None, None),
                    Ends::On(last) => (Some(last), None),
                    Ends::After(times) => (None, Some(times)),
                };
                Value::Object(vec![
                    ("days", weekdays(weekly.on)),
                    ("every_weeks", Value::Whole(weekly.every.count().into())),
                    ("first", day(weekly.first)),
                    ("ends_on", day(ends_on)),
                    ("ends_after_times", Value::told(ends_after, |times| Value::Whole(times.into()))),
                ])
            }),
        ),
        (
            "exceptions",
            Value::each(session.exceptions(), |(date, exception)| {
                Value::Object(vec![
                    ("date", Value::Day(*date)),
                    ("cancelled", Value::Bool(exception.is_cancelled())),
                    ("moved_to", Value::told(exception.moved(), slot)),
                    ("place", Value::told(exception.place(), |place| Value::text(place.as_str()))),
                ])
            }),
        ),
    ]);
    fields
}

fn slot(slot: Slot) -> Value {
    Value::Object(vec![
        ("date", Value::Day(slot.date)),
        ("starts", Value::Clock(slot.start)),
        ("length_minutes", Value::Whole(slot.length.minutes().into())),
    ])
}

pub fn program(program: &Program) -> Fields {
    vec![
        ("name", Value::told(program.name(), |name| Value::text(name.as_str()))),
        ("template", Value::told(program.shape_code(), |code| Value::word("template", code))),
        ("zone", zone(program.zone())),
        ("starts_on", Value::Day(program.starts())),
        (
            "phases",
            Value::each(program.phases(), |phase| {
                Value::Object(vec![
                    ("number", Value::Whole(phase.id().number().into())),
                    ("kind", Value::word("phase-kind", phase.kind_code())),
                    ("name", Value::told(phase.name(), |name| Value::text(name.as_str()))),
                    ("weeks", Value::told(phase.weeks(), |weeks| Value::Whole(weeks.count().into()))),
                ])
            }),
        ),
        ("clinic", Value::told(program.clinic(), |name| Value::text(name.as_str()))),
        ("phone", Value::told(program.phone(), |phone| Value::text(phone.as_str()))),
    ]
}

pub fn visit(facts: &Facts<'_>, visit: &Visit) -> Fields {
    let at = visit.at();
    let note = |note: Option<&domain::Note>| Value::told(note, |note| Value::text(note.as_str()));
    let (series, date, uid, first_planned) = match visit.key() {
        VisitKey::Own { series, date } => (Some(series), Some(*date), None, None),
        VisitKey::Imported { uid, original } => (None, None, Some(uid), Some(*original)),
    };
    let (original_at, original_day) = original(facts, at.zone(), first_planned);
    let mut fields = moment(at);
    fields.extend([
        ("session_id", Value::told(series, |series| Value::Text(series.to_hex()))),
        ("session_date", day(date)),
        ("calendar_uid", Value::told(uid, |uid| Value::text(uid.as_str()))),
        ("original_at", original_at),
        ("original_day", original_day),
        ("attendance", Value::told(visit.attendance_code(), |code| Value::word("attendance", code))),
        ("obstacle", Value::told(visit.obstacle(), |one| chip("obstacle", one))),
        ("prepared_hard", note(visit.prepared(Prompt::Hard))),
        ("prepared_tried", note(visit.prepared(Prompt::Tried))),
        ("prepared_to_talk_about", note(visit.prepared(Prompt::TalkAbout))),
        ("takeaway", note(visit.takeaway())),
        (
            "homework",
            Value::each(visit.homework(), |homework| {
                let done = homework.done_utc_ms().and_then(|done| Time::beside(facts, at, done));
                Value::Object(vec![
                    ("number", Value::Whole(homework.number().into())),
                    ("text", Value::text(homework.text().as_str())),
                    ("due", day(homework.due())),
                    ("done_at", time(done)),
                ])
            }),
        ),
    ]);
    fields
}

pub fn imported(facts: &Facts<'_>, imported: &Imported) -> Fields {
    let here = facts.now.zone();
    let zone_of_dates = imported.zone().unwrap_or(here);
    let at = |utc_ms: Option<i64>| time(utc_ms.and_then(|utc_ms| Time::in_zone(facts, here, utc_ms)));
    let mut fields = about(imported.about());
    fields.extend([
        ("uid", Value::text(imported.uid().as_str())),
        ("sequence", Value::Whole(imported.sequence().into())),
        ("stamped_at", at(imported.stamped_utc_ms())),
        ("calendar", Value::told(imported.calendar(), |name| Value::text(name.as_str()))),
        ("notes", Value::told(imported.notes(), |note| Value::text(note.as_str()))),
        ("zone", Value::told(imported.zone(), zone)),
        ("counts", Value::Bool(imported.counts())),
        ("dates", Value::each(imported.occurrences(), |date| listed(facts, zone_of_dates, date))),
        ("source", Value::told(imported.source(), |source| Value::text(source.text()))),
        ("source_until", at(imported.source().map(domain::Source::until_utc_ms))),
    ]);
    fields
}

fn listed(facts: &Facts<'_>, zone: &Zone, listed: &Listed) -> Value {
    let at = |utc_ms: i64| time(Time::in_zone(facts, zone, utc_ms));
    let [starts, ends, first, last] = match listed.span() {
        Span::Times { starts_utc_ms, ends_utc_ms } => [at(starts_utc_ms), at(ends_utc_ms), Value::Null, Value::Null],
        Span::Days { first, last } => [Value::Null, Value::Null, Value::Day(first), Value::Day(last)],
    };
    let (original_at, original_day) = original(facts, zone, Some(listed.original()));
    Value::Object(vec![
        ("starts_at", starts),
        ("ends_at", ends),
        ("first_day", first),
        ("last_day", last),
        ("original_at", original_at),
        ("original_day", original_day),
        ("standing", Value::word("standing", listed.standing_code())),
        ("title", Value::told(listed.title(), |title| Value::text(title.as_str()))),
        ("place", Value::told(listed.place(), |place| Value::text(place.as_str()))),
    ])
}

/// When an occurrence was planned first: an instant, or a whole day.
fn original(facts: &Facts<'_>, zone: &Zone, original: Option<Original>) -> (Value, Value) {
    match original {
        None => (Value::Null, Value::Null),
        Some(Original::At(utc_ms)) => (time(Time::in_zone(facts, zone, utc_ms)), Value::Null),
        Some(Original::On(date)) => (Value::Null, Value::Day(date)),
    }
}
