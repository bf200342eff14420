//! Pages on which something is chosen, read in a worker, and seen before it comes in: where among these steps one is, and that a reading
//! which was stopped has nobody to answer to.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use ui::{Button, ButtonKind, Callback};

use crate::browser::focus;

/// Where it is, as a step of the page's own.
pub struct Stages<S: 'static> {
    step: RwSignal<S, LocalStorage>,
    /// Which reading is waited for.
    turn: StoredValue<Rc<Cell<u32>>, LocalStorage>,
}

impl<S> Clone for Stages<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Stages<S> {}

/// One reading. None when its page was gone before it began.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Turn(Option<u32>);

impl<S: Clone> Stages<S> {
    pub fn new(first: S) -> Self {
        Self { step: RwSignal::new_local(first), turn: StoredValue::new_local(Rc::new(Cell::new(0))) }
    }

    /// The step, for who draws it.
    pub fn step(self) -> S {
        self.step.get()
    }

    /// Goes to a step and begins something whose answer is waited for. Whatever was waited for before has nobody to answer to any more.
    pub fn begin(self, step: S) -> Turn {
        let turn = self.turn.try_with_value(|turn| {
            turn.set(turn.get().wrapping_add(1));
            turn.get()
        });
        self.go(step);
        Turn(turn)
    }

    /// Goes to a step, and nothing is waited for.
    pub fn back(self, step: S) {
        self.begin(step);
    }

    /// Goes on with an answer, if it is still waited for and its page is there.
    pub fn answer(self, mine: Turn, step: S) {
        if self.is_waited_for(mine) {
            self.go(step);
        }
    }

    pub fn is_waited_for(self, mine: Turn) -> bool {
        mine.0.is_some() && self.turn.try_with_value(|turn| turn.get()) == mine.0
    }

    /// The old step's button is gone: the focus goes to where the new one begins.
    pub fn go(self, step: S) {
        if self.step.try_set(step).is_none() {
            request_animation_frame(|| {
                focus::focus("page-title");
            });
        }
    }
}

/// What is shown meanwhile: that it is being read, and a way to stop.
#[component]
pub fn Reading(reading: &'static str, stop: &'static str, #[prop(into)] on_stop: Callback<()>) -> impl IntoView {
    view! {
        <p class="lead" role="status">
            {reading}
        </p>
        <Button kind=ButtonKind::Quiet wide=true on_press=on_stop>
            {stop}
        </Button>
    }
}
