//! What the pages are called: above a page, and on whatever leads to it.

pub struct Titles {
    pub what_now: &'static str,
    pub ride_it_out: &'static str,
    pub leave: &'static str,
    pub details: &'static str,
    pub log: &'static str,
    pub entry: &'static str,
    pub deleted: &'static str,
    pub overdose: &'static str,
    pub look: &'static str,
    pub storage: &'static str,
    pub about: &'static str,
}

pub static EN: Titles = Titles {
    what_now: "What now?",
    ride_it_out: "Ride it out",
    leave: "Leave or avoid",
    details: "What was going on",
    log: "Your entries",
    entry: "Entry",
    deleted: "Deleted entries",
    overdose: "Someone may have overdosed",
    look: "Language and look",
    storage: "Kept on this phone",
    about: "About and privacy",
};

pub static ES: Titles = Titles {
    what_now: "¿Y ahora?",
    ride_it_out: "Deja pasar la ola",
    leave: "Irte o evitarlo",
    details: "Qué pasaba",
    log: "Tus entradas",
    entry: "Entrada",
    deleted: "Entradas borradas",
    overdose: "Puede ser una sobredosis",
    look: "Idioma y aspecto",
    storage: "Guardado en este teléfono",
    about: "Acerca de y privacidad",
};
