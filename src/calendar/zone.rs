//! The zones that a file names: of the world, by their names or by those that Windows has for them, or with rules of the file's own.

use crate::blocks::{Block, Frame};
use crate::days::DayByDay;
use crate::expand::{Asked, Stretch, Work, dates};
use crate::moment::Written;
use crate::names::{Meant, meant, of_exchange, rightly_written};
use crate::property::{Properties, Property};
use crate::rule::Rule;
use chrono::{DateTime, NaiveDateTime, TimeDelta};
use domain::Zone;
use domain::zones::{Zones, civil_of, instant_of};
use interop::calendar::Window;
use std::rc::Rc;

/// Longer names are none, and looking them up takes time.
const LONGEST_NAME: usize = 120;
const MOST_ZONES: usize = 200;
const MOST_OBSERVANCES: usize = 200;
const MOST_ONSETS: usize = 400;

/// One clock: the rules of a zone, and its name if the world knows it.
#[derive(Clone)]
pub(crate) struct Clock {
    rules: Rc<Rules>,
    pub name: Option<Zone>,
}

enum Rules {
    World(Zone, Rc<DayByDay>),
    /// Seconds ahead of UTC.
    Fixed(i32),
    /// Before the first change, and every change: from when on (in seconds of UTC), and to what offset.
    Own {
        before_s: i32,
        onsets: Vec<(i64, i32)>,
    },
}

/// All zones of one calendar.
pub(crate) struct ZoneBook {
    own: Vec<(String, Clock)>,
    world: Rc<DayByDay>,
    /// For times that belong to no zone: the calendar's own zone, or where the person is.
    pub here: Clock,
    /// Whether `here` is the calendar's own.
    pub has_own: bool,
}

impl Zones for Rules {
    fn offset_s(&self, _: &Zone, utc_ms: i64) -> Option<i32> {
        let utc_s = utc_ms.div_euclid(1_000);
        Some(match self {
            Rules::World(zone, zones) => zones.offset_s(zone, utc_ms)?,
            Rules::Fixed(offset_s) => *offset_s,
            Rules::Own { before_s, onsets } => {
                let after = onsets.partition_point(|(from_s, _)| *from_s <= utc_s);
                after.checked_sub(1).and_then(|place| onsets.get(place)).map_or(*before_s, |(_, to_s)| *to_s)
            }
        })
    }
}

impl Clock {
    pub fn utc() -> Clock {
        Clock { rules: Rc::new(Rules::Fixed(0)), name: None }
    }

    /// A zone of the world, or one that Windows has another name for.
    pub fn named(name: &str, zones: &Rc<DayByDay>) -> Option<Clock> {
        let name = name.trim();
        if name.len() > LONGEST_NAME {
            return None;
        }
        let exactly =
            |name: &str| rightly_written(name).filter(|right| right == name).and_then(|right| Clock::of(&right, zones));
        exactly(name).or_else(|| match meant(name)? {
            Meant::Zone(zone) => exactly(zone),
            // What has only the hours in its name, such as "(UTC+02:00) Somewhere", knows no summer; whatever else is known is better.
            Meant::Offset(_) => None,
        })
    }

    /// None for a zone that whoever knows the zones does not know.
    pub fn of(name: &str, zones: &Rc<DayByDay>) -> Option<Clock> {
        if is_utc(name) {
            return Some(Clock::utc());
        }
        let name = Zone::named(name)?;
        zones.offset_s(&name, 0)?;
        Some(Clock { rules: Rc::new(Rules::World(name.clone(), Rc::clone(zones))), name: Some(name) })
    }

    /// A zone of the world whose name this one resembles, or so many hours from UTC; for where nothing better is known.
    fn resembling(name: &str, zones: &Rc<DayByDay>) -> Option<Clock> {
        like_a_zone(name, zones).or_else(|| match meant(name.get(..LONGEST_NAME).unwrap_or(name))? {
            Meant::Offset(offset_s) => Some(Clock { rules: Rc::new(Rules::Fixed(offset_s)), name: None }),
            Meant::Zone(_) => None,
        })
    }

    /// The instant at which it shows a time, in milliseconds of UTC. None beyond the calendar.
    pub fn instant(&self, wall: NaiveDateTime) -> Option<i64> {
        instant_of(self.rules.as_ref(), &Zone::utc(), wall)
    }

    /// What it shows at an instant.
    pub fn wall(&self, utc_ms: i64) -> Option<NaiveDateTime> {
        civil_of(self.rules.as_ref(), &Zone::utc(), utc_ms)
    }
}

/// `america/new_york`, and `/mozilla.org/20070129_1/America/New_York` or `posix/Europe/Vaduz`, which end with the name.
fn like_a_zone(name: &str, zones: &Rc<DayByDay>) -> Option<Clock> {
    let name = name.trim();
    let mut rest = (name.len() <= LONGEST_NAME).then_some(name);
    while let Some(ending) = rest {
        // What ends with a name of one word, such as `Cuba` or `EST`, may be anything.
        if (ending == name || ending.contains('/'))
            && let Some(clock) = rightly_written(ending).and_then(|right| Clock::of(&right, zones))
        {
            return Some(clock);
        }
        rest = ending.split_once('/').map(|(_, after)| after);
    }
    None
}

fn is_utc(name: &str) -> bool {
    matches!(name, "UTC" | "Etc/UTC" | "Zulu" | "Etc/Zulu" | "UCT" | "Etc/UCT" | "Universal" | "Etc/Universal")
}

impl ZoneBook {
    /// The zones of one calendar; `viewer` is where the person is, `world` knows the zones of the world.
    pub fn of(
        frame: &Frame,
        frame_zone: Option<&str>,
        (viewer, world): (&Clock, &Rc<DayByDay>),
        window: Window,
        work: &mut Work,
    ) -> ZoneBook {
        let mut own = Vec::new();
        for block in frame.zones.iter().take(MOST_ZONES) {
            let properties = Properties::of(block);
            let Some(id) = properties.text("TZID") else { continue };
            let place = || {
                let name = properties.text("X-LIC-LOCATION")?;
                Clock::named(name.strip_prefix("SystemV/").unwrap_or(&name), world)
            };
            let number = || Clock::of(of_exchange(&properties.text("X-MICROSOFT-CDO-TZID")?)?, world);
            // A name with hours in it is better explained by its rules than by a number that two zones share.
            let elsewhere = || meant(&id).is_none().then(|| place().or_else(number))?;
            let named = Clock::named(&id, world).or_else(elsewhere);
            if let Some(clock) = named.or_else(|| own_rules(block, window, work)) {
                own.push((id.trim().to_owned(), clock));
            }
        }
        let calendars = frame_zone.and_then(|name| find(&own, name, world));
        ZoneBook {
            own,
            world: Rc::clone(world),
            has_own: calendars.is_some(),
            here: calendars.unwrap_or_else(|| viewer.clone()),
        }
    }

    /// None for a zone that nobody knows.
    pub fn find(&self, id: &str) -> Option<Clock> {
        find(&self.own, id, &self.world)
    }
}

fn find(own: &[(String, Clock)], id: &str, world: &Rc<DayByDay>) -> Option<Clock> {
    // Of two with the same name the later one counts.
    let there = own.iter().rfind(|(name, _)| name == id.trim()).map(|(_, clock)| clock.clone());
    there.or_else(|| Clock::named(id, world)).or_else(|| Clock::resembling(id, world))
}

/// The rules of a VTIMEZONE, followed for the years around the window.
fn own_rules(block: &Block, window: Window, work: &mut Work) -> Option<Clock> {
    let day = |utc_ms: i64, days: i64| {
        let at = DateTime::from_timestamp_millis(utc_ms)?.naive_utc();
        at.checked_add_signed(TimeDelta::days(days))
    };
    let stretch = Stretch { from: day(window.from_utc_ms(), -800)?, to: day(window.to_utc_ms(), 400)? };
    let mut onsets: Vec<(i64, i32, i32)> = Vec::new();
    for child in block.children.iter().take(MOST_OBSERVANCES) {
        onsets.extend(observance(child, stretch, work).unwrap_or_default());
    }
    onsets.sort_unstable();
    onsets.dedup();
    let (_, before_s, _) = *onsets.first()?;
    let onsets = onsets.into_iter().map(|(from_s, _, to_s)| (from_s, to_s)).collect();
    Some(Clock { rules: Rc::new(Rules::Own { before_s, onsets }), name: None })
}

/// Every change to one offset: when (in seconds of UTC), from what, to what.
fn observance(block: &Block, stretch: Stretch, work: &mut Work) -> Option<Vec<(i64, i32, i32)>> {
    let properties = Properties::of(block);
    let offset = |name: &str| block.raw(name).next().and_then(offset_s);
    let (from_s, to_s) = (offset("TZOFFSETFROM")?, offset("TZOFFSETTO")?);
    let start = properties.first("DTSTART").and_then(Property::moment).map(wall)?;
    let asked = Asked { stretch, limit: MOST_ONSETS, counts_start: true };
    let mut walls = vec![start];
    for text in block.raw("RRULE").take(4) {
        let Some(rule) = Rule::read(text) else { continue };
        let until = rule.until.as_deref().and_then(|text| until_wall(text, from_s));
        walls.extend(dates(&rule, start, until, asked, work).unwrap_or_default().found);
    }
    for property in properties.all("RDATE") {
        walls.extend(property.list().filter_map(|one| property.moment_in(one)).map(wall).take(MOST_ONSETS));
    }
    Some(walls.into_iter().map(|wall| (wall.and_utc().timestamp() - i64::from(from_s), from_s, to_s)).collect())
}

fn wall(written: Written) -> NaiveDateTime {
    match written {
        Written::Wall(wall) | Written::Utc(wall) => wall,
        Written::Day(day) => day.and_time(chrono::NaiveTime::MIN),
    }
}

/// The last time of a rule by the clock that is ahead of UTC by so many seconds.
fn until_wall(text: &str, offset_s: i32) -> Option<NaiveDateTime> {
    match Written::read(text)? {
        Written::Utc(utc) => utc.checked_add_signed(TimeDelta::seconds(i64::from(offset_s))),
        Written::Wall(wall) => Some(wall),
        Written::Day(day) => day.and_hms_opt(23, 59, 59),
    }
}

/// `-0800`, `+053045`.
fn offset_s(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match text.split_at_checked(1)? {
        ("-", digits) => (-1, digits),
        ("+", digits) => (1, digits),
        _ => (1, text),
    };
    if !(4..=6).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| digits.get(from..from + 2).and_then(|part| part.parse::<i32>().ok());
    let seconds = part(0)? * 3_600 + part(2)? * 60 + part(4).unwrap_or_default();
    (seconds <= 18 * 3_600).then_some(sign * seconds)
}
