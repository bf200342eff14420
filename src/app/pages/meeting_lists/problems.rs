//! What of a list could not be read, entry by entry.

use interop::meetings::{Problem, Summary};
use leptos::prelude::*;
use ui::Disclosure;

use crate::browser::meetings::Answer;
use crate::state::App;

/// So many are shown; the others are counted.
const SHOWN: usize = 100;

/// Why there is nothing that can be kept. None: there is.
pub fn refusal(app: App, answer: &Answer, summary: Option<&Summary>) -> Option<String> {
    let words = app.text().meeting_lists();
    match answer {
        Answer::KeptOut => Some(words.kept_out.to_owned()),
        Answer::Silence => Some(words.no_answer.to_owned()),
        Answer::Refused => Some(words.not_there.to_owned()),
        Answer::NoReader => Some(words.no_reader.to_owned()),
        Answer::Read(_) => match summary {
            None => Some(words.no_reader.to_owned()),
            Some(summary) => summary.refused().map(|reason| (words.why)(reason, reason.limit().unwrap_or_default())),
        },
    }
}

/// How many came in, how many did not, and why not.
pub fn told(app: App, summary: &Summary) -> AnyView {
    let words = app.text().meeting_lists();
    let left_out = (summary.left_out > 0).then(|| (words.left_out)(summary.left_out));
    // What is wrong with the list as a whole is not folded away.
    let whole = summary.problems.iter().filter(|problem| problem.entry.is_none()).map(|problem| line(app, problem));
    let whole: Vec<_> = whole.map(|told| view! { <p>{told}</p> }).collect();
    let of_entries = || summary.problems.iter().filter(|problem| problem.entry.is_some());
    let shown = of_entries().take(SHOWN).map(|problem| line(app, problem));
    let shown: Vec<_> = shown.map(|line| view! { <li dir="auto">{line}</li> }).collect();
    let rest = of_entries().count().saturating_sub(SHOWN).saturating_add(summary.more_problems as usize);
    view! {
        <p class="lead" role="status">
            {(words.seen)(summary.meetings)}
        </p>
        {whole}
        {left_out.map(|told| view! { <p>{told}</p> })}
        {(!shown.is_empty())
            .then(|| {
                view! {
                    <Disclosure summary=words.not_all_read.to_owned()>
                        <ul class="plain-list small" role="list">
                            {shown}
                        </ul>
                        {(rest > 0).then(|| view! { <p class="small">{(words.more_problems)(rest)}</p> })}
                    </Disclosure>
                }
            })}
    }
    .into_any()
}

/// "Harbor Group · has no address and no city · Entry 12".
fn line(app: App, problem: &Problem) -> String {
    let words = app.text().meeting_lists();
    let what = problem.name.as_ref().map(|name| name.as_str().to_owned());
    let why = (words.why)(problem.reason, problem.reason.limit().unwrap_or_default());
    let parts = [what, Some(why), problem.entry.map(words.in_entry)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
