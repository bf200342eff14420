//! What the fellowships are called. Their names are their own; where they have one in Spanish it is used.

use domain::Language;
use domain::meeting::Fellowship;

/// As it stands on a tag.
#[must_use]
pub fn abbreviation(fellowship: Fellowship, language: Language) -> &'static str {
    match fellowship {
        Fellowship::AlcoholicsAnonymous => "AA",
        Fellowship::NarcoticsAnonymous => "NA",
        Fellowship::AlAnon => "Al-Anon",
        Fellowship::SmartRecovery => "SMART",
        Fellowship::RecoveryDharma => "Dharma",
        Fellowship::RefugeRecovery => "Refuge",
        Fellowship::LifeRing => "LifeRing",
        Fellowship::CelebrateRecovery => "Celebrate",
        Fellowship::WomenForSobriety => "WFS",
        Fellowship::SecularSobriety => "SOS",
        Fellowship::CocaineAnonymous => "CA",
        Fellowship::CrystalMethAnonymous => "CMA",
        Fellowship::HeroinAnonymous => "HA",
        Fellowship::MarijuanaAnonymous => "MA",
        Fellowship::DrugAddictsAnonymous => "DAA",
        Fellowship::NarAnon => "Nar-Anon",
        Fellowship::AdultChildren => "ACA",
        Fellowship::CoDependentsAnonymous => "CoDA",
        Fellowship::LovedOnes => "PAL",
        Fellowship::RecoveringCouples => "RCA",
        Fellowship::GamblersAnonymous => "GA",
        Fellowship::OvereatersAnonymous => "OA",
        Fellowship::CompulsiveEatersHow => "CEA-HOW",
        Fellowship::EatingDisordersAnonymous => "EDA",
        Fellowship::DebtorsAnonymous => "DA",
        Fellowship::UnderearnersAnonymous => "UA",
        Fellowship::SexAddictsAnonymous => "SAA",
        Fellowship::SexaholicsAnonymous => "SA",
        Fellowship::SexualCompulsivesAnonymous => "SCA",
        Fellowship::SexAndLoveAddictsAnonymous => "SLAA",
        Fellowship::SurvivorsOfIncest => "SIA",
        Fellowship::ViolenceAnonymous => "VA",
        Fellowship::SupportGroups => match language {
            Language::En => "Support group",
            Language::Es => "Grupo de apoyo",
        },
        Fellowship::Other => match language {
            Language::En => "Other",
            Language::Es => "Otra",
        },
    }
}

/// As it is chosen.
#[must_use]
pub fn name(fellowship: Fellowship, language: Language) -> &'static str {
    let (english, spanish) = both(fellowship);
    match language {
        Language::En => english,
        Language::Es => spanish,
    }
}

fn both(fellowship: Fellowship) -> (&'static str, &'static str) {
    match fellowship {
        Fellowship::AlcoholicsAnonymous => ("Alcoholics Anonymous", "Alcohólicos Anónimos"),
        Fellowship::NarcoticsAnonymous => ("Narcotics Anonymous", "Narcóticos Anónimos"),
        Fellowship::AlAnon => ("Al-Anon", "Al-Anon"),
        Fellowship::SmartRecovery => ("SMART Recovery", "SMART Recovery"),
        Fellowship::RecoveryDharma => ("Recovery Dharma", "Recovery Dharma"),
        Fellowship::RefugeRecovery => ("Refuge Recovery", "Refuge Recovery"),
        Fellowship::LifeRing => ("LifeRing", "LifeRing"),
        Fellowship::CelebrateRecovery => ("Celebrate Recovery", "Celebrate Recovery"),
        Fellowship::WomenForSobriety => ("Women for Sobriety", "Women for Sobriety"),
        Fellowship::SecularSobriety => ("Secular Organizations for Sobriety", "Secular Organizations for Sobriety"),
        Fellowship::CocaineAnonymous => ("Cocaine Anonymous", "Cocainómanos Anónimos"),
        Fellowship::CrystalMethAnonymous => ("Crystal Meth Anonymous", "Crystal Meth Anonymous"),
        Fellowship::HeroinAnonymous => ("Heroin Anonymous", "Heroin Anonymous"),
        Fellowship::MarijuanaAnonymous => ("Marijuana Anonymous", "Marihuana Anónimos"),
        Fellowship::DrugAddictsAnonymous => ("DAA", "DAA"),
        Fellowship::NarAnon => ("Nar-Anon", "Nar-Anon"),
        Fellowship::AdultChildren => ("Adult Children of Alcoholics", "Hijos Adultos de Alcohólicos"),
        Fellowship::CoDependentsAnonymous => ("Co-Dependents Anonymous", "Codependientes Anónimos"),
        Fellowship::LovedOnes => ("PAL (Parents)", "PAL (Padres)"),
        Fellowship::RecoveringCouples => ("Recovering Couples Anonymous", "Recovering Couples Anonymous"),
        Fellowship::GamblersAnonymous => ("Gamblers Anonymous", "Jugadores Anónimos"),
        Fellowship::OvereatersAnonymous => ("Overeaters Anonymous", "Comedores Compulsivos Anónimos"),
        Fellowship::CompulsiveEatersHow => ("CEA-HOW", "CEA-HOW"),
        Fellowship::EatingDisordersAnonymous => ("Eating Disorders Anonymous", "Eating Disorders Anonymous"),
        Fellowship::DebtorsAnonymous => ("Debtors Anonymous", "Deudores Anónimos"),
        Fellowship::UnderearnersAnonymous => ("Underearners Anonymous", "Underearners Anonymous"),
        Fellowship::SexAddictsAnonymous => ("SAA", "SAA"),
        Fellowship::SexaholicsAnonymous => ("SA", "SA"),
        Fellowship::SexualCompulsivesAnonymous => ("SCA", "SCA"),
        Fellowship::SexAndLoveAddictsAnonymous => ("SLAA", "SLAA"),
        Fellowship::SurvivorsOfIncest => ("Survivors of Incest Anonymous", "Sobrevivientes de Incesto Anónimos"),
        Fellowship::ViolenceAnonymous => ("Violence Anonymous", "Violence Anonymous"),
        Fellowship::SupportGroups => ("Support groups", "Grupos de apoyo"),
        Fellowship::Other => ("Another one, or several", "Otra, o varias"),
    }
}

/// The class of its tag: a colour of its own for those with the most lists.
#[must_use]
pub fn tag_class(fellowship: Fellowship) -> &'static str {
    match fellowship {
        Fellowship::AlcoholicsAnonymous => "meeting-tag meeting-tag--1",
        Fellowship::NarcoticsAnonymous => "meeting-tag meeting-tag--2",
        Fellowship::AlAnon | Fellowship::NarAnon => "meeting-tag meeting-tag--3",
        Fellowship::SmartRecovery => "meeting-tag meeting-tag--4",
        Fellowship::RecoveryDharma | Fellowship::RefugeRecovery => "meeting-tag meeting-tag--5",
        Fellowship::LifeRing | Fellowship::SecularSobriety | Fellowship::WomenForSobriety => {
            "meeting-tag meeting-tag--6"
        }
        Fellowship::CelebrateRecovery => "meeting-tag meeting-tag--7",
        _ => "meeting-tag meeting-tag--0",
    }
}
