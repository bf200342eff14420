//! Taking in a calendar: choose the file, see what it would change, and only then let it in.

mod choose;
mod preview;
mod row;

use std::rc::Rc;

use interop::calendar::{Effect, MAX_FILE_BYTES, ReadCalendar, Window};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{calendars, clock, files, handrail};
use crate::pages::stages::{Reading, Stages, Turn};
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
    let steps = Steps { app, stages: Stages::new(Step::Choosing(None)) };
    spawn_local(async move {
        if let Some(bytes) = handrail::take_shared().await {
            steps.read(bytes);
        }
    });
    let words = app.text().calendar_in();
    move || match steps.stages.step() {
        Step::Choosing(why) => view! { <Choose app=app steps=steps why=why /> }.into_any(),
        Step::Reading => {
            view! { <Reading reading=words.reading stop=words.stop on_stop=move |()| steps.back() /> }.into_any()
        }
        Step::Seeing(preview) => view! { <Shows app=app steps=steps preview=preview /> }.into_any(),
    }
}

/// From step to step.
#[derive(Clone, Copy)]
pub struct Steps {
    app: App,
    stages: Stages<Step>,
}

impl Steps {
    /// To the beginning.
    pub fn back(self) {
        self.stages.back(Step::Choosing(None));
    }

    /// Opens a file and reads it.
    pub fn open(self, file: web_sys::File) {
        let mine = self.stages.begin(Step::Reading);
        spawn_local(async move {
            match files::bytes_of(&file, MAX_FILE_BYTES).await {
                Some(bytes) => self.ask(mine, bytes).await,
                None => self.refuse(mine, self.app.text().calendar_in().file_not_read.to_owned()),
            }
        });
    }

    /// Reads what was pasted or shared.
    pub fn read(self, bytes: Vec<u8>) {
        let mine = self.stages.begin(Step::Reading);
        spawn_local(self.ask(mine, bytes));
    }

    async fn ask(self, mine: Turn, bytes: Vec<u8>) {
        let now = clock::now();
        let read = calendars::read(&bytes, Window::around(now.utc_ms()), now.zone()).await;
        let words = self.app.text().calendar_in();
        match read {
            None => self.refuse(mine, words.no_reader.to_owned()),
            Some(read) => match refusal(&read) {
                Some(reason) => self.refuse(mine, (words.why)(reason, reason.limit().unwrap_or_default())),
                None => self.stages.answer(mine, Step::Seeing(Rc::new(Preview::of(self.app, read)))),
            },
        }
    }

    fn refuse(self, mine: Turn, why: String) {
        self.stages.answer(mine, Step::Choosing(Some(why)));
    }
}

/// Why nothing of the file can come in.
fn refusal(read: &ReadCalendar) -> Option<interop::calendar::Reason> {
    let reasons = read.problems.iter().map(|problem| problem.reason);
    reasons.into_iter().find(|reason| reason.effect() == Effect::FileLeftOut)
}
