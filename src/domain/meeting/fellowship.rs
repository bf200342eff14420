//! Whose meetings a list has. The same letters mean other things elsewhere, so a list is always read as somebody's.

use crate::code::coded;

coded! {
    /// Those whose codes are known, and others whose lists are read without. None is before another: a screen sorts them by name.
    pub enum Fellowship {
        AlcoholicsAnonymous = "aa",
        NarcoticsAnonymous = "na",
        AlAnon = "al-anon",
        SmartRecovery = "smart",
        RecoveryDharma = "rd",
        RefugeRecovery = "rr",
        LifeRing = "lifering",
        CelebrateRecovery = "celebrate",
        WomenForSobriety = "wfs",
        SecularSobriety = "sos",
        CocaineAnonymous = "ca",
        CrystalMethAnonymous = "cma",
        HeroinAnonymous = "ha",
        MarijuanaAnonymous = "ma",
        DrugAddictsAnonymous = "daa",
        NarAnon = "nar-anon",
        AdultChildren = "aca",
        CoDependentsAnonymous = "coda",
        LovedOnes = "pal",
        RecoveringCouples = "rca",
        GamblersAnonymous = "ga",
        OvereatersAnonymous = "oa",
        CompulsiveEatersHow = "cea-how",
        EatingDisordersAnonymous = "eda",
        DebtorsAnonymous = "da",
        UnderearnersAnonymous = "ua",
        SexAddictsAnonymous = "saa",
        SexaholicsAnonymous = "sa",
        SexualCompulsivesAnonymous = "sca",
        SexAndLoveAddictsAnonymous = "slaa",
        SurvivorsOfIncest = "sia",
        ViolenceAnonymous = "va",
        SupportGroups = "sg",
        /// A list of another one, or of several.
        Other = "other",
    }
}
