//! Everything as a file that other programs and people read: made here, on the phone, and kept nowhere.

use domain::Link;
use engine::{BackupError, Gathered};
use exports::fhir::{Sender, bundle, first_day};
use exports::{Facts, File, Including, Item, attached, json, page, tables, zipped};
use js_sys::{Array, Uint8Array};

use crate::browser::zones::IntlZones;
use crate::browser::{clock, pause};
use crate::state::App;

/// What the file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One page to read or print.
    Page,
    /// Tables for a spreadsheet.
    Tables,
    /// Everything for another program, as JSON.
    Everything,
    /// A FHIR R4 bundle for those who treat the person. What is private is never in it.
    Care,
}

impl Form {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Page, Self::Tables, Self::Everything, Self::Care];
}

/// What the person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub form: Form,
    pub including: Including,
    /// Whether their own words go along to those who treat them.
    pub notes: bool,
}

/// A file that waits to be handed over. Its name tells nothing to who sees it lying in a folder.
#[derive(Clone)]
pub struct Made {
    pub name: &'static str,
    pub kind: &'static str,
    pub pieces: Array,
    /// In bytes.
    pub size: f64,
    /// How many records cannot be read.
    pub left_out: u32,
}

/// Why there is no file. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// The journal was put in order meanwhile, so what was read is not of one moment.
    Changed,
    /// Something did not answer.
    NotRead,
    /// It would be longer than such a file can be.
    TooLong,
}

impl From<BackupError> for NotMade {
    fn from(why: BackupError) -> Self {
        match why {
            BackupError::Changed => Self::Changed,
            BackupError::Store(_) | BackupError::TooLong | BackupError::Sealing(_) => Self::NotRead,
        }
    }
}

impl App {
    /// Reads everything and writes it down. What was read is dropped when the file is made.
    ///
    /// # Errors
    /// [`NotMade`].
    pub async fn take_along(self, chosen: Chosen) -> Result<Made, NotMade> {
        let journal = self.journal();
        let mut everything = journal.everything().await?;
        while everything.read_on().await? {
            pause::breathe().await;
        }
        let Gathered { records, unknown, .. } = everything.finish();
        let items: Vec<Item> = records.into_iter().map(|(id, record)| Item { id: id.bytes(), record }).collect();
        let facts = Facts {
            now: clock::now(),
            language: self.text().language,
            zones: &IntlZones,
            including: chosen.including,
            left_out: unknown,
        };
        // From here on it is one piece of work, a second for ten years; what says so is drawn before.
        pause::breathe().await;
        let (name, kind, bytes) = match chosen.form {
            Form::Page => ("pages.html", "text/html", page(&facts, &items).into_bytes()),
            Form::Tables => ("tables.zip", "application/zip", zip(&facts, &items, tables(&facts, &items))?),
            Form::Everything => {
                let whole = File { name: "everything.json".to_owned(), bytes: json(&facts, &items).into_bytes() };
                ("everything.zip", "application/zip", zip(&facts, &items, vec![whole])?)
            }
            Form::Care => {
                let sender = sender(journal.name(), &items, chosen.notes).ok_or(NotMade::NotRead)?;
                ("record.json", "application/fhir+json", bundle(&facts, &sender, &items).into_bytes())
            }
        };
        let pieces = Array::of1(&Uint8Array::from(bytes.as_slice()));
        // No file of ours is as long as the numbers at which a float begins to leave some out.
        Ok(Made { name, kind, pieces, size: bytes.len() as f64, left_out: unknown })
    }
}

/// With pictures and recordings as files of their own beside.
fn zip(facts: &Facts<'_>, items: &[Item], mut files: Vec<File>) -> Result<Vec<u8>, NotMade> {
    files.extend(attached(facts, items));
    zipped(facts, &files).ok_or(NotMade::TooLong)
}

/// All days, no names, and nothing that was not asked: whoever takes the file says who they are, and to whom it goes. None where the app does
/// not know from where it was loaded.
fn sender(name: [u8; 8], items: &[Item], notes: bool) -> Option<Sender> {
    let today = clock::now().day();
    let first = first_day(items).unwrap_or(today);
    let mut own = [0; 16];
    own.iter_mut().zip(name).for_each(|(own, byte)| *own = byte);
    let origin = web_sys::window()?.location().origin().ok()?;
    Some(Sender {
        name: None,
        recipient: None,
        program: None,
        days: (first.min(today), today),
        notes,
        consent: None,
        as_document: true,
        own,
        base: Link::new(&origin).ok()?,
    })
}
