//! Deleting a program, after saying what that does.

use domain::ProgramId;
use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Icon, RwSignal, Sheet};

use crate::pages::saving::Problem;
use crate::pages::sheet_help;
use crate::routes::Page;
use crate::state::App;

#[component]
pub fn Delete(app: App, id: ProgramId) -> impl IntoView {
    let text = app.text().program();
    let is_asked = RwSignal::new(false);
    let failed = RwSignal::new(None::<SaveError>);
    let delete = move || {
        is_asked.set(false);
        failed.set(None);
        spawn_local(async move {
            match app.delete_program(id).await {
                Ok(()) => app.go_to.set(Some(Page::Week)),
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
            id="delete-program"
            open=is_asked
            heading=text.delete_ask.to_owned()
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
