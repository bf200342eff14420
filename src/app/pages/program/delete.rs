//! Deleting a program, after saying what that does.

use domain::ProgramId;
use leptos::prelude::*;

use crate::pages::deleting::{DeleteAsking, DeleteWords, Deletes};
use crate::routes::Page;
use crate::state::App;

#[component]
pub fn Delete(app: App, id: ProgramId) -> impl IntoView {
    let text = app.text().program();
    let words = DeleteWords { delete: text.delete, means: text.delete_means, yes: text.delete_yes, no: text.delete_no };
    view! {
        <DeleteAsking
            app=app
            id="delete-program"
            words=words
            heading=text.delete_ask.to_owned()
            on_delete=move |()| Box::pin(app.delete_program(id)) as Deletes
            then=Page::Week
        />
    }
}
