//! One style sheet out of `style/` for each page: the `@import`s of its first sheet in their order, each in its layer, with what is only for us taken out.
//!
//! One file, because every file of its own would be one more round trip before the first paint.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;

/// The sheet of the app, and that of the counselor's page.
pub const ROOTS: [&str; 2] = ["main.css", "counselor.css"];

/// What the pages load, in the order of [`ROOTS`]: each first sheet and everything it imports. `read` gives a sheet by its path below `style/`.
///
/// # Errors
/// An import that cannot be read, is written in a way we do not know, or imports itself; a sheet of `all` that nobody imports.
pub fn join(read: &dyn Fn(&str) -> Result<String>, all: &BTreeSet<String>) -> Result<[String; 2]> {
    let mut used_by_any = BTreeSet::new();
    let mut joined = |root: &str| -> Result<String> {
        let mut used = BTreeSet::new();
        let text = inlined(root, read, &mut used)?;
        used_by_any.extend(used);
        Ok(minified(&text))
    };
    let sheets = [joined(ROOTS[0])?, joined(ROOTS[1])?];
    if let Some(forgotten) = all.difference(&used_by_any).next() {
        bail!("style/{forgotten} is imported by no sheet");
    }
    Ok(sheets)
}

fn inlined(path: &str, read: &dyn Fn(&str) -> Result<String>, used: &mut BTreeSet<String>) -> Result<String> {
    if !used.insert(path.to_owned()) {
        bail!("style/{path} is imported twice");
    }
    // Comments go first: an `@import` in one is not an import.
    let text = without_comments(&read(path).with_context(|| format!("style/{path}"))?);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut joined = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("@import") {
        let Some((words, behind)) = after.split_once(';') else { bail!("style/{path}: an @import never ends") };
        let import = Import::read(words).with_context(|| format!("style/{path}: cannot read `@import{words};`"))?;
        let wanted = if folder.is_empty() { import.path.clone() } else { format!("{folder}/{}", import.path) };
        let sheet = inlined(&wanted, read, used)?;
        joined.push_str(before);
        match import.layer {
            Some(layer) => joined.push_str(&format!("@layer {layer}{{{sheet}}}\n")),
            None => joined.push_str(&sheet),
        }
        rest = behind;
    }
    joined.push_str(rest);
    Ok(joined)
}

/// `url("a.css") layer(base)` or `"a.css"`; anything else (media, supports) is not used here and refused.
struct Import {
    path: String,
    layer: Option<String>,
}

impl Import {
    fn read(words: &str) -> Option<Self> {
        let words = words.trim();
        let (address, after) = match words.strip_prefix("url(") {
            Some(inside) => inside.split_once(')')?,
            None => {
                let (address, after) = words.strip_prefix('"')?.split_once('"')?;
                (address, after)
            }
        };
        let path = address.trim().trim_matches('"').trim_start_matches("./").to_owned();
        let layer = match after.trim() {
            "" => None,
            rest => Some(rest.strip_prefix("layer(")?.strip_suffix(')')?.trim().to_owned()),
        };
        Some(Self { path, layer })
    }
}

/// One step through a sheet: text in quotes is never touched.
fn outside_strings(text: &str, mut plain: impl FnMut(&str, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(['"', '\'']) {
        let (before, quoted) = rest.split_at(start);
        plain(before, &mut out);
        let quote = quoted.chars().next().unwrap_or('"');
        let mut escaped = false;
        let length = quoted.char_indices().skip(1).find_map(|(at, letter)| {
            let ends = letter == quote && !escaped;
            escaped = letter == '\\' && !escaped;
            ends.then_some(at + 1)
        });
        let (string, behind) = quoted.split_at(length.unwrap_or(quoted.len()));
        out.push_str(string);
        rest = behind;
    }
    plain(rest, &mut out);
    out
}

/// Takes comments out. A quote inside a comment opens no string, and `/*` inside a string opens no comment.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut quote = None;
    while let Some(letter) = letters.next() {
        match quote {
            Some(open) => {
                out.push(letter);
                if letter == '\\' {
                    out.extend(letters.next());
                } else if letter == open {
                    quote = None;
                }
            }
            None if letter == '/' && letters.peek() == Some(&'*') => {
                letters.next();
                let mut before = ' ';
                for inside in letters.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    before = inside;
                }
                out.push(' ');
            }
            None => {
                if letter == '"' || letter == '\'' {
                    quote = Some(letter);
                }
                out.push(letter);
            }
        }
    }
    out
}

/// Collapses white space, and drops it where it never means anything: around braces, semicolons and commas.
fn minified(text: &str) -> String {
    let tight = outside_strings(&without_comments(text), |plain, out| {
        for letter in plain.chars() {
            let letter = if letter.is_ascii_whitespace() { ' ' } else { letter };
            let after = out.chars().next_back();
            match letter {
                ' ' if matches!(after, None | Some(' ' | '{' | '}' | ';' | ',')) => {}
                '{' | '}' | ';' | ',' => {
                    while out.ends_with(' ') {
                        out.pop();
                    }
                    if letter == '}' && out.ends_with(';') {
                        out.pop();
                    }
                    out.push(letter);
                }
                other => out.push(other),
            }
        }
    });
    format!("{}\n", tight.trim())
}

#[cfg(test)]
mod tests {
    use super::{join, minified};
    use anyhow::{Context, Result};
    use std::collections::{BTreeMap, BTreeSet};

    fn joined(sheets: &[(&str, &str)]) -> Result<String> {
        let mut sheets: BTreeMap<String, String> =
            sheets.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
        sheets.insert("counselor.css".into(), "c{}".into());
        let all: BTreeSet<String> = sheets.keys().cloned().collect();
        join(&|path| sheets.get(path).cloned().context("not there"), &all).map(|[main, _]| main)
    }

    #[test]
    fn layers_come_first_and_sheets_in_the_order_they_are_imported() {
        let main = "/* why */\n@layer base, parts;\n@import url(\"b.css\") layer(base);\n@import \"parts/a.css\" layer(parts);\n";
        let sheets = [("main.css", main), ("b.css", "b { top: 0; }"), ("parts/a.css", "a { top: 1px }")];
        assert_eq!(joined(&sheets).unwrap(), "@layer base,parts;@layer base{b{top: 0}}@layer parts{a{top: 1px}}\n");
    }

    #[test]
    fn both_pages_may_import_a_sheet() {
        let sheets = [("main.css", "@import \"a.css\";"), ("counselor.css", "@import \"a.css\";b{}"), ("a.css", "a{}")];
        let sheets: BTreeMap<&str, &str> = sheets.into_iter().collect();
        let all: BTreeSet<String> = sheets.keys().map(|path| (*path).to_owned()).collect();
        let read = |path: &str| sheets.get(path).map(|text| (*text).to_owned()).context("not there");
        assert_eq!(join(&read, &all).unwrap(), ["a{}\n".to_owned(), "a{}b{}\n".to_owned()]);
    }

    #[test]
    fn a_sheet_nobody_imports_is_noticed() {
        assert!(joined(&[("main.css", "a{}"), ("lost.css", "b{}")]).unwrap_err().to_string().contains("lost.css"));
    }

    #[test]
    fn a_sheet_that_is_missing_or_asked_for_twice_is_an_error() {
        assert!(joined(&[("main.css", "@import \"gone.css\";")]).is_err());
        assert!(joined(&[("main.css", "@import \"a.css\"; @import \"a.css\";"), ("a.css", "")]).is_err());
        assert!(joined(&[("main.css", "@import \"a.css\" screen;"), ("a.css", "")]).is_err());
    }

    #[test]
    fn an_import_in_a_comment_is_no_import() {
        assert_eq!(joined(&[("main.css", "/* @import \"gone.css\"; it's gone */ a { b: c; }")]).unwrap(), "a{b: c}\n");
    }

    #[test]
    fn strings_and_sums_keep_their_spaces() {
        let text = "a::before { content: \"a  ;  /* b */ \\\" { \"; inline-size: calc( 1px + 2px ) ; }\n\n b > c , d :hover { }";
        let wanted = "a::before{content: \"a  ;  /* b */ \\\" { \";inline-size: calc( 1px + 2px )}b > c,d :hover{}\n";
        assert_eq!(minified(text), wanted);
    }

    #[test]
    fn minifying_twice_changes_nothing() {
        let once = minified("@media (width >= 40rem) and (hover) { a , b { --x: ; color : red ; } }");
        assert_eq!(minified(&once), once);
    }
}
