//! What the finder needs of one list, in memory: a row per meeting, and all its texts once, ready to be searched.

use super::{Fellowship, MeetingKey, MeetingKind, MeetingTime, Position, Ways};
use crate::fold::Folded;
use crate::moment::Zone;
use crate::words::unspoken;

/// The place of a text in the list's texts. The first one is empty and says that there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(pub u32);

/// One list, as the finder looks at it.
#[derive(Clone)]
pub struct Listing {
    /// Whose meetings; unknown to this build reads as [`Fellowship::Other`].
    pub fellowship: Fellowship,
    /// For meetings without a zone of their own.
    pub zone: Zone,
    /// The zones that rows name.
    pub zones: Vec<Zone>,
    pub kinds: Vec<MeetingKind>,
    pub rows: Vec<Row>,
    texts: Texts,
}

/// What is found by and what a list of results shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    pub key: MeetingKey,
    pub name: Text,
    /// None: by appointment.
    pub time: Option<MeetingTime>,
    /// A place in [`Listing::zones`]; None: the list's own zone.
    pub zone: Option<u16>,
    /// Places in [`Listing::kinds`].
    pub kinds: Vec<u16>,
    pub ways: Ways,
    pub place: Text,
    pub address: Text,
    pub region: Text,
    pub group: Text,
    pub position: Option<Position>,
}

/// Lines that nothing in them breaks, one behind the other, and the same without capitals and accents.
#[derive(Clone)]
struct Texts {
    plain: String,
    /// Where each line begins; one more for the end.
    begins: Vec<u32>,
    folded: String,
    /// Where each folded line begins.
    folded_begins: Vec<u32>,
}

unspoken!(Listing, Row, Texts);

impl Listing {
    /// A list whose texts are the lines of `texts`, the first of them empty. None when a row names a text, a kind or a zone that is not there.
    pub fn new(
        (fellowship, zone): (Fellowship, Zone),
        zones: Vec<Zone>,
        kinds: Vec<MeetingKind>,
        rows: Vec<Row>,
        texts: String,
    ) -> Option<Listing> {
        let texts = Texts::new(texts)?;
        let has = |text: Text| (text.0 as usize) < texts.count();
        let fits = |row: &Row| {
            [row.name, row.place, row.address, row.region, row.group].into_iter().all(has)
                && row.kinds.iter().all(|kind| usize::from(*kind) < kinds.len())
                && row.zone.is_none_or(|zone| usize::from(zone) < zones.len())
        };
        rows.iter().all(fits).then_some(Listing { fellowship, zone, zones, kinds, rows, texts })
    }

    /// A text; empty where there is none.
    pub fn text(&self, text: Text) -> &str {
        self.texts.line(text)
    }

    /// The zone by whose clock a row has its time.
    pub fn zone_of(&self, row: &Row) -> &Zone {
        row.zone.and_then(|zone| self.zones.get(usize::from(zone))).unwrap_or(&self.zone)
    }

    /// The kinds of a row.
    pub fn kinds_of<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a MeetingKind> {
        row.kinds.iter().filter_map(|kind| self.kinds.get(usize::from(*kind)))
    }

    /// Where a meeting is in the list.
    pub fn place_of(&self, key: MeetingKey) -> Option<usize> {
        self.rows.iter().position(|row| row.key == key)
    }

    /// For each text whether the folded word is in it.
    pub(super) fn texts_with(&self, word: &Folded) -> Vec<bool> {
        self.texts.with(word)
    }
}

impl Row {
    /// All texts that free words are looked for in.
    pub(super) fn texts(&self) -> [Text; 5] {
        [self.name, self.place, self.group, self.region, self.address]
    }
}

impl Texts {
    /// None when the first line is not empty, or when there is more than a phone should hold.
    fn new(plain: String) -> Option<Texts> {
        let begins = begins(&plain)?;
        let folded = Folded::new(&plain).into_string();
        let folded_begins = begins_of(&folded, begins.len())?;
        (plain.is_empty() || plain.starts_with('\n')).then_some(Texts { plain, begins, folded, folded_begins })
    }

    fn count(&self) -> usize {
        self.begins.len().saturating_sub(1)
    }

    fn line(&self, text: Text) -> &str {
        let place = text.0 as usize;
        let (from, to) = (self.begins.get(place), self.begins.get(place.saturating_add(1)));
        let (Some(from), Some(to)) = (from, to) else { return "" };
        self.plain.get(*from as usize..(*to as usize).saturating_sub(1)).unwrap_or_default()
    }

    /// One pass over all texts at once; a hit belongs to the line it begins in, and no word has a line break in it.
    fn with(&self, word: &Folded) -> Vec<bool> {
        let mut found = vec![false; self.count()];
        let mut from = 0;
        while let Some(hit) = self.folded.get(from..).and_then(|rest| rest.find(word.as_str())) {
            let at = from.saturating_add(hit);
            let line = self.folded_begins.partition_point(|begin| *begin as usize <= at).saturating_sub(1);
            if let Some(found) = found.get_mut(line) {
                *found = true;
            }
            // What else is in this line does not matter.
            let Some(next) = self.folded_begins.get(line.saturating_add(1)) else { break };
            from = *next as usize;
        }
        found
    }
}

/// Where each line begins, and where one more would.
fn begins(lines: &str) -> Option<Vec<u32>> {
    let count = lines.bytes().filter(|byte| *byte == b'\n').count();
    begins_of(lines, count.saturating_add(2))
}

fn begins_of(lines: &str, expected: usize) -> Option<Vec<u32>> {
    let mut begins = Vec::with_capacity(expected);
    begins.push(0);
    for (place, byte) in lines.bytes().enumerate() {
        if byte == b'\n' {
            begins.push(u32::try_from(place).ok()?.checked_add(1)?);
        }
    }
    begins.push(u32::try_from(lines.len()).ok()?.checked_add(1)?);
    (begins.len() == expected).then_some(begins)
}
