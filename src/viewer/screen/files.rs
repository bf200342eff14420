//! Handing files in: chosen or dropped, opened with a passphrase, or not opened and why; and which pages are open now.

use leptos::prelude::*;
use ui::{Button, ButtonKind, Card, ChoiceButton, FieldKind, FilePick, Icon, RwSignal, Switch, TextField, live};

use crate::browser;
use crate::desk::{Desk, Refused};

#[component]
pub fn Files(desk: Desk) -> impl IntoView {
    let words = desk.words();
    view! {
        <FilePick
            id="files"
            label=words.choose.to_owned()
            hint=words.choose_hint.to_owned()
            icon=Icon::Search
            accept=""
            many=true
            on_pick=move |file| desk.take(vec![file])
        />
        {live(move || (desk.locked.get() > 0).then(|| view! { <Locked desk=desk /> }))}
        <div aria-live="polite">
            {live(move || desk.refused.with(|refused| (!refused.is_empty()).then(|| not_opened(desk, refused))))}
        </div>
    }
}

#[component]
fn Locked(desk: Desk) -> impl IntoView {
    let words = desk.words();
    let passphrase = RwSignal::new(String::new());
    let open = move |()| desk.open(passphrase.get_untracked());
    let heading = move || Some((words.locked)(desk.locked.get()));
    view! {
        <Card id="locked" heading=ui::derived(heading)>
            <div
                class="flow"
                on:keydown=move |event| {
                    let is_in_field = event_target::<web_sys::Element>(&event).id() == "passphrase";
                    if event.key() == "Enter" && !event.is_composing() && is_in_field {
                        open(());
                    }
                }
            >
                <Secret id="passphrase" label=words.passphrase hint=Some(words.passphrase_hint) show=words.show value=passphrase />
                <Button icon=Icon::Lock wide=true busy=desk.busy on_press=open>
                    {words.open}
                </Button>
            </div>
        </Card>
    }
}

/// A passphrase, hidden unless whoever types it wants to see it.
#[component]
pub fn Secret(
    id: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    show: &'static str,
    value: RwSignal<String>,
) -> impl IntoView {
    let is_shown = RwSignal::new(false);
    view! {
        {live(move || {
            let kind = if is_shown.get() { FieldKind::Words } else { FieldKind::Secret };
            view! {
                <TextField
                    id=id
                    label=label.to_owned()
                    kind=kind
                    hint=hint.map(str::to_owned)
                    value=value
                    on_input=move |typed| value.set(typed)
                />
            }
        })}
        <Switch id=format!("{id}-shown") label=show.to_owned() on=is_shown on_change=move |on| is_shown.set(on) />
    }
}

fn not_opened(desk: Desk, refused: &[Refused]) -> AnyView {
    let words = desk.words();
    let day = |day| dates::day(day, browser::today(), desk.text().language);
    let rows = refused.iter().map(|one| {
        let sentence = one.why.sentence(words, day);
        let (refused, said) = (one.clone(), one.name.clone());
        view! {
            <li class="desk__refused flow flow--tight">
                <p class="strong own-text">{one.name.clone()}</p>
                <p>{sentence}</p>
                <Button kind=ButtonKind::Plain on_press=move |()| desk.take_off(&refused)>
                    {words.take_off}
                    <span class="visually-hidden">": " {said}</span>
                </Button>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Card id="not-opened" heading=Some(words.not_opened.to_owned())>
            <ul class="flow" role="list">
                {rows}
            </ul>
        </Card>
    }
    .into_any()
}

/// The pages that are open, the one that is shown marked, and the way to close them.
#[component]
pub fn OpenNow(desk: Desk) -> impl IntoView {
    let words = desk.words();
    live(move || {
        let text = desk.text();
        let today = browser::today();
        let shown = desk.shown.get();
        let rows: Vec<AnyView> = desk.opened.with(|all| {
            let row = |(place, one): (usize, &crate::opened::Opened)| {
                let period = one.sheet().period;
                let days = dates::day_range(period.first(), period.last(), today, text.language);
                let name = if one.name().is_empty() { words.no_name } else { one.name() };
                let is_shown = (place == shown).then_some("true");
                view! {
                    <li aria-current=is_shown>
                        <ChoiceButton
                            icon=Icon::Note
                            title=name.to_owned()
                            line=Some(days)
                            on_press=move |()| desk.shown.set(place)
                        />
                    </li>
                }
                .into_any()
            };
            all.iter().enumerate().map(|(place, one)| row((place, one))).collect()
        });
        (!rows.is_empty()).then(|| {
            view! {
                <section class="flow flow--tight" aria-labelledby="open-now">
                    <h2 id="open-now">{words.opened}</h2>
                    <ul class="rows desk__open" role="list">
                        {rows}
                    </ul>
                    <Button kind=ButtonKind::Quiet wide=true icon=Icon::Close on_press=move |()| desk.close()>
                        {words.close}
                    </Button>
                    <p class="quiet small">{words.close_hint}</p>
                </section>
            }
        })
    })
}
