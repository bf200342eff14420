//! One page that is open: who it is from, the page itself as it was handed over, what was agreed to, and how it went over time.

use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Icon};

use super::{consent, keys, trend};
use crate::browser;
use crate::desk::Desk;
use crate::opened::Opened;
use crate::ring::{Came, Seen, Sent};

pub fn view(desk: Desk, one: &Opened, all: &[Opened]) -> AnyView {
    let (text, words) = (desk.text(), desk.words());
    let today = browser::today();
    let name = if one.name().is_empty() { words.no_name } else { one.name() }.to_owned();
    let sent = dates::day(browser::day_of(one.arrived.sent_utc_ms), today, text.language);
    let six = one.sender().words(keys::list(text.language)).map(|words| words.join(" ")).unwrap_or_default();
    let trend = trend::view(desk, one, all);
    view! {
        <section class="letter flow" aria-labelledby="page-heading">
            <div class="letter__from">
                <h2 id="page-heading" tabindex="-1">
                    {words.from} " " <span dir="auto">{name}</span>
                </h2>
                <p class="numbers">{(words.made_on)(&sent)}</p>
                <p>
                    {words.words} ": " <strong class="letter__words">{six}</strong>
                </p>
                <p class="quiet small no-print">{words.words_hint} " " {words.name_hint}</p>
                {known(desk, one)}
            </div>
            {paper::view(text, one.sheet(), &|_| None)}
            <div class="letter__foot">{consent::short(text, one)}</div>
            <div class="no-print flow">
                <Button icon=Icon::Note wide=true on_press=|()| browser::print()>
                    {words.print}
                </Button>
                <p class="quiet small">{words.print_hint}</p>
                {consent::view(text, one)}
                {trend}
            </div>
        </section>
    }
    .into_any()
}

/// Whether the sender and the page were here before.
fn known(desk: Desk, one: &Opened) -> AnyView {
    let words = &desk.words().known;
    let Some(Seen { sender, page }) = one.seen else {
        return view! { <p class="quiet small no-print">{words.not_kept}</p> }.into_any();
    };
    let who = match sender {
        Sent::First => words.first,
        Sent::Same => words.same,
        Sent::Other => words.other,
    };
    let again = match page {
        Came::New => None,
        Came::Before(day) => Some((words.opened_before)(&dates::day(day, browser::today(), desk.text().language))),
        Came::Older => Some(words.older.to_owned()),
    };
    let asked = one.clone();
    let accept = move |()| {
        let asked = asked.clone();
        spawn_local(async move {
            if desk.keys.accept(&asked).await.is_ok() {
                desk.opened.update(|all| {
                    all.iter_mut().filter(|one| one.arrived.sender == asked.arrived.sender).for_each(|one| {
                        one.seen = one.seen.map(|seen| Seen { sender: Sent::Same, ..seen });
                    });
                });
                desk.say(words.accepted);
            }
        });
    };
    let is_attention = sender == Sent::Other || again.is_some();
    view! {
        <div class="letter__known no-print flow flow--tight" class:letter__known--attention=is_attention>
            <p>{who}</p>
            {again.map(|again| view! { <p>{again}</p> })}
            {(sender == Sent::Other)
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Quiet icon=Icon::Check on_press=accept>
                            {words.accept}
                        </Button>
                    }
                })}
        </div>
    }
    .into_any()
}
