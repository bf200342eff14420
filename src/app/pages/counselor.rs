//! One counselor: their name, their key, and the six words that are compared in person. Nothing is sealed for a key that nobody compared.

use domain::Label;
use domain::share::{Recipient, RecipientId};
use engine::{AddressError, AddressKey, SaveError, ShareError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use text::packs::Why;
use ui::{Button, ButtonKind, ButtonLink, Callback, Card, RwSignal, Signal, TextArea, TextField, live, show_let};

use crate::browser::{camera, clock, dates, handrail};
use crate::pages::details::own::limit;
use crate::pages::send::{TooLong, label};
use crate::routes::Page;
use crate::state::App;

/// Why it is not kept yet.
#[derive(Clone, Copy, PartialEq)]
enum Refused {
    NoName,
    TooLong,
    NoKey,
    Key(AddressError),
    AlreadyThere,
    Gone,
    NotSaved(SaveError),
}

impl Refused {
    fn of(why: ShareError) -> Self {
        match why {
            ShareError::AlreadyThere(_) => Refused::AlreadyThere,
            ShareError::WeakKey => Refused::Key(AddressError::Weak),
            ShareError::Save(why) => Refused::NotSaved(why),
            _ => Refused::Gone,
        }
    }
}

impl From<TooLong> for Refused {
    fn from(_: TooLong) -> Self {
        Refused::TooLong
    }
}

#[component]
pub fn Counselor(app: App, id: Option<RecipientId>) -> impl IntoView {
    let known = id.map(|id| app.journal().recipient(id).filter(|one| !one.is_removed()));
    match known {
        Some(None) => view! {
            <p class="lead">{app.text().counselor_card().gone}</p>
            <ButtonLink href=Page::Send.path()>{app.text().titles().send}</ButtonLink>
        }
        .into_any(),
        Some(Some(known)) => view! { <Form app=app id=id known=Some(known) /> }.into_any(),
        None => view! { <Form app=app id=None known=None /> }.into_any(),
    }
}

#[component]
fn Form(app: App, id: Option<RecipientId>, known: Option<Recipient>) -> impl IntoView {
    let text = app.text();
    let words = text.counselor_card();
    let old_key = known.as_ref().and_then(|one| AddressKey::from_bytes(one.key()).ok());
    let name = RwSignal::new(known.as_ref().map_or_else(String::new, |one| one.name().as_str().to_owned()));
    let organisation = known.as_ref().and_then(Recipient::organisation);
    let organisation = RwSignal::new(organisation.map_or_else(String::new, |one| one.as_str().to_owned()));
    let key = RwSignal::new(old_key.map_or_else(String::new, |key| key.text()));
    let refused = RwSignal::new(None::<Refused>);
    let read = move || -> Result<(Label, Option<Label>, AddressKey), Refused> {
        let name = label(&name.get_untracked())?.ok_or(Refused::NoName)?;
        let organisation = label(&organisation.get_untracked())?;
        let typed = key.get_untracked();
        if typed.trim().is_empty() {
            return Err(Refused::NoKey);
        }
        let key = AddressKey::read(&typed).map_err(Refused::Key)?;
        Ok((name, organisation, key))
    };
    let save = move |()| match read() {
        Err(why) => refused.set(Some(why)),
        Ok((name, organisation, key)) => spawn_local(async move {
            match app.keep_counselor(id, name, organisation, key).await {
                Ok(kept) if id.is_none() => app.go_to.set(Some(Page::Counselor(kept))),
                Ok(_) => {
                    let _ = refused.try_set(None);
                }
                Err(why) => {
                    let _ = refused.try_set(Some(Refused::of(why)));
                }
            }
        }),
    };
    let sentence = move |why| match why {
        Refused::NoName => words.no_name.to_owned(),
        Refused::TooLong => text.people().too_long.to_owned(),
        Refused::NoKey => words.no_key.to_owned(),
        Refused::Key(AddressError::Newer) => words.key_newer.to_owned(),
        Refused::Key(AddressError::Weak) => words.key_weak.to_owned(),
        Refused::Key(_) => words.key_wrong.to_owned(),
        Refused::AlreadyThere => words.already_there.to_owned(),
        Refused::Gone => words.gone.to_owned(),
        Refused::NotSaved(why) => text.problems().saving(why).to_owned(),
    };
    view! {
        <p class="lead">{words.lead}</p>
        <Card id="counselor">
            <TextField
                id="counselor-name"
                label=words.name.to_owned()
                limit=limit(app, Label::LIMIT)
                value=name
                on_input=move |typed| name.set(typed)
            />
            <TextField
                id="counselor-organisation"
                label=words.organisation.to_owned()
                limit=limit(app, Label::LIMIT)
                value=organisation
                on_input=move |typed| organisation.set(typed)
            />
            <TextArea
                id="counselor-key"
                label=words.key.to_owned()
                hint=Signal::stored(Some(words.key_hint.to_owned()))
                value=key
                on_input=move |typed| key.set(typed)
            />
            <ScanKey app=app on_read=move |read| key.set(read) />
            <div class="announce" role="alert">
                {show_let(refused.into(), move |why| view! { <p class="strong">{sentence(why)}</p> })}
            </div>
            <Button wide=true on_press=save>
                {text.common().save}
            </Button>
        </Card>
        {id.map(|id| view! { <Compare app=app id=id refused=refused /> })}
    }
}

/// The id of what shows the camera's picture.
const CAMERA: &str = "key-camera";

/// The key off the counselor's screen, in browsers that can read a code.
#[component]
fn ScanKey(app: App, #[prop(into)] on_read: Callback<String>) -> impl IntoView {
    let words = app.text().packs();
    let is_scanning = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let scan = move |()| {
        failed.set(false);
        is_scanning.set(true);
        request_animation_frame(move || {
            spawn_local(async move {
                match camera::scan(CAMERA).await {
                    Ok(Some(text)) => {
                        let _ = on_read.try_run(text);
                    }
                    // Stopped, and perhaps begun anew since.
                    Ok(None) => return,
                    Err(camera::NoCamera) => drop(failed.try_set(true)),
                }
                let _ = is_scanning.try_set(false);
            });
        });
    };
    camera::can_scan().then(|| {
        live(move || {
            if is_scanning.get() {
                view! {
                    <video class="camera" id=CAMERA playsinline=true muted=true></video>
                    <Button kind=ButtonKind::Quiet wide=true on_press=move |()| is_scanning.set(false)>
                        {words.stop}
                    </Button>
                }
                .into_any()
            } else {
                view! {
                    <Button kind=ButtonKind::Quiet wide=true on_press=scan>
                        {words.scan}
                    </Button>
                    {failed.get().then(|| view! { <p class="field__error">{(words.why)(Why::NoCamera)}</p> })}
                }
                .into_any()
            }
        })
    })
}

/// The six words of the key that is kept, whether they were compared, and removing.
#[component]
fn Compare(app: App, id: RecipientId, refused: RwSignal<Option<Refused>>) -> impl IntoView {
    let words = app.text().counselor_card();
    let list = RwSignal::new(None::<String>);
    let language = app.language.get_untracked();
    spawn_local(async move {
        let fetched = handrail::words(language.code()).await;
        let _ = list.try_set(fetched);
    });
    let six = move || {
        app.revision.track();
        let recipient = app.journal().recipient(id)?;
        let key = AddressKey::from_bytes(recipient.key()).ok()?;
        let said = list.with(|list| key.words(list.as_deref()?).ok().map(|six| six.join(" ")))?;
        Some((said, recipient.compared_on()))
    };
    let answer = move |answer: Result<(), ShareError>| {
        let _ = refused.try_set(answer.err().map(Refused::of));
    };
    let compared = move |()| spawn_local(async move { answer(app.compare_counselor(id).await) });
    let remove = move |()| {
        spawn_local(async move {
            let removed = app.remove_counselor(id).await;
            if removed.is_ok() {
                app.go_to.set(Some(Page::Send));
            }
            answer(removed);
        });
    };
    view! {
        <Card id="compare" heading=Some(words.words_title.to_owned())>
            {live(move || six().map(|(said, compared_on)| {
                let rest = match compared_on {
                    Some(day) => {
                        let day = dates::day(day, clock::now().day(), app.text().language);
                        view! { <p class="quiet">{(words.compared_on)(&day)}</p> }.into_any()
                    }
                    None => view! {
                        <p>{words.words_hint}</p>
                        <Button wide=true on_press=compared>
                            {words.same}
                        </Button>
                        <p class="quiet small">{words.same_line}</p>
                    }
                    .into_any(),
                };
                view! {
                    <p class="reason own-text">{said}</p>
                    {rest}
                }
            }))}
        </Card>
        <Button kind=ButtonKind::Plain wide=true on_press=remove>
            {words.remove}
        </Button>
        <p class="quiet small">{words.remove_hint}</p>
    }
}
