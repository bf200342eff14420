//! What was read from the journal, for a page to show.
//!
//! A local signal, because what is read need not travel between threads; and in a box, so that Leptos' machinery is there once (as in
//! `ui/signals.rs`).

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::*;

type Boxed = Rc<dyn Any>;
type Own = RwSignal<Boxed, LocalStorage>;

/// An answer of the journal; `None` until it is there. Copied freely; it lives as long as the view that asked.
pub struct Answer<T> {
    own: Own,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Answer<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Answer<T> {}

// Everything that is not about `T`, once.

fn new(value: Boxed) -> Own {
    RwSignal::new_local(value)
}

fn read(own: Own) -> Boxed {
    own.with(Boxed::clone)
}

fn peek(own: Own) -> Boxed {
    own.with_untracked(Boxed::clone)
}

fn set(own: Own, value: Boxed) {
    // The page may be gone.
    let _ = own.try_set(value);
}

/// What is in a box. Only values of one type are ever put into the box of one answer.
fn inside<T: 'static>(value: Boxed) -> Rc<Option<T>> {
    value.downcast().unwrap_or_default()
}

impl<T: 'static> Answer<T> {
    /// One that is not there yet.
    pub fn none() -> Self {
        Self { own: new(Rc::new(None::<T>)), holds: PhantomData }
    }

    /// It is there. Nothing happens when the page is gone.
    pub fn set(&self, answer: T) {
        set(self.own, Rc::new(Some(answer)));
    }

    /// Reads it, and follows it.
    pub fn with<R>(&self, look: impl FnOnce(&Option<T>) -> R) -> R {
        look(&inside(read(self.own)))
    }

    /// Reads it once.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&Option<T>) -> R) -> R {
        look(&inside(peek(self.own)))
    }
}

impl<T: Clone + 'static> Answer<T> {
    /// Reads it, and follows it.
    pub fn get(&self) -> Option<T> {
        self.with(Option::clone)
    }
}
