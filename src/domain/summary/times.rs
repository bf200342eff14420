//! When cravings came: by the day of the week and the part of the day, and by the hour.

use super::ENOUGH_FOR_A_PATTERN;
use super::facts::Open;
use super::number::{Number, Row, Rows};
use super::sheet::{Heat, Times};
use crate::code::coded;
use chrono::{Datelike, Timelike};

coded! {
    /// A quarter of the day, by the clock that hung beside the person. The night belongs to the day on whose date it is: one o'clock
    /// on Tuesday is Tuesday's.
    pub enum PartOfDay {
        /// From midnight until 6.
        Night = "night",
        /// From 6 until noon.
        Morning = "morning",
        /// From noon until 18.
        Afternoon = "afternoon",
        /// From 18 until midnight.
        Evening = "evening",
    }
}

impl PartOfDay {
    /// Of an hour from 0 to 23.
    pub fn of_hour(hour: u8) -> PartOfDay {
        match hour {
            0..=5 => PartOfDay::Night,
            6..=11 => PartOfDay::Morning,
            12..=17 => PartOfDay::Afternoon,
            _ => PartOfDay::Evening,
        }
    }
}

pub(super) fn times(open: &Open, rows: &mut Rows) -> Times {
    let all: Vec<Row> = open.cravings.iter().map(|one| one.row()).collect();
    let cravings = rows.count(Number::Times, all);
    let pattern = (cravings >= ENOUGH_FOR_A_PATTERN).then(|| heat(open, rows));
    Times { cravings, pattern }
}

fn heat(open: &Open, rows: &mut Rows) -> Heat {
    // Both kinds of place a craving falls into, so that each list is filled in one walk.
    let placed: Vec<(u8, u8, Row)> = open
        .cravings
        .iter()
        .map(|one| {
            let civil = one.what.occurred_at.civil();
            let day = civil.weekday().num_days_from_monday();
            (small(day), small(civil.hour()), one.row())
        })
        .collect();
    let chosen = |wanted: &dyn Fn(u8, u8) -> bool| -> Vec<Row> {
        placed.iter().filter(|(day, hour, _)| wanted(*day, *hour)).map(|(_, _, row)| row.clone()).collect()
    };
    let mut heat = Heat { days: [[0; 4]; 7], hours: [0; 24] };
    for (weekday, parts) in (0_u8..).zip(heat.days.iter_mut()) {
        for (part, count) in PartOfDay::ALL.iter().zip(parts.iter_mut()) {
            let there = chosen(&|day, hour| day == weekday && PartOfDay::of_hour(hour) == *part);
            *count = rows.count(Number::Heat(weekday, *part), there);
        }
    }
    for (hour, count) in (0_u8..).zip(heat.hours.iter_mut()) {
        *count = rows.count(Number::Hour(hour), chosen(&|_, there| there == hour));
    }
    heat
}

/// No clock and no week has more than fit.
fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}
