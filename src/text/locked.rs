//! The lock screen: what is asked, what went wrong, and the ways that are left when it is forgotten.

pub struct Locked {
    pub lead: &'static str,
    pub lead_screen: &'static str,
    pub passphrase: &'static str,
    pub pin: &'static str,
    /// A switch below a field whose letters are hidden.
    pub show: &'static str,
    pub open: &'static str,
    pub passkey: &'static str,
    pub use_code: &'static str,
    pub forgot: &'static str,
    /// A number tapped before the screen was there.
    pub kept: fn(u8) -> String,
    pub to_the_lock: &'static str,

    pub code_title: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    /// Said once the app is open.
    pub opened_by_code: &'static str,

    pub forgot_title: &'static str,
    pub forgot_lead: &'static str,
    pub forgot_code: &'static str,
    pub forgot_passkey: &'static str,
    pub forgot_backup: &'static str,
    pub forgot_nothing: &'static str,
    pub forgot_pin: &'static str,
    pub open_without: &'static str,
    /// Said once the app is open.
    pub opened_without: &'static str,

    /// Seconds.
    pub wait: fn(i64) -> String,
    pub wait_is_over: &'static str,
    pub wrong: &'static str,
    pub wrong_pin: &'static str,
    pub others: Others,
}

/// What else can come in between. Lock screen and settings say the same.
pub struct Others {
    pub empty: &'static str,
    pub no_memory: &'static str,
    pub no_worker: &'static str,
    pub not_counted: &'static str,
    pub full: &'static str,
    pub code_length: &'static str,
    pub code_typo: &'static str,
    pub other_code: &'static str,
    pub no_passkey: &'static str,
    pub other_passkey: &'static str,
    pub damaged: &'static str,
}

/// Seconds below two minutes, then minutes, as somebody would say it.
fn in_words(seconds: i64, second: [&str; 2], minute: [&str; 2]) -> String {
    let (count, [one, many]) = if seconds < 120 { (seconds, second) } else { ((seconds + 59) / 60, minute) };
    format!("{count} {}", if count == 1 { one } else { many })
}

pub static EN: Locked = Locked {
    lead: "This is locked. Type your passphrase to open it.",
    lead_screen: "This is covered. Type your PIN to open it.",
    passphrase: "Passphrase",
    pin: "PIN",
    show: "Show what I type",
    open: "Open",
    passkey: "Open with a passkey",
    use_code: "Use my recovery code",
    forgot: "I forgot it",
    kept: |number| format!("Kept: {number}. It is saved when you open."),
    to_the_lock: "Back",
    code_title: "Your recovery code",
    code: "Recovery code",
    code_hint: "28 letters and numbers, on the paper you kept. Dashes and capitals do not matter.",
    opened_by_code: "Opened with your recovery code. Set a new passphrase under Me, Lock.",
    forgot_title: "When you forgot it",
    forgot_lead: "Nobody can send you a new one, and nobody can open it for you. Help now works all the same. These ways are left:",
    forgot_code: "The recovery code that you wrote down when you set the lock.",
    forgot_passkey: "Your passkey, if you set one up.",
    forgot_backup: "A backup file with its own passphrase: delete everything here, then bring the backup in.",
    forgot_nothing: "With none of these, what is here stays shut for good. You can keep trying, or delete everything and begin anew.",
    forgot_pin: "Your PIN only keeps glances out. This phone still opens everything by itself, so nothing is lost. After eight wrong tries, with the waiting in between about an hour and a half, you can open without it here.",
    open_without: "Open without the PIN",
    opened_without: "Opened, and the PIN is taken away. Set a new one under Me, Lock.",
    wait: |seconds| format!("Next try in {}.", in_words(seconds, ["second", "seconds"], ["minute", "minutes"])),
    wait_is_over: "You can try again now.",
    wrong: "That does not open it. Look at each word and try again. Nothing is lost.",
    wrong_pin: "That is another PIN. Try again. Nothing is lost.",
    others: Others {
        empty: "Type it first.",
        no_memory: "This phone has too little memory free right now. Close some apps and try again. It did not count as a try.",
        no_worker: "That did not work. It did not count as a try. Try again; if it happens again, reload first.",
        not_counted: "Not tried: the browser’s storage did not answer. Nothing is lost. Try again, or reload.",
        full: "Not tried: this phone has no space left. Nothing is lost. Free some space, then try again.",
        code_length: "The code has 28 letters and numbers. Look for one that is missing or twice.",
        code_typo: "One letter or number is not right. Compare it with your paper once more.",
        other_code: "This code does not open it. A newer one takes the place of an older one. Look for the newest paper.",
        no_passkey: "The passkey was not used. Nothing was changed. Try again, or type your passphrase.",
        other_passkey: "This passkey does not open it. Type your passphrase.",
        damaged: "The place that knows your passphrase is damaged. Your entries are still here. Use your recovery code.",
    },
};

pub static ES: Locked = Locked {
    lead: "Está bloqueado. Escribe tu frase para abrir.",
    lead_screen: "Está tapado. Escribe tu PIN para abrir.",
    passphrase: "Frase",
    pin: "PIN",
    show: "Mostrar lo que escribo",
    open: "Abrir",
    passkey: "Abrir con una llave de acceso",
    use_code: "Usar mi código de recuperación",
    forgot: "Se me olvidó",
    kept: |number| format!("Anotado: {number}. Se guarda cuando abras."),
    to_the_lock: "Volver",
    code_title: "Tu código de recuperación",
    code: "Código de recuperación",
    code_hint: "28 letras y números, en el papel que guardaste. No importan los guiones ni las mayúsculas.",
    opened_by_code: "Abierto con tu código de recuperación. Pon una frase nueva en Yo, Bloqueo.",
    forgot_title: "Si se te olvidó",
    forgot_lead: "Nadie puede mandarte otra, y nadie puede abrirlo por ti. Ayuda ya funciona igual. Quedan estos caminos:",
    forgot_code: "El código de recuperación que escribiste cuando pusiste el bloqueo.",
    forgot_passkey: "Tu llave de acceso, si pusiste una.",
    forgot_backup: "Una copia de seguridad con su propia frase: borra todo aquí y después trae la copia.",
    forgot_nothing: "Sin nada de esto, lo que hay aquí queda cerrado para siempre. Puedes seguir probando, o borrar todo y empezar de nuevo.",
    forgot_pin: "Tu PIN solo evita miradas. Este teléfono todavía lo abre todo, así que no se pierde nada. Después de ocho intentos, con las esperas más o menos una hora y media, aquí puedes abrir sin él.",
    open_without: "Abrir sin el PIN",
    opened_without: "Abierto, y el PIN se quitó. Pon otro en Yo, Bloqueo.",
    wait: |seconds| {
        format!("Siguiente intento en {}.", in_words(seconds, ["segundo", "segundos"], ["minuto", "minutos"]))
    },
    wait_is_over: "Ya puedes intentar otra vez.",
    wrong: "Con eso no abre. Mira cada palabra e intenta otra vez. No se perdió nada.",
    wrong_pin: "Ese es otro PIN. Intenta otra vez. No se perdió nada.",
    others: Others {
        empty: "Escríbelo primero.",
        no_memory: "Ahora este teléfono tiene muy poca memoria libre. Cierra algunas apps e intenta otra vez. No contó como intento.",
        no_worker: "No se pudo. No contó como intento. Intenta otra vez; si vuelve a pasar, recarga primero.",
        not_counted: "No se intentó: el almacenamiento del navegador no respondió. No se perdió nada. Intenta otra vez o recarga.",
        full: "No se intentó: este teléfono no tiene espacio. No se perdió nada. Libera espacio e intenta otra vez.",
        code_length: "El código tiene 28 letras y números. Busca si falta uno o está dos veces.",
        code_typo: "Una letra o un número no está bien. Compáralo otra vez con tu papel.",
        other_code: "Este código no lo abre. Un código nuevo reemplaza al anterior. Busca el papel más nuevo.",
        no_passkey: "No se usó la llave de acceso. No cambió nada. Intenta otra vez o escribe tu frase.",
        other_passkey: "Esta llave de acceso no lo abre. Escribe tu frase.",
        damaged: "El lugar que conoce tu frase está dañado. Tus entradas siguen aquí. Usa tu código de recuperación.",
    },
};

#[cfg(test)]
mod tests {
    use super::{EN, ES};

    #[test]
    fn a_wait_is_told_in_seconds_first_and_then_in_minutes() {
        let told = [1, 30, 119, 120, 121, 300, 3_600].map(EN.wait);
        assert_eq!(told[0], "Next try in 1 second.");
        assert_eq!(told[1], "Next try in 30 seconds.");
        assert_eq!(told[2], "Next try in 119 seconds.");
        assert_eq!(told[3], "Next try in 2 minutes.");
        assert_eq!(told[4], "Next try in 3 minutes.");
        assert_eq!(told[6], "Next try in 60 minutes.");
        assert_eq!((ES.wait)(300), "Siguiente intento en 5 minutos.");
    }
}
