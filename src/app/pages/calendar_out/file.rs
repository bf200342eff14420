//! The text of the file.

use domain::week::Timetable;
use domain::{About, Language, Settings};
use interop::ics_out::{OutError, OutEvent, Saying, Telling, of_imported, of_session, write};
use text::Text;

use crate::browser::clock;
use crate::pages::occasion;
use crate::state::App;

/// A calendar with all sessions of a timetable; None when there is none in it that is on any date.
pub fn text(app: App, timetable: &Timetable) -> Option<Result<String, OutError>> {
    let (text, zones, now) = (app.text(), app.zones(), clock::now());
    let words = text.calendar_out();
    let title = |about: &About| occasion::title(about, text);
    let notes = |about: &About| notes(about, text);
    let called_off = |title: &str| (words.called_off)(title);
    let (says_all, alarms) =
        app.settings.with_untracked(|settings: &Settings| (settings.says_all(), settings.alarms().to_vec()));
    let telling = Telling {
        appointment: words.appointment,
        called_off: &called_off,
        saying: says_all.then_some(Saying { title: &title, notes: &notes }),
        alarms: &alarms,
    };
    let changes = app.journal().last_changes();
    let own = timetable.sessions.iter().filter_map(|(id, session)| {
        let changed = changes.of_session(*id, session);
        of_session(timetable, (*id, session), changed, &telling, (&zones, now.zone()))
    });
    let imported = timetable
        .imported
        .iter()
        .flat_map(|(id, imported)| of_imported((*id, imported), changes.of_imported(*id), &telling, &zones));
    let events: Vec<OutEvent> = own.chain(imported).collect();
    (!events.is_empty()).then(|| write(product(text.language), &events, &zones))
}

/// What the file says it was written by.
pub fn product(language: Language) -> &'static str {
    match language {
        Language::En => "-//Handrail//EN",
        Language::Es => "-//Handrail//ES",
    }
}

/// Who leads it, the number to call, what to bring.
fn notes(about: &About, text: Text) -> Option<String> {
    let words = text.week();
    let lines = [
        about.counselor().map(|who| format!("{}: {}", words.counselor, who.as_str())),
        about.phone().map(|number| format!("{}: {}", words.phone, number.as_str())),
        about.bring().map(|bring| format!("{}: {}", words.bring, bring.as_str())),
    ];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
