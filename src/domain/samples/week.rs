//! Sessions, programs, visits and calendars for the tests, and zones that need no browser.

use super::{any_chip, any_kept, any_label, any_moment, any_note};
use crate::zones::Zones;
use crate::*;
use chrono::{DateTime, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Chicago in 2026, Tokyo, and UTC.
pub(crate) struct FewZones;

impl Zones for FewZones {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        // 8 March and 1 November 2026, 2 in the morning.
        let summer = 1_772_956_800_000..1_793_516_400_000;
        match zone.name() {
            "America/Chicago" => Some(if summer.contains(&utc_ms) { -18_000 } else { -21_600 }),
            "Asia/Tokyo" => Some(32_400),
            "UTC" => Some(0),
            _ => None,
        }
    }
}

pub(crate) fn date(field: &str) -> NaiveDate {
    day_from_field(field).unwrap()
}

pub(crate) fn utc(field: &str) -> i64 {
    from_field(field).unwrap().and_utc().timestamp_millis()
}

pub(crate) fn time(hour: u16, minute: u16) -> StartTime {
    StartTime::at(hour, minute).unwrap()
}

pub(crate) fn minutes(count: u16) -> Length {
    Length::of_minutes(count).unwrap()
}

/// Some day from 2020 to 2030.
pub(crate) fn any_date() -> impl Strategy<Value = NaiveDate> {
    (737_425..741_443i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap())
}

pub(crate) fn any_start() -> impl Strategy<Value = StartTime> {
    (0..1_440u16).prop_map(|minutes| StartTime::of_minutes(minutes).unwrap())
}

pub(crate) fn any_length() -> impl Strategy<Value = Length> {
    (1..=1_440u16).prop_map(minutes)
}

pub(crate) fn any_slot() -> impl Strategy<Value = Slot> {
    (any_date(), any_start(), any_length()).prop_map(|(date, start, length)| Slot { date, start, length })
}

pub(crate) fn any_weekly() -> impl Strategy<Value = Weekly> {
    let ends = prop_oneof![
        Just(Ends::Open),
        (0..200u64).prop_map(|days| Ends::On(date("2030-12-31") - chrono::Days::new(days * 7))),
        (1..60u16).prop_map(Ends::After),
    ];
    (1..=127u8, 1..=12u8, any_date(), ends).prop_map(|(bits, every, first, ends)| Weekly {
        on: Weekdays::from_bits(bits).unwrap(),
        every: Every::weeks(every).unwrap(),
        first: Some(first),
        ends: match ends {
            Ends::On(last) => Ends::On(last.max(first)),
            Ends::Open | Ends::After(_) => ends,
        },
    })
}

fn any_when() -> impl Strategy<Value = When> {
    prop_oneof![any_date().prop_map(When::Once), any_weekly().prop_map(When::Weekly)]
}

fn any_line() -> impl Strategy<Value = Line> {
    "\\PC{1,40}".prop_filter_map("blank", |text| Line::new(&text).ok())
}

fn any_membership() -> impl Strategy<Value = Membership> {
    (any::<[u8; 8]>(), any::<u16>()).prop_map(|(program, phase)| Membership {
        program: ProgramId::from_bytes(program),
        phase: PhaseId::from_number(phase),
    })
}

fn any_phone() -> impl Strategy<Value = PhoneNumber> {
    "[0-9]{3}-[0-9]{4}".prop_map(|number| PhoneNumber::new(&number).unwrap())
}

pub(crate) fn any_session_edit() -> impl Strategy<Value = SessionEdit> {
    prop_oneof![
        proptest::sample::select(SessionKind::ALL).prop_map(SessionEdit::SetKind),
        option::of(any_label()).prop_map(SessionEdit::SetTitle),
        option::of(any_line()).prop_map(SessionEdit::SetPlace),
        option::of("https://[a-z]{1,20}".prop_map(|link| Link::new(&link).unwrap())).prop_map(SessionEdit::SetLink),
        option::of(any_phone()).prop_map(SessionEdit::SetPhone),
        option::of(any_label()).prop_map(SessionEdit::SetCounselor),
        option::of(any_note()).prop_map(SessionEdit::SetBring),
        any_when().prop_map(SessionEdit::SetWhen),
        any_start().prop_map(SessionEdit::SetStart),
        any_length().prop_map(SessionEdit::SetLength),
        option::of(any_membership()).prop_map(SessionEdit::SetPhase),
        any_date().prop_map(SessionEdit::Cancel),
        any_date().prop_map(SessionEdit::Uncancel),
        (any_date(), any_slot()).prop_map(|(date, slot)| SessionEdit::Move(date, slot)),
        (any_date(), option::of(any_line())).prop_map(|(date, place)| SessionEdit::SetPlaceOn(date, place)),
        any_date().prop_map(SessionEdit::AsPlanned),
    ]
}

pub(crate) fn any_session() -> impl Strategy<Value = Session> {
    let start = (any_kept::<SessionKind>(), "[!-~]{1,64}", any_when(), any_start(), any_length());
    (start, vec(any_session_edit(), 0..20)).prop_map(|((kind, zone, when, start, length), edits)| {
        let zone = Zone::named(&zone).unwrap();
        let mut session = Session::new(SessionKind::Group, zone, when, start, length).unwrap();
        session.about.kind = kind;
        edits.into_iter().fold(session, |session, edit| session.apply(edit).unwrap_or(session))
    })
}

pub(crate) fn any_program_edit() -> impl Strategy<Value = ProgramEdit> {
    let phase = || (1..15u16).prop_map(PhaseId::from_number);
    let weeks = || option::of((1..=260u16).prop_map(|count| Weeks::of(count).unwrap()));
    let kind = || proptest::sample::select(PhaseKind::ALL);
    prop_oneof![
        option::of(any_label()).prop_map(ProgramEdit::SetName),
        any_date().prop_map(ProgramEdit::SetStart),
        option::of(any_label()).prop_map(ProgramEdit::SetClinic),
        option::of(any_phone()).prop_map(ProgramEdit::SetPhone),
        (kind(), weeks()).prop_map(|(kind, weeks)| ProgramEdit::AddPhase { kind, weeks }),
        phase().prop_map(ProgramEdit::RemovePhase),
        (phase(), option::of(any_label())).prop_map(|(phase, name)| ProgramEdit::SetPhaseName(phase, name)),
        (phase(), kind()).prop_map(|(phase, kind)| ProgramEdit::SetPhaseKind(phase, kind)),
        (phase(), weeks()).prop_map(|(phase, weeks)| ProgramEdit::SetWeeks(phase, weeks)),
    ]
}

pub(crate) fn any_program() -> impl Strategy<Value = Program> {
    let shape = option::of(any_kept::<Template>());
    ("[!-~]{1,64}", any_date(), shape, vec(any_program_edit(), 0..30)).prop_map(|(zone, starts, shape, edits)| {
        let mut program = Program::new(Zone::named(&zone).unwrap(), starts, PhaseKind::Core, None).unwrap();
        program.shape = shape;
        edits.into_iter().fold(program, |program, edit| program.apply(edit).unwrap_or(program))
    })
}

pub(crate) fn any_visit_edit() -> impl Strategy<Value = VisitEdit> {
    prop_oneof![
        option::of(proptest::sample::select(Attendance::ALL)).prop_map(VisitEdit::SetAttendance),
        option::of(any_chip::<KnownObstacle>()).prop_map(VisitEdit::SetObstacle),
        (proptest::sample::select(Prompt::ALL), option::of(any_note()))
            .prop_map(|(prompt, answer)| VisitEdit::Prepare(prompt, answer)),
        option::of(any_note()).prop_map(VisitEdit::SetTakeaway),
        (any_note(), option::of(any_date())).prop_map(|(text, due)| VisitEdit::AddHomework { text, due }),
        (1..14u8, any_note(), option::of(any_date())).prop_map(|(number, text, due)| VisitEdit::ChangeHomework {
            number,
            text,
            due
        }),
        (1..14u8).prop_map(VisitEdit::RemoveHomework),
        (1..14u8, option::of(any::<i64>())).prop_map(|(number, at_utc_ms)| VisitEdit::SetDone { number, at_utc_ms }),
    ]
}

fn any_uid() -> impl Strategy<Value = Uid> {
    "\\PC{1,40}".prop_filter_map("control characters", |uid| Uid::new(&uid))
}

fn any_original() -> impl Strategy<Value = Original> {
    prop_oneof![(1_577_836_800_000..1_900_000_000_000i64).prop_map(Original::At), any_date().prop_map(Original::On),]
}

fn any_key() -> impl Strategy<Value = VisitKey> {
    prop_oneof![
        (any::<[u8; 8]>(), any_date())
            .prop_map(|(series, date)| VisitKey::Own { series: SeriesId::from_bytes(series), date }),
        (any_uid(), any_original()).prop_map(|(uid, original)| VisitKey::Imported { uid, original }),
    ]
}

pub(crate) fn any_visit() -> impl Strategy<Value = Visit> {
    let attendance = option::of(any_kept::<Attendance>());
    (any_key(), any_moment(), attendance, vec(any_visit_edit(), 0..12)).prop_map(|(key, at, attendance, edits)| {
        let mut visit = Visit::new(key, at);
        visit.attendance = attendance;
        edits.into_iter().fold(visit, |visit, edit| visit.apply(edit).unwrap_or(visit))
    })
}

fn any_listed() -> impl Strategy<Value = Listed> {
    let span = prop_oneof![
        (1_577_836_800_000..1_900_000_000_000i64, 0..100_000_000i64)
            .prop_map(|(starts_utc_ms, length)| Span::Times { starts_utc_ms, ends_utc_ms: starts_utc_ms + length }),
        (any_date(), 0..9u64).prop_map(|(first, days)| Span::Days { first, last: first + chrono::Days::new(days) }),
    ];
    (span, any_original(), any_kept::<Standing>(), option::of(any_label()), option::of(any_line())).prop_map(
        |(span, original, standing, title, place)| {
            let listed = Listed::new(span, original, Standing::Confirmed).unwrap();
            Listed { standing, ..listed.saying(title, place) }
        },
    )
}

pub(crate) fn any_imported() -> impl Strategy<Value = Imported> {
    let heading = (any_uid(), any::<u32>(), option::of(any::<i64>()), option::of(any_label()), option::of(any_line()));
    let source = option::of(("[ -~\r\n]{1,300}", 40_000_000_000_i64..7_000_000_000_000));
    let kept = (any::<bool>(), source);
    (heading, option::of(any_note()), option::of("[!-~]{1,64}"), vec(any_listed(), 1..20), kept).prop_map(
        |((uid, sequence, stamped_utc_ms, calendar, place), notes, zone, listed, (counts, source))| {
            let about = About::read(calendar.clone(), place, None, None);
            let zone = zone.map(|zone| Zone::named(&zone).unwrap());
            let heading = Heading { uid, sequence, stamped_utc_ms, calendar, about, notes, zone };
            let source = source.map(|(text, until_utc_ms)| Source::new(text, until_utc_ms).unwrap());
            Imported::new(heading, listed).unwrap().apply(ImportedEdit::SetCounts(counts)).keeping(source)
        },
    )
}

/// The day in UTC on which an instant lies.
pub(crate) fn day_of(utc_ms: i64) -> NaiveDate {
    DateTime::from_timestamp_millis(utc_ms).unwrap().date_naive()
}
