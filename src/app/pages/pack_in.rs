//! Bringing in what a program hands over: choose the pack, see what it would change, line by line, and only then let it in.

mod choose;
mod line;
mod seen;

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use text::packs::Why;
use ui::{Button, ButtonKind};

use crate::browser::{files, focus, handrail, packs};
use crate::state::App;
use choose::{Choose, Scanning};
use seen::{Seen, Shows};

/// Where in the steps it is.
#[derive(Clone)]
enum Step {
    /// Nothing is chosen, or what was chosen cannot come in: then why.
    Choosing(Option<Why>),
    Scanning,
    Reading,
    /// What it would change.
    Seeing(Rc<Seen>),
}

/// What may be chosen first; other files can be chosen all the same.
const ACCEPT: &str = ".handrail-pack,application/octet-stream,text/plain";

/// The page. What came as a link, or was shared by another app, is read at once.
#[component]
pub fn PackIn(app: App) -> impl IntoView {
    let steps = Steps::new(app);
    let from_link = move || {
        if let Some(link) = packs::take_from_link() {
            steps.read(link.into_bytes());
        }
    };
    from_link();
    // Another link may be opened while this page is on the screen.
    let listening = window_event_listener_untyped("handrail:pack", move |_| from_link());
    on_cleanup(move || listening.remove());
    spawn_local(async move {
        if let Some(bytes) = handrail::take_shared().await {
            steps.read(bytes);
        }
    });
    move || match steps.step.get() {
        Step::Choosing(why) => view! { <Choose app=app steps=steps why=why /> }.into_any(),
        Step::Scanning => view! { <Scanning app=app steps=steps /> }.into_any(),
        Step::Reading => view! { <Reading app=app steps=steps /> }.into_any(),
        Step::Seeing(seen) => view! { <Shows app=app steps=steps seen=seen /> }.into_any(),
    }
}

#[component]
fn Reading(app: App, steps: Steps) -> impl IntoView {
    let words = app.text().packs();
    view! {
        <p class="lead" role="status">
            {words.reading}
        </p>
        <Button kind=ButtonKind::Quiet wide=true on_press=move |()| steps.back()>
            {words.stop}
        </Button>
    }
}

/// From step to step.
#[derive(Clone, Copy)]
pub struct Steps {
    app: App,
    step: RwSignal<Step, LocalStorage>,
    /// Which reading is waited for: one that was stopped has nobody to answer to.
    turn: StoredValue<Rc<Cell<u32>>, LocalStorage>,
}

impl Steps {
    fn new(app: App) -> Self {
        let turn = StoredValue::new_local(Rc::new(Cell::new(0)));
        Self { app, step: RwSignal::new_local(Step::Choosing(None)), turn }
    }

    /// To the beginning.
    pub fn back(self) {
        self.next_turn();
        self.go(Step::Choosing(None));
    }

    /// Opens the camera.
    pub fn scan(self, id: &'static str) {
        let mine = self.next_turn();
        self.go(Step::Scanning);
        request_animation_frame(move || {
            spawn_local(async move {
                match packs::scan(id).await {
                    Ok(Some(text)) if self.is_mine(mine) => self.read(text.into_bytes()),
                    Ok(_) => {}
                    Err(why) => self.answer(mine, Step::Choosing(Some(why))),
                }
            });
        });
    }

    /// Opens a file and reads it.
    pub fn open(self, file: web_sys::File) {
        let mine = self.next_turn();
        self.go(Step::Reading);
        spawn_local(async move {
            match files::bytes_of(&file, packs::MOST_FILE_BYTES).await {
                Some(bytes) => self.ask(mine, bytes).await,
                None => self.answer(mine, Step::Choosing(Some(Why::FileNotRead))),
            }
        });
    }

    /// Reads what was pasted, shared, scanned, or came as a link.
    pub fn read(self, bytes: Vec<u8>) {
        let mine = self.next_turn();
        self.go(Step::Reading);
        spawn_local(self.ask(mine, bytes));
    }

    async fn ask(self, mine: Option<u32>, bytes: Vec<u8>) {
        let seen = match packs::open(&bytes).await {
            Ok((sender, pack)) => Seen::of(self.app, sender, pack),
            Err(why) => Err(why),
        };
        self.answer(
            mine,
            match seen {
                Ok(seen) => Step::Seeing(Rc::new(seen)),
                Err(why) => Step::Choosing(Some(why)),
            },
        );
    }

    /// An answer to a reading; nobody waits for one that was stopped, or whose page is gone.
    fn answer(self, mine: Option<u32>, step: Step) {
        if self.is_mine(mine) {
            self.go(step);
        }
    }

    fn is_mine(self, mine: Option<u32>) -> bool {
        mine.is_some() && self.turn.try_with_value(|turn| turn.get()) == mine
    }

    /// The old step's button is gone: the focus goes to where the new one begins.
    fn go(self, step: Step) {
        if self.step.try_set(step).is_none() {
            request_animation_frame(|| {
                focus::focus("page-title");
            });
        }
    }

    fn next_turn(self) -> Option<u32> {
        self.turn.try_with_value(|turn| {
            turn.set(turn.get().wrapping_add(1));
            turn.get()
        })
    }
}
