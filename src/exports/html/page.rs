//! Writes markup. Text gets into it through [`text`] and in no other way.

/// A page as it is written.
pub struct Page {
    out: String,
}

impl Page {
    pub fn new() -> Page {
        Page { out: String::new() }
    }

    /// Everything up to the first heading. `policy` and `style` are ours.
    pub fn start(&mut self, language: &str, title: &str, policy: &str, style: &str) {
        self.out.push_str("<!doctype html>\n<html lang=\"");
        self.out.push_str(&text(language));
        self.out
            .push_str("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
        self.out.push_str(&text(policy));
        self.out.push_str("\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        self.out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        self.out.push_str(&text(title));
        self.out.push_str("</title>\n<style>\n");
        self.out.push_str(style);
        self.out.push_str("</style>\n</head>\n<body>\n<main>\n");
        self.heading(1, title);
    }

    pub fn begin(&mut self, element: &'static str) {
        self.tag("<", element);
    }

    pub fn end(&mut self, element: &'static str) {
        self.tag("</", element);
    }

    /// `level`: 1 to 6.
    pub fn heading(&mut self, level: u8, words: &str) {
        let level = char::from(b'0' + level.clamp(1, 6));
        self.out.push_str("<h");
        self.out.push(level);
        self.out.push('>');
        self.out.push_str(&text(words));
        self.out.push_str("</h");
        self.out.push(level);
        self.out.push_str(">\n");
    }

    pub fn paragraph(&mut self, words: &str) {
        self.out.push_str("<p>");
        self.out.push_str(&text(words));
        self.out.push_str("</p>\n");
    }

    /// `shown` is markup.
    pub fn row(&mut self, label: &str, shown: &str) {
        self.out.push_str("<tr><th scope=\"row\">");
        self.out.push_str(&text(label));
        self.out.push_str("</th><td>");
        self.out.push_str(shown);
        self.out.push_str("</td></tr>\n");
    }

    /// A JPEG.
    pub fn picture(&mut self, base64: &str, words: &str) {
        self.out.push_str("<img src=\"data:image/jpeg;base64,");
        self.out.push_str(&text(base64));
        self.out.push_str("\" alt=\"");
        self.out.push_str(&text(words));
        self.out.push_str("\">\n");
    }

    /// A sound, with what plays it. It is not played before somebody asks.
    pub fn sound(&mut self, media_type: &'static str, base64: &str) {
        self.out.push_str("<audio controls src=\"data:");
        self.out.push_str(media_type);
        self.out.push_str(";base64,");
        self.out.push_str(&text(base64));
        self.out.push_str("\"></audio>\n");
    }

    pub fn finish(mut self) -> String {
        self.out.push_str("</main>\n</body>\n</html>\n");
        self.out
    }

    fn tag(&mut self, open: &'static str, element: &'static str) {
        self.out.push_str(open);
        self.out.push_str(element);
        self.out.push_str(">\n");
    }
}

/// A text as markup, in an element or in quotes (HTML, 13.1.4 and 13.3). A carriage return is written as a reference because a reader would
/// make a line feed of it, and so is what no reader may be given as it is.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => out.push_str("&#13;"),
            '\0' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// What somebody wrote, as markup: its own direction, which ends with it.
pub fn own(words: &str) -> String {
    ["<bdi>", &text(words), "</bdi>"].concat()
}

/// Several, one below the other; a single one as it is.
pub fn list(all: &[String]) -> String {
    match all {
        [one] => one.clone(),
        all => {
            let items: String = all.iter().map(|one| ["<li>", one, "</li>"].concat()).collect();
            ["<ul>", &items, "</ul>"].concat()
        }
    }
}
