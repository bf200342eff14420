//! Making one: a passphrase, the file, and where it goes. Two taps, because no browser asks where to send a file a second after the tap.

use engine::About;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Callback, Card, Icon, RwSignal, Signal, TextField, Tick, live, show_let};

use super::why::why_not;
use crate::browser::hand_over::{Handed, hand_over_parts};
use crate::commands::backup::NoBackup;
use crate::pages::codes::Codes;
use crate::pages::new_passphrase::{SixWords, is_too_short};
use crate::state::App;

/// What the file is called. Its name is the same in every language, and says nothing.
const FILE_NAME: &str = "backup.bin";
const FILE_KIND: &str = "application/octet-stream";

/// Bytes in a megabyte, as phones count them.
const MEGABYTE: f64 = 1_000_000.0;

/// Where it stands.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    TooShort,
    NotWrittenDown,
    No(NoBackup),
    /// What is in the file that waits, and its size in bytes.
    Ready(About, f64),
    Handed(Handed),
}

/// The file as codes; none where it is too long for that.
fn codes_of(pieces: &js_sys::Array) -> Option<Vec<String>> {
    let mut file = Vec::new();
    for piece in pieces.iter() {
        file.extend(js_sys::Uint8Array::from(piece).to_vec());
        if file.len() > codes::MOST_PARTS * codes::IN_ONE {
            return None;
        }
    }
    codes::parts(&file)
}

#[component]
pub fn Make(app: App, #[prop(into)] on_made: Callback<()>) -> impl IntoView {
    let words = app.text().backup();
    let passphrase = RwSignal::new(String::new());
    let is_written = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let told = RwSignal::new(None::<Told>);
    let pieces = StoredValue::new_local(None::<js_sys::Array>);
    let shown = RwSignal::new(None::<Vec<String>>);
    let make = move |()| {
        let typed = passphrase.get_untracked();
        if is_too_short(&typed) {
            return told.set(Some(Told::TooShort));
        }
        if !is_written.get_untracked() {
            return told.set(Some(Told::NotWrittenDown));
        }
        told.set(None);
        shown.set(None);
        busy.set(true);
        spawn_local(async move {
            let made = app.make_backup(typed).await;
            let _ = busy.try_set(false);
            let _ = told.try_set(Some(match made {
                Ok((made, about)) => {
                    let size = made.iter().map(|piece| f64::from(js_sys::Uint8Array::from(piece).length())).sum();
                    pieces.try_update_value(|pieces| *pieces = Some(made));
                    Told::Ready(about, size)
                }
                Err(why) => Told::No(why),
            }));
        });
    };
    let hand = move |()| {
        let Some(made) = pieces.get_value() else { return };
        spawn_local(async move {
            let handed = hand_over_parts(FILE_NAME, FILE_KIND, &made).await;
            if matches!(handed, Handed::Over | Handed::Saved) {
                let _ = on_made.try_run(());
            }
            let _ = told.try_set(Some(Told::Handed(handed)));
        });
    };
    let sentence = move |told| match told {
        Told::TooShort => words.too_short.to_owned(),
        Told::NotWrittenDown => words.written_down_first.to_owned(),
        Told::No(why) => why_not(words, why).to_owned(),
        Told::Ready(about, size) => {
            let mut told = (words.ready)(about.counts.records, &format!("{:.1}", (size / MEGABYTE).max(0.1)));
            if about.counts.unreadable > 0 {
                told.push(' ');
                told.push_str(&(words.unreadable)(about.counts.unreadable));
            }
            told
        }
        Told::Handed(Handed::Over) => words.handed_over.to_owned(),
        Told::Handed(Handed::Saved) => words.saved.to_owned(),
        Told::Handed(Handed::Stopped) => words.stopped.to_owned(),
        Told::Handed(Handed::Nowhere) => words.not_handed.to_owned(),
    };
    let is_ready = move || matches!(told.get(), Some(Told::Ready(..) | Told::Handed(_)));
    // Only what is small enough: a phone that was used for some days.
    let as_codes = move || pieces.with_value(|pieces| codes_of(pieces.as_ref()?));
    view! {
        <Card id="make-backup" heading=Some(words.make_title.to_owned())>
            <TextField
                id="backup-passphrase"
                label=words.passphrase.to_owned()
                hint=Signal::stored(Some(words.passphrase_hint.to_owned()))
                value=passphrase
                on_input=move |typed| passphrase.set(typed)
            />
            <SixWords app=app passphrase=passphrase on_offered=move |_| is_written.set(false) />
            <Tick
                id="backup-written"
                chooses=true
                label=Signal::stored(words.written_down.to_owned())
                on=is_written
                on_change=move |is| {
                    is_written.set(is);
                    told.set(None);
                }
            />
            <Button icon=Icon::Lock wide=true busy=busy on_press=make>
                {words.make}
            </Button>
            <div class="announce" role="status">
                {show_let(told.into(), move |told| view! { <p class="strong">{sentence(told)}</p> })}
            </div>
            {live(move || is_ready().then(|| view! {
                <Button icon=Icon::Download wide=true on_press=hand>
                    {words.hand_over}
                </Button>
                {as_codes().map(|texts| view! {
                    <Button kind=ButtonKind::Quiet wide=true on_press=move |()| shown.set(Some(texts.clone()))>
                        {words.codes.show}
                    </Button>
                })}
            }))}
            {show_let(shown.into(), move |texts| view! {
                <Codes
                    app=app
                    texts=texts
                    hint=words.codes.hint
                    read=words.codes.done
                    on_read=move |()| {
                        shown.set(None);
                        on_made.run(());
                    }
                />
            })}
        </Card>
    }
}
