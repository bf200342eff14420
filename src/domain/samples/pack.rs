//! Program packs and what was taken in of them: one by name, and arbitrary ones for the laws, also for the tests of other crates.

use super::lists::{any_checklist, any_time};
use super::week::date;
use super::{any_kept, any_label, any_note, chicago};
use crate::meeting::Fellowship;
use crate::pack::{
    Clinic, Feed, FromProgram, Known, LineKind, MOST_HOMEWORK_LETTERS, Offered, Pack, PackDraft, PackLine, ProgramGoal,
    ProgramHomework,
};
use crate::{
    Checklist, ChecklistUse, Ends, Language, Length, Line, Link, Note, PhoneNumber, Repeats, Session, SessionEdit,
    SessionKind, StartTime, Weekdays, Weekly, When, Zone,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// The name of the pack of the stories.
pub const PACK: [u8; 16] = [0xb0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/// Evenings on Mondays and Wednesdays at six.
pub fn evenings() -> Session {
    let on = Weekdays::from_bits(0b101).unwrap();
    let when = When::Weekly(Weekly { ends: Ends::On(date("2027-02-17")), ..Weekly::from(date("2026-11-23"), on) });
    let (start, length) = (StartTime::at(18, 0).unwrap(), Length::of_minutes(180).unwrap());
    let session = Session::new(SessionKind::Group, chicago(), when, start, length).unwrap();
    let edits = [
        SessionEdit::SetTitle(crate::Label::new("Evening group").ok()),
        SessionEdit::SetPlace(Line::new("12 Oak Street, room 4").ok()),
        SessionEdit::SetLink(Link::new("https://video.example/room?pwd=1").ok()),
        SessionEdit::SetPhone(PhoneNumber::new("+1 312 555 0100").ok()),
        SessionEdit::SetCounselor(crate::Label::new("Sam").ok()),
        SessionEdit::SetBring(Note::new("The workbook 🌊").ok()),
    ];
    edits.into_iter().fold(session, |session, edit| session.apply(edit).unwrap())
}

/// One of each sort, in the order in which the counselor wrote them.
pub fn lines() -> Vec<PackLine> {
    let start = (StartTime::at(9, 30).unwrap(), Length::of_minutes(50).unwrap());
    let once = When::Once(date("2026-12-04"));
    let review = Session::new(SessionKind::ReadinessReview, Zone::utc(), once, start.0, start.1).unwrap();
    let steps = ["Pack the bag", "Sal a la calle"].map(|step| Line::new(step).unwrap()).to_vec();
    let repeats = Repeats { days: Weekdays::from_bits(0b101), day_of_month: None, at: StartTime::at(16, 0) };
    let list = Checklist::new(crate::Label::new("Before group").unwrap(), ChecklistUse::Routine, steps, repeats);
    let feed = Feed::new(
        crate::Label::new("Meetings near the clinic").unwrap(),
        Fellowship::AlcoholicsAnonymous,
        Link::new("https://intergroup.example/feed.json").unwrap(),
    );
    let homework = Note::new("Write down three moments\nthat were hard.").unwrap();
    let offered = [
        (1, Offered::Session(evenings())),
        (7, Offered::Session(review)),
        (2, Offered::Homework { words: homework, due: Some(date("2026-12-02")) }),
        (3, Offered::Checklist(list.unwrap())),
        (4, Offered::Goal(Line::new("Thirty days").unwrap())),
        (300, Offered::Feed(feed)),
    ];
    offered.into_iter().map(|(number, offered)| PackLine::new(number, offered).unwrap()).collect()
}

/// A version of the pack of the stories.
pub fn pack_of(version: u32, lines: Vec<PackLine>) -> Pack {
    let clinic = Clinic {
        name: crate::Label::new("Clínica El Río 🌊").unwrap(),
        phone: PhoneNumber::new("+1 312 555 0199").ok(),
    };
    let draft = PackDraft {
        id: PACK,
        version,
        made: date("2026-11-20"),
        language: Some(Language::Es),
        from: crate::Label::new("Sam Rivera").unwrap(),
        clinic: Some(clinic),
        lines,
    };
    Pack::new(draft).unwrap()
}

fn any_line() -> impl Strategy<Value = Line> {
    "\\PC{1,40}".prop_filter_map("blank", |text| Line::new(&text).ok())
}

fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (0..60_000u64).prop_map(|days| date("1971-01-01") + chrono::Days::new(days))
}

fn any_session() -> impl Strategy<Value = Session> {
    let when = (any_day(), 0..=127u8, option::of(0..800u64)).prop_map(|(first, bits, weeks)| {
        let Some(on) = Weekdays::from_bits(bits) else { return When::Once(first) };
        let ends = weeks.map_or(Ends::Open, |weeks| Ends::On(first + chrono::Days::new(weeks)));
        When::Weekly(Weekly { ends, ..Weekly::from(first, on) })
    });
    let words = (option::of(any_label()), option::of(any_line()), option::of(any_note()), any::<bool>());
    (any_kept::<SessionKind>(), when, any_time(), 1..=1_440u16, words).prop_map(
        |(kind, when, start, length, (title, place, bring, is_online))| {
            let mut session = Session {
                when,
                start,
                length: Length::of_minutes(length).unwrap(),
                exceptions: Vec::new(),
                ..evenings()
            };
            session.about.kind = kind;
            (session.about.title, session.about.place, session.about.bring) = (title, place, bring);
            session.about.link = session.about.link.filter(|_| is_online);
            session
        },
    )
}

/// Something that a pack can say.
pub fn any_offered() -> impl Strategy<Value = Offered> {
    let homework = any_note().prop_filter("long", |note| note.as_str().chars().count() <= MOST_HOMEWORK_LETTERS);
    let feed = (any_label(), any_kept::<Fellowship>(), "[a-z]{1,12}").prop_map(|(name, fellowship, host)| {
        let address = Link::new(&format!("https://{host}.example/list.json")).unwrap();
        Offered::Feed(Feed { name, fellowship, address })
    });
    prop_oneof![
        3 => any_session().prop_map(Offered::Session),
        2 => (homework, option::of(any_day())).prop_map(|(words, due)| Offered::Homework { words, due }),
        2 => any_checklist().prop_map(Offered::Checklist),
        2 => any_line().prop_map(Offered::Goal),
        1 => feed,
    ]
}

/// Lines with numbers of their own, in any order.
pub fn any_lines() -> impl Strategy<Value = Vec<PackLine>> {
    btree_map(0..40u16, any_offered(), 0..12)
        .prop_map(|lines| lines.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
        .prop_map(|lines| lines.into_iter().map(|(number, offered)| PackLine::new(number, offered).unwrap()).collect())
}

/// A pack.
pub fn any_pack() -> impl Strategy<Value = Pack> {
    let clinic = option::of((any_label(), any::<bool>())).prop_map(|clinic| {
        clinic.map(|(name, has)| Clinic { name, phone: PhoneNumber::new("312 555 0100").ok().filter(|_| has) })
    });
    let head = (any::<[u8; 16]>(), 1..=u32::MAX, any_day(), option::of(any_kept::<Language>()), any_label());
    (head, clinic, any_lines()).prop_map(|((id, version, made, language, from), clinic, lines)| Pack {
        id,
        version,
        made,
        language,
        from,
        clinic,
        lines,
    })
}

/// What was taken in of one.
pub(crate) fn any_from_program() -> impl Strategy<Value = FromProgram> {
    let kinds = [LineKind::Session, LineKind::Homework, LineKind::Checklist, LineKind::Goal, LineKind::Feed];
    let known = (select(kinds.to_vec()), any::<Option<[u8; 8]>>(), any::<Option<[u8; 8]>>(), any::<bool>());
    let goals = btree_map(any::<u16>(), (any_line(), any::<Option<i64>>()), 0..4);
    let homework = btree_map(any::<u16>(), (any_note(), option::of(any_day()), any::<Option<i64>>()), 0..4);
    let days = vec(any_day(), 2);
    (any_pack(), any::<[u8; 32]>(), days, goals, homework, btree_map(any::<u16>(), known, 0..9)).prop_map(
        |(pack, sender, days, goals, homework, known)| FromProgram {
            sender,
            pack: pack.id,
            version: pack.version,
            made: days[0],
            taken: days[1],
            from: pack.from,
            clinic: pack.clinic,
            goals: goals
                .into_iter()
                .map(|(number, (words, done_utc_ms))| ProgramGoal { number, words, done_utc_ms })
                .collect(),
            homework: homework
                .into_iter()
                .map(|(number, (words, due, done_utc_ms))| ProgramHomework { number, words, due, done_utc_ms })
                .collect(),
            known: known
                .into_iter()
                .map(|(number, (kind, accepted, declined, is_removed))| Known {
                    number,
                    kind,
                    accepted,
                    declined,
                    is_removed,
                })
                .collect(),
        },
    )
}
