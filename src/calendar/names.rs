//! The names that calendars have for zones: those of the IANA database in their right writing, and what Windows and Exchange call them.
//!
//! Which zones there are, is not for here to know: the browser is asked. It takes a name in capitals too, and only a list of all
//! names would tell how it is written; but they are written by a rule with few exceptions, which is much less.

/// A zone in every line: its IANA name, or how far it is from UTC where it has none, then what others call it. The facts are those of
/// CLDR's `windowsZones.xml` and of the display names in Windows, as the library calcard has them; a number is Exchange's (`CdoTimeZoneId`).
const OTHERS: &str = include_str!("windows.txt");

/// Where zones are; before the first slash.
const AREAS: [&str; 16] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Brazil",
    "Canada",
    "Chile",
    "Etc",
    "Europe",
    "Indian",
    "Mexico",
    "Pacific",
    "US",
];

/// All names without a slash. Others are not believed: what three letters mean depends on whom one asks.
const ALONE: &str = "CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel \
                     Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey \
                     UCT UTC Universal W-SU WET Zulu";

/// Words that do not begin with one capital.
const ODD: &str = "ACT BajaNorte BajaSur ComodRivadavia DeNoronha DumontDUrville EasterIsland GMT GMT0 IN LHI McMurdo NSW UCT UTC au es of";

/// What a name means.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Meant<'a> {
    /// The zone of this name, if there is one.
    Zone(&'a str),
    /// Seconds ahead of UTC, in summer and winter.
    Offset(i32),
}

/// The name as the IANA database writes it: `america/port-AU-prince` is `America/Port-au-Prince`. None for what cannot be one.
pub(crate) fn rightly_written(name: &str) -> Option<String> {
    let listed = |list: &'static str, word: &str| list.split(' ').find(|there| there.eq_ignore_ascii_case(word));
    let Some((area, _)) = name.split_once('/') else { return listed(ALONE, name).map(str::to_owned) };
    let area = AREAS.iter().find(|there| there.eq_ignore_ascii_case(area))?;
    let mut out = (*area).to_owned();
    let marks = ['/', '_', '-', '+'];
    let mut rest = name.get(area.len()..)?;
    while let Some((mark, after)) = rest.split_at_checked(1).filter(|(mark, _)| mark.starts_with(marks)) {
        let (word, more) = after.find(marks).and_then(|end| after.split_at_checked(end)).unwrap_or((after, ""));
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        out.push_str(mark);
        match (listed(ODD, word), word.split_at_checked(1)) {
            (Some(odd), _) => out.push_str(odd),
            (None, Some((first, others))) => {
                out.push_str(&first.to_ascii_uppercase());
                out.push_str(&others.to_ascii_lowercase());
            }
            (None, None) => return None,
        }
        rest = more;
    }
    Some(out)
}

/// What a name that is not IANA's means: one of Windows, `(UTC-06:00) Central Time (US & Canada)`, `/mozilla.org/20070129_1/America/Chicago`.
pub(crate) fn meant(name: &str) -> Option<Meant<'_>> {
    let name = name.trim();
    if let Some((hours, rest)) = name.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        return other(rest.trim()).or_else(|| offset(hours.trim()).map(Meant::Offset));
    }
    let Some(path) = name.strip_prefix('/') else {
        // `UTC-02`; but not `GMT-05.00/-04.00`, which knows a summer, nor `GMT+5`, which may be either side of Greenwich.
        let is_plain =
            name.strip_prefix("UTC").is_some_and(|rest| rest.bytes().all(|byte| b"+-:0123456789".contains(&byte)));
        return other(name).or_else(|| offset(name).filter(|_| is_plain).map(Meant::Offset));
    };
    // Whoever gives the names comes first, and the version of the list.
    let inside = path.splitn(3, '/').nth(2).filter(|inside| inside.contains('/'));
    let path = inside.map_or(path, |inside| inside.strip_prefix("SystemV/").unwrap_or(inside));
    other(path).or(Some(Meant::Zone(path)))
}

/// The zone that Exchange has a number for.
pub(crate) fn of_exchange(number: &str) -> Option<&'static str> {
    zone_of(|other| other.strip_prefix('#') == Some(number.trim()))
}

/// The zone that Windows has this name for.
fn other(name: &str) -> Option<Meant<'static>> {
    let zone = zone_of(|other| other == name)?;
    Some(offset(zone).map_or(Meant::Zone(zone), Meant::Offset))
}

fn zone_of(is_it: impl Fn(&str) -> bool) -> Option<&'static str> {
    OTHERS.lines().find_map(|line| {
        let mut names = line.split('|');
        let zone = names.next()?;
        names.any(&is_it).then_some(zone)
    })
}

/// `UTC-08:00`, `GMT+5`, in seconds. None for what is further from UTC than any zone.
fn offset(text: &str) -> Option<i32> {
    let (start, rest) = text.split_at_checked(3)?;
    if !start.eq_ignore_ascii_case("UTC") && !start.eq_ignore_ascii_case("GMT") {
        return None;
    }
    let rest = rest.trim_start();
    let (sign, time) = match rest.split_at_checked(1)? {
        ("+", time) => (1, time.trim()),
        ("-" | "\u{2212}", time) => (-1, time.trim()),
        _ => return None,
    };
    // `8`, `08:00`, `0800`, and `08.00`, as older programs have it; words may stand behind it.
    let digits = time.bytes().take_while(u8::is_ascii_digit).count();
    let (hours, rest) = time.split_at_checked(digits.min(2))?;
    let minutes = rest.trim_start_matches([':', '.']).get(..2).and_then(|two| two.parse::<i32>().ok());
    let seconds = sign * (hours.parse::<i32>().ok()? * 3_600 + minutes.unwrap_or_default().clamp(0, 59) * 60);
    (-12 * 3_600..=14 * 3_600).contains(&seconds).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calcard::common::timezone::Tz;
    use chrono_tz::TZ_VARIANTS;

    /// The zone that calcard finds, if it is none that it made of the hours in the name.
    fn theirs(name: &str) -> Option<&'static str> {
        match name.parse() {
            Ok(Tz::Tz(zone)) => Some(zone.name()),
            _ => None,
        }
    }

    #[test]
    fn every_zone_of_the_world_is_rightly_written_however_it_is_written() {
        let names: Vec<&str> = TZ_VARIANTS.iter().map(|zone| zone.name()).collect();
        assert!(names.len() > 500);
        for name in names {
            for written in [name.to_owned(), name.to_ascii_lowercase(), name.to_ascii_uppercase()] {
                assert_eq!(rightly_written(&written).as_deref(), Some(name), "{written}");
            }
        }
        for bad in [
            "",
            "/",
            "America",
            "America/",
            "America//X",
            "PST",
            "Moon/Sea",
            "+05:30",
            "America/\u{e9}",
            "posix/Etc/UTC",
        ] {
            assert_eq!(rightly_written(bad), None, "{bad}");
        }
    }

    #[test]
    fn windows_and_exchange_mean_the_zones_that_calcard_finds() {
        let mut names = 0;
        for line in OTHERS.lines() {
            let mut parts = line.split('|');
            let zone = parts.next().unwrap();
            for name in parts {
                names += 1;
                if let Some(number) = name.strip_prefix('#') {
                    assert_eq!(Tz::from_ms_cdo_zone_id(number), Some(theirs(zone).unwrap().parse().unwrap()), "{name}");
                    assert_eq!(of_exchange(number), Some(zone));
                } else if let Some(seconds) = offset(zone) {
                    assert_eq!(meant(name), Some(Meant::Offset(seconds)), "{name}");
                } else {
                    // Behind brackets even `Japan` is looked up among the names of Windows.
                    assert_eq!(theirs(&format!("() {name}")), Some(zone), "{name}");
                    assert_eq!(meant(name), Some(Meant::Zone(zone)), "{name}");
                }
            }
        }
        assert!(names > 350);
    }

    #[test]
    fn a_zone_is_found_behind_what_others_put_before_its_name() {
        for (name, zone) in [
            ("Central Standard Time", "America/Chicago"),
            ("(UTC-06:00) Central Time (US & Canada)", "America/Chicago"),
            ("/America/Chicago", "America/Chicago"),
            ("/mozilla.org/20070129_1/America/Chicago", "America/Chicago"),
            ("/softwarestudio.org/Olson_20011030_5/SystemV/America/Chicago", "America/Chicago"),
            ("/citadel.org/20210210_1/America/Argentina/Salta", "America/Argentina/Salta"),
            ("/Central Standard Time", "America/Chicago"),
        ] {
            assert_eq!(meant(name), Some(Meant::Zone(zone)), "{name}");
            assert_eq!(theirs(name), Some(zone), "{name}");
        }
    }

    #[test]
    fn hours_in_a_name_are_read_with_their_minutes() {
        for (name, seconds) in [
            ("(UTC-08:00) Clinic", -28_800),
            ("(gmt + 5:30) Somewhere", 19_800),
            ("(UTC+14:00) Line", 50_400),
            ("(GMT-03.30) Somewhere", -12_600),
            ("(UTC+0545 summer) Somewhere", 20_700),
            ("UTC-02", -7_200),
            ("Dateline Standard Time", -43_200),
        ] {
            assert_eq!(meant(name), Some(Meant::Offset(seconds)), "{name}");
        }
        for name in [
            "(UTC) Clinic",
            "GMT-05.00/-04.00",
            "GMT+5",
            "UTC+1 Clinic",
            "(UTC+15:00) X",
            "(EST-05:00) X",
            "UTC+",
            "Clinic",
            "",
            "(UTC+-5) X",
        ] {
            assert_eq!(meant(name), None, "{name}");
        }
    }
}
