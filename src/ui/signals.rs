//! Leptos' signals and memos, made small.
//!
//! Leptos writes all its machinery out again for every type that a signal holds, some six kilobytes each. Here the value stands in a
//! box, so that the machinery is there once. They are used like Leptos' own, whose names they have: a module that imports them by
//! name means these.

use std::any::Any;
use std::marker::PhantomData;

use leptos::prelude as leptos_own;
use leptos_own::{Set, Track, Update, With, WithUntracked};

type Boxed = Box<dyn Any + Send + Sync>;

/// What is in a box. Only values of one type are ever put into the box of one signal.
fn inside<T: 'static>(value: &(dyn Any + Send + Sync)) -> &T {
    match value.downcast_ref() {
        Some(value) => value,
        // Cannot be: the type of the signal says what was put in. The screen for a program that stops is better than a wrong value.
        None => std::process::abort(),
    }
}

/// A value that can be read, set and followed. Copied freely; it lives as long as the view that made it.
pub struct RwSignal<T> {
    own: leptos_own::RwSignal<Boxed>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> PartialEq for RwSignal<T> {
    fn eq(&self, other: &Self) -> bool {
        self.own == other.own
    }
}

// Everything that is not about `T`, once.

fn new(value: Boxed) -> leptos_own::RwSignal<Boxed> {
    leptos_own::RwSignal::new(value)
}

fn read(own: leptos_own::RwSignal<Boxed>, look: &mut dyn FnMut(&Boxed)) {
    own.with(|value| look(value));
}

/// Whether the signal is still there.
fn peek(own: leptos_own::RwSignal<Boxed>, look: &mut dyn FnMut(&Boxed)) -> bool {
    own.try_with_untracked(|value| look(value)).is_some()
}

fn set(own: leptos_own::RwSignal<Boxed>, value: Boxed) -> Option<Boxed> {
    own.try_set(value)
}

fn change(own: leptos_own::RwSignal<Boxed>, change: &mut dyn FnMut(&mut Boxed)) {
    own.try_update(|value| change(value));
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    pub fn new(value: T) -> Self {
        Self { own: new(Box::new(value)), holds: PhantomData }
    }

    /// Reads it, and follows it.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        taken(look, |look| {
            read(self.own, look);
            true
        })
        .unwrap_or_else(|| std::process::abort())
    }

    /// Reads it once.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.try_with_untracked(look).unwrap_or_else(|| std::process::abort())
    }

    /// Reads it once; none when the view that made it is gone.
    pub fn try_with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> Option<R> {
        taken(look, |look| peek(self.own, look))
    }

    /// Follows it without looking.
    pub fn track(&self) {
        self.own.track();
    }

    /// Gives the value back when the view that made the signal is gone.
    pub fn try_set(&self, value: T) -> Option<T> {
        let refused = set(self.own, Box::new(value))?;
        (refused as Box<dyn Any>).downcast().ok().map(|value| *value)
    }

    pub fn set(&self, value: T) {
        let _ = self.try_set(value);
    }

    /// Changes it in its place. Nothing happens when the view that made it is gone.
    pub fn update(&self, alter: impl FnOnce(&mut T)) {
        let mut alter = Some(alter);
        change(self.own, &mut |value| {
            if let (Some(value), Some(alter)) = (value.downcast_mut(), alter.take()) {
                alter(value);
            }
        });
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// Reads it, and follows it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// Reads it once.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }

    /// Reads it once; none when the view that made it is gone.
    pub fn try_get_untracked(&self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

/// Hands a look at the value out of a call that knows nothing of its type. `call` says whether there was anything to look at.
fn taken<T: 'static, R>(look: impl FnOnce(&T) -> R, call: impl FnOnce(&mut dyn FnMut(&Boxed)) -> bool) -> Option<R> {
    let (mut look, mut seen) = (Some(look), None);
    let is_there = call(&mut |value| seen = look.take().map(|look| look(inside(value.as_ref()))));
    seen.filter(|_| is_there)
}

/// A value computed from signals, told on only when it is another one.
pub struct Memo<T> {
    own: leptos_own::Memo<Computed>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// What was computed, and how to tell whether another one is the same.
struct Computed {
    value: Boxed,
    same: fn(&Boxed, &Boxed) -> bool,
}

impl PartialEq for Computed {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&self.value, &other.value)
    }
}

type Compute = Box<dyn Fn(Option<&Computed>) -> Computed + Send + Sync>;

fn memo(compute: Compute) -> leptos_own::Memo<Computed> {
    leptos_own::Memo::new(compute)
}

fn read_memo(own: leptos_own::Memo<Computed>, look: &mut dyn FnMut(&Boxed)) {
    own.with(|computed| look(&computed.value));
}

fn peek_memo(own: leptos_own::Memo<Computed>, look: &mut dyn FnMut(&Boxed)) -> bool {
    own.try_with_untracked(|computed| look(&computed.value)).is_some()
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// `compute` is given what it gave before.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let same = |one: &Boxed, other: &Boxed| inside::<T>(one.as_ref()) == inside::<T>(other.as_ref());
        let compute = move |before: Option<&Computed>| {
            let before = before.map(|computed| inside::<T>(computed.value.as_ref()));
            Computed { value: Box::new(compute(before)), same }
        };
        Self { own: memo(Box::new(compute)), holds: PhantomData }
    }
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// Reads it, and follows it.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        taken(look, |look| {
            read_memo(self.own, look);
            true
        })
        .unwrap_or_else(|| std::process::abort())
    }

    /// Reads it once.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        taken(look, |look| peek_memo(self.own, look)).unwrap_or_else(|| std::process::abort())
    }

    /// Follows it without looking.
    pub fn track(&self) {
        self.own.track();
    }
}

impl<T: Clone + Send + Sync + 'static> Memo<T> {
    /// Reads it, and follows it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// Reads it once.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}
