//! Lists of one's own: routines, plans for hard hours, ways of staying away.

use domain::{ChecklistUse, Language};

pub struct Checklists {
    pub list_use: fn(ChecklistUse) -> &'static str,
    pub use_hint: fn(ChecklistUse) -> &'static str,
    pub none_yet: &'static str,
    pub add: &'static str,
    pub in_cope: &'static str,
    pub done_of: fn(usize, usize) -> String,
    pub this_week: fn(usize, usize) -> String,
    /// "31 of the month".
    pub each_month: fn(u8) -> String,
    pub around: fn(&str) -> String,
    /// On how many of the last 28 days something was ticked.
    pub lately: fn(usize) -> String,
    pub change: &'static str,
    pub delete: &'static str,
    pub deleted: &'static str,
    pub gone: &'static str,

    pub name: &'static str,
    pub what_for: &'static str,
    pub steps: fn(ChecklistUse) -> &'static str,
    pub when: &'static str,
    pub when_hint: &'static str,
    pub days: &'static str,
    pub day_of_month: &'static str,
    pub no_day: &'static str,
    pub time: &'static str,
    pub time_hint: &'static str,
    pub no_time: &'static str,
}

/// What a list is for, in a word, for who needs nothing else of this.
#[must_use]
pub fn use_of(of: ChecklistUse, language: Language) -> &'static str {
    match language {
        Language::En => use_en(of),
        Language::Es => use_es(of),
    }
}

pub static EN: Checklists = Checklists {
    list_use: use_en,
    use_hint: |of| match of {
        ChecklistUse::Routine => "Steps for a morning, for payday, before a visit.",
        ChecklistUse::HighRisk => {
            "A situation that you know is hard, and your plan for it. It comes up on Today around its time."
        }
        ChecklistUse::StayingAway => "What you do to keep away from it, ticked through the week.",
    },
    none_yet: "None yet.",
    add: "Add a list",
    in_cope: "routines, hard hours, staying away",
    done_of: |done, of| format!("{done} of {of} done"),
    this_week: |done, of| format!("{done} of {of} this week"),
    each_month: |day| format!("day {day} of each month"),
    around: |time| format!("around {time}"),
    lately: |days| match days {
        1 => "Used on 1 of the last 28 days.".to_owned(),
        _ => format!("Used on {days} of the last 28 days."),
    },
    change: "Change this list",
    delete: "Delete this list",
    deleted: "Deleted.",
    gone: "This list is not here any more.",
    name: "What do you call it?",
    what_for: "What is it for?",
    steps: |of| match of {
        ChecklistUse::Routine => "Steps",
        ChecklistUse::HighRisk => "Your plan",
        ChecklistUse::StayingAway => "What you do",
    },
    when: "When it comes up on Today",
    when_hint: "With no day it waits in Cope until you want it.",
    days: "Days of the week",
    day_of_month: "Day of the month, such as payday",
    no_day: "None",
    time: "Time, if there is one",
    time_hint: "It comes up from two hours before to three hours after.",
    no_time: "This is no time. Write it as 17:30, or leave it empty.",
};

pub static ES: Checklists = Checklists {
    list_use: use_es,
    use_hint: |of| match of {
        ChecklistUse::Routine => "Pasos para una mañana, para el día de pago, antes de una visita.",
        ChecklistUse::HighRisk => {
            "Una situación que sabes difícil, y tu plan para ella. Aparece en Hoy cerca de su hora."
        }
        ChecklistUse::StayingAway => "Lo que haces para mantenerte lejos, marcado durante la semana.",
    },
    none_yet: "Todavía ninguna.",
    add: "Agregar una lista",
    in_cope: "rutinas, horas difíciles, mantenerte lejos",
    done_of: |done, of| format!("{done} de {of} hechos"),
    this_week: |done, of| format!("{done} de {of} esta semana"),
    each_month: |day| format!("el día {day} de cada mes"),
    around: |time| format!("cerca de las {time}"),
    lately: |days| match days {
        1 => "Usada 1 de los últimos 28 días.".to_owned(),
        _ => format!("Usada {days} de los últimos 28 días."),
    },
    change: "Cambiar esta lista",
    delete: "Borrar esta lista",
    deleted: "Borrado.",
    gone: "Esta lista ya no está.",
    name: "¿Cómo la llamas?",
    what_for: "¿Para qué es?",
    steps: |of| match of {
        ChecklistUse::Routine => "Pasos",
        ChecklistUse::HighRisk => "Tu plan",
        ChecklistUse::StayingAway => "Lo que haces",
    },
    when: "Cuándo aparece en Hoy",
    when_hint: "Sin día, espera en Qué hacer hasta que la quieras.",
    days: "Días de la semana",
    day_of_month: "Día del mes, como el de pago",
    no_day: "Ninguno",
    time: "Hora, si la hay",
    time_hint: "Aparece desde dos horas antes hasta tres horas después.",
    no_time: "Esto no es una hora. Escríbela como 17:30, o déjala vacía.",
};

fn use_en(of: ChecklistUse) -> &'static str {
    match of {
        ChecklistUse::Routine => "Routines",
        ChecklistUse::HighRisk => "Hard hours",
        ChecklistUse::StayingAway => "Staying away",
    }
}

fn use_es(of: ChecklistUse) -> &'static str {
    match of {
        ChecklistUse::Routine => "Rutinas",
        ChecklistUse::HighRisk => "Horas difíciles",
        ChecklistUse::StayingAway => "Mantenerte lejos",
    }
}
