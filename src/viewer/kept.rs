//! Where the ring lies: one row of this browser's own store, sealed. On a page that came as one file there is no such row, and it lies in a file that the
//! counselor saves.

use storage::{Area, Batch, Store, StoreError, Wanted};

/// The name of the store. It is another one than the app's, which may have been used in the same browser.
pub const DATABASE: &str = "handrail-counselor";

const ROW: &[u8] = b"keys";

/// The sealed ring that lies here; None where none was made.
///
/// # Errors
/// [`StoreError`] as [`Store::read`].
pub async fn read(home: &impl Store) -> Result<Option<Vec<u8>>, StoreError> {
    let found = home.read(&[Wanted::One { area: Area::Meta, key: ROW.to_vec() }]).await?;
    Ok(found.into_iter().flatten().next().map(|row| row.bytes))
}

/// Puts a sealed ring in the place of the one before it, whole or not at all.
///
/// # Errors
/// [`StoreError::Conflict`] when what lies there is no longer `before`: another tab was faster, and nothing was written.
pub async fn keep(home: &impl Store, before: Option<&[u8]>, sealed: &[u8]) -> Result<(), StoreError> {
    let batch = Batch::strict().expecting(Area::Meta, ROW, before.map(<[u8]>::to_vec));
    home.commit(batch.put(Area::Meta, ROW, sealed)).await
}

/// Takes it away for good.
///
/// # Errors
/// [`StoreError`] as [`Store::commit`].
pub async fn forget(home: &impl Store) -> Result<(), StoreError> {
    home.commit(Batch::strict().delete(Area::Meta, ROW)).await
}

#[cfg(test)]
mod tests {
    use super::{forget, keep, read};
    use pollster::block_on;
    use storage::{Memory, StoreError};

    #[test]
    fn what_was_sealed_lies_here_until_it_is_deleted() {
        let home = Memory::default();
        assert_eq!(block_on(read(&home)), Ok(None));
        block_on(keep(&home, None, b"one")).unwrap();
        block_on(keep(&home, Some(b"one"), b"two")).unwrap();
        assert_eq!(block_on(read(&home)), Ok(Some(b"two".to_vec())));
        block_on(forget(&home)).unwrap();
        assert_eq!(block_on(read(&home)), Ok(None));
    }

    #[test]
    fn what_another_tab_kept_is_never_written_over() {
        let home = Memory::default();
        block_on(keep(&home, None, b"theirs")).unwrap();
        assert_eq!(block_on(keep(&home, None, b"ours")), Err(StoreError::Conflict));
        assert_eq!(block_on(keep(&home, Some(b"older"), b"ours")), Err(StoreError::Conflict));
        assert_eq!(block_on(read(&home)), Ok(Some(b"theirs".to_vec())));
    }
}
