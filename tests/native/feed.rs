//! A feed of any size that looks like those of a large county: names, churches and streets come again and again, notes are long and rare, links
//! never come twice. The same count always gives the same feed.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "only tests and the bench make feeds")]

use std::fmt::Write as _;

const NAMES: [&str; 24] = [
    "Serenity",
    "Attitude Adjustment",
    "Early Risers",
    "Big Book Study",
    "Happy Hour",
    "Candlelight",
    "Women in Recovery",
    "Men's Stag",
    "Young People",
    "New Beginnings",
    "Nooners",
    "Friday Night Live",
    "Step by Step",
    "Sunrise",
    "Beach Meeting",
    "As Bill Sees It",
    "Grupo Esperanza",
    "Reunión del Mediodía",
    "Primary Purpose",
    "Living Sober",
    "There Is a Solution",
    "Came to Believe",
    "One Day at a Time",
    "Keep It Simple",
];
const PLACES: [&str; 12] = [
    "St. Mark's Church",
    "First Methodist Church",
    "Alano Club",
    "Community Center",
    "Centro Peñón",
    "Grace Lutheran Church",
    "The Clubhouse",
    "Veterans Hall",
    "Public Library",
    "Trinity Presbyterian Church",
    "Serenity House",
    "Neighborhood Church",
];
const STREETS: [&str; 10] = [
    "Main St",
    "Oak Ave",
    "Elm St",
    "Ocean Blvd",
    "Harbor Dr",
    "Calle Ñandú",
    "Chapman Ave",
    "17th St",
    "Baker St",
    "Yorba Linda Blvd",
];
const CITIES: [&str; 20] = [
    "Anaheim",
    "Santa Ana",
    "Irvine",
    "Huntington Beach",
    "Garden Grove",
    "Fullerton",
    "Orange",
    "Costa Mesa",
    "Mission Viejo",
    "Westminster",
    "Newport Beach",
    "Buena Park",
    "Lake Forest",
    "Tustin",
    "Yorba Linda",
    "San Clemente",
    "Laguna Niguel",
    "La Habra",
    "Fountain Valley",
    "Placentia",
];
const TYPES: [&str; 18] =
    ["O", "C", "D", "SP", "B", "ST", "W", "M", "X", "Y", "MED", "S", "POA", "BE", "LGBTQ", "CF", "12x12", "ASL"];

/// Numbers that look like chance and are none (splitmix64).
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((number ^ (number >> 31)) % count as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.up_to(of.len())]
    }
}

/// A Meeting Guide feed with so many entries, each on one day.
#[must_use]
pub fn feed(count: usize) -> String {
    let mut dice = Dice(2_026);
    let mut feed = String::from("[\n");
    for number in 0..count {
        let city = dice.one(&CITIES);
        let group = format!("{city} {}", dice.one(&NAMES));
        let house = 1 + dice.up_to(60) * 100;
        let address = format!("{house} {}, {city}, CA 92{:03}, USA", dice.one(&STREETS), dice.up_to(40));
        let first = TYPES[dice.up_to(2)];
        let types: Vec<&str> = [first].into_iter().chain((0..dice.up_to(4)).map(|_| dice.one(&TYPES[2..]))).collect();
        let (hour, minute) = (6 + dice.up_to(16), ["00", "15", "30", "45"][dice.up_to(4)]);
        let latitude = 33.4 + dice.up_to(50_000) as f64 / 100_000.0;
        let longitude = -118.1 + dice.up_to(60_000) as f64 / 100_000.0;
        let mut more = String::new();
        if dice.up_to(3) == 0 {
            let room = dice.up_to(1_000_000_000);
            write!(more, r#","conference_url":"https://us02web.zoom.us/j/8{room:010}?pwd=a{:08x}","conference_url_notes":"Password: {}""#, dice.up_to(usize::MAX / 2) & 0xffff_ffff, dice.up_to(999_999)).unwrap();
            write!(more, r#","conference_phone":"+16465550100,,8{room:010}#""#).unwrap();
        }
        if dice.up_to(5) == 0 {
            write!(more, r#","notes":"Park behind the {} and use the side door. Birthdays on the last {} of the month. Ask for room {}.""#, dice.one(&PLACES), ["Sunday", "Friday"][dice.up_to(2)], dice.up_to(40)).unwrap();
        }
        write!(
            feed,
            r#"{}{{"name":"{group}","slug":"{number}-{}","day":{},"time":"{hour:02}:{minute}","end_time":"{:02}:{minute}","timezone":"America/Los_Angeles","types":{types:?},"location":"{}","location_notes":"Room {}","group":"{group} Group","formatted_address":"{address}","regions":["Orange County","{city}"],"latitude":{latitude:.5},"longitude":{longitude:.5},"updated":"2026-0{}-{:02} 14:32:23","entity":"Orange County Central Office","entity_phone":"+1-714-555-0100","url":"https://intergroup.example/meetings/{number}"{more}}}"#,
            if number == 0 { "" } else { ",\n" },
            group.to_lowercase().replace([' ', '\'', 'ó', 'í'], "-"),
            dice.up_to(7),
            hour + 1,
            dice.one(&PLACES),
            1 + dice.up_to(30),
            1 + dice.up_to(9),
            1 + dice.up_to(28),
        )
        .unwrap();
    }
    feed.push_str("\n]\n");
    feed
}
