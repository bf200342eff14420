//! Deleting something that more hangs on than itself: asked once, after saying what it does.

use std::future::Future;
use std::pin::Pin;

use engine::SaveError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Callback, Icon, RwSignal, Sheet, Signal};

use super::saving::Problem;
use super::sheet_help;
use crate::routes::Page;
use crate::state::App;

/// What is said around it.
#[derive(Clone, Copy)]
pub struct DeleteWords {
    /// On the button that asks.
    pub delete: &'static str,
    /// What it does, and what stays.
    pub means: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
}

/// Deleting, while it goes on.
pub type Deletes = Pin<Box<dyn Future<Output = Result<(), SaveError>>>>;

/// The button, the question in a sheet named `id`, and what went wrong. Once it is deleted the app goes to `then`.
#[component]
pub fn DeleteAsking(
    app: App,
    id: &'static str,
    words: DeleteWords,
    #[prop(into)] heading: Signal<String>,
    #[prop(into)] on_delete: Callback<(), Deletes>,
    then: Page,
) -> impl IntoView {
    let is_asked = RwSignal::new(false);
    let failed = RwSignal::new(None::<SaveError>);
    let delete = move |()| {
        is_asked.set(false);
        failed.set(None);
        let deleting = on_delete.run(());
        spawn_local(async move {
            match deleting.await {
                Ok(()) => app.go_to.set(Some(then)),
                Err(why) => {
                    let _ = failed.try_set(Some(why));
                }
            }
        });
    };
    let close = move |()| is_asked.set(false);
    view! {
        <Button kind=ButtonKind::Quiet wide=true icon=Icon::Trash on_press=move |()| is_asked.set(true)>
            {words.delete}
        </Button>
        <Problem app=app why=failed on_again=delete />
        <Sheet
            id=id
            open=is_asked
            heading=heading
            close=app.text().common().close.to_owned()
            help=sheet_help(app)
            on_close=close
        >
            <p>{words.means}</p>
            <div class="flow flow--tight">
                <Button kind=ButtonKind::Danger wide=true on_press=delete>
                    {words.yes}
                </Button>
                <Button kind=ButtonKind::Quiet wide=true on_press=close>
                    {words.no}
                </Button>
            </div>
        </Sheet>
    }
}
