//! The log, one entry in it, and what was deleted.

use engine::{Named, Only, SaveError};
use storage::StoreError;

pub struct Log {
    pub talk_about: &'static str,
    pub private: &'static str,
    pub private_line: &'static str,
    /// Behind the time of an entry in the log: it is to be talked about, and it is never shared.
    pub marked_talk: &'static str,
    pub marked_private: &'static str,
    /// The way from a session, a dose, a list or a run in the log to where it was told.
    pub where_told: &'static str,
    /// Above the entries that are to be talked about.
    pub to_talk_about: &'static str,
    pub deleted_told: &'static str,
    pub restored_told: &'static str,
    pub erased_told: &'static str,

    pub no_space: &'static str,
    pub already_gone: &'static str,
    pub not_changed: &'static str,

    pub today: &'static str,
    pub yesterday: &'static str,
    /// The day of a damaged row that does not even say when it was.
    pub day_unknown: &'static str,
    pub show_earlier: &'static str,
    pub show_newer: &'static str,
    pub empty: &'static str,
    pub log_one: &'static str,
    /// What a row says aloud when the number was told again later: "Craving 7 of 10, later 4".
    pub craving_then: fn(u8, u8) -> String,
    pub from_newer: &'static str,
    /// Damaged entries, by how many they are.
    pub unreadable: fn(u32) -> String,

    /// Above the kinds of entries.
    pub show: &'static str,
    pub only: fn(Only) -> &'static str,
    pub none_of_these: &'static str,
    pub search: &'static str,
    pub looking: &'static str,
    pub nothing_found: &'static str,
    pub found: fn(usize) -> String,
    /// More than this many were found; these are the newest.
    pub found_most: fn(usize) -> String,

    pub number: &'static str,
    pub when: &'static str,
    pub triggers: &'static str,
    pub place: &'static str,
    pub company: &'static str,
    pub substance: &'static str,
    pub note: &'static str,
    pub actions: &'static str,
    pub after: &'static str,
    pub of_ten: fn(u8) -> String,
    /// "4 of 10, Nov 22, 9:52 PM".
    pub of_ten_at: fn(u8, &str) -> String,
    /// A word that only a newer version of the app can name.
    pub word_from_newer: &'static str,
    pub change_or_add: &'static str,
    pub delete: &'static str,
    pub gone: &'static str,
    pub to_log: &'static str,

    pub versions: &'static str,
    pub versions_hint: &'static str,
    pub version_saved: fn(&str) -> String,
    pub version_deleted: fn(&str) -> String,
    pub version_unreadable: &'static str,
    /// What a field of an earlier version said when it said nothing.
    pub nothing_yet: &'static str,
    pub versions_cut: fn(usize) -> String,

    pub none_deleted: &'static str,
    pub deleted_hint: &'static str,
    pub deleted_at: fn(&str) -> String,
    /// Whole days that are left to bring it back; 0 is less than one.
    pub days_left: fn(i64) -> String,
    /// What was deleted, when it has a name of its own.
    pub named: fn(Named) -> &'static str,
    /// How many sessions come back with a program.
    pub with_sessions: fn(usize) -> String,
    pub bring_back: &'static str,
    pub erase: &'static str,
    pub erase_ask: &'static str,
    pub erase_means: &'static str,
    pub erase_yes: &'static str,
    pub erase_no: &'static str,
}

pub static EN: Log = Log {
    talk_about: "I want to talk about this",
    private: "Keep it private",
    private_line: "What is private never goes into anything you share.",
    marked_talk: "to talk about",
    marked_private: "private",
    where_told: "Open it",
    to_talk_about: "To talk about",
    deleted_told: "Deleted.",
    restored_told: "Brought back.",
    erased_told: "Erased for good.",

    no_space: "That did not work: this phone has no space left. The entry is as it was. Free some space, then try again.",
    already_gone: "This entry is gone already. It may have been erased in another tab.",
    not_changed: "That did not work. The entry is as it was. Try again.",

    today: "Today",
    yesterday: "Yesterday",
    day_unknown: "Day unknown",
    show_earlier: "Show earlier",
    show_newer: "Show newer",
    empty: "What you log will be here, day by day.",
    log_one: "Log a craving",
    craving_then: |before, after| format!("Craving {before} of 10, later {after}"),
    from_newer: "An entry from a newer Handrail. Update to read it.",
    unreadable: |count| match count {
        0 | 1 => "One entry cannot be read. It is kept.".to_owned(),
        _ => format!("{count} entries cannot be read. They are kept."),
    },

    show: "Show",
    only: |only| match only {
        Only::All => "Everything",
        Only::Cravings => "Cravings",
        Only::CheckIns => "Check-ins",
        Only::Lapses => "Use",
        Only::Coping => "Coping",
        Only::Sessions => "Sessions",
        Only::Medication => "Medicine",
        Only::Lists => "Lists",
    },
    none_of_these: "None of these.",
    search: "Search your entries",
    looking: "Looking further back…",
    nothing_found: "Nothing found for that.",
    found: |count| match count {
        1 => "1 entry found.".to_owned(),
        _ => format!("{count} entries found."),
    },
    found_most: |count| format!("The newest {count} that fit. Add a word to find fewer."),

    number: "How strong",
    when: "When",
    triggers: "What set it off",
    place: "Where",
    company: "Who with",
    substance: "Craving for",
    note: "Note",
    actions: "What you did",
    after: "Rated again",
    of_ten: |number| format!("{number} of 10"),
    of_ten_at: |number, when| format!("{number} of 10, {when}"),
    word_from_newer: "something from a newer Handrail",
    change_or_add: "Change or add",
    delete: "Delete",
    gone: "This entry is not here any more. If it was deleted, you can bring it back for 30 days.",
    to_log: "All your entries",

    versions: "Earlier versions",
    versions_hint: "What this entry said before you changed it.",
    version_saved: |when| format!("Saved {when}"),
    version_deleted: |when| format!("Deleted {when}"),
    version_unreadable: "This version cannot be read. It is kept.",
    nothing_yet: "nothing yet",
    versions_cut: |count| format!("The newest {count} are shown. The others are kept."),

    none_deleted: "Nothing here. What you delete stays here for 30 days.",
    deleted_hint: "What you delete stays here for 30 days. Then it is erased for good.",
    deleted_at: |when| format!("Deleted {when}"),
    days_left: |days| match days {
        0 => "less than a day left".to_owned(),
        1 => "1 day left".to_owned(),
        _ => format!("{days} days left"),
    },
    named: |what| match what {
        Named::Person => "One of your people",
        Named::Reason => "One of your reasons",
        Named::Checklist => "One of your lists",
        Named::Medication => "One medicine",
        Named::Strategy => "A strategy of your own",
    },
    with_sessions: |count| match count {
        1 => "with 1 session".to_owned(),
        _ => format!("with {count} sessions"),
    },
    bring_back: "Bring back",
    erase: "Erase for good now",
    erase_ask: "Erase this for good?",
    erase_means: "This and its earlier versions are taken off this phone now. Nobody can bring them back.",
    erase_yes: "Erase for good",
    erase_no: "Keep it",
};

pub static ES: Log = Log {
    talk_about: "Quiero hablar de esto",
    private: "Solo para mí",
    private_line: "Lo que es solo para ti no entra en nada de lo que compartas.",
    marked_talk: "para hablar",
    marked_private: "solo para mí",
    where_told: "Abrir",
    to_talk_about: "Para hablar",
    deleted_told: "Borrada.",
    restored_told: "Ya está de vuelta.",
    erased_told: "Se borró para siempre.",

    no_space: "No se pudo: este teléfono no tiene espacio. La entrada sigue como estaba. Libera espacio e intenta otra vez.",
    already_gone: "Esta entrada ya no está. Quizá se borró en otra pestaña.",
    not_changed: "No se pudo. La entrada sigue como estaba. Intenta otra vez.",

    today: "Hoy",
    yesterday: "Ayer",
    day_unknown: "Sin fecha",
    show_earlier: "Ver anteriores",
    show_newer: "Ver más recientes",
    empty: "Lo que anotes quedará aquí, día por día.",
    log_one: "Anotar ganas",
    craving_then: |before, after| format!("Ganas: {before} de 10, después {after}"),
    from_newer: "Una entrada de una versión más nueva de Handrail. Actualiza para leerla.",
    unreadable: |count| match count {
        0 | 1 => "Una entrada no se puede leer. Se conserva.".to_owned(),
        _ => format!("{count} entradas no se pueden leer. Se conservan."),
    },

    show: "Ver",
    only: |only| match only {
        Only::All => "Todo",
        Only::Cravings => "Ganas",
        Only::CheckIns => "Tu día",
        Only::Lapses => "Consumo",
        Only::Coping => "Qué hice",
        Only::Sessions => "Sesiones",
        Only::Medication => "Medicinas",
        Only::Lists => "Listas",
    },
    none_of_these: "No hay nada de esto.",
    search: "Buscar en tus entradas",
    looking: "Buscando más atrás…",
    nothing_found: "No hay nada con eso.",
    found: |count| match count {
        1 => "1 entrada encontrada.".to_owned(),
        _ => format!("{count} entradas encontradas."),
    },
    found_most: |count| format!("Las {count} más recientes. Agrega una palabra para ver menos."),

    number: "Qué tan fuerte",
    when: "Cuándo",
    triggers: "Qué lo provocó",
    place: "Dónde",
    company: "Con quién",
    substance: "Ganas de",
    note: "Nota",
    actions: "Qué hiciste",
    after: "Después",
    of_ten: |number| format!("{number} de 10"),
    of_ten_at: |number, when| format!("{number} de 10, {when}"),
    word_from_newer: "algo de una versión más nueva de Handrail",
    change_or_add: "Cambiar o agregar",
    delete: "Borrar",
    gone: "Esta entrada ya no está aquí. Si se borró, puedes recuperarla durante 30 días.",
    to_log: "Todas tus entradas",

    versions: "Versiones anteriores",
    versions_hint: "Lo que decía esta entrada antes de que la cambiaras.",
    version_saved: |when| format!("Guardada: {when}"),
    version_deleted: |when| format!("Borrada: {when}"),
    version_unreadable: "Esta versión no se puede leer. Se conserva.",
    nothing_yet: "nada todavía",
    versions_cut: |count| format!("Se ven las {count} más recientes. Las demás se conservan."),

    none_deleted: "Aquí no hay nada. Lo que borres se queda aquí 30 días.",
    deleted_hint: "Lo que borras se queda aquí 30 días. Después se borra para siempre.",
    deleted_at: |when| format!("Se borró: {when}"),
    days_left: |days| match days {
        0 => "queda menos de un día".to_owned(),
        1 => "queda 1 día".to_owned(),
        _ => format!("quedan {days} días"),
    },
    named: |what| match what {
        Named::Person => "Alguien de tu gente",
        Named::Reason => "Una de tus razones",
        Named::Checklist => "Una de tus listas",
        Named::Medication => "Una medicina",
        Named::Strategy => "Una estrategia tuya",
    },
    with_sessions: |count| match count {
        1 => "con 1 sesión".to_owned(),
        _ => format!("con {count} sesiones"),
    },
    bring_back: "Recuperar",
    erase: "Borrar para siempre ya",
    erase_ask: "¿Borrar esto para siempre?",
    erase_means: "Esto y sus versiones anteriores se quitan ahora de este teléfono. Nadie podrá recuperarlo.",
    erase_yes: "Borrar para siempre",
    erase_no: "Conservar",
};

impl Log {
    /// The sentence for a deletion, a return or an erasure that did not work. Nothing was typed, so nothing is said about that.
    #[must_use]
    pub fn not_done(&self, error: SaveError) -> &'static str {
        match error {
            SaveError::Store(StoreError::Full) => self.no_space,
            SaveError::Gone => self.already_gone,
            SaveError::Store(
                StoreError::Conflict
                | StoreError::Newer
                | StoreError::Lost
                | StoreError::Unavailable
                | StoreError::Refused
                | StoreError::Failed { .. },
            )
            | SaveError::Busy
            | SaveError::Edit(_)
            | SaveError::Sealing => self.not_changed,
        }
    }
}
