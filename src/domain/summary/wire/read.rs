//! From version 1 to the page: in with every bound checked again. The numbers come from outside, so that they add up is checked too.

use super::v1::{
    AttendedV1, CheckInsV1, ChipV1, DosesV1, FiguresV1, LapsesV1, MeanV1, MiddleV1, PeopleV1, SheetV1, TalkV1, TimesV1,
    TopV1, TopicAboutV1, TopicV1, TriedLineV1, TriedV1, TriedWhatV1, UsedV1,
};
use crate::chip::Chip;
use crate::code::{Coded, Kept};
use crate::intensity::Intensity;
use crate::person::Role;
use crate::slot::StartTime;
use crate::strategy::{ENOUGH, StrategyKey};
use crate::summary::{
    Attended, Change, CheckIns, Doses, DosesOf, ENOUGH_FOR_A_PATTERN, Excerpt, Figures, Heat, Lapses,
    MOST_MEDICATIONS_TOLD, MOST_NAMES, MOST_OBSTACLES, MOST_PLACES, MOST_SUBSTANCES, MOST_TOPICS, MOST_TRIED,
    MOST_TRIGGERS, Mean, Middle, People, Period, Places, RoleLine, Sheet, Talk, Times, Topic, TopicAbout, Tried,
    TriedLine, TriedWhat, Triggers, Used,
};
use crate::words::{Label, Line};
use chrono::NaiveDate;

/// The end of a scale from 0 to 10, in tenths.
const TEN: u16 = 100;
/// More than there are; a newer build may know a few more.
const MOST_ROLES: usize = 32;

impl SheetV1 {
    /// None when any part is out of its bounds.
    pub(super) fn into_sheet(self) -> Option<Sheet> {
        Some(Sheet {
            period: Period::new(day(self.first)?, day(self.last)?).ok()?,
            made: day(self.made)?,
            talk: maybe(self.talk, talk)?,
            change: maybe(self.change, |[now, before]| Some(Change { now: figures(now)?, before: figures(before)? }))?,
            times: maybe(self.times, times)?,
            triggers: maybe(self.triggers, |shape| {
                let (told, top, left_out) = ranked(shape.triggers, MOST_TRIGGERS)?;
                let places = maybe(shape.places, |places| ranked(places, MOST_PLACES))?;
                let places = places.map(|(told, top, left_out)| Places { told, top, left_out });
                Some(Triggers { told, top, left_out, places })
            })?,
            tried: maybe(self.tried, tried)?,
            used: maybe(self.used, used)?,
            check_ins: maybe(self.check_ins, check_ins)?,
            attendance: maybe(self.attendance, attended)?,
            medication: maybe(self.medication, doses)?,
            people: maybe(self.people, people)?,
        })
    }
}

/// Nothing is fine; something that does not hold is not.
fn maybe<S, T>(shape: Option<S>, read: impl FnOnce(S) -> Option<T>) -> Option<Option<T>> {
    match shape {
        None => Some(None),
        Some(shape) => read(shape).map(Some),
    }
}

fn all<S, T>(shapes: Vec<S>, most: usize, read: impl Fn(S) -> Option<T>) -> Option<Vec<T>> {
    if shapes.len() > most { None } else { shapes.into_iter().map(read).collect() }
}

fn day(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days)
}

fn label(text: &str) -> Option<Label> {
    Label::new(text).ok()
}

fn chip<K: Coded>(shape: ChipV1) -> Option<Chip<K>> {
    match shape {
        ChipV1::Code(code) => Chip::from_code(&code),
        ChipV1::Own(text) => label(&text).map(Chip::Own),
    }
}

fn mean(shape: MeanV1) -> Option<Mean> {
    (shape.n > 0 && shape.tenths <= TEN).then_some(Mean { n: shape.n, tenths: shape.tenths })
}

/// `scale`: its first and last step.
fn middle(shape: MiddleV1, scale: (u16, u16)) -> Option<Middle> {
    let is_on = |tenths: u16| (scale.0 * 10..=scale.1 * 10).contains(&tenths);
    let is_sound =
        shape.n > 0 && is_on(shape.mean_tenths) && is_on(shape.median_tenths) && shape.median_tenths.is_multiple_of(5);
    is_sound.then_some(Middle { n: shape.n, mean_tenths: shape.mean_tenths, median_tenths: shape.median_tenths })
}

fn talk(shape: TalkV1) -> Option<Talk> {
    let topics = all(shape.topics, MOST_TOPICS, topic)?;
    is_full(topics.len(), MOST_TOPICS, shape.left_out).then_some(Talk { topics, left_out: shape.left_out })
}

fn topic(shape: TopicV1) -> Option<Topic> {
    Some(Topic {
        at: StartTime::of_minutes(shape.minute)?.on(day(shape.day)?),
        about: match shape.about {
            TopicAboutV1::Craving(intensity) => TopicAbout::Craving(Intensity::new(intensity).ok()?),
            TopicAboutV1::Lapse => TopicAbout::Lapse,
            TopicAboutV1::CheckIn => TopicAbout::CheckIn,
            TopicAboutV1::Session => TopicAbout::Session,
        },
        place: maybe(shape.place, chip)?,
        note: maybe(shape.note, |(text, is_cut)| Some(Excerpt { line: Line::new(&text).ok()?, is_cut }))?,
    })
}

fn figures(shape: FiguresV1) -> Option<Figures> {
    let intensity = maybe(shape.intensity, mean)?;
    let is_sound = intensity.map_or(0, |mean| mean.n) == shape.cravings && shape.attended <= shape.held;
    is_sound.then_some(Figures {
        cravings: shape.cravings,
        intensity,
        check_ins: shape.check_ins,
        days: shape.days,
        held: shape.held,
        attended: shape.attended,
    })
}

fn times(shape: TimesV1) -> Option<Times> {
    let pattern = shape.pattern.map(|(days, hours)| Heat { days, hours });
    let sum = |counts: &[u32]| counts.iter().map(|count| u64::from(*count)).sum::<u64>();
    let all = u64::from(shape.cravings);
    let adds_up = pattern.as_ref().is_none_or(|heat| sum(heat.days.as_flattened()) == all && sum(&heat.hours) == all);
    let is_enough = shape.cravings >= ENOUGH_FOR_A_PATTERN;
    (adds_up && pattern.is_some() == is_enough).then_some(Times { cravings: shape.cravings, pattern })
}

type Ranked<K> = (u32, Vec<(Chip<K>, Mean)>, u32);

fn ranked<K: Coded>(shape: TopV1, most: usize) -> Option<Ranked<K>> {
    let told = shape.told;
    let top = all(shape.top, most, |(word, of)| Some((chip(word)?, mean(of).filter(|mean| mean.n <= told)?)))?;
    let is_enough = told >= ENOUGH_FOR_A_PATTERN;
    let is_sound = (is_enough || (top.is_empty() && shape.left_out == 0)) && is_full(top.len(), most, shape.left_out);
    is_sound.then_some((told, top, shape.left_out))
}

/// Nothing is left out as long as there is room.
fn is_full(length: usize, most: usize, left_out: u32) -> bool {
    left_out == 0 || length == most
}

fn counted<K: Coded>(shapes: Vec<(ChipV1, u32)>, most: usize) -> Option<Vec<(Chip<K>, u32)>> {
    all(shapes, most, |(word, n)| Some((chip(word)?, n)))
}

fn tried(shape: TriedV1) -> Option<Tried> {
    let lines = all(shape.lines, MOST_TRIED, tried_line)?;
    is_full(lines.len(), MOST_TRIED, shape.left_out).then_some(Tried { lines, left_out: shape.left_out })
}

fn tried_line(shape: TriedLineV1) -> Option<TriedLine> {
    let what = match shape.what {
        TriedWhatV1::Act(code) => match Kept::from_code(&code)? {
            Kept::Known(kind) => TriedWhat::Act(kind),
            Kept::Unknown(code) => TriedWhat::NewerAct(code),
        },
        TriedWhatV1::Strategy(key, name) => TriedWhat::Strategy(StrategyKey::new(&key)?, label(&name)?),
    };
    let is_sound = shape.rated <= shape.times
        && shape.before_after.is_some() == (shape.rated >= ENOUGH)
        && shape.before_after.is_none_or(|(before, after)| before.max(after) <= TEN);
    is_sound.then_some(TriedLine { what, times: shape.times, rated: shape.rated, before_after: shape.before_after })
}

fn used(shape: UsedV1) -> Option<Used> {
    let lapses = maybe(shape.lapses, |LapsesV1 { n, with, left_out }| {
        let with = counted(with, MOST_SUBSTANCES)?;
        is_full(with.len(), MOST_SUBSTANCES, left_out).then_some(Lapses { n, with, left_out })
    })?;
    Some(Used { answers: shape.answers, days: shape.days, lapses })
}

fn check_ins(shape: CheckInsV1) -> Option<CheckIns> {
    Some(CheckIns {
        n: shape.n,
        days: shape.days,
        confidence: maybe(shape.confidence, |of| middle(of, (0, 10)))?,
        mood: maybe(shape.mood, |of| middle(of, (1, 5)))?,
        sleep: maybe(shape.sleep, |of| middle(of, (1, 3)))?,
    })
}

fn attended(shape: AttendedV1) -> Option<Attended> {
    let obstacles = counted(shape.obstacles, MOST_OBSTACLES)?;
    is_full(obstacles.len(), MOST_OBSTACLES, shape.left_out).then_some(Attended {
        told: shape.told,
        not_told: shape.not_told,
        meetings: shape.meetings,
        obstacles,
        left_out: shape.left_out,
    })
}

fn doses(shape: DosesV1) -> Option<Doses> {
    let lines = all(shape.lines, MOST_MEDICATIONS_TOLD, |(name, told)| Some(DosesOf { name: label(&name)?, told }))?;
    is_full(lines.len(), MOST_MEDICATIONS_TOLD, shape.left_out).then_some(Doses { lines, left_out: shape.left_out })
}

fn people(shape: PeopleV1) -> Option<People> {
    let roles = all(shape.roles, MOST_ROLES, |line| {
        let names = all(line.names, MOST_NAMES, |name| label(&name))?;
        let is_sound = line.n > 0 && names.len() <= usize::try_from(line.n).unwrap_or(usize::MAX);
        let role = Kept::<Role>::from_code(&line.role)?.known().unwrap_or(Role::Other);
        is_sound.then_some(RoleLine { role, n: line.n, names })
    })?;
    let names: usize = roles.iter().map(|line| line.names.len()).sum();
    (names <= MOST_NAMES).then_some(People { called: shape.called, roles })
}
