//! Taking in a calendar: choose the file, see what it would change, and only then let it in.

mod choose;
mod preview;
mod row;

use std::cell::Cell;
use std::rc::Rc;

use interop::calendar::{Effect, MAX_FILE_BYTES, ReadCalendar, Window};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind};

use crate::browser::{calendars, clock, files, focus, handrail};
use crate::state::App;
use choose::Choose;
use preview::{Preview, Shows};

/// Where in the three steps it is.
#[derive(Clone)]
enum Step {
    /// Nothing is chosen, or what was chosen is no calendar: then why.
    Choosing(Option<String>),
    Reading,
    /// What it would change.
    Seeing(Rc<Preview>),
}

/// What may be chosen first; other files can be chosen all the same.
const ACCEPT: &str = ".ics,.ical,.ifb,.icalendar,text/calendar";

/// The page. What another app has shared is read at once.
#[component]
pub fn CalendarIn(app: App) -> impl IntoView {
    let steps = Steps::new(app);
    spawn_local(async move {
        if let Some(bytes) = handrail::take_shared().await {
            steps.read(bytes);
        }
    });
    move || match steps.step.get() {
        Step::Choosing(why) => view! { <Choose app=app steps=steps why=why /> }.into_any(),
        Step::Reading => view! { <Reading app=app steps=steps /> }.into_any(),
        Step::Seeing(preview) => view! { <Shows app=app steps=steps preview=preview /> }.into_any(),
    }
}

#[component]
fn Reading(app: App, steps: Steps) -> impl IntoView {
    let words = app.text().calendar_in();
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

    /// Opens a file and reads it.
    pub fn open(self, file: web_sys::File) {
        let mine = self.next_turn();
        self.go(Step::Reading);
        spawn_local(async move {
            match files::bytes_of(&file, MAX_FILE_BYTES).await {
                Some(bytes) => self.ask(mine, bytes).await,
                None => self.refuse(mine, self.app.text().calendar_in().file_not_read.to_owned()),
            }
        });
    }

    /// Reads what was pasted or shared.
    pub fn read(self, bytes: Vec<u8>) {
        let mine = self.next_turn();
        self.go(Step::Reading);
        spawn_local(self.ask(mine, bytes));
    }

    async fn ask(self, mine: Option<u32>, bytes: Vec<u8>) {
        let now = clock::now();
        let read = calendars::read(&bytes, Window::around(now.utc_ms()), now.zone()).await;
        let words = self.app.text().calendar_in();
        match read {
            None => self.refuse(mine, words.no_reader.to_owned()),
            Some(read) => match refusal(&read) {
                Some(reason) => self.refuse(mine, (words.why)(reason, reason.limit().unwrap_or_default())),
                None => self.answer(mine, Step::Seeing(Rc::new(Preview::of(self.app, read)))),
            },
        }
    }

    fn refuse(self, mine: Option<u32>, why: String) {
        self.answer(mine, Step::Choosing(Some(why)));
    }

    /// An answer to a reading; nobody waits for one that was stopped, or whose page is gone.
    fn answer(self, mine: Option<u32>, step: Step) {
        let now = self.turn.try_with_value(|turn| turn.get());
        if mine.is_some() && now == mine {
            self.go(step);
        }
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

/// Why nothing of the file can come in.
fn refusal(read: &ReadCalendar) -> Option<interop::calendar::Reason> {
    let reasons = read.problems.iter().map(|problem| problem.reason);
    reasons.into_iter().find(|reason| reason.effect() == Effect::FileLeftOut)
}
