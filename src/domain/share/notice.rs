//! What has to be said along with a consent and a page. The sentences themselves are in the app's texts, but for the one that the law writes.

use crate::code::coded;
use crate::share::consent::Purpose;

coded! {
    /// What stands with a consent, in plain words (2.31(a)(4)(iii), (a)(6), (a)(10)).
    pub enum Statement {
        /// It may be taken back at any time, and how.
        MayRevoke = "may-revoke",
        /// What was handed over before that stays with who has it.
        SharedStays = "shared-stays",
        /// For treatment: who treats them may hand it on under HIPAA, but for proceedings against them.
        MayBeRedisclosed = "may-be-redisclosed",
        /// For treatment: what was handed on may no longer be protected by part 2.
        NoLongerProtected = "no-longer-protected",
        /// For treatment: what follows from not signing. Nothing does: the app works as before.
        NothingLost = "nothing-lost",
    }
}

coded! {
    /// The notice that goes along with what is disclosed (2.32(a)).
    pub enum Notice {
        /// Statement 2, the short one.
        Statement2 = "part-2-statement-2",
    }
}

impl Statement {
    /// Those that belong to a purpose.
    pub fn of(purpose: &Purpose) -> &'static [Statement] {
        match purpose {
            Purpose::Treatment => Statement::ALL,
            Purpose::MyRequest | Purpose::Own(_) => &[Statement::MayRevoke, Statement::SharedStays],
        }
    }
}

impl Notice {
    /// The words of the law, which are English (42 CFR 2.32(a)(2), as amended by 89 FR 12472).
    pub const fn words(self) -> &'static str {
        match self {
            Notice::Statement2 => "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
        }
    }
}
