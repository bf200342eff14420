//! The program that is being written, signed and given away. What is typed stays here until it is signed or somebody starts anew; whatever goes wrong, it is
//! still there.

mod act;
mod acting;
mod signing;

use std::cell::RefCell;
use std::rc::Rc;

use codes::Code;
use domain::Language;
use domain::pack::Pack;
use leptos::prelude::{GetValue, LocalStorage, StoredValue};
use ui::RwSignal;
use vault::VerifyingKey;

pub use act::{ACT, Act, Key, field_id};
pub use acting::{link_of, right};

use crate::browser;
use crate::program::draft::Draft;
use crate::program::fault::Fault;
use crate::program::form::Field;

/// A version that was signed and can be given away.
pub struct Out {
    pub file: Vec<u8>,
    pub pack: Pack,
    pub signer: VerifyingKey,
    /// It lies with the keys.
    pub is_kept: bool,
}

/// All that is there of it.
pub struct State {
    pub draft: Draft,
    pub faults: Vec<(Key, Field, Fault)>,
    /// What was signed, while nothing of it is being changed.
    pub out: Option<Out>,
    /// The address of the app, as typed.
    pub app: String,
    /// A link was wanted, and that is no address.
    pub no_app: bool,
    /// The code that is shown.
    pub code: Option<Code>,
    /// What cannot be taken back is asked once more.
    pub asked: Option<Act>,
}

/// A handle on it. `Copy`, so that each closure of a view can have it.
#[derive(Clone, Copy)]
pub struct Making {
    /// Goes up when it has to be drawn anew. What is typed needs no drawing.
    pub turn: RwSignal<u32>,
    /// The last thing that happened, for who cannot see it.
    pub said: RwSignal<Option<String>>,
    state: StoredValue<Rc<RefCell<State>>, LocalStorage>,
}

impl Making {
    pub fn new(language: Language) -> Making {
        let state = State {
            draft: Draft::new(language),
            faults: Vec::new(),
            out: None,
            app: browser::app_beside().unwrap_or_default(),
            no_app: false,
            code: None,
            asked: None,
        };
        Making {
            turn: RwSignal::new(0),
            said: RwSignal::new(None),
            state: StoredValue::new_local(Rc::new(RefCell::new(state))),
        }
    }

    pub fn say(self, what: impl Into<String>) {
        self.said.set(Some(what.into()));
    }

    pub fn with<R>(self, look: impl FnOnce(&State) -> R) -> R {
        look(&self.state.get_value().borrow())
    }

    /// Changes it, and has it drawn anew.
    fn update<R>(self, change: impl FnOnce(&mut State) -> R) -> R {
        let changed = change(&mut self.state.get_value().borrow_mut());
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        changed
    }

    /// Whether the sheet with the code goes on paper, and not the page that is open.
    pub fn on_paper(self, is_sheet: bool) {
        browser::attribute("program-sheet", "data-paper", is_sheet.then_some(""));
    }
}

/// Moves the focus once it is drawn.
fn focus(id: String) {
    leptos::task::spawn_local(async move {
        browser::drawn().await;
        browser::focus(&id);
    });
}
