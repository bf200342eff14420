//! What is asked, and what is answered: the rules of a production server, without a socket.

use crate::assets::{hash_in_name, sha256_hex};
use crate::build::viewer::FOLDER;
use crate::headers::{cache_control, content_security_policy, content_type, on_every_answer};
use std::path::Path;

/// What matters in a request.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// The address as sent, query included.
    pub address: &'a str,
    /// `Accept-Encoding`.
    pub accepts: &'a str,
    /// `If-None-Match`.
    pub has: &'a str,
}

/// What goes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers, those of every answer included.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for 304.
    pub body: Vec<u8>,
}

/// A way to shrink what is sent, prepared by the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `br`
    Brotli,
    /// `gzip`
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// The best that the browser takes. What it does not name it does not take, unless it says `*`.
    pub fn chosen(accepts: &str) -> Self {
        let weight = |name: &str| {
            let named = |wanted: &str| {
                accepts.split(',').find_map(|part| {
                    let mut words = part.split(';').map(str::trim);
                    let matches = words.next()?.eq_ignore_ascii_case(wanted);
                    let weight =
                        words.find_map(|word| word.strip_prefix("q=")).map_or(1.0, |q| q.parse().unwrap_or(0.0));
                    matches.then_some(weight)
                })
            };
            named(name).or_else(|| named("*")).unwrap_or(0.0_f32)
        };
        let (brotli, gzip) = (weight("br"), weight("gzip"));
        if brotli > 0.0 && brotli >= gzip {
            Self::Brotli
        } else if gzip > 0.0 {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
            Self::Identity => "",
        }
    }

    fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }
}

/// The path below the folder that an address asks for; nothing for one that tries to leave it or to see what is hidden.
pub fn path_asked_for(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let decoded = percent_decoded(path.strip_prefix('/')?)?;
    // The app, and the counselor's page, which is a folder of its own.
    if decoded.is_empty() || decoded == FOLDER {
        return Some(format!("{decoded}index.html"));
    }
    let clean = decoded.split('/').all(|part| {
        let known = !part.starts_with('.') || part == ".well-known";
        !part.is_empty() && known && !part.contains(['\\', '\0', ':'])
    });
    clean.then_some(decoded)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Answers from a folder that the build made.
pub fn answer(folder: &Path, asked: Asked<'_>) -> Answer {
    let Some(path) = path_asked_for(asked.address) else { return plain(404, "There is nothing here.\n") };
    if FOLDER.strip_suffix('/') == Some(path.as_str()) {
        // It names its files from where it lies.
        let mut on = plain(308, "");
        on.headers.push(("Location", format!("/{FOLDER}")));
        return on;
    }
    let is_screen = !path.rsplit('/').next().unwrap_or_default().contains('.');
    let published = if is_screen && !folder.join(&path).is_file() { "index.html".to_owned() } else { path };
    let Some((bytes, encoding)) = stored(folder, &published, Encoding::chosen(asked.accepts)) else {
        return plain(404, "There is nothing here.\n");
    };
    let mark = match hash_in_name(&published) {
        Some(hash) => format!("\"{hash}{}\"", encoding.extension()),
        None => format!("\"{}\"", sha256_hex(&bytes)),
    };
    let mut headers = common(&published);
    headers.push(("Content-Type", content_type(&published).to_owned()));
    headers.push(("Cache-Control", cache_control(&published).to_owned()));
    headers.push(("Vary", "Accept-Encoding".to_owned()));
    headers.push(("ETag", mark.clone()));
    if asked.has.split(',').any(|known| known.trim().trim_start_matches("W/") == mark) {
        return Answer { status: 304, headers, body: Vec::new() };
    }
    if let Some(name) = encoding.name() {
        headers.push(("Content-Encoding", name.to_owned()));
    }
    Answer { status: 200, headers, body: bytes }
}

/// A short text with the headers that every answer has.
pub fn plain(status: u16, text: &str) -> Answer {
    let mut headers = common("");
    headers.push(("Content-Type", content_type("x.txt").to_owned()));
    headers.push(("Cache-Control", "no-store".to_owned()));
    Answer { status, headers, body: text.into() }
}

/// What every answer carries; the policy is the file's own.
fn common(path: &str) -> Vec<(&'static str, String)> {
    let own = |name: &'static str, value: &str| match name {
        "Content-Security-Policy" => (name, content_security_policy(path)),
        _ => (name, value.to_owned()),
    };
    on_every_answer().iter().map(|(name, value)| own(name, value)).collect()
}

fn stored(folder: &Path, published: &str, wanted: Encoding) -> Option<(Vec<u8>, Encoding)> {
    for encoding in [wanted, Encoding::Identity] {
        // Anything but a readable file is "not there"; a browser could do nothing with the difference.
        if let Ok(bytes) = std::fs::read(folder.join(format!("{published}{}", encoding.extension()))) {
            return Some((bytes, encoding));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Answer, Asked, Encoding, answer, path_asked_for};
    use std::fs;
    use std::path::PathBuf;

    struct Folder(PathBuf);

    impl Folder {
        fn with(name: &str, files: &[&str]) -> Self {
            let base = std::env::temp_dir().join(format!("handrail-serve-{name}-{}", std::process::id()));
            for file in files {
                let path = base.join("dist").join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, file).unwrap();
            }
            fs::write(base.join("secret.txt"), "secret").unwrap();
            Self(base)
        }

        fn ask(&self, asked: Asked<'_>) -> Answer {
            answer(&self.0.join("dist"), asked)
        }

        fn body(&self, address: &str) -> (u16, String) {
            let answer = self.ask(Asked { address, ..Asked::default() });
            (answer.status, String::from_utf8(answer.body).unwrap())
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        answer.headers.iter().find(|(one, _)| *one == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn every_screen_of_the_app_is_answered_with_the_shell() {
        let folder = Folder::with("screens", &["index.html", "help.html", "icons/mark.0123456789abcdef.png"]);
        for screen in ["/", "/me", "/craving/7/next?from=today", "/help"] {
            assert_eq!(folder.body(screen), (200, "index.html".to_owned()), "{screen}");
        }
        assert_eq!(folder.body("/help.html").1, "help.html");
        assert_eq!(folder.body("/icons/mark.0123456789abcdef.png").0, 200);
        assert_eq!(folder.body("/icons/gone.png").0, 404);
    }

    #[test]
    fn the_counselors_page_is_a_folder_and_no_screen_of_the_app() {
        let folder = Folder::with("counselor", &["index.html", "counselor/index.html"]);
        assert_eq!(folder.body("/counselor/"), (200, "counselor/index.html".to_owned()));
        let page = folder.ask(Asked { address: "/counselor/", ..Asked::default() });
        assert!(header(&page, "Content-Security-Policy").unwrap().contains("img-src data:;"));
        let on = folder.ask(Asked { address: "/counselor", ..Asked::default() });
        assert_eq!((on.status, header(&on, "Location")), (308, Some("/counselor/")));
        assert_eq!(folder.body("/counselor/gone.js").0, 404);
    }

    #[test]
    fn nobody_gets_out_of_the_folder() {
        let folder = Folder::with("paths", &["index.html"]);
        let tries = [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/a/../../secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
            "//secret.txt",
        ];
        for address in tries {
            let (status, body) = folder.body(address);
            assert!(status == 404 && !body.contains("secret"), "{address}: {status}");
        }
        for address in ["secret.txt", "/.git/config", "/%zz", "/%", "/c:/secret.txt", "/%00", "/%ff"] {
            assert_eq!(path_asked_for(address), None, "{address}");
        }
        assert_eq!(path_asked_for("/.well-known/security.txt").as_deref(), Some(".well-known/security.txt"));
        assert_eq!(path_asked_for("/a%20b?c#d").as_deref(), Some("a b"));
    }

    #[test]
    fn the_smallest_copy_that_the_browser_takes_is_sent() {
        assert_eq!(Encoding::chosen("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(Encoding::chosen("gzip;q=1.0, br;q=0.5"), Encoding::Gzip);
        assert_eq!(Encoding::chosen("br;q=0, gzip"), Encoding::Gzip);
        assert_eq!(Encoding::chosen("*"), Encoding::Brotli);
        assert_eq!(Encoding::chosen("br;q=many"), Encoding::Identity);
        for none in ["", "identity", "deflate", "*;q=0"] {
            assert_eq!(Encoding::chosen(none), Encoding::Identity, "{none}");
        }
    }

    #[test]
    fn a_copy_that_was_not_made_is_not_promised() {
        let folder = Folder::with("copies", &["index.html", "index.html.br", "mark.png"]);
        let packed = folder.ask(Asked { address: "/", accepts: "br", has: "" });
        assert_eq!(
            (header(&packed, "Content-Encoding"), packed.body.as_slice()),
            (Some("br"), b"index.html.br".as_slice())
        );
        assert_eq!(header(&packed, "Content-Type"), Some("text/html; charset=utf-8"));
        let raw = folder.ask(Asked { address: "/mark.png", accepts: "br", has: "" });
        assert_eq!((header(&raw, "Content-Encoding"), header(&raw, "Vary")), (None, Some("Accept-Encoding")));
    }

    #[test]
    fn what_the_browser_has_is_not_sent_again() {
        let folder = Folder::with("marks", &["index.html", "app.0123456789abcdef.js"]);
        for address in ["/", "/app.0123456789abcdef.js"] {
            let first = folder.ask(Asked { address, ..Asked::default() });
            let mark = header(&first, "ETag").unwrap().to_owned();
            let weak = format!("\"other\", W/{mark}");
            let again = folder.ask(Asked { address, has: &weak, ..Asked::default() });
            assert_eq!((again.status, again.body.len()), (304, 0));
            assert_eq!(folder.ask(Asked { address, has: "\"other\"", ..Asked::default() }).status, 200);
        }
    }

    #[test]
    fn errors_carry_the_policy_too() {
        let folder = Folder::with("errors", &["index.html"]);
        let missing = folder.ask(Asked { address: "/gone.js", ..Asked::default() });
        assert_eq!(missing.status, 404);
        assert!(header(&missing, "Content-Security-Policy").is_some());
    }
}
