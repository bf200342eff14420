//! What a program hands over: choosing the pack, seeing what it would change, and what was added of it.

use domain::pack::{LineKind, Part};

/// Why nothing was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The part that checks packs did not start.
    NoWorker,
    FileNotRead,
    NotAPack,
    Newer,
    TooLong,
    CutOff,
    /// A letter or byte is another one.
    Damaged,
    /// It is not from who it says it is from.
    Forged,
    /// It was signed, and a line of it is none.
    Broken,
    /// A later version is here.
    Older,
    /// The pack that is here is from somebody else.
    OtherSender,
    NoRoom,
    NoCamera,
}

impl Why {
    /// All of them, for the tests.
    pub const ALL: [Self; 13] = [
        Self::NoWorker,
        Self::FileNotRead,
        Self::NotAPack,
        Self::Newer,
        Self::TooLong,
        Self::CutOff,
        Self::Damaged,
        Self::Forged,
        Self::Broken,
        Self::Older,
        Self::OtherSender,
        Self::NoRoom,
        Self::NoCamera,
    ];
}

pub struct Packs {
    pub lead: &'static str,
    pub choose: &'static str,
    pub or_drop: &'static str,
    pub paste: &'static str,
    pub paste_label: &'static str,
    pub read_it: &'static str,
    pub nothing_pasted: &'static str,
    pub scan: &'static str,
    pub scanning: &'static str,
    pub no_scanner: &'static str,
    pub home_screen: &'static str,
    pub stays_here: &'static str,
    pub reading: &'static str,
    pub stop: &'static str,
    pub why: fn(Why) -> &'static str,

    /// "From Sam Rivera, North Clinic. Made on November 20."
    pub made: fn(&str, &str) -> String,
    pub words_title: &'static str,
    pub words_hint: &'static str,
    pub other_key: &'static str,
    pub new: fn(usize) -> String,
    pub changed: fn(usize) -> String,
    pub removed: fn(usize) -> String,
    pub same: fn(usize) -> String,
    pub nothing_new: &'static str,
    pub only_ticked: &'static str,
    pub only_ticked_changes: &'static str,
    pub removed_hint: &'static str,
    pub asked_before: &'static str,
    pub by_you: &'static str,
    pub kind: fn(LineKind) -> &'static str,
    pub part: fn(Part) -> &'static str,
    /// "Time: 6:00 PM → 7:00 PM".
    pub was_is: fn(&str, &str, &str) -> String,
    /// What was not said.
    pub not_said: &'static str,
    pub steps: fn(usize) -> String,
    /// "from November 23"
    pub from_day: fn(&str) -> String,
    /// "from intergroup.example"
    pub from_host: fn(&str) -> String,
    pub bring: fn(&str) -> String,
    pub take: fn(usize) -> String,
    pub take_none: &'static str,
    pub not_now: &'static str,
    pub another: &'static str,
    pub taken: fn(&str) -> String,
    pub taken_new: fn(usize) -> String,
    pub taken_changed: fn(usize) -> String,
    pub taken_removed: fn(usize) -> String,
    pub taken_none: &'static str,

    pub empty: &'static str,
    pub in_me: &'static str,
    pub goals: &'static str,
    pub homework: &'static str,
    pub added_on: fn(&str) -> String,
    pub to_add: &'static str,
    pub call: fn(&str) -> String,
    pub keep_clinic: &'static str,
    pub leave: &'static str,
    pub leave_hint: &'static str,
    pub leave_keep: &'static str,
    pub leave_all: &'static str,
    pub leave_no: &'static str,
    pub left: &'static str,
}

pub static EN: Packs = Packs {
    lead: "Did your counselor give you a file, a link or a code? Bring it in, and choose what you want of it.",
    choose: "Choose the file",
    or_drop: "Or drop it here.",
    paste: "Paste the link instead",
    paste_label: "The link or the code",
    read_it: "Read it",
    nothing_pasted: "Paste the link first.",
    scan: "Scan the code",
    scanning: "Hold the code in front of the camera.",
    no_scanner: "This browser cannot scan. Open the code with your phone’s own camera, or choose the file.",
    home_screen: "On an iPhone, a link opens in Safari. If Handrail is on your home screen, copy the link and paste it here.",
    stays_here: "Nothing is added before you have seen it. Nothing on this phone is read or sent by this.",
    reading: "Reading …",
    stop: "Stop",
    why: |why| match why {
        Why::NoWorker => "The part that checks this did not start. Nothing was changed. Try again.",
        Why::FileNotRead => "The file could not be opened. Nothing was changed. Choose it again.",
        Why::NotAPack => {
            "This is not from a counselor’s page. Nothing was changed. Ask for the file, the link or the code again."
        }
        Why::Newer => "A newer Handrail made this. Nothing was changed. Update Handrail, then try again.",
        Why::TooLong => "This is longer than anything a counselor’s page makes. Nothing was changed.",
        Why::CutOff => "The end is missing. Nothing was changed. Copy the whole link, or choose the file again.",
        Why::Damaged => "Something changed on the way. Nothing was changed here. Get it again, or ask for the file.",
        Why::Forged => "This is not from who it says. Nothing was changed. Ask your counselor before you try again.",
        Why::Broken => {
            "A part of this cannot be right, so none of it was added. Nothing was changed. Tell your counselor."
        }
        Why::Older => "You already have a later version of this. Nothing was changed.",
        Why::OtherSender => {
            "You have this from somebody else, with six other words. Nothing was changed. Ask your counselor."
        }
        Why::NoRoom => "That is more than fits. Nothing was added. Tick less, or take something away first.",
        Why::NoCamera => "The camera did not open. Allow it, use your phone’s own camera, or choose the file.",
    },

    made: |from, day| format!("From {from}. Made on {day}."),
    words_title: "Their six words",
    words_hint: "Compare these with your counselor, in person or by phone. That is needed only once.",
    other_key: "Somebody with the same name and six other words sent you something before. Ask your counselor before you add this.",
    new: |count| if count == 1 { "1 new".to_owned() } else { format!("{count} new") },
    changed: |count| if count == 1 { "1 changed".to_owned() } else { format!("{count} changed") },
    removed: |count| {
        if count == 1 { "1 taken out by your program".to_owned() } else { format!("{count} taken out by your program") }
    },
    same: |count| {
        if count == 1 {
            "1 is already as it is here.".to_owned()
        } else {
            format!("{count} are already as they are here.")
        }
    },
    nothing_new: "All of this is already here.",
    only_ticked: "Only what is ticked is added.",
    only_ticked_changes: "Only what is ticked is changed.",
    removed_hint: "What is ticked is taken away. A session keeps its past.",
    asked_before: "You left this out before",
    by_you: "You changed this. Tick it to use your program’s version.",
    kind: |kind| match kind {
        LineKind::Session => "Session",
        LineKind::Homework => "Homework",
        LineKind::Checklist => "List",
        LineKind::Goal => "Goal",
        LineKind::Feed => "Meetings",
    },
    part: |part| match part {
        Part::Kind => "Kind",
        Part::Name => "Name",
        Part::Days => "Day",
        Part::Time => "Time",
        Part::Dates => "From and until",
        Part::Place => "Place",
        Part::Link => "Link",
        Part::Phone => "Phone",
        Part::Counselor => "Counselor",
        Part::Bring => "Bring",
        Part::Words => "Words",
        Part::Due => "Until when",
        Part::Steps => "Steps",
        Part::Repeats => "When",
        Part::Address => "Address",
    },
    was_is: |what, was, is| format!("{what}: {was} → {is}"),
    not_said: "nothing",
    steps: |count| if count == 1 { "1 step".to_owned() } else { format!("{count} steps") },
    from_day: |day| format!("from {day}"),
    from_host: |host| format!("from {host}"),
    bring: |what| format!("bring: {what}"),
    take: |count| format!("Take in {count}"),
    take_none: "Leave all of it out",
    not_now: "Not now",
    another: "Choose something else",
    taken: |parts| format!("Added from your program: {parts}."),
    taken_new: |count| format!("{count} new"),
    taken_changed: |count| format!("{count} changed"),
    taken_removed: |count| format!("{count} taken away"),
    taken_none: "Nothing was added. You can take it in later.",

    empty: "Nothing from your program yet. Your counselor can give you a file, a link or a code.",
    in_me: "Goals and homework.",
    goals: "Goals",
    homework: "Homework",
    added_on: |day| format!("Added on {day}"),
    to_add: "Bring something in",
    call: |name| format!("Call {name}"),
    keep_clinic: "Add to the people I can call",
    leave: "Leave this program",
    leave_hint: "Its goals and homework go. What about its sessions, lists and meetings?",
    leave_keep: "Keep them",
    leave_all: "Take them away too",
    leave_no: "Change nothing",
    left: "You left this program on this phone. Nobody is told.",
};

pub static ES: Packs = Packs {
    lead: "¿Tu consejero o consejera te dio un archivo, un enlace o un código? Tráelo y elige qué quieres de él.",
    choose: "Elegir el archivo",
    or_drop: "O suéltalo aquí.",
    paste: "Mejor pegar el enlace",
    paste_label: "El enlace o el código",
    read_it: "Leerlo",
    nothing_pasted: "Primero pega el enlace.",
    scan: "Escanear el código",
    scanning: "Pon el código frente a la cámara.",
    no_scanner: "Este navegador no puede escanear. Abre el código con la cámara de tu teléfono o elige el archivo.",
    home_screen: "En un iPhone, el enlace se abre en Safari. Si tienes Handrail en la pantalla de inicio, copia el enlace y pégalo aquí.",
    stays_here: "Nada se agrega antes de que lo veas. Con esto no se lee ni se envía nada de este teléfono.",
    reading: "Leyendo …",
    stop: "Parar",
    why: |why| match why {
        Why::NoWorker => "La parte que comprueba esto no arrancó. No cambió nada. Intenta otra vez.",
        Why::FileNotRead => "El archivo no se pudo abrir. No cambió nada. Elígelo otra vez.",
        Why::NotAPack => {
            "Esto no viene de la página de un consejero o consejera. No cambió nada. Pide otra vez el archivo, el enlace o el código."
        }
        Why::Newer => "Esto lo hizo un Handrail más nuevo. No cambió nada. Actualiza Handrail e intenta otra vez.",
        Why::TooLong => "Esto es más largo que todo lo que hace la página de un consejero o consejera. No cambió nada.",
        Why::CutOff => "Falta el final. No cambió nada. Copia el enlace entero o elige otra vez el archivo.",
        Why::Damaged => "Algo cambió en el camino. Aquí no cambió nada. Tráelo otra vez o pide el archivo.",
        Why::Forged => {
            "Esto no es de quien dice. No cambió nada. Pregunta a tu consejero o consejera antes de intentar otra vez."
        }
        Why::Broken => {
            "Una parte de esto no puede ser, así que no se agregó nada. No cambió nada. Avisa a tu consejero o consejera."
        }
        Why::Older => "Ya tienes una versión más nueva de esto. No cambió nada.",
        Why::OtherSender => {
            "Esto lo tienes de otra persona, con seis palabras distintas. No cambió nada. Pregunta a tu consejero o consejera."
        }
        Why::NoRoom => "Eso es más de lo que cabe. No se agregó nada. Marca menos o quita algo primero.",
        Why::NoCamera => "La cámara no se abrió. Permítela, usa la cámara de tu teléfono o elige el archivo.",
    },

    made: |from, day| format!("De parte de {from}. Hecho el {day}."),
    words_title: "Sus seis palabras",
    words_hint: "Compáralas con tu consejero o consejera, en persona o por teléfono. Solo hace falta una vez.",
    other_key: "Alguien con el mismo nombre y seis palabras distintas ya te mandó algo. Pregunta a tu consejero o consejera antes de agregar esto.",
    new: |count| if count == 1 { "1 nuevo".to_owned() } else { format!("{count} nuevos") },
    changed: |count| if count == 1 { "1 cambiado".to_owned() } else { format!("{count} cambiados") },
    removed: |count| {
        if count == 1 { "1 que tu programa quitó".to_owned() } else { format!("{count} que tu programa quitó") }
    },
    same: |count| {
        if count == 1 { "1 ya está igual aquí.".to_owned() } else { format!("{count} ya están igual aquí.") }
    },
    nothing_new: "Todo esto ya está aquí.",
    only_ticked: "Solo se agrega lo que está marcado.",
    only_ticked_changes: "Solo cambia lo que está marcado.",
    removed_hint: "Lo que está marcado se quita. Una sesión conserva su pasado.",
    asked_before: "Antes lo dejaste fuera",
    by_you: "Tú cambiaste esto. Márcalo para usar la versión de tu programa.",
    kind: |kind| match kind {
        LineKind::Session => "Sesión",
        LineKind::Homework => "Tarea",
        LineKind::Checklist => "Lista",
        LineKind::Goal => "Meta",
        LineKind::Feed => "Reuniones",
    },
    part: |part| match part {
        Part::Kind => "Tipo",
        Part::Name => "Nombre",
        Part::Days => "Día",
        Part::Time => "Hora",
        Part::Dates => "Desde y hasta",
        Part::Place => "Lugar",
        Part::Link => "Enlace",
        Part::Phone => "Teléfono",
        Part::Counselor => "Consejero o consejera",
        Part::Bring => "Llevar",
        Part::Words => "Palabras",
        Part::Due => "Para cuándo",
        Part::Steps => "Pasos",
        Part::Repeats => "Cuándo",
        Part::Address => "Dirección",
    },
    was_is: |what, was, is| format!("{what}: {was} → {is}"),
    not_said: "nada",
    steps: |count| if count == 1 { "1 paso".to_owned() } else { format!("{count} pasos") },
    from_day: |day| format!("desde el {day}"),
    from_host: |host| format!("de {host}"),
    bring: |what| format!("llevar: {what}"),
    take: |count| format!("Aceptar {count}"),
    take_none: "Dejar todo fuera",
    not_now: "Ahora no",
    another: "Elegir otra cosa",
    taken: |parts| format!("Agregado de tu programa: {parts}."),
    taken_new: |count| if count == 1 { "1 nuevo".to_owned() } else { format!("{count} nuevos") },
    taken_changed: |count| if count == 1 { "1 cambiado".to_owned() } else { format!("{count} cambiados") },
    taken_removed: |count| if count == 1 { "1 quitado".to_owned() } else { format!("{count} quitados") },
    taken_none: "No se agregó nada. Puedes traerlo más tarde.",

    empty: "Todavía no hay nada de tu programa. Tu consejero o consejera puede darte un archivo, un enlace o un código.",
    in_me: "Metas y tareas.",
    goals: "Metas",
    homework: "Tareas",
    added_on: |day| format!("Agregado el {day}"),
    to_add: "Traer algo",
    call: |name| format!("Llamar a {name}"),
    keep_clinic: "Agregar a las personas a quienes puedo llamar",
    leave: "Dejar este programa",
    leave_hint: "Se van sus metas y tareas. ¿Y sus sesiones, listas y reuniones?",
    leave_keep: "Conservarlas",
    leave_all: "Quitarlas también",
    leave_no: "No cambiar nada",
    left: "Dejaste este programa en este teléfono. Nadie se entera.",
};
