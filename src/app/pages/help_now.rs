//! Help now: whom to call, at once. Nothing here waits for the journal, nothing is sent by opening it, and on the smallest phone
//! nothing has to be scrolled.

use std::iter;

use domain::{CRISIS_LINES, CRISIS_LINES_CHECKED_ON, CrisisLine, CrisisLineId, Reach, day_from_field, sms_link};
use engine::{Entry, EntryKey, Page as Entries, What};
use leptos::prelude::*;
use ui::{Button, ButtonKind, ButtonLink, ChoiceRow, Disclosure, Icon, Memo, Tone, derived, live};

use crate::browser::{clock, dates, handrail, platform};
use crate::routes::Page;
use crate::state::{App, follow_with};

/// So many of the newest entries are looked at: what is told of a day, and a lapse, may stand before the craving of just now.
const FEW: usize = 6;

/// A craving older than this is over; riding it out would be about another one. Milliseconds.
const STILL_NOW_MS: i64 = 3 * 60 * 60 * 1000;

/// As many people and own lines stand on the screen itself; the others are one tap away, so that nothing has to be scrolled.
const FIRST: usize = 2;

/// The screen behind the amber button. While it is not shown it is drawn, out of sight, and reads nothing.
#[component]
pub fn HelpNow(app: App, is_shown: Memo<bool>) -> impl IntoView {
    // There is one title of the page at a time.
    let title = move || if is_shown.get() { "page-title" } else { "help-title" };
    view! {
        <div class="flow flow--tight urgent help-at-hand" hidden=move || !is_shown.get()>
            <div class="cluster cluster--apart">
                <h1 id=title tabindex="-1">
                    {app.text().common().help_now}
                </h1>
                <Button kind=ButtonKind::Quiet icon=Icon::Leave on_press=|()| handrail::leave()>
                    {app.text().help().leave_fast}
                </Button>
            </div>
            <div class="pair">
                <LineRow app=app id=CrisisLineId::Lifeline988 way=Way::Call />
                <LineRow app=app id=CrisisLineId::Lifeline988 way=Way::Write />
            </div>
            <LineRow app=app id=CrisisLineId::Emergency way=Way::Call />
            {live(move || listed(theirs(app).into_iter().take(FIRST)))}
            <ChoiceRow
                href=Page::Overdose.path()
                icon=Icon::Info
                title=app.text().titles().overdose.to_owned()
                tone=Tone::Help
            />
            <div class="rows">
                <RideItOut app=app is_shown=is_shown />
                {live(move || has_plan(app).then(|| view! {
                    <ChoiceRow
                        href=Page::SafetyPlan.path()
                        icon=Icon::Note
                        title=app.text().titles().safety_plan.to_owned()
                    />
                }))}
            </div>
            <MoreLines app=app />
        </div>
    }
}

/// Whether somebody wrote a plan for a minute like this one. From memory.
fn has_plan(app: App) -> bool {
    app.revision.track();
    app.journal().has_safety_plan()
}

/// Somebody, or a line of one's own, to call.
struct Theirs {
    href: String,
    icon: Icon,
    title: String,
    line: String,
}

/// Who was chosen to be shown here, in their order, then the lines of one's own. From memory: nothing here waits for the disk.
fn theirs(app: App) -> Vec<Theirs> {
    app.revision.track();
    let help = app.text().help();
    let journal = app.journal();
    let contacts = journal.contacts();
    let people = contacts.iter().filter_map(|contact| {
        let name = contact.name.as_str();
        let line = (help.role)(contact.role).to_owned();
        if let Some(number) = contact.numbers.iter().find_map(Reach::to_call) {
            return Some(Theirs { href: number.tel_link(), icon: Icon::Phone, title: (help.call_them)(name), line });
        }
        let number = contact.numbers.iter().find_map(Reach::to_text)?;
        let href = sms_link(number, "", platform::texting());
        Some(Theirs { href, icon: Icon::Message, title: (help.write_them)(name), line })
    });
    let own = journal.help_choices();
    let own = own.own().iter().flat_map(|line| {
        let (name, number) = (line.name.as_str(), &line.number);
        let note = line.note.as_ref().map_or(number.as_str(), |note| note.as_str());
        let row = |href, icon, title| Theirs { href, icon, title, line: note.to_owned() };
        let write =
            line.texts.then(|| row(sms_link(number, "", platform::texting()), Icon::Message, (help.write_them)(name)));
        [Some(row(number.tel_link(), Icon::Phone, (help.call_them)(name))), write].into_iter().flatten()
    });
    people.chain(own).collect()
}

/// Rows on one card; nothing for nobody.
fn listed(theirs: impl Iterator<Item = Theirs>) -> Option<AnyView> {
    let row = |one: Theirs| {
        view! { <ChoiceRow href=one.href icon=one.icon title=one.title line=Some(one.line) /> }
    };
    let rows: Vec<_> = theirs.map(row).collect();
    (!rows.is_empty()).then(|| view! { <div class="rows">{rows}</div> }.into_any())
}

/// One of the two ways to reach a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Call,
    Write,
}

/// One line, one way to reach it; nothing where the line has no such way.
#[component]
fn LineRow(app: App, id: CrisisLineId, way: Way) -> impl IntoView {
    let line = CRISIS_LINES.iter().find(|line| line.id == id).filter(|line| match way {
        Way::Call => line.call.is_some(),
        Way::Write => line.text.is_some(),
    })?;
    let icon = match way {
        Way::Call => Icon::Phone,
        Way::Write => Icon::Message,
    };
    Some(view! {
        <ChoiceRow
            href=derived(move || link(app, line, way))
            icon=icon
            title=derived(move || title(app, line, way))
            line=derived(move || Some(about(app, line, way)))
            tone=Tone::Help
        />
    })
}

fn link(app: App, line: &CrisisLine, way: Way) -> String {
    match way {
        Way::Call => line.tel_link(),
        Way::Write => line.sms_link(app.language.get()),
    }
    .unwrap_or_default()
}

fn title(app: App, line: &CrisisLine, way: Way) -> String {
    let (help, language) = (app.text().help(), app.language.get());
    match way {
        Way::Call => help.to_call(line, language),
        Way::Write => help.to_write(line, language),
    }
    .unwrap_or_default()
}

fn about(app: App, line: &CrisisLine, way: Way) -> String {
    let help = app.text().help();
    match way {
        Way::Call => help.about_calling(line.id).to_owned(),
        Way::Write => help.about_writing(line, app.language.get()),
    }
}

/// The wave of the last craving when it was just now; otherwise Today, where a number starts one. The row is there at once and only
/// its address follows what the journal answers.
#[component]
fn RideItOut(app: App, is_shown: Memo<bool>) -> impl IntoView {
    let newest = follow_with(
        app,
        move || is_shown.track(),
        move |journal| {
            let is_shown = is_shown.get_untracked();
            async move { if is_shown { journal.list(None, FEW).await } else { Ok(Entries::default()) } }
        },
    );
    let to = Memo::new(move |_| {
        let key = newest.with(|page| page.as_ref()?.as_ref().ok()?.entries.iter().find_map(just_now));
        key.map_or(Page::Today, Page::RideOut)
    });
    let line = move || {
        let help = app.text().help();
        Some(if to.get() == Page::Today { help.number_first } else { help.three_minutes }.to_owned())
    };
    view! {
        <ChoiceRow
            href=derived(move || to.get().path())
            icon=Icon::Wave
            title=app.text().help().ride_it_out.to_owned()
            line=derived(line)
        />
    }
}

fn just_now(entry: &Entry) -> Option<EntryKey> {
    let age_ms = clock::now().utc_ms().saturating_sub(entry.at_utc_ms);
    let is_craving = matches!(entry.what, What::Craving(_));
    (is_craving && (0..STILL_NOW_MS).contains(&age_ms)).then(|| EntryKey::of(entry.id))
}

/// The other lines, one tap away, whoever else was chosen, and when the lines were checked.
#[component]
fn MoreLines(app: App) -> impl IntoView {
    let choices = app.journal().help_choices();
    let others = choices.lines().map(|line| line.id).filter(|line| !line.always_stays());
    let ways = others.flat_map(|id| iter::repeat(id).zip([Way::Call, Way::Write]));
    let rows = ways.map(|(id, way)| view! { <LineRow app=app id=id way=way /> }).collect_view();
    view! {
        <Disclosure summary=app.text().help().more_lines.to_owned()>
            {live(move || listed(theirs(app).into_iter().skip(FIRST)))}
            <div class="rows">{rows}</div>
            <p class="small quiet">{app.text().help().relay}</p>
            <p class="small quiet">{live(move || checked_in(app))}</p>
            <p class="small quiet">{app.text().help().nothing_is_sent}</p>
            <ButtonLink href=Page::Lines.path() kind=ButtonKind::Plain>
                {app.text().titles().lines}
            </ButtonLink>
        </Disclosure>
    }
}

fn checked_in(app: App) -> Option<String> {
    let day = day_from_field(CRISIS_LINES_CHECKED_ON)?;
    Some((app.text().help().checked_in)(&dates::month(day, app.language.get())))
}
