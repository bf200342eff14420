//! Version 1 of a calendar's session, kind 6. Frozen like its siblings. No time in the preamble: it lies on the shelf.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use super::day::{AboutV1, DayV1, label, line, note};
use super::visit::OriginalV1;
use crate::code::Kept;
use crate::imported::{Heading, Imported, Listed, Span};
use crate::moment::Zone;
use crate::source::Source;
use crate::visit::Uid;

/// Kind 6.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct ImportedV1 {
    /// 1 to 1,000 bytes.
    uid: String,
    sequence: u32,
    stamped_utc_ms: Option<i64>,
    /// At most 80 characters.
    calendar: Option<String>,
    about: AboutV1,
    /// At most 20,000 characters.
    notes: Option<String>,
    /// 1 to 64 visible ASCII characters.
    zone: Option<String>,
    counts: bool,
    source: Option<SourceV1>,
    /// 1 to 1,000, by rising start, each planned for another time.
    occurrences: Vec<ListedV1>,
}

#[derive(Serialize, Deserialize)]
struct SourceV1 {
    /// 1 to 32,768 bytes.
    text: String,
    until_utc_ms: i64,
}

#[derive(Serialize, Deserialize)]
struct ListedV1 {
    span: SpanV1,
    /// None: when it starts.
    original: Option<OriginalV1>,
    standing: String,
    /// At most 80 characters.
    title: Option<String>,
    /// At most 200 characters.
    place: Option<String>,
}

#[derive(Serialize, Deserialize)]
enum SpanV1 {
    Times { starts_utc_ms: i64, lasts_ms: u64 },
    Days { first: DayV1, last: DayV1 },
}

impl From<&Imported> for ImportedV1 {
    fn from(imported: &Imported) -> ImportedV1 {
        ImportedV1 {
            uid: imported.uid.as_str().to_owned(),
            sequence: imported.sequence,
            stamped_utc_ms: imported.stamped_utc_ms,
            calendar: imported.calendar.as_ref().map(|calendar| calendar.as_str().to_owned()),
            about: AboutV1::from(&imported.about),
            notes: imported.notes.as_ref().map(|notes| notes.as_str().to_owned()),
            zone: imported.zone.as_ref().map(|zone| zone.name().to_owned()),
            counts: imported.counts,
            source: imported
                .source
                .as_ref()
                .map(|source| SourceV1 { text: source.text().to_owned(), until_utc_ms: source.until_utc_ms() }),
            occurrences: imported.occurrences.iter().map(ListedV1::from).collect(),
        }
    }
}

impl ImportedV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_imported(self) -> Option<Imported> {
        let stored = self.occurrences.into_iter().map(ListedV1::into_listed).collect::<Option<Vec<_>>>()?;
        let heading = Heading {
            uid: Uid::new(&self.uid)?,
            sequence: self.sequence,
            stamped_utc_ms: self.stamped_utc_ms,
            calendar: label(self.calendar)?,
            about: self.about.into_about()?,
            notes: note(self.notes)?,
            zone: maybe(self.zone, |zone| Zone::named(&zone))?,
        };
        let counts = self.counts;
        let source = maybe(self.source, |source| Source::new(source.text, source.until_utc_ms))?;
        let imported = Imported { counts, source, ..Imported::new(heading, stored.clone()).ok()? };
        // What was out of order or came twice was never written by us.
        (imported.occurrences == stored).then_some(imported)
    }
}

impl From<&Listed> for ListedV1 {
    fn from(listed: &Listed) -> ListedV1 {
        let is_where_it_was = listed.original == listed.span.starts();
        ListedV1 {
            span: match listed.span {
                Span::Times { starts_utc_ms, ends_utc_ms } => {
                    SpanV1::Times { starts_utc_ms, lasts_ms: ends_utc_ms.abs_diff(starts_utc_ms) }
                }
                Span::Days { first, last } => SpanV1::Days { first: first.into(), last: last.into() },
            },
            original: (!is_where_it_was).then(|| listed.original.into()),
            standing: listed.standing.code().to_owned(),
            title: listed.title.as_ref().map(|title| title.as_str().to_owned()),
            place: listed.place.as_ref().map(|place| place.as_str().to_owned()),
        }
    }
}

impl ListedV1 {
    fn into_listed(self) -> Option<Listed> {
        let span = match self.span {
            SpanV1::Times { starts_utc_ms, lasts_ms } => {
                Span::Times { starts_utc_ms, ends_utc_ms: starts_utc_ms.checked_add_unsigned(lasts_ms)? }
            }
            SpanV1::Days { first, last } => Span::Days { first: first.into_date()?, last: last.into_date()? },
        };
        let original = match self.original {
            None => span.starts(),
            Some(original) => original.into_original()?,
        };
        let standing = Kept::from_code(&self.standing)?;
        Listed { span, original, standing, title: label(self.title)?, place: line(self.place)? }.checked()
    }
}
