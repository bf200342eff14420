//! Help now and the overdose steps. `public/help.html` says the same where no program runs; the tests below hold the two together.

use domain::{CrisisLine, CrisisLineId, Language, Role};

pub struct Help {
    /// "Call 988", then "Call 988, then press 1".
    pub call: fn(&str) -> String,
    pub call_then_press: fn(&str, char) -> String,
    /// "Text 988", then "Text HELLO to 741741".
    pub write: fn(&str) -> String,
    pub write_word: fn(&str, &str) -> String,
    pub write_zip_code: fn(&str) -> String,
    pub answers_in_english: &'static str,
    pub emergency: &'static str,
    pub lifeline: &'static str,
    pub lifeline_text: &'static str,
    pub veterans: &'static str,
    pub samhsa: &'static str,
    pub samhsa_text: &'static str,
    pub crisis_text_line: &'static str,
    pub more_lines: &'static str,
    /// For who cannot hear well.
    pub relay: &'static str,
    /// With the month in which the numbers were checked.
    pub checked_in: fn(&str) -> String,
    pub nothing_is_sent: &'static str,
    /// What somebody is to the person; read over a shoulder, so it says no more than it must.
    pub role: fn(Role) -> &'static str,
    pub call_them: fn(&str) -> String,
    pub write_them: fn(&str) -> String,
    /// To a blank page, at once.
    pub leave_fast: &'static str,
    pub leave_fast_line: &'static str,
    pub ride_it_out: &'static str,
    /// There is no craving from the last hours: a number comes first.
    pub number_first: &'static str,
    pub three_minutes: &'static str,
    pub one_sign_is_enough: &'static str,
    pub signs: &'static [&'static str],
    pub what_to_do: &'static str,
    /// What to do, and how; in this order.
    pub steps: &'static [(&'static str, &'static str)],
    pub tolerance_title: &'static str,
    pub tolerance: &'static str,
    pub tolerance_advice: &'static [&'static str],
}

pub static EN: Help = Help {
    call: |number| format!("Call {number}"),
    call_then_press: |number, key| format!("Call {number}, then press {key}"),
    write: |number| format!("Text {number}"),
    write_word: |word, number| format!("Text {word} to {number}"),
    write_zip_code: |number| format!("Text your ZIP code to {number}"),
    answers_in_english: "They answer in English.",
    emergency: "Not waking up, or in danger.",
    lifeline: "Any hard moment, day or night.",
    lifeline_text: "When you cannot talk out loud.",
    veterans: "Veterans. If you served, or love someone who did.",
    samhsa: "SAMHSA National Helpline. Finds treatment near you. For family too.",
    samhsa_text: "SAMHSA again, by text.",
    crisis_text_line: "Crisis Text Line. For any crisis, by text.",
    more_lines: "More lines, day and night",
    relay: "Deaf or hard of hearing: dial 711, then 988.",
    checked_in: |month| format!("Numbers for the United States, checked in {month}."),
    nothing_is_sent: "Opening this sends nothing.",
    role: |role| match role {
        Role::Sponsor => "Sponsor",
        Role::Peer => "Peer",
        Role::Family => "Family",
        Role::Counselor => "Counselor",
        Role::Clinic => "Clinic",
        Role::Crisis => "Crisis contact",
        Role::Other => "One of your people",
    },
    call_them: |name| format!("Call {name}"),
    write_them: |name| format!("Text {name}"),
    leave_fast: "Leave fast",
    leave_fast_line: "To a blank page at once. Back does not return here.",
    ride_it_out: "Ride it out",
    number_first: "First the number, then the wave.",
    three_minutes: "Three minutes with the wave.",
    one_sign_is_enough: "One of these is enough:",
    signs: &[
        "They do not wake up when you shout and rub your knuckles hard on the middle of their chest.",
        "They breathe very slowly, or not at all. Or they snore and gurgle.",
        "Their lips or nails turn blue, gray or very pale.",
        "Their skin is cold and damp. The black of their eyes is tiny.",
    ],
    what_to_do: "What to do",
    steps: &[
        (
            "Call 911.",
            "Say where you are, and that someone does not wake up or breathe. Put the phone on speaker. In many states a law protects people who call; the rules differ.",
        ),
        (
            "Give naloxone (Narcan) if there is any.",
            "Lay them on their back. Tilt the head back. Push the tip all the way into one nostril and press the plunger. Not sure what they took? Give it anyway. It does no harm.",
        ),
        (
            "Breathe for them.",
            "Head back, chin up, pinch the nose shut. Blow until the chest rises. One breath every five seconds. If the person on the phone tells you to push on the chest, do that.",
        ),
        (
            "After 2 to 3 minutes still not breathing well? Give a second dose,",
            "in the other nostril. Keep breathing for them.",
        ),
        (
            "When they breathe again, lay them on their side.",
            "Top knee bent, hand under the cheek, so they do not choke.",
        ),
        (
            "Stay.",
            "Naloxone wears off after 30 to 90 minutes and the overdose can come back. They may wake up scared, sick or angry. Tell them what happened. Keep them from taking more.",
        ),
    ],
    tolerance_title: "After a break, your body is not used to it",
    tolerance: "Even some days off are enough. What you took before can now be too much and stop your breathing. This is when most people are in danger, and it is nobody’s fault.",
    tolerance_advice: &[
        "Do not be alone. Let someone you trust stay with you or on the phone.",
        "Have naloxone where another person can reach it. You cannot give it to yourself.",
        "Do not mix. Alcohol and pills for sleep or nerves make it much worse.",
    ],
};

pub static ES: Help = Help {
    call: |number| format!("Llama al {number}"),
    call_then_press: |number, key| format!("Llama al {number} y oprime {key}"),
    write: |number| format!("Escribe al {number}"),
    write_word: |word, number| format!("Envía {word} al {number}"),
    write_zip_code: |number| format!("Envía tu código postal al {number}"),
    answers_in_english: "Te contestan solo en inglés.",
    emergency: "No despierta, o hay peligro.",
    lifeline: "Momentos duros, a toda hora.",
    lifeline_text: "Si no puedes hablar en voz alta.",
    veterans: "Veteranos. Si serviste, o si quieres a alguien que sirvió.",
    samhsa: "Línea nacional de SAMHSA. Te dice dónde hay tratamiento. También para tu familia.",
    samhsa_text: "También de SAMHSA.",
    crisis_text_line: "Crisis Text Line. Para cualquier crisis, por mensaje.",
    more_lines: "Más líneas, de día y de noche",
    relay: "Si no oyes bien: marca 711 y después 988.",
    checked_in: |month| format!("Números para Estados Unidos, revisados en {month}."),
    nothing_is_sent: "Abrir esto no envía nada.",
    role: |role| match role {
        Role::Sponsor => "Padrino o madrina",
        Role::Peer => "Alguien como tú",
        Role::Family => "Familia",
        Role::Counselor => "Consejería",
        Role::Clinic => "Clínica",
        Role::Crisis => "Contacto de crisis",
        Role::Other => "Una persona de tu gente",
    },
    call_them: |name| format!("Llamar a {name}"),
    write_them: |name| format!("Escribir a {name}"),
    leave_fast: "Salir ya",
    leave_fast_line: "A una página en blanco, enseguida. Con Atrás no se vuelve aquí.",
    ride_it_out: "Deja pasar la ola",
    number_first: "Primero el número, luego la ola.",
    three_minutes: "Tres minutos con la ola.",
    one_sign_is_enough: "Con una sola de estas señales basta:",
    signs: &[
        "No despierta aunque le grites y le frotes fuerte el centro del pecho con los nudillos.",
        "Respira muy lento o no respira. O ronca y hace ruidos como de agua.",
        "Los labios o las uñas se le ponen azules, grises o muy pálidos.",
        "Tiene la piel fría y húmeda. Lo negro de los ojos se ve diminuto.",
    ],
    what_to_do: "Qué hacer",
    steps: &[
        (
            "Llama al 911.",
            "Di dónde estás y que alguien no despierta o no respira. Pon el altavoz. En muchos estados una ley protege a quien llama; las reglas cambian de un lugar a otro.",
        ),
        (
            "Dale naloxona (Narcan) si tienes.",
            "Acuéstalo boca arriba. Échale la cabeza hacia atrás. Mete la punta hasta el fondo en un orificio de la nariz y aprieta el émbolo. ¿No sabes qué tomó? Dásela igual. No hace daño.",
        ),
        (
            "Respira por esa persona.",
            "Cabeza atrás, barbilla arriba, nariz tapada. Sopla hasta que suba el pecho. Un soplo cada cinco segundos. Si por teléfono te dicen que presiones el pecho, hazlo.",
        ),
        (
            "¿A los 2 o 3 minutos todavía no respira bien? Dale otra dosis,",
            "en el otro lado de la nariz. Sigue dándole aire.",
        ),
        (
            "Cuando respire, ponla de lado.",
            "La rodilla de arriba doblada y la mano bajo la mejilla, para que no se ahogue.",
        ),
        (
            "Quédate.",
            "La naloxona deja de hacer efecto entre 30 y 90 minutos después y la sobredosis puede volver. Puede despertar con miedo, con náuseas o con enojo. Cuéntale qué pasó. No dejes que tome más.",
        ),
    ],
    tolerance_title: "Después de un descanso, tu cuerpo ya no está acostumbrado",
    tolerance: "Bastan unos días. Lo que tomabas antes ahora puede ser demasiado y pararte la respiración. Es cuando hay más peligro, y no es culpa de nadie.",
    tolerance_advice: &[
        "No te quedes a solas. Que alguien de confianza esté contigo o al teléfono.",
        "Ten naloxona donde otra persona la alcance. Tú no puedes dártela.",
        "No mezcles. El alcohol y las pastillas para dormir o para los nervios lo empeoran mucho.",
    ],
};

impl Help {
    /// What the row that calls a line says; nothing for a line that has no voice.
    #[must_use]
    pub fn to_call(&self, line: &CrisisLine, language: Language) -> Option<String> {
        let call = line.call?;
        Some(match call.press_in(language) {
            Some(key) => (self.call_then_press)(call.shown, key),
            None => (self.call)(call.shown),
        })
    }

    /// What the row that texts a line says; nothing for a line that reads no texts.
    #[must_use]
    pub fn to_write(&self, line: &CrisisLine, language: Language) -> Option<String> {
        let text = line.text?;
        Some(match (line.id, text.body_in(language)) {
            (CrisisLineId::Samhsa, _) => (self.write_zip_code)(text.number),
            (_, Some(word)) => (self.write_word)(word, text.number),
            (_, None) => (self.write)(text.number),
        })
    }

    /// For whom a line is, below the row that calls it.
    #[must_use]
    pub fn about_calling(&self, id: CrisisLineId) -> &'static str {
        match id {
            CrisisLineId::Emergency => self.emergency,
            CrisisLineId::Lifeline988 => self.lifeline,
            CrisisLineId::Veterans => self.veterans,
            CrisisLineId::Samhsa => self.samhsa,
            CrisisLineId::CrisisTextLine => self.crisis_text_line,
        }
    }

    /// The same below the row that texts it, and the language of the answer where it is another one.
    #[must_use]
    pub fn about_writing(&self, line: &CrisisLine, language: Language) -> String {
        let about = match line.id {
            CrisisLineId::Emergency => self.emergency,
            CrisisLineId::Lifeline988 => self.lifeline_text,
            CrisisLineId::Veterans => self.veterans,
            CrisisLineId::Samhsa => self.samhsa_text,
            CrisisLineId::CrisisTextLine => self.crisis_text_line,
        };
        let is_foreign = language == Language::Es && line.text.is_some_and(|text| !text.in_spanish);
        if is_foreign { format!("{about} {}", self.answers_in_english) } else { about.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::{EN, ES, Help};
    use domain::{CRISIS_LINES, Language};

    /// The static page as it reads: without tags, every gap one space.
    fn static_page() -> String {
        let page = include_str!("../../public/help.html");
        let without_tags = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        let words: String = without_tags.collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_to_do_about_an_overdose_is_the_same_with_and_without_the_app_and_in_the_same_order() {
        let page = static_page();
        for help in [&EN, &ES] {
            let mut read = page.as_str();
            let steps = help.steps.iter().map(|(what, how)| format!("{what} {how}"));
            let signs = help.signs.iter().map(|sign| (*sign).to_owned());
            for sentence in signs.chain(steps) {
                let found = read.split_once(&sentence);
                assert!(found.is_some(), "not in help.html, or not in this order: {sentence}");
                read = found.map_or("", |(_, after)| after);
            }
        }
    }

    #[test]
    fn the_warning_after_a_break_is_the_same_with_and_without_the_app() {
        let page = static_page();
        let said = |help: &Help| [&[help.tolerance_title, help.tolerance][..], help.tolerance_advice].concat();
        for sentence in said(&EN).into_iter().chain(said(&ES)) {
            assert!(page.contains(sentence), "not in help.html: {sentence}");
        }
    }

    #[test]
    fn every_line_says_how_to_reach_it() {
        let rows = |help: &Help, language| -> Vec<String> {
            let rows = CRISIS_LINES.iter().map(|line| [help.to_call(line, language), help.to_write(line, language)]);
            rows.flatten().flatten().collect()
        };
        assert_eq!(
            rows(&EN, Language::En),
            [
                "Call 988",
                "Text 988",
                "Call 911",
                "Call 988, then press 1",
                "Text 838255",
                "Call 1-800-662-4357",
                "Text your ZIP code to 435748",
                "Text HELLO to 741741",
            ]
        );
        assert_eq!(
            rows(&ES, Language::Es),
            [
                "Llama al 988 y oprime 2",
                "Envía AYUDA al 988",
                "Llama al 911",
                "Llama al 988 y oprime 1",
                "Escribe al 838255",
                "Llama al 1-800-662-4357",
                "Envía tu código postal al 435748",
                "Envía HOLA al 741741",
            ]
        );
    }

    #[test]
    fn nobody_writes_in_spanish_and_is_surprised_by_the_answer() {
        let english: Vec<bool> =
            CRISIS_LINES.iter().map(|line| ES.about_writing(line, Language::Es).contains("solo en inglés")).collect();
        assert_eq!(english, [false, false, true, true, false]);
        assert!(CRISIS_LINES.iter().all(|line| !EN.about_writing(line, Language::En).contains("English")));
    }
}
