//! The house rules that no compiler knows: why each file exists, how long it may be, what may not stand in it.

use std::collections::BTreeSet;

use stories_native::{Source, assert_faultless, sources};

/// A file longer than this has more than one subject.
const LONGEST: usize = 350;

fn lines(file: &Source) -> impl Iterator<Item = (usize, &str)> {
    file.text.lines().enumerate().map(|(index, line)| (index + 1, line))
}

/// Every line of these files that `is_wrong`, as `path:line: text`.
fn wrong_lines(files: &[Source], is_wrong: impl Fn(&Source, &str) -> bool) -> Vec<String> {
    let wrong = |file: &Source| -> Vec<String> {
        lines(file)
            .filter(|(_, line)| is_wrong(file, line))
            .map(|(number, line)| format!("{}:{number}: {}", file.path, line.trim()))
            .collect()
    };
    files.iter().flat_map(wrong).collect()
}

/// What ships to the person's phone.
fn shipped() -> Vec<Source> {
    let mut files = sources("src/app", &[".rs"]);
    files.extend(sources("src/ui", &[".rs"]));
    files.extend(sources("src/paper", &[".rs"]));
    files.extend(sources("src/viewer", &[".rs"]));
    files.extend(sources("public", &[".html", ".js", ".css", ".svg", ".webmanifest"]));
    files
}

#[test]
fn every_file_says_why_it_exists() {
    let kinds: [(&str, &[&str], &str); 5] = [
        ("src", &[".rs"], "//! "),
        ("tests", &[".rs"], "//! "),
        ("style", &[".css"], "/* "),
        ("public", &[".js", ".mjs"], "// "),
        ("tests/e2e", &[".js", ".mjs"], "// "),
    ];
    let mut faults = Vec::new();
    for (folder, endings, begins) in kinds {
        let files = sources(folder, endings);
        faults.extend(files.iter().filter(|file| !file.text.starts_with(begins)).map(|file| file.path.clone()));
    }
    // A crate that is still empty.
    faults
        .extend(sources("src", &[".rs"]).iter().filter(|file| file.text == "//! stub\n").map(|file| file.path.clone()));
    assert_faultless("files that do not begin with why they exist", &faults);
}

#[test]
fn the_top_level_holds_what_it_should_and_nothing_else() {
    let known = ["Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "public", "src", "style", "tests"];
    // What a build or an editor leaves there is ignored by git, and what is hidden has a reason of its own.
    let made = ["dist", "dist.next", "dist.old", "target"];
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let names = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strange =
        |name: &String| !name.starts_with('.') && !known.contains(&name.as_str()) && !made.contains(&name.as_str());
    assert_faultless("at the top level", &names.filter(strange).collect::<Vec<_>>());
}

#[test]
fn no_file_has_two_subjects() {
    let faults: Vec<String> = sources("src", &[".rs"])
        .iter()
        .map(|file| (&file.path, file.text.lines().count()))
        .filter(|(_, length)| *length > LONGEST)
        .map(|(path, length)| format!("{path}: {length} lines"))
        .collect();
    assert_faultless("files over 350 lines", &faults);
}

#[test]
fn every_component_has_its_own_style() {
    let styles: BTreeSet<String> = sources("style/components", &[".css"]).into_iter().map(|file| file.path).collect();
    let faults: Vec<String> = sources("src/ui", &[".rs"])
        .iter()
        .filter(|file| has_public_component(&file.text))
        .filter_map(|file| file.path.strip_prefix("src/ui/")?.strip_suffix(".rs"))
        // They decide whether and which others are drawn, and draw nothing themselves.
        .filter(|name| !["live", "list"].contains(name))
        .map(|name| format!("style/components/{name}.css"))
        .filter(|style| !styles.contains(style))
        .collect();
    assert_faultless("styles that are missing", &faults);
}

/// A frame that only other components of the crate use is styled with them.
fn has_public_component(code: &str) -> bool {
    let mut after_component = code.split("#[component]").skip(1);
    after_component
        .any(|after| after.lines().find(|line| line.contains("fn ")).is_some_and(|line| line.starts_with("pub fn ")))
}

#[test]
fn every_style_is_used() {
    // One first sheet for each page.
    let first = ["main.css", "counselor.css"];
    let main = sources("style", &first).into_iter().map(|file| file.text).collect::<String>();
    let faults: Vec<String> = sources("style", &[".css"])
        .iter()
        .filter_map(|file| file.path.strip_prefix("style/"))
        .filter(|path| !first.contains(path) && !main.contains(path))
        .map(str::to_owned)
        .collect();
    assert_faultless("styles that main.css does not name", &faults);
}

#[test]
fn markup_stays_within_the_content_security_policy() {
    let faults = wrong_lines(&shipped(), |_, line| {
        ["inner_html", "innerHTML", "insertAdjacentHTML", " style=", "<style", "=\"javascript:"]
            .iter()
            .any(|forbidden| line.contains(forbidden))
    });
    assert_faultless("markup that the policy forbids", &faults);
}

#[test]
fn no_address_is_spoken_to_in_the_clear() {
    // The name of the SVG language looks like an address and is none.
    let faults = wrong_lines(&shipped(), |_, line| line.replace("http://www.w3.org/2000/svg", "").contains("http://"));
    assert_faultless("addresses without encryption", &faults);
}

#[test]
fn colours_have_names() {
    let mut files = shipped();
    files.extend(sources("style", &[".css"]));
    let faults = wrong_lines(&files, |file, line| {
        // The browser reads these before any style sheet is there.
        let before_styles = [".svg", ".webmanifest", "style/tokens.css"].iter().any(|end| file.path.ends_with(end))
            || line.contains("name=\"theme-color\"");
        !before_styles && names_a_hex_colour(line)
    });
    assert_faultless("colours outside style/tokens.css", &faults);
}

fn names_a_hex_colour(line: &str) -> bool {
    let mut before = ' ';
    line.split('#').enumerate().any(|(index, after)| {
        let is_entity = before == '&';
        let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
        let ends = !after.chars().nth(digits).is_some_and(|next| next.is_alphanumeric() || "-_[(".contains(next));
        before = after.chars().last().unwrap_or(' ');
        index > 0 && !is_entity && ends && matches!(digits, 3 | 4 | 6 | 8)
    })
}

#[test]
fn the_app_never_judges() {
    let faults = said(|said| {
        let judging = [
            "failure",
            "clean",
            "dirty",
            "addict",
            "abuse",
            "abused",
            "relapse",
            "relapsed",
            "patient",
            "compliance",
            "compliant",
            "fracaso",
            "limpio",
            "sucio",
            "adicto",
            "adicta",
            "recaída",
            "paciente",
            "cumplimiento",
        ];
        let said = said.to_lowercase();
        let mut words = said.split(|character: char| !character.is_alphabetic());
        words.any(|word| judging.iter().any(|judging| word == *judging || word.strip_suffix('s') == Some(judging)))
    });
    assert_faultless("words that judge", &faults);
}

#[test]
fn the_app_never_shouts() {
    let faults = said(|said| said.contains(['!', '¡']));
    assert_faultless("sentences that shout", &faults);
}

/// Every sentence of the app's texts that `is_wrong`.
fn said(is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for file in sources("src/text", &[".rs"]) {
        let sentences = string_literals(&file.text);
        faults.extend(sentences.iter().filter(|said| is_wrong(said)).map(|said| format!("{}: {said}", file.path)));
    }
    faults
}

/// What stands between quotes in Rust code, without what stands in comments and in `'"'`.
fn string_literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        rest = &rest[at..];
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
        } else if let Some(quoted) = rest.strip_prefix('"') {
            let mut escaped = false;
            let end = quoted.find(|character| {
                let closes = character == '"' && !escaped;
                escaped = character == '\\' && !escaped;
                closes
            });
            let end = end.unwrap_or(quoted.len());
            found.push(quoted[..end].to_owned());
            rest = quoted.get(end + 1..).unwrap_or_default();
        } else {
            let character = ["'\"'", "'\\\"'"].iter().find_map(|character| rest.strip_prefix(character));
            rest = character.unwrap_or(&rest[1..]);
        }
    }
    found
}

#[test]
fn sentences_are_found_where_they_are() {
    let code = "// \"not this\"\nlet a = \"one\"; let q = '\"'; /// don't \"this\"\nf::<'a>(\"t\\\"wo\", !x)";
    assert_eq!(string_literals(code), ["one", "t\\\"wo"]);
}

#[test]
fn colours_are_told_from_other_things() {
    for colour in ["color: #FFF;", "#1e2a32", "\"#1E2A3280\"", "border: 1px solid #abcd"] {
        assert!(names_a_hex_colour(colour), "{colour}");
    }
    for other in ["&#39;", "&#8217;", "href=\"#overdose\"", "#[cfg(test)]", "r#\"abc\"#", "#face-up", "# 123", "#12345"]
    {
        assert!(!names_a_hex_colour(other), "{other}");
    }
}
