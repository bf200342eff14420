//! What the first screen says.

use super::craving::clock;

/// The first screen. The heading of the card and the two lines for who is new are also in the static shell (`public/index.html`): change both.
pub struct Today {
    /// By the hour on the person's clock, 0 to 23.
    pub greeting: fn(u32) -> &'static str,
    pub craving: &'static str,
    /// A number that was tapped and could not be saved.
    pub not_saved_yet: fn(u8) -> String,
    pub let_it_go: &'static str,
    /// Seconds.
    pub wave_left: fn(u16) -> String,
    pub wave_runs: &'static str,
    pub wave_over: &'static str,
    pub go_on: &'static str,
    pub rate_again: &'static str,
    pub new_here: &'static str,
    pub new_here_line: &'static str,
    pub look_around: &'static str,
    pub not_now: &'static str,
    /// The browser has emptied its store.
    pub emptied: &'static str,
    pub emptied_line: &'static str,
    pub have_backup: &'static str,
    pub begin_anew: &'static str,
    pub all_entries: &'static str,
    pub nothing_yet: &'static str,
    pub nothing_today: &'static str,
    pub call_someone: &'static str,
    pub whom_could_you_call: &'static str,
    pub whom_why: &'static str,
    pub add_someone: &'static str,
    pub do_not_ask: &'static str,
}

pub static EN: Today = Today {
    greeting: |hour| match hour {
        5..=11 => "Good morning.",
        12..=17 => "Good afternoon.",
        18..=22 => "Good evening.",
        // Whoever is up at three does not hear "good night".
        _ => "Hello.",
    },
    craving: "Craving?",
    not_saved_yet: |number| format!("The {number} is not saved yet"),
    let_it_go: "Let it go",
    wave_left: |seconds| format!("Your wave: {} left", clock(seconds)),
    wave_runs: "Your wave is still running",
    wave_over: "Your wave is over",
    go_on: "Go on",
    rate_again: "How strong is it now?",
    new_here: "New here?",
    new_here_line: "See what this is and where your entries stay. It takes a minute.",
    look_around: "Show me",
    not_now: "Not now",
    emptied: "Your entries are gone from here",
    emptied_line: "This browser has emptied its store, which browsers do when a phone is full or an app was not used for long. Nothing was sent to anybody. If you made a backup, it brings everything back.",
    have_backup: "I have a backup",
    begin_anew: "Begin anew",
    all_entries: "All entries",
    nothing_yet: "When a craving comes, tap its number. What you log will be listed here.",
    nothing_today: "Nothing logged today.",
    call_someone: "Call someone",
    whom_could_you_call: "Who could you call?",
    whom_why: "One person you can call makes a hard evening easier. Their name and number stay on this phone.",
    add_someone: "Add someone",
    do_not_ask: "Do not ask again",
};

pub static ES: Today = Today {
    greeting: |hour| match hour {
        5..=11 => "Buenos días.",
        12..=18 => "Buenas tardes.",
        _ => "Buenas noches.",
    },
    craving: "¿Ganas?",
    not_saved_yet: |number| format!("El {number} todavía no está guardado"),
    let_it_go: "Dejarlo así",
    wave_left: |seconds| format!("Tu ola: quedan {}", clock(seconds)),
    wave_runs: "Tu ola sigue en marcha",
    wave_over: "Tu ola ya pasó",
    go_on: "Seguir",
    rate_again: "¿Qué tan fuertes son ahora?",
    new_here: "¿Es tu primera vez?",
    new_here_line: "Mira qué es esto y dónde se quedan tus entradas. Toma un minuto.",
    look_around: "Ver",
    not_now: "Ahora no",
    emptied: "Tus entradas ya no están aquí",
    emptied_line: "Este navegador vació lo que guardaba; pasa cuando el teléfono está lleno o la app no se usó por mucho tiempo. No se envió nada a nadie. Si hiciste una copia, con ella vuelve todo.",
    have_backup: "Tengo una copia",
    begin_anew: "Empezar de nuevo",
    all_entries: "Todas las entradas",
    nothing_yet: "Cuando te den ganas, toca su número. Lo que anotes aparecerá aquí.",
    nothing_today: "Hoy no has anotado nada.",
    call_someone: "Llamar a alguien",
    whom_could_you_call: "¿A quién podrías llamar?",
    whom_why: "Tener a quién llamar hace más fácil una noche dura. El nombre y el número quedan en este teléfono.",
    add_someone: "Agregar a alguien",
    do_not_ask: "No preguntar más",
};

#[cfg(test)]
mod tests {
    use super::{EN, ES};

    #[test]
    fn every_hour_has_its_greeting() {
        assert_eq!(
            [5, 11, 12, 17, 18, 22, 23, 0, 4].map(EN.greeting),
            [
                "Good morning.",
                "Good morning.",
                "Good afternoon.",
                "Good afternoon.",
                "Good evening.",
                "Good evening.",
                "Hello.",
                "Hello.",
                "Hello.",
            ]
        );
        assert_eq!(
            [5, 12, 18, 19, 23, 4].map(ES.greeting),
            ["Buenos días.", "Buenas tardes.", "Buenas tardes.", "Buenas noches.", "Buenas noches.", "Buenas noches.",]
        );
    }
}
