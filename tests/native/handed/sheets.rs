//! Pages as a phone would make them: three weeks of one person, and one with every list full and markup in every string.

use chrono::{NaiveDate, NaiveDateTime};
use domain::medication::DoseTold;
use domain::strategy::StrategyKey;
use domain::summary::*;
use domain::*;

fn date(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

fn at(moment: &str) -> NaiveDateTime {
    moment.parse().unwrap()
}

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn mean(n: u32, tenths: u16) -> Mean {
    Mean { n, tenths }
}

/// A week of Ana's. The first had the most cravings.
pub fn week(first: &str, last: &str, cravings: u32, tenths: u16, check_ins: u32, attended: u32) -> Sheet {
    let period = Period::new(date(first), date(last)).unwrap();
    let figures = Figures {
        cravings,
        intensity: Some(mean(cravings, tenths)),
        check_ins,
        days: period.days(),
        held: 3,
        attended,
    };
    let before = Figures { cravings: cravings + 2, intensity: Some(mean(cravings + 2, tenths)), ..figures };
    let note = Excerpt { line: Line::new("Past the corner store after group").unwrap(), is_cut: false };
    let topic = Topic {
        at: at(&format!("{first}T18:10:00")),
        about: TopicAbout::Craving(Intensity::new(7).unwrap()),
        place: None,
        note: Some(note),
    };
    let mut heat = Heat { days: [[0; 4]; 7], hours: [0; 24] };
    heat.days[4][3] = cravings;
    heat.hours[18] = cravings;
    let act =
        TriedLine { what: TriedWhat::Act(ActionKind::CalledSomeone), times: 4, rated: 3, before_after: Some((70, 47)) };
    Sheet {
        made: date(last),
        talk: Some(Talk { topics: vec![topic], left_out: 0 }),
        change: Some(Change { now: figures, before }),
        times: Some(Times { cravings, pattern: (cravings >= ENOUGH_FOR_A_PATTERN).then_some(heat) }),
        tried: Some(Tried { lines: vec![act], left_out: 0 }),
        check_ins: Some(CheckIns {
            n: check_ins,
            days: period.days(),
            confidence: Some(Middle { n: check_ins, mean_tenths: 63, median_tenths: 65 }),
            mood: Some(Middle { n: check_ins, mean_tenths: 30, median_tenths: 30 }),
            sleep: None,
        }),
        ..bare(period)
    }
}

fn bare(period: Period) -> Sheet {
    Sheet {
        period,
        made: period.last(),
        talk: None,
        change: None,
        times: None,
        triggers: None,
        tried: None,
        used: None,
        check_ins: None,
        attendance: None,
        medication: None,
        people: None,
    }
}

/// Markup of every kind, as long as a word may be.
pub fn markup(number: usize) -> Label {
    let kinds = [
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "\"><b>bold</b>",
        "{{1}}&lt;i&gt;",
        "</td></table>",
    ];
    let kind = kinds[number % kinds.len()];
    let words: String = format!("{number} {kind} ").chars().chain("long ".repeat(20).chars()).take(79).collect();
    label(&words)
}

fn long_markup(number: usize) -> Excerpt {
    let words: String =
        markup(number).as_str().chars().chain("<style>*{display:none}</style> ".repeat(9).chars()).take(199).collect();
    Excerpt { line: Line::new(&words).unwrap(), is_cut: true }
}

/// Every list full, every word as long as it may be, and markup in all of them.
pub fn full() -> Sheet {
    let period = Period::new(date("2026-11-20"), date("2026-11-26")).unwrap();
    let numbered = |count: usize| (0..count).map(markup);
    let topics = (0..MOST_TOPICS).map(|number| Topic {
        at: at("2026-11-25T22:45:00"),
        about: TopicAbout::Craving(Intensity::new(10).unwrap()),
        place: Some(markup(number).into()),
        note: Some(long_markup(number)),
    });
    let figures =
        Figures { cravings: 120, intensity: Some(mean(120, 67)), check_ins: 7, days: 7, held: 12, attended: 11 };
    let mut heat = Heat { days: [[1; 4]; 7], hours: [0; 24] };
    heat.days[0][0] = 93;
    heat.hours[5] = 120;
    let tried = numbered(MOST_TRIED).map(|name| TriedLine {
        what: TriedWhat::Strategy(StrategyKey::new("delay-15").unwrap(), name),
        times: 40,
        rated: 30,
        before_after: Some((100, 97)),
    });
    let middle = Some(Middle { n: 7, mean_tenths: 100, median_tenths: 100 });
    Sheet {
        talk: Some(Talk { topics: topics.collect(), left_out: 12 }),
        change: Some(Change { now: figures, before: figures }),
        times: Some(Times { cravings: 120, pattern: Some(heat) }),
        triggers: Some(Triggers {
            told: 120,
            top: numbered(MOST_TRIGGERS).map(|word| (word.into(), mean(20, 90))).collect(),
            left_out: 7,
            places: Some(Places {
                told: 120,
                top: numbered(MOST_PLACES).map(|word| (word.into(), mean(20, 90))).collect(),
                left_out: 7,
            }),
        }),
        tried: Some(Tried { lines: tried.collect(), left_out: 9 }),
        used: Some(Used {
            answers: [3, 2, 2],
            days: 4,
            lapses: Some(Lapses {
                n: 6,
                with: numbered(MOST_SUBSTANCES).map(|word| (word.into(), 2)).collect(),
                left_out: 2,
            }),
        }),
        check_ins: Some(CheckIns {
            n: 7,
            days: 7,
            confidence: middle,
            mood: Some(Middle { n: 7, mean_tenths: 50, median_tenths: 50 }),
            sleep: Some(Middle { n: 7, mean_tenths: 30, median_tenths: 30 }),
        }),
        attendance: Some(Attended {
            told: [3, 2, 2, 2, 3],
            not_told: 2,
            meetings: 14,
            obstacles: numbered(MOST_OBSTACLES).map(|word| (word.into(), 1)).collect(),
            left_out: 3,
        }),
        medication: Some(Doses {
            lines: numbered(MOST_MEDICATIONS_TOLD)
                .map(|name| DosesOf {
                    name,
                    told: DoseTold::ALL.iter().map(|_| 7).collect::<Vec<u32>>().try_into().unwrap(),
                })
                .collect(),
            left_out: 4,
        }),
        people: Some(People {
            called: 33,
            roles: vec![
                RoleLine { role: Role::Sponsor, n: 9, names: numbered(3).collect() },
                RoleLine { role: Role::Family, n: 9, names: numbered(3).collect() },
            ],
        }),
        ..bare(period)
    }
}
