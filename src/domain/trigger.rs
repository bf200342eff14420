//! What set a craving off. Good mood and "out of the blue" count as much as misery does.
//!
//! The categories are the high-risk situations of Marlatt & Gordon (1985), as given in Marlatt 1996, Addiction 91
//! Suppl:S37–49 (PMID 8997780) and Larimer, Palmer & Marlatt 1999, Alcohol Res Health 23:151–160. The structure is a
//! fact of the field; the chips, and which category each is put under, are ours and await a clinician's review. Hungry,
//! angry, lonely, tired are the four that programs teach first.

use crate::chip::Chip;
use crate::code::coded;

/// What set the craving off.
pub type Trigger = Chip<KnownTrigger>;

coded! {
    /// The chips that we offer, in the order of the screen's groups.
    pub enum KnownTrigger {
        Angry = "angry",
        Lonely = "lonely",
        /// Stressed, anxious, worried.
        Stressed = "stressed",
        Sad = "sad",
        Bored = "bored",
        Ashamed = "ashamed",
        Hungry = "hungry",
        Tired = "tired",
        PainOrIll = "pain-or-ill",
        /// Withdrawal and what stays after it: shaking, sweating, no sleep.
        Withdrawal = "withdrawal",
        /// A fight or a quarrel.
        Argument = "argument",
        /// Being judged, criticised, let down.
        Judged = "judged",
        SomeoneOffered = "someone-offered",
        /// Others were using nearby; nobody offered.
        OthersUsing = "others-using",
        Family = "family",
        /// An old place, or passing it.
        OldPlace = "old-place",
        SawOrSmelledIt = "saw-or-smelled-it",
        /// Payday, or money in hand.
        Money = "money",
        ScreenOrMusic = "screen-or-music",
        WorkOrSchool = "work-or-school",
        /// A time of day, a weekday, a date.
        TimeOrDate = "time-or-date",
        AnniversaryOrLoss = "anniversary-or-loss",
        GoodMood = "good-mood",
        Celebrating = "celebrating",
        GoodTimeTogether = "good-time-together",
        SexOrDating = "sex-or-dating",
        OutOfTheBlue = "out-of-the-blue",
        /// "One will show that I can handle it."
        TestingMyself = "testing-myself",
    }
}

coded! {
    /// The thirteen categories of high-risk situation; see the file's own note for the sources.
    /// `intra` is within the person, `inter` is between people.
    pub enum Situation {
        AngerAlone = "intra.negative-emotion.anger",
        HardFeelings = "intra.negative-emotion.other",
        BodyFromUse = "intra.physical.substance-related",
        BodyOther = "intra.physical.other",
        FeelingEvenBetter = "intra.positive-emotion",
        TestingControl = "intra.testing-control",
        UrgeWithCue = "intra.urge.cue",
        UrgeWithoutCue = "intra.urge.no-cue",
        ConflictWithAnger = "inter.conflict.anger",
        ConflictOther = "inter.conflict.other",
        PressureDirect = "inter.social-pressure.direct",
        PressureIndirect = "inter.social-pressure.indirect",
        GoodTimesWithOthers = "inter.positive-emotion",
    }
}

coded! {
    /// How a screen groups the chips, so that nobody reads twenty-eight of them.
    pub enum TriggerGroup {
        Feelings = "feelings",
        Body = "body",
        People = "people",
        /// Places, things, money, media, work, dates.
        AroundMe = "around-me",
        GoodTimes = "good-times",
        /// It came out of the blue, or as an idea.
        Thoughts = "thoughts",
    }
}

impl KnownTrigger {
    /// The high-risk situation it stands for. A chip that names only a circumstance (work, family, a date) is a cue.
    pub const fn situation(self) -> Situation {
        match self {
            KnownTrigger::Angry => Situation::AngerAlone,
            KnownTrigger::Lonely
            | KnownTrigger::Stressed
            | KnownTrigger::Sad
            | KnownTrigger::Bored
            | KnownTrigger::Ashamed
            | KnownTrigger::AnniversaryOrLoss => Situation::HardFeelings,
            KnownTrigger::Hungry | KnownTrigger::Tired | KnownTrigger::PainOrIll => Situation::BodyOther,
            KnownTrigger::Withdrawal => Situation::BodyFromUse,
            KnownTrigger::Argument => Situation::ConflictWithAnger,
            KnownTrigger::Judged => Situation::ConflictOther,
            KnownTrigger::SomeoneOffered => Situation::PressureDirect,
            KnownTrigger::OthersUsing => Situation::PressureIndirect,
            KnownTrigger::Family
            | KnownTrigger::OldPlace
            | KnownTrigger::SawOrSmelledIt
            | KnownTrigger::ScreenOrMusic
            | KnownTrigger::WorkOrSchool
            | KnownTrigger::TimeOrDate => Situation::UrgeWithCue,
            KnownTrigger::Money | KnownTrigger::GoodMood => Situation::FeelingEvenBetter,
            KnownTrigger::Celebrating | KnownTrigger::GoodTimeTogether | KnownTrigger::SexOrDating => {
                Situation::GoodTimesWithOthers
            }
            KnownTrigger::OutOfTheBlue => Situation::UrgeWithoutCue,
            KnownTrigger::TestingMyself => Situation::TestingControl,
        }
    }

    /// The group under which a screen shows it.
    pub const fn group(self) -> TriggerGroup {
        match self {
            KnownTrigger::Angry
            | KnownTrigger::Lonely
            | KnownTrigger::Stressed
            | KnownTrigger::Sad
            | KnownTrigger::Bored
            | KnownTrigger::Ashamed => TriggerGroup::Feelings,
            KnownTrigger::Hungry | KnownTrigger::Tired | KnownTrigger::PainOrIll | KnownTrigger::Withdrawal => {
                TriggerGroup::Body
            }
            KnownTrigger::Argument
            | KnownTrigger::Judged
            | KnownTrigger::SomeoneOffered
            | KnownTrigger::OthersUsing
            | KnownTrigger::Family => TriggerGroup::People,
            KnownTrigger::OldPlace
            | KnownTrigger::SawOrSmelledIt
            | KnownTrigger::Money
            | KnownTrigger::ScreenOrMusic
            | KnownTrigger::WorkOrSchool
            | KnownTrigger::TimeOrDate
            | KnownTrigger::AnniversaryOrLoss => TriggerGroup::AroundMe,
            KnownTrigger::GoodMood
            | KnownTrigger::Celebrating
            | KnownTrigger::GoodTimeTogether
            | KnownTrigger::SexOrDating => TriggerGroup::GoodTimes,
            KnownTrigger::OutOfTheBlue | KnownTrigger::TestingMyself => TriggerGroup::Thoughts,
        }
    }
}

impl TriggerGroup {
    /// Its chips, in the order of the screen.
    pub fn triggers(self) -> impl Iterator<Item = KnownTrigger> {
        KnownTrigger::ALL.iter().copied().filter(move |trigger| trigger.group() == self)
    }
}

impl From<KnownTrigger> for Trigger {
    fn from(known: KnownTrigger) -> Trigger {
        Chip::Known(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_high_risk_situation_can_be_said_with_a_chip() {
        for situation in Situation::ALL {
            assert!(KnownTrigger::ALL.iter().any(|trigger| trigger.situation() == *situation), "{situation:?}");
        }
        assert_eq!(Situation::ALL.len(), 13);
    }

    #[test]
    fn no_group_is_empty_and_none_is_too_long_to_read() {
        for group in TriggerGroup::ALL {
            assert!((2..=7).contains(&group.triggers().count()), "{group:?}");
        }
        assert_eq!(TriggerGroup::ALL.iter().flat_map(|group| group.triggers()).collect::<Vec<_>>(), KnownTrigger::ALL);
    }
}
