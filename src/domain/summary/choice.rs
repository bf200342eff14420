//! What goes into a summary: ten blocks and four switches, each chosen by the person.

use crate::code::coded;

coded! {
    /// One part of the page, in the order in which it stands there.
    pub enum Block {
        /// What I want to talk about.
        Talk = "talk",
        /// This time and the time before.
        Change = "change",
        /// When cravings came.
        Times = "times",
        /// What set them off.
        Triggers = "triggers",
        /// What was tried, and the numbers before and after.
        Tried = "tried",
        /// Use, as it was told.
        Use = "use",
        CheckIns = "check-ins",
        /// Sessions, and what got in the way.
        Attendance = "attendance",
        Medication = "medication",
        /// Who was reached.
        People = "people",
    }
}

coded! {
    /// What the blocks may carry. A switch adds to blocks that are on; it brings none along.
    pub enum Carries {
        /// What the person wrote in notes.
        Notes = "notes",
        /// Lapses that are not private; use, as check-ins tell it, is the block's own.
        Lapses = "lapses",
        Places = "places",
        /// The names of people.
        Names = "names",
    }
}

/// What was chosen for one summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    /// A bit for each block, the first one's the lowest.
    blocks: u16,
    /// A bit for each switch.
    carries: u8,
}

impl Choice {
    /// Nothing at all.
    pub const NOTHING: Choice = Choice { blocks: 0, carries: 0 };

    /// Whether a block is in.
    pub fn has(self, block: Block) -> bool {
        self.blocks & bit(block) != 0
    }

    /// Whether a switch is on.
    pub fn carries(self, what: Carries) -> bool {
        self.carries & (1 << what as u8) != 0
    }

    /// With a block put in or left out.
    #[must_use]
    pub fn with(self, block: Block, is_in: bool) -> Choice {
        let blocks = if is_in { self.blocks | bit(block) } else { self.blocks & !bit(block) };
        Choice { blocks, ..self }
    }

    /// With a switch on or off.
    #[must_use]
    pub fn carrying(self, what: Carries, is_on: bool) -> Choice {
        let switch = 1 << what as u8;
        let carries = if is_on { self.carries | switch } else { self.carries & !switch };
        Choice { carries, ..self }
    }
}

/// Every block but use, and every switch off.
impl Default for Choice {
    fn default() -> Choice {
        let all = Block::ALL.iter().fold(Choice::NOTHING, |choice, block| choice.with(*block, true));
        all.with(Block::Use, false)
    }
}

const fn bit(block: Block) -> u16 {
    1 << block as u16
}
