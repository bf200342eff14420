//! Sober time in words: several truths, none of them praised and none of them taken away.

use domain::sober::{Share, Span, Told, Truth};

pub struct Sober {
    /// In Me.
    pub line_in_me: &'static str,
    pub lead: &'static str,
    /// What counts beside days.
    pub also: &'static str,
    pub also_line: &'static str,
    pub cravings_passed: &'static str,
    pub attended: &'static str,
    pub calls: &'static str,
    pub weeks_told: &'static str,
    pub came_back: &'static str,
    pub empty: &'static str,
    pub start_counting: &'static str,
    pub everything: &'static str,
    pub truth: fn(Truth) -> &'static str,
    pub days: fn(u32) -> String,
    /// "1 year, 2 months, 3 days"; empty under a month.
    pub span: fn(Span) -> String,
    /// With the first day of the run.
    pub since: fn(&str) -> String,
    /// The run begins with tomorrow, because today was a day of use.
    pub from_tomorrow: &'static str,
    pub share: fn(Share) -> String,
    /// On Today, each short: the run, the best run, all days, a share of so many days.
    pub short: fn(Truth, u32, Share) -> String,
    pub how_counted: &'static str,
    pub what_is_told: &'static str,
    pub told: fn(Told) -> &'static str,
    pub change_start: &'static str,
    pub add_start: &'static str,
    pub first_day: &'static str,
    pub first_day_hint: &'static str,
    pub counts: &'static str,
    pub no_day: &'static str,
    pub remove: &'static str,
    pub removed: &'static str,
    pub gone: &'static str,
    pub not_known_yet: &'static str,
}

pub static EN: Sober = Sober {
    line_in_me: "Now, best, all days together.",
    also: "Also done",
    also_line: "These only grow. A lapse takes nothing from them.",
    cravings_passed: "Cravings that came down",
    attended: "Sessions and meetings",
    calls: "Calls for support",
    weeks_told: "Weeks with a check-in",
    came_back: "Back the day after a lapse",
    lead: "Several truths, side by side. You choose which ones you see.",
    empty: "Here you can see your sober days. They are never set back to zero all at once.",
    start_counting: "Choose the first day",
    everything: "Everything",
    truth: |truth| match truth {
        Truth::Current => "Now",
        Truth::Best => "Longest",
        Truth::Together => "All days together",
        Truth::Last30 => "Last 30 days",
        Truth::Last90 => "Last 90 days",
    },
    days: |days| if days == 1 { "1 day".to_owned() } else { format!("{days} days") },
    span: |span| {
        let part = |count: u32, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {many}")),
        };
        if (span.years, span.months) == (0, 0) {
            return String::new();
        }
        let parts =
            [part(span.years, "year", "years"), part(span.months, "month", "months"), part(span.days, "day", "days")];
        listed(parts)
    },
    since: |day| format!("since {day}"),
    from_tomorrow: "a new run begins tomorrow",
    share: |share| match share.percent() {
        None => "The first day is not over yet".to_owned(),
        Some(percent) => format!("{} of {} days, {percent} %", share.sober, share.of),
    },
    short: |truth, days, share| match truth {
        Truth::Current => (EN.days)(days),
        Truth::Best => format!("longest {}", (EN.days)(days)),
        Truth::Together => format!("{} together", (EN.days)(days)),
        Truth::Last30 | Truth::Last90 => {
            format!("{} % of the last {}", share.percent().unwrap_or_default(), share.of)
        }
    },
    how_counted: "A day counts once it is over. A day on which you used ends a run and takes no other day away. Medication taken as prescribed changes nothing here.",
    what_is_told: "What you see, and where",
    told: |told| match told {
        Told::OnToday => "On Today too",
        Told::OnItsPage => "Only on this page",
        Told::Nowhere => "Nowhere",
    },
    change_start: "Change the start",
    add_start: "Count from another day, or something else",
    first_day: "First sober day",
    first_day_hint: "You can move it at any time. Moving it is no lapse.",
    counts: "What do you count?",
    no_day: "Choose a day up to today.",
    remove: "Stop counting from this day",
    removed: "Not counted any more.",
    gone: "This start is not here any more.",
    not_known_yet: "Your days are being counted. It takes a moment.",
};

pub static ES: Sober = Sober {
    line_in_me: "Ahora, el más largo, todos los días juntos.",
    also: "También hecho",
    also_line: "Esto solo crece. Un consumo no le quita nada.",
    cravings_passed: "Ganas que bajaron",
    attended: "Sesiones y reuniones",
    calls: "Llamadas de apoyo",
    weeks_told: "Semanas con tu día contado",
    came_back: "De vuelta al día siguiente",
    lead: "Varias verdades, una junto a otra. Tú eliges cuáles ves.",
    empty: "Aquí puedes ver tus días sin consumir. Nunca vuelven todos a cero.",
    start_counting: "Elige el primer día",
    everything: "Todo",
    truth: |truth| match truth {
        Truth::Current => "Ahora",
        Truth::Best => "El más largo",
        Truth::Together => "Todos los días juntos",
        Truth::Last30 => "Últimos 30 días",
        Truth::Last90 => "Últimos 90 días",
    },
    days: |days| if days == 1 { "1 día".to_owned() } else { format!("{days} días") },
    span: |span| {
        let part = |count: u32, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {many}")),
        };
        if (span.years, span.months) == (0, 0) {
            return String::new();
        }
        let parts =
            [part(span.years, "año", "años"), part(span.months, "mes", "meses"), part(span.days, "día", "días")];
        listed(parts)
    },
    since: |day| format!("desde el {day}"),
    from_tomorrow: "mañana empieza otra cuenta",
    share: |share| match share.percent() {
        None => "El primer día todavía no termina".to_owned(),
        Some(percent) => format!("{} de {} días, {percent} %", share.sober, share.of),
    },
    short: |truth, days, share| match truth {
        Truth::Current => (ES.days)(days),
        Truth::Best => format!("el más largo: {}", (ES.days)(days)),
        Truth::Together => format!("{} en total", (ES.days)(days)),
        Truth::Last30 | Truth::Last90 => {
            format!("{} % de los últimos {}", share.percent().unwrap_or_default(), share.of)
        }
    },
    how_counted: "Un día cuenta cuando termina. Un día en que consumiste termina la cuenta y no quita ningún otro día. Los medicamentos tomados como te los recetaron no cambian nada aquí.",
    what_is_told: "Qué ves y dónde",
    told: |told| match told {
        Told::OnToday => "También en Hoy",
        Told::OnItsPage => "Solo en esta página",
        Told::Nowhere => "En ningún lado",
    },
    change_start: "Cambiar desde cuándo",
    add_start: "Contar desde otro día, u otra cosa",
    first_day: "Primer día sin consumir",
    first_day_hint: "Puedes cambiarlo cuando quieras. Cambiarlo no cuenta como consumo.",
    counts: "¿Qué cuentas?",
    no_day: "Elige un día, hasta hoy.",
    remove: "Dejar de contar desde este día",
    removed: "Ya no se cuenta.",
    gone: "Este comienzo ya no está aquí.",
    not_known_yet: "Se están contando tus días. Toma un momento.",
};

/// One after the other; nothing of what is nothing.
fn listed(parts: [Option<String>; 3]) -> String {
    let mut all = String::new();
    for part in parts.into_iter().flatten() {
        if !all.is_empty() {
            all.extend([',', ' ']);
        }
        all.push_str(&part);
    }
    all
}
