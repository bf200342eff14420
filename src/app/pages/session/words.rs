//! Own words about a session: three prompts before it, one take-away after it.

use std::rc::Rc;

use domain::week::Occasion;
use domain::{Note, Prompt, Visit, VisitEdit};
use leptos::prelude::*;

use super::Here;
use crate::pages::writing::{self, SaveWords, Writing};
use crate::routes::Page;
use crate::state::App;

/// Which words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Prompt(Prompt),
    Takeaway,
}

impl Field {
    const ALL: [Field; 4] =
        [Field::Prompt(Prompt::Hard), Field::Prompt(Prompt::Tried), Field::Prompt(Prompt::TalkAbout), Field::Takeaway];

    fn id(self) -> &'static str {
        match self {
            Field::Prompt(Prompt::Hard) => "prepare-hard",
            Field::Prompt(Prompt::Tried) => "prepare-tried",
            Field::Prompt(Prompt::TalkAbout) => "prepare-talk",
            Field::Takeaway => "takeaway",
        }
    }

    fn label(self, app: App) -> &'static str {
        match self {
            Field::Prompt(prompt) => (app.text().week().prompt)(prompt),
            Field::Takeaway => app.text().week().takeaway,
        }
    }

    fn edit(self, words: Option<Note>) -> VisitEdit {
        match self {
            Field::Prompt(prompt) => VisitEdit::Prepare(prompt, words),
            Field::Takeaway => VisitEdit::SetTakeaway(words),
        }
    }

    fn written(self, occasion: &Occasion) -> String {
        let words = |visit: &Visit| match self {
            Field::Prompt(prompt) => visit.prepared(prompt).map(|note| note.as_str().to_owned()),
            Field::Takeaway => visit.takeaway().map(|note| note.as_str().to_owned()),
        };
        occasion.visit.as_ref().and_then(words).unwrap_or_default()
    }
}

/// All the words of one session's page.
#[derive(Clone, Copy)]
pub struct KeptWords(Writing);

impl KeptWords {
    /// For as long as the page is shown.
    pub fn open(here: Here) -> Self {
        let Here { app, key, occasion, .. } = here;
        let text = app.text();
        let opened = occasion.get_untracked();
        let field = |field: Field| {
            let opened = opened.clone();
            let written = field.written(&opened);
            let save: SaveWords = Rc::new(move |words: Option<Note>| {
                // The session as it is now, and as it was when the page was opened, for saving after it is left.
                let occasion = occasion.try_get_untracked().unwrap_or_else(|| opened.clone());
                Box::pin(async move {
                    let answer = app.write_about(&occasion.occurrence, field.edit(words)).await;
                    answer.map_err(|why| text.week().not_saved(why, text))
                })
            });
            writing::Field { id: field.id(), label: field.label(app), hint: None, rows: 2, written, save }
        };
        let fields = Field::ALL.into_iter().map(field).collect();
        Self(Writing::open(app, &Page::Session(key).path(), text.week().words_kept, fields))
    }
}

/// Room for the words of one field.
#[component]
pub fn WordsField(kept: KeptWords, field: Field) -> impl IntoView {
    kept.0.field(field.id())
}
