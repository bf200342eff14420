//! The picture of somebody: chosen, made small on the phone, taken away again.

use domain::Photo;
use engine::PeopleError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Disclosure, Icon, RwSignal, Show};

use super::field::NotSaved;
use super::person::Here;
use crate::pages::pick_picture::PickPicture;

/// Choosing and removing it.
#[component]
pub fn PhotoOf(here: Here) -> impl IntoView {
    let Here { app, id, person } = here;
    let text = app.text().people();
    let failed = RwSignal::new(None::<PeopleError>);
    let last = StoredValue::new(None::<Photo>);
    let save = move |photo: Option<Photo>| {
        last.set_value(photo.clone());
        spawn_local(async move {
            let answer = app.set_photo(id, photo).await;
            let _ = failed.try_set(answer.err());
        });
    };
    view! {
        <div class="card">
            <Disclosure summary=text.photo.to_owned()>
                <PickPicture
                    app=app
                    id="photo"
                    label=text.choose_photo
                    hint=text.photo_hint
                    icon=Icon::Me
                    side=Photo::SIDE
                    on_choose=move |()| failed.set(None)
                    on_picture=move |photo| save(Some(photo))
                />
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
