//! From the page to version 1: out without loss.

use super::v1::{
    AttendedV1, CheckInsV1, ChipV1, DosesV1, FiguresV1, LapsesV1, MeanV1, MiddleV1, PeopleV1, RoleLineV1, SheetV1,
    TalkV1, TimesV1, TopV1, TopicAboutV1, TopicV1, TriedLineV1, TriedV1, TriedWhatV1, TriggersV1, UsedV1,
};
use crate::chip::Chip;
use crate::code::Coded;
use crate::summary::{
    Attended, CheckIns, Doses, Figures, Mean, Middle, People, Sheet, Talk, Topic, TopicAbout, Tried, TriedLine,
    TriedWhat, Triggers, Used,
};
use crate::words::Label;
use chrono::{Datelike, NaiveDate, Timelike};

impl From<&Sheet> for SheetV1 {
    fn from(sheet: &Sheet) -> SheetV1 {
        SheetV1 {
            first: day(sheet.period.first()),
            last: day(sheet.period.last()),
            made: day(sheet.made),
            talk: sheet.talk.as_ref().map(talk),
            change: sheet.change.map(|change| [figures(change.now), figures(change.before)]),
            times: sheet.times.as_ref().map(|times| TimesV1 {
                cravings: times.cravings,
                pattern: times.pattern.as_ref().map(|heat| (heat.days, heat.hours)),
            }),
            triggers: sheet.triggers.as_ref().map(triggers),
            tried: sheet.tried.as_ref().map(tried),
            used: sheet.used.as_ref().map(used),
            check_ins: sheet.check_ins.map(check_ins),
            attendance: sheet.attendance.as_ref().map(attended),
            medication: sheet.medication.as_ref().map(doses),
            people: sheet.people.as_ref().map(people),
        }
    }
}

fn day(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

fn chip<K: Coded>(chip: &Chip<K>) -> ChipV1 {
    match chip {
        Chip::Known(known) => ChipV1::Code(known.code().to_owned()),
        Chip::Unknown(code) => ChipV1::Code(code.as_str().to_owned()),
        Chip::Own(label) => ChipV1::Own(label.as_str().to_owned()),
    }
}

fn mean(mean: Mean) -> MeanV1 {
    MeanV1 { n: mean.n, tenths: mean.tenths }
}

fn middle(middle: Middle) -> MiddleV1 {
    MiddleV1 { n: middle.n, mean_tenths: middle.mean_tenths, median_tenths: middle.median_tenths }
}

fn talk(talk: &Talk) -> TalkV1 {
    let topic = |topic: &Topic| TopicV1 {
        day: day(topic.at.date()),
        minute: u16::try_from(topic.at.hour() * 60 + topic.at.minute()).unwrap_or_default(),
        about: match topic.about {
            TopicAbout::Craving(intensity) => TopicAboutV1::Craving(intensity.value()),
            TopicAbout::Lapse => TopicAboutV1::Lapse,
            TopicAbout::CheckIn => TopicAboutV1::CheckIn,
            TopicAbout::Session => TopicAboutV1::Session,
        },
        place: topic.place.as_ref().map(chip),
        note: topic.note.as_ref().map(|note| (note.line.as_str().to_owned(), note.is_cut)),
    };
    TalkV1 { topics: talk.topics.iter().map(topic).collect(), left_out: talk.left_out }
}

fn figures(figures: Figures) -> FiguresV1 {
    FiguresV1 {
        cravings: figures.cravings,
        intensity: figures.intensity.map(mean),
        check_ins: figures.check_ins,
        days: figures.days,
        held: figures.held,
        attended: figures.attended,
    }
}

fn triggers(triggers: &Triggers) -> TriggersV1 {
    let places = triggers.places.as_ref();
    TriggersV1 {
        triggers: TopV1 { told: triggers.told, top: ranked(&triggers.top), left_out: triggers.left_out },
        places: places.map(|places| TopV1 { told: places.told, top: ranked(&places.top), left_out: places.left_out }),
    }
}

fn ranked<K: Coded>(top: &[(Chip<K>, Mean)]) -> Vec<(ChipV1, MeanV1)> {
    top.iter().map(|(word, of)| (chip(word), mean(*of))).collect()
}

fn counted<K: Coded>(words: &[(Chip<K>, u32)]) -> Vec<(ChipV1, u32)> {
    words.iter().map(|(word, n)| (chip(word), *n)).collect()
}

fn tried(tried: &Tried) -> TriedV1 {
    let line = |line: &TriedLine| TriedLineV1 {
        what: match &line.what {
            TriedWhat::Act(kind) => TriedWhatV1::Act(kind.code().to_owned()),
            TriedWhat::NewerAct(code) => TriedWhatV1::Act(code.as_str().to_owned()),
            TriedWhat::Strategy(key, name) => TriedWhatV1::Strategy(key.as_str().to_owned(), text(name)),
        },
        times: line.times,
        rated: line.rated,
        before_after: line.before_after,
    };
    TriedV1 { lines: tried.lines.iter().map(line).collect(), left_out: tried.left_out }
}

fn used(used: &Used) -> UsedV1 {
    let lapses = used.lapses.as_ref();
    UsedV1 {
        answers: used.answers,
        days: used.days,
        lapses: lapses.map(|told| LapsesV1 { n: told.n, with: counted(&told.with), left_out: told.left_out }),
    }
}

fn check_ins(told: CheckIns) -> CheckInsV1 {
    CheckInsV1 {
        n: told.n,
        days: told.days,
        confidence: told.confidence.map(middle),
        mood: told.mood.map(middle),
        sleep: told.sleep.map(middle),
    }
}

fn attended(attended: &Attended) -> AttendedV1 {
    AttendedV1 {
        told: attended.told,
        not_told: attended.not_told,
        meetings: attended.meetings,
        obstacles: counted(&attended.obstacles),
        left_out: attended.left_out,
    }
}

fn doses(doses: &Doses) -> DosesV1 {
    DosesV1 { lines: doses.lines.iter().map(|line| (text(&line.name), line.told)).collect(), left_out: doses.left_out }
}

fn people(people: &People) -> PeopleV1 {
    let roles = people.roles.iter().map(|line| RoleLineV1 {
        role: line.role.code().to_owned(),
        n: line.n,
        names: line.names.iter().map(text).collect(),
    });
    PeopleV1 { called: people.called, roles: roles.collect() }
}

fn text(label: &Label) -> String {
    label.as_str().to_owned()
}
