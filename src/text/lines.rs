//! Which lines Help now shows, and lines of one's own.

pub struct Lines {
    pub lead: &'static str,
    pub ours: &'static str,
    pub always_there: &'static str,
    pub own: &'static str,
    pub none_yet: &'static str,
    pub name: &'static str,
    pub name_hint: &'static str,
    pub number: &'static str,
    pub note: &'static str,
    pub texts: &'static str,
    pub add: &'static str,
}

pub static EN: Lines = Lines {
    lead: "These lines are for the United States. If you live elsewhere, add your own.",
    ours: "Lines to show",
    always_there: "988 and 911 are always there.",
    own: "Your own lines",
    none_yet: "Your program’s number for nights and weekends can be here.",
    name: "What it is called",
    name_hint: "It can be read in Help now.",
    number: "Its number",
    note: "When it answers",
    texts: "It answers texts too",
    add: "Add this line",
};

pub static ES: Lines = Lines {
    lead: "Estas líneas son de Estados Unidos. Si vives en otro lugar, agrega las tuyas.",
    ours: "Líneas que se muestran",
    always_there: "El 988 y el 911 están siempre.",
    own: "Tus propias líneas",
    none_yet: "Aquí puede estar el número de tu programa para las noches y los fines de semana.",
    name: "Cómo se llama",
    name_hint: "Se puede leer en Ayuda ya.",
    number: "Su número",
    note: "Cuándo responde",
    texts: "También responde mensajes",
    add: "Agregar esta línea",
};
