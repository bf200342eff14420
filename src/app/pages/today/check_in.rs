//! The check-in of the day, on Today: a card that asks for a minute, and one quiet line once something was told.

use domain::{CheckIn, Confidence, Intensity};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Card, ChoiceRow, Icon, Memo, live};

use crate::routes::Page;
use crate::state::{App, follow_with};

/// What is shown of it.
#[derive(Clone, PartialEq, Eq)]
enum Shown {
    /// Not read yet, or not to be read.
    Nothing,
    Asks,
    /// What was told, in a few words.
    Told(String),
}

#[component]
pub fn CheckInCard(app: App, today: Memo<chrono::NaiveDate>) -> impl IntoView {
    let read = follow_with(
        app,
        move || today.track(),
        move |journal| async move { journal.check_in(today.get_untracked()).await },
    );
    let shown = Memo::new(move |_| {
        read.with(|read| match read {
            None | Some(Err(_)) => Shown::Nothing,
            Some(Ok(None)) => Shown::Asks,
            Some(Ok(Some(told))) => Shown::Told(summary(app, told)),
        })
    });
    live(move || {
        let words = app.text().check_in();
        match shown.get() {
            Shown::Nothing => ().into_any(),
            Shown::Asks => view! {
                <Card id="check-in" heading=Some(app.text().titles().check_in.to_owned())>
                    <p>{words.invites}</p>
                    <div>
                        <ButtonLink href=Page::CheckIn.path() kind=ButtonKind::Quiet>
                            {words.start}
                        </ButtonLink>
                    </div>
                </Card>
            }
            .into_any(),
            Shown::Told(line) => view! {
                <div class="rows">
                    <ChoiceRow href=Page::CheckIn.path() icon=Icon::Check title=words.done.to_owned() line=Some(line) />
                </div>
            }
            .into_any(),
        }
    })
}

/// "craving 6 · confidence 8", or that it can be changed.
fn summary(app: App, told: &CheckIn) -> String {
    let words = app.text().check_in();
    let craving = told.strongest().map(Intensity::value).map(words.craving_was);
    let confidence = told.confidence().map(Confidence::value).map(words.confidence_is);
    let numbers: Vec<String> = [craving, confidence].into_iter().flatten().collect();
    if numbers.is_empty() { words.change.to_owned() } else { numbers.join(" · ") }
}
