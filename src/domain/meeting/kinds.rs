//! What a meeting's types say, in words. A list brings the words of its types along, because a server may have types of its own.

use crate::code::coded;
use crate::words::Label;

coded! {
    /// By which kinds are put together on a screen.
    pub enum KindGroup {
        /// Whom it is open to.
        Access = "access",
        Format = "format",
        Feature = "feature",
        Community = "community",
        Accessibility = "accessibility",
        Language = "language",
    }
}

/// One type of meeting, as a list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingKind {
    /// Two lists mean the same when they have the same English words.
    pub english: Label,
    /// The same as the English ones where a server gives only one language.
    pub spanish: Label,
    pub group: KindGroup,
    /// Somebody there signs that one was there.
    pub gives_proof: bool,
}
