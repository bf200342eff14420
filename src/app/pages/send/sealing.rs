//! Sealing and handing over, as two taps: no browser asks where to send a file a second after the tap.

use domain::share::{Grant, To};
use domain::summary::Choice;
use domain::{Label, WordsError};
use engine::{Prepared, Sending, ShareError};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Icon, RwSignal, live, show_let};

use crate::browser::hand_over::{Handed, hand_over_parts};
use crate::browser::stretch::NoKey;
use crate::commands::send::NotSealed;
use crate::pages::codes::Codes;
use crate::pages::summary;
use crate::state::App;

/// What the file is called. Its name is the same in every language, and says nothing.
const FILE_NAME: &str = "page.bin";
const FILE_KIND: &str = "application/octet-stream";

/// Where it stands.
#[derive(Clone, PartialEq)]
enum Told {
    No(NotSealed),
    NothingOnPage,
    NoDays,
    TooLongForCodes,
    /// Sealed for this name, and waiting.
    Ready(String),
    /// What became of it, and whether it is in the list.
    Handed(Handed, bool),
}

/// One page on its way.
#[derive(Clone, Copy)]
pub struct Sealing {
    app: App,
    busy: RwSignal<bool>,
    told: RwSignal<Option<Told>>,
    waiting: StoredValue<Option<(Prepared, Vec<u8>)>>,
    /// The page that waits, as codes, while they are shown.
    codes: RwSignal<Option<Vec<String>>>,
}

impl Sealing {
    pub fn new(app: App) -> Self {
        let (told, codes) = (RwSignal::new(None), RwSignal::new(None));
        Self { app, busy: RwSignal::new(false), told, waiting: StoredValue::new(None), codes }
    }

    /// Whether it is being sealed.
    pub fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// Whether the consent there is does not cover this page, so that another one is to be asked for.
    pub fn needs_consent(self) -> bool {
        self.told.with(|told| match told {
            Some(Told::No(NotSealed::Share(why))) => {
                matches!(why, ShareError::Beyond(_) | ShareError::Ended | ShareError::Stopped | ShareError::Used)
            }
            _ => false,
        })
    }

    /// Seals the page that was chosen. `name`: for whom, as it is said.
    pub fn seal(self, to: To, grant: Grant, name: String, passphrase: String) {
        let from = match &grant {
            Grant::Signed(consent) => consent.who().cloned(),
            Grant::Earlier(id) => self.app.journal().shared(*id).and_then(|shared| shared.consent?.who().cloned()),
        };
        let asked = self.app.asked.get_value().unwrap_or_default();
        self.told.set(None);
        self.codes.set(None);
        if asked.choice == Choice::NOTHING {
            return self.told.set(Some(Told::NothingOnPage));
        }
        self.busy.set(true);
        spawn_local(async move {
            let period = summary::period_of(self.app, &asked).await.ok().flatten();
            let told = match period {
                None => Told::NoDays,
                Some(period) => {
                    let language = self.app.language.get_untracked();
                    let sending = Sending { to, grant, period, choice: asked.choice, from, language };
                    self.sealed(sending, name, &passphrase).await
                }
            };
            let _ = self.busy.try_set(false);
            let _ = self.told.try_set(Some(told));
        });
    }

    async fn sealed(self, sending: Sending, name: String, passphrase: &str) -> Told {
        match self.app.seal_share(sending, passphrase).await {
            Ok(sealed) => {
                let _ = self.waiting.try_update_value(|waiting| *waiting = Some(sealed));
                Told::Ready(name)
            }
            Err(why) => Told::No(why),
        }
    }

    /// Shows the page that waits as codes, where it is short enough.
    fn show_codes(self) {
        let codes = self.waiting.with_value(|waiting| codes::parts(&waiting.as_ref()?.1));
        if codes.is_none() {
            self.told.set(Some(Told::TooLongForCodes));
        }
        self.codes.set(codes);
    }

    /// The other side has read the codes: as good as a file that was sent.
    fn was_read(self) {
        let Some((prepared, file)) = self.waiting.try_update_value(Option::take).flatten() else { return };
        spawn_local(async move {
            let is_noted = self.app.note_share(&prepared, file.len()).await;
            let _ = self.codes.try_set(None);
            let _ = self.told.try_set(Some(Told::Handed(Handed::Over, is_noted)));
        });
    }

    fn hand(self) {
        // Taken out, so that one package is handed over and noted once.
        let Some((prepared, file)) = self.waiting.try_update_value(Option::take).flatten() else { return };
        spawn_local(async move {
            let parts = Array::of1(&Uint8Array::from(file.as_slice()));
            let handed = hand_over_parts(FILE_NAME, FILE_KIND, &parts).await;
            let is_out = matches!(handed, Handed::Over | Handed::Saved);
            let is_noted = is_out && self.app.note_share(&prepared, file.len()).await;
            if is_out {
                let _ = self.codes.try_set(None);
            } else {
                let _ = self.waiting.try_update_value(|waiting| *waiting = Some((prepared, file)));
            }
            let _ = self.told.try_set(Some(Told::Handed(handed, is_noted)));
        });
    }

    fn sentence(self, told: Told) -> String {
        let words = self.app.text().send();
        let why = &words.why;
        let said = match told {
            Told::Ready(name) => return (words.ready)(&name),
            Told::NothingOnPage => why.nothing_on_page,
            Told::NoDays => why.no_days,
            Told::TooLongForCodes => words.codes.too_long,
            Told::Handed(Handed::Over | Handed::Saved, false) => words.not_noted,
            Told::Handed(Handed::Over, true) => words.handed_over,
            Told::Handed(Handed::Saved, true) => words.saved,
            Told::Handed(Handed::Stopped, _) => words.stopped,
            Told::Handed(Handed::Nowhere, _) => words.nowhere,
            Told::No(NotSealed::Key(NoKey::Empty)) => why.no_passphrase,
            Told::No(NotSealed::Key(NoKey::NoMemory)) => why.no_memory,
            Told::No(NotSealed::Key(NoKey::Stopped) | NotSealed::Worker) => why.no_worker,
            Told::No(NotSealed::Share(ShareError::Beyond(_))) => why.beyond,
            Told::No(NotSealed::Share(ShareError::Ended | ShareError::Stopped | ShareError::Used)) => why.ended,
            Told::No(NotSealed::Share(ShareError::NotCompared)) => why.not_compared,
            Told::No(NotSealed::Share(ShareError::Gone | ShareError::Removed | ShareError::OtherRecipient)) => why.gone,
            Told::No(_) => why.not_made,
        };
        said.to_owned()
    }

    /// What is told, and the second tap.
    pub fn view(self) -> AnyView {
        let words = self.app.text().send();
        let is_ready = move || {
            self.told.with(|told| match told {
                Some(Told::Ready(_) | Told::TooLongForCodes) => true,
                Some(Told::Handed(handed, _)) => matches!(handed, Handed::Stopped | Handed::Nowhere),
                _ => false,
            })
        };
        view! {
            <div class="announce" role="status">
                {show_let(self.told.into(), move |told| view! { <p class="strong" dir="auto">{self.sentence(told)}</p> })}
            </div>
            {live(move || is_ready().then(|| view! {
                <Button icon=Icon::Message wide=true on_press=move |()| self.hand()>
                    {words.hand_over}
                </Button>
                {live(move || self.codes.with(Option::is_none).then(|| view! {
                    <Button kind=ButtonKind::Quiet wide=true on_press=move |()| self.show_codes()>
                        {words.codes.show}
                    </Button>
                }))}
            }))}
            {show_let(self.codes.into(), move |texts| view! {
                <Codes app=self.app texts=texts hint=words.codes.hint read=words.codes.read on_read=move |()| self.was_read() />
            })}
        }
        .into_any()
    }
}

/// More was written into a field for a name than a name has.
#[derive(Clone, Copy)]
pub struct TooLong;

/// A name out of a field; none where nothing was written.
///
/// # Errors
/// [`TooLong`]: nothing of it is left out silently.
pub fn label(typed: &str) -> Result<Option<Label>, TooLong> {
    match Label::new(typed) {
        Ok(label) => Ok(Some(label)),
        Err(WordsError::Empty) => Ok(None),
        Err(WordsError::TooLong { .. }) => Err(TooLong),
    }
}
