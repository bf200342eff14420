//! How a request travels, in version 1 of its layout: postcard, then the bytes of the records one after the other. Frozen: a change is another
//! layout, with another first byte.

use super::{Agreed, Asked, AskedError, Form, Including, MAX_RECORDS, Sender, iso};
use domain::{Language, Line, Link, Moment, Zone, day_from_field};
use serde::{Deserialize, Serialize};

/// The first byte, which says how the rest is laid out.
const LAYOUT: u8 = 1;

#[derive(Serialize, Deserialize)]
struct WireAsked {
    form: WireForm,
    now_utc_ms: i64,
    offset_minutes: i16,
    zone: String,
    language: String,
    including: [bool; 3],
    /// The id and the length of each record.
    records: Vec<([u8; 16], u32)>,
}

#[derive(Serialize, Deserialize)]
enum WireForm {
    Json,
    Tables,
    Page,
    Fhir(WireSender),
}

#[derive(Serialize, Deserialize)]
struct WireSender {
    name: Option<String>,
    recipient: Option<String>,
    program: Option<String>,
    /// As ISO 8601.
    days: [String; 2],
    notes: bool,
    consent: Option<Option<String>>,
    as_document: bool,
    own: [u8; 16],
    base: String,
}

impl Asked {
    /// As bytes.
    pub fn encode(&self) -> Vec<u8> {
        let Including { private, use_of_substances, medication } = self.including;
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or(0);
        let wire = WireAsked {
            form: match &self.form {
                Form::Json => WireForm::Json,
                Form::Tables => WireForm::Tables,
                Form::Page => WireForm::Page,
                Form::Fhir(sender) => WireForm::Fhir(sender.into()),
            },
            now_utc_ms: self.now.utc_ms(),
            offset_minutes: self.now.offset_minutes(),
            zone: self.now.zone().name().to_owned(),
            language: self.language.code().to_owned(),
            including: [private, use_of_substances, medication],
            records: self.records.iter().map(|(id, bytes)| (*id, length(bytes))).collect(),
        };
        // Writing to memory cannot fail; if it did, nothing is what the worker refuses.
        let mut out = postcard::to_extend(&wire, vec![LAYOUT]).unwrap_or_default();
        for (_, bytes) in &self.records {
            out.extend_from_slice(bytes);
        }
        out
    }

    /// What [`Asked::encode`] wrote.
    ///
    /// # Errors
    /// [`AskedError`], for anything else.
    pub fn decode(bytes: &[u8]) -> Result<Asked, AskedError> {
        let Some((&LAYOUT, rest)) = bytes.split_first() else { return Err(AskedError::NotOurs) };
        let (wire, rest) = postcard::take_from_bytes::<WireAsked>(rest).map_err(|_| AskedError::Damaged)?;
        asked(wire, rest).ok_or(AskedError::Damaged)
    }
}

fn asked(wire: WireAsked, mut rest: &[u8]) -> Option<Asked> {
    if wire.records.len() > MAX_RECORDS {
        return None;
    }
    let mut records = Vec::new();
    for (id, length) in wire.records {
        let (bytes, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        records.push((id, bytes.to_vec()));
        rest = after;
    }
    let [private, use_of_substances, medication] = wire.including;
    rest.is_empty().then_some(())?;
    Some(Asked {
        form: match wire.form {
            WireForm::Json => Form::Json,
            WireForm::Tables => Form::Tables,
            WireForm::Page => Form::Page,
            WireForm::Fhir(sender) => Form::Fhir(sender.into_sender()?),
        },
        now: Moment::new(wire.now_utc_ms, wire.offset_minutes, Zone::named(&wire.zone)?).ok()?,
        language: Language::from_code(&wire.language)?,
        including: Including { private, use_of_substances, medication },
        records,
    })
}

impl From<&Sender> for WireSender {
    fn from(sender: &Sender) -> WireSender {
        WireSender {
            name: sender.name.as_ref().map(written),
            recipient: sender.recipient.as_ref().map(written),
            program: sender.program.as_ref().map(written),
            days: [iso(sender.days.0), iso(sender.days.1)],
            notes: sender.notes,
            consent: sender.consent.map(|agreed| agreed.until.map(iso)),
            as_document: sender.as_document,
            own: sender.own,
            base: sender.base.as_str().to_owned(),
        }
    }
}

impl WireSender {
    /// None when any part is out of its bounds.
    fn into_sender(self) -> Option<Sender> {
        let [first, last] = self.days;
        let consent = match self.consent {
            None => None,
            Some(None) => Some(Agreed { until: None }),
            Some(Some(until)) => Some(Agreed { until: Some(day_from_field(&until)?) }),
        };
        Some(Sender {
            name: line(self.name)?,
            recipient: line(self.recipient)?,
            program: line(self.program)?,
            days: (day_from_field(&first)?, day_from_field(&last)?),
            notes: self.notes,
            consent,
            as_document: self.as_document,
            own: self.own,
            base: Link::new(&self.base).ok()?,
        })
    }
}

fn written(line: &Line) -> String {
    line.as_str().to_owned()
}

/// Some(None) for nothing, None for what is no line.
fn line(text: Option<String>) -> Option<Option<Line>> {
    match text {
        None => Some(None),
        Some(text) => Line::new(&text).ok().map(Some),
    }
}
