//! What a component is given to read: a value, a signal, a memo, or what is computed from them.
//!
//! The same as Leptos' own `Signal`, and made small like the signals in `signals.rs`: whatever it holds, the machinery is there once.

use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

use leptos::prelude::{GetValue, StoredValue, untrack};
use leptos::tachys::reactive_graph::ReactiveFunction;

use crate::signals::{Boxed, Giving, Memo, RwSignal, inside, there};

/// Something that can be read and followed. Copied freely; it lives as long as the view that made it.
pub struct Signal<T> {
    give: StoredValue<Giving>,
    gives: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> fmt::Debug for Signal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signal")
    }
}

// Everything that is not about `T`, once.

fn stored(give: Giving) -> StoredValue<Giving> {
    StoredValue::new(give)
}

fn same(value: Boxed) -> Giving {
    Arc::new(move || Some(Boxed::clone(&value)))
}

/// What it is now; none when the view that made it is gone. The computation is taken out of its place first: it may make and read others.
fn given(give: StoredValue<Giving>) -> Option<Boxed> {
    let give = give.try_get_value()?;
    give.give()
}

fn given_untracked(give: StoredValue<Giving>) -> Option<Boxed> {
    untrack(|| given(give))
}

/// A signal computed from others, each time that it is read.
pub fn derived<T: Send + Sync + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal::of(Arc::new(move || -> Option<Boxed> { Some(Arc::new(compute())) }))
}

impl<T: Send + Sync + 'static> Signal<T> {
    fn of(give: Giving) -> Self {
        Self { give: stored(give), gives: PhantomData }
    }

    /// A value that stays the same.
    pub fn stored(value: T) -> Self {
        Self::of(same(Arc::new(value)))
    }

    /// Reads it, and follows it; to look at.
    pub fn read(&self) -> Arc<T> {
        there(inside(given(self.give)))
    }

    /// Reads it once; to look at.
    pub fn read_untracked(&self) -> Arc<T> {
        there(inside(given_untracked(self.give)))
    }

    /// Reads it, and follows it.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&*self.read())
    }

    /// Reads it once.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&*self.read_untracked())
    }

    /// Reads it once; none when the view that made it is gone.
    pub fn try_with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> Option<R> {
        inside(given_untracked(self.give)).map(|value| look(&*value))
    }

    /// Follows it without looking.
    pub fn track(&self) {
        drop(given(self.give));
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// Reads it, and follows it.
    pub fn get(&self) -> T {
        Arc::unwrap_or_clone(self.read())
    }

    /// Reads it once.
    pub fn get_untracked(&self) -> T {
        Arc::unwrap_or_clone(self.read_untracked())
    }

    /// Reads it once; none when the view that made it is gone.
    pub fn try_get_untracked(&self) -> Option<T> {
        inside(given_untracked(self.give)).map(Arc::unwrap_or_clone)
    }
}

/// So that it can stand in a view, and be an attribute, a class or a property of an element.
impl<T: Clone + Send + Sync + 'static> ReactiveFunction for Signal<T> {
    type Output = T;

    fn invoke(&mut self) -> T {
        self.get()
    }

    fn into_shared(self) -> Arc<Mutex<dyn FnMut() -> T + Send>> {
        Arc::new(Mutex::new(move || self.get()))
    }
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::stored(T::default())
    }
}

impl<T: Send + Sync + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl<T: Send + Sync + 'static> From<T> for Signal<Option<T>> {
    fn from(value: T) -> Self {
        Self::stored(Some(value))
    }
}

impl<T: Clone + Send + Sync + 'static> From<Signal<T>> for Signal<Option<T>> {
    fn from(signal: Signal<T>) -> Self {
        derived(move || Some(signal.get()))
    }
}

impl From<&str> for Signal<String> {
    fn from(value: &str) -> Self {
        Self::stored(value.to_owned())
    }
}

impl From<&str> for Signal<Option<String>> {
    fn from(value: &str) -> Self {
        Self::stored(Some(value.to_owned()))
    }
}

impl<T: Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::of(signal.giving())
    }
}

impl<T: Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::of(memo.giving())
    }
}
