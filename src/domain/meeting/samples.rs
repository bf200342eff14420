//! A small list for the tests of the finder.

use super::{
    DialIn, Fellowship, Held, KindGroup, ListEdit, Listing, MeetingKey, MeetingKind, MeetingList, MeetingTime, Origin,
    Position, Refresh, Row, Text, Ways,
};
use crate::contact::Link;
use crate::moment::Zone;
use crate::slot::{Length, StartTime};
use crate::words::Label;
use chrono::Weekday;
use proptest::prelude::*;

pub fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

pub fn kind(english: &str, spanish: &str, group: KindGroup) -> MeetingKind {
    let label = |text| Label::new(text).unwrap();
    MeetingKind { english: label(english), spanish: label(spanish), group, gives_proof: false }
}

/// Texts by number, the first of them empty.
#[derive(Default)]
pub struct Lines(Vec<String>);

impl Lines {
    pub fn add(&mut self, text: &str) -> Text {
        if self.0.is_empty() {
            self.0.push(String::new());
        }
        if text.is_empty() {
            return Text(0);
        }
        self.0.push(text.to_owned());
        Text((self.0.len() - 1) as u32)
    }

    pub fn joined(mut self) -> String {
        self.add("");
        self.0.join("\n")
    }
}

/// Weekly at a time of day, in minutes.
pub fn weekly(day: Weekday, start: u16, length: u16) -> Option<MeetingTime> {
    Some(MeetingTime { day, start: StartTime::of_minutes(start)?, length: Length::of_minutes(length)? })
}

/// A row with a name and a time, in person.
pub fn row(lines: &mut Lines, name: &str, time: Option<MeetingTime>) -> Row {
    Row {
        key: MeetingKey::of(name),
        name: lines.add(name),
        time,
        zone: None,
        kinds: Vec::new(),
        ways: Ways::default(),
        place: Text(0),
        address: Text(0),
        region: Text(0),
        group: Text(0),
        position: None,
    }
}

/// Five meetings of Orange County, by the clock of Los Angeles, one of them in Tokyo.
pub fn orange_county() -> Listing {
    let mut lines = Lines::default();
    let kinds = vec![
        kind("Open", "Abierta", KindGroup::Access),
        kind("Spanish", "Español", KindGroup::Language),
        kind("Wheelchair access", "Acceso en silla de ruedas", KindGroup::Accessibility),
    ];
    let mut sunday = row(&mut lines, "Sunday Serenity", weekly(Weekday::Sun, 18 * 60, 90));
    sunday.kinds = vec![0, 2];
    sunday.place = lines.add("Alano Club");
    sunday.region = lines.add("Orange County > Anytown");
    sunday.position = Position::new(33.74557, -117.86783);
    let mut midnight = row(&mut lines, "Midnight Candlelight", weekly(Weekday::Sat, 23 * 60 + 30, 60));
    midnight.kinds = vec![0];
    let mut spanish = row(&mut lines, "Reunión Español Viernes", weekly(Weekday::Fri, 19 * 60 + 30, 60));
    spanish.kinds = vec![0, 1];
    spanish.place = lines.add("Centro Peñón");
    let mut tokyo = row(&mut lines, "Tokyo English", weekly(Weekday::Mon, 8 * 60, 60));
    tokyo.zone = Some(0);
    tokyo.ways = Ways { is_online: true, is_by_phone: DialIn::new("+8135550100").is_some(), ..Ways::default() };
    tokyo.ways.is_approximate = true;
    let mut closed = row(&mut lines, "Thursday Old Timers", weekly(Weekday::Thu, 20 * 60, 60));
    closed.ways.is_closed = true;
    let jail = row(&mut lines, "Jail Panel", None);
    let rows = vec![sunday, midnight, spanish, tokyo, closed, jail];
    let whose = (Fellowship::AlcoholicsAnonymous, zone("America/Los_Angeles"));
    Listing::new(whose, vec![zone("Asia/Tokyo")], kinds, rows, lines.joined()).unwrap()
}

/// Any list that can be stored.
pub fn any_meeting_list() -> impl Strategy<Value = MeetingList> {
    let held = (any::<i64>(), any::<[u8; 8]>(), 1..=Held::MAX_PAGES, 0..=Held::MAX_PAGES, any::<u32>(), any::<u32>());
    let words = ("[a-zñ ]{0,60}x", prop::option::of("[a-z0-9/.?=&]{0,40}"));
    let choices = (prop::sample::select(Fellowship::ALL), prop::sample::select(Refresh::ALL), any::<Option<i64>>());
    (words, held, choices).prop_map(|((name, path), held, (fellowship, refresh, updated_utc_ms))| {
        let (read_utc_ms, batch, index_pages, detail_pages, meetings, left_out) = held;
        let link = path.and_then(|path| Link::new(&format!("https://a.example/{path}")).ok());
        let origin = link.and_then(|link| Origin::address(link).ok()).unwrap_or(Origin::File);
        let held = Held { read_utc_ms, batch, index_pages, detail_pages, meetings, left_out, updated_utc_ms };
        let list = MeetingList::new(Label::new(&name).unwrap(), fellowship, origin, zone("America/Chicago"), held);
        list.apply(ListEdit::SetRefresh(refresh))
    })
}
