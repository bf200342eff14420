//! Leaves our comments at home: they are for who reads the code, and every phone would download them.
//!
//! Only whole lines of comment are taken out, never the end of a line: telling `//` in an address or a pattern from a
//! comment needs a parser, and what that would gain is not worth one.

/// A script without its lines of comment.
pub fn script(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut in_block = false;
    for line in text.lines() {
        let words = line.trim();
        if in_block {
            in_block = !words.ends_with("*/");
        } else if words.starts_with("/*") && !words.contains("*/") {
            in_block = true;
        } else if words.starts_with("//") || (words.starts_with("/*") && words.ends_with("*/")) || words.is_empty() {
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// A page without its comments. Our pages hold no script and no style, so `<!--` is a comment wherever it stands.
pub fn page(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before.trim_end_matches([' ', '\t']));
        rest = after.split_once("-->").map_or("", |(_, behind)| behind);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::{page, script};

    #[test]
    fn lines_of_comment_go_and_code_stays() {
        let text = "// why\n\nconst a = \"https://x\"; // stays\n  /** one line */\n/*\n many\n */\nb(/* c */);\n";
        assert_eq!(script(text), "const a = \"https://x\"; // stays\nb(/* c */);\n");
    }

    #[test]
    fn a_block_that_ends_before_code_is_kept_whole() {
        assert_eq!(script("/* a */ b();\nc();\n"), "/* a */ b();\nc();\n");
    }

    #[test]
    fn a_page_loses_its_comments_only() {
        assert_eq!(page("<p>a</p>\n  <!-- b\n c -->\n<p>d</p>"), "<p>a</p>\n\n<p>d</p>");
    }
}
