//! A text as a QR code: which squares are dark, as one line to draw, with the white margin that a camera needs.

use crate::squares::Squares;
use crate::words;

/// Squares of white around it (ISO/IEC 18004, "quiet zone").
pub const MARGIN: usize = 4;
/// From so many squares on a code is dense, and a phone has to be held still and close.
const DENSE: usize = 101;

/// A code to draw.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    /// How many squares it is wide and high, with its margin.
    pub size: usize,
    /// The dark squares as the path of an SVG, a piece for each run in a row.
    pub path: String,
}

impl Code {
    /// None for a text that no code can hold.
    #[must_use]
    pub fn of(text: &str) -> Option<Code> {
        let (version, words) = words::of(text.as_bytes())?;
        let squares = Squares::of(version, &words);
        let mut path = String::new();
        for y in 0..squares.size {
            let mut x = 0;
            while x < squares.size {
                let mut wide = 0;
                while squares.is_dark(x + wide, y) {
                    wide += 1;
                }
                if wide > 0 {
                    path.push_str(&format!("M{} {}h{wide}v1h-{wide}z", x + MARGIN, y + MARGIN));
                }
                x += wide + 1;
            }
        }
        Some(Code { size: squares.size + 2 * MARGIN, path })
    }

    #[must_use]
    pub fn is_dense(&self) -> bool {
        self.size > DENSE
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, MARGIN};

    /// What a camera reads that sees the squares of the path, four pixels each.
    fn read(text: &str) -> String {
        let code = Code::of(text).unwrap();
        let mut dark = vec![vec![false; code.size]; code.size];
        for piece in code.path.split('z').filter(|piece| !piece.is_empty()) {
            let (place, run) = piece.trim_start_matches('M').split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let wide: usize = run.split('v').next().unwrap().parse().unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            dark[y][x..x + wide].fill(true);
        }
        let (side, shade) = (code.size * 4, |x: usize, y: usize| if dark[y / 4][x / 4] { 0 } else { 255 });
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
        let found = image.detect_grids();
        assert_eq!(found.len(), 1);
        found[0].decode().unwrap().1
    }

    #[test]
    fn a_camera_reads_what_was_written_from_the_smallest_size_to_the_largest() {
        let mut sizes = std::collections::BTreeSet::new();
        for letters in (0..2_930).step_by(80).chain([2_930]) {
            let link = format!("https://app.example/#p={}", "aB3-_9".repeat(500).get(..letters).unwrap());
            sizes.insert(Code::of(&link).unwrap().size);
            assert_eq!(read(&link), link, "{letters} letters");
        }
        assert_eq!(sizes.last(), Some(&(177 + 2 * MARGIN)));
        assert!(sizes.len() > 25, "{sizes:?}");
    }

    #[test]
    fn what_no_code_can_hold_is_none_and_the_margin_is_white() {
        assert!(Code::of(&"a".repeat(2_953)).is_some() && Code::of(&"a".repeat(2_954)).is_none());
        let code = Code::of("https://app.example/").unwrap();
        assert!(code.path.starts_with(&format!("M{MARGIN} {MARGIN}h7")), "{}", code.path);
        assert!(!code.is_dense() && Code::of(&"a".repeat(1_500)).unwrap().is_dense());
    }
}
