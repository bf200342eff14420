//! Flags after a verb. Written by hand: a dozen flags do not need a parser crate.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};

/// What was typed after a verb, already checked against what the verb knows.
#[derive(Debug, Default)]
pub struct Arguments {
    switches: BTreeSet<String>,
    values: BTreeMap<String, String>,
}

impl Arguments {
    /// Reads `words`: `--switch`, `--name value` or `--name=value`.
    ///
    /// # Errors
    /// A flag the verb does not know, or a flag without its value.
    pub fn read(words: Vec<String>, switches: &[&str], values: &[&str]) -> Result<Self> {
        let mut found = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let Some(flag) = word.strip_prefix("--") else { bail!("did not expect {word:?}") };
            let (name, inline) = match flag.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (flag, None),
            };
            if switches.contains(&name) && inline.is_none() {
                found.switches.insert(name.to_owned());
            } else if values.contains(&name) {
                let value = inline.or_else(|| words.next()).with_context(|| format!("--{name} needs a value"))?;
                found.values.insert(name.to_owned(), value);
            } else {
                bail!("do not know {word:?}");
            }
        }
        Ok(found)
    }

    /// Whether a switch was given.
    pub fn has(&self, switch: &str) -> bool {
        self.switches.contains(switch)
    }

    /// The text after a flag.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// The number after a flag, or `otherwise`.
    ///
    /// # Errors
    /// When what was typed is no number of this size.
    pub fn number<N: std::str::FromStr>(&self, name: &str, otherwise: N) -> Result<N> {
        match self.text(name) {
            None => Ok(otherwise),
            Some(text) => match text.parse() {
                Ok(number) => Ok(number),
                Err(_) => bail!("--{name} wants a number, not {text:?}"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_switch_and_both_ways_to_write_a_value_are_read() {
        let found = Arguments::read(words("--quick --port 9000 --out=a.json"), &["quick"], &["port", "out"]).unwrap();
        assert!(found.has("quick") && !found.has("watch"));
        assert_eq!(found.number("port", 8787_u16).unwrap(), 9000);
        assert_eq!(found.text("out"), Some("a.json"));
        assert_eq!(found.number("days", 7_u32).unwrap(), 7);
    }

    #[test]
    fn a_flag_nobody_knows_is_refused() {
        assert!(Arguments::read(words("--prot 9000"), &["quick"], &["port"]).is_err());
        assert!(Arguments::read(words("9000"), &[], &[]).is_err());
        assert!(Arguments::read(words("--port"), &[], &["port"]).is_err());
        let found = Arguments::read(words("--port many"), &[], &["port"]).unwrap();
        assert!(found.number("port", 8787_u16).is_err());
    }
}
