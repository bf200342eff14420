//! What every screen shares: the open journal, the language, and the few signals that outlive a page.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use domain::{Language, Settings};
use engine::{Journal, Undo};
use leptos::prelude::*;
use leptos::task::spawn_local;
use storage::indexed_db::IndexedDb;
use text::Text;
use ui::{Effect, RwSignal};

use crate::answer::Answer;
use crate::browser::channel::{Said, Tabs};
use crate::browser::clock::Device;
use crate::browser::pause;
use crate::browser::zones::IntlZones;
use crate::pages::log::LeftAt;
use crate::pages::summary::Asked;
use crate::parts::Parts;
use crate::routes::Page;

/// Saves a draft; true when it is safe.
pub type SaveDraft = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = bool>>>>;

/// The journal as it is opened in a browser.
pub type OpenJournal = Journal<IndexedDb, Device>;

/// The app's state, made once at the root and handed down by context. Everything in it lives as long as the app, so that an answer
/// that arrives after its page is gone still finds it.
#[derive(Clone, Copy)]
pub struct App {
    journal: StoredValue<Rc<OpenJournal>, LocalStorage>,
    tabs: StoredValue<Option<Tabs>, LocalStorage>,
    /// The settings as last saved.
    pub settings: RwSignal<Settings>,
    /// The language spoken now.
    pub language: RwSignal<Language>,
    /// Goes up whenever the journal changed, here or in another tab: what was read before is read again.
    pub revision: RwSignal<u64>,
    /// What the toast says, while it says it.
    pub toast: RwSignal<Option<Told>>,
    pub is_online: RwSignal<bool>,
    pub update_waits: RwSignal<bool>,
    /// Goes up whenever the app is looked at again: what depends on the time of day is told anew.
    pub woken: RwSignal<u64>,
    /// Where to go next, for commands that finish outside a page. The frame goes there and clears it.
    pub go_to: RwSignal<Option<Page>>,
    /// Saves what is half written, before the page is reloaded for an update. Set by the page that has a draft.
    pub draft: StoredValue<Option<SaveDraft>, LocalStorage>,
    /// Where the log was left to look at an entry. Forgotten when another tab is chosen.
    pub left_log_at: StoredValue<Option<LeftAt>, LocalStorage>,
    /// The first day of the week that was looked at, so that the way back from a session leads there. Forgotten with the log's.
    pub left_week_at: StoredValue<Option<chrono::NaiveDate>>,
    /// What was chosen for the page for the counselor, so that it is still chosen after a look at an entry. Kept nowhere else.
    pub asked: StoredValue<Option<Asked>>,
    /// Which parts of the program are here.
    pub parts: Parts,
    /// A craving that was tapped and is not saved yet, because saving failed.
    pub unsaved: RwSignal<Option<Unsaved>>,
}

/// A sentence at the bottom of the screen, and what "Undo" beside it would take back.
#[derive(Clone)]
pub struct Told {
    pub sentence: String,
    pub undo: Option<Undo>,
    /// Which one it is, so that an old timer does not take a new sentence away.
    pub number: u64,
}

/// A craving whose saving failed: kept on the screen until it is saved or let go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Unsaved {
    pub intensity: domain::Intensity,
    /// When it was tapped, UTC milliseconds.
    pub at_utc_ms: i64,
    pub why: engine::SaveError,
}

impl App {
    /// Must be called under the root owner.
    pub fn new(journal: Rc<OpenJournal>, settings: Settings, language: Language) -> Self {
        Self {
            journal: StoredValue::new_local(journal),
            tabs: StoredValue::new_local(None),
            settings: RwSignal::new(settings),
            language: RwSignal::new(language),
            revision: RwSignal::new(0),
            toast: RwSignal::new(None),
            is_online: RwSignal::new(crate::browser::network::is_online()),
            update_waits: RwSignal::new(crate::browser::handrail::is_update_waiting()),
            woken: RwSignal::new(0),
            go_to: RwSignal::new(None),
            draft: StoredValue::new_local(None),
            left_log_at: StoredValue::new_local(None),
            left_week_at: StoredValue::new(None),
            asked: StoredValue::new(None),
            parts: Parts::none(),
            unsaved: RwSignal::new(None),
        }
    }

    /// The journal.
    pub fn journal(self) -> Rc<OpenJournal> {
        self.journal.get_value()
    }

    /// The rules of the time zones, for whatever works out a week.
    pub fn zones(self) -> IntlZones {
        IntlZones
    }

    /// The sentences of the language spoken now. Not reactive, on purpose: when the language changes the frame draws everything again,
    /// so that a thousand sentences need not listen for it.
    pub fn text(self) -> Text {
        text::of(self.language.get_untracked())
    }

    /// Starts telling other tabs, and listening to them.
    pub fn join(self, tabs: Option<Tabs>) {
        self.tabs.set_value(tabs);
    }

    /// Whoever locks here means every tab.
    pub fn say_locked(self) {
        self.tabs.with_value(|tabs| {
            if let Some(tabs) = tabs {
                tabs.say(Said::Locked);
            }
        });
    }

    /// The journal changed here: everything shown is read again, in every tab.
    pub fn changed(self) {
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
        self.tabs.with_value(|tabs| {
            if let Some(tabs) = tabs {
                tabs.say(Said::Changed);
            }
        });
    }
}

/// Something read from the journal, read again whenever the journal changes. `None` until the first answer.
pub fn follow<T, F, Asked>(app: App, read: F) -> Answer<T>
where
    T: 'static,
    F: Fn(Rc<OpenJournal>) -> Asked + 'static,
    Asked: Future<Output = T> + 'static,
{
    follow_with(app, || (), read)
}

/// The same, read again also when what `also` reads changes: the week that is shown, the time of day.
pub fn follow_with<T, F, Asked>(app: App, also: impl Fn() + 'static, read: F) -> Answer<T>
where
    T: 'static,
    F: Fn(Rc<OpenJournal>) -> Asked + 'static,
    Asked: Future<Output = T> + 'static,
{
    let told = Answer::none();
    follow_boxed(
        app,
        Box::new(also),
        Rc::new(move |journal, is_wanted| {
            let answer = read(journal);
            Box::pin(async move {
                let answer = answer.await;
                // The page may be gone, or a later question may have been asked meanwhile.
                if is_wanted() {
                    told.set(answer);
                }
            })
        }),
    );
    told
}

/// Asks the journal, and hands the answer over if the question is still the last one.
type Ask = Rc<dyn Fn(Rc<OpenJournal>, Box<dyn Fn() -> bool>) -> Pin<Box<dyn Future<Output = ()>>>>;

/// The part of `follow` that is the same for every question, so that the client holds it once.
fn follow_boxed(app: App, also: Box<dyn Fn()>, ask: Ask) {
    let turn = StoredValue::new(0_u64);
    // An effect, because this is the border to something outside the reactive graph: the journal.
    Effect::new(move |_| {
        app.revision.track();
        also();
        let mine = turn.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        });
        let is_wanted = move || mine.is_some() && turn.try_get_value() == mine;
        let ask = Rc::clone(&ask);
        spawn_local(async move {
            // What is read again may be for a page that the same change takes off the screen.
            if mine != Some(1) {
                pause::breathe().await;
            }
            if is_wanted() {
                ask(app.journal(), Box::new(is_wanted)).await;
            }
        });
    });
}
