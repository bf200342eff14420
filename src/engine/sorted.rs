//! A small map: a list of pairs, sorted by key.
//!
//! The journal holds a few hundred entries at a time in each of its maps, and nearly always adds at the end. The standard library's
//! tree would be as fast and costs eight kilobytes of the client for every type of key; this costs a tenth of it.

/// Pairs in the order of their keys, each key once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    pub fn new() -> Self {
        Self::default()
    }

    /// From pairs in any order. Of two with the same key the later one stays.
    pub fn of(pairs: impl Iterator<Item = (K, V)>) -> Self {
        let mut sorted = Self::new();
        for (key, value) in pairs {
            sorted.insert(key, value);
        }
        sorted
    }

    fn place(&self, key: &K) -> Result<usize, usize> {
        // What is added is nearly always newer than what is there.
        match self.0.last() {
            Some((last, _)) if last < key => Err(self.0.len()),
            Some(_) | None => self.0.binary_search_by(|(there, _)| there.cmp(key)),
        }
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        let place = self.place(key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let place = self.place(key).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Puts a value under its key, in the place of the one that was there.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => {
                if let Some(there) = self.0.get_mut(place) {
                    there.1 = value;
                }
            }
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        let place = self.place(key).ok()?;
        Some(self.0.remove(place).1)
    }

    /// Takes away everything from the `count`-th pair on.
    pub fn split_off(&mut self, count: usize) -> Self {
        Self(self.0.split_off(count.min(self.0.len())))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The key at this place, counted from the smallest.
    pub fn key_at(&self, place: usize) -> Option<&K> {
        self.0.get(place).map(|(key, _)| key)
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }
}

impl<K, V> IntoIterator for Sorted<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::proptest;

    use super::Sorted;

    proptest! {
        #[test]
        fn it_does_what_the_tree_of_the_standard_library_does(deeds in proptest::collection::vec((0..3_u8, 0..40_u8, 0..9_u8), 0..200)) {
            let (mut sorted, mut tree) = (Sorted::new(), BTreeMap::new());
            for (deed, key, value) in deeds {
                match deed {
                    0 => { sorted.insert(key, value); tree.insert(key, value); }
                    1 => assert_eq!(sorted.remove(&key), tree.remove(&key)),
                    _ => assert_eq!(sorted.get(&key), tree.get(&key)),
                }
            }
            assert!(sorted.iter().eq(tree.iter()));
        }
    }
}
