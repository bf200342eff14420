//! Effects, made small: like `signals.rs`, the same use and name as Leptos' own, whose machinery would be there for every closure.

/// Runs when it is made, and again when what it reads changes. For what lies outside the reactive graph, never to set signals or to write.
#[derive(Clone, Copy)]
pub struct Effect;

impl Effect {
    /// `run` is given what it gave before; one that gives more than `()` is Leptos' own to run.
    pub fn new(run: impl FnMut(Option<()>) + 'static) -> Self {
        boxed(Box::new(run));
        Self
    }
}

fn boxed(run: Box<dyn FnMut(Option<()>)>) {
    leptos::prelude::Effect::new(run);
}
