//! Own words about a craving.

use std::rc::Rc;

use domain::{CravingEdit, Note};
use leptos::prelude::*;

use crate::pages::found::Here;
use crate::pages::writing::{Field, SaveWords, Writing};

/// Room for own words.
#[component]
pub fn NoteField(here: Here) -> impl IntoView {
    let Here { app, id, key, craving } = here;
    let (words, problems) = (app.text().craving(), app.text().problems());
    let save: SaveWords = Rc::new(move |note: Option<Note>| {
        Box::pin(async move {
            let answer = app.edit_craving(id, CravingEdit::SetNote(note)).await;
            answer.map(|_| ()).map_err(|why| problems.saving(why))
        })
    });
    let field = Field {
        id: "note",
        label: words.note,
        hint: Some(words.note_hint),
        rows: 3,
        written: craving
            .with_untracked(|craving| craving.note().map_or_else(String::new, |note| note.as_str().to_owned())),
        save,
    };
    let writing = Writing::open(app, &key.to_hex(), words.note_kept, vec![field]);
    view! { <div class="card">{writing.field("note")}</div> }
}
