//! The squares of a code: the marks by which a camera finds it, what it says of itself, the words in their winding way, and the pattern laid over them
//! that leaves the fewest places in which a camera could lose its way (ISO/IEC 18004).

/// What is laid over the words, by number.
const MASKS: u8 = 8;

#[derive(Clone)]
pub(super) struct Squares {
    pub size: usize,
    dark: Vec<bool>,
    /// Squares that are no words.
    fixed: Vec<bool>,
}

impl Squares {
    /// A whole code.
    pub fn of(version: usize, words: &[u8]) -> Squares {
        let size = version * 4 + 17;
        let mut squares = Squares { size, dark: vec![false; size * size], fixed: vec![false; size * size] };
        squares.marks(version);
        squares.says(0);
        squares.words(words);
        let masked = |mask: u8| {
            let mut masked = squares.clone();
            masked.says(mask);
            masked.lay(mask);
            masked
        };
        (0..MASKS).map(masked).min_by_key(Squares::penalty).unwrap_or(squares)
    }

    /// False outside.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && self.dark.get(y * self.size + x).is_some_and(|dark| *dark)
    }

    fn set(&mut self, x: usize, y: usize, is_dark: bool) {
        if x < self.size
            && let (Some(dark), Some(fixed)) =
                (self.dark.get_mut(y * self.size + x), self.fixed.get_mut(y * self.size + x))
        {
            (*dark, *fixed) = (is_dark, true);
        }
    }

    /// Rings around a place, dark but for those of these distances.
    fn rings(&mut self, x: usize, y: usize, reach: usize, light: [usize; 2]) {
        for dy in 0..=2 * reach {
            for dx in 0..=2 * reach {
                let far = dx.abs_diff(reach).max(dy.abs_diff(reach));
                // Below zero it wraps to what is far outside.
                let (x, y) = ((x + dx).wrapping_sub(reach), (y + dy).wrapping_sub(reach));
                if y < self.size {
                    self.set(x, y, !light.contains(&far));
                }
            }
        }
    }

    fn marks(&mut self, version: usize) {
        for along in 0..self.size {
            self.set(6, along, along % 2 == 0);
            self.set(along, 6, along % 2 == 0);
        }
        let far = self.size - 4;
        for (x, y) in [(3, 3), (far, 3), (3, far)] {
            self.rings(x, y, 4, [2, 4]);
        }
        if version >= 2 {
            let count = version / 7 + 2;
            let step = if version == 32 { 26 } else { (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2 };
            let places: Vec<usize> = (0..count)
                .map(|place| if place == 0 { 6 } else { self.size - 7 - (count - 1 - place) * step })
                .collect();
            let last = self.size - 7;
            for (x, y) in places.iter().flat_map(|x| places.iter().map(move |y| (*x, *y))) {
                if ![(6, 6), (6, last), (last, 6)].contains(&(x, y)) {
                    self.rings(x, y, 2, [1, 1]);
                }
            }
        }
        if version >= 7 {
            let bits = (version << 12) | divided(version, 12, 0x1f25);
            for bit in 0..18 {
                let (x, y, is_dark) = (self.size - 11 + bit % 3, bit / 3, bits >> bit & 1 == 1);
                self.set(x, y, is_dark);
                self.set(y, x, is_dark);
            }
        }
    }

    /// What the code says of itself: how much can be repaired, and what was laid over it.
    fn says(&mut self, mask: u8) {
        // Level L is 01.
        let said = (1 << 3) | usize::from(mask);
        let bits = ((said << 10) | divided(said, 10, 0x537)) ^ 0x5412;
        for bit in 0..15 {
            let is_dark = bits >> bit & 1 == 1;
            let (x, y) = match bit {
                0..=5 => (8, bit),
                6 | 7 => (8, bit + 1),
                8 => (7, 8),
                _ => (14 - bit, 8),
            };
            self.set(x, y, is_dark);
            let (x, y) = if bit < 8 { (self.size - 1 - bit, 8) } else { (8, self.size - 15 + bit) };
            self.set(x, y, is_dark);
        }
        self.set(8, self.size - 8, true);
    }

    /// In pairs of columns from the right, up and down in turns.
    fn words(&mut self, words: &[u8]) {
        let mut bits = words.iter().flat_map(|word| (0..8).rev().map(move |bit| word >> bit & 1 == 1));
        let columns =
            (0..=self.size - 1).rev().step_by(2).map(|right| if right <= 6 { right.saturating_sub(1) } else { right });
        for right in columns.take(self.size / 2) {
            let is_up = (right + 1) & 2 == 0;
            for along in 0..self.size {
                let y = if is_up { self.size - 1 - along } else { along };
                for x in [right, right.saturating_sub(1)] {
                    let place = y * self.size + x;
                    if self.fixed.get(place) == Some(&false)
                        && let Some(dark) = self.dark.get_mut(place)
                    {
                        *dark = bits.next().unwrap_or_default();
                    }
                }
            }
        }
    }

    fn lay(&mut self, mask: u8) {
        let size = self.size;
        for ((dark, fixed), place) in self.dark.iter_mut().zip(&self.fixed).zip(0..) {
            let (x, y) = (place % size, place / size);
            let turns = match mask {
                0 => (x + y) % 2,
                1 => y % 2,
                2 => x % 3,
                3 => (x + y) % 3,
                4 => (x / 3 + y / 2) % 2,
                5 => x * y % 2 + x * y % 3,
                6 => (x * y % 2 + x * y % 3) % 2,
                _ => ((x + y) % 2 + x * y % 3) % 2,
            };
            *dark ^= !fixed && turns == 0;
        }
    }

    /// How easily a camera loses its way: long runs, blocks, what looks like a mark, and too much of one colour.
    fn penalty(&self) -> usize {
        let mut penalty = 0;
        for is_row in [true, false] {
            for y in 0..self.size {
                let (mut run, mut before, mut seen) = (0, None, 0_u16);
                for x in 0..self.size {
                    let dark = if is_row { self.is_dark(x, y) } else { self.is_dark(y, x) };
                    run = if before == Some(dark) { run + 1 } else { 1 };
                    before = Some(dark);
                    penalty += match run {
                        5 => 3,
                        6.. => 1,
                        _ => 0,
                    };
                    seen = ((seen << 1) | u16::from(dark)) & 0x7ff;
                    if x >= 10 && (seen == 0b101_1101_0000 || seen == 0b000_0101_1101) {
                        penalty += 40;
                    }
                }
            }
        }
        for (x, y) in (1..self.size).flat_map(|y| (1..self.size).map(move |x| (x, y))) {
            let dark = self.is_dark(x, y);
            if [(x - 1, y), (x, y - 1), (x - 1, y - 1)].iter().all(|(x, y)| self.is_dark(*x, *y) == dark) {
                penalty += 3;
            }
        }
        let dark = self.dark.iter().filter(|dark| **dark).count();
        penalty + (dark * 20).abs_diff(self.dark.len() * 10) / self.dark.len().max(1) * 10
    }
}

/// What is left of `value` with so many zeros behind it, divided by a polynomial of that degree.
fn divided(value: usize, degree: usize, by: usize) -> usize {
    (0..degree).fold(value, |left, _| (left << 1) ^ ((left >> (degree - 1) & 1) * by)) & ((1 << degree) - 1)
}
