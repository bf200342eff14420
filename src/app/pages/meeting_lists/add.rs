//! Adding a list: from an address or a file, read in a worker, seen, and only then kept.

use std::sync::Arc;

use domain::meeting::{Fellowship, Origin};
use domain::{Label, Link};
use engine::ListsError;
use interop::meetings::{Handed, MAX_LIST_BYTES, Summary};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::meetings::name;
use ui::{Button, ButtonKind, Choice, FilePick, Icon, RwSignal, Select, TextField, derived};

use super::problems;
use crate::browser::meetings::{self, Answer};
use crate::browser::{clock, files};
use crate::commands::meetings::NewList;
use crate::pages::chosen::NotTaken;
use crate::pages::saving::Problem;
use crate::pages::stages::{Reading, Stages, Turn};
use crate::routes::Page;
use crate::state::App;

/// What may be chosen first; other files can be chosen all the same.
const ACCEPT: &str = ".json,application/json";

/// Where it is.
#[derive(Clone)]
enum Step {
    /// Nothing is chosen, or what was chosen cannot be kept: then why.
    Choosing(Option<String>),
    Reading,
    Seeing(Arc<Seen>),
}

/// A list that was read.
struct Seen {
    bytes: Vec<u8>,
    summary: Summary,
    origin: Origin,
}

/// From step to step.
#[derive(Clone, Copy)]
struct Steps {
    app: App,
    stages: Stages<Step>,
    fellowship: RwSignal<Fellowship>,
    address: RwSignal<String>,
}

impl Steps {
    fn back(self) {
        self.stages.back(Step::Choosing(None));
    }

    fn read_address(self) {
        let words = self.app.text().meeting_lists();
        let origin = match Link::new(&self.address.get_untracked()) {
            Err(_) => return self.stages.go(Step::Choosing(Some(words.no_address.to_owned()))),
            Ok(link) => Origin::address(link),
        };
        match origin {
            Err(error) => self.stages.go(Step::Choosing(Some((words.refused_address)(error)))),
            Ok(origin) => {
                let mine = self.stages.begin(Step::Reading);
                spawn_local(async move {
                    let Origin::Address(link) = &origin else { return };
                    let zone = clock::now().zone().clone();
                    let answer = meetings::from_address(link.as_str(), self.fellowship.get_untracked(), &zone).await;
                    self.take(mine, answer, origin);
                });
            }
        }
    }

    fn read_file(self, file: web_sys::File) {
        let mine = self.stages.begin(Step::Reading);
        spawn_local(async move {
            let Some(bytes) = files::bytes_of(&file, MAX_LIST_BYTES).await else {
                let why = self.app.text().meeting_lists().file_not_read.to_owned();
                return self.stages.answer(mine, Step::Choosing(Some(why)));
            };
            let zone = clock::now().zone().clone();
            let answer = meetings::from_bytes(&bytes, self.fellowship.get_untracked(), &zone).await;
            self.take(mine, answer, Origin::File);
        });
    }

    fn take(self, mine: Turn, answer: Answer, origin: Origin) {
        let summary = match &answer {
            Answer::Read(bytes) => Handed::decode(bytes).ok().map(|handed| handed.summary),
            _ => None,
        };
        if let Some(why) = problems::refusal(self.app, &answer, summary.as_ref()) {
            return self.stages.answer(mine, Step::Choosing(Some(why)));
        }
        if let (Answer::Read(bytes), Some(summary)) = (answer, summary) {
            self.stages.answer(mine, Step::Seeing(Arc::new(Seen { bytes, summary, origin })));
        }
    }
}

#[component]
pub fn AddList(app: App) -> impl IntoView {
    let steps = Steps {
        app,
        stages: Stages::new(Step::Choosing(None)),
        fellowship: RwSignal::new(Fellowship::AlcoholicsAnonymous),
        address: RwSignal::new(String::new()),
    };
    move || {
        match steps.stages.step() {
        Step::Choosing(why) => view! { <Choosing app=app steps=steps why=why /> }.into_any(),
        Step::Reading => view! { <Reading reading=app.text().meetings().reading stop=app.text().meeting_lists().stop on_stop=move |()| steps.back() /> }.into_any(),
        Step::Seeing(seen) => view! { <Seeing app=app steps=steps seen=seen /> }.into_any(),
    }
    }
}

#[component]
fn Choosing(app: App, steps: Steps, why: Option<String>) -> impl IntoView {
    let (text, words) = (app.text(), app.text().meeting_lists());
    let choices: Vec<Choice> = Fellowship::ALL
        .iter()
        .map(|one| Choice { value: one.code().to_owned(), label: name(*one, text.language).to_owned() })
        .collect();
    view! {
        <p class="lead">{words.add_lead}</p>
        <NotTaken why=why />
        <Select
            id="list-whose"
            label=text.meetings().whose.to_owned()
            choices=choices
            value=derived(move || steps.fellowship.get().code().to_owned())
            on_choose=move |code: String| {
                steps.fellowship.set(Fellowship::from_code(&code).unwrap_or(Fellowship::Other));
            }
        />
        <TextField
            id="list-address"
            label=words.address.to_owned()
            hint=Some(words.address_hint.to_owned())
            value=steps.address
            on_input=move |text| steps.address.set(text)
        />
        <p class="quiet small">{words.what_is_asked}</p>
        <Button wide=true on_press=move |()| steps.read_address()>
            {words.read_it}
        </Button>
        <h2 class="day">{words.or_file}</h2>
        <FilePick
            id="list-file"
            label=words.choose_file.to_owned()
            hint=words.file_hint.to_owned()
            icon=Icon::Note
            accept=ACCEPT
            on_pick=move |file| steps.read_file(file)
        />
    }
}

#[component]
fn Seeing(app: App, steps: Steps, seen: Arc<Seen>) -> impl IntoView {
    let (text, words) = (app.text(), app.text().meeting_lists());
    let suggested = seen.summary.name.as_ref().map(|name| name.as_str().to_owned());
    let fellowship = match seen.summary.format {
        Some(interop::meetings::Format::Bmlt) => Fellowship::NarcoticsAnonymous,
        _ => steps.fellowship.get_untracked(),
    };
    let called = RwSignal::new(suggested.unwrap_or_else(|| name(fellowship, text.language).to_owned()));
    let is_nameless = RwSignal::new(false);
    let failed = RwSignal::new(None::<ListsError>);
    let busy = RwSignal::new(false);
    let kept = StoredValue::new(Arc::clone(&seen));
    let keep = move || {
        let Ok(name) = Label::new(&called.get_untracked()) else { return is_nameless.set(true) };
        is_nameless.set(false);
        busy.set(true);
        let seen = kept.get_value();
        spawn_local(async move {
            let zone = clock::now().zone().clone();
            let new = NewList { name, fellowship, origin: seen.origin.clone(), zone };
            let answer = app.keep_list(new, &seen.bytes, words.kept.to_owned()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => app.go_to.set(Some(Page::Meetings)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    let refused = derived(move || match failed.get() {
        Some(ListsError::List(error)) => Some((words.refused_address)(error)),
        Some(ListsError::Save(_)) | None => None,
    });
    let why = derived(move || match failed.get() {
        Some(ListsError::Save(why)) => Some(why),
        Some(ListsError::List(_)) | None => None,
    });
    view! {
        {problems::told(app, &seen.summary)}
        <TextField
            id="list-name"
            label=words.list_name.to_owned()
            value=called
            error=derived(move || is_nameless.get().then(|| words.no_name.to_owned()))
            on_input=move |text| called.set(text)
        />
        <p role="alert">{refused}</p>
        <Problem app=app why=why on_again=move |()| keep() />
        <Button wide=true busy=busy on_press=move |()| keep()>
            {words.keep}
        </Button>
        <Button kind=ButtonKind::Plain on_press=move |()| steps.back()>
            {words.another}
        </Button>
    }
}
