//! Deleting everything: what goes and what does not, before anything is asked.

pub struct Forget {
    pub in_storage: &'static str,
    pub lead: &'static str,
    pub elsewhere: &'static str,
    pub backup_first: &'static str,
    pub type_it: &'static str,
    /// What has to be typed, in small letters.
    pub word: &'static str,
    pub other_word: &'static str,
    pub delete: &'static str,
    pub really: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub failed: &'static str,
}

pub static EN: Forget = Forget {
    in_storage: "Delete everything",
    lead: "Every entry, plan, person, picture, key and setting goes from this phone, and so does the app’s own copy. Nobody can bring it back, not even us.",
    elsewhere: "What you saved or sent somewhere else stays there: backups, calendars, pages for your counselor.",
    backup_first: "Make a backup first",
    type_it: "Type the word delete",
    word: "delete",
    other_word: "Type the word delete to go on. Nothing was deleted.",
    delete: "Delete everything",
    really: "This is the last question. Delete everything on this phone now?",
    yes: "Yes, delete everything",
    no: "No, keep it",
    failed: "That did not work. Everything is still there. Close other tabs of Handrail and try again.",
};

pub static ES: Forget = Forget {
    in_storage: "Borrar todo",
    lead: "Cada entrada, plan, persona, imagen, llave y ajuste se va de este teléfono, y también la copia de la app. Nadie puede recuperarlo, nosotros tampoco.",
    elsewhere: "Lo que guardaste o enviaste a otro lugar sigue allí: copias, calendarios, páginas para tu consejería.",
    backup_first: "Primero hacer una copia",
    type_it: "Escribe la palabra borrar",
    word: "borrar",
    other_word: "Escribe la palabra borrar para seguir. No se borró nada.",
    delete: "Borrar todo",
    really: "Es la última pregunta. ¿Borrar ahora todo lo de este teléfono?",
    yes: "Sí, borrar todo",
    no: "No, conservarlo",
    failed: "No se pudo. Todo sigue ahí. Cierra otras pestañas de Handrail e intenta otra vez.",
};
