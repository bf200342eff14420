//! What comes of what somebody does in the form of a program.

use codes::Code;
use leptos::prelude::GetValue;
use leptos::task::spawn_local;
use vault::PackageError;

use super::{Act, Making, Out, State, focus};
use crate::browser;
use crate::desk::Desk;
use crate::program::form::{Field, fields};
use crate::program::out::{FILE, app_address};
use crate::screen::{KINDS, address_drawn, line_drawn};

impl Making {
    /// `sort` is the event: a press, or a letter.
    pub fn act(self, desk: Desk, sort: &str, act: &str, value: String) {
        match (sort, Act::of(act)) {
            ("input", Some(Act::Type(key, field))) => {
                self.typed(key, field, value);
                // With every letter: were it drawn on leaving the field, what somebody is about to press would move away under them.
                line_drawn(desk);
            }
            ("input", Some(Act::App)) => self.address_typed(desk, value),
            ("click", Some(act)) => self.pressed(desk, act),
            _ => {}
        }
    }

    /// Another address is another link, and another code.
    fn address_typed(self, desk: Desk, address: String) {
        {
            let state = self.state.get_value();
            let mut state = state.borrow_mut();
            state.app.clone_from(&address);
            (state.code, state.no_app) = (None, false);
        }
        address_drawn(desk);
        if app_address(&address, None).is_some() {
            spawn_local(async move {
                let _ = desk.keys.keep_app(address).await;
            });
        }
    }

    /// What was typed into a field. What was wrong with it is not said any more.
    fn typed(self, key: super::Key, field: Field, text: String) {
        let state = self.state.get_value();
        let mut state = state.borrow_mut();
        state.draft.set(key, field, text);
        let before = state.faults.len();
        state.faults.retain(|(there, of, _)| *there != key || *of != field);
        if state.faults.len() < before {
            right(&super::field_id(key, field));
        }
    }

    fn pressed(self, desk: Desk, act: Act) {
        let words = desk.text().counselor_program();
        match act {
            Act::Type(..) | Act::App => {}
            Act::Day(key, field, day) => {
                let is_on = {
                    let state = self.state.get_value();
                    let mut state = state.borrow_mut();
                    let bits = state.draft.get(key, field).parse::<u8>().unwrap_or_default() ^ (1 << day.min(6));
                    state.draft.set(key, field, bits.to_string());
                    bits >> day.min(6) & 1 == 1
                };
                browser::attribute(&act.text(), "aria-pressed", Some(if is_on { "true" } else { "false" }));
                line_drawn(desk);
            }
            Act::Again(place) => {
                let file = desk.keys.with_ring(|ring| ring.programs().get(place).map(|kept| kept.file.clone()));
                if let Some(file) = file.flatten() {
                    let _ = self.open(desk, &file);
                }
            }
            Act::Add(place) => {
                let Some(kind) = KINDS.get(place) else { return };
                let added = self.update(|state| state.draft.add(*kind, browser::today()));
                match added.zip(fields(*kind).first()) {
                    Some((key, field)) => focus(super::field_id(Some(key), *field)),
                    None => self.say(words.full),
                }
            }
            Act::Up(key) => {
                self.update(|state| state.draft.move_up(key));
                focus(act.text());
            }
            Act::Remove(_) | Act::Fresh => {
                self.update(|state| state.asked = Some(act));
                focus(Act::Keep.text());
            }
            Act::Keep => {
                let asked = self.update(|state| state.asked.take());
                asked.into_iter().for_each(|asked| focus(asked.text()));
            }
            Act::RemoveNow(key) => {
                self.update(|state| {
                    state.asked = None;
                    state.draft.remove(key);
                    state.faults.retain(|(there, _, _)| *there != Some(key));
                });
                self.say(words.removed);
                focus("program-lines".to_owned());
            }
            Act::FreshNow => self.start_anew(desk),
            Act::Sign => self.sign(desk),
            Act::Change => {
                self.update(|state| (state.out, state.code) = (None, None));
                self.said.set(None);
                focus("program-goes-on".to_owned());
            }
            Act::Save => {
                let is_saved = self.with(|state| state.out.as_ref().is_some_and(|out| browser::save(FILE, &out.file)));
                self.say(if is_saved { words.saved } else { words.not_saved });
            }
            Act::Copy => {
                let Some(link) = self.link(desk) else { return };
                spawn_local(async move {
                    self.say(if browser::copy(&link).await { words.copied } else { words.not_copied });
                });
            }
            Act::Code => self.code(desk),
            Act::Print => desk.print(true),
        }
    }

    fn code(self, desk: Desk) {
        if self.with(|state| state.code.is_some()) {
            return self.update(|state| state.code = None);
        }
        let Some(link) = self.link(desk) else { return };
        let code = Code::of(&link);
        if code.is_none() {
            return self.say(desk.text().counselor_program().no_code);
        }
        self.said.set(None);
        self.update(|state| state.code = code);
        self.on_paper(true);
        focus(Act::Code.text());
    }

    /// The link; where there is none it says why.
    fn link(self, desk: Desk) -> Option<String> {
        let link = self.with(|state| state.out.as_ref().map(|out| link_of(desk, state, out)))?;
        match &link {
            Ok(Some(_)) => {}
            Ok(None) => {
                self.update(|state| state.no_app = true);
                focus(Act::App.text());
            }
            Err(_) => self.say(desk.text().counselor_program().no_link),
        }
        link.ok().flatten()
    }
}

/// Takes back what was said to be wrong in a field.
pub fn right(id: &str) {
    browser::attribute(id, "aria-invalid", None);
    browser::show(&format!("{id}-error"), Vec::new());
}

/// The link to what was signed; none without an address. What was typed counts, then what the keys remember.
///
/// # Errors
/// [`PackageError::TooLong`].
pub fn link_of(desk: Desk, state: &State, out: &Out) -> Result<Option<String>, PackageError> {
    let remembered = desk.keys.with_ring(|ring| ring.app().to_owned()).unwrap_or_default();
    let typed = if state.app.is_empty() { &remembered } else { &state.app };
    let address = app_address(typed, browser::app_beside().as_deref());
    address.map(|address| vault::pack_link(&address, &out.file)).transpose()
}
