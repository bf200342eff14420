//! The counselor's page: files that were handed over, who they are from, what may be done with them. It speaks to the counselor.

use domain::Language;

pub struct Counselor {
    pub title: &'static str,
    pub lead: &'static str,
    pub language: &'static str,
    pub choose: &'static str,
    pub choose_hint: &'static str,
    pub codes: Codes,
    /// So many files that wait for a passphrase.
    pub locked: fn(usize) -> String,
    pub passphrase: &'static str,
    pub passphrase_hint: &'static str,
    pub show: &'static str,
    pub open: &'static str,
    pub opening: &'static str,
    pub not_opened: &'static str,
    pub take_off: &'static str,
    pub why: Why,
    /// The pages that are open.
    pub opened: &'static str,
    pub close: &'static str,
    pub close_hint: &'static str,
    pub closed: &'static str,
    pub print: &'static str,
    pub print_hint: &'static str,
    pub from: &'static str,
    pub no_name: &'static str,
    pub name_hint: &'static str,
    pub words: &'static str,
    pub words_hint: &'static str,
    pub made_on: fn(&str) -> String,
    pub known: Known,
    pub trend: Trend,
}

/// Reading codes off the screen of a phone.
pub struct Codes {
    pub read: &'static str,
    pub hint: &'static str,
    /// So many of so many.
    pub here: fn(usize, usize) -> String,
    pub stop: &'static str,
    /// What a page is called that came this way.
    pub name: &'static str,
    pub other: &'static str,
    pub damaged: &'static str,
    pub no_camera: &'static str,
}

/// Why a file was not opened: what happened, and what to do.
pub struct Why {
    pub not_ours: &'static str,
    pub backup: &'static str,
    pub newer: &'static str,
    pub too_long: &'static str,
    pub cut_off: &'static str,
    pub damaged: &'static str,
    pub wrong_passphrase: &'static str,
    pub no_passphrase: &'static str,
    pub no_keys: &'static str,
    pub other_key: &'static str,
    pub other_recipient: &'static str,
    pub forged: &'static str,
    pub no_consent: &'static str,
    pub beyond: &'static str,
    /// Its last day.
    pub consent_over: fn(&str) -> String,
    pub not_read: &'static str,
    pub no_memory: &'static str,
    pub no_randomness: &'static str,
}

/// Whether a sender and a page were here before.
pub struct Known {
    pub first: &'static str,
    pub same: &'static str,
    pub other: &'static str,
    pub not_kept: &'static str,
    /// On that day.
    pub opened_before: fn(&str) -> String,
    /// A page that was handed over later was opened already.
    pub older: &'static str,
    /// Somebody asked, and the other six words are theirs.
    pub accept: &'static str,
    pub accepted: &'static str,
}

/// Several pages of one sender.
pub struct Trend {
    pub heading: &'static str,
    pub lead: &'static str,
    pub too_few: &'static str,
    pub overlap: &'static str,
    /// Pages with these numbers are not open.
    pub missing: fn(&str) -> String,
    /// So many earlier pages are only in the table.
    pub earlier: fn(usize) -> String,
    pub per_week: &'static str,
    pub mean: &'static str,
    pub check_ins: &'static str,
    pub sessions: &'static str,
    pub days: &'static str,
    pub cravings: &'static str,
    /// Said of a picture: what it shows, and its numbers.
    pub picture: fn(&str, &str) -> String,
}

/// What a language calls itself.
#[must_use]
pub fn name_of(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Es => "Español",
    }
}

pub static EN: Counselor = Counselor {
    title: "What was handed to you",
    lead: "Open the file that somebody handed to you. It is opened here, in this browser: nothing is sent, and nothing is kept when you close it.",
    language: "Language",
    choose: "Choose files",
    choose_hint: "Or drop them anywhere on this page. Several pages of the same person show how it went over time.",
    codes: Codes {
        read: "Read codes with the camera",
        hint: "Hold the other screen in front of the camera.",
        here: |here, of| format!("{here} of {of} read. Ask for the next code."),
        stop: "Stop",
        name: "From codes",
        other: "That is no code of a page.",
        damaged: "A code was not read right. Begin again with the first one.",
        no_camera: "The camera did not open. Allow it in the browser, or ask for the file.",
    },
    locked: |files| match files {
        1 => "One file opens with a passphrase".to_owned(),
        _ => format!("{files} files open with a passphrase"),
    },
    passphrase: "Passphrase",
    passphrase_hint: "The person tells it to you, not in the same message as the file. Between six words capital letters and extra spaces do not matter.",
    show: "Show what I type",
    open: "Open",
    opening: "Opening. It takes a moment, on purpose: so nobody can try many passphrases.",
    not_opened: "Not opened",
    take_off: "Take off the list",
    why: Why {
        not_ours: "This is not a file from Handrail. Nothing was opened. Ask the person which file they meant.",
        backup: "This is a whole backup, not a page for you, and it stays shut here. Tell the person to keep it, and to send the page instead.",
        newer: "A newer version of Handrail made this. Nothing was opened. Ask your IT person for the newer version of this page.",
        too_long: "This file is larger than any page. Nothing was opened. Ask the person which file they meant.",
        cut_off: "The end of this file is missing. Nothing was opened. Ask the person to send it again.",
        damaged: "This file is damaged: something in it changed on the way. Nothing was opened. Ask the person to send it again.",
        wrong_passphrase: "This passphrase does not open it. The file is whole. Check the words and try again, or ask the person.",
        no_passphrase: "Nothing is typed yet. Type the passphrase, then open.",
        no_keys: "This file opens with your key. Open your keys below, and it opens by itself.",
        other_key: "This file is for another key than yours. It may be for a key you removed, or for somebody else. Send the person your key again.",
        other_recipient: "Somebody else was given this file and sealed it again for you. It is not shown. Ask the person for a file of your own.",
        forged: "This file is not from the person it says it is from. It is not shown. Ask the person about it, face to face.",
        no_consent: "There is no whole consent in this file, so it is not shown. Ask the person to make the page again.",
        beyond: "This page says more than its consent allows, so it is not shown. Ask the person to make the page again.",
        consent_over: |day| {
            format!(
                "The consent for this page ended on {day}, so it is not shown. If you still need it, ask the person for a new one."
            )
        },
        not_read: "The browser could not read this file. It was not changed. Choose it again.",
        no_memory: "This device has too little memory for it now. The file is whole. Close other pages and try again.",
        no_randomness: "This browser gives no random numbers, so no key was made. Use another browser.",
    },
    opened: "Open now",
    close: "Close everything",
    close_hint: "Takes every open page off this screen. The files stay where they are: delete those yourself.",
    closed: "Closed. Nothing of it is on this page any more.",
    print: "Print this page",
    print_hint: "One page, A4 or Letter.",
    from: "From",
    no_name: "No name was written",
    name_hint: "A name is what somebody typed. The six words are made by their phone and cannot be copied.",
    words: "Six words of the sender",
    words_hint: "Ask the person to show you theirs: they are the same on their phone.",
    made_on: |day| format!("Handed over on {day}"),
    known: Known {
        first: "The first page from these six words. Compare them with the person once.",
        same: "The same six words as before.",
        other: "Other six words than this name had before. Ask the person, face to face, before you rely on it. A new phone has new words.",
        not_kept: "This page keeps nothing, so it cannot say whether it was here before. With keys of your own it can.",
        opened_before: |day| {
            format!(
                "This very file was opened here before, on {day}. If it came to you as something new, ask the person."
            )
        },
        older: "You have opened a later page of this person already. If this one came to you as something new, ask them.",
        accept: "I asked: these words are theirs",
        accepted: "From now on these six words are known too.",
    },
    trend: Trend {
        heading: "Over time",
        lead: "One bar for each page of this person that is open. The numbers stand as they were handed over.",
        too_few: "Open more pages of the same person, and what they say over time stands here.",
        overlap: "Some pages are about the same days. What happened on those days is in both.",
        missing: |numbers| format!("Not open here, by their numbers: {numbers}."),
        earlier: |pages| match pages {
            1 => "One earlier page is only in the table.".to_owned(),
            _ => format!("{pages} earlier pages are only in the table."),
        },
        per_week: "Cravings per 7 days",
        mean: "How strong, mean of 10",
        check_ins: "Days with a check-in",
        sessions: "Sessions attended",
        days: "Days",
        cravings: "Cravings",
        picture: |what, numbers| format!("{what}: {numbers}"),
    },
};

pub static ES: Counselor = Counselor {
    title: "Lo que te entregaron",
    lead: "Abre el archivo que alguien te entregó. Se abre aquí, en este navegador: no se envía nada, y cuando lo cierras no queda nada.",
    language: "Idioma",
    choose: "Elegir archivos",
    choose_hint: "O suéltalos en cualquier parte de esta página. Varias páginas de la misma persona muestran cómo fue con el tiempo.",
    codes: Codes {
        read: "Leer códigos con la cámara",
        hint: "Pon la otra pantalla frente a la cámara.",
        here: |here, of| format!("{here} de {of} leídos. Pide el siguiente código."),
        stop: "Parar",
        name: "De los códigos",
        other: "Ese no es un código de una página.",
        damaged: "Un código no se leyó bien. Empieza otra vez con el primero.",
        no_camera: "La cámara no se abrió. Permítela en el navegador o pide el archivo.",
    },
    locked: |files| match files {
        1 => "Un archivo se abre con una frase secreta".to_owned(),
        _ => format!("{files} archivos se abren con una frase secreta"),
    },
    passphrase: "Frase secreta",
    passphrase_hint: "La persona te la dice, pero no en el mismo mensaje que el archivo. Entre seis palabras no importan las mayúsculas ni los espacios de más.",
    show: "Mostrar lo que escribo",
    open: "Abrir",
    opening: "Abriendo. Tarda un momento a propósito: así nadie puede probar muchas frases.",
    not_opened: "Sin abrir",
    take_off: "Quitar de la lista",
    why: Why {
        not_ours: "Este archivo no es de Handrail. No se abrió nada. Pregunta a la persona qué archivo quería darte.",
        backup: "Esto es una copia entera, no una página para ti, y aquí queda cerrada. Dile a la persona que la guarde y te envíe la página.",
        newer: "Lo hizo una versión más nueva de Handrail. No se abrió nada. Pide a informática la versión nueva de esta página.",
        too_long: "Este archivo es más grande que cualquier página. No se abrió nada. Pregunta a la persona qué archivo quería darte.",
        cut_off: "Falta el final de este archivo. No se abrió nada. Pide a la persona que lo envíe otra vez.",
        damaged: "Este archivo está dañado: algo cambió en el camino. No se abrió nada. Pide a la persona que lo envíe otra vez.",
        wrong_passphrase: "Esta frase secreta no lo abre. El archivo está entero. Revisa las palabras y prueba otra vez, o pregunta a la persona.",
        no_passphrase: "Todavía no escribiste nada. Escribe la frase secreta y abre.",
        no_keys: "Este archivo se abre con tu llave. Abre tus llaves más abajo y se abrirá solo.",
        other_key: "Este archivo es para otra llave, no para la tuya. Puede ser para una que quitaste o para otra persona. Envía tu llave otra vez.",
        other_recipient: "Este archivo se lo dieron a alguien más, que lo cerró de nuevo para ti. No se muestra. Pide a la persona un archivo tuyo.",
        forged: "Este archivo no es de quien dice ser. No se muestra. Pregunta a la persona, cara a cara.",
        no_consent: "En este archivo no hay un permiso completo, así que no se muestra. Pide a la persona que haga la página otra vez.",
        beyond: "Esta página dice más de lo que permite su permiso, así que no se muestra. Pide a la persona que la haga otra vez.",
        consent_over: |day| {
            format!(
                "El permiso para esta página terminó el {day}, así que no se muestra. Si todavía la necesitas, pide uno nuevo."
            )
        },
        not_read: "El navegador no pudo leer este archivo. No cambió. Elígelo otra vez.",
        no_memory: "A este aparato le falta memoria ahora. El archivo está entero. Cierra otras páginas y prueba otra vez.",
        no_randomness: "Este navegador no da números al azar, así que no se hizo ninguna llave. Usa otro navegador.",
    },
    opened: "Abiertas ahora",
    close: "Cerrar todo",
    close_hint: "Quita de la pantalla todas las páginas abiertas. Los archivos quedan donde están: bórralos tú.",
    closed: "Cerrado. En esta página ya no queda nada de eso.",
    print: "Imprimir esta página",
    print_hint: "Una sola página, A4 o carta.",
    from: "De",
    no_name: "No se escribió ningún nombre",
    name_hint: "Un nombre es lo que alguien escribió. Las seis palabras las hace su teléfono y no se pueden copiar.",
    words: "Seis palabras de quien la entregó",
    words_hint: "Pide a la persona que te muestre las suyas: en su teléfono son las mismas.",
    made_on: |day| format!("Entregada el {day}"),
    known: Known {
        first: "La primera página con estas seis palabras. Compáralas una vez con la persona.",
        same: "Las mismas seis palabras que antes.",
        other: "Otras seis palabras que las que este nombre tenía antes. Pregunta a la persona, cara a cara, antes de fiarte. Un teléfono nuevo tiene palabras nuevas.",
        not_kept: "Esta página no guarda nada, así que no sabe si ya estuvo aquí. Con llaves tuyas sí lo sabe.",
        opened_before: |day| {
            format!("Este mismo archivo ya se abrió aquí el {day}. Si te llegó como algo nuevo, pregunta a la persona.")
        },
        older: "Ya abriste una página posterior de esta persona. Si esta te llegó como algo nuevo, pregúntale.",
        accept: "Pregunté: estas palabras son suyas",
        accepted: "Desde ahora estas seis palabras también se conocen.",
    },
    trend: Trend {
        heading: "Con el tiempo",
        lead: "Una barra por cada página abierta de esta persona. Los números están tal como se entregaron.",
        too_few: "Abre más páginas de la misma persona y aquí verás lo que dicen con el tiempo.",
        overlap: "Algunas páginas hablan de los mismos días. Lo que pasó esos días está en ambas.",
        missing: |numbers| format!("No están abiertas aquí, por su número: {numbers}."),
        earlier: |pages| match pages {
            1 => "Una página anterior está solo en la tabla.".to_owned(),
            _ => format!("{pages} páginas anteriores están solo en la tabla."),
        },
        per_week: "Ganas por cada 7 días",
        mean: "Cuán fuertes, promedio de 10",
        check_ins: "Días contados",
        sessions: "Sesiones a las que fue",
        days: "Días",
        cravings: "Ganas",
        picture: |what, numbers| format!("{what}: {numbers}"),
    },
};
