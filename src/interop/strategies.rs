//! The library of coping strategies as it is published: a file for each language, plain text, so that whoever improves a sentence needs no
//! program. `public/strategies/en.txt` and `es.txt` are read by this and by nothing else.
//!
//! ```text
//! @key|schools|needs|minutes|from-to of the urge|setting
//! Its name
//! ? Why people do it
//! - A step
//! - [wave 180] A step with a timer of so many seconds
//! ```

use domain::strategy::{School, Setting, Step, Strategy, StrategyKey, StrategyNeed, TimerKind};
use thiserror::Error;

/// The first line that is not as it should be; the file is ours, so nothing of it is shown then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("line {line} of the strategies is not as it should be")]
pub struct BadLine {
    /// From 1.
    pub line: usize,
}

/// All strategies of a file, in their order. Empty lines and lines that begin with `#` say nothing.
///
/// # Errors
/// [`BadLine`] for the first line that cannot be read, and for a strategy without a name or a step.
pub fn read(text: &str) -> Result<Vec<Strategy>, BadLine> {
    let mut library: Vec<Strategy> = Vec::new();
    let mut begun_at = 0;
    for (text, line) in text.lines().zip(1_usize..) {
        let bad = BadLine { line };
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        if let Some(heading) = text.strip_prefix('@') {
            check(library.last(), begun_at)?;
            library.push(begun(heading).ok_or(bad)?);
            begun_at = line;
            continue;
        }
        let one = library.last_mut().ok_or(bad)?;
        if let Some(step) = text.strip_prefix("- ") {
            one.steps.push(step_of(step).ok_or(bad)?);
        } else if let Some(why) = text.strip_prefix("? ") {
            one.why = Some(why.to_owned());
        } else if one.name.is_empty() {
            text.clone_into(&mut one.name);
        } else {
            return Err(bad);
        }
    }
    check(library.last(), begun_at)?;
    Ok(library)
}

fn check(one: Option<&Strategy>, line: usize) -> Result<(), BadLine> {
    let is_whole = |one: &Strategy| !one.name.is_empty() && !one.steps.is_empty();
    if one.is_none_or(is_whole) { Ok(()) } else { Err(BadLine { line }) }
}

fn begun(heading: &str) -> Option<Strategy> {
    let mut parts = heading.split('|');
    let mut next = || parts.next();
    let (key, schools, needs, minutes, urge, setting) = (next()?, next()?, next()?, next()?, next()?, next()?);
    let (from, to) = urge.split_once('-')?;
    let urge: (u8, u8) = (from.parse().ok()?, to.parse().ok()?);
    let is_one_to_ten = urge.0 <= urge.1 && urge.1 <= 10;
    (parts.next().is_none() && is_one_to_ten).then_some(())?;
    Some(Strategy {
        key: StrategyKey::new(key)?,
        name: String::new(),
        why: None,
        schools: schools.split(',').map(School::from_code).collect::<Option<_>>()?,
        needs: needs.split(',').map(StrategyNeed::from_code).collect::<Option<_>>()?,
        minutes: minutes.parse().ok()?,
        urge,
        setting: Setting::from_code(setting)?,
        steps: Vec::new(),
    })
}

fn step_of(text: &str) -> Option<Step> {
    let Some(rest) = text.strip_prefix('[') else { return Some(Step { text: text.to_owned(), timer: None }) };
    let (timer, text) = rest.split_once("] ")?;
    let (kind, seconds) = timer.split_once(' ')?;
    let seconds: u16 = seconds.parse().ok().filter(|seconds| *seconds > 0)?;
    Some(Step { text: text.to_owned(), timer: Some((TimerKind::from_code(kind)?, seconds)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TWO: &str = "# A comment\n@wave|mindfulness,cbt|intense-urge|10|2-9|anywhere\nRide the wave\n? It may pass.\n- Sit down\n- [wave 180] Watch it\n\n@tea|behavioural|stress,sleep|5|0-6|home\nTea\n- Put the kettle on\n";

    #[test]
    fn a_file_is_read_as_it_is_written() {
        let library = read(TWO).unwrap();
        assert_eq!(library.len(), 2);
        let wave = library.first().unwrap();
        assert_eq!(
            (wave.key.as_str(), wave.name.as_str(), wave.minutes, wave.urge),
            ("wave", "Ride the wave", 10, (2, 9))
        );
        assert_eq!(wave.why.as_deref(), Some("It may pass."));
        assert_eq!(wave.steps.iter().map(|step| step.timer).collect::<Vec<_>>(), [None, Some((TimerKind::Wave, 180))]);
        assert_eq!(wave.schools, [School::Mindfulness, School::Cbt]);
        assert!(read("").unwrap().is_empty());
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        let line = |text: &str| read(text).map(|_| ()).map_err(|bad| bad.line);
        assert_eq!(line("Ride"), Err(1));
        assert_eq!(line("@wave|mindfulness|intense-urge|10|2-9|anywhere\nName\nAnother name\n"), Err(3));
        assert_eq!(line("@wave|mindfulness|intense-urge|10|2-9|anywhere\n- A step\n"), Err(1));
        assert_eq!(line("@wave|mindfulness|intense-urge|10|2-9|anywhere\nName\n- [dance 9] A step\n"), Err(3));
        for heading in [
            "@wave",
            "@wave|no|intense-urge|10|2-9|home",
            "@wave|cbt|sleep|10|9-2|home",
            "@wave|cbt|sleep|10|2-9|moon",
            "@Wave|cbt|sleep|1|2-9|home",
            "@wave|cbt|sleep|1|2-9|home|more",
        ] {
            assert_eq!(line(&format!("{heading}\nName\n- A step\n")), Err(1), "{heading}");
        }
    }

    proptest! {
        #[test]
        fn no_text_does_harm(text in "(@|- |\\? |\\[|\\]|\\||#|[a-z0-9 ]|\\n|\\PC){0,60}") {
            let _ = read(&text);
        }

        #[test]
        fn half_a_file_does_no_harm(cut in 0..TWO.len()) {
            let _ = read(&TWO[..cut]);
        }
    }
}
