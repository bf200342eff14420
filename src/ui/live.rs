//! Parts of a view that follow a signal, made small.
//!
//! Leptos writes its machinery out again for every closure in a view and for every derived signal: two to four kilobytes each, which
//! a first visit on a slow phone pays for. These two put the closure in a box first, so that the machinery is there once.

use leptos::prelude::{AnyView, IntoAny, Signal};

/// A part of a view that is drawn again when what `view` reads changes.
pub fn live<V: IntoAny + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    boxed(Box::new(move || view().into_any()))
}

fn boxed(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}

/// A signal computed from others. The same as `Signal::derive`.
pub fn derived<T: Send + Sync + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    derived_boxed(Box::new(compute))
}

fn derived_boxed<T: Send + Sync + 'static>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(compute)
}
