//! The counselor's own keys, where they want some: made, opened, given away, exchanged, saved, deleted.

use domain::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::counselor_keys::CounselorKeys;
use ui::{Button, ButtonKind, Card, Disclosure, FieldKind, Icon, RwSignal, Switch, TextField, live, show_let};

use super::files::Secret;
use crate::browser;
use crate::desk::Desk;
use crate::keys::{Stage, Trouble};
use crate::sealed::NotOpened;
use crate::why::Why;

/// Fewer letters are too easily guessed, whatever they are.
const SHORTEST: usize = 12;

/// The words of which passphrases are made, and by which keys are compared.
pub fn list(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../public/words/en.txt"),
        Language::Es => include_str!("../../../public/words/es.txt"),
    }
}

#[component]
pub fn OwnKeys(desk: Desk) -> impl IntoView {
    let words = desk.text().counselor_keys();
    let trouble = RwSignal::new(None::<String>);
    view! {
        <Card id="keys" heading=Some(words.heading.to_owned())>
            {live(move || {
                trouble.set(None);
                match desk.keys.stage.get() {
                    Stage::None => view! { <Make desk=desk trouble=trouble /> }.into_any(),
                    Stage::Sealed => view! { <Sealed desk=desk trouble=trouble /> }.into_any(),
                    Stage::Open => view! { <Open desk=desk trouble=trouble /> }.into_any(),
                }
            })}
            <div class="announce" role="status">
                {show_let(trouble.into(), |said: String| view! { <p class="strong">{said}</p> })}
            </div>
        </Card>
    }
}

/// What to say about something that went wrong.
fn sentence(desk: Desk, trouble: Trouble) -> String {
    let words: &CounselorKeys = desk.text().counselor_keys();
    let said = match trouble {
        Trouble::Passphrase(why @ (Why::NoPassphrase | Why::NoMemory)) => {
            return why.sentence(desk.words(), |day| day.to_string());
        }
        Trouble::Passphrase(_) | Trouble::NotOpened(NotOpened::Damaged) => words.why.damaged,
        Trouble::NotOpened(NotOpened::WrongPassphrase) => words.why.wrong,
        Trouble::NotOpened(NotOpened::Newer) => words.why.newer,
        Trouble::NotKept => words.why.not_kept,
        Trouble::OtherTab => words.why.other_tab,
        Trouble::TooMany => words.why.too_many,
        Trouble::NoRandomness => desk.words().why.no_randomness,
    };
    said.to_owned()
}

#[component]
fn Make(desk: Desk, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let words = desk.text().counselor_keys();
    let passphrase = RwSignal::new(String::new());
    let is_written = RwSignal::new(false);
    let offer = move |()| {
        if let Ok(six) = vault::make_passphrase(list(desk.text().language)) {
            passphrase.set(six.to_string());
        }
    };
    let make = move |()| {
        let typed = passphrase.get_untracked();
        if typed.trim().chars().count() < SHORTEST {
            return trouble.set(Some(words.too_short.to_owned()));
        }
        if !is_written.get_untracked() {
            return trouble.set(Some(words.written_down_first.to_owned()));
        }
        trouble.set(Some(words.making.to_owned()));
        desk.busy.set(true);
        spawn_local(async move {
            browser::drawn().await;
            let made = desk.keys.make(&typed).await;
            desk.busy.set(false);
            match made {
                Ok(()) => desk.keys_opened(),
                Err(why) => trouble.set(Some(sentence(desk, why))),
            }
        });
    };
    view! {
        <p>{words.lead}</p>
        <p class="quiet small">{words.from_file}</p>
        <Disclosure summary=words.make.to_owned()>
            <p>{words.make_hint}</p>
            <TextField
                id="new-passphrase"
                label=words.passphrase.to_owned()
                kind=FieldKind::Words
                hint=Some(words.passphrase_hint.to_owned())
                value=passphrase
                on_input=move |typed| passphrase.set(typed)
            />
            <Button kind=ButtonKind::Quiet wide=true on_press=offer>
                {words.offer}
            </Button>
            <Switch
                id="written-down"
                label=words.written_down.to_owned()
                on=is_written
                on_change=move |on| is_written.set(on)
            />
            <Button icon=Icon::Lock wide=true busy=desk.busy on_press=make>
                {words.make}
            </Button>
        </Disclosure>
    }
}

#[component]
fn Sealed(desk: Desk, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let words = desk.text().counselor_keys();
    let passphrase = RwSignal::new(String::new());
    let open = move |()| {
        trouble.set(Some(desk.words().opening.to_owned()));
        desk.busy.set(true);
        spawn_local(async move {
            browser::drawn().await;
            let opened = desk.keys.open(&passphrase.get_untracked());
            desk.busy.set(false);
            match opened {
                Ok(()) => {
                    desk.keys_opened();
                    desk.say(words.opened);
                }
                Err(why) => trouble.set(Some(sentence(desk, why))),
            }
        });
    };
    view! {
        <p>{words.locked}</p>
        <Secret id="keys-passphrase" label=words.passphrase hint=None show=desk.words().show value=passphrase />
        <Button kind=ButtonKind::Quiet icon=Icon::Lock wide=true busy=desk.busy on_press=open>
            {words.open}
        </Button>
        <Forget desk=desk trouble=trouble />
    }
}

#[component]
fn Open(desk: Desk, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let words = desk.text().counselor_keys();
    let rotate = move |()| {
        spawn_local(async move {
            let said = match desk.keys.rotate().await {
                Ok(()) => words.rotated.to_owned(),
                Err(why) => sentence(desk, why),
            };
            trouble.set(Some(said));
        });
    };
    let save = move |()| {
        let said = if desk.keys.save() { words.saved } else { words.why.not_kept };
        trouble.set(Some(said.to_owned()));
    };
    let turn = desk.keys.turn;
    view! {
        {live(move || {
            turn.track();
            view! { <Given desk=desk trouble=trouble /> }
        })}
        {live(move || desk.keys.unsaved.get().then(|| view! { <p class="strong">{words.save_needed}</p> }))}
        <Button kind=ButtonKind::Quiet icon=Icon::Download wide=true on_press=save>
            {words.save}
        </Button>
        <p class="quiet small">{words.save_hint}</p>
        <Button kind=ButtonKind::Quiet icon=Icon::Lock wide=true on_press=move |()| desk.keys.lock()>
            {words.lock}
        </Button>
        <Disclosure summary=words.rotate.to_owned()>
            <p>{words.rotate_hint}</p>
            <Button kind=ButtonKind::Quiet icon=Icon::Plus wide=true on_press=rotate>
                {words.rotate}
            </Button>
        </Disclosure>
        {live(move || {
            turn.track();
            view! { <Older desk=desk trouble=trouble /> }
        })}
        <Forget desk=desk trouble=trouble />
    }
}

/// The key to give away.
#[component]
fn Given(desk: Desk, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let (text, words) = (desk.text(), desk.text().counselor_keys());
    let newest = desk.keys.with_ring(|ring| {
        let key = ring.keys().first()?;
        let address = key.reading.address();
        let six = address.words(list(text.language)).map(|six| six.join(" ")).unwrap_or_default();
        Some((address.text(), six, key.made, ring.senders()))
    });
    newest.flatten().map(|(address, six, made, senders)| {
        let made = dates::day(made, browser::today(), text.language);
        let copied = address.clone();
        let copy = move |()| {
            let address = copied.clone();
            spawn_local(async move {
                if browser::copy(&address).await {
                    trouble.set(Some(words.copied.to_owned()));
                }
            });
        };
        view! {
            <h3>{words.yours}</h3>
            <p class="quiet small">{(words.made_on)(&made)}</p>
            <p class="desk__key numbers">{address}</p>
            <Button kind=ButtonKind::Quiet icon=Icon::Note wide=true on_press=copy>
                {words.copy}
            </Button>
            <p>{words.give}</p>
            <p>
                {words.words} ": " <strong>{six}</strong>
            </p>
            <p class="quiet small">{(words.remembers)(senders)}</p>
        }
    })
}

/// Keys that only read, each with the way to remove it.
#[component]
fn Older(desk: Desk, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let (text, words) = (desk.text(), desk.text().counselor_keys());
    let older = desk.keys.with_ring(|ring| {
        let one = |key: &crate::ring::Key| {
            let six = key.reading.address().words(list(text.language)).map(|six| six.join(" ")).unwrap_or_default();
            (six, key.made)
        };
        ring.keys().iter().skip(1).map(one).collect::<Vec<_>>()
    });
    let older = older.filter(|older| !older.is_empty())?;
    let rows = older.into_iter().zip(1_usize..).map(|((six, made), place)| {
        let made = dates::day(made, browser::today(), text.language);
        let remove = move |()| {
            spawn_local(async move {
                let said = match desk.keys.remove(place).await {
                    Ok(()) => words.removed.to_owned(),
                    Err(why) => sentence(desk, why),
                };
                trouble.set(Some(said));
            });
        };
        view! {
            <li class="flow flow--tight">
                <p class="strong">{six}</p>
                <p class="quiet small">{(words.made_on)(&made)}</p>
                <Surely ask=words.remove asks=words.remove_asks now=words.remove_now keep=words.keep_it on_sure=ui::Callback::new(remove) />
            </li>
        }
    });
    let rows = rows.collect_view();
    Some(view! {
        <Disclosure summary=words.older.to_owned()>
            <p>{words.older_hint}</p>
            <ul class="flow" role="list">
                {rows}
            </ul>
        </Disclosure>
    })
}

#[component]
fn Forget(desk: Desk, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let words = desk.text().counselor_keys();
    let forget = move |()| {
        spawn_local(async move {
            match desk.keys.forget().await {
                Ok(()) => desk.say(words.forgotten),
                Err(why) => trouble.set(Some(sentence(desk, why))),
            }
        });
    };
    view! {
        <Disclosure summary=words.forget.to_owned()>
            <p>{words.forget_hint}</p>
            <Surely ask=words.forget asks=words.forget_asks now=words.forget_now keep=words.keep_it on_sure=ui::Callback::new(forget) />
        </Disclosure>
    }
}

/// Something that cannot be taken back: asked once more, in the same place.
#[component]
fn Surely(
    ask: &'static str,
    asks: &'static str,
    now: &'static str,
    keep: &'static str,
    on_sure: ui::Callback<()>,
) -> impl IntoView {
    let is_asked = RwSignal::new(false);
    live(move || {
        if is_asked.get() {
            view! {
                <p class="strong">{asks}</p>
                <div class="cluster">
                    <Button kind=ButtonKind::Danger icon=Icon::Trash on_press=on_sure>
                        {now}
                    </Button>
                    <Button kind=ButtonKind::Plain on_press=move |()| is_asked.set(false)>
                        {keep}
                    </Button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <Button kind=ButtonKind::Quiet on_press=move |()| is_asked.set(true)>
                    {ask}
                </Button>
            }
            .into_any()
        }
    })
}
