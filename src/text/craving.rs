//! What is said after a craving was logged: what to do now, and everything that can be told about it.

use domain::{TriggerGroup, WavePhase};

/// The screens that follow a number.
pub struct Craving {
    pub logged: &'static str,
    pub you_logged: fn(u8) -> String,
    /// Below the number from which an act is offered.
    pub may_pass: &'static str,
    pub do_something: &'static str,
    pub ride_it_out_line: &'static str,
    /// Seconds.
    pub ride_left: fn(u16) -> String,
    pub ride_over: &'static str,
    pub leave_line: &'static str,
    pub my_checklist: &'static str,
    pub my_checklist_line: &'static str,
    pub add_more: &'static str,
    pub not_now: &'static str,
    pub call_someone: &'static str,
    /// There is nobody yet.
    pub call_line: &'static str,
    pub call_others: &'static str,
    pub nobody_to_call: &'static str,
    pub nobody_reached: &'static str,
    /// Taken back, or deleted in another tab.
    pub gone: &'static str,
    pub cannot_be_read: &'static str,
    /// The picture, for a screen reader.
    pub wave: fn(WavePhase) -> &'static str,
    /// What the wave does now.
    pub phase: fn(WavePhase) -> &'static str,
    /// What to do meanwhile; the steps of urge surfing in our own words.
    pub phase_line: fn(WavePhase) -> &'static str,
    /// Seconds, for a screen reader that asks.
    pub time_left: fn(u16) -> String,
    pub leave_for_now: &'static str,
    pub get_away: &'static str,
    /// The steps of leaving, in our own words.
    pub get_away_steps: [&'static str; 4],
    pub do_not_go: &'static str,
    pub do_not_go_steps: [&'static str; 3],
    pub i_left: &'static str,
    pub i_stayed_away: &'static str,
    pub now_heading: &'static str,
    pub from_to: fn(u8, u8) -> String,
    /// The same, read out.
    pub from_to_read: fn(u8, u8) -> String,
    pub from_to_line: &'static str,
    pub rate_once_more: &'static str,
    pub to_today: &'static str,
    pub details_line: &'static str,
    pub lately: &'static str,
    pub triggers: &'static str,
    pub place: &'static str,
    pub company: &'static str,
    pub substance: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub note_too_long: &'static str,
    /// Said when the page was left and the note could not be saved.
    pub note_kept: &'static str,
    pub words_too_long: &'static str,
    pub how_strong: &'static str,
    pub when: &'static str,
    /// What opens the field for own words.
    pub other_trigger: &'static str,
    pub other_place: &'static str,
    pub other_company: &'static str,
    pub other_substance: &'static str,
    pub group: fn(TriggerGroup) -> &'static str,
}

pub static EN: Craving = Craving {
    logged: "Saved.",
    you_logged: |number| format!("You logged a craving of {number}."),
    may_pass: "It may pass by itself. There is nothing you have to do.",
    do_something: "Do something about it",
    ride_it_out_line: "Three minutes on a wave.",
    ride_left: |seconds| format!("{} left. Go on.", clock(seconds)),
    ride_over: "The three minutes are over.",
    leave_line: "Get away, or do not go.",
    my_checklist: "My checklist",
    my_checklist_line: "Something to do, step by step.",
    add_more: "Add what was going on",
    not_now: "Not now",
    call_someone: "Call someone",
    call_line: "Add one person now. It takes a minute.",
    call_others: "Someone else",
    nobody_to_call: "There is nobody here yet. A name and a number are enough.",
    nobody_reached: "I did not reach anyone",
    gone: "This entry is no longer in your list. For 30 days you can bring it back under Deleted entries.",
    cannot_be_read: "This entry cannot be read by this version. It is kept as it is.",
    wave: |phase| match phase {
        WavePhase::Rising => "A wave that is rising",
        WavePhase::Cresting => "A wave at its top",
        WavePhase::Falling => "A wave that is going down",
        WavePhase::Settled => "A wave that has passed",
    },
    phase: |phase| match phase {
        WavePhase::Rising => "The wave is rising.",
        WavePhase::Cresting => "The top of the wave.",
        WavePhase::Falling => "The wave is going down.",
        WavePhase::Settled => "The three minutes are over.",
    },
    phase_line: |phase| match phase {
        WavePhase::Rising => {
            "Find where you feel it: chest, stomach, jaw, hands. Is it tight, warm, heavy? Do not argue with it."
        }
        WavePhase::Cresting => {
            "Breathe out slowly. Watch it as you would watch the sea. You do not have to do anything."
        }
        WavePhase::Falling => "Look again: what has changed? Yours may take longer than the picture. Keep breathing.",
        WavePhase::Settled => "",
    },
    time_left: |seconds| format!("{} left", clock(seconds)),
    leave_for_now: "Leave it for now",
    get_away: "If you are there",
    get_away_steps: [
        "Stop. You do not owe anyone a reason.",
        "Take your things and go, on foot if you can.",
        "Go where it is easier: a store, a library, a meeting, a friend.",
        "Once you are out, call or text one person.",
    ],
    do_not_go: "If you are not there yet",
    do_not_go_steps: [
        "Not going is a plan too.",
        "Say one short line: “I have an early start.”",
        "Pick another way home, or another thing to do now.",
    ],
    i_left: "I left",
    i_stayed_away: "I stayed away",
    now_heading: "How strong is it now?",
    from_to: |before, after| format!("{before} → {after}"),
    from_to_read: |before, after| format!("From {before} to {after}"),
    from_to_line: "when you logged it, and now",
    rate_once_more: "Change the number",
    to_today: "Today",
    details_line: "Say as much as you like. Each tap is saved.",
    lately: "Lately",
    triggers: "What set it off?",
    place: "Where were you?",
    company: "Who were you with?",
    substance: "What was it for?",
    note: "Note",
    note_hint: "In your own words. It saves by itself.",
    note_too_long: "Not saved: this is longer than one note can be. Make it shorter; it is all still here.",
    note_kept: "Your note is not saved yet. It is still here: open the entry again before you close the app.",
    words_too_long: "Not saved: that is too long for one word. Put it in the note.",
    how_strong: "How strong was it?",
    when: "When was it?",
    other_trigger: "Another trigger",
    other_place: "Another place",
    other_company: "Somebody else",
    other_substance: "Another substance",
    group: |group| match group {
        TriggerGroup::Feelings => "Feelings",
        TriggerGroup::Body => "Body",
        TriggerGroup::People => "People",
        TriggerGroup::AroundMe => "Around me",
        TriggerGroup::GoodTimes => "Good times",
        TriggerGroup::Thoughts => "Thoughts",
    },
};

pub static ES: Craving = Craving {
    logged: "Guardado.",
    you_logged: |number| format!("Anotaste tus ganas: {number}."),
    may_pass: "Puede pasar sin más. No tienes que hacer nada.",
    do_something: "Hacer algo",
    ride_it_out_line: "Tres minutos con una ola.",
    ride_left: |seconds| format!("Quedan {}. Sigue.", clock(seconds)),
    ride_over: "Ya pasaron los tres minutos.",
    leave_line: "Aléjate, o no vayas.",
    my_checklist: "Mi lista",
    my_checklist_line: "Algo que hacer, paso a paso.",
    add_more: "Agregar qué pasaba",
    not_now: "Ahora no",
    call_someone: "Llamar a alguien",
    call_line: "Agrega ahora a una persona. Es un minuto.",
    call_others: "Otra persona",
    nobody_to_call: "Todavía no hay nadie aquí. Basta un nombre y un número.",
    nobody_reached: "No hablé con nadie",
    gone: "Esta entrada ya no está en tu lista. Durante 30 días puedes recuperarla en Entradas borradas.",
    cannot_be_read: "Esta versión no puede leer esta entrada. Se conserva tal cual.",
    wave: |phase| match phase {
        WavePhase::Rising => "Una ola que sube",
        WavePhase::Cresting => "Una ola en lo más alto",
        WavePhase::Falling => "Una ola que baja",
        WavePhase::Settled => "Una ola que ya pasó",
    },
    phase: |phase| match phase {
        WavePhase::Rising => "La ola sube.",
        WavePhase::Cresting => "Lo más alto de la ola.",
        WavePhase::Falling => "La ola baja.",
        WavePhase::Settled => "Ya pasaron los tres minutos.",
    },
    phase_line: |phase| match phase {
        WavePhase::Rising => {
            "Busca dónde la sientes: pecho, estómago, mandíbula, manos. ¿Aprieta, arde, pesa? No discutas con ella."
        }
        WavePhase::Cresting => "Suelta el aire despacio. Mírala como se mira el mar. No tienes que hacer nada.",
        WavePhase::Falling => "Mira otra vez: ¿qué cambió? La tuya puede tardar más que el dibujo. Sigue respirando.",
        WavePhase::Settled => "",
    },
    time_left: |seconds| format!("Quedan {}", clock(seconds)),
    leave_for_now: "Dejarla por ahora",
    get_away: "Si estás ahí",
    get_away_steps: [
        "Para. No le debes una explicación a nadie.",
        "Toma tus cosas y vete, a pie si puedes.",
        "Ve a donde sea más fácil: una tienda, una biblioteca, una reunión, una amistad.",
        "Ya afuera, llama o escribe a una persona.",
    ],
    do_not_go: "Si todavía no estás ahí",
    do_not_go_steps: [
        "No ir también es un plan.",
        "Di una frase corta: “Mañana madrugo”.",
        "Elige otro camino a casa, u otra cosa que hacer ahora.",
    ],
    i_left: "Me fui",
    i_stayed_away: "No fui",
    now_heading: "¿Qué tan fuertes son ahora?",
    from_to: |before, after| format!("{before} → {after}"),
    from_to_read: |before, after| format!("De {before} a {after}"),
    from_to_line: "cuando lo anotaste, y ahora",
    rate_once_more: "Cambiar el número",
    to_today: "Hoy",
    details_line: "Di lo que quieras. Cada toque se guarda.",
    lately: "Últimamente",
    triggers: "¿Qué las despertó?",
    place: "¿Dónde estabas?",
    company: "¿Con quién estabas?",
    substance: "¿De qué eran?",
    note: "Nota",
    note_hint: "Con tus palabras. Se guarda sola.",
    note_too_long: "No se guardó: es más larga de lo que cabe en una nota. Acórtala; todo sigue aquí.",
    note_kept: "Tu nota todavía no está guardada. Sigue aquí: abre la entrada otra vez antes de cerrar la app.",
    words_too_long: "No se guardó: es muy largo para una palabra. Ponlo en la nota.",
    how_strong: "¿Qué tan fuertes eran?",
    when: "¿Cuándo fue?",
    other_trigger: "Otra causa",
    other_place: "Otro lugar",
    other_company: "Otra persona",
    other_substance: "Otra sustancia",
    group: |group| match group {
        TriggerGroup::Feelings => "Sentimientos",
        TriggerGroup::Body => "Cuerpo",
        TriggerGroup::People => "Gente",
        TriggerGroup::AroundMe => "A mi alrededor",
        TriggerGroup::GoodTimes => "Buenos momentos",
        TriggerGroup::Thoughts => "Pensamientos",
    },
};

/// Minutes and seconds, as on a kitchen timer: "1:05".
#[must_use]
pub fn clock(seconds: u16) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn time_reads_as_on_a_kitchen_timer() {
        assert_eq!([0, 9, 65, 180].map(clock), ["0:00", "0:09", "1:05", "3:00"]);
    }
}
