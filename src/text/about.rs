//! What Handrail is and what it promises. Every sentence here must be literally true of this version: it is read by people who have
//! been promised a lot.

pub struct About {
    pub what_it_is: &'static str,
    pub private_title: &'static str,
    pub promises: &'static [&'static str],
    pub limits_title: &'static str,
    pub limits: &'static [&'static str],
    pub not_watched_title: &'static str,
    pub not_watched: &'static str,
    pub facts_title: &'static str,
    pub licence: &'static str,
    pub licence_name: &'static str,
    pub version: &'static str,
}

pub static EN: About = About {
    what_it_is: "Handrail is something to hold between two sessions. Log a craving in two taps, ride it out, and look back later at what helped.",
    private_title: "What stays private",
    promises: &[
        "What you write stays on this phone. Handrail sends it to nobody.",
        "No account, no name, no e-mail address.",
        "No ads, and nothing that follows you or counts what you do.",
        "It works without a network from your second visit on. It asks its own server only for the app itself and for new versions.",
        "What you save is stored scrambled, with a key that this browser holds and shows to nobody.",
    ],
    limits_title: "What it cannot do",
    limits: &[
        "Without a lock (Me, Lock), somebody who can open this phone and this browser, or who copies all that the browser keeps, can read what you saved. A PIN only keeps glances out. With a passphrase they need the passphrase. While it is open, whoever holds the phone reads along.",
        "A call or a text to a crisis line shows in your phone’s own list.",
        "Your browser may remember that you were here.",
    ],
    not_watched_title: "Not a doctor, and nobody is watching",
    not_watched: "Handrail is no medical advice, and nobody reads along. In a very hard moment call or text 988. In danger call 911.",
    facts_title: "The app itself",
    licence: "Licence",
    licence_name: "Apache License 2.0. Free to use, read and change.",
    version: "Version",
};

pub static ES: About = About {
    what_it_is: "Handrail es algo de lo que agarrarte entre dos sesiones. Anota las ganas con dos toques, deja pasar la ola y mira después qué te ayudó.",
    private_title: "Qué queda en privado",
    promises: &[
        "Lo que escribes se queda en este teléfono. Handrail no se lo envía a nadie.",
        "Sin cuenta, sin nombre, sin correo.",
        "Sin anuncios, y sin nada que te siga o cuente lo que haces.",
        "Funciona sin conexión desde la segunda visita. A su propio servidor solo le pide la app y las versiones nuevas.",
        "Lo que guardas queda cifrado, con una llave que tiene este navegador y que no muestra a nadie.",
    ],
    limits_title: "Lo que no puede hacer",
    limits: &[
        "Sin bloqueo (Yo, Bloqueo), quien pueda abrir este teléfono y este navegador, o copie todo lo que el navegador guarda, puede leer lo que guardaste. Un PIN solo evita miradas. Con una frase hace falta la frase. Mientras está abierto, quien tenga el teléfono lo lee.",
        "Una llamada o un mensaje a una línea de crisis queda en la lista de tu teléfono.",
        "Tu navegador puede recordar que estuviste aquí.",
    ],
    not_watched_title: "No es un médico, y nadie está mirando",
    not_watched: "Handrail no da consejo médico y nadie lee lo que escribes. En un momento muy duro, llama al 988 y oprime 2, o envía AYUDA al 988. En peligro, llama al 911.",
    facts_title: "La app",
    licence: "Licencia",
    licence_name: "Apache License 2.0. Se puede usar, leer y cambiar libremente.",
    version: "Versión",
};
