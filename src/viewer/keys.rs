//! The counselor's keys on this page: not there, sealed, or open; made, exchanged, kept, deleted. Whatever changes them seals them anew, and is done only
//! when that was kept.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{GetValue, LocalStorage, StoredValue};
use storage::StoreError;
use storage::indexed_db::{IndexedDb, delete_database};
use ui::RwSignal;
use vault::{SealedFile, SigningKey, Stretched, Stretching, make_salt};

use crate::browser;
use crate::kept;
use crate::opened::Opened;
use crate::ring::{NoKey, Program, Ring, Seed, Seen};
use crate::sealed::{self, NotOpened};
use crate::stretched::stretched;
use crate::why::Why;

/// Where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// None are here, as far as is known.
    None,
    /// They are here, sealed.
    Sealed,
    Open,
}

/// What came of something that was asked of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Passphrase(Why),
    NotOpened(NotOpened),
    /// The browser did not keep it.
    NotKept,
    /// Another tab changed them.
    OtherTab,
    TooMany,
    NoRandomness,
}

/// What is to be done to the ring.
type Change = Box<dyn FnOnce(&mut Ring) -> Result<(), Trouble>>;

/// What is there in memory.
#[derive(Default)]
struct Held {
    home: Option<IndexedDb>,
    /// As they lie in the browser's store, byte for byte; None where nothing does.
    stored: Option<Vec<u8>>,
    /// As they were last sealed, in the store or for a file.
    sealed: Option<Vec<u8>>,
    /// They came as a file: then nothing of them goes into the browser's store.
    is_from_file: bool,
    /// A change is being kept; the next one waits for it.
    is_keeping: bool,
    open: Option<(Ring, Stretched)>,
    /// What programs were signed with while no keys were open. Kept with the keys as soon as some are made.
    visit: Option<Seed>,
}

/// A handle on them. `Copy`, so that each closure of a view can have it.
#[derive(Clone, Copy)]
pub struct Keys {
    pub stage: RwSignal<Stage>,
    /// Goes up with every change, so that whoever shows them draws them again.
    pub turn: RwSignal<u32>,
    /// Something changed that lies in no store and in no file.
    pub unsaved: RwSignal<bool>,
    held: StoredValue<Rc<RefCell<Held>>, LocalStorage>,
}

impl Keys {
    pub fn new() -> Keys {
        Keys {
            stage: RwSignal::new(Stage::None),
            turn: RwSignal::new(0),
            unsaved: RwSignal::new(false),
            held: StoredValue::new_local(Rc::default()),
        }
    }

    /// Looks whether some lie in this browser. A page from the disk has no store of its own.
    pub async fn find(self) {
        if !browser::is_served() {
            return;
        }
        // Where no key was made nothing is made now either.
        let Ok(home) = IndexedDb::open_if_there(kept::DATABASE).await else { return };
        let stored = kept::read(&home).await.unwrap_or_default();
        let held = self.held.get_value();
        let mut held = held.borrow_mut();
        if held.sealed.is_none() && stored.is_some() {
            held.sealed.clone_from(&stored);
            self.stage.set(Stage::Sealed);
        }
        held.stored = stored;
        held.home = Some(home);
    }

    /// Keys that came as a file: they are to be opened instead of those that are here.
    pub fn bring(self, file: Vec<u8>) {
        let held = self.held.get_value();
        let mut held = held.borrow_mut();
        held.open = None;
        held.sealed = Some(file);
        held.is_from_file = true;
        self.stage.set(Stage::Sealed);
    }

    /// Opens them. The caller has let it be drawn that this takes a moment.
    ///
    /// # Errors
    /// [`Trouble`]; they are as they were.
    pub fn open(self, passphrase: &str) -> Result<(), Trouble> {
        let held = self.held.get_value();
        let mut held = held.borrow_mut();
        let file = held.sealed.clone().unwrap_or_default();
        let header = SealedFile::read_header(&file).map_err(|_| Trouble::NotOpened(NotOpened::Damaged))?;
        let passphrase = browser::composed(passphrase);
        let stretched = stretched(&passphrase, header.salt(), header.how()).map_err(Trouble::Passphrase)?;
        let ring = sealed::open(&file, &stretched).map_err(Trouble::NotOpened)?;
        held.open = Some((ring, stretched));
        self.stage.set(Stage::Open);
        Ok(())
    }

    /// Makes the first key, and seals it under a passphrase.
    ///
    /// # Errors
    /// [`Trouble`]; nothing was made.
    pub async fn make(self, passphrase: &str) -> Result<(), Trouble> {
        let mut ring = Ring::default();
        ring.make_key(browser::today()).map_err(trouble)?;
        if let Some(visit) = self.held.get_value().borrow().visit.clone() {
            ring.take_seed(visit);
        }
        ring.make_seed().map_err(|_| Trouble::NoRandomness)?;
        let salt = make_salt().map_err(|_| Trouble::NoRandomness)?;
        let passphrase = browser::composed(passphrase);
        let stretched = stretched(&passphrase, salt, Stretching::DEFAULT).map_err(Trouble::Passphrase)?;
        self.held.get_value().borrow_mut().open = Some((ring, stretched));
        if browser::is_served() && self.held.get_value().borrow().home.is_none() {
            self.held.get_value().borrow_mut().home = IndexedDb::open(kept::DATABASE).await.ok();
        }
        let kept = self.keep().await;
        match kept {
            Ok(()) => self.stage.set(Stage::Open),
            Err(_) => self.held.get_value().borrow_mut().open = None,
        }
        kept
    }

    /// What programs are signed with: the key that is kept, or else one for this visit.
    ///
    /// # Errors
    /// [`Trouble::NoRandomness`].
    pub fn signing(self) -> Result<SigningKey, Trouble> {
        let held = self.held.get_value();
        let mut held = held.borrow_mut();
        if let Some(key) = held.open.as_ref().and_then(|(ring, _)| ring.signing()) {
            return Ok(key);
        }
        let seed = match held.visit.take() {
            Some(seed) => seed,
            None => SigningKey::make_seed().map_err(|_| Trouble::NoRandomness)?,
        };
        let key = SigningKey::from_seed(seed.as_slice()).map_err(|_| Trouble::NoRandomness);
        held.visit = Some(seed);
        key
    }

    /// Keeps a program that was signed, and the key that signed it. Nothing where no keys are open.
    ///
    /// # Errors
    /// As [`Keys::rotate`].
    pub async fn keep_program(self, program: Program) -> Result<(), Trouble> {
        let visit = self.held.get_value().borrow().visit.clone();
        self.change(Box::new(move |ring| {
            visit.into_iter().for_each(|seed| ring.take_seed(seed));
            ring.keep(program);
            Ok(())
        }))
        .await
    }

    /// Remembers where the app is, if keys are open.
    ///
    /// # Errors
    /// As [`Keys::rotate`].
    pub async fn keep_app(self, address: String) -> Result<(), Trouble> {
        self.change(Box::new(move |ring| {
            ring.set_app(&address);
            Ok(())
        }))
        .await
    }

    /// A new key, to be given away from now on.
    ///
    /// # Errors
    /// [`Trouble`]; they are as they were.
    pub async fn rotate(self) -> Result<(), Trouble> {
        self.change(Box::new(|ring| ring.make_key(browser::today()).map_err(trouble))).await
    }

    /// Takes an older key away for good.
    ///
    /// # Errors
    /// As [`Keys::rotate`].
    pub async fn remove(self, place: usize) -> Result<(), Trouble> {
        self.change(Box::new(move |ring| {
            ring.remove_key(place);
            Ok(())
        }))
        .await
    }

    /// Remembers the sender of a page by their six words, whatever name they wrote.
    ///
    /// # Errors
    /// As [`Keys::rotate`].
    pub async fn accept(self, page: &Opened) -> Result<(), Trouble> {
        let page = page.clone();
        self.change(Box::new(move |ring| {
            ring.accept(page.mark());
            Ok(())
        }))
        .await
    }

    /// Remembers pages that were opened. Where that is not kept it is as if they had not been here, and nothing is lost.
    pub fn remember(self, pages: &[Opened]) {
        let pages = pages.to_vec();
        leptos::task::spawn_local(async move {
            if self.with_ring(|_| ()).is_none() || pages.is_empty() {
                return;
            }
            let today = browser::today();
            let remembered = self.change(Box::new(move |ring| {
                pages.iter().for_each(|page| ring.remember(page.mark(), today));
                Ok(())
            }));
            let _ = remembered.await;
        });
    }

    /// In a box, because all the waiting and sealing around it would be there for each change once more.
    async fn change(self, change: Change) -> Result<(), Trouble> {
        let held = self.held.get_value();
        while held.borrow().is_keeping {
            browser::drawn().await;
        }
        let before = {
            let mut held = held.borrow_mut();
            let Some((ring, _)) = &mut held.open else { return Ok(()) };
            let before = ring.encode().map_err(|_| Trouble::NotKept)?;
            change(ring)?;
            before
        };
        held.borrow_mut().is_keeping = true;
        let kept = self.keep().await;
        held.borrow_mut().is_keeping = false;
        if kept.is_err()
            && let (Some((ring, _)), Ok(before)) = (&mut held.borrow_mut().open, Ring::decode(&before))
        {
            *ring = before;
        }
        kept
    }

    /// Seals what is open, and puts it where it is kept.
    async fn keep(self) -> Result<(), Trouble> {
        let held = self.held.get_value();
        let (home, stored, sealed) = {
            let held = held.borrow();
            let Some((ring, stretched)) = &held.open else { return Ok(()) };
            let sealed = sealed::seal(ring, stretched).map_err(|_| Trouble::NoRandomness)?;
            (held.home.clone().filter(|_| !held.is_from_file), held.stored.clone(), sealed)
        };
        match home {
            Some(home) => {
                let kept = kept::keep(&home, stored.as_deref(), &sealed).await;
                kept.map_err(|why| if why == StoreError::Conflict { Trouble::OtherTab } else { Trouble::NotKept })?;
                held.borrow_mut().stored = Some(sealed.clone());
            }
            None => self.unsaved.set(true),
        }
        held.borrow_mut().sealed = Some(sealed);
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        Ok(())
    }

    /// Saves them as a file, sealed. False when the browser refused.
    pub fn save(self) -> bool {
        let is_saved =
            self.held.get_value().borrow().sealed.as_ref().is_some_and(|file| browser::save("keys.bin", file));
        if is_saved {
            self.unsaved.set(false);
        }
        is_saved
    }

    /// Takes them out of memory; what lies in the store stays, sealed.
    pub fn lock(self) {
        self.held.get_value().borrow_mut().open = None;
        self.stage.set(Stage::Sealed);
    }

    /// Takes them out of the browser.
    ///
    /// # Errors
    /// [`Trouble::NotKept`]; they are still there.
    pub async fn forget(self) -> Result<(), Trouble> {
        let held = self.held.get_value();
        let home = held.borrow_mut().home.take();
        if let Some(home) = home {
            kept::forget(&home).await.map_err(|_| Trouble::NotKept)?;
            // The row is gone for good; the empty place for it follows as soon as no other tab has it open.
            let _ = delete_database(kept::DATABASE).await;
        }
        *held.borrow_mut() = Held::default();
        self.unsaved.set(false);
        self.stage.set(Stage::None);
        Ok(())
    }

    /// What the keys that are open are asked; None while none are.
    pub fn with_ring<R>(self, look: impl FnOnce(&Ring) -> R) -> Option<R> {
        self.held.get_value().borrow().open.as_ref().map(|(ring, _)| look(ring))
    }

    /// Whether a page and its sender were here before; None while no keys are open.
    pub fn look(self, page: &Opened) -> Option<Seen> {
        self.with_ring(|ring| ring.look(page.mark()))
    }
}

fn trouble(why: NoKey) -> Trouble {
    match why {
        NoKey::TooMany => Trouble::TooMany,
        NoKey::NotMade(_) => Trouble::NoRandomness,
    }
}
