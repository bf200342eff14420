//! Taking in a calendar: choosing the file, seeing what is in it, and what could not be read.

use interop::calendar::Reason;

pub struct CalendarIn {
    pub lead: &'static str,
    pub choose: &'static str,
    pub or_drop: &'static str,
    pub paste: &'static str,
    pub paste_label: &'static str,
    pub read_it: &'static str,
    pub nothing_pasted: &'static str,
    pub stays_here: &'static str,
    pub reading: &'static str,
    pub stop: &'static str,
    pub no_reader: &'static str,
    pub file_not_read: &'static str,
    /// "From “Evening program”", the calendar's own name.
    pub from: fn(&str) -> String,
    pub new: fn(usize) -> String,
    pub new_hint: &'static str,
    pub all: &'static str,
    pub none: &'static str,
    pub changed: fn(usize) -> String,
    pub off: fn(usize) -> String,
    pub same: fn(usize) -> String,
    pub older: fn(usize) -> String,
    pub unread: fn(usize) -> String,
    pub unread_hint: &'static str,
    pub and_more: fn(usize) -> String,
    pub untitled: &'static str,
    /// How many dates, and the last of them.
    pub dates: fn(usize, &str) -> String,
    pub goes_on: &'static str,
    pub not_any_more: &'static str,
    pub in_line: fn(u32) -> String,
    pub outside: fn(u32) -> String,
    pub other_kinds: fn(u32) -> String,
    pub why: fn(Reason, usize) -> String,
    pub take_in: fn(usize) -> String,
    pub no_room: fn(usize) -> String,
    pub nothing_new: &'static str,
    pub nothing_in_it: &'static str,
    pub another: &'static str,
    pub not_now: &'static str,
    /// New, changed and called off.
    pub taken: fn(usize, usize, usize) -> String,
    pub from_calendar: &'static str,
    pub from_named: fn(&str) -> String,
    pub changes_with_it: &'static str,
    pub what_it_is: &'static str,
    pub counts: &'static str,
    pub counts_hint: &'static str,
    pub notes: &'static str,
    pub delete: &'static str,
    pub bring_in_again: &'static str,
}

pub static EN: CalendarIn = CalendarIn {
    lead: "Did your program send you a calendar? Bring it in, and its sessions are in your week.",
    choose: "Choose the file",
    or_drop: "Or drop it here. Its name ends in .ics.",
    paste: "Paste it instead",
    paste_label: "The text of the calendar",
    read_it: "Read it",
    nothing_pasted: "Paste the text first. It begins with BEGIN:VCALENDAR.",
    stays_here: "Nothing goes into your week before you have seen it. The file stays on this phone.",
    reading: "Reading the calendar …",
    stop: "Stop",
    no_reader: "The part that reads calendars did not start. Your week is as it was. Try again.",
    file_not_read: "The file could not be opened. Your week is as it was. Choose it again.",
    from: |name| format!("From “{name}”"),
    new: |count| if count == 1 { "1 new session".to_owned() } else { format!("{count} new sessions") },
    new_hint: "Only what is ticked comes in.",
    all: "Tick all",
    none: "Tick none",
    changed: |count| if count == 1 { "1 changed".to_owned() } else { format!("{count} changed") },
    off: |count| format!("{count} called off"),
    same: |count| format!("{count} already in your week"),
    older: |count| format!("{count} older than what you have, left as it is"),
    unread: |count| {
        if count == 1 { "1 thing could not be read".to_owned() } else { format!("{count} things could not be read") }
    },
    unread_hint: "Everything else still comes in. Ask your program when one of these was.",
    and_more: |count| format!("and {count} more"),
    untitled: "Without a title",
    dates: |count, last| format!("{count} dates, the last on {last}"),
    goes_on: "goes on",
    not_any_more: "comes out of your week; what is past stays",
    in_line: |line| format!("Line {line}"),
    outside: |count| {
        if count == 1 {
            "1 session is long over and stays out.".to_owned()
        } else {
            format!("{count} sessions are long over, or years away, and stay out.")
        }
    },
    other_kinds: |count| {
        if count == 1 {
            "1 thing in it is no session, such as a task.".to_owned()
        } else {
            format!("{count} things in it are no sessions, such as tasks.")
        }
    },
    why: |reason, limit| {
        match reason {
        Reason::TooLarge => format!("This file is larger than {} MB. Your week is as it was. Ask your program for a calendar of this year only.", limit / 1_048_576),
        Reason::Empty => "There is nothing in this file. Your week is as it was. Ask your program to send it again.".to_owned(),
        Reason::WebPage => "This is a web page, not a calendar. Your week is as it was. It often comes when a sign-in is needed: open the link, sign in, and save the file from there.".to_owned(),
        Reason::NoCalendar => "This is not a calendar. Your week is as it was. Look for a file whose name ends in .ics.".to_owned(),
        Reason::TooManyEvents => format!("Only the first {limit} sessions are read."),
        Reason::LineNotRead => "a line that says nothing we know".to_owned(),
        Reason::NoStart => "it does not say when it is".to_owned(),
        Reason::StartNotRead => "its start is not a date".to_owned(),
        Reason::OutOfCalendar => "its date is before 1971 or after 2199".to_owned(),
        Reason::CutOff => "the file ends in the middle of it".to_owned(),
        Reason::WhichDateNotRead => "it changes one date and does not say which".to_owned(),
        Reason::EndNotRead => "its end is not a date; only its start is known".to_owned(),
        Reason::EndBeforeStart => "its end is before its start; only its start is known".to_owned(),
        Reason::RuleNotRead => "how it repeats cannot be read; the first date comes in".to_owned(),
        Reason::RuleTooOften => "it repeats many times an hour; the first date comes in".to_owned(),
        Reason::RuleTooLong => "how it repeats comes to no end; the dates found so far come in".to_owned(),
        Reason::CountAndUntil => "it has two ends; the earlier one counts".to_owned(),
        Reason::TooManyDates => format!("it has more than {limit} dates; the first of them come in"),
        Reason::FileFull => format!("the file has more than {limit} dates; not all of its own come in"),
        Reason::ExtraDateNotRead => "one date that is added or left out cannot be read".to_owned(),
        Reason::ZoneNotKnown => "nobody knows its time zone; check its times".to_owned(),
        Reason::LinkLeftOut => "its link is none that may be opened, and is left out".to_owned(),
        Reason::TextCut => "its text is too long and is shortened".to_owned(),
    }
    },
    take_in: |count| if count == 0 { "Take this in".to_owned() } else { format!("Take in {count}") },
    no_room: |limit| format!("Your week holds {limit} sessions at most. Nothing was taken in. Tick only yours."),
    nothing_new: "All of this calendar is in your week already.",
    nothing_in_it: "There is no session in this calendar that is near. Your week is as it was.",
    another: "Another file",
    not_now: "Not now",
    taken: |new, changed, off| {
        let parts = [(new, "new"), (changed, "changed"), (off, "called off")];
        let told: Vec<String> =
            parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        if told.is_empty() {
            "Your week is up to date.".to_owned()
        } else {
            format!("Your calendar is in: {}.", told.join(", "))
        }
    },
    from_calendar: "From a calendar",
    from_named: |name| format!("From the calendar “{name}”"),
    changes_with_it: "Its times change when you bring the calendar in again. What you write about it stays.",
    what_it_is: "What it is",
    counts: "Part of my program",
    counts_hint: "Its hours count in your week.",
    notes: "What the calendar says",
    delete: "Take it out of my week, with all its dates",
    bring_in_again: "Bring the calendar in again",
};

pub static ES: CalendarIn = CalendarIn {
    lead: "¿Tu programa te mandó un calendario? Tráelo y sus sesiones quedan en tu semana.",
    choose: "Elige el archivo",
    or_drop: "O suéltalo aquí. Su nombre termina en .ics.",
    paste: "Mejor pegar el texto",
    paste_label: "El texto del calendario",
    read_it: "Leerlo",
    nothing_pasted: "Primero pega el texto. Empieza con BEGIN:VCALENDAR.",
    stays_here: "Nada entra en tu semana antes de que lo veas. El archivo se queda en este teléfono.",
    reading: "Leyendo el calendario …",
    stop: "Parar",
    no_reader: "La parte que lee calendarios no arrancó. Tu semana está como antes. Prueba otra vez.",
    file_not_read: "No se pudo abrir el archivo. Tu semana está como antes. Elígelo otra vez.",
    from: |name| format!("De «{name}»"),
    new: |count| if count == 1 { "1 sesión nueva".to_owned() } else { format!("{count} sesiones nuevas") },
    new_hint: "Solo entra lo que está marcado.",
    all: "Marcar todo",
    none: "No marcar nada",
    changed: |count| if count == 1 { "1 con cambios".to_owned() } else { format!("{count} con cambios") },
    off: |count| if count == 1 { "1 cancelada".to_owned() } else { format!("{count} canceladas") },
    same: |count| format!("{count} ya en tu semana"),
    older: |count| format!("{count} más de antes que lo que tienes; queda como está"),
    unread: |count| {
        if count == 1 { "1 cosa no se pudo leer".to_owned() } else { format!("{count} cosas no se pudieron leer") }
    },
    unread_hint: "Todo lo demás sí entra. Pregunta en tu programa cuándo era lo que falta.",
    and_more: |count| format!("y {count} más"),
    untitled: "Sin título",
    dates: |count, last| format!("{count} fechas, la última el {last}"),
    goes_on: "sigue",
    not_any_more: "sale de tu semana; lo pasado se queda",
    in_line: |line| format!("Línea {line}"),
    outside: |count| {
        if count == 1 {
            "1 sesión pasó hace mucho y queda fuera.".to_owned()
        } else {
            format!("{count} sesiones pasaron hace mucho, o faltan años, y quedan fuera.")
        }
    },
    other_kinds: |count| {
        if count == 1 {
            "1 cosa no es una sesión, como una tarea.".to_owned()
        } else {
            format!("{count} cosas no son sesiones, como las tareas.")
        }
    },
    why: |reason, limit| {
        match reason {
        Reason::TooLarge => format!("Este archivo pasa de {} MB. Tu semana está como antes. Pide en tu programa un calendario solo de este año.", limit / 1_048_576),
        Reason::Empty => "No hay nada en este archivo. Tu semana está como antes. Pide que te lo manden otra vez.".to_owned(),
        Reason::WebPage => "Esto es una página web, no un calendario. Tu semana está como antes. Pasa a menudo cuando hay que entrar con una cuenta: abre el enlace, entra y guarda el archivo desde ahí.".to_owned(),
        Reason::NoCalendar => "Esto no es un calendario. Tu semana está como antes. Busca un archivo cuyo nombre termine en .ics.".to_owned(),
        Reason::TooManyEvents => format!("Solo se leen las primeras {limit} sesiones."),
        Reason::LineNotRead => "una línea que no dice nada conocido".to_owned(),
        Reason::NoStart => "no dice cuándo es".to_owned(),
        Reason::StartNotRead => "su comienzo no es una fecha".to_owned(),
        Reason::OutOfCalendar => "su fecha es de antes de 1971 o de después de 2199".to_owned(),
        Reason::CutOff => "el archivo se acaba a la mitad".to_owned(),
        Reason::WhichDateNotRead => "cambia una fecha y no dice cuál".to_owned(),
        Reason::EndNotRead => "su final no es una fecha; solo se sabe el comienzo".to_owned(),
        Reason::EndBeforeStart => "su final es antes del comienzo; solo se sabe el comienzo".to_owned(),
        Reason::RuleNotRead => "no se puede leer cómo se repite; entra la primera fecha".to_owned(),
        Reason::RuleTooOften => "se repite muchas veces por hora; entra la primera fecha".to_owned(),
        Reason::RuleTooLong => "su manera de repetirse no llega a un final; entran las fechas encontradas".to_owned(),
        Reason::CountAndUntil => "tiene dos finales; vale el que llega antes".to_owned(),
        Reason::TooManyDates => format!("tiene más de {limit} fechas; entran las primeras"),
        Reason::FileFull => format!("el archivo tiene más de {limit} fechas; no entran todas las suyas"),
        Reason::ExtraDateNotRead => "no se puede leer una fecha agregada o quitada".to_owned(),
        Reason::ZoneNotKnown => "nadie conoce su zona horaria; revisa las horas".to_owned(),
        Reason::LinkLeftOut => "su enlace no es de los que se pueden abrir, y queda fuera".to_owned(),
        Reason::TextCut => "su texto es demasiado largo y se acorta".to_owned(),
    }
    },
    take_in: |count| if count == 0 { "Traer esto".to_owned() } else { format!("Traer {count}") },
    no_room: |limit| format!("En tu semana caben {limit} sesiones como máximo. No entró nada. Marca solo las tuyas."),
    nothing_new: "Todo este calendario ya está en tu semana.",
    nothing_in_it: "En este calendario no hay ninguna sesión cercana. Tu semana está como antes.",
    another: "Otro archivo",
    not_now: "Ahora no",
    taken: |new, changed, off| {
        let word = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
        let parts = [
            (new, word(new, "nueva", "nuevas")),
            (changed, format!("{changed} con cambios")),
            (off, word(off, "cancelada", "canceladas")),
        ];
        let told: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        if told.is_empty() {
            "Tu semana está al día.".to_owned()
        } else {
            format!("Tu calendario ya está: {}.", told.join(", "))
        }
    },
    from_calendar: "De un calendario",
    from_named: |name| format!("Del calendario «{name}»"),
    changes_with_it: "Sus horas cambian cuando traes el calendario otra vez. Lo que escribes tú se queda.",
    what_it_is: "Qué es",
    counts: "Es de mi programa",
    counts_hint: "Sus horas cuentan en tu semana.",
    notes: "Lo que dice el calendario",
    delete: "Sacarla de mi semana, con todas sus fechas",
    bring_in_again: "Traer el calendario otra vez",
};
