//! As much of a note as fits on the page: one tidy line, cut between words where it can be.

use crate::words::{Line, Note, unspoken};

/// The beginning of what somebody wrote.
#[derive(Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// At most [`Line::LIMIT`] characters.
    pub line: Line,
    /// Whether there is more of it than this.
    pub is_cut: bool,
}

unspoken!(Excerpt);

/// A word longer than this at the end of the line is cut, rather than losing so much of it.
const LONGEST_LOST: usize = 40;

impl Excerpt {
    /// None for a note of which nothing is left once it is one line.
    pub(super) fn of(note: &Note) -> Option<Excerpt> {
        let visible: String = note.as_str().chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
        let seen: Vec<char> = visible.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
        if seen.len() <= Line::LIMIT {
            let line = Line::new(&seen.iter().collect::<String>()).ok()?;
            return Some(Excerpt { line, is_cut: false });
        }
        let within = seen.get(..Line::LIMIT).unwrap_or_default();
        let ends_here = seen.get(Line::LIMIT).is_some_and(|c| c.is_whitespace()).then_some(Line::LIMIT);
        let last_space = within.iter().rposition(|c| c.is_whitespace());
        let between_words = ends_here.or(last_space.filter(|at| at + LONGEST_LOST >= within.len()));
        // A mark belongs to the letter before it, and a joiner to both its sides: they go with what they join.
        let cut = between_words.unwrap_or_else(|| {
            let mut cut = within.len();
            while cut > 1 && (seen.get(cut).is_some_and(|c| joins(*c)) || seen.get(cut - 1) == Some(&'\u{200D}')) {
                cut -= 1;
            }
            cut
        });
        let line = Line::new(&within.get(..cut).unwrap_or_default().iter().collect::<String>()).ok()?;
        Some(Excerpt { line, is_cut: true })
    }

    pub(super) fn of_line(line: &Line) -> Excerpt {
        Excerpt { line: line.clone(), is_cut: false }
    }
}

/// Combining marks, joiners, selectors of a look, and tones of skin.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}
