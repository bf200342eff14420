//! A phone is lost, and the app with it; what is left is the file, the passphrase and this tool.

use crate::{folder, open_into, opening};
use domain::{
    CravingEdit, Intensity, KnownTrigger, Label, Language, LapseEdit, Line, Moment, Note, Person, Photo, Recording,
    Role, Zone,
};
use engine::{Clock, Ids, Journal, ReasonWith, Stretched, Stretching};
use pollster::block_on;
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use storage::Memory;

/// Sunday, 22 November 2026, 9:30 in the morning in Chicago.
const START_MS: i64 = 1_795_361_400_000;
const MINUTE_MS: i64 = 60_000;
const PASSPHRASE: &str = "un café más, señora";
const VOICE: &[u8] = b"OggS and then a voice";
const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF, 0xD9];

/// A clock that goes on by a minute with every look at it, and ids that count.
#[derive(Clone)]
struct World(Rc<Cell<i64>>);

impl Clock for World {
    fn now(&self) -> Moment {
        self.0.set(self.0.get() + 1);
        Moment::of_device(START_MS + self.0.get() * MINUTE_MS, -360, Zone::named_or_utc("America/Chicago"))
    }
}

impl Ids for World {
    fn random(&self) -> [u8; 16] {
        self.0.set(self.0.get() + 1);
        let count = self.0.get().to_be_bytes();
        let mut bytes = [0x5a; 16];
        bytes[..8].copy_from_slice(&count);
        bytes[8..].copy_from_slice(&count);
        bytes
    }
}

/// A journal with two cravings (one of them changed, another was deleted), a lapse, somebody to call and a reason in somebody's own voice.
async fn lived() -> Journal<Memory, World> {
    let journal = Journal::open(Memory::new(), World(Rc::new(Cell::new(0)))).await.unwrap();
    let seven = Intensity::new(7).unwrap();
    let first = journal.log_craving(seven, None).await.unwrap();
    let said = Note::new("Walked to the river, =it+passed").unwrap();
    let edits = [CravingEdit::SetNote(Some(said)), CravingEdit::AddTrigger(KnownTrigger::ALL[0].into())];
    for edit in edits {
        journal.edit_craving(first.id, edit).await.unwrap();
    }
    journal.log_craving(Intensity::new(3).unwrap(), None).await.unwrap();
    let mistaken = journal.log_craving(seven, None).await.unwrap();
    journal.undo(mistaken.undo).await.unwrap();
    let lapse = journal.tell_lapse(None).await.unwrap();
    let amount = Line::new("Two cans").unwrap();
    journal.edit_lapse(lapse.id, LapseEdit::SetAmount(Some(amount))).await.unwrap();
    let nan = Person::new(Label::new("Nan").unwrap(), Role::Family);
    let (people, _) = journal.add_people(vec![nan]).await.unwrap();
    journal.set_photo(people[0], Photo::new(JPEG.to_vec())).await.unwrap();
    let voice = ReasonWith::Recording(Recording::new(VOICE.to_vec()).unwrap());
    journal.add_reason(Some(Line::new("Ana’s graduation").unwrap()), Some(voice)).await.unwrap();
    journal
}

/// The journal as a sealed file.
fn backup() -> Vec<u8> {
    let (salt, how) = ([9; 16], Stretching::FLOOR);
    let key = stretch::stretch(PASSPHRASE, &salt, &how).unwrap();
    let key = Stretched::new(key.as_slice(), salt, how).unwrap();
    block_on(async {
        let journal = lived().await;
        let mut backup = journal.sealed_backup(&key).await.unwrap();
        let mut file = Vec::new();
        while let Some(piece) = backup.next_piece().await.unwrap() {
            file.extend(piece);
        }
        file
    })
}

/// A folder of the story's own, empty, which goes with the story.
struct Desk(PathBuf);

impl Desk {
    fn of(story: &str) -> Self {
        let path = std::env::temp_dir().join(format!("open-backup-{}-{story}", std::process::id()));
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn is_empty(&self) -> bool {
        std::fs::read_dir(&self.0).unwrap().next().is_none()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn opened(mut file: &[u8], passphrase: &str, folder: &Path) -> anyhow::Result<String> {
    let locked = opening::locked(&mut file)?;
    open_into(folder, locked, &mut file, passphrase, None)
}

fn refusal(file: &[u8], passphrase: &str, story: &str) -> String {
    let desk = Desk::of(story);
    let error = opened(file, passphrase, &desk.0.join("mine")).unwrap_err();
    assert!(desk.is_empty(), "something was written");
    format!("{error:#}")
}

#[test]
fn with_the_file_and_the_passphrase_everything_is_there_again() {
    let desk = Desk::of("all");
    let folder = desk.0.join("mine");
    let found = opened(&backup(), PASSPHRASE, &folder).unwrap();
    let bytes = |name: &str| std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let text = |name: &str| String::from_utf8(bytes(name)).unwrap();

    let all: serde_json::Value = serde_json::from_slice(&bytes("everything.json")).unwrap();
    assert_eq!(all["zone"], "America/Chicago");
    assert!(all["made_at"].as_str().unwrap().ends_with("-06:00"), "{}", all["made_at"]);
    let cravings = all["cravings"].as_array().unwrap();
    assert_eq!(cravings.iter().map(|one| one["intensity"].as_i64().unwrap()).collect::<Vec<_>>(), [7, 3]);
    assert_eq!(cravings[0]["note"], "Walked to the river, =it+passed");
    assert_eq!((&all["lapses"][0]["amount"], &all["lapses"][0]["private"]), (&"Two cans".into(), &true.into()));
    assert_eq!(all["people"][0]["name"], "Nan");
    assert_eq!(all["reasons"][0]["words"], "Ana’s graduation");
    assert_eq!(all["left_out"], 0);
    assert!(
        serde_json::from_slice::<serde_json::Value>(&bytes("schema.json")).unwrap()["$defs"]["recordings"].is_object()
    );

    let named =
        |id: &serde_json::Value, name: &str, ending: &str| format!("attached/{name}-{}.{ending}", id.as_str().unwrap());
    assert_eq!(bytes(&named(&all["reasons"][0]["recording_id"], "recording", "ogg")), VOICE);
    assert_eq!(bytes(&named(&all["people"][0]["picture_id"], "picture", "jpg")), JPEG);
    assert_eq!(all["recordings"][0]["size"], VOICE.len());

    assert!(text("everything.html").contains("Sunday, November 22, 2026"));
    let index = text("tables/tables.csv");
    assert!(index.contains("\"cravings\",2\r\n") && index.contains("\"recordings\",1\r\n"), "{index}");
    assert!(text("tables/table-01.csv").contains("Walked to the river"));

    assert!(found.contains("1 record was deleted"), "{found}");
    assert!(found.contains("earlier versions are only in the backup"), "{found}");
    assert!(text("about.txt").starts_with(&found));
}

#[test]
fn another_keyboard_may_write_the_same_letters_in_another_way() {
    let desk = Desk::of("keyboard");
    let apart = PASSPHRASE.replace('é', "e\u{301}").replace('ñ', "n\u{303}").replace('á', "a\u{301}");
    assert_ne!(apart, PASSPHRASE);
    opened(&backup(), &apart, &desk.0.join("mine")).unwrap();
}

#[test]
fn another_passphrase_opens_nothing_and_leaves_nothing() {
    assert_eq!(refusal(&backup(), "un café más, señor", "passphrase"), "this passphrase does not open the backup");
}

#[test]
fn a_file_that_is_not_whole_leaves_nothing() {
    let file = backup();
    for length in [0, 40, file.len() / 2, file.len() - 1] {
        let said = refusal(&file[..length], PASSPHRASE, &format!("cut-{length}"));
        assert!(said.contains("the end of the backup is missing") || said.contains("damaged"), "{length}: {said}");
    }
    let mut changed = file.clone();
    let middle = file.len() / 2;
    changed[middle] ^= 1;
    assert!(refusal(&changed, PASSPHRASE, "changed").contains("damaged"));
}

#[test]
fn a_file_of_another_kind_or_of_a_newer_app_says_so() {
    let mut file = backup();
    assert_eq!(refusal(&[b'%'; 4096], PASSPHRASE, "kind"), "this file is no backup of Handrail");
    file[8] = 2;
    assert!(refusal(&file, PASSPHRASE, "newer").contains("a newer Handrail made this backup"));
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let desk = Desk::of("over");
    let folder = desk.0.join("backup");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("everything.json"), "mine").unwrap();
    assert!(opened(&backup(), PASSPHRASE, &folder).is_err());
    assert_eq!(std::fs::read_to_string(folder.join("everything.json")).unwrap(), "mine");
    let file = desk.0.join("backup.bin");
    assert_eq!(folder::beside(&file).unwrap(), desk.0.join("backup-2"));
}

#[test]
fn the_page_is_in_the_language_that_was_asked_for() {
    let file = backup();
    let mut rest = file.as_slice();
    let opened = opening::open(opening::locked(&mut rest).unwrap(), &mut rest, PASSPHRASE).unwrap();
    let files = folder::files(&opened.facts(Some(Language::Es)), &opened.items, "");
    let page = files.iter().find(|file| file.name == "everything.html").unwrap();
    assert!(String::from_utf8_lossy(&page.bytes).contains("domingo, 22 de noviembre de 2026"));
}
