//! The week, one session in it, and what Today says about both.

use domain::{Attendance, KnownObstacle, PlanError, Prompt};
use engine::{SaveError, WeekError};

use super::Text;

pub struct Week {
    pub previous: &'static str,
    pub next_week: &'static str,
    pub today: &'static str,
    pub planned: &'static str,
    pub tentative: &'static str,
    pub off: &'static str,
    pub told: fn(Attendance) -> &'static str,
    pub moved_from: fn(&str) -> String,
    pub other_place: &'static str,
    pub all_day: &'static str,
    pub online: &'static str,
    pub by_phone: &'static str,
    /// The times by the clock of another place: "7:00 – 10:00 PM, Chicago time".
    pub there: fn(&str, &str) -> String,
    pub nothing_this_week: &'static str,
    pub nothing_that_day: &'static str,
    pub empty: &'static str,
    pub add_one: &'static str,
    /// Phase, of how many, week, of how many if it has an end.
    pub progress: fn(usize, usize, u32, Option<u32>) -> String,
    pub begins: fn(&str) -> String,
    pub over: fn(&str) -> String,
    /// Sessions attended and planned, hours attended and planned, and whether it is the present week.
    pub sum: fn(u32, u32, &str, &str, bool) -> String,
    pub counselor: &'static str,
    pub bring: &'static str,
    pub place: &'static str,
    pub phone: &'static str,
    pub directions: &'static str,
    pub join: &'static str,
    pub call: &'static str,
    pub call_clinic: &'static str,
    pub prepare: &'static str,
    pub prepare_line: &'static str,
    pub prompt: fn(Prompt) -> &'static str,
    pub how_was_it: &'static str,
    pub choice: fn(Attendance) -> &'static str,
    pub in_the_way: &'static str,
    pub in_the_way_line: &'static str,
    pub obstacle: fn(KnownObstacle) -> &'static str,
    pub takeaway: &'static str,
    pub homework: &'static str,
    pub homework_none: &'static str,
    pub homework_what: &'static str,
    pub homework_until: &'static str,
    pub until: fn(&str) -> String,
    pub late: fn(&str) -> String,
    pub done: &'static str,
    pub remove: fn(&str) -> String,
    pub removed: &'static str,
    pub this_date: &'static str,
    pub this_date_line: &'static str,
    pub call_off: &'static str,
    pub move_to: &'static str,
    pub move_it: &'static str,
    pub as_planned: &'static str,
    pub date_missing: &'static str,
    pub gone: &'static str,
    pub to_week: &'static str,
    pub words_kept: &'static str,
    pub too_much_homework: &'static str,
    pub too_many_dates: &'static str,
    pub no_such_year: &'static str,

    pub next: &'static str,
    /// Nothing within the next days.
    pub nothing_ahead: &'static str,
    pub on_now: &'static str,
    pub starts_in: fn(i64) -> String,
    pub in_minutes: fn(i64) -> String,
    pub in_hours: fn(i64) -> String,
    pub tomorrow: &'static str,
    pub due: &'static str,
    pub prepare_for: fn(&str) -> String,
    pub tell_about: fn(&str) -> String,
}

pub static EN: Week = Week {
    previous: "Previous week",
    next_week: "Next week",
    today: "today",
    planned: "planned",
    tentative: "not settled yet",
    off: "called off",
    told: |attendance| match attendance {
        Attendance::Attended => "attended",
        Attendance::Late => "attended, came late",
        Attendance::Missed => "missed",
        Attendance::Excused => "excused",
        Attendance::Cancelled => "called off",
    },
    moved_from: |when| format!("moved from {when}"),
    other_place: "another place this time",
    all_day: "All day",
    online: "Online",
    by_phone: "By phone",
    there: |times, place| format!("{times}, {place} time"),
    nothing_this_week: "Nothing planned this week.",
    nothing_that_day: "Nothing planned.",
    empty: "Your sessions will be here, day by day.",
    add_one: "Add one session",
    progress: |phase, phases, week, weeks| match (phases, weeks) {
        (1, None) => format!("Week {week}"),
        (1, Some(weeks)) => format!("Week {week} of {weeks}"),
        (_, None) => format!("Part {phase} of {phases}, week {week}"),
        (_, Some(weeks)) => format!("Part {phase} of {phases}, week {week} of {weeks}"),
    },
    begins: |day| format!("Your program begins on {day}"),
    over: |day| format!("Your program ended on {day}"),
    sum: |attended, planned, hours, of_hours, is_this_week| {
        let sessions = if planned == 1 { "session" } else { "sessions" };
        let unit = if of_hours == "1" { "hour" } else { "hours" };
        if is_this_week {
            format!("{attended} of {planned} {sessions}, {hours} of {of_hours} {unit} this week")
        } else {
            format!("{attended} of {planned} {sessions}, {hours} of {of_hours} {unit}")
        }
    },

    counselor: "With",
    bring: "Bring",
    place: "Where",
    phone: "Phone",
    directions: "Directions",
    join: "Join",
    call: "Call in",
    call_clinic: "Call clinic",
    prepare: "Prepare",
    prepare_line: "A few words are enough. All of it can stay empty.",
    prompt: |prompt| match prompt {
        Prompt::Hard => "What was hard since last time?",
        Prompt::Tried => "What did you try, and did it help?",
        Prompt::TalkAbout => "What do you want to talk about?",
    },
    how_was_it: "Were you there?",
    choice: |attendance| match attendance {
        Attendance::Attended => "Attended",
        Attendance::Late => "Late",
        Attendance::Missed => "Could not",
        Attendance::Excused => "Excused",
        Attendance::Cancelled => "Called off",
    },
    in_the_way: "What got in the way?",
    in_the_way_line: "Things get in the way. The next session is still yours.",
    obstacle: |obstacle| match obstacle {
        KnownObstacle::Ride => "No ride",
        KnownObstacle::ChildCare => "Child care",
        KnownObstacle::Work => "Work",
        KnownObstacle::FeltBad => "Felt bad",
        KnownObstacle::Other => "Something else",
    },
    takeaway: "One thing to take with you",
    homework: "Homework",
    homework_none: "None yet.",
    homework_what: "What is there to do?",
    homework_until: "Until when? (can stay empty)",
    until: |day| format!("until {day}"),
    late: |day| format!("was for {day}"),
    done: "done",
    remove: |what| format!("Remove: {what}"),
    removed: "Removed.",
    this_date: "Called off or moved?",
    this_date_line: "This changes this one date. All others stay as they are.",
    call_off: "Called off that day",
    move_to: "Moved to",
    move_it: "Move it",
    as_planned: "As planned again",
    date_missing: "Choose a day and a time.",
    gone: "This session is not in your week any more.",
    to_week: "Go to your week",
    words_kept: "Your words are not saved yet. They are still here: open the session again before you close the app.",
    too_much_homework: "That is as much homework as one session can hold. Remove one first.",
    too_many_dates: "Too many single dates were changed here. Change the session itself instead.",
    no_such_year: "Choose a date between 1971 and 2199.",

    next: "Next",
    nothing_ahead: "Nothing planned for the next days.",
    on_now: "on now",
    starts_in: |minutes| format!("starts in {minutes} min"),
    in_minutes: |minutes| format!("in {minutes} min"),
    in_hours: |hours| match hours {
        1 => "in 1 hour".to_owned(),
        _ => format!("in {hours} hours"),
    },
    tomorrow: "Tomorrow",
    due: "To do",
    prepare_for: |what| format!("Prepare: {what}"),
    tell_about: |what| format!("How was it? {what}"),
};

pub static ES: Week = Week {
    previous: "Semana anterior",
    next_week: "Semana siguiente",
    today: "hoy",
    planned: "prevista",
    tentative: "todavía no es seguro",
    off: "suspendida",
    told: |attendance| match attendance {
        Attendance::Attended => "fuiste",
        Attendance::Late => "fuiste, llegaste tarde",
        Attendance::Missed => "no pudiste ir",
        Attendance::Excused => "avisaste que no ibas",
        Attendance::Cancelled => "suspendida",
    },
    moved_from: |when| format!("antes: {when}"),
    other_place: "esta vez en otro lugar",
    all_day: "Todo el día",
    online: "En línea",
    by_phone: "Por teléfono",
    there: |times, place| format!("{times}, hora de {place}"),
    nothing_this_week: "No hay nada previsto esta semana.",
    nothing_that_day: "No hay nada previsto.",
    empty: "Aquí estarán tus sesiones, día por día.",
    add_one: "Agrega una sesión suelta",
    progress: |phase, phases, week, weeks| match (phases, weeks) {
        (1, None) => format!("Semana {week}"),
        (1, Some(weeks)) => format!("Semana {week} de {weeks}"),
        (_, None) => format!("Parte {phase} de {phases}, semana {week}"),
        (_, Some(weeks)) => format!("Parte {phase} de {phases}, semana {week} de {weeks}"),
    },
    begins: |day| format!("Tu programa empieza el {day}"),
    over: |day| format!("Tu programa terminó el {day}"),
    sum: |attended, planned, hours, of_hours, is_this_week| {
        let sessions = if planned == 1 { "sesión" } else { "sesiones" };
        let unit = if of_hours == "1" { "hora" } else { "horas" };
        if is_this_week {
            format!("{attended} de {planned} {sessions}, {hours} de {of_hours} {unit} esta semana")
        } else {
            format!("{attended} de {planned} {sessions}, {hours} de {of_hours} {unit}")
        }
    },

    counselor: "Con",
    bring: "Llevar",
    place: "Dónde",
    phone: "Teléfono",
    directions: "Cómo llegar",
    join: "Entrar",
    call: "Llamar",
    call_clinic: "Llamar a la clínica",
    prepare: "Prepárate",
    prepare_line: "Bastan unas palabras. Todo puede quedar en blanco.",
    prompt: |prompt| match prompt {
        Prompt::Hard => "¿Qué fue difícil desde la última vez?",
        Prompt::Tried => "¿Qué probaste? ¿Te ayudó?",
        Prompt::TalkAbout => "¿De qué quieres hablar?",
    },
    how_was_it: "¿Estuviste ahí?",
    choice: |attendance| match attendance {
        Attendance::Attended => "Fui",
        Attendance::Late => "Llegué tarde",
        Attendance::Missed => "No pude",
        Attendance::Excused => "Avisé que no iba",
        Attendance::Cancelled => "Se suspendió",
    },
    in_the_way: "¿Qué se interpuso?",
    in_the_way_line: "A veces algo se interpone. La próxima sesión sigue siendo tuya.",
    obstacle: |obstacle| match obstacle {
        KnownObstacle::Ride => "Sin transporte",
        KnownObstacle::ChildCare => "Cuidar a los niños",
        KnownObstacle::Work => "El trabajo",
        KnownObstacle::FeltBad => "Me sentía mal",
        KnownObstacle::Other => "Otra cosa",
    },
    takeaway: "Una cosa que te llevas",
    homework: "Tarea",
    homework_none: "Todavía nada.",
    homework_what: "¿Qué hay que hacer?",
    homework_until: "¿Para cuándo? (puede quedar en blanco)",
    until: |day| format!("para el {day}"),
    late: |day| format!("era para el {day}"),
    done: "hecho",
    remove: |what| format!("Quitar: {what}"),
    removed: "Quitada.",
    this_date: "¿Se suspendió o cambió de hora?",
    this_date_line: "Esto cambia solo esta fecha. Las demás quedan igual.",
    call_off: "Ese día se suspende",
    move_to: "Pasa a",
    move_it: "Cambiar la fecha",
    as_planned: "Otra vez como estaba",
    date_missing: "Elige un día y una hora.",
    gone: "Esta sesión ya no está en tu semana.",
    to_week: "Ir a tu semana",
    words_kept: "Tus palabras todavía no están guardadas. Siguen aquí: abre la sesión otra vez antes de cerrar la app.",
    too_much_homework: "No cabe más tarea en una sesión. Quita una primero.",
    too_many_dates: "Aquí ya cambiaron demasiadas fechas. Mejor cambia la sesión misma.",
    no_such_year: "Elige una fecha entre 1971 y 2199.",

    next: "Lo que sigue",
    nothing_ahead: "No hay nada previsto en los próximos días.",
    on_now: "ahora mismo",
    starts_in: |minutes| format!("empieza en {minutes} min"),
    in_minutes: |minutes| format!("en {minutes} min"),
    in_hours: |hours| match hours {
        1 => "en 1 hora".to_owned(),
        _ => format!("en {hours} horas"),
    },
    tomorrow: "Mañana",
    due: "Por hacer",
    prepare_for: |what| format!("Prepárate: {what}"),
    tell_about: |what| format!("¿Cómo te fue? {what}"),
};

impl Week {
    /// The sentence for something about a session that was not saved.
    #[must_use]
    pub fn not_saved(&self, why: WeekError, text: Text) -> &'static str {
        match why {
            WeekError::Save(SaveError::Gone) => self.gone,
            WeekError::Save(why) => text.problems().saving(why),
            WeekError::Plan(PlanError::TooMuchHomework { .. }) => self.too_much_homework,
            WeekError::Plan(PlanError::TooManyExceptions { .. }) => self.too_many_dates,
            WeekError::Plan(PlanError::NoSuchYear) => self.no_such_year,
            WeekError::Plan(
                PlanError::NoFirstDate
                | PlanError::EndsBeforeItBegins
                | PlanError::NoSuchDate
                | PlanError::TooManyPhases { .. }
                | PlanError::OnlyPhase
                | PlanError::NoSuchPhase
                | PlanError::NoSuchHomework
                | PlanError::TooManySessions { .. }
                | PlanError::NoSuchCalendar { .. },
            ) => self.gone,
        }
    }
}

/// Minutes as hours in digits: "9", "4.5", "1.25".
#[must_use]
pub fn hours(minutes: u32) -> String {
    let (whole, rest) = (minutes / 60, minutes % 60);
    let hundredths = rest * 100 / 60;
    match (rest, hundredths % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", hundredths / 10),
        _ => format!("{whole}.{hundredths:02}"),
    }
}

#[cfg(test)]
mod tests;
