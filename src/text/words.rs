//! The words to tap: what a chip says in each language. Exhaustive, so a new chip without a word does not compile.
//!
//! Spanish says feelings as things ("enojo") and not as qualities ("enojado"), so that it fits whoever taps.

use domain::{ActionKind, KnownCompany, KnownPlace, KnownSubstance, KnownTrigger, KnownWord};

/// What a chip says in English.
#[must_use]
pub fn en(word: KnownWord) -> &'static str {
    match word {
        KnownWord::Trigger(trigger) => trigger_en(trigger),
        KnownWord::Place(place) => match place {
            KnownPlace::Home => "Home",
            KnownPlace::WorkOrSchool => "Work or school",
            KnownPlace::CarOrBus => "Car or bus",
            KnownPlace::Street => "On the street",
            KnownPlace::Store => "Store",
            KnownPlace::BarOrParty => "Bar or party",
            KnownPlace::FriendsPlace => "A friend’s place",
            KnownPlace::Online => "Online",
            KnownPlace::Elsewhere => "Somewhere else",
        },
        KnownWord::Company(company) => match company {
            KnownCompany::Alone => "Alone",
            KnownCompany::Partner => "Partner",
            KnownCompany::Family => "Family",
            KnownCompany::Friends => "Friends",
            KnownCompany::PeopleWhoUse => "People who use",
            KnownCompany::Coworkers => "People from work",
            KnownCompany::Strangers => "Strangers",
        },
        KnownWord::Substance(substance) => match substance {
            KnownSubstance::Alcohol => "Alcohol",
            KnownSubstance::Opioids => "Opioids, pain pills",
            KnownSubstance::Cocaine => "Cocaine or crack",
            KnownSubstance::Methamphetamine => "Meth",
            KnownSubstance::Cannabis => "Weed",
            KnownSubstance::Benzodiazepines => "Benzos",
            KnownSubstance::Nicotine => "Nicotine",
            KnownSubstance::SomethingElse => "Something else",
        },
        KnownWord::Action(action) => match action {
            ActionKind::RodeItOut => "Rode it out",
            ActionKind::CalledSomeone => "Called someone",
            ActionKind::LeftOrAvoided => "Left or stayed away",
        },
    }
}

fn trigger_en(trigger: KnownTrigger) -> &'static str {
    match trigger {
        KnownTrigger::Angry => "Angry",
        KnownTrigger::Lonely => "Lonely",
        KnownTrigger::Stressed => "Stressed or worried",
        KnownTrigger::Sad => "Sad",
        KnownTrigger::Bored => "Bored",
        KnownTrigger::Ashamed => "Ashamed",
        KnownTrigger::Hungry => "Hungry",
        KnownTrigger::Tired => "Tired",
        KnownTrigger::PainOrIll => "In pain or ill",
        KnownTrigger::Withdrawal => "Withdrawal",
        KnownTrigger::Argument => "A fight",
        KnownTrigger::Judged => "Felt judged",
        KnownTrigger::SomeoneOffered => "Someone offered",
        KnownTrigger::OthersUsing => "Others were using",
        KnownTrigger::Family => "Family",
        KnownTrigger::OldPlace => "An old place",
        KnownTrigger::SawOrSmelledIt => "Saw or smelled it",
        KnownTrigger::Money => "Money",
        KnownTrigger::ScreenOrMusic => "Screen or music",
        KnownTrigger::WorkOrSchool => "Work or school",
        KnownTrigger::TimeOrDate => "Time of day or date",
        KnownTrigger::AnniversaryOrLoss => "Anniversary or loss",
        KnownTrigger::GoodMood => "Good mood",
        KnownTrigger::Celebrating => "Celebrating",
        KnownTrigger::GoodTimeTogether => "Good time together",
        KnownTrigger::SexOrDating => "Sex or dating",
        KnownTrigger::OutOfTheBlue => "Out of the blue",
        KnownTrigger::TestingMyself => "Testing myself",
    }
}

/// What a chip says in Spanish.
#[must_use]
pub fn es(word: KnownWord) -> &'static str {
    match word {
        KnownWord::Trigger(trigger) => trigger_es(trigger),
        KnownWord::Place(place) => match place {
            KnownPlace::Home => "Mi casa",
            KnownPlace::WorkOrSchool => "Trabajo o escuela",
            KnownPlace::CarOrBus => "Auto o autobús",
            KnownPlace::Street => "En la calle",
            KnownPlace::Store => "Tienda",
            KnownPlace::BarOrParty => "Bar o fiesta",
            KnownPlace::FriendsPlace => "Casa de amistades",
            KnownPlace::Online => "En línea",
            KnownPlace::Elsewhere => "Otro lugar",
        },
        KnownWord::Company(company) => match company {
            KnownCompany::Alone => "A solas",
            KnownCompany::Partner => "Mi pareja",
            KnownCompany::Family => "Familia",
            KnownCompany::Friends => "Amistades",
            KnownCompany::PeopleWhoUse => "Gente que consume",
            KnownCompany::Coworkers => "Gente del trabajo",
            KnownCompany::Strangers => "Gente desconocida",
        },
        KnownWord::Substance(substance) => match substance {
            KnownSubstance::Alcohol => "Alcohol",
            KnownSubstance::Opioids => "Opioides, pastillas para el dolor",
            KnownSubstance::Cocaine => "Cocaína o crack",
            KnownSubstance::Methamphetamine => "Metanfetamina",
            KnownSubstance::Cannabis => "Marihuana",
            KnownSubstance::Benzodiazepines => "Benzos",
            KnownSubstance::Nicotine => "Nicotina",
            KnownSubstance::SomethingElse => "Otra cosa",
        },
        KnownWord::Action(action) => match action {
            ActionKind::RodeItOut => "Dejé pasar la ola",
            ActionKind::CalledSomeone => "Llamé a alguien",
            ActionKind::LeftOrAvoided => "Me fui o no fui",
        },
    }
}

fn trigger_es(trigger: KnownTrigger) -> &'static str {
    match trigger {
        KnownTrigger::Angry => "Enojo",
        KnownTrigger::Lonely => "Soledad",
        KnownTrigger::Stressed => "Estrés o preocupación",
        KnownTrigger::Sad => "Tristeza",
        KnownTrigger::Bored => "Aburrimiento",
        KnownTrigger::Ashamed => "Vergüenza",
        KnownTrigger::Hungry => "Hambre",
        KnownTrigger::Tired => "Cansancio",
        KnownTrigger::PainOrIll => "Dolor o enfermedad",
        KnownTrigger::Withdrawal => "Abstinencia",
        KnownTrigger::Argument => "Una pelea",
        KnownTrigger::Judged => "Me juzgaron",
        KnownTrigger::SomeoneOffered => "Alguien me ofreció",
        KnownTrigger::OthersUsing => "Otros consumían",
        KnownTrigger::Family => "Familia",
        KnownTrigger::OldPlace => "Un lugar de antes",
        KnownTrigger::SawOrSmelledIt => "Lo vi o lo olí",
        KnownTrigger::Money => "Dinero",
        KnownTrigger::ScreenOrMusic => "Pantalla o música",
        KnownTrigger::WorkOrSchool => "Trabajo o escuela",
        KnownTrigger::TimeOrDate => "Hora o fecha",
        KnownTrigger::AnniversaryOrLoss => "Aniversario o pérdida",
        KnownTrigger::GoodMood => "Buen humor",
        KnownTrigger::Celebrating => "Una celebración",
        KnownTrigger::GoodTimeTogether => "Buen rato con otros",
        KnownTrigger::SexOrDating => "Sexo o citas",
        KnownTrigger::OutOfTheBlue => "De la nada",
        KnownTrigger::TestingMyself => "Ponerme a prueba",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::{KnownTrigger, KnownWord};

    use super::{en, es};

    #[test]
    fn no_two_triggers_say_the_same() {
        for speak in [en, es] {
            let said: BTreeSet<&str> =
                KnownTrigger::ALL.iter().map(|trigger| speak(KnownWord::Trigger(*trigger))).collect();
            assert_eq!(said.len(), KnownTrigger::ALL.len());
        }
    }
}
