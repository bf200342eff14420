//! Leptos' signals and memos, made small.
//!
//! Leptos writes all its machinery out again for every type that a signal holds, some six kilobytes each. Here the value stands in a
//! box, so that the machinery is there once. They are used like Leptos' own, whose names they have: a module that imports them by
//! name means these.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude as leptos_own;
use leptos_own::{Set, Track, Update, With, WithUntracked};

/// A value without its type. Shared, so that whoever looks at it needs no closure inside the signal's own code.
pub(crate) type Boxed = Arc<dyn Any + Send + Sync>;

/// Gives a value when it is asked; none when the view that made it is gone. A trait of our own, because `dyn Fn` brings two more ways of
/// calling a closure along, for each one.
pub(crate) trait Give: Send + Sync {
    fn give(&self) -> Option<Boxed>;
}

impl<F: Fn() -> Option<Boxed> + Send + Sync> Give for F {
    fn give(&self) -> Option<Boxed> {
        self()
    }
}

pub(crate) type Giving = Arc<dyn Give>;

/// What is in a box. Only values of one type are ever put into the boxes of one signal.
pub(crate) fn inside<T: Send + Sync + 'static>(value: Option<Boxed>) -> Option<Arc<T>> {
    value?.downcast().ok()
}

/// The screen for a program that stops is better than a wrong value.
pub(crate) fn there<T>(value: Option<T>) -> T {
    value.unwrap_or_else(|| std::process::abort())
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

fn read(own: leptos_own::RwSignal<Boxed>) -> Option<Boxed> {
    own.try_with(Boxed::clone)
}

fn peek(own: leptos_own::RwSignal<Boxed>) -> Option<Boxed> {
    own.try_with_untracked(Boxed::clone)
}

fn giving(own: leptos_own::RwSignal<Boxed>) -> Giving {
    Arc::new(move || read(own))
}

fn set(own: leptos_own::RwSignal<Boxed>, value: Boxed) -> Option<Boxed> {
    own.try_set(value)
}

fn change(own: leptos_own::RwSignal<Boxed>, change: &mut dyn FnMut(&mut Boxed)) {
    own.try_update(|value| change(value));
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    pub fn new(value: T) -> Self {
        Self { own: new(Arc::new(value)), holds: PhantomData }
    }

    /// Reads it, and follows it.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&*there(inside(read(self.own))))
    }

    /// Reads it once.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&*there(inside(peek(self.own))))
    }

    /// Reads it once; none when the view that made it is gone.
    pub fn try_with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> Option<R> {
        inside(peek(self.own)).map(|value| look(&*value))
    }

    /// Follows it without looking.
    pub fn track(&self) {
        self.own.track();
    }

    pub(crate) fn giving(self) -> Giving {
        giving(self.own)
    }

    /// Gives the value back when the view that made the signal is gone.
    pub fn try_set(&self, value: T) -> Option<T> {
        inside(set(self.own, Arc::new(value))).and_then(Arc::into_inner)
    }

    pub fn set(&self, value: T) {
        let _ = self.try_set(value);
    }

    /// Changes it in its place. Nothing happens when the view that made it is gone.
    pub fn update(&self, alter: impl FnOnce(&mut T)) {
        let mut alter = Some(alter);
        change(self.own, &mut |value| {
            // Nobody looks at it now: a value that is looked at could not be changed in Leptos' own signals either.
            let value = there(Arc::get_mut(value).and_then(|value| value.downcast_mut()));
            if let Some(alter) = alter.take() {
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

trait Compute: Send + Sync {
    fn compute(&self, before: Option<&Computed>) -> Computed;
}

impl<F: Fn(Option<&Computed>) -> Computed + Send + Sync> Compute for F {
    fn compute(&self, before: Option<&Computed>) -> Computed {
        self(before)
    }
}

fn memo(compute: Box<dyn Compute>) -> leptos_own::Memo<Computed> {
    leptos_own::Memo::new(move |before| compute.compute(before))
}

fn read_memo(own: leptos_own::Memo<Computed>) -> Option<Boxed> {
    own.try_with(|computed| Boxed::clone(&computed.value))
}

fn peek_memo(own: leptos_own::Memo<Computed>) -> Option<Boxed> {
    own.try_with_untracked(|computed| Boxed::clone(&computed.value))
}

fn giving_memo(own: leptos_own::Memo<Computed>) -> Giving {
    Arc::new(move || read_memo(own))
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// `compute` is given what it gave before.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let same = |one: &Boxed, other: &Boxed| one.downcast_ref::<T>() == other.downcast_ref::<T>();
        let compute = move |before: Option<&Computed>| -> Computed {
            let before = before.and_then(|computed| computed.value.downcast_ref());
            Computed { value: Arc::new(compute(before)), same }
        };
        Self { own: memo(Box::new(compute)), holds: PhantomData }
    }
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// Reads it, and follows it.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&*there(inside(read_memo(self.own))))
    }

    /// Reads it once.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&*there(inside(peek_memo(self.own))))
    }

    /// Follows it without looking.
    pub fn track(&self) {
        self.own.track();
    }

    pub(crate) fn giving(self) -> Giving {
        giving_memo(self.own)
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
