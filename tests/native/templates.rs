//! The five templates in every time zone there is, across the autumn and the spring in which clocks change: each session is when a wall
//! clock there says so, on each day that a person counting on the calendar would find.

#![allow(clippy::unwrap_used, reason = "a story that cannot be set up is a failing test")]

use chrono::{DateTime, Datelike, Days, NaiveDate, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::week::{Occurrence, Timetable, day_range, hours};
use domain::zones::Zones;
use domain::{Beginning, Plan, ProgramId, SeriesId, Template, When, Zone, to_field};

/// One zone of the database.
struct Database(Tz);

impl Zones for Database {
    fn offset_s(&self, _: &Zone, utc_ms: i64) -> Option<i32> {
        let at = DateTime::from_timestamp_millis(utc_ms)?.naive_utc();
        Some(self.0.offset_from_utc_datetime(&at).fix().local_minus_utc())
    }
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn plan(template: Template, zone: &str) -> Plan {
    let beginning = Beginning {
        date: date(2026, 10, 14),
        days: template.usual_days(),
        start: template.usual_start(),
        zone: Zone::named(zone).unwrap(),
        with_wellness: true,
    };
    template.plan(&beginning).unwrap()
}

/// From October to April.
fn occurrences(plan: &Plan, tz: Tz) -> Vec<Occurrence> {
    let timetable = Timetable {
        programs: vec![(ProgramId::UNSAVED, plan.program.clone())],
        sessions: (0_u8..).zip(&plan.sessions).map(|(n, one)| (SeriesId::from_bytes([n; 8]), one.clone())).collect(),
        imported: Vec::new(),
    };
    let here = plan.program.zone();
    let range = day_range(&Database(tz), here, date(2026, 10, 1), date(2027, 4, 30));
    timetable.occurrences(&Database(tz), here, range)
}

/// The same, by counting days on the calendar.
fn counted(plan: &Plan, tz: Tz) -> Vec<i64> {
    let mut found = Vec::new();
    for session in &plan.sessions {
        let When::Weekly(weekly) = session.when() else { continue };
        let stretch = plan.program.stretch_of(session.phase().unwrap().phase).unwrap();
        let mut day = stretch.first;
        while day <= stretch.last.unwrap_or(NaiveDate::MAX).min(date(2027, 4, 30)) {
            if weekly.on.contains(day.weekday()) {
                let civil = session.start().on(day);
                // No zone changes its clock at the hours of these templates, but for the few that do so at a session's start.
                found.extend(tz.from_local_datetime(&civil).earliest().map(|at| at.timestamp_millis()));
            }
            day = day + Days::new(1);
        }
    }
    found.sort_unstable();
    found
}

#[test]
fn every_session_of_every_template_is_on_time_in_every_zone() {
    for tz in TZ_VARIANTS {
        for template in Template::ALL {
            let plan = plan(*template, tz.name());
            let found: Vec<i64> = occurrences(&plan, tz).iter().map(|one| one.starts_utc_ms).collect();
            assert!(found == counted(&plan, tz), "{} in {}", template.code(), tz.name());
        }
    }
}

#[test]
fn three_evenings_in_chicago_are_an_hour_later_for_the_world_after_the_first_of_november() {
    let plan = plan(Template::ThreeEvenings, "America/Chicago");
    let found = occurrences(&plan, Tz::America__Chicago);
    let shown: Vec<String> = found.iter().map(|one| to_field(one.times.start)).collect();
    assert_eq!(shown[..3], ["2026-10-15T18:00", "2026-10-19T18:00", "2026-10-20T18:00"]);
    assert!(shown.iter().all(|start| start.ends_with("T18:00")));
    let utc_hour = |one: &Occurrence| one.starts_utc_ms / 3_600_000 % 24;
    let change = date(2026, 11, 1).and_hms_opt(7, 0, 0).unwrap().and_utc().timestamp_millis();
    let back = date(2027, 3, 14).and_hms_opt(8, 0, 0).unwrap().and_utc().timestamp_millis();
    let is_winter = |one: &Occurrence| (change..back).contains(&one.starts_utc_ms);
    assert!(found.iter().all(|one| utc_hour(one) == if is_winter(one) { 0 } else { 23 }));
    let week: Vec<_> = found
        .into_iter()
        .filter(|one| (date(2026, 11, 2)..=date(2026, 11, 8)).contains(&one.times.start.date()))
        .collect();
    let occasions: Vec<_> =
        week.into_iter().map(|occurrence| domain::week::Occasion { occurrence, visit: None }).collect();
    assert_eq!((hours(&occasions).sessions_planned, hours(&occasions).minutes_planned), (3, 540));
}
