//! The backup: made, looked into, brought in. Every sentence about a failure says what is safe.

use engine::Merged;

pub struct Backup {
    /// On the first screens.
    pub i_have_one: &'static str,
    pub lead: &'static str,
    pub never: &'static str,
    pub last: fn(&str) -> String,
    pub never_made: &'static str,
    pub make_title: &'static str,
    pub passphrase: &'static str,
    pub passphrase_hint: &'static str,
    pub too_short: &'static str,
    pub offer: &'static str,
    pub written_down: &'static str,
    pub written_down_first: &'static str,
    pub make: &'static str,
    /// How many records, and megabytes.
    pub ready: fn(u64, &str) -> String,
    /// Rows that cannot be read and are not in it.
    pub unreadable: fn(u64) -> String,
    pub hand_over: &'static str,
    pub handed_over: &'static str,
    pub saved: &'static str,
    pub stopped: &'static str,
    pub not_handed: &'static str,
    pub bring_title: &'static str,
    pub choose: &'static str,
    pub choose_hint: &'static str,
    pub chosen: fn(&str) -> String,
    pub look: &'static str,
    /// When it was made, and how many entries it has.
    pub inside: fn(&str, u64) -> String,
    pub from_to: fn(&str, &str) -> String,
    pub whole: &'static str,
    pub bring_in: &'static str,
    pub brought_in: fn(&Merged) -> String,
    pub codes: Codes,
    pub others: Others,
}

/// From screen to camera, for a backup that is small enough.
pub struct Codes {
    pub show: &'static str,
    pub hint: &'static str,
    pub done: &'static str,
    pub read: &'static str,
    /// So many of so many.
    pub here: fn(usize, usize) -> String,
    pub wrong: &'static str,
    pub no_camera: &'static str,
    /// What a backup is called that came this way.
    pub name: &'static str,
}

/// What went wrong.
pub struct Others {
    pub empty: &'static str,
    pub no_memory: &'static str,
    pub no_worker: &'static str,
    pub not_made: &'static str,
    pub not_read: &'static str,
    pub other_file: &'static str,
    pub newer: &'static str,
    pub wrong: &'static str,
    pub damaged: &'static str,
    pub cut: &'static str,
    pub too_much: &'static str,
    pub full: &'static str,
    pub half: &'static str,
}

/// Entries of the log, if that is what there is to count.
fn entries(inside: u64) -> String {
    if inside == 1 { "1 entry".to_owned() } else { format!("{inside} entries") }
}

fn entradas(inside: u64) -> String {
    if inside == 1 { "1 entrada".to_owned() } else { format!("{inside} entradas") }
}

pub static EN: Backup = Backup {
    i_have_one: "I have a backup",
    lead: "One file with everything in it, sealed under a passphrase. Whoever finds it can read nothing.",
    never: "Nobody can send you a new passphrase. Without it the file stays shut for good.",
    last: |day| format!("Last backup: {day}."),
    never_made: "No backup was made on this phone yet.",
    make_title: "Make a backup",
    passphrase: "Passphrase",
    passphrase_hint: "Six words are best. Capital letters and extra spaces do not matter between them.",
    too_short: "This is too easy to guess. Use at least 12 letters, or take the six words.",
    offer: "Give me six words",
    written_down: "I have written it down, away from this phone",
    written_down_first: "Write the passphrase down first, then tick that you have.",
    make: "Seal everything",
    ready: |records, megabytes| {
        let things = if records == 1 { "1 record" } else { &format!("{records} records") };
        format!("Sealed: {things}, {megabytes} MB. Now put the file where you will find it again.")
    },
    unreadable: |rows| match rows {
        1 => "One place on this phone cannot be read, and is not in it. It is kept here.".to_owned(),
        _ => format!("{rows} places on this phone cannot be read, and are not in it. They are kept here."),
    },
    hand_over: "Save or send the file",
    handed_over: "Done. Check it below once, from where it is now.",
    saved: "It is among your downloads. Move it off this phone, then check it below once.",
    stopped: "Nothing was sent. The file is still here for as long as this page is open.",
    not_handed: "This browser can neither save nor send files. Nothing was lost.",
    bring_title: "Check a backup, or bring it in",
    choose: "Choose the file",
    choose_hint: "It is only read. Nothing changes before you say so.",
    chosen: |name| format!("Chosen: {name}"),
    look: "Look into it",
    inside: |day, count| format!("Made {day}, with {}.", entries(count)),
    from_to: |from, to| format!("From {from} to {to}."),
    whole: "The file is whole, and the passphrase opens it. Nothing was changed.",
    bring_in: "Bring it into this phone",
    brought_in: |merged| match (merged.new, merged.changed) {
        (0, 0) => "Everything in it was here already.".to_owned(),
        (new, 0) => format!("Done. New here: {new}. What was here stays."),
        (new, changed) => format!("Done. New here: {new}, brought up to date: {changed}. What was here stays."),
    },
    codes: Codes {
        show: "Show it as codes",
        hint: "On the other phone, in Backup, choose “Read codes off another phone” and hold its camera to this screen. It needs no network.",
        done: "The other phone has it",
        read: "Read codes off another phone",
        here: |here, of| format!("{here} of {of} read. Show the next code."),
        wrong: "That is not one of its codes, or it was not read right. Nothing was changed. Try again.",
        no_camera: "The camera did not open. Allow it, or choose the file.",
        name: "codes",
    },
    others: Others {
        empty: "Type the passphrase first.",
        no_memory: "This phone has too little memory free right now. Close some apps and try again. Nothing was changed.",
        no_worker: "That did not work. Nothing was changed. Try again; if it happens again, reload first.",
        not_made: "The backup was not finished. Your entries are safe. Try again.",
        not_read: "The browser cannot read this file any more. Choose it again. Nothing was changed.",
        other_file: "This file is no backup of Handrail. Nothing was changed. Look for one that ends in .bin.",
        newer: "This backup is from a newer Handrail. Update first, then bring it in. Nothing was changed.",
        wrong: "This passphrase does not open it. Nothing was changed. Check each word and try again.",
        damaged: "This file is damaged, so nothing of it was taken. What is here is safe. Try another copy.",
        cut: "The end of this file is missing, so nothing of it was taken. What is here is safe. Try another copy.",
        too_much: "This file asks for more memory than any backup of ours. It was not opened, and nothing was changed.",
        full: "This phone has no space left. What came in so far is kept. Free some space and bring it in again.",
        half: "Not everything came in. What did is kept, and what was here too. Bring it in again to finish.",
    },
};

pub static ES: Backup = Backup {
    i_have_one: "Tengo una copia",
    lead: "Un archivo con todo, sellado con una frase. Quien lo encuentre no puede leer nada.",
    never: "Nadie puede mandarte otra frase. Sin ella el archivo queda cerrado para siempre.",
    last: |day| format!("Última copia: {day}."),
    never_made: "Todavía no hay ninguna copia hecha en este teléfono.",
    make_title: "Hacer una copia",
    passphrase: "Frase",
    passphrase_hint: "Lo mejor son seis palabras. Entre ellas no importan las mayúsculas ni los espacios de más.",
    too_short: "Es demasiado fácil de adivinar. Usa al menos 12 letras, o toma las seis palabras.",
    offer: "Dame seis palabras",
    written_down: "La escribí en otro lugar, lejos de este teléfono",
    written_down_first: "Primero escribe la frase en otro lugar; después márcalo.",
    make: "Sellar todo",
    ready: |records, megabytes| {
        let things = if records == 1 { "1 registro" } else { &format!("{records} registros") };
        format!("Sellado: {things}, {megabytes} MB. Ahora pon el archivo donde lo encuentres otra vez.")
    },
    unreadable: |rows| match rows {
        1 => "Un lugar de este teléfono no se puede leer y no está en la copia. Aquí se conserva.".to_owned(),
        _ => format!("{rows} lugares de este teléfono no se pueden leer y no están en la copia. Aquí se conservan."),
    },
    hand_over: "Guardar o enviar el archivo",
    handed_over: "Listo. Revísalo abajo una vez, desde donde está ahora.",
    saved: "Está en tus descargas. Sácalo de este teléfono y revísalo abajo una vez.",
    stopped: "No se envió nada. El archivo sigue aquí mientras esta página esté abierta.",
    not_handed: "Este navegador no puede guardar ni enviar archivos. No se perdió nada.",
    bring_title: "Revisar una copia, o traerla aquí",
    choose: "Elegir el archivo",
    choose_hint: "Solo se lee. Nada cambia hasta que lo digas.",
    chosen: |name| format!("Elegido: {name}"),
    look: "Ver qué tiene",
    inside: |day, count| format!("Hecha: {day}, con {}.", entradas(count)),
    from_to: |from, to| format!("Desde: {from}. Hasta: {to}."),
    whole: "El archivo está completo y la frase lo abre. No se cambió nada.",
    bring_in: "Traerla a este teléfono",
    brought_in: |merged| match (merged.new, merged.changed) {
        (0, 0) => "Todo lo que tiene ya estaba aquí.".to_owned(),
        (new, 0) => format!("Listo. Nuevo aquí: {new}. Lo que había sigue."),
        (new, changed) => format!("Listo. Nuevo aquí: {new}; puesto al día: {changed}. Lo que había sigue."),
    },
    codes: Codes {
        show: "Mostrarla en códigos",
        hint: "En el otro teléfono, en Copia de seguridad, elige «Leer códigos de otro teléfono» y acerca su cámara a esta pantalla. No hace falta conexión.",
        done: "El otro teléfono ya la tiene",
        read: "Leer códigos de otro teléfono",
        here: |here, of| format!("{here} de {of} leídos. Muestra el siguiente código."),
        wrong: "Ese no es uno de sus códigos, o no se leyó bien. No se cambió nada. Intenta otra vez.",
        no_camera: "La cámara no se abrió. Permítela o elige el archivo.",
        name: "códigos",
    },
    others: Others {
        empty: "Primero escribe la frase.",
        no_memory: "El teléfono tiene poca memoria libre. Cierra otras apps e intenta otra vez. No se cambió nada.",
        no_worker: "No se pudo. No se cambió nada. Intenta otra vez; si vuelve a pasar, recarga primero.",
        not_made: "La copia no se terminó. Tus entradas están a salvo. Intenta otra vez.",
        not_read: "El navegador ya no puede leer este archivo. Elígelo otra vez. No se cambió nada.",
        other_file: "Este archivo no es una copia de Handrail. No se cambió nada. Busca uno que termine en .bin.",
        newer: "Esta copia es de una versión más nueva de Handrail. Actualiza primero y después tráela. No se cambió nada.",
        wrong: "Esta frase no la abre. No se cambió nada. Revisa cada palabra e intenta otra vez.",
        damaged: "Este archivo está dañado, así que no se tomó nada. Lo que hay aquí está a salvo. Prueba otro ejemplar.",
        cut: "Falta el final de este archivo, así que no se tomó nada. Lo que hay aquí está a salvo. Prueba otro ejemplar.",
        too_much: "Este archivo pide más memoria que cualquier copia nuestra. No se abrió y no se cambió nada.",
        full: "El teléfono no tiene espacio. Lo que ya entró se conserva. Libera espacio y tráela otra vez.",
        half: "No entró todo. Lo que entró se conserva, y lo que había también. Tráela otra vez para terminar.",
    },
};
