//! Bringing in what a program hands over: choose the pack, see what it would change, line by line, and only then let it in.

mod choose;
mod line;
mod seen;

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use text::packs::Why;

use crate::browser::{camera, files, handrail, packs};
use crate::pages::stages::{Reading, Stages, Turn};
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
    let steps = Steps { app, stages: Stages::new(Step::Choosing(None)) };
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
    let words = app.text().packs();
    move || match steps.stages.step() {
        Step::Choosing(why) => view! { <Choose app=app steps=steps why=why /> }.into_any(),
        Step::Scanning => view! { <Scanning app=app steps=steps /> }.into_any(),
        Step::Reading => {
            view! { <Reading reading=words.reading stop=words.stop on_stop=move |()| steps.back() /> }.into_any()
        }
        Step::Seeing(seen) => view! { <Shows app=app steps=steps seen=seen /> }.into_any(),
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

    /// Opens the camera.
    pub fn scan(self, id: &'static str) {
        let mine = self.stages.begin(Step::Scanning);
        request_animation_frame(move || {
            spawn_local(async move {
                match camera::scan(id).await {
                    Ok(Some(text)) if self.stages.is_waited_for(mine) => self.read(text.into_bytes()),
                    Ok(_) => {}
                    Err(camera::NoCamera) => self.stages.answer(mine, Step::Choosing(Some(Why::NoCamera))),
                }
            });
        });
    }

    /// Opens a file and reads it.
    pub fn open(self, file: web_sys::File) {
        let mine = self.stages.begin(Step::Reading);
        spawn_local(async move {
            match files::bytes_of(&file, packs::MOST_FILE_BYTES).await {
                Some(bytes) => self.ask(mine, bytes).await,
                None => self.stages.answer(mine, Step::Choosing(Some(Why::FileNotRead))),
            }
        });
    }

    /// Reads what was pasted, shared, scanned, or came as a link.
    pub fn read(self, bytes: Vec<u8>) {
        let mine = self.stages.begin(Step::Reading);
        spawn_local(self.ask(mine, bytes));
    }

    async fn ask(self, mine: Turn, bytes: Vec<u8>) {
        let seen = match packs::open(&bytes).await {
            Ok((sender, pack)) => Seen::of(self.app, sender, pack),
            Err(why) => Err(why),
        };
        self.stages.answer(
            mine,
            match seen {
                Ok(seen) => Step::Seeing(Rc::new(seen)),
                Err(why) => Step::Choosing(Some(why)),
            },
        );
    }
}
