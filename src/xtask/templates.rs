//! Placeholders in the files of `public/`: `{{asset:PATH}}`, `{{integrity:PATH}}`, `{{build}}`, `{{files}}`.

use anyhow::{Result, bail};

/// One placeholder, as written between the braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder<'a> {
    /// The published address of a file, from the root: `/app.0123456789abcdef.js`.
    Asset(&'a str),
    /// The `integrity` attribute of a file.
    Integrity(&'a str),
    /// The id of this build.
    Build,
    /// A JSON array of `["/address", "sha256 in hex"]` for everything that is kept for offline use. Only in `sw.js`.
    Files,
}

impl<'a> Placeholder<'a> {
    fn read(words: &'a str) -> Option<Self> {
        match words.split_once(':') {
            Some(("asset", path)) => Some(Self::Asset(path)),
            Some(("integrity", path)) => Some(Self::Integrity(path)),
            Some(_) => None,
            None if words == "build" => Some(Self::Build),
            None if words == "files" => Some(Self::Files),
            None => None,
        }
    }
}

/// Whether a file of this name is text that may hold placeholders.
pub fn may_hold_placeholders(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    matches!(extension, Some("html" | "js" | "css" | "json" | "webmanifest" | "svg" | "txt" | "xml"))
}

/// Fills in every placeholder of `text` with what `answer` gives.
///
/// # Errors
/// A placeholder nobody knows (a typing mistake must not reach a phone), one without its end, or `answer`'s own error.
pub fn fill(text: &str, mut answer: impl FnMut(Placeholder<'_>) -> Result<String>) -> Result<String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let looks_like_one = after.starts_with(|first: char| first.is_ascii_alphabetic());
        if !looks_like_one {
            // Braces of the language itself, such as a `}` of an object in an object.
            filled.push_str("{{");
            rest = after;
            continue;
        }
        let Some((words, behind)) = after.split_once("}}") else {
            bail!("a placeholder begins with {{{{ and never ends")
        };
        match Placeholder::read(words) {
            Some(placeholder) => filled.push_str(&answer(placeholder)?),
            None => bail!("there is no placeholder {{{{{words}}}}}"),
        }
        rest = behind;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::{Placeholder, fill, may_hold_placeholders};

    fn told(placeholder: Placeholder<'_>) -> anyhow::Result<String> {
        Ok(match placeholder {
            Placeholder::Asset(path) => format!("/hashed/{path}"),
            Placeholder::Integrity(path) => format!("sha384 of {path}"),
            Placeholder::Build => "b1".to_owned(),
            Placeholder::Files => "[]".to_owned(),
        })
    }

    #[test]
    fn every_placeholder_is_filled_in() {
        let text = r#"<script src="{{asset:boot.js}}" integrity="{{integrity:boot.js}}"></script>{{build}}{{files}}"#;
        let wanted = r#"<script src="/hashed/boot.js" integrity="sha384 of boot.js"></script>b1[]"#;
        assert_eq!(fill(text, told).unwrap(), wanted);
        assert_eq!(fill("nothing to do", told).unwrap(), "nothing to do");
    }

    #[test]
    fn a_mistyped_placeholder_stops_the_build() {
        assert!(fill("{{assets:boot.js}}", told).is_err());
        assert!(fill("{{version}}", told).is_err());
        assert!(fill("{{build", told).is_err());
    }

    #[test]
    fn braces_of_the_language_are_left_alone() {
        assert_eq!(fill("const a = {b: {{}}}; x({{ y }})", told).unwrap(), "const a = {b: {{}}}; x({{ y }})");
    }

    #[test]
    fn a_picture_is_never_searched() {
        assert!(may_hold_placeholders("sw.js") && may_hold_placeholders("manifest.webmanifest"));
        assert!(!may_hold_placeholders("icons/mark.png") && !may_hold_placeholders("app_bg.wasm"));
    }
}
