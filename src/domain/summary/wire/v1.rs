//! Version 1 of a page. Frozen: the order of the fields, their types and the codes are what counselors' pages read for ever.
//!
//! There is no field for the id of a record, and none may be added.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(super) struct SheetV1 {
    /// Days since 1 January of the year 1 (which is day 1), as are all days here.
    pub(super) first: i32,
    pub(super) last: i32,
    pub(super) made: i32,
    pub(super) talk: Option<TalkV1>,
    /// Now and before.
    pub(super) change: Option<[FiguresV1; 2]>,
    pub(super) times: Option<TimesV1>,
    pub(super) triggers: Option<TriggersV1>,
    pub(super) tried: Option<TriedV1>,
    pub(super) used: Option<UsedV1>,
    pub(super) check_ins: Option<CheckInsV1>,
    pub(super) attendance: Option<AttendedV1>,
    pub(super) medication: Option<DosesV1>,
    pub(super) people: Option<PeopleV1>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct TalkV1 {
    /// At most 6, the latest first.
    pub(super) topics: Vec<TopicV1>,
    pub(super) left_out: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct TopicV1 {
    pub(super) day: i32,
    /// Since midnight, 0 to 1,439.
    pub(super) minute: u16,
    pub(super) about: TopicAboutV1,
    pub(super) place: Option<ChipV1>,
    /// A line of at most 200 characters, and whether there is more of it.
    pub(super) note: Option<(String, bool)>,
}

#[derive(Serialize, Deserialize)]
pub(super) enum TopicAboutV1 {
    /// 0 to 10.
    Craving(u8),
    Lapse,
    CheckIn,
    Session,
}

#[derive(Serialize, Deserialize)]
pub(super) enum ChipV1 {
    /// A code of ours, known to this build or not.
    Code(String),
    /// The person's own word, at most 80 characters.
    Own(String),
}

#[derive(Serialize, Deserialize)]
pub(super) struct FiguresV1 {
    pub(super) cravings: u32,
    pub(super) intensity: Option<MeanV1>,
    pub(super) check_ins: u32,
    pub(super) days: u16,
    pub(super) held: u32,
    pub(super) attended: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MeanV1 {
    /// At least 1.
    pub(super) n: u32,
    /// 0 to 100.
    pub(super) tenths: u16,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MiddleV1 {
    /// At least 1.
    pub(super) n: u32,
    pub(super) mean_tenths: u16,
    pub(super) median_tenths: u16,
}

#[derive(Serialize, Deserialize)]
pub(super) struct TimesV1 {
    pub(super) cravings: u32,
    /// Of at least 8 cravings: Monday to Sunday, each night, morning, afternoon, evening; and the hours 0 to 23.
    pub(super) pattern: Option<([[u32; 4]; 7], [u32; 24])>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct TriggersV1 {
    pub(super) triggers: TopV1,
    pub(super) places: Option<TopV1>,
}

/// Words and the cravings that name them: at most 5 triggers, 3 places.
#[derive(Serialize, Deserialize)]
pub(super) struct TopV1 {
    pub(super) told: u32,
    pub(super) top: Vec<(ChipV1, MeanV1)>,
    pub(super) left_out: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct TriedV1 {
    /// At most 5.
    pub(super) lines: Vec<TriedLineV1>,
    pub(super) left_out: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct TriedLineV1 {
    pub(super) what: TriedWhatV1,
    pub(super) times: u32,
    pub(super) rated: u32,
    /// Each 0 to 100; of at least 3.
    pub(super) before_after: Option<(u16, u16)>,
}

#[derive(Serialize, Deserialize)]
pub(super) enum TriedWhatV1 {
    /// A code of ours, known to this build or not.
    Act(String),
    /// Its key, and what it was called.
    Strategy(String, String),
}

#[derive(Serialize, Deserialize)]
pub(super) struct UsedV1 {
    /// Nothing, something, rather not say.
    pub(super) answers: [u32; 3],
    pub(super) days: u32,
    pub(super) lapses: Option<LapsesV1>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct LapsesV1 {
    pub(super) n: u32,
    /// At most 3.
    pub(super) with: Vec<(ChipV1, u32)>,
    pub(super) left_out: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct CheckInsV1 {
    pub(super) n: u32,
    pub(super) days: u16,
    /// On a scale from 0 to 10.
    pub(super) confidence: Option<MiddleV1>,
    /// From 1, very low, to 5, very good.
    pub(super) mood: Option<MiddleV1>,
    /// From 1, badly, to 3, well.
    pub(super) sleep: Option<MiddleV1>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct AttendedV1 {
    /// Attended, late, missed, excused, cancelled.
    pub(super) told: [u32; 5],
    pub(super) not_told: u32,
    pub(super) meetings: u32,
    /// At most 4.
    pub(super) obstacles: Vec<(ChipV1, u32)>,
    pub(super) left_out: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DosesV1 {
    /// At most 5: a name, and taken, late, skipped.
    pub(super) lines: Vec<(String, [u32; 3])>,
    pub(super) left_out: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct PeopleV1 {
    pub(super) called: u32,
    /// At most 32, each role once, in the order in which a screen offers them.
    pub(super) roles: Vec<RoleLineV1>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct RoleLineV1 {
    pub(super) role: String,
    /// At least 1.
    pub(super) n: u32,
    /// No more than `n`, and at most 6 on the page.
    pub(super) names: Vec<String>,
}
