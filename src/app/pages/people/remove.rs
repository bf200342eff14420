//! Deleting somebody, after saying what that does.

use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Icon, RwSignal, Sheet, derived};

use super::person::Here;
use crate::pages::saving::Problem;
use crate::pages::sheet_help;
use crate::routes::Page;

#[component]
pub fn Remove(here: Here) -> impl IntoView {
    let Here { app, id, person } = here;
    let text = app.text().people();
    let is_asked = RwSignal::new(false);
    let failed = RwSignal::new(None::<SaveError>);
    let delete = move || {
        is_asked.set(false);
        failed.set(None);
        spawn_local(async move {
            match app.delete_person(id).await {
                Ok(()) => app.go_to.set(Some(Page::People)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet wide=true icon=Icon::Trash on_press=move |()| is_asked.set(true)>
            {text.delete}
        </Button>
        <Problem app=app why=failed on_again=move |()| delete() />
        <Sheet
            id="delete-person"
            open=is_asked
            heading=derived(move || person.with(|person| (text.delete_ask)(person.name().as_str())))
            close=app.text().common().close.to_owned()
            help=sheet_help(app)
            on_close=move |()| is_asked.set(false)
        >
            <p>{text.delete_means}</p>
            <div class="flow flow--tight">
                <Button kind=ButtonKind::Danger wide=true on_press=move |()| delete()>
                    {text.delete_yes}
                </Button>
                <Button kind=ButtonKind::Quiet wide=true on_press=move |()| is_asked.set(false)>
                    {text.delete_no}
                </Button>
            </div>
        </Sheet>
    }
}
