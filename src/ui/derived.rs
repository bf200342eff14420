//! What a component is given to read: a value, a signal, a memo, or what is computed from them.
//!
//! The same as Leptos' own `Signal`, and made small like the signals in `signals.rs`: whatever it holds, the machinery is there once.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

use leptos::prelude::{GetValue, StoredValue, untrack};
use leptos::tachys::reactive_graph::ReactiveFunction;

use crate::signals::{Memo, RwSignal};

type Boxed = Box<dyn Any + Send + Sync>;
type Compute = Arc<dyn Fn() -> Boxed + Send + Sync>;

/// Something that can be read and followed. Copied freely; it lives as long as the view that made it.
pub struct Signal<T> {
    compute: StoredValue<Compute>,
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

fn stored(compute: Compute) -> StoredValue<Compute> {
    StoredValue::new(compute)
}

/// What it is now; none when the view that made it is gone. The computation is taken out of its place first: it may make and read others.
fn computed(compute: StoredValue<Compute>) -> Option<Boxed> {
    let compute = compute.try_get_value()?;
    Some(compute())
}

fn computed_untracked(compute: StoredValue<Compute>) -> Option<Boxed> {
    untrack(|| computed(compute))
}

/// What is in a box. Only values of one type are ever put into the boxes of one signal.
fn inside<T: 'static>(value: Option<Boxed>) -> Option<Box<T>> {
    (value? as Box<dyn Any>).downcast().ok()
}

/// A signal computed from others, each time that it is read.
pub fn derived<T: Send + Sync + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal { compute: stored(Arc::new(move || Box::new(compute()))), gives: PhantomData }
}

impl<T: Send + Sync + 'static> Signal<T> {
    /// Reads it, and follows it.
    pub fn get(&self) -> T {
        *self.read()
    }

    /// Reads it once.
    pub fn get_untracked(&self) -> T {
        *self.read_untracked()
    }

    /// The same as `get`, to look at.
    pub fn read(&self) -> Box<T> {
        inside(computed(self.compute)).unwrap_or_else(|| std::process::abort())
    }

    /// The same as `get_untracked`, to look at.
    pub fn read_untracked(&self) -> Box<T> {
        inside(computed_untracked(self.compute)).unwrap_or_else(|| std::process::abort())
    }

    /// Reads it, and follows it.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.read())
    }

    /// Reads it once.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.read_untracked())
    }

    /// Reads it once; none when the view that made it is gone.
    pub fn try_get_untracked(&self) -> Option<T> {
        inside(computed_untracked(self.compute)).map(|value| *value)
    }

    /// Reads it once; none when the view that made it is gone.
    pub fn try_with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> Option<R> {
        self.try_get_untracked().map(|value| look(&value))
    }

    /// Follows it without looking.
    pub fn track(&self) {
        drop(computed(self.compute));
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// A value that stays the same.
    pub fn stored(value: T) -> Self {
        derived(move || value.clone())
    }
}

/// So that it can stand in a view, and be an attribute, a class or a property of an element.
impl<T: Send + Sync + 'static> ReactiveFunction for Signal<T> {
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
        derived(T::default)
    }
}

impl<T: Clone + Send + Sync + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl<T: Clone + Send + Sync + 'static> From<T> for Signal<Option<T>> {
    fn from(value: T) -> Self {
        Self::stored(Some(value))
    }
}

impl<T: Send + Sync + 'static> From<Signal<T>> for Signal<Option<T>> {
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

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        derived(move || signal.get())
    }
}

impl<T: Clone + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        derived(move || memo.get())
    }
}
