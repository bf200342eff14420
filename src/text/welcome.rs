//! The first-run screens, and how Handrail gets onto the home screen, in this browser's own steps.

pub struct Welcome {
    pub title: &'static str,
    pub lead: &'static str,
    pub how: &'static str,
    pub stays_here: &'static str,
    pub next: &'static str,
    pub skip: &'static str,
    /// "1 of 2".
    pub progress: fn(u8, u8) -> String,

    pub install_title: &'static str,
    pub install_why: &'static str,
    /// Where the installed app has a store of its own.
    pub begins_empty: &'static str,
    pub install: &'static str,
    pub not_installed: &'static str,
    pub is_installed: &'static str,
    pub by_share: &'static [&'static str],
    pub by_menu: &'static [&'static str],
    pub by_address_bar: &'static [&'static str],
    pub elsewhere_first: &'static [&'static str],
}

pub static EN: Welcome = Welcome {
    title: "Something to hold on to",
    lead: "When a craving comes, tap how strong it is. Handrail saves it and shows what you can do right now.",
    how: "Help now is at the bottom of every screen. It works without a network.",
    stays_here: "What you save stays on this phone. No account. Nothing is sent to anyone.",
    next: "Next",
    skip: "Skip",
    progress: |step, of| format!("{step} of {of}"),
    install_title: "Put Handrail on your home screen",
    install_why: "It opens with one tap, and the browser keeps what you save more safely. The icon only says Handrail.",
    begins_empty: "Best before you log anything: on an iPhone or iPad, the one on the home screen begins empty.",
    install: "Put it there",
    not_installed: "Not put there. You can do it later under Me, Kept on this phone.",
    is_installed: "Handrail is on the home screen.",
    by_share: &[
        "Tap Share: the square with an arrow pointing up.",
        "Scroll down and tap Add to Home Screen.",
        "Tap Add.",
        "From then on, open Handrail from there.",
    ],
    by_menu: &[
        "Open this browser’s menu: three dots or three lines.",
        "Tap Add to Home screen, or Install.",
        "From then on, open Handrail from there.",
    ],
    by_address_bar: &[
        "Look for the install sign at the end of the address bar, or for Install in the browser’s menu.",
        "In Safari on a Mac: File, then Add to Dock.",
        "If there is neither, save a bookmark.",
    ],
    elsewhere_first: &[
        "This page is open inside another app, which may forget what you save.",
        "Open that app’s menu and choose to open the page in your browser.",
    ],
};

pub static ES: Welcome = Welcome {
    title: "Algo de lo que agarrarte",
    lead: "Cuando lleguen las ganas, toca qué tan fuertes son. Handrail lo guarda y te muestra qué puedes hacer ahora mismo.",
    how: "Ayuda ya está abajo en todas las pantallas. Funciona sin conexión.",
    stays_here: "Lo que guardas se queda en este teléfono. Sin cuenta. No se le envía nada a nadie.",
    next: "Siguiente",
    skip: "Saltar",
    progress: |step, of| format!("{step} de {of}"),
    install_title: "Pon Handrail en tu pantalla de inicio",
    install_why: "Se abre con un toque y el navegador conserva mejor lo que guardas. El icono solo dice Handrail.",
    begins_empty: "Mejor antes de anotar algo: en un iPhone o iPad, el de la pantalla de inicio empieza vacío.",
    install: "Ponerlo ahí",
    not_installed: "No se puso. Puedes hacerlo después en Yo, Guardado en este teléfono.",
    is_installed: "Handrail está en la pantalla de inicio.",
    by_share: &[
        "Toca Compartir: el cuadrado con una flecha hacia arriba.",
        "Baja y toca Agregar a inicio (Add to Home Screen).",
        "Toca Agregar.",
        "Desde entonces, abre Handrail desde ahí.",
    ],
    by_menu: &[
        "Abre el menú de este navegador: tres puntos o tres rayas.",
        "Toca Agregar a la pantalla principal, o Instalar.",
        "Desde entonces, abre Handrail desde ahí.",
    ],
    by_address_bar: &[
        "Busca la señal de instalar al final de la barra de direcciones, o Instalar en el menú del navegador.",
        "En Safari en una Mac: Archivo y luego Agregar al Dock.",
        "Si no hay ninguna, guarda un marcador.",
    ],
    elsewhere_first: &[
        "Esta página está abierta dentro de otra app, que puede olvidar lo que guardas.",
        "Abre el menú de esa app y elige abrir la página en tu navegador.",
    ],
};
