//! A reason in the person's own voice: recorded with one tap, ended with another, and heard again.

use domain::{Recording, RecordingId};
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Callback, Glyph, Icon, RwSignal, live, show_let};

use crate::browser::picture::Shown;
use crate::browser::voice::{NoVoice, Voice};
use crate::state::{App, follow};

/// Where recording stands.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Ready,
    /// The browser asks for the microphone.
    Asking,
    /// For so many seconds.
    Running(u32),
    Refused(NoVoice),
}

/// The button, and while it runs how long it has been.
#[component]
pub fn RecordVoice(app: App, #[prop(into)] on_voice: Callback<Recording>) -> impl IntoView {
    let words = app.text().safety();
    let stage = RwSignal::new(Stage::Ready);
    let running = StoredValue::new_local(None::<(Voice, Interval)>);
    // Leaving the page lets go of the microphone, and of what was not kept.
    let let_go = move || running.try_update_value(Option::take).flatten();
    on_cleanup(move || drop(let_go()));
    let stop = move |()| {
        let Some((voice, _)) = let_go() else { return };
        stage.set(Stage::Ready);
        spawn_local(async move {
            match voice.stop().await {
                Ok(recording) => {
                    let _ = on_voice.try_run(recording);
                }
                Err(why) => {
                    let _ = stage.try_set(Stage::Refused(why));
                }
            }
        });
    };
    let tick = move || {
        let Some(Stage::Running(seconds)) = stage.try_get_untracked() else { return };
        let seconds = seconds.saturating_add(1);
        stage.set(Stage::Running(seconds));
        if seconds >= Recording::LIMIT_S {
            // Not from within the interval that this ends.
            spawn_local(async move { stop(()) });
        }
    };
    let start = move |()| {
        stage.set(Stage::Asking);
        spawn_local(async move {
            match Voice::start().await {
                // The page may be gone by the time somebody said yes; then this is dropped, and the microphone with it.
                Ok(voice) if stage.try_get_untracked().is_some() => {
                    running.set_value(Some((voice, Interval::new(1000, tick))));
                    stage.set(Stage::Running(0));
                }
                Ok(_) => {}
                Err(why) => {
                    let _ = stage.try_set(Stage::Refused(why));
                }
            }
        });
    };
    let discard = move |()| {
        drop(let_go());
        stage.set(Stage::Ready);
    };
    let is_running = move || matches!(stage.get(), Stage::Running(_));
    let is_running = ui::Memo::new(move |_| is_running());
    let refused = move || match stage.get() {
        Stage::Refused(why) => Some(why),
        Stage::Ready | Stage::Asking | Stage::Running(_) => None,
    };
    let sentence = move |why| match why {
        NoVoice::NoMicrophone => words.no_microphone,
        NoVoice::NotAllowed => words.microphone_refused,
        NoVoice::NotPossible => words.no_recording,
    };
    view! {
        {live(move || {
            if is_running.get() {
                view! {
                    <p class="numbers" role="timer">
                        {live(move || match stage.get() {
                            Stage::Running(seconds) => (words.recording_for)(seconds, Recording::LIMIT_S),
                            _ => String::new(),
                        })}
                    </p>
                    <div class="cluster">
                        <Button icon=Icon::Check on_press=stop>{words.keep_recording}</Button>
                        <Button kind=ButtonKind::Plain on_press=discard>{words.discard_recording}</Button>
                    </div>
                }
                .into_any()
            } else {
                view! {
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Plus
                        busy=ui::derived(move || stage.get() == Stage::Asking)
                        on_press=start
                    >
                        {words.record}
                    </Button>
                    <p class="quiet small">{words.record_hint}</p>
                }
                .into_any()
            }
        })}
        <div class="announce" role="alert">
            {show_let(ui::derived(refused), move |why| view! {
                <p class="field__error">
                    <Glyph icon=Icon::Info />
                    <span>{sentence(why)}</span>
                </p>
            })}
        </div>
    }
}

/// What was said, to be heard.
#[component]
pub fn Heard(app: App, recording: RecordingId) -> impl IntoView {
    let read = follow(app, move |journal| async move { journal.recording(recording).await.ok().flatten() });
    let shown = StoredValue::new_local(None::<Shown>);
    live(move || {
        let address = read.with(|read| {
            let recording = read.as_ref()?.as_ref()?;
            Shown::of_bytes(recording.bytes(), recording.media_type()?)
        });
        let address = address.map(|sound| {
            let address = sound.address().to_owned();
            shown.set_value(Some(sound));
            address
        })?;
        Some(
            view! { <audio class="voice" controls=true preload="metadata" src=address aria-label=app.text().safety().voice_of /> },
        )
    })
}
