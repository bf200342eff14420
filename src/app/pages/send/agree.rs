//! What is agreed to, in plain words: what goes along, what for, until when, how it is taken back. Nothing is sealed without it.

use chrono::Days as Later;
use domain::share::{
    Consent, ConsentDraft, Days, Grant, Purpose, RecipientId, Revoke, Signature, Statement, To, Until, Whom,
};
use domain::{Label, Line, WordsError};
use leptos::prelude::*;
use ui::{Button, Card, Choice, Icon, RadioGroup, RwSignal, Signal, TextField, Tick, live, show_let};

use super::sealing::{Sealing, TooLong, label};
use crate::browser::{clock, dates};
use crate::pages::details::own::limit;
use crate::pages::new_passphrase::{SixWords, is_too_short};
use crate::pages::summary;
use crate::state::App;

/// How long a consent runs that is not for one page, in days.
const RUNS_DAYS: u64 = 90;

const TREATMENT: &str = "treatment";
const REQUEST: &str = "request";
const OTHER: &str = "other";
const ONCE: &str = "once";
const NINETY: &str = "days";
const END: &str = "end";

/// What is missing before it can be sealed.
#[derive(Clone, Copy, PartialEq)]
enum Missing {
    Name,
    Purpose,
    /// Nothing is missing: a name or a purpose has too many letters.
    Shorter,
    Tick,
    Passphrase,
    Days,
}

/// What is on the screen.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    purpose: RwSignal<String>,
    other: RwSignal<String>,
    until: RwSignal<String>,
    me: RwSignal<String>,
    agrees: RwSignal<bool>,
    passphrase: RwSignal<String>,
}

impl Typed {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            name: empty(),
            purpose: RwSignal::new(TREATMENT.to_owned()),
            other: empty(),
            until: RwSignal::new(ONCE.to_owned()),
            me: empty(),
            agrees: RwSignal::new(false),
            passphrase: empty(),
        }
    }

    /// The consent as it stands, to be checked as a whole.
    fn consent(self, app: App, whom: Option<Whom>, period: domain::summary::Period) -> Result<Consent, Missing> {
        let purpose = match self.purpose.get_untracked().as_str() {
            TREATMENT => Purpose::Treatment,
            REQUEST => Purpose::MyRequest,
            _ => Purpose::Own(Line::new(&self.other.get_untracked()).map_err(|why| match why {
                WordsError::Empty => Missing::Purpose,
                WordsError::TooLong { .. } => Missing::Shorter,
            })?),
        };
        let (until, days) = match self.until.get_untracked().as_str() {
            NINETY => (Until::Day(last_day()), Days::OfEachPage),
            END => (Until::EndOfTreatment, Days::OfEachPage),
            _ => (Until::Once, Days::These(period)),
        };
        if !self.agrees.get_untracked() {
            return Err(Missing::Tick);
        }
        let who = label(&self.me.get_untracked())?;
        let draft = ConsentDraft {
            signature: Some(who.clone().map_or(Signature::Tick, Signature::Typed)),
            who,
            whom: Some(whom.ok_or(Missing::Name)?),
            days: Some(days),
            what: Some(app.asked.get_value().unwrap_or_default().choice),
            purpose: Some(purpose),
            until: Some(until),
            revoke: Some(Revoke::InTheApp),
            language: Some(app.language.get_untracked()),
        };
        // All that could be missing was asked for above, but for a page with nothing on it, which the sealing names.
        Consent::new(draft, clock::now().day()).map_err(|_| Missing::Days)
    }
}

impl From<TooLong> for Missing {
    fn from(_: TooLong) -> Self {
        Missing::Shorter
    }
}

fn last_day() -> chrono::NaiveDate {
    let today = clock::now().day();
    today.checked_add_days(Later::new(RUNS_DAYS)).unwrap_or(today)
}

/// The consent for one way, and the button below it. `id`: None for a passphrase.
#[component]
pub fn Agree(app: App, id: Option<RecipientId>, sealing: Sealing) -> impl IntoView {
    let words = app.text().send();
    let typed = Typed::new();
    let missing = RwSignal::new(None::<Missing>);
    let known = id.and_then(|id| app.journal().recipient(id));
    let whom =
        StoredValue::new(known.map(|one| Whom { name: one.name().clone(), organisation: one.organisation().cloned() }));
    let press = move |()| {
        let whom = match whom.get_value() {
            Some(known) => Some(known),
            None => match label(&typed.name.get_untracked()) {
                Ok(name) => name.map(|name| Whom { name, organisation: None }),
                Err(TooLong) => return missing.set(Some(Missing::Shorter)),
            },
        };
        if id.is_none() && whom.is_some() && is_too_short(&typed.passphrase.get_untracked()) {
            return missing.set(Some(Missing::Passphrase));
        }
        let name = whom.as_ref().map(|whom| whom.name.as_str().to_owned()).unwrap_or_default();
        leptos::task::spawn_local(async move {
            let asked = app.asked.get_value().unwrap_or_default();
            let period = summary::period_of(app, &asked).await.ok().flatten();
            let made = period.ok_or(Missing::Days).and_then(|period| typed.consent(app, whom, period));
            let _ = missing.try_set(made.as_ref().err().copied());
            if let Ok(consent) = made {
                let to = id.map_or(To::Passphrase, To::Recipient);
                sealing.seal(to, Grant::Signed(consent), name, typed.passphrase.get_untracked());
            }
        });
    };
    let sentence = move |missing| match missing {
        Missing::Name => words.why.no_name,
        Missing::Purpose => words.why.no_purpose,
        Missing::Shorter => app.text().people().too_long,
        Missing::Tick => words.why.not_agreed,
        Missing::Passphrase => words.why.no_passphrase,
        Missing::Days => words.why.no_days,
    };
    view! {
        <Card id="agree" heading=Some(words.agree_title.to_owned())>
            <p>{words.agree_lead}</p>
            {id.is_none().then(|| with_passphrase(app, typed))}
            {purpose_and_end(app, typed)}
            <TextField
                id="my-name"
                label=words.my_name.to_owned()
                hint=Signal::stored(Some(words.my_name_hint.to_owned()))
                limit=limit(app, Label::LIMIT)
                value=typed.me
                on_input=move |name| typed.me.set(name)
            />
            <ul class="bullets">{live(move || statements(app, &typed.purpose.get()))}</ul>
            <Tick
                id="agrees"
                chooses=true
                label=Signal::stored(words.agree.to_owned())
                on=typed.agrees
                on_change=move |is| {
                    typed.agrees.set(is);
                    missing.set(None);
                }
            />
            <div class="announce" role="alert">
                {show_let(missing.into(), move |missing| view! { <p class="strong">{sentence(missing)}</p> })}
            </div>
            <Button icon=Icon::Lock wide=true busy=ui::derived(move || sealing.is_busy()) on_press=press>
                {words.seal}
            </Button>
            {sealing.view()}
        </Card>
    }
}

/// For whom it is, and the passphrase that they are told.
fn with_passphrase(app: App, typed: Typed) -> AnyView {
    let words = app.text().send();
    view! {
        <TextField
            id="their-name"
            label=words.their_name.to_owned()
            hint=Signal::stored(Some(words.their_name_hint.to_owned()))
            limit=limit(app, Label::LIMIT)
            value=typed.name
            on_input=move |name| typed.name.set(name)
        />
        <TextField
            id="page-passphrase"
            label=words.passphrase.to_owned()
            hint=Signal::stored(Some(words.passphrase_hint.to_owned()))
            value=typed.passphrase
            on_input=move |words| typed.passphrase.set(words)
        />
        <SixWords app=app passphrase=typed.passphrase on_offered=move |_| () />
        <p class="quiet small">{words.say_it_apart}</p>
    }
    .into_any()
}

fn purpose_and_end(app: App, typed: Typed) -> AnyView {
    let words = app.text().send();
    let choice = |value: &str, label: &str| Choice { value: value.to_owned(), label: label.to_owned() };
    let purposes =
        vec![choice(TREATMENT, words.treatment), choice(REQUEST, words.my_request), choice(OTHER, words.other_purpose)];
    let day = dates::day(last_day(), clock::now().day(), app.text().language);
    let ends =
        vec![choice(ONCE, words.once), choice(NINETY, &(words.ninety_days)(&day)), choice(END, words.end_of_treatment)];
    view! {
        <RadioGroup
            name="purpose"
            legend=words.purpose.to_owned()
            choices=Signal::stored(purposes)
            value=typed.purpose
            on_choose=move |code| typed.purpose.set(code)
        />
        {live(move || (typed.purpose.get() == OTHER).then(|| view! {
            <TextField
                id="other-purpose"
                label=words.other_purpose.to_owned()
                limit=limit(app, Line::LIMIT)
                value=typed.other
                on_input=move |words| typed.other.set(words)
            />
        }))}
        <RadioGroup
            name="until"
            legend=words.until.to_owned()
            choices=Signal::stored(ends)
            value=typed.until
            on_choose=move |code| typed.until.set(code)
        />
    }
    .into_any()
}

/// The sentences that belong to a purpose, and what goes along.
fn statements(app: App, purpose: &str) -> Vec<AnyView> {
    let words = app.text().send();
    let purpose = if purpose == TREATMENT { Purpose::Treatment } else { Purpose::MyRequest };
    let said = Statement::of(&purpose).iter().map(|one| (words.statement)(*one)).chain([words.notice]);
    said.map(|words| view! { <li>{words}</li> }.into_any()).collect()
}
