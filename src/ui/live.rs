//! Parts of a view that follow a signal, made small.
//!
//! Leptos writes its machinery out again for every closure in a view: two to four kilobytes each, which a first visit on a slow phone
//! pays for. These put the closure in a box first, so that the machinery is there once.

use leptos::prelude::{AnyView, ChildrenFn, IntoAny, IntoView, ViewFn, component};

use crate::derived::Signal;
use crate::signals::Memo;

/// A part of a view that is drawn again when what `view` reads changes.
pub fn live<V: IntoAny + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    boxed(Box::new(move || view().into_any()))
}

/// A closure and nothing else, as in `signals.rs`.
trait Draw: Send {
    fn draw(&self) -> AnyView;
}

impl<F: Fn() -> AnyView + Send> Draw for F {
    fn draw(&self) -> AnyView {
        self()
    }
}

fn boxed(view: Box<dyn Draw>) -> AnyView {
    (move || view.draw()).into_any()
}

/// Its children while `when` says so, otherwise `fallback`. The same as Leptos' own.
#[component]
pub fn Show<When>(
    /// Children are drawn while it is true; asked again when what it reads changes, drawn again only when the answer does.
    when: When,
    children: ChildrenFn,
    #[prop(optional, into)] fallback: ViewFn,
) -> impl IntoView
where
    When: Fn() -> bool + Send + Sync + 'static,
{
    show_boxed(Box::new(when), children, fallback)
}

fn show_boxed(when: Box<dyn Fn() -> bool + Send + Sync>, children: ChildrenFn, fallback: ViewFn) -> AnyView {
    let is_so = Memo::new(move |_| when());
    boxed(Box::new(move || if is_so.get() { children() } else { fallback.run() }))
}

/// What `view` makes of the value, while there is one.
pub fn show_let<T, V>(some: Signal<Option<T>>, view: impl Fn(T) -> V + Send + 'static) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    V: IntoAny + 'static,
{
    show_let_boxed(some, Box::new(move |value| view(value).into_any()))
}

fn show_let_boxed<T: Clone + Send + Sync + 'static>(
    some: Signal<Option<T>>,
    view: Box<dyn Fn(T) -> AnyView + Send>,
) -> AnyView {
    boxed(Box::new(move || some.get().map_or_else(|| ().into_any(), &view)))
}
