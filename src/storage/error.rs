//! Why a read or a commit did not happen. Each variant is one thing the caller can do something about.

/// What went wrong at the journal's home. Unless it says otherwise, nothing was written.
///
/// Carries no bytes and no keys, so it may be shown and logged as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The device or the browser's allowance for this site is full. Freeing space and trying again helps.
    #[error("there is no room left to write")]
    Full,
    /// A guarded row is no longer what the batch expected: another tab wrote first. Read again and decide again.
    #[error("another tab changed this first")]
    Conflict,
    /// What is stored was written by a newer version of this program. Nothing was touched; reloading gets the newer one.
    #[error("the journal was written by a newer version of the app")]
    Newer,
    /// The connection was lost and could not be had again, or the journal was deleted under it. Whether the last batch
    /// was written is not known: committing the very same batch again is safe. Reloading the page helps.
    #[error("the connection to the journal was lost")]
    Lost,
    /// This browser, or this mode of it, keeps nothing (private mode, blocked site data, insecure address).
    #[error("this browser does not let the app keep anything")]
    Unavailable,
    /// The wrapped secret was not wrapped here, or is damaged. Trying again does not help; another wrap may.
    #[error("this browser profile cannot open the wrapped key")]
    Refused,
    /// Something else, named by what was being done.
    #[error("failed while {doing}")]
    Failed {
        /// What was being done, as in "opening the journal". Fixed text of ours, never the browser's or a person's.
        doing: &'static str,
    },
}
