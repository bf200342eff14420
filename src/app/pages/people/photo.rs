//! The picture of somebody: chosen, made small on the phone, taken away again.

use domain::Photo;
use engine::PeopleError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Disclosure, FilePick, Glyph, Icon, RwSignal, Show, show_let};

use super::field::NotSaved;
use super::person::Here;
use crate::browser::picture::{self, NoPicture};

/// Choosing and removing it.
#[component]
pub fn PhotoOf(here: Here) -> impl IntoView {
    let Here { app, id, person } = here;
    let text = app.text().people();
    let no_picture = RwSignal::new(None::<NoPicture>);
    let failed = RwSignal::new(None::<PeopleError>);
    let last = StoredValue::new(None::<Photo>);
    let save = move |photo: Option<Photo>| {
        last.set_value(photo.clone());
        spawn_local(async move {
            let answer = app.set_photo(id, photo).await;
            let _ = failed.try_set(answer.err());
        });
    };
    let pick = move |file: web_sys::File| {
        no_picture.set(None);
        failed.set(None);
        spawn_local(async move {
            match picture::scaled(&file, Photo::SIDE).await {
                Ok(photo) => save(Some(photo)),
                Err(why) => {
                    let _ = no_picture.try_set(Some(why));
                }
            }
        });
    };
    let why = move |why| match why {
        NoPicture::CannotOpen => text.no_photo,
        NoPicture::TooLarge => text.photo_too_large,
    };
    view! {
        <div class="card">
            <Disclosure summary=text.photo.to_owned()>
                <FilePick
                    id="photo"
                    label=text.choose_photo.to_owned()
                    hint=text.photo_hint.to_owned()
                    icon=Icon::Me
                    accept="image/*"
                    on_pick=pick
                />
                <div class="announce" role="alert">
                    {show_let(no_picture.into(), move |reason| view! {
                        <p class="field__error">
                            <Glyph icon=Icon::Info />
                            <span>{why(reason)}</span>
                        </p>
                    })}
                </div>
                <NotSaved app=app why=failed on_again=move |()| save(last.get_value()) />
                <Show when=move || person.with(|person| person.photo().is_some())>
                    <Button kind=ButtonKind::Plain icon=Icon::Trash on_press=move |()| save(None)>
                        {text.remove_photo}
                    </Button>
                </Show>
            </Disclosure>
        </div>
    }
}
