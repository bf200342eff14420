//! The sentences for what keeps a lock shut, for the lock screen and for the page that changes the lock.

use engine::VaultError;
use engine::lock::LockError;
use storage::StoreError;
use text::Text;

use crate::browser::stretch::NoKey;
use crate::commands::unlock::Shut;

/// Why it did not open; nothing while the waiting says it.
pub fn sentence(text: Text, why: Shut, is_pin: bool) -> Option<&'static str> {
    let words = text.locked();
    let others = &words.others;
    Some(match why {
        Shut::Wait(_) => return None,
        Shut::Wrong(_) if is_pin => words.wrong_pin,
        Shut::Wrong(_) => words.wrong,
        Shut::NoKey(NoKey::Empty) => others.empty,
        Shut::NoKey(NoKey::NoMemory) => others.no_memory,
        Shut::NoKey(NoKey::Stopped) => others.no_worker,
        Shut::NotCounted(LockError::Store(StoreError::Full)) => others.full,
        Shut::NotCounted(_) => others.not_counted,
        Shut::NoCode(VaultError::Typo) => others.code_typo,
        Shut::NoCode(_) => others.code_length,
        Shut::OtherCode => others.other_code,
        Shut::NoPasskey => others.no_passkey,
        Shut::OtherPasskey => others.other_passkey,
        Shut::Damaged => others.damaged,
        Shut::Open(why) => text.problems().opening(why),
    })
}
