//! Choosing a picture: made small on the phone before anything is kept of it, with a sentence where that does not work.

use domain::Photo;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Callback, FilePick, Glyph, Icon, RwSignal, show_let};

use crate::browser::picture::{self, NoPicture};
use crate::state::App;

#[component]
pub fn PickPicture(
    app: App,
    /// Stable id of the field.
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    icon: Icon,
    /// A side of what becomes of it, in pixels.
    side: u32,
    /// Another one was chosen; what it is, is not known yet.
    #[prop(into)]
    on_choose: Callback<()>,
    #[prop(into)] on_picture: Callback<Photo>,
) -> impl IntoView {
    let no_picture = RwSignal::new(None::<NoPicture>);
    let pick = move |file: web_sys::File| {
        no_picture.set(None);
        on_choose.run(());
        spawn_local(async move {
            match picture::scaled(&file, side).await {
                Ok(photo) => {
                    let _ = on_picture.try_run(photo);
                }
                Err(why) => {
                    let _ = no_picture.try_set(Some(why));
                }
            }
        });
    };
    let text = app.text().people();
    let why = move |why| match why {
        NoPicture::CannotOpen => text.no_photo,
        NoPicture::TooLarge => text.photo_too_large,
    };
    view! {
        <FilePick id=id label=label.to_owned() hint=hint.to_owned() icon=icon accept="image/*" on_pick=pick />
        <div class="announce" role="alert">
            {show_let(no_picture.into(), move |reason| view! {
                <p class="field__error">
                    <Glyph icon=Icon::Info />
                    <span>{why(reason)}</span>
                </p>
            })}
        </div>
    }
}
