//! What a component calls when something happened. The same as Leptos' own `Callback`, whose machinery would be there for every kind of it.

use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{GetValue, StoredValue};

use crate::signals::{Boxed, there};

/// A function that can be copied freely; it lives as long as the view that made it.
pub struct Callback<In, Out = ()> {
    own: StoredValue<Boxed>,
    takes: PhantomData<fn(In) -> Out>,
}

impl<In, Out> Clone for Callback<In, Out> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<In, Out> Copy for Callback<In, Out> {}

/// A function and nothing else: `dyn Fn` would bring two more ways of calling it along, each time.
trait Run<In, Out>: Send + Sync {
    fn run(&self, input: In) -> Out;
}

impl<In, Out, F: Fn(In) -> Out + Send + Sync> Run<In, Out> for F {
    fn run(&self, input: In) -> Out {
        self(input)
    }
}

type Function<In, Out> = Box<dyn Run<In, Out>>;

impl<In: 'static, Out: 'static> Callback<In, Out> {
    pub fn new(run: impl Fn(In) -> Out + Send + Sync + 'static) -> Self {
        Self::of(Box::new(run))
    }

    fn of(run: Function<In, Out>) -> Self {
        Self { own: stored(Arc::new(run)), takes: PhantomData }
    }

    /// Calls it.
    pub fn run(&self, input: In) -> Out {
        there(self.try_run(input))
    }

    /// Calls it; none when the view that made it is gone.
    pub fn try_run(&self, input: In) -> Option<Out> {
        let own = self.own.try_get_value()?;
        Some(own.downcast_ref::<Function<In, Out>>()?.run(input))
    }
}

fn stored(run: Boxed) -> StoredValue<Boxed> {
    StoredValue::new(run)
}

impl<In: 'static, Out: 'static, F: Fn(In) -> Out + Send + Sync + 'static> From<F> for Callback<In, Out> {
    fn from(run: F) -> Self {
        Self::new(run)
    }
}
