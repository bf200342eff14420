//! Finding an entry by its words, as they are typed. It goes back through the log a few sealed pages at a time and lets the browser
//! breathe in between, so that it never freezes. What is looked for stays on this page: it is never in an address.

use domain::{KnownWord, Needle};
use engine::{Cursor, Entry, What};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::Text;
use ui::{Effect, FieldKind, RwSignal, Show, TextField, derived, live};

use super::done;
use super::rows::{Rows, days_of};
use crate::browser::{pause, time};
use crate::state::App;

/// Enough to see whether the right one is among them; another word narrows it down.
const MOST: usize = 50;
/// How long the fingers have to rest before looking begins, in milliseconds.
const REST_MS: u32 = 150;

/// What was found so far.
#[derive(Clone)]
struct Results {
    entries: Vec<Entry>,
    stage: Stage,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Looking,
    /// The whole log was searched.
    AtTheEnd,
    /// There may be more than these.
    Enough,
    NotRead,
}

/// A search and its answers. Lives as long as the page of the log.
#[derive(Clone, Copy)]
pub struct Search {
    typed: RwSignal<String>,
    /// What is looked for now: what was typed, once the fingers rest.
    asked: RwSignal<String>,
    results: leptos::prelude::RwSignal<Option<Results>, LocalStorage>,
    /// Goes up with every search, so that an old one cannot write over a newer one.
    turn: StoredValue<u64>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Search {
    /// Looks whenever something else is asked, and again when the journal or the language changes.
    pub fn new(app: App, asked: String) -> Self {
        let search = Self {
            typed: RwSignal::new(asked.clone()),
            asked: RwSignal::new(asked),
            results: leptos::prelude::RwSignal::new_local(None),
            turn: StoredValue::new(0),
            timer: StoredValue::new_local(None),
        };
        // An effect, because this is the border to something outside the reactive graph: the journal.
        Effect::new(move |_| {
            app.revision.track();
            let text = app.text();
            let needle = Needle::new(&search.asked.get());
            let mine = search.next_turn();
            if !needle.is_empty() {
                spawn_local(search.look(app, text, needle, mine));
            }
        });
        search
    }

    /// Whether something is looked for, so that the answer is shown instead of the log.
    pub fn is_on(self) -> bool {
        self.asked.with(|asked| !Needle::new(asked).is_empty())
    }

    /// What is looked for, to be asked again later. Not reactive.
    pub fn asked_now(self) -> String {
        self.asked.try_get_untracked().unwrap_or_default()
    }

    /// Whether something is looked for and there may be more of it to come.
    pub fn is_going(self) -> bool {
        let is_over =
            |results: &Option<Results>| results.as_ref().is_some_and(|results| results.stage != Stage::Looking);
        self.is_on() && !self.results.with(is_over)
    }

    fn type_in(self, words: String) {
        self.typed.set(words.clone());
        self.timer.set_value(Some(Timeout::new(REST_MS, move || self.ask(words))));
    }

    fn ask(self, words: String) {
        self.timer.try_update_value(Option::take);
        if self.asked.try_with_untracked(|asked| *asked != words).unwrap_or_default() {
            if Needle::new(&words).is_empty() {
                self.results.set(None);
            }
            self.asked.set(words);
        }
    }

    fn next_turn(self) -> u64 {
        let next = self.turn.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        });
        next.unwrap_or_default()
    }

    async fn look(self, app: App, text: Text, needle: Needle, mine: u64) {
        let label = |word: KnownWord| text.word(word);
        let timetable = app.journal().timetable();
        let accept = |what: &What| match what {
            What::Craving(craving) => craving.matches(&needle, &label),
            What::Lapse(lapse) => lapse.matches(&needle, &label),
            What::CheckIn(told) => told.matches(&needle),
            What::Done(done) => needle.fits(&done::words(app, done, &timetable)),
            What::Newer | What::Unreadable { .. } => false,
        };
        let journal = app.journal();
        let mut entries: Vec<Entry> = Vec::new();
        let mut from: Option<Cursor> = None;
        loop {
            let answer = journal.search(from, MOST.saturating_sub(entries.len()), &accept).await;
            if self.turn.try_get_value() != Some(mine) {
                return;
            }
            let stage = match answer {
                Ok(page) => {
                    entries.extend(page.entries);
                    from = page.next;
                    match from {
                        None => Stage::AtTheEnd,
                        Some(_) if entries.len() >= MOST => Stage::Enough,
                        Some(_) => Stage::Looking,
                    }
                }
                Err(_) => Stage::NotRead,
            };
            let _ = self.results.try_set(Some(Results { entries: entries.clone(), stage }));
            if stage != Stage::Looking {
                // The bench measures from the tap on Enter to this.
                request_animation_frame(|| time::mark("handrail:found"));
            }
            match stage {
                Stage::Looking => pause::breathe().await,
                Stage::AtTheEnd | Stage::Enough | Stage::NotRead => return,
            }
        }
    }

    /// The line between the field and what was found.
    fn told(self, text: Text) -> Option<String> {
        self.results.with(|results| {
            let Results { entries, stage } = results.as_ref()?;
            let count = entries.len();
            Some(match stage {
                Stage::Looking => text.log().looking.to_owned(),
                Stage::AtTheEnd if count == 0 => text.log().nothing_found.to_owned(),
                Stage::AtTheEnd => (text.log().found)(count),
                Stage::Enough => (text.log().found_most)(count),
                Stage::NotRead => text.problems().not_read.to_owned(),
            })
        })
    }
}

/// The field to type in, and how far the search has come. That line is always in the page, so that a screen reader says when it
/// changes.
#[component]
pub fn SearchField(app: App, search: Search) -> impl IntoView {
    view! {
        <div class="flow flow--tight" role="search">
            <TextField
                id="log-search"
                kind=FieldKind::Search
                label=app.text().log().search.to_owned()
                value=search.typed
                on_input=move |words| search.type_in(words)
                on_commit=move |words| search.ask(words)
            />
            <p class="quiet" role="status">
                {live(move || search.is_on().then(|| search.told(app.text())))}
            </p>
        </div>
    }
}

/// What was found, day by day as in the log.
#[component]
pub fn Findings(app: App, search: Search) -> impl IntoView {
    let days = move || {
        search.results.with(|results| {
            let entries = results.iter().flat_map(|results| &results.entries);
            days_of(app, entries)
        })
    };
    view! {
        <Show when=move || search.is_on()>
            <Rows days=derived(days) />
        </Show>
    }
}
