//! Finding meetings as somebody types: what fits, in the order in which it comes.

use std::rc::Rc;

use super::{JoinBy, KindGroup, Listing, MeetingKind, Row, Standing, Timeline, Upcoming, Wish};
use crate::fold::Folded;
use crate::words::Label;

/// A point on the Earth, in hundred-thousandths of a degree: about a metre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    latitude_e5: i32,
    longitude_e5: i32,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The next one first.
    pub upcoming: Vec<Upcoming>,
    /// By appointment: list and row.
    pub by_appointment: Vec<(usize, usize)>,
    /// How many fit that nobody can come to at present, and that are left out because no words were looked for.
    pub inactive: usize,
}

/// A kind that can be asked for, over all lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub english: Label,
    pub spanish: Label,
    pub group: KindGroup,
    /// How many meetings are of it.
    pub count: usize,
}

const DEGREE: f64 = 100_000.0;
const EARTH_KM: f64 = 6_371.0;

impl Position {
    /// In degrees. None for what is no place on the Earth, and for 0° 0°, which is in the sea and means that nobody knew.
    pub fn new(latitude: f64, longitude: f64) -> Option<Position> {
        let fits = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        // In range, so they fit.
        let e5 = |degrees: f64| (degrees * DEGREE).round() as i32;
        let position = Position { latitude_e5: e5(latitude), longitude_e5: e5(longitude) };
        (fits && position != Position { latitude_e5: 0, longitude_e5: 0 }).then_some(position)
    }

    /// In hundred-thousandths of a degree. None as for [`Position::new`].
    pub fn from_e5(latitude: i32, longitude: i32) -> Option<Position> {
        Position::new(f64::from(latitude) / DEGREE, f64::from(longitude) / DEGREE)
    }

    /// As lists write it: "33.74557" and "-117.86783". None for what is no such number, and as for [`Position::new`].
    pub fn written(latitude: &str, longitude: &str) -> Option<Position> {
        Position::from_e5(e5_of(latitude)?, e5_of(longitude)?)
    }

    /// Latitude and longitude in hundred-thousandths of a degree.
    pub fn e5(self) -> (i32, i32) {
        (self.latitude_e5, self.longitude_e5)
    }

    /// In degrees, north.
    pub fn latitude(self) -> f64 {
        f64::from(self.latitude_e5) / DEGREE
    }

    /// In degrees, east.
    pub fn longitude(self) -> f64 {
        f64::from(self.longitude_e5) / DEGREE
    }

    /// As the crow flies, in kilometres, on a round Earth: half a per cent from the truth.
    pub fn km_to(self, other: Position) -> f64 {
        let (from, to) = (self.latitude().to_radians(), other.latitude().to_radians());
        let across = (other.longitude() - self.longitude()).to_radians();
        let half = ((to - from) / 2.0).sin().powi(2) + from.cos() * to.cos() * (across / 2.0).sin().powi(2);
        2.0 * EARTH_KM * half.sqrt().min(1.0).asin()
    }
}

/// A decimal number of degrees in hundred-thousandths, rounded. By hand: the standard library's reader of floats weighs more than all else
/// that reads a list.
fn e5_of(text: &str) -> Option<i32> {
    let text = text.trim();
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !is_number(whole) || !is_number(part) {
        return None;
    }
    let kept: String = part.chars().chain("00000".chars()).take(5).collect();
    let rounds_up = part.as_bytes().get(5).is_some_and(|digit| *digit >= b'5');
    let e5 = whole.parse::<i32>().ok()? * 100_000 + kept.parse::<i32>().ok()? + i32::from(rounds_up);
    Some(if is_negative { -e5 } else { e5 })
}

/// The words that were looked for last, and which texts of each list have them: with the next keystroke only one of them is another one.
/// Good for the same lists only.
#[derive(Default)]
pub struct Remembered(Vec<(Folded, Vec<WithWord>)>);

/// For each text of a list whether a word is in it.
type WithWord = Rc<Vec<bool>>;

impl Remembered {
    /// What each of these words comes to in each list.
    fn recall(&mut self, listings: &[&Listing], words: &[Folded]) -> &[(Folded, Vec<WithWord>)] {
        let look = |word: &Folded| listings.iter().map(|listing| Rc::new(listing.texts_with(word))).collect();
        let known = |word: &Folded| self.0.iter().find(|(known, _)| known == word).map(|(_, texts)| texts.clone());
        let now = words.iter().map(|word| (word.clone(), known(word).unwrap_or_else(|| look(word)))).collect();
        self.0 = now;
        &self.0
    }
}

/// What fits.
pub fn find(listings: &[&Listing], timeline: &Timeline, wish: &Wish) -> Found {
    find_next(listings, timeline, wish, &mut Remembered::default())
}

/// What fits, with what is remembered of the last time. Cheap enough for every keystroke: texts are looked through once per word, not once per
/// meeting, and only for words that are new.
pub fn find_next(listings: &[&Listing], timeline: &Timeline, wish: &Wish, remembered: &mut Remembered) -> Found {
    let words = remembered.recall(listings, &wish.words);
    let looked = |(place, listing): (usize, &&Listing)| {
        Looked::at(listing, wish, words.iter().filter_map(|(_, lists)| lists.get(place).cloned()).collect())
    };
    let lists: Vec<Looked> = listings.iter().enumerate().map(looked).collect();
    let mut found = Found::default();
    let mut fits = |list: usize, row: usize| {
        let (Some(listing), Some(looked)) = (listings.get(list), lists.get(list)) else { return false };
        let Some(row) = listing.rows.get(row) else { return false };
        if !looked.fits(row, wish) {
            return false;
        }
        // Whoever looks for it by its name should learn that it is closed; whoever looks for a meeting should not be sent there.
        let hidden = row.ways.standing() == Standing::Inactive && wish.words.is_empty();
        found.inactive = found.inactive.saturating_add(usize::from(hidden));
        !hidden
    };
    let in_time = |next: &&Upcoming| {
        use chrono::Datelike;
        wish.day.is_none_or(|day| next.here.weekday() == day)
            && wish.part.is_none_or(|part| part.contains(next.here.time()))
    };
    let upcoming = timeline.upcoming.iter().filter(in_time).filter(|next| fits(next.list, next.row)).copied().collect();
    let has_time = wish.day.is_some() || wish.part.is_some();
    let by_appointment = if has_time {
        Vec::new()
    } else {
        timeline.by_appointment.iter().filter(|(list, row)| fits(*list, *row)).copied().collect()
    };
    Found { upcoming, by_appointment, ..found }
}

/// Every kind that a meeting of these lists is of, by their groups, the most frequent first.
pub fn kinds_of(listings: &[&Listing]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for listing in listings {
        let mut counts = vec![0_usize; listing.kinds.len()];
        for kind in listing.rows.iter().flat_map(|row| &row.kinds) {
            if let Some(count) = counts.get_mut(usize::from(*kind)) {
                *count = count.saturating_add(1);
            }
        }
        for (kind, count) in listing.kinds.iter().zip(counts).filter(|(_, count)| *count > 0) {
            match choices.iter_mut().find(|choice| choice.english.same_word(&kind.english)) {
                Some(choice) => choice.count = choice.count.saturating_add(count),
                None => choices.push(Choice {
                    english: kind.english.clone(),
                    spanish: kind.spanish.clone(),
                    group: kind.group,
                    count,
                }),
            }
        }
    }
    choices.sort_by(|a, b| {
        (a.group, std::cmp::Reverse(a.count), a.english.as_str()).cmp(&(
            b.group,
            std::cmp::Reverse(b.count),
            b.english.as_str(),
        ))
    });
    choices
}

/// What a wish comes to in one list.
struct Looked {
    is_of_them: bool,
    /// For each word, which texts have it.
    words: Vec<WithWord>,
    /// For each kind that is wished for, which kinds of the list that is; None when the list has none such.
    kinds: Option<Vec<Vec<u16>>>,
}

impl Looked {
    fn at(listing: &Listing, wish: &Wish, words: Vec<WithWord>) -> Looked {
        let is_of_them = wish.fellowships.is_empty() || wish.fellowships.contains(&listing.fellowship);
        let places = |words: &String| {
            let same = |kind: &MeetingKind| kind.english.as_str() == words;
            let places: Vec<u16> =
                (0_u16..).zip(&listing.kinds).filter(|(_, kind)| same(kind)).map(|(p, _)| p).collect();
            (!places.is_empty()).then_some(places)
        };
        Looked { is_of_them, words, kinds: wish.kinds.iter().map(places).collect() }
    }

    fn fits(&self, row: &Row, wish: &Wish) -> bool {
        let has_word = |texts: &WithWord| {
            row.texts().into_iter().any(|text| texts.get(text.0 as usize).copied().unwrap_or_default())
        };
        let Some(kinds) = &self.kinds else { return false };
        self.is_of_them
            && wish.join.is_none_or(|join| match join {
                JoinBy::InPerson => row.ways.is_in_person(),
                JoinBy::Online => row.ways.is_online,
                JoinBy::Phone => row.ways.is_by_phone,
            })
            && kinds.iter().all(|places| places.iter().any(|place| row.kinds.contains(place)))
            && self.words.iter().all(has_word)
            && wish.near.is_none_or(|near| {
                row.ways.is_in_person() && row.position.is_some_and(|there| near.here.km_to(there) <= near.km)
            })
    }
}
