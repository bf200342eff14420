//! What lies on the desk: files that wait, pages that are open, what was said about them. In memory only; closing it, or the page, empties it.

mod scanning;

use std::rc::Rc;

use codes::Gathering;
use domain::Language;
use leptos::mount::UnmountHandle;
use leptos::prelude::{AnyView, GetValue, LocalStorage, Render, SetValue, StoredValue, UpdateValue, WithValue};
use leptos::task::spawn_local;
use text::Text;
use text::counselor::Counselor;
use ui::RwSignal;
use vault::LONGEST_PACKAGE;
use web_sys::File;

use crate::browser;
use crate::found::{Found, what};
use crate::keys::Keys;
use crate::making::Making;
use crate::opened::Opened;
use crate::sealed;
use crate::stretched::stretched;
use crate::why::Why;

/// Takes what it drew out of the page when it is dropped.
pub type Drawn = UnmountHandle<<AnyView as Render>::State>;

/// A file that was handed in and has not opened yet.
#[derive(Clone)]
struct Waiting {
    /// Which one it is on this desk: all that are handed over may have the same name.
    number: u32,
    /// What it is called on this computer.
    name: String,
    bytes: Rc<Vec<u8>>,
}

/// A file that did not open, and why.
#[derive(Clone, PartialEq)]
pub struct Refused {
    /// As long as the file waits, its own.
    number: u32,
    pub name: String,
    pub why: Why,
}

/// Everything on the desk. `Copy`, so that each closure of a view can have it.
#[derive(Clone, Copy)]
pub struct Desk {
    pub language: RwSignal<Language>,
    /// In the order in which they were opened.
    pub opened: RwSignal<Vec<Opened>>,
    /// Which of them is shown.
    pub shown: RwSignal<usize>,
    /// How many files wait for a passphrase.
    pub locked: RwSignal<usize>,
    pub refused: RwSignal<Vec<Refused>>,
    /// A passphrase is being stretched.
    pub busy: RwSignal<bool>,
    /// The camera reads codes.
    pub is_scanning: RwSignal<bool>,
    /// How far that has come.
    pub scanned: RwSignal<String>,
    /// The last thing that happened, for who cannot see it.
    pub said: RwSignal<Option<String>>,
    pub keys: Keys,
    /// The program that is being written.
    pub making: Making,
    /// What the framework drew of the page that is shown.
    pub paper: StoredValue<Option<Drawn>, LocalStorage>,
    /// How many files were handed in so far.
    count: StoredValue<u32, LocalStorage>,
    /// What of a page was read so far.
    codes: StoredValue<Gathering, LocalStorage>,
    /// How often the camera was opened: a camera that was stopped may end only after the next one began.
    cameras: StoredValue<u32, LocalStorage>,
    under_passphrase: StoredValue<Vec<Waiting>, LocalStorage>,
    for_key: StoredValue<Vec<Waiting>, LocalStorage>,
}

impl Desk {
    pub fn new(language: Language, keys: Keys) -> Desk {
        Desk {
            language: RwSignal::new(language),
            opened: RwSignal::new(Vec::new()),
            shown: RwSignal::new(0),
            locked: RwSignal::new(0),
            refused: RwSignal::new(Vec::new()),
            busy: RwSignal::new(false),
            is_scanning: RwSignal::new(false),
            scanned: RwSignal::new(String::new()),
            said: RwSignal::new(None),
            keys,
            making: Making::new(language),
            paper: StoredValue::new_local(None),
            count: StoredValue::new_local(0),
            codes: StoredValue::new_local(Gathering::default()),
            cameras: StoredValue::new_local(0),
            under_passphrase: StoredValue::new_local(Vec::new()),
            for_key: StoredValue::new_local(Vec::new()),
        }
    }

    pub fn text(self) -> Text {
        text::of(self.language.get_untracked())
    }

    pub fn words(self) -> &'static Counselor {
        self.text().counselor()
    }

    pub fn say(self, what: impl Into<String>) {
        self.said.set(Some(what.into()));
    }

    /// Files that were chosen or dropped, one after the other.
    pub fn take(self, files: Vec<File>) {
        spawn_local(async move {
            for file in files {
                let bytes = browser::bytes_of(&file, LONGEST_PACKAGE.max(sealed::LONGEST)).await;
                let is_read = bytes.is_some();
                let file = self.waiting(file.name(), bytes.unwrap_or_default());
                if is_read { self.take_one(file) } else { self.refuse(&file, Why::NotRead) }
            }
            self.ask_for_passphrase().await;
        });
    }

    fn waiting(self, name: String, bytes: Vec<u8>) -> Waiting {
        self.count.update_value(|count| *count = count.wrapping_add(1));
        Waiting { number: self.count.get_value(), name, bytes: Rc::new(bytes) }
    }

    async fn ask_for_passphrase(self) {
        if self.locked.get_untracked() > 0 {
            browser::drawn().await;
            browser::focus("passphrase");
        }
    }

    fn take_one(self, file: Waiting) {
        match what(&file.bytes) {
            Ok(Found::Program) => {
                if let Err(why) = self.making.open(self, &file.bytes) {
                    self.refuse(&file, why);
                }
            }
            Ok(Found::Keys) => self.keys.bring(file.bytes.to_vec()),
            Ok(Found::UnderPassphrase) => {
                // The same file again waits once.
                self.under_passphrase.update_value(|files| {
                    files.retain(|one| one.bytes != file.bytes);
                    files.push(file);
                });
                self.tell_locked();
            }
            Ok(Found::ForKey) => self.try_keys(file),
            Err(why) => self.refuse(&file, why),
        }
    }

    fn tell_locked(self) {
        self.locked.set(self.under_passphrase.with_value(Vec::len));
    }

    fn refuse(self, file: &Waiting, why: Why) {
        let refused = Refused { number: file.number, name: file.name.clone(), why };
        self.refused.update(|all| {
            all.retain(|one| one.number != refused.number && (one.name != refused.name || one.why != refused.why));
            all.push(refused);
        });
    }

    fn no_longer_refused(self, number: u32) {
        self.refused.update(|refused| refused.retain(|one| one.number != number));
    }

    /// Takes a file that did not open off the list, and with it the file itself.
    pub fn take_off(self, refused: &Refused) {
        self.no_longer_refused(refused.number);
        for list in [self.under_passphrase, self.for_key] {
            list.update_value(|files| files.retain(|one| one.number != refused.number));
        }
        self.tell_locked();
    }

    fn try_keys(self, file: Waiting) {
        let opened = self.keys.with_ring(|ring| {
            let key = |key: &crate::ring::Key| match vault::open_package(&key.reading, &file.bytes) {
                Err(vault::PackageError::OtherKey) => None,
                answer => Some(answer),
            };
            ring.keys().iter().find_map(key).unwrap_or(Err(vault::PackageError::OtherKey))
        });
        match opened {
            None => {
                self.refuse(&file, Why::NoKeys);
                self.for_key.update_value(|files| files.push(file));
            }
            Some(Ok(signed)) => self.show(&file, Opened::of(&signed, browser::today())),
            Some(Err(why)) => self.refuse(&file, why.into()),
        }
    }

    /// The keys are open now: what waited for them opens by itself, and what is open already is looked up.
    pub fn keys_opened(self) {
        let waiting = self.for_key.get_value();
        self.for_key.set_value(Vec::new());
        for file in waiting {
            self.no_longer_refused(file.number);
            self.try_keys(file);
        }
        self.opened.update(|opened| opened.iter_mut().for_each(|one| one.seen = self.keys.look(one)));
        self.opened.with_untracked(|opened| self.keys.remember(opened));
    }

    /// Opens what waits for a passphrase with this one. Those for which it is not the right one go on waiting.
    pub fn open(self, passphrase: String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.say(self.words().opening);
        spawn_local(async move {
            let passphrase = browser::composed(&passphrase);
            let mut left = Vec::new();
            for file in self.under_passphrase.get_value() {
                browser::drawn().await;
                let opened = self.open_one(&file, &passphrase);
                match opened {
                    Ok(opened) => self.show(&file, Ok(opened)),
                    Err(why) => {
                        self.refuse(&file, why);
                        if why.can_try_again() {
                            left.push(file);
                        }
                    }
                }
            }
            self.under_passphrase.set_value(left);
            self.tell_locked();
            self.busy.set(false);
        });
    }

    fn open_one(self, file: &Waiting, passphrase: &str) -> Result<Opened, Why> {
        let header = match vault::SealedFor::of(&file.bytes)? {
            vault::SealedFor::Passphrase(header) => header,
            vault::SealedFor::Key => return Err(Why::NoKeys),
        };
        let stretched = stretched(passphrase, header.salt(), header.how())?;
        Opened::of(&vault::open_under_passphrase(&file.bytes, &stretched)?, browser::today())
    }

    /// A page is open: it comes to the front. The same one again is shown and not doubled.
    fn show(self, file: &Waiting, opened: Result<Opened, Why>) {
        let opened = match opened {
            Ok(opened) => opened,
            Err(why) => return self.refuse(file, why),
        };
        self.no_longer_refused(file.number);
        let place = self.opened.with_untracked(|all| all.iter().position(|one| one.arrived.id == opened.arrived.id));
        match place {
            // It was here before, if only a moment ago.
            Some(place) => {
                let seen = self.keys.look(&opened);
                self.opened.update(|all| {
                    if let Some(one) = all.get_mut(place) {
                        one.seen = seen;
                    }
                });
                self.shown.set(place);
            }
            None => {
                let opened = Opened { seen: self.keys.look(&opened), ..opened };
                self.keys.remember(std::slice::from_ref(&opened));
                self.opened.update(|all| all.push(opened));
                self.shown.set(self.opened.with_untracked(|all| all.len().saturating_sub(1)));
            }
        }
        self.said.set(None);
        self.making.on_paper(false);
        spawn_local(async {
            browser::drawn().await;
            browser::focus("page-heading");
        });
    }

    /// Puts the page that is open on paper, or the sheet with the code of a program.
    pub fn print(self, is_code: bool) {
        self.making.on_paper(is_code);
        spawn_local(async {
            browser::drawn().await;
            browser::print();
        });
    }

    /// Whether leaving would lose what nobody could get back: a program that is half written, or keys that lie in no store and in no file.
    pub fn has_unfinished(self) -> bool {
        self.keys.unsaved.get_untracked() || self.making.with(|state| state.draft.is_changed())
    }

    /// Nothing of any page stays here. Keys that are open stay open.
    pub fn close(self) {
        self.opened.set(Vec::new());
        self.shown.set(0);
        self.refused.set(Vec::new());
        self.under_passphrase.set_value(Vec::new());
        self.for_key.set_value(Vec::new());
        self.tell_locked();
        self.say(self.words().closed);
    }
}
