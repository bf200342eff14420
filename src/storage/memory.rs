//! A home in memory: for native tests, previews and sample data. A clone is a second tab on the same home.

use std::{cell::RefCell, collections::BTreeMap, fmt, rc::Rc};

use crate::{Area, Batch, Change, DeviceKey, Guard, Row, Store, StoreError, Wanted};

/// A journal kept in memory. `Clone` gives a second handle on the same home, as a second tab would have.
///
/// Everything is deterministic: the same calls leave the same rows and the same wrapped bytes.
#[derive(Clone, Default)]
pub struct Memory {
    home: Rc<RefCell<Home>>,
}

/// What all handles share.
#[derive(Default)]
struct Home {
    rows: BTreeMap<(Area, Vec<u8>), Vec<u8>>,
    /// How many commits from now fails (1 is the next one), and how.
    fault: Option<(usize, StoreError)>,
    /// Which secret each token stands for.
    wrapped: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Memory {
    /// An empty home.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the `n`-th commit from now (1 is the next one) fail with `error`, writing nothing. Later ones work again.
    ///
    /// Counts the commits of every handle on this home, and holds for every handle.
    #[must_use]
    pub fn failing_at(self, n: usize, error: StoreError) -> Self {
        self.home.borrow_mut().fault = Some((n, error));
        self
    }

    /// Everything stored, by area and then in key order.
    #[must_use]
    pub fn rows(&self) -> Vec<(Area, Row)> {
        let home = self.home.borrow();
        home.rows.iter().map(|((area, key), bytes)| (*area, Row { key: key.clone(), bytes: bytes.clone() })).collect()
    }

    /// Another home with the same rows, as a copy of the whole disk would be. What happens in one does not happen in the other.
    #[must_use]
    pub fn copy(&self) -> Self {
        let home = self.home.borrow();
        let (rows, wrapped) = (home.rows.clone(), home.wrapped.clone());
        Self { home: Rc::new(RefCell::new(Home { rows, fault: None, wrapped })) }
    }

    /// Changes a stored row behind the journal's back, as a failing disk would. False if there is no such row.
    pub fn damage(&self, area: Area, key: &[u8], harm: impl FnOnce(&mut Vec<u8>)) -> bool {
        let place = (area, key.to_vec());
        // Taken out first, so that `harm` may look at the home.
        let Some(mut bytes) = self.home.borrow().rows.get(&place).cloned() else { return false };
        harm(&mut bytes);
        self.home.borrow_mut().rows.insert(place, bytes);
        true
    }
}

/// How many rows, and nothing of them or of the secrets.
impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Memory {{ {} rows }}", self.home.borrow().rows.len())
    }
}

impl Store for Memory {
    async fn read(&self, wanted: &[Wanted]) -> Result<Vec<Vec<Row>>, StoreError> {
        let home = self.home.borrow();
        Ok(wanted.iter().map(|wish| home.answer(wish)).collect())
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let mut home = self.home.borrow_mut();
        home.count_down()?;
        let holds = |guard: &Guard| {
            home.rows.get(&(guard.area, guard.key.clone())).map(Vec::as_slice) == guard.expected.as_deref()
        };
        if !batch.guards.iter().all(holds) {
            return Err(StoreError::Conflict);
        }
        for change in batch.changes {
            match change {
                Change::Put { area, key, bytes } => {
                    home.rows.insert((area, key), bytes);
                }
                Change::Delete { area, key } => {
                    home.rows.remove(&(area, key));
                }
            }
        }
        Ok(())
    }
}

impl DeviceKey for Memory {
    async fn wrap(&self, secret: &[u8]) -> Result<Vec<u8>, StoreError> {
        let wrapped = &mut self.home.borrow_mut().wrapped;
        let token = token(wrapped.len(), secret);
        wrapped.insert(token.clone(), secret.to_vec());
        Ok(token)
    }

    async fn unwrap(&self, wrapped: &[u8]) -> Result<Vec<u8>, StoreError> {
        self.home.borrow().wrapped.get(wrapped).cloned().ok_or(StoreError::Refused)
    }
}

impl Home {
    fn answer(&self, wish: &Wanted) -> Vec<Row> {
        let kept = |key: &[u8]| match wish {
            Wanted::One { key: one, .. } => key == one,
            Wanted::All { .. } => true,
            Wanted::Range { from, to, .. } => from.as_slice() <= key && key <= to.as_slice(),
        };
        let first = match wish {
            Wanted::One { key, .. } => key.clone(),
            Wanted::All { .. } => Vec::new(),
            Wanted::Range { from, .. } => from.clone(),
        };
        // From the first key that may belong to the first that does not: keys are in order, so none is left out.
        self.rows
            .range((wish.area(), first)..)
            .take_while(|((area, key), _)| *area == wish.area() && kept(key))
            .map(|((_, key), bytes)| Row { key: key.clone(), bytes: bytes.clone() })
            .collect()
    }

    fn count_down(&mut self) -> Result<(), StoreError> {
        match self.fault.take() {
            None => Ok(()),
            Some((0 | 1, error)) => Err(error),
            Some((n, error)) => {
                self.fault = Some((n - 1, error));
                Ok(())
            }
        }
    }
}

/// A token that stands for a secret: `[1][how many came before, 8 bytes][a fingerprint of the secret, 8 bytes]`.
///
/// The fingerprint (FNV-1a) keeps one home's token from being mistaken for another's without any randomness.
fn token(before: usize, secret: &[u8]) -> Vec<u8> {
    let fingerprint = secret
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    let mut token = vec![1];
    token.extend((before as u64).to_be_bytes());
    token.extend(fingerprint.to_be_bytes());
    token
}

#[cfg(test)]
mod tests;
