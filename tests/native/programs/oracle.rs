//! The five programs in days, hours and weeks, as somebody with a calendar on the wall would write them down, and where that puts every
//! session. Nothing here asks `domain` for anything but the name of a template.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use domain::Template;
use std::ops::RangeInclusive;

use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// How many weeks of a program without an end are looked at.
const OPEN_WEEKS: u64 = 20;

/// One program as somebody sets it up, and where they are while it goes on.
pub struct Course {
    /// The template's.
    pub code: &'static str,
    pub zone: Tz,
    /// Where the person is from the first day on.
    pub here: Tz,
    /// By the clock of `zone`: when it is set up. Early enough that the first day is what the screen proposes.
    set_up: (i32, u32, u32, u32),
    first_day: (i32, u32, u32),
    /// The days that are ticked.
    pub days: &'static [Weekday],
    pub start_hour: u8,
    pub with_wellness: bool,
    /// Whether it has an end; otherwise it is followed for twenty weeks.
    pub ends: bool,
    lines: &'static [Line],
}

/// One line of the timetable on the wall.
struct Line {
    title: &'static str,
    /// Of the program, the first one being 1.
    weeks: RangeInclusive<u64>,
    on: &'static [Weekday],
    /// By the clock on the wall.
    hour: u32,
    minutes: i64,
}

/// One session on its date.
#[derive(Clone)]
pub struct Sitting {
    pub title: &'static str,
    pub starts: DateTime<Utc>,
    pub ends: DateTime<Utc>,
}

/// A moment at which somebody opens the first screen, and what is next then.
pub struct Moment {
    pub at: DateTime<Utc>,
    pub next: Sitting,
}

pub const COURSES: [Course; 5] = [
    // Across both changes of the year.
    Course {
        code: "three-evenings",
        zone: Tz::America__Chicago,
        here: Tz::America__Chicago,
        set_up: (2026, 10, 27, 20),
        first_day: (2026, 10, 29),
        days: &[Mon, Tue, Thu],
        start_hour: 18,
        with_wellness: false,
        ends: false,
        lines: &[Line { title: "Group", weeks: 1..=OPEN_WEEKS, on: &[Mon, Tue, Thu], hour: 18, minutes: 180 }],
    },
    Course {
        code: "stepping-down",
        zone: Tz::America__New_York,
        here: Tz::America__New_York,
        set_up: (2027, 2, 2, 10),
        first_day: (2027, 2, 3),
        days: &[Mon, Wed, Fri],
        start_hour: 9,
        with_wellness: false,
        ends: false,
        lines: &[
            Line { title: "Group", weeks: 1..=8, on: &[Mon, Wed, Fri], hour: 9, minutes: 180 },
            Line { title: "Group", weeks: 9..=12, on: &[Mon, Wed], hour: 9, minutes: 120 },
            Line { title: "Aftercare", weeks: 13..=OPEN_WEEKS, on: &[Mon], hour: 9, minutes: 60 },
        ],
    },
    // In London, where the evening of Denver is the night after, and where clocks change a week sooner in autumn and two later in spring.
    Course {
        code: "evenings-and-weekends",
        zone: Tz::America__Denver,
        here: Tz::Europe__London,
        set_up: (2026, 10, 19, 12),
        first_day: (2026, 10, 20),
        days: &[Tue, Thu, Sat, Sun],
        start_hour: 18,
        with_wellness: false,
        ends: false,
        lines: &[
            Line { title: "Group", weeks: 1..=OPEN_WEEKS, on: &[Tue, Thu], hour: 18, minutes: 180 },
            Line { title: "12-step or other meeting", weeks: 1..=OPEN_WEEKS, on: &[Tue, Thu], hour: 21, minutes: 60 },
            Line { title: "Group", weeks: 1..=OPEN_WEEKS, on: &[Sat, Sun], hour: 10, minutes: 180 },
            Line { title: "12-step or other meeting", weeks: 1..=OPEN_WEEKS, on: &[Sat, Sun], hour: 13, minutes: 60 },
        ],
    },
    Course {
        code: "daily",
        zone: Tz::America__Los_Angeles,
        here: Tz::America__Los_Angeles,
        set_up: (2026, 10, 11, 12),
        first_day: (2026, 10, 12),
        days: &[Mon, Tue, Wed, Thu, Fri],
        start_hour: 9,
        with_wellness: true,
        ends: false,
        lines: &[
            Line { title: "Group", weeks: 1..=OPEN_WEEKS, on: &[Mon, Tue, Wed, Thu, Fri], hour: 9, minutes: 180 },
            Line { title: "Individual", weeks: 1..=OPEN_WEEKS, on: &[Tue, Fri], hour: 12, minutes: 60 },
            Line { title: "Wellness", weeks: 1..=OPEN_WEEKS, on: &[Mon], hour: 12, minutes: 60 },
        ],
    },
    // In Phoenix, where clocks never change.
    Course {
        code: "after-residential",
        zone: Tz::America__Chicago,
        here: Tz::America__Phoenix,
        set_up: (2027, 2, 21, 12),
        first_day: (2027, 2, 22),
        days: &[Mon, Wed, Fri],
        start_hour: 9,
        with_wellness: false,
        ends: true,
        lines: &[
            Line { title: "Group", weeks: 1..=6, on: &[Mon, Wed, Fri], hour: 9, minutes: 180 },
            Line { title: "Readiness review", weeks: 1..=6, on: &[Fri], hour: 12, minutes: 30 },
        ],
    },
];

impl Course {
    pub fn template(&self) -> Template {
        *Template::ALL.iter().find(|template| template.code() == self.code).unwrap()
    }

    pub fn first_day(&self) -> NaiveDate {
        let (year, month, day) = self.first_day;
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    pub fn last_day(&self) -> NaiveDate {
        let weeks = self.lines.iter().map(|line| *line.weeks.end()).max().unwrap();
        self.first_day() + Days::new(7 * weeks - 1)
    }

    pub fn set_up(&self) -> DateTime<Utc> {
        let (year, month, day, hour) = self.set_up;
        self.zone.with_ymd_and_hms(year, month, day, hour, 0, 0).unwrap().to_utc()
    }

    /// Every session, in the order of the starts.
    pub fn sittings(&self) -> Vec<Sitting> {
        let mut found = Vec::new();
        for line in self.lines {
            let from = self.first_day() + Days::new(7 * (line.weeks.start() - 1));
            let until = self.first_day() + Days::new(7 * line.weeks.end() - 1);
            for day in from.iter_days().take_while(|day| *day <= until).filter(|day| line.on.contains(&day.weekday())) {
                let wall = day.and_hms_opt(line.hour, 0, 0).unwrap();
                let by = |wall| self.zone.from_local_datetime(&wall).single().unwrap().to_utc();
                let ends = by(wall + TimeDelta::minutes(line.minutes));
                found.push(Sitting { title: line.title, starts: by(wall), ends });
            }
        }
        found.sort_by_key(|one| one.starts);
        found
    }

    /// The hours at which the clocks of the program's zone have just been changed.
    pub fn changes(&self) -> Vec<DateTime<Utc>> {
        let hours = (self.last_day() - self.first_day()).num_hours();
        let first = self.zone.from_local_datetime(&self.first_day().and_hms_opt(0, 0, 0).unwrap()).unwrap().to_utc();
        let offset = |at: DateTime<Utc>| at.with_timezone(&self.zone).naive_local() - at.naive_utc();
        (1..=hours)
            .map(|hour| first + TimeDelta::hours(hour))
            .filter(|at| offset(*at) != offset(*at - TimeDelta::hours(1)))
            .collect()
    }

    /// Half an hour before each change, and eighty minutes before the first session after it.
    pub fn moments(&self) -> Vec<Moment> {
        let sittings = self.sittings();
        let next = |at: DateTime<Utc>| sittings.iter().find(|one| one.ends > at).unwrap().clone();
        let around = |change: &DateTime<Utc>| {
            let before = *change - TimeDelta::minutes(30);
            [before, next(*change).starts - TimeDelta::minutes(80)]
        };
        self.changes().iter().flat_map(around).map(|at| Moment { at, next: next(at) }).collect()
    }
}
