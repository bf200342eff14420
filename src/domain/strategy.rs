//! Coping strategies: what they are for, what they take, and their steps. Their words are content, a file per language; what is here says
//! how they are chosen, and nothing in it claims that one works.

mod choices;
mod helped;
mod key;
mod offer;
mod own;
mod run;
mod timer;

use crate::code::coded;
use crate::words::unspoken;
pub use choices::{MAX_KEYS, StrategyChoices, StrategyMark};
pub use helped::{ENOUGH, Helped, helped};
pub use key::StrategyKey;
pub use offer::{Wish, offered};
pub use own::{MOST_OWN_STEPS, MOST_OWN_STRATEGIES, OwnStrategy, OwnStrategyError, OwnStrategyId};
pub use run::{MAX_STEPS, RunEdit, StrategyRun};
pub use timer::{StepTimer, TimerKind};

coded! {
    /// Where a strategy comes from.
    pub enum School {
        Cbt = "cbt",
        Dbt = "dbt",
        Motivational = "mi",
        Mindfulness = "mindfulness",
        TwelveStep = "12-step",
        Behavioural = "behavioural",
    }
}

coded! {
    /// What somebody needs something for, as they would say it.
    pub enum StrategyNeed {
        IntenseUrge = "intense-urge",
        MildUrge = "mild-urge",
        CueExposure = "cue-exposure",
        SocialPressure = "social-pressure",
        Conflict = "conflict",
        Anger = "anger",
        Anxiety = "anxiety",
        Sadness = "sadness",
        Shame = "shame",
        Loneliness = "loneliness",
        Boredom = "boredom",
        Fatigue = "fatigue",
        Hunger = "hunger",
        Stress = "stress",
        Sleep = "sleep",
        RacingThoughts = "racing-thoughts",
        TraumaGrounding = "trauma-grounding",
        Celebration = "celebration",
        Money = "money",
        Motivation = "motivation",
        Planning = "planning",
        AfterLapse = "after-lapse",
    }
}

coded! {
    /// Where one has to be for it.
    pub enum Setting {
        Anywhere = "anywhere",
        /// Where nobody listens.
        Private = "private",
        Home = "home",
        OutOrOnline = "out-or-online",
    }
}

/// One strategy, in one language.
#[derive(Clone, PartialEq, Eq)]
pub struct Strategy {
    pub key: StrategyKey,
    pub name: String,
    /// Why people do it; none of one's own.
    pub why: Option<String>,
    /// Each at least once; none of one's own.
    pub schools: Vec<School>,
    pub needs: Vec<StrategyNeed>,
    /// About so many, from beginning to end.
    pub minutes: u16,
    /// From which urge to which it is meant, 0 to 10.
    pub urge: (u8, u8),
    pub setting: Setting,
    /// At least one.
    pub steps: Vec<Step>,
}

/// One step, ticked when it is done.
#[derive(Clone, PartialEq, Eq)]
pub struct Step {
    pub text: String,
    /// A step that takes time has a timer of so many seconds.
    pub timer: Option<(TimerKind, u16)>,
}

unspoken!(Strategy, Step);
